//! One bad pack, as it is told in both languages.

use expect_test::{Expect, expect};
use intake::{Lang, Limits, read_pack};

use crate::pack_files::{text, with_bytes};

fn told(lang: Lang) -> String {
    let claims = text("claims.csv")
        .replacen("2023,1000.00,", "2023,\"1,000.00\",", 1)
        .replacen("north-pit,acme,ward", "nroth-pit,acme,ward", 1)
        .replacen("mandatory,government", "obligatory,government", 1)
        .replacen(",none_reported,", ",,", 1)
        .replacen("2023-01-01,2023-12-31,,5,", "2023-12-31,2023-01-01,,5,", 1);
    let read = read_pack(&with_bytes("claims.csv", claims.into_bytes()), &Limits::default());
    read.findings.iter().map(|finding| finding.render(lang)).collect::<Vec<_>>().join("\n")
}

fn check(lang: Lang, expected: Expect) {
    expected.assert_eq(&told(lang));
}

#[test]
fn a_bad_pack_is_told_in_english() {
    check(
        Lang::En,
        expect![[r#"
        claims.csv:2 N2 amount_separator: `1,000.00` has a thousands separator or a decimal comma.
          2 | 1,000.00
              ^^^^^^^^
        Write `1000.00`. Digits stand together; a point marks the decimals.

        claims.csv:3 D3 reference_unknown: `nroth-pit` is not in `mines.csv`.
          3 | nroth-pit
              ^^^^^^^^^
        Add it there, or correct it here. Did you mean `north-pit`?

        claims.csv:4 H4 word_unknown: `obligatory` is not a word of `nature`.
          4 | obligatory
              ^^^^^^^^^^
        Use one of: mandatory, voluntary, pledge.

        claims.csv:4 N4 amount_missing: There is neither an amount nor a reason for its absence.
        Missing is not zero: write the amount, or say in `absence` why there is none: not_disclosed, not_stated, not_quantified, none_reported, no_account, not_found, not_read, not_collected, ambiguous_print, illegible, disputed, withheld, withheld_for_safety, not_applicable.

        claims.csv:5 L5 period_reversed: The period ends on 2023-01-01, before it starts on 2023-12-31.
          5 | 2023-01-01
              ^^^^^^^^^^
        Exchange the two dates, or correct one.
    "#]],
    );
}

#[test]
fn a_bad_pack_is_told_in_french() {
    check(
        Lang::Fr,
        expect![[r#"
        claims.csv:2 N2 amount_separator: `1,000.00` a un séparateur de milliers ou une virgule décimale.
          2 | 1,000.00
              ^^^^^^^^
        Écrivez `1000.00`. Les chiffres se suivent ; un point marque les décimales.

        claims.csv:3 D3 reference_unknown: `nroth-pit` n’est pas dans `mines.csv`.
          3 | nroth-pit
              ^^^^^^^^^
        Ajoutez-le là-bas, ou corrigez-le ici. Vouliez-vous écrire `north-pit` ?

        claims.csv:4 H4 word_unknown: `obligatory` n’est pas un mot de `nature`.
          4 | obligatory
              ^^^^^^^^^^
        Utilisez l’un de ces mots : mandatory, voluntary, pledge.

        claims.csv:4 N4 amount_missing: Il n’y a ni montant ni raison de son absence.
        Manquant n’est pas zéro : écrivez le montant, ou dites dans `absence` pourquoi il n’y en a pas : not_disclosed, not_stated, not_quantified, none_reported, no_account, not_found, not_read, not_collected, ambiguous_print, illegible, disputed, withheld, withheld_for_safety, not_applicable.

        claims.csv:5 L5 period_reversed: La période finit le 2023-01-01, avant de commencer le 2023-12-31.
          5 | 2023-01-01
              ^^^^^^^^^^
        Échangez les deux dates, ou corrigez-en une.
    "#]],
    );
}

#[test]
fn a_finding_is_one_json_object() {
    let claims = text("claims.csv").replacen("2023,1000.00,", "2023,1 000,", 1);
    let read = read_pack(&with_bytes("claims.csv", claims.into_bytes()), &Limits::default());
    let json = serde_json::to_string_pretty(&read.findings[0]).expect("JSON");
    expect![[r#"
        {
          "code": "amount_space",
          "severity": "must_fix",
          "sheet": null,
          "file": "claims.csv",
          "line": 2,
          "row": 2,
          "column": "amount",
          "cell": "N2",
          "seen": "1 000",
          "message": "`1 000` has spaces or apostrophes between its digits.",
          "fix": "Write `1000`. Digits stand together."
        }"#]]
    .assert_eq(&json);
    let french = serde_json::to_string(&read.findings[0].worded(Lang::Fr)).expect("JSON");
    assert!(french.contains("Écrivez `1000`."), "{french}");
}
