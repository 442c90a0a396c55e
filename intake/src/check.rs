//! Cells become values. Whatever cannot be read is flagged where it stands, and the row goes on.

use reconcile::{Amount, Currency, PartialDate};

use crate::amount::read_amount;
use crate::assemble::Index;
use crate::finding::{Code, Findings, Flagged};
use crate::rows::At;
use crate::sheet::Sheet;
use crate::vocabulary::Word;

/// The most characters of an id.
const ID_CHARS_MAX: usize = 200;

/// What a message names besides.
pub(crate) type Details = Vec<(&'static str, String)>;

/// Reads the cells of one row.
pub(crate) struct Checker<'a> {
    sheet: &'a Sheet,
    at: At,
    out: &'a mut Findings,
}

impl<'a> Checker<'a> {
    /// For the row that stands at `at` of a sheet.
    pub fn new(sheet: &'a Sheet, at: At, out: &'a mut Findings) -> Checker<'a> {
        Checker { sheet, at, out }
    }

    /// Records a finding that blocks.
    pub fn flag(&mut self, column: &'static str, seen: &str, code: Code, details: Details) -> Flagged {
        self.out.flag(self.sheet.spot(self.at, column), seen, code, details)
    }

    /// Records a finding about several columns at the first of them. Where the file lacks one, that was said already.
    pub fn flag_among(&mut self, columns: &[&'static str], seen: &str, code: Code, details: Details) -> Flagged {
        match columns {
            [first, ..] if !columns.iter().any(|column| self.sheet.lacks(column)) => {
                self.flag(first, seen, code, details)
            }
            _ => Flagged::elsewhere(),
        }
    }

    /// Records a finding that does not block.
    pub fn note(&mut self, column: &'static str, seen: &str, code: Code, details: Details) {
        self.out.note(self.sheet.spot(self.at, column), seen, code, details);
    }

    /// A cell that must not be empty.
    pub fn required<'r>(&mut self, column: &'static str, cell: &'r Option<String>) -> Result<&'r str, Flagged> {
        match cell {
            Some(text) => Ok(text),
            // A column that is missing was said once, not once a row.
            None if self.sheet.lacks(column) => Err(Flagged::elsewhere()),
            None => Err(self.flag(column, "", Code::ValueMissing, Vec::new())),
        }
    }

    /// An id: one word that lists and addresses can hold.
    pub fn id(&mut self, column: &'static str, cell: &Option<String>) -> Result<Box<str>, Flagged> {
        let id = self.required(column, cell)?;
        let stray = id.chars().any(|c| c.is_whitespace() || c.is_control() || c == ';');
        if stray || id.len() > ID_CHARS_MAX {
            return Err(self.flag(column, id, Code::IdShape, vec![("max", ID_CHARS_MAX.to_string())]));
        }
        Ok(id.into())
    }

    /// A word of a closed vocabulary of `reconcile`, or nothing.
    pub fn word<W: Word>(&mut self, column: &'static str, cell: &Option<String>) -> Result<Option<W>, Flagged> {
        let Some(text) = cell else { return Ok(None) };
        self.read_word(column, text).map(Some)
    }

    /// A word that must be there.
    pub fn required_word<W: Word>(&mut self, column: &'static str, cell: &Option<String>) -> Result<W, Flagged> {
        let text = self.required(column, cell)?;
        self.read_word(column, text)
    }

    fn read_word<W: Word>(&mut self, column: &'static str, text: &str) -> Result<W, Flagged> {
        match W::read(text) {
            Some(word) => Ok(word),
            None => Err(self.unknown_word(column, text, &W::words().collect::<Vec<_>>())),
        }
    }

    /// A word of a vocabulary that only files have, or nothing.
    pub fn one_of(
        &mut self,
        column: &'static str,
        cell: &Option<String>,
        allowed: &'static [&'static str],
    ) -> Result<Option<&'static str>, Flagged> {
        let Some(text) = cell else { return Ok(None) };
        match allowed.iter().find(|word| *word == text) {
            Some(word) => Ok(Some(word)),
            None => Err(self.unknown_word(column, text, allowed)),
        }
    }

    fn unknown_word(&mut self, column: &'static str, text: &str, allowed: &[&'static str]) -> Flagged {
        let nearest = self.out.nearest(text, allowed.iter().copied());
        let details = [("allowed", allowed.join(", "))].into_iter().chain(nearest).collect();
        self.flag(column, text, Code::WordUnknown, details)
    }

    /// A day, a month or a year, or nothing.
    pub fn date(&mut self, column: &'static str, cell: &Option<String>) -> Result<Option<PartialDate>, Flagged> {
        let Some(text) = cell else { return Ok(None) };
        match text.parse() {
            Ok(date) => Ok(Some(date)),
            Err(_) => Err(self.flag(column, text, Code::DateBad, Vec::new())),
        }
    }

    /// A plain decimal, or nothing.
    pub fn amount(&mut self, column: &'static str, cell: &Option<String>) -> Result<Option<Amount>, Flagged> {
        let Some(text) = cell else { return Ok(None) };
        match read_amount(text) {
            Ok(amount) => Ok(Some(amount)),
            Err(misspelled) => Err(self.flag(column, text, misspelled.code, misspelled.details)),
        }
    }

    /// A currency, or nothing.
    pub fn currency(&mut self, column: &'static str, cell: &Option<String>) -> Result<Option<Currency>, Flagged> {
        let Some(text) = cell else { return Ok(None) };
        match text.parse() {
            Ok(currency) => Ok(Some(currency)),
            Err(_) => Err(self.flag(column, text, Code::CurrencyShape, Vec::new())),
        }
    }

    /// The rank of what a cell refers to, or nothing.
    pub fn reference(
        &mut self,
        column: &'static str,
        cell: &Option<String>,
        index: &Index<'_>,
    ) -> Result<Option<u32>, Flagged> {
        match cell {
            Some(text) => self.code(column, text, index).map(Some),
            None => Ok(None),
        }
    }

    /// The rank of what a cell must refer to.
    pub fn required_reference(
        &mut self,
        column: &'static str,
        cell: &Option<String>,
        index: &Index<'_>,
    ) -> Result<u32, Flagged> {
        let text = self.required(column, cell)?;
        self.code(column, text, index)
    }

    /// The rank of a code that stands in a cell, perhaps among others.
    pub fn code(&mut self, column: &'static str, code: &str, index: &Index<'_>) -> Result<u32, Flagged> {
        if let Some(rank) = index.rank(code) {
            return Ok(rank);
        }
        if index.is_lost(code) {
            return Err(Flagged::elsewhere());
        }
        let nearest = self.out.nearest(code, index.codes());
        let details = [("table", index.table().to_owned())].into_iter().chain(nearest).collect();
        Err(self.flag(column, code, Code::ReferenceUnknown, details))
    }
}

/// A text as `reconcile` keeps it.
pub(crate) fn boxed(cell: &Option<String>) -> Option<Box<str>> {
    cell.as_deref().map(Box::from)
}

/// The words of a cell, `;` between them.
pub(crate) fn list(cell: &Option<String>) -> impl Iterator<Item = &str> {
    cell.as_deref().unwrap_or_default().split(';').map(str::trim).filter(|word| !word.is_empty())
}
