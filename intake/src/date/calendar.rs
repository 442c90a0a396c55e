//! Days, months and years within reason: a disclosure speaks of neither the year 217 nor the year 20117.

use reconcile::{Day, PartialDate, Period};

use super::When;

/// The years that a disclosure can speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A day that the calendar has.
pub(super) fn day(year: i32, month: u32, day: u32) -> Option<When> {
    let day = Day::new(year, month, day).filter(|_| YEARS.contains(&year))?;
    Some(When::Date(PartialDate { first: day, last: day }))
}

/// A whole month.
pub(super) fn month(year: i32, month: u32) -> Option<When> {
    let period = months(year, month, 1)?;
    Some(When::Date(PartialDate { first: period.first, last: period.last }))
}

/// A whole year.
pub(super) fn year(year: i32) -> Option<When> {
    let period = months(year, 1, 12)?;
    Some(When::Date(PartialDate { first: period.first, last: period.last }))
}

/// So many months from the first day of one.
pub(super) fn months(year: i32, month: u32, count: u32) -> Option<Period> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let end = month - 1 + count;
    let first = Day::new(year, month, 1)?;
    let after = Day::new(year + (end / 12) as i32, end % 12 + 1, 1)?;
    Period::new(first, after.plus_days(-1))
}
