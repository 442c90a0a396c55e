//! Gathers findings while reading goes on.

use std::sync::Arc;

use crate::finding::{Code, Finding, Severity};
use crate::nearest::nearest;

/// The most characters of a cell that a finding repeats.
const SEEN_CHARS_MAX: usize = 80;
/// The most characters of anything else that a finding names.
const DETAIL_CHARS_MAX: usize = 1_000;
/// How many known words one reading may be compared with in search of the nearest.
const COMPARISONS_MAX: usize = 200_000;

/// Proof that a finding that blocks has been made, so nothing unread is passed over in silence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flagged(());

impl Flagged {
    /// What is unread here was flagged where it stands: a reference to a row that could not be read.
    pub fn elsewhere() -> Flagged {
        Flagged(())
    }
}

/// Where a finding stands.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub file: Arc<str>,
    pub sheet: Option<Arc<str>>,
    pub line: Option<u32>,
    pub row: Option<u32>,
    pub column: Option<Box<str>>,
    pub column_index: Option<u32>,
}

impl Spot {
    /// A whole file.
    pub fn file(file: &Arc<str>) -> Spot {
        Spot { file: file.clone(), sheet: None, line: None, row: None, column: None, column_index: None }
    }

    /// A sheet of a workbook.
    pub fn sheet(file: &Arc<str>, sheet: &Arc<str>) -> Spot {
        // The only sheet of a text file has no name.
        Spot { sheet: (!sheet.is_empty()).then(|| sheet.clone()), ..Spot::file(file) }
    }

    /// A cell of a grid: `row` from 1, `column` from 0.
    pub fn cell(file: &Arc<str>, sheet: &Arc<str>, row: u32, column: u32) -> Spot {
        Spot { row: Some(row), column_index: Some(column), ..Spot::sheet(file, sheet) }
    }

    /// A line of a file.
    pub fn line(file: &Arc<str>, line: u32, row: Option<u32>) -> Spot {
        Spot { line: Some(line), row, ..Spot::file(file) }
    }
}

/// The findings of one reading.
#[derive(Debug)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    max: usize,
    cut: usize,
    blocking: bool,
    comparisons_left: usize,
}

impl Findings {
    /// None yet; keeps at most `max`.
    pub fn new(max: usize) -> Findings {
        Findings { list: Vec::new(), max, cut: 0, blocking: false, comparisons_left: COMPARISONS_MAX }
    }

    /// True once something must be fixed before anything is imported.
    pub fn blocking(&self) -> bool {
        self.blocking
    }

    /// Records a finding that blocks.
    pub fn flag(&mut self, spot: Spot, seen: &str, code: Code, details: Vec<(&'static str, String)>) -> Flagged {
        self.blocking = true;
        self.note(spot, seen, code, details);
        Flagged(())
    }

    /// Records a finding.
    pub fn note(&mut self, spot: Spot, seen: &str, code: Code, details: Vec<(&'static str, String)>) {
        self.blocking |= code.severity() == Severity::MustFix;
        if self.list.len() >= self.max {
            self.cut += 1;
            return;
        }
        self.list.push(Findings::only(spot, seen, code, details));
    }

    /// The finding about one thing that was looked at alone.
    pub fn only(spot: Spot, seen: &str, code: Code, details: Vec<(&'static str, String)>) -> Finding {
        Finding {
            code,
            file: spot.file,
            sheet: spot.sheet,
            line: spot.line,
            row: spot.row,
            column: spot.column,
            column_index: spot.column_index,
            seen: shortened(seen, SEEN_CHARS_MAX).into(),
            details: details.into_iter().map(|(name, text)| (name, shortened(&text, DETAIL_CHARS_MAX))).collect(),
        }
    }

    /// The detail that suggests the nearest known word, if one is near.
    pub fn nearest<'a>(
        &mut self,
        seen: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<(&'static str, String)> {
        nearest(seen, known, &mut self.comparisons_left).map(|word| ("nearest", word.to_owned()))
    }

    /// All findings by file, sheet, line and column; the same finding is told once.
    pub fn finish(mut self) -> Vec<Finding> {
        self.list.sort_by(|left, right| order(left).cmp(&order(right)));
        self.list.dedup();
        if self.cut > 0 {
            let file = self.list.last().map_or_else(|| Arc::from(""), |last| last.file.clone());
            let details = vec![("max", self.max.to_string()), ("more", self.cut.to_string())];
            self.max = usize::MAX;
            self.flag(Spot::file(&file), "", Code::FindingsCut, details);
        }
        self.list
    }
}

type Order<'a> =
    (&'a str, Option<&'a str>, Option<u32>, Option<u32>, Option<u32>, Code, &'a str, &'a [(&'static str, String)]);

fn order(finding: &Finding) -> Order<'_> {
    let sheet = finding.sheet.as_deref();
    // Text files have lines; workbooks have rows alone. A line and its row rise together.
    let (line, row, column) = (finding.line, finding.row, finding.column_index);
    (&finding.file, sheet, line, row, column, finding.code, &finding.seen, &finding.details)
}

/// The first characters of a text, with an ellipsis where something was left out.
fn shortened(text: &str, chars_max: usize) -> String {
    match text.char_indices().nth(chars_max) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
