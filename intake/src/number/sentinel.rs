//! Words that stand where an amount would: each says why there is none. Missing is never zero.
//!
//! A word with two meanings is read as the one that claims less, and that is said: `n/a` is `not_stated` (it may be
//! *not applicable*), `Nc` is `not_stated` (*non communiqué*, or *non concerné*), a dash is `not_stated` (accountants mean a nought
//! by it). `nil` and `néant` are `none_reported`: the side says that nothing came, and wrote no figure. A zero is an amount
//! only where a zero is written.

use reconcile::Absence;

use crate::finding::Code;
use crate::number::Remark;
use crate::number::phrase::{bare, folded};

/// Why there is no figure in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The reason.
    pub absence: Absence,
    meanings: Option<(&'static str, &'static str)>,
    is_error: bool,
}

impl Absent {
    /// What should be told about it: two meanings, or a formula that failed.
    pub fn remark(&self) -> Option<Remark> {
        let read = ("read", self.absence.as_str().to_owned());
        if self.is_error {
            return Some(Remark { code: Code::SpreadsheetError, details: vec![read] });
        }
        let (either, or) = self.meanings?;
        let details = vec![("either", either.to_owned()), ("or", or.to_owned()), read];
        Some(Remark { code: Code::AbsenceTwoMeanings, details })
    }

    const fn plain(absence: Absence) -> Absent {
        Absent { absence, meanings: None, is_error: false }
    }

    const fn unsure(absence: Absence, either: &'static str, or: &'static str) -> Absent {
        Absent { absence, meanings: Some((either, or)), is_error: false }
    }
}

const NOTHING: Absent = Absent::unsure(Absence::NoneReported, "none_reported", "0");
const DASH: Absent = Absent::unsure(Absence::NotStated, "not_stated", "0");
const NOT_HERE: Absent = Absent::unsure(Absence::NotStated, "not_stated", "not_applicable");
const NOT_SAID: Absent = Absent::unsure(Absence::NotStated, "not_stated", "not_disclosed");
const ERROR: Absent = Absent { absence: Absence::Illegible, meanings: None, is_error: true };

/// Folded, without points, asterisks and brackets.
const WORDS: &[(&[&str], Absent)] = &[
    (&["nil", "neant", "none", "nothing", "aucun", "aucune", "rien", "nada", "nenhum", "nenhuma", "ras"], NOTHING),
    (&["-", "--", "---", "- -", "_", "/", "//"], DASH),
    (&["n/a", "na", "n a", "n-a"], NOT_HERE),
    (&["nc", "n/c", "n c"], Absent::unsure(Absence::NotStated, "not_disclosed", "not_applicable")),
    (&["nd", "n/d", "n d"], NOT_SAID),
    (
        &[
            "not available",
            "unavailable",
            "not stated",
            "not reported",
            "not specified",
            "no data",
            "unknown",
            "missing",
            "tbd",
            "tbc",
            "to be confirmed",
            "pending",
            "non disponible",
            "non disponibles",
            "indisponible",
            "non renseigne",
            "non precise",
            "non declare",
            "non rapporte",
            "non connu",
            "inconnu",
            "pas de donnees",
            "manquant",
            "en attente",
            "a completer",
            "a confirmer",
            "nao disponivel",
            "indisponivel",
            "nao declarado",
            "desconhecido",
            "sem dados",
        ],
        Absent::plain(Absence::NotStated),
    ),
    (&["?", "??", "???", "…", "xxx"], Absent::plain(Absence::NotStated)),
    (
        &[
            "not applicable",
            "non applicable",
            "sans objet",
            "s/o",
            "so",
            "non concerne",
            "nao aplicavel",
            "nao se aplica",
            "sem objeto",
        ],
        Absent::plain(Absence::NotApplicable),
    ),
    (
        &[
            "not disclosed",
            "undisclosed",
            "not communicated",
            "refused",
            "non communique",
            "non communiquee",
            "non divulgue",
            "non publie",
            "refus",
            "nao comunicado",
            "nao divulgado",
        ],
        Absent::plain(Absence::NotDisclosed),
    ),
    (
        &["confidential", "confidentiel", "confidentielle", "confidencial", "withheld", "redacted", "secret", "w"],
        Absent::plain(Absence::Withheld),
    ),
    (&["not found", "introuvable", "non trouve", "nao encontrado"], Absent::plain(Absence::NotFound)),
    (&["not collected", "non collecte", "nao recolhido"], Absent::plain(Absence::NotCollected)),
    (&["not quantified", "non quantifie", "non chiffre", "nao quantificado"], Absent::plain(Absence::NotQuantified)),
    (&["illegible", "unreadable", "illisible", "ilegivel"], Absent::plain(Absence::Illegible)),
    (&["disputed", "in dispute", "conteste", "en litige", "contestado"], Absent::plain(Absence::Disputed)),
    (&["no account", "pas de compte", "sans compte", "sem conta"], Absent::plain(Absence::NoAccount)),
];

/// What a spreadsheet shows where a formula failed, or where a column was too narrow to print.
const ERRORS: &[&str] = &["#ref", "#n/a", "#value", "#valeur", "#div/0", "#name", "#nom", "#num", "#null", "#nombre"];

/// "See part 4": the figure is elsewhere.
const ELSEWHERE: &[&str] = &["voir ", "see ", "cf ", "cf. ", "refer to ", "ver "];

/// The reason for the absence of a figure, if the text is one.
pub(crate) fn absent(text: &str) -> Option<Absent> {
    let text = folded(bare(text));
    // A code word of ours is not folded away: `none_reported` stands for itself.
    if let Some(absence) = Absence::from_code(&text) {
        return Some(Absent::plain(absence));
    }
    let is_error = |text: &str| {
        let error = text.trim_end_matches(['!', '?']);
        ERRORS.contains(&error)
            || text.strip_prefix("err:").is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
            || (text.len() > 1 && text.bytes().all(|byte| byte == b'#'))
    };
    if is_error(&text) {
        return Some(ERROR);
    }
    if ELSEWHERE.iter().any(|start| text.starts_with(start)) {
        return Some(Absent::plain(Absence::NotRead));
    }
    let word: String = text.chars().filter(|c| !matches!(c, '.' | '*' | '(' | ')' | '[' | ']' | ':')).collect();
    let word = match word.trim() {
        "" if text.contains("..") => "…",
        "" => return None,
        word => word,
    };
    WORDS.iter().find(|(words, _)| words.contains(&word)).map(|(_, absent)| *absent)
}
