//! Business years, and the parts of a year. When a business year begins is a fact of the file, never an assumption.

use std::fmt;

use reconcile::{Day, Period};

use super::{Part, When, calendar};

/// When the business years of a file begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalYear {
    month: u32,
    day: u32,
    named_by: NamedBy,
}

/// Which of the two calendar years that it touches a business year is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The one in which it begins.
    First,
    /// The one in which it ends: Liberia's 2018 began in July 2017.
    Last,
}

impl FiscalYear {
    /// Business years that begin on a day which every year has: the month from 1, the day 1 but for a few countries.
    pub fn new(month: u32, day: u32, named_by: NamedBy) -> Option<FiscalYear> {
        Day::new(2001, month, day).map(|_| FiscalYear { month, day, named_by })
    }

    /// True where it is the calendar year.
    pub fn is_calendar(self) -> bool {
        (self.month, self.day) == (1, 1)
    }

    fn beginning(self, year: i32) -> Option<Period> {
        let first = Day::new(year, self.month, self.day)?;
        Period::new(first, Day::new(year.saturating_add(1), self.month, self.day)?.plus_days(-1))
    }
}

/// A business year as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusinessYear {
    /// `2022/23`: the year in which it begins, and the next.
    Two(i32),
    /// `exercice 2022`, `FY2022`: one year, of which it may be the first or the last.
    One(i32),
}

impl fmt::Display for BusinessYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BusinessYear::Two(first) => write!(f, "{first}/{}", first.saturating_add(1)),
            BusinessYear::One(year) => write!(f, "{year}"),
        }
    }
}

impl BusinessYear {
    /// Its days; without the file's word on business years, the days that it is most often.
    pub fn resolve(self, fiscal: Option<FiscalYear>) -> Result<Period, Vec<String>> {
        let known = fiscal.and_then(|fiscal| match self {
            // A calendar year has one year in its name.
            BusinessYear::Two(_) if fiscal.is_calendar() => None,
            BusinessYear::Two(first) => fiscal.beginning(first),
            BusinessYear::One(year) if fiscal.is_calendar() || fiscal.named_by == NamedBy::First => {
                fiscal.beginning(year)
            }
            BusinessYear::One(year) => fiscal.beginning(year.saturating_sub(1)),
        });
        known.ok_or_else(|| self.usual())
    }

    fn usual(self) -> Vec<String> {
        let begins: Vec<(i32, u32)> = match self {
            BusinessYear::Two(first) => vec![(first, 4), (first, 7), (first, 10)],
            BusinessYear::One(year) => vec![(year, 1), (year.saturating_sub(1), 7), (year, 4), (year, 7)],
        };
        let periods = begins.iter().filter_map(|(year, month)| calendar::months(*year, *month, 12));
        periods.map(|period| When::Period(period).to_string()).collect()
    }
}

impl Part {
    /// Its days. Where business years are not calendar years, a quarter may be counted in either.
    pub fn resolve(self, fiscal: Option<FiscalYear>) -> Result<When, Vec<String>> {
        let length = 12 / self.of;
        let passed = (self.nth - 1) * length;
        let of_calendar = calendar::months(self.year, passed + 1, length).map(When::Period).ok_or_else(Vec::new)?;
        let Some(fiscal) = fiscal.filter(|fiscal| !fiscal.is_calendar()) else { return Ok(of_calendar) };
        let begins = if fiscal.named_by == NamedBy::First { self.year } else { self.year - 1 };
        let month = fiscal.month - 1 + passed;
        let of_business = calendar::months(begins + (month / 12) as i32, month % 12 + 1, length).map(When::Period);
        Err([Some(of_calendar), of_business].iter().flatten().map(When::to_string).collect())
    }
}
