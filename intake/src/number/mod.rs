//! Numbers as people write them.
//!
//! A cell is read in two movements. [`read_cell`] says what its text *can* mean, by itself; [`read_with`] says what it
//! *does* mean, given the decimal [`Mark`] that the rest of its file proves ([`Inferred::marks`]) and the [`Context`] of its
//! row. Where two readings are left, the answer is a [`Question`], never a figure.
//!
//! ```
//! use intake::number::{Context, Inferred, Mark, Read, read_with};
//!
//! let column = [("B2", "1.200"), ("B3", "1.234.567,89 FCFA")];
//! let inferred = Inferred::marks(column);
//! assert_eq!(inferred.choice(), Some(Mark::Comma));
//!
//! let context = Context { country: Some("CI"), ..Context::default() };
//! let Read::Figure(figure) = read_with("1.234.567,89 FCFA", inferred.choice(), &context) else { panic!("a figure") };
//! assert_eq!((figure.amount.to_string(), figure.currency().map(|c| c.to_string())), ("1234567.89".into(), Some("XOF".into())));
//! assert!(matches!(read_with("1.200", None, &context), Read::Asked(_)));
//! ```

mod around;
mod digits;
mod mark;
mod money;
pub(crate) mod phrase;
mod read;
mod scale;
mod sentinel;
mod spelling;
mod step;
mod unit;

use reconcile::{Currency, DIGITS_MAX, Period};

use crate::finding::Code;
use crate::lang::Lang;

pub(crate) use mark::Evidence;
pub use mark::{Inferred, Mark, Proof};
pub use read::{Figure, Read, read_with};
pub use sentinel::Absent;
pub(crate) use sentinel::absent;
pub use spelling::{Number, OneReading, Spelling, read_cell};
pub use step::Step;
pub use unit::{ReadUnit, read_unit};

/// What is known about a cell from beside it: its row, its column's header, its file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The ISO 3166-1 code of the country, in capital letters.
    pub country: Option<&'a str>,
    /// The time that the row is about: it tells old leones from new ones.
    pub span: Option<Period>,
    /// The currency that the row or the header names.
    pub currency: Option<Currency>,
    /// What a person answered about words of money, each as [`Question::spelling`] had it.
    pub words: &'a [(&'a str, Currency)],
    /// The language of the file: a `billion` is not the same number in each.
    pub lang: Option<Lang>,
    /// Zeros that the header adds to each figure of the column: 3 for "in thousands".
    pub zeros: u32,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// Which mark parts the decimals of the file or column.
    DecimalMark,
    /// Which currency a word means.
    Currency,
    /// How much a word multiplies, or whether it does.
    Scale,
    /// Whether the day or the month stands first in the file or column.
    DayOrder,
    /// When the business year begins, and by which of its years it is called.
    FiscalYear,
    /// Whether it is a month, or the business year of two calendar years.
    MonthOrYears,
}

/// A spelling with two meanings or more, and what it can mean: to be asked, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub about: About,
    /// What is written.
    pub spelling: String,
    /// The answers, in words of ours: plain digits, codes of currencies, ISO dates.
    pub readings: Vec<String>,
}

impl Question {
    pub(crate) fn either_or(&self) -> Vec<(&'static str, String)> {
        let reading = |index: usize| self.readings.get(index).cloned().unwrap_or_default();
        vec![("either", reading(0)), ("or", reading(1))]
    }

    /// The finding of a cell that could not be read because nobody has answered.
    pub fn remark(&self) -> Remark {
        let details = || vec![("allowed", self.readings.join(", "))];
        match self.about {
            About::DecimalMark | About::Scale => Remark { code: Code::AmountAmbiguous, details: self.either_or() },
            About::Currency => Remark { code: Code::CurrencyWordAmbiguous, details: details() },
            About::DayOrder | About::MonthOrYears => Remark { code: Code::DateAmbiguous, details: self.either_or() },
            About::FiscalYear => Remark { code: Code::FiscalYearUnknown, details: details() },
        }
    }
}

/// A finding about a cell, before its place is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which finding.
    pub code: Code,
    /// What its sentences name.
    pub details: Vec<(&'static str, String)>,
}

impl Remark {
    pub(crate) fn new(code: Code) -> Remark {
        Remark { code, details: Vec::new() }
    }

    /// With the spelling that would be read, where there is one.
    pub(crate) fn writing(code: Code, write: Option<String>) -> Remark {
        Remark { code, details: write.into_iter().map(|text| ("write", text)).collect() }
    }

    pub(crate) fn too_long() -> Remark {
        Remark { code: Code::AmountTooLong, details: vec![("max", DIGITS_MAX.to_string())] }
    }
}
