//! Days, and the spans of time that claims speak about.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A calendar day (proleptic Gregorian), counted from 1970-01-01. No clock is ever read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date is YYYY-MM-DD, YYYY-MM or YYYY, and exists in the calendar")]
pub struct DayError;

impl Day {
    /// Before every date: the open start of "until 2023".
    pub const OPEN_START: Day = Day(i32::MIN);
    /// After every date: the open end of "since 2012".
    pub const OPEN_END: Day = Day(i32::MAX);

    /// The day, if the calendar has it. Years 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Days from civil, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Day(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month and day; `None` for the open ends.
    pub fn parts(self) -> Option<(i32, u32, u32)> {
        if self == Day::OPEN_START || self == Day::OPEN_END {
            return None;
        }
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Some((year, month as u32, day as u32))
    }

    /// True for a day of the calendar, false for an open end.
    pub fn is_dated(self) -> bool {
        self.parts().is_some()
    }

    /// Appends the day as `YYYY-MM-DD`; nothing for an open end.
    pub(crate) fn write_to(self, text: &mut String) {
        let Some((year, month, day)) = self.parts() else { return };
        let digit = |number: u32| char::from(b'0' + (number % 10) as u8);
        let year = year.unsigned_abs();
        if year > 9999 {
            text.push_str(&(year / 10_000).to_string());
        }
        for (mark, number) in [("", year / 100 % 100), ("", year % 100), ("-", month), ("-", day)] {
            text.push_str(mark);
            text.push(digit(number / 10));
            text.push(digit(number));
        }
    }

    /// Days from `earlier` to `self`.
    pub fn days_since(self, earlier: Day) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// The day `days` later.
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(10);
        self.write_to(&mut text);
        f.write_str(&text)
    }
}

impl Serialize for Day {
    /// `null` for an open end.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_dated() { serializer.collect_str(self) } else { serializer.serialize_none() }
    }
}

/// A date as sources give it: a day, a month or a year, and the span of days it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The first day it may mean.
    pub first: Day,
    /// The last day it may mean.
    pub last: Day,
}

impl FromStr for PartialDate {
    type Err = DayError;

    fn from_str(text: &str) -> Result<PartialDate, DayError> {
        let fields: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = fields.iter().map(|field| field.len()).collect();
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return Err(DayError);
        }
        let number = |index: usize| fields[index].parse::<u32>().map_err(|_| DayError);
        let span = match widths.as_slice() {
            [4] => {
                let year = number(0)? as i32;
                (Day::new(year, 1, 1), Day::new(year, 12, 31))
            }
            [4, 2] => {
                let (year, month) = (number(0)? as i32, number(1)?);
                let last = if (1..=12).contains(&month) { days_in_month(year, month) } else { 0 };
                (Day::new(year, month, 1), Day::new(year, month, last))
            }
            [4, 2, 2] => {
                let day = Day::new(number(0)? as i32, number(1)?, number(2)?);
                (day, day)
            }
            _ => return Err(DayError),
        };
        match span {
            (Some(first), Some(last)) => Ok(PartialDate { first, last }),
            _ => Err(DayError),
        }
    }
}

impl fmt::Display for PartialDate {
    /// As it is written: a year, a month or a day; else its first and last day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first.to_string();
        let shorter = [4, 7].into_iter().filter_map(|length| day.get(..length));
        match shorter.into_iter().find(|text| text.parse() == Ok(*self)) {
            Some(text) => f.write_str(text),
            None if self.first == self.last => f.write_str(&day),
            None => write!(f, "{day}..{}", self.last),
        }
    }
}

/// From a first to a last day, both included; either end may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First day, or [`Day::OPEN_START`].
    pub first: Day,
    /// Last day, or [`Day::OPEN_END`].
    pub last: Day,
}

impl Period {
    /// A period; `None` if it ends before it starts.
    pub fn new(first: Day, last: Day) -> Option<Period> {
        (first <= last).then_some(Period { first, last })
    }

    /// True if at least one day is in both.
    pub fn overlaps(self, other: Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// True if every day of `other` is in `self`.
    pub fn contains(self, other: Period) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// What a claim speaks about in time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// A first and a last day.
    Period(Period),
    /// One payment, sale or promise, told apart by a key that a person set (or by case, stream and day of payment).
    /// An event never joins a period's total by itself.
    Event(Box<str>),
}

impl Span {
    /// The period, where there is one.
    pub fn period(&self) -> Option<Period> {
        match self {
            Span::Period(period) => Some(*period),
            Span::Event(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip_through_four_centuries() {
        let mut day = Day::new(1800, 1, 1).expect("a day");
        let end = Day::new(2200, 1, 1).expect("a day");
        let mut count = 0;
        while day < end {
            let (year, month, number) = day.parts().expect("dated");
            assert_eq!(Day::new(year, month, number), Some(day));
            day = day.plus_days(1);
            count += 1;
        }
        assert_eq!(count, 146_097);
    }

    #[test]
    fn a_date_that_the_calendar_lacks_is_refused() {
        for text in ["2023-02-29", "2023-13", "2023-00", "23-01-01", "2023/01/01", "2023-1-1", "", "0000", "+2023-01"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_means_all_its_days() {
        let february: PartialDate = "2024-02".parse().expect("a month");
        assert_eq!((february.first.to_string(), february.last.to_string()), ("2024-02-01".into(), "2024-02-29".into()));
    }

    #[test]
    fn a_date_is_written_as_it_was_read() {
        for text in ["2016", "2024-02", "2024-02-29", "2022-12-31"] {
            assert_eq!(text.parse::<PartialDate>().expect("a date").to_string(), text);
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_starts() {
        let (early, late) = (Day::new(2020, 1, 1).expect("a day"), Day::new(2021, 1, 1).expect("a day"));
        assert_eq!(Period::new(late, early), None);
        assert!(Period::new(Day::OPEN_START, late).expect("a period").overlaps(Period { first: early, last: early }));
    }
}
