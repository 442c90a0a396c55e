//! The same claim in another file.

use intake::{At, ClaimRow, Lang, Retelling, document_sha256, retold_findings, same_bytes, same_claims};
use proptest::prelude::*;

/// A claim of the royalty that Koidu paid in 2023.
fn royalty(id: &str, amount: &str) -> ClaimRow {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ClaimRow {
        at: At { line: 7, row: 7 },
        id: some(id),
        mine_id: some("sl-koidu"),
        payer_id: some("koidu-ltd"),
        recipient_id: some("sl-government"),
        stream: some("royalty"),
        side: some("company"),
        role: some("paid"),
        period_from: some("2023-01-01"),
        period_to: some("2023-12-31"),
        amount: some(amount),
        currency: some("USD"),
        ..ClaimRow::default()
    }
}

/// The pairs as `known=new` or `known≠new`.
fn pairs(existing: &[ClaimRow], new: &[ClaimRow]) -> String {
    let id = |row: &ClaimRow| row.id.clone().unwrap_or_default();
    let pair = |pair: &intake::Retold| {
        let mark = if pair.retelling == Retelling::Same { "=" } else { "≠" };
        format!("{}{mark}{}", id(&existing[pair.existing]), id(&new[pair.new]))
    };
    same_claims(existing, new).iter().map(pair).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_figure_is_the_same_however_its_decimals_are_written() {
    assert_eq!(pairs(&[royalty("a", "1200.50")], &[royalty("b", "1200.5")]), "a=b");
    assert_eq!(pairs(&[royalty("a", "1200.50")], &[royalty("b", "1200.51")]), "a≠b");
}

#[test]
fn another_flow_speaker_span_or_unit_is_another_claim() {
    let known = [royalty("a", "1200")];
    let changed: [fn(&mut ClaimRow); 9] = [
        |row| row.mine_id = Some("sl-meya".into()),
        |row| row.payer_id = None,
        |row| row.recipient_id = Some("kono-council".into()),
        |row| row.stream = Some("surface_rent".into()),
        |row| row.side = Some("government".into()),
        |row| row.role = Some("pledged".into()),
        |row| row.period_to = Some("2024-12-31".into()),
        |row| row.currency = Some("SLE".into()),
        |row| row.event = Some("second-half".into()),
    ];
    for change in changed {
        let mut row = royalty("b", "1200");
        change(&mut row);
        assert_eq!(pairs(&known, &[row]), "");
    }
}

#[test]
fn two_newspapers_are_two_speakers_and_one_company_is_one() {
    let said = |id: &str, side: &str, by: &str| ClaimRow {
        side: Some(side.into()),
        stated_by: Some(by.into()),
        ..royalty(id, "1200")
    };
    assert_eq!(pairs(&[said("a", "third_party", "Calabash")], &[said("b", "third_party", "Ayv")]), "");
    assert_eq!(pairs(&[said("a", "third_party", "Calabash")], &[said("b", "third_party", "Calabash")]), "a=b");
    assert_eq!(pairs(&[said("a", "company", "annual report")], &[said("b", "company", "letter")]), "a=b");
}

#[test]
fn payments_of_two_days_are_two_and_each_repeats_one() {
    let paid = |id: &str, day: &str| ClaimRow { paid_on: Some(day.into()), ..royalty(id, "500") };
    let known = [paid("a", "2023-02-10"), paid("b", "2023-08-10"), royalty("c", "500")];
    assert_eq!(pairs(&known, &[paid("x", "2023-08-10"), paid("y", "2023-02-10")]), "b=x a=y");
    assert_eq!(pairs(&known[..1], &[paid("x", "2023-03-10")]), "");
    // A claim without a day may be of any day; each known claim is repeated once.
    assert_eq!(pairs(&known[..1], &[royalty("x", "500"), royalty("y", "500")]), "a=x");
    assert_eq!(pairs(&known, &[royalty("x", "500"), paid("y", "2023-02-10")]), "c=x a=y");
}

#[test]
fn which_of_several_figures_changed_is_not_guessed() {
    let known = [royalty("a", "100"), royalty("b", "200")];
    assert_eq!(pairs(&known, &[royalty("x", "100"), royalty("y", "250")]), "a=x b≠y");
    assert_eq!(pairs(&known, &[royalty("x", "150"), royalty("y", "250")]), "");
}

#[test]
fn an_absence_is_a_figure_that_can_change_and_never_nought() {
    let absent = |id: &str, word: &str| ClaimRow { absence: Some(word.into()), currency: None, ..royalty(id, "") };
    assert_eq!(pairs(&[absent("a", "not_disclosed")], &[absent("b", "not_disclosed")]), "a=b");
    assert_eq!(pairs(&[absent("a", "not_disclosed")], &[absent("b", "not_found")]), "a≠b");
    assert_eq!(pairs(&[absent("a", "not_disclosed")], &[royalty("b", "0")]), "a≠b");
}

#[test]
fn findings_point_at_the_new_line_and_name_the_known_claim() {
    let (known, mut new) = ([royalty("a", "1200"), royalty("c", "7")], [royalty("b", "1250")]);
    new[0].place.file = "again.csv".into();
    let told = retold_findings(&known[..1], &new, &same_claims(&known[..1], &new));
    assert_eq!(
        told[0].render(Lang::En).lines().next(),
        Some(
            "again.csv:7 amount claim_changed: This says 1250 USD, where the claim `a` said 1200 USD of the same flow and period."
        )
    );
    let new = [royalty("b", "7")];
    let told = retold_findings(&known[1..], &new, &same_claims(&known[1..], &new));
    assert!(told[0].message(Lang::Fr).starts_with("Ceci dit la même chose que la déclaration `c`\u{a0}: 7 USD"));
}

#[test]
fn the_same_bytes_are_known_by_their_hash() {
    let known = document_sha256(b"receipt").to_uppercase();
    let finding = same_bytes("again.pdf", b"receipt", [("00", "x"), (&known, "receipt.pdf")]).expect("known");
    assert_eq!(finding.message(Lang::En), "`again.pdf` has the same bytes as `receipt.pdf`, which was sent before.");
    assert!(same_bytes("again.pdf", b"receipt ", [(known.as_str(), "receipt.pdf")]).is_none());
}

proptest! {
    #[test]
    fn no_claim_is_paired_twice_and_none_is_lost(
        before in prop::collection::vec((0u8..3, 0u8..3), 0..12),
        after in prop::collection::vec((0u8..3, 0u8..3), 0..12),
    ) {
        let days = ["", "2023-01-01", "2023-02-01"];
        let row = |(amount, day): &(u8, u8)| ClaimRow {
            paid_on: Some(days[usize::from(*day)].into()),
            ..royalty("", &amount.to_string())
        };
        let (before, after): (Vec<_>, Vec<_>) = (before.iter().map(row).collect(), after.iter().map(row).collect());
        let pairs = same_claims(&before, &after);
        let mut old: Vec<usize> = pairs.iter().map(|pair| pair.existing).collect();
        old.sort_unstable();
        prop_assert!(old.windows(2).all(|two| two[0] < two[1]));
        prop_assert!(pairs.windows(2).all(|two| two[0].new < two[1].new));
        prop_assert_eq!(same_claims(&before, &before).len(), before.len(), "a file repeats itself whole");
    }
}
