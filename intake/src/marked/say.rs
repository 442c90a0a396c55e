//! The words of what is given back, in both languages.

use super::mark::Mark;
use crate::finding::{Finding, Severity};
use crate::lang::Lang;

/// The name of the added sheet, in both languages at once: whoever reads the file next finds it too.
pub(super) const TAB: &str = "Fairlode findings - constats";
/// The first cell of the added sheet, by which it is known again.
pub(super) const TITLE: &str = "Fairlode: findings / Fairlode\u{a0}: constats";
/// The heading of the added column of a text file.
pub(super) const COLUMN: &str = "fairlode_findings_constats";
/// Who signs the notes.
pub(super) const AUTHOR: &str = "Fairlode";
/// What our part of a note begins with.
pub(super) const SIGN: &str = "— Fairlode —";

/// Letters of one note or one cell of the added column; the added sheet and the report have the rest.
const CHARS_MAX: usize = 4_000;

/// A severity, as it begins a line.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::MustFix, Lang::En) => "Must fix",
        (Severity::MustFix, Lang::Fr) => "À corriger",
        (Severity::ShouldCheck, Lang::En) => "Should check",
        (Severity::ShouldCheck, Lang::Fr) => "À vérifier",
        (Severity::CouldImprove, Lang::En) => "Could improve",
        (Severity::CouldImprove, Lang::Fr) => "À améliorer",
    }
}

/// The headings of the added sheet.
pub(super) fn headings(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::En => ["Severity", "Code", "Sheet", "Cell", "What is the matter", "Seen", "What would fix it"],
        Lang::Fr => ["Gravité", "Code", "Feuille", "Cellule", "Ce qui ne va pas", "Vu", "Ce qui le corrigerait"],
    }
}

/// What the added sheet is for. `whole` where the rest of the file came back with it.
pub(super) fn purpose(whole: bool, lang: Lang) -> &'static str {
    match (whole, lang) {
        (true, Lang::En) => {
            "Correct the coloured cells, each of which has a note, and send this file again. This sheet is passed over when the file is read."
        }
        (true, Lang::Fr) => {
            "Corrigez les cellules colorées, qui portent chacune une note, et renvoyez ce fichier. Cette feuille est ignorée à la lecture du fichier."
        }
        (false, Lang::En) => {
            "Correct these places in your own file and send it again. Files of its kind cannot be given back with marks; this is the list alone."
        }
        (false, Lang::Fr) => {
            "Corrigez ces endroits dans votre propre fichier et renvoyez-le. Les fichiers de ce type ne peuvent être rendus avec des marques ; ceci n’est que la liste."
        }
    }
}

/// How many findings there are of each severity.
pub(super) fn counts(findings: &[Finding], lang: Lang) -> String {
    let each = [Severity::MustFix, Severity::ShouldCheck, Severity::CouldImprove].map(|wanted| {
        let count = findings.iter().filter(|finding| finding.severity() == wanted).count();
        match lang {
            Lang::En => format!("{}: {count}", severity(wanted, lang)),
            Lang::Fr => format!("{}\u{a0}: {count}", severity(wanted, lang)),
        }
    });
    each.join(" · ")
}

/// Where a finding stands that is about no cell.
pub(super) fn line(number: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("line {number}"),
        Lang::Fr => format!("ligne {number}"),
    }
}

/// What stands in place of the findings that the added sheet has no room for.
pub(super) fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more"),
        Lang::Fr => format!("et {count} autres"),
    }
}

/// One finding in a sentence or two, beginning with its severity.
pub(super) fn finding(finding: &Finding, lang: Lang) -> String {
    let (word, message, fix) = (severity(finding.severity(), lang), finding.message(lang), finding.fix(lang));
    let seen = match (finding.seen.is_empty() || message.contains(&*finding.seen), lang) {
        (true, _) => String::new(),
        (false, Lang::En) => format!(" Seen: {}.", finding.seen),
        (false, Lang::Fr) => format!(" Vu\u{a0}: {}.", finding.seen),
    };
    match lang {
        Lang::En => format!("{word}: {message}{seen} {fix}"),
        Lang::Fr => format!("{word}\u{a0}: {message}{seen} {fix}"),
    }
}

/// The note of a cell: all its findings, the gravest first.
pub(super) fn note(findings: &[&Finding], lang: Lang) -> String {
    let each = sorted(findings).into_iter().map(|own| finding(own, lang));
    shortened(std::iter::once(SIGN.to_owned()).chain(each).collect::<Vec<_>>().join("\n"))
}

/// The note of a cell that was marked before and is in order now.
pub(super) fn settled(lang: Lang) -> String {
    let text = match lang {
        Lang::En => "Settled: nothing is found here any more.",
        Lang::Fr => "Réglé\u{a0}: plus rien n’est relevé ici.",
    };
    format!("{SIGN}\n{text}")
}

/// The cell of the added column: all findings of a row on one line, each with its place.
pub(super) fn row(findings: &[&Finding], lang: Lang) -> String {
    let each =
        sorted(findings).into_iter().map(|own| match own.cell().or_else(|| own.column.as_deref().map(str::to_owned)) {
            Some(place) => format!("{} [{place} {}]", finding(own, lang), own.code),
            None => format!("{} [{}]", finding(own, lang), own.code),
        });
    let line: String = each.collect::<Vec<_>>().join(" · ");
    shortened(line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
}

fn sorted<'f>(findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|finding| Mark::of(finding));
    sorted
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
