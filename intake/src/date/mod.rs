//! Dates and periods as people write them.
//!
//! As with [figures](crate::number), [`read_date`] says what a text *can* mean, and [`read_date_with`] what it *does* mean,
//! given the [`Order`] of day and month that the rest of its file proves ([`Inferred::orders`](crate::number::Inferred::orders)) and when its business years
//! begin. `7/1/2017` alone is a question; so is `2022/23`, and `2011-12`, which is a month or a business year.
//!
//! ```
//! use intake::date::{DateContext, Order, ReadDate, read_date_with};
//! use intake::number::Inferred;
//!
//! let inferred = Inferred::orders([("C2", "7/1/2017"), ("C3", "21/12/2017")]);
//! let context = DateContext { order: inferred.choice(), fiscal: None };
//! let ReadDate::When(when) = read_date_with("7/1/2017", &context) else { panic!("a date") };
//! assert_eq!(when.to_string(), "2017-01-07");
//! ```

mod calendar;
mod fiscal;
mod order;
mod parse;
mod span;
mod token;

use std::fmt;

use reconcile::{Day, PartialDate, Period};

use crate::number::{About, Absent, Question, Remark};
pub use fiscal::{BusinessYear, FiscalYear, NamedBy};
pub use order::{Dated, Order};
pub use span::read_date;

/// A date or a period, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day, a month or a year.
    Date(PartialDate),
    /// A quarter, a half, a business year, or from one date to another.
    Period(Period),
}

impl When {
    /// The first day that it may mean.
    pub fn first(self) -> Day {
        match self {
            When::Date(date) => date.first,
            When::Period(period) => period.first,
        }
    }

    /// The last day that it may mean.
    pub fn last(self) -> Day {
        match self {
            When::Date(date) => date.last,
            When::Period(period) => period.last,
        }
    }

    /// All its days.
    pub fn period(self) -> Period {
        Period { first: self.first(), last: self.last() }
    }
}

impl fmt::Display for When {
    /// `2017-12-21`, `2017-12`, `2017`, or `2022-01-01..2022-03-31`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first().to_string(), self.last().to_string());
        match self {
            When::Period(_) => write!(f, "{first}..{last}"),
            When::Date(date) if date.first == date.last => f.write_str(&first),
            When::Date(_) if first.get(..7) == last.get(..7) => f.write_str(first.get(..7).unwrap_or(&first)),
            When::Date(_) => f.write_str(first.get(..4).unwrap_or(&first)),
        }
    }
}

/// What a cell's text can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateSpelling {
    /// Nothing is written.
    Blank,
    /// A word says that there is no date.
    Absent(Absent),
    /// A date or a period, by the one order of day and month, by the other, or by both alike.
    Dated(Dated),
    /// A quarter or a half.
    Part(Part),
    /// A business year: it needs the day on which such years begin.
    BusinessYear(BusinessYear),
    /// `2011-12`: a month, or a business year.
    MonthOrYears(When, BusinessYear),
    /// Neither: told with what would fix it.
    Refused(Remark),
}

/// The `nth` of the `of` equal parts of a year: quarters and halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Four for quarters, two for halves.
    of: u32,
    /// From 1.
    nth: u32,
    year: i32,
}

/// What is known about dates from beside the cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateContext {
    /// Which of day and month stands first, where the file or column proves it.
    pub order: Option<Order>,
    /// When business years begin, where the file says so.
    pub fiscal: Option<FiscalYear>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadDate {
    /// Nothing is written.
    Blank,
    /// There is no date, and why.
    Absent(Absent),
    /// A date or a period.
    When(When),
    /// Two readings are left.
    Asked(Question),
    /// It cannot be read as it stands.
    Refused(Remark),
}

/// Reads one cell, given what its file and its column say.
pub fn read_date_with(text: &str, context: &DateContext) -> ReadDate {
    let asked = |about: About, readings: Vec<String>| {
        ReadDate::Asked(Question { about, spelling: text.trim().to_owned(), readings })
    };
    let years = |years: BusinessYear| match years.resolve(context.fiscal) {
        Ok(period) => ReadDate::When(When::Period(period)),
        Err(readings) => asked(About::FiscalYear, readings),
    };
    match read_date(text) {
        DateSpelling::Blank => ReadDate::Blank,
        DateSpelling::Absent(absent) => ReadDate::Absent(absent),
        DateSpelling::Refused(remark) => ReadDate::Refused(remark),
        DateSpelling::Dated(dated) => match dated.decided(context.order) {
            Some(when) => ReadDate::When(when),
            None => asked(About::DayOrder, dated.readings()),
        },
        DateSpelling::Part(part) => match part.resolve(context.fiscal) {
            Ok(when) => ReadDate::When(when),
            Err(readings) => asked(About::FiscalYear, readings),
        },
        DateSpelling::BusinessYear(written) => years(written),
        // A file that has business years means one of them by it.
        DateSpelling::MonthOrYears(_, written) if context.fiscal.is_some_and(|fiscal| !fiscal.is_calendar()) => {
            years(written)
        }
        DateSpelling::MonthOrYears(month, written) => {
            asked(About::MonthOrYears, vec![month.to_string(), written.to_string()])
        }
    }
}
