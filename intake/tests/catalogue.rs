//! `docs/findings.md` is written from the table of codes, and held to it here.
//! `UPDATE_EXPECT=1 cargo test -p intake` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect_file;
use intake::{Code, Lang, Severity};

const HEAD: &str = "\
# Findings

What reading a file can find, in the order in which it is looked for: the file, its lines, its cells, what they refer
to. Each code is the same word in the API, on the pages, in `fairlode check --json` and here; it is never reused for
something else. Names in braces are filled in. Where one spelling can be suggested, the fix begins with “Write …” or
ends with “Did you mean …?”.

*Ce que la lecture d’un fichier peut constater, dans l’ordre où on le cherche : le fichier, ses lignes, ses cellules, ce
à quoi elles renvoient. Chaque code est le même mot dans l’API, sur les pages, dans `fairlode check --json` et ici ; il
n’est jamais réutilisé. Les noms entre accolades sont remplacés par ce qui a été vu. Quand une écriture peut être
proposée, la correction commence par « Écrivez … » ou finit par « Vouliez-vous écrire … ? ».*

| severity | meaning | sens |
|---|---|---|
| `must_fix` | nothing is imported before it is fixed | rien n’est importé avant correction |
| `should_check` | somebody should look at it | à vérifier par quelqu’un |
| `could_improve` | it does no harm | sans dommage |
";

#[test]
fn the_catalogue_lists_every_code_in_both_languages() {
    let mut text = HEAD.to_owned();
    for code in Code::ALL {
        let (en, fr) = (code.wording(Lang::En), code.wording(Lang::Fr));
        let severity = code.severity().as_str();
        write!(
            text,
            "\n## `{code}`\n\n`{severity}`\n\n{}<br>\n→ {}\n\n*{}<br>\n→ {}*\n",
            en.message, en.fix, fr.message, fr.fix
        )
        .expect("a string grows");
    }
    expect_file!["../../docs/findings.md"].assert_eq(&text);
}

#[test]
fn codes_are_phrases_that_are_there_once() {
    let words: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(words.len(), Code::ALL.len());
    for word in words {
        assert!(word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'), "{word}");
    }
    assert_eq!(Code::ALL.iter().filter(|code| code.severity() == Severity::CouldImprove).count(), 17);
}

#[test]
fn both_languages_name_the_same_things() {
    for code in Code::ALL {
        let (en, fr) = (code.wording(Lang::En), code.wording(Lang::Fr));
        // Some places have a text in each language: `{expected}` and `{expected_fr}`.
        assert_eq!(places(en.message), places(&fr.message.replace("_fr}", "}")), "{code}");
        assert_eq!(places(en.fix), places(&fr.fix.replace("_fr}", "}")), "{code}");
    }
}

#[test]
fn no_word_of_judgement_is_used() {
    for code in Code::ALL {
        let en = code.wording(Lang::En);
        for word in ["stolen", "fraud", "true value", "actual"] {
            assert!(!en.message.contains(word) && !en.fix.contains(word), "{code}");
        }
    }
}

fn places(template: &str) -> BTreeSet<&str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}
