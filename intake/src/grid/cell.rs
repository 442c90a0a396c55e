//! One cell: where it stands, what the file holds there, and what that is.

use std::fmt;
use std::sync::Arc;

use crate::csv::column_letters;
use crate::lang::Lang;

/// What a cell holds.
///
/// Numbers and dates are texts: an exact decimal such as `-1234.5`, without exponent, separators or superfluous noise;
/// an ISO 8601 date `2024-03-31`, with `T12:30:00` behind it where the cell holds a time of day too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing: a formula without a stored value.
    Empty,
    /// A text, with its spaces and line breaks. Every cell of a CSV file is one.
    Text(&'a str),
    /// A number that the workbook stores as one.
    Number(&'a str),
    /// A date that the workbook stores as one.
    Date(&'a str),
    /// Yes or no.
    Bool(bool),
    /// An error in place of a value: `#REF!`, `#DIV/0!`, `Err:507`, also where it was saved as a text.
    Error(&'a str),
}

/// What was done to the stored characters to get the value. `Cell::raw` has them as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// `1234.5599999999999` became `1234.56`: both are the same binary number, and the shorter is what was typed.
    /// Noise that a computation left, as in `98083.62434000001`, makes another number, and stays.
    NoiseDropped,
    /// `1.2E3` became `1200`.
    ExponentWrittenOut,
    /// A count of days became the date it stands for.
    DayCounted,
}

impl Step {
    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::NoiseDropped => "noise_dropped",
            Step::ExponentWrittenOut => "exponent_written_out",
            Step::DayCounted => "day_counted",
        }
    }

    /// What was done, as a sentence.
    pub fn sentence(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Step::NoiseDropped, Lang::En) => "The noise of a binary number was dropped.",
            (Step::NoiseDropped, Lang::Fr) => "Le bruit d’un nombre binaire a été retiré.",
            (Step::ExponentWrittenOut, Lang::En) => "The exponent was written out in digits.",
            (Step::ExponentWrittenOut, Lang::Fr) => "L’exposant a été écrit en chiffres.",
            (Step::DayCounted, Lang::En) => "The stored count of days was read as the date that the cell shows.",
            (Step::DayCounted, Lang::Fr) => {
                "Le nombre de jours enregistré a été lu comme la date que montre la cellule."
            }
        }
    }
}

/// Where a cell stands. It prints as people write it: `Payments!F14`, or `F14` in a file without sheets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The sheet's name; empty in a text file.
    pub sheet: Arc<str>,
    /// From 1, as a spreadsheet shows it.
    pub row: u32,
    /// From 0: column A.
    pub column: u32,
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.sheet.is_empty() {
            write!(f, "{}!", self.sheet)?;
        }
        write!(f, "{}{}", column_letters(self.column), self.row)
    }
}

/// A cell with something in it, borrowed from its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    pub(super) sheet: &'a Arc<str>,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) value: Value<'a>,
    pub(super) raw: &'a str,
    pub(super) format: Option<&'a str>,
    pub(super) marks: Marks,
}

impl<'a> Cell<'a> {
    /// The row, from 1.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// The column, from 0.
    pub fn column(&self) -> u32 {
        self.column
    }

    /// Sheet, row and column, to keep.
    pub fn place(&self) -> CellPlace {
        CellPlace { sheet: self.sheet.clone(), row: self.row, column: self.column }
    }

    /// What it holds.
    pub fn value(&self) -> Value<'a> {
        self.value
    }

    /// The characters as the file has them: of a text the text, of an ODS number what a person sees in the cell (such as
    /// `1 234,50 €`), of an XLSX number the stored characters, which [`Cell::format`] tells how to show.
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// The value as a text, as other formats would have it: digits of a number, letters of a text, nothing of `Empty`.
    pub fn text(&self) -> &'a str {
        match self.value {
            Value::Empty => "",
            Value::Text(text) | Value::Number(text) | Value::Date(text) | Value::Error(text) => text,
            Value::Bool(true) => "TRUE",
            Value::Bool(false) => "FALSE",
        }
    }

    /// The number format as spreadsheets write it, where it is not the general one: `0.00%`, `#,##0 [$FCFA]`.
    pub fn format(&self) -> Option<&'a str> {
        self.format
    }

    /// True where the value is the stored result of a formula.
    pub fn is_formula(&self) -> bool {
        self.marks.has(Marks::FORMULA)
    }

    /// What was done to [`Cell::raw`] to get the value, in order.
    pub fn steps(&self) -> impl Iterator<Item = Step> + use<> {
        let marks = self.marks;
        [
            (Marks::EXPONENT, Step::ExponentWrittenOut),
            (Marks::NOISE, Step::NoiseDropped),
            (Marks::DAYS, Step::DayCounted),
        ]
        .into_iter()
        .filter(move |(mark, _)| marks.has(*mark))
        .map(|(_, step)| step)
    }
}

/// Yes-or-no facts about a cell, in one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub const FORMULA: Marks = Marks(1);
    pub const EXPONENT: Marks = Marks(2);
    pub const NOISE: Marks = Marks(4);
    pub const DAYS: Marks = Marks(8);
    /// The text is one of the workbook's shared texts.
    pub const SHARED: Marks = Marks(16);

    pub fn has(self, mark: Marks) -> bool {
        self.0 & mark.0 != 0
    }

    pub fn with(self, mark: Marks) -> Marks {
        Marks(self.0 | mark.0)
    }

    pub fn when(self, holds: bool, mark: Marks) -> Marks {
        if holds { self.with(mark) } else { self }
    }
}

/// True for what spreadsheets show in place of a value, in any format: `#REF!`, `#N/A`, `Err:507`.
pub(super) fn is_error(text: &str) -> bool {
    let text = text.trim();
    match text.as_bytes().first() {
        Some(b'#') => matches!(
            text,
            "#REF!" | "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#VALUE!" | "#SPILL!" | "#CALC!"
        ),
        Some(b'E') => text
            .strip_prefix("Err:")
            .is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit())),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_in_every_spelling_and_texts_are_not_errors() {
        assert!(["#REF!", " #N/A ", "Err:507", "#DIV/0!"].into_iter().all(is_error));
        assert!(!["#12", "Err:", "Err:50x", "Error", "", "n/a"].into_iter().any(is_error));
    }

    #[test]
    fn a_place_prints_as_people_write_it() {
        let place = CellPlace { sheet: "Payments".into(), row: 14, column: 5 };
        assert_eq!(place.to_string(), "Payments!F14");
        assert_eq!(CellPlace { sheet: "".into(), ..place }.to_string(), "F14");
    }
}
