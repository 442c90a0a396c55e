//! A finding says which, where, what we saw, and what would fix it.

mod code;
mod collect;
mod render;
mod shape;

use std::sync::Arc;

pub use code::Code;
pub(crate) use collect::{Findings, Flagged, Spot};
pub use render::Worded;
pub use shape::{Severity, Wording};

use crate::csv::column_letters;

/// One thing that the reader of a file should know, fix or consider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about, in one word.
    pub code: Code,
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet of a workbook, where it is about one.
    pub sheet: Option<Arc<str>>,
    /// The line of the file, from 1, where it is about one.
    pub line: Option<u32>,
    /// The row in a spreadsheet, from 1: less than the line where cells hold line breaks.
    pub row: Option<u32>,
    /// The column's name, where it is about one.
    pub column: Option<Box<str>>,
    /// The position of the column, from 0.
    pub column_index: Option<u32>,
    /// The text that was seen, cut after eighty characters. Empty where there is none.
    pub seen: Box<str>,
    /// What the messages name besides: allowed words, a sum, the nearest known word.
    pub(crate) details: Vec<(&'static str, String)>,
}

impl Finding {
    /// The severity of its code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The cell as a spreadsheet names it, such as `N12`.
    pub fn cell(&self) -> Option<String> {
        Some(format!("{}{}", column_letters(self.column_index?), self.row?))
    }

    /// Where in the file it is, as a person says it: `N12`, `Payments!N12`, or the sheet alone.
    pub fn place(&self) -> Option<String> {
        match (&self.sheet, self.cell()) {
            (Some(sheet), Some(cell)) => Some(format!("{sheet}!{cell}")),
            (Some(sheet), None) => Some(sheet.to_string()),
            (None, cell) => cell,
        }
    }

    /// What a message names besides, by its name: `allowed`, `nearest`, `sum`, `write`, ….
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(own, _)| *own == name).map(|(_, text)| text.as_str())
    }
}
