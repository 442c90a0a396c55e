//! Findings.

use async_graphql::{Enum, SimpleObject};
use intake::Lang;

/// How much a finding matters.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing is taken before it is put right.
    MustFix,
    /// Someone should look.
    ShouldCheck,
    /// It would be better otherwise.
    CouldImprove,
}

/// What was found while reading a file: which, where, what was seen, and what would put it right.
#[derive(SimpleObject)]
pub struct Finding {
    /// A documented word.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: Option<i32>,
    /// Name of the column.
    pub column: Option<String>,
    /// What was seen there.
    pub seen: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// What is wrong, in French.
    pub message_fr: String,
    /// What would put it right, in English.
    pub fix_en: String,
    /// What would put it right, in French.
    pub fix_fr: String,
}

impl Finding {
    /// A finding of the reader, in both languages.
    pub fn of(finding: &intake::Finding) -> Finding {
        Finding {
            code: finding.code.as_str().to_owned(),
            severity: match finding.severity() {
                intake::Severity::MustFix => Severity::MustFix,
                intake::Severity::ShouldCheck => Severity::ShouldCheck,
                intake::Severity::CouldImprove => Severity::CouldImprove,
            },
            file: finding.file.to_string(),
            // A file has far fewer lines than i32 counts.
            line: finding.line.and_then(|line| i32::try_from(line).ok()),
            column: finding.column.as_deref().map(str::to_owned),
            seen: finding.seen.to_string(),
            message_en: finding.message(Lang::En),
            message_fr: finding.message(Lang::Fr),
            fix_en: finding.fix(Lang::En),
            fix_fr: finding.fix(Lang::Fr),
        }
    }
}
