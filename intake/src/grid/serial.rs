//! Spreadsheets store a date as a count of days; here the count becomes the date again, without a float.

/// The first day that a workbook counts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// Day 1 is 1 January 1900, and day 60 is a 29 February that never was.
    #[default]
    Year1900,
    /// Day 0 is 1 January 1904, as on old Macintoshes.
    Year1904,
}

/// 31 December 9999 in the count from 1900, the last day that spreadsheets have.
const LAST_DAY: i64 = 2_958_465;
const SECONDS_OF_A_DAY: u64 = 86_400;
/// Digits of a fraction of a day that are looked at: a thousandth of a second and better.
const FRACTION_DIGITS: usize = 9;

/// The date, with a time of day behind it where the count has a fraction. Nothing for a time of day alone, for a
/// negative count, and for the day that never was.
pub(super) fn date_of(days: &str, epoch: Epoch) -> Option<String> {
    let (whole, fraction) = days.split_once('.').unwrap_or((days, ""));
    let mut day: i64 = whole.parse().ok().filter(|day| (0..=LAST_DAY).contains(day))?;
    let mut seconds = seconds_of(fraction)?;
    if seconds == SECONDS_OF_A_DAY {
        seconds = 0;
        day += 1;
    }
    // Days of the civil calendar, counted from 1 January 1970.
    let civil = match epoch {
        Epoch::Year1904 => day - 24_107,
        Epoch::Year1900 if day == 0 || day == 60 => return None,
        Epoch::Year1900 if day < 60 => day - 25_568,
        Epoch::Year1900 => day - 25_569,
    };
    let (year, month, date) = calendar(civil);
    let mut text = String::with_capacity("0000-00-00T00:00:00".len());
    push_digits(&mut text, year.unsigned_abs(), 4);
    for part in [month, date] {
        text.push('-');
        push_digits(&mut text, part.unsigned_abs(), 2);
    }
    if seconds > 0 {
        for (mark, part) in [('T', seconds / 3_600), (':', seconds / 60 % 60), (':', seconds % 60)] {
            text.push(mark);
            push_digits(&mut text, part, 2);
        }
    }
    Some(text)
}

/// Adds so many digits of a number. A sheet has a hundred thousand dates, and the general formatter shows.
fn push_digits(text: &mut String, number: u64, digits: u32) {
    for place in (0..digits).rev() {
        // A digit is below ten.
        text.push(char::from(b'0' + (number / 10_u64.pow(place) % 10) as u8));
    }
}

/// A fraction of a day in whole seconds, rounded.
fn seconds_of(fraction: &str) -> Option<u64> {
    let digits = &fraction[..fraction.len().min(FRACTION_DIGITS)];
    if digits.is_empty() {
        return Some(0);
    }
    let scale = 10_u64.pow(digits.len() as u32);
    let part: u64 = digits.parse().ok()?;
    Some((part * SECONDS_OF_A_DAY + scale / 2) / scale)
}

/// Year, month and day of a count of days from 1 January 1970, by the Gregorian calendar.
/// The year is counted from 1 March, so that a leap day comes last.
fn calendar(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_1900(days: &str) -> Option<String> {
        date_of(days, Epoch::Year1900)
    }

    #[test]
    fn counts_of_days_are_the_dates_that_spreadsheets_show() {
        assert_eq!(from_1900("1").as_deref(), Some("1900-01-01"));
        assert_eq!(from_1900("59").as_deref(), Some("1900-02-28"));
        assert_eq!(from_1900("61").as_deref(), Some("1900-03-01"));
        assert_eq!(from_1900("45351").as_deref(), Some("2024-02-29"));
        assert_eq!(from_1900("2958465").as_deref(), Some("9999-12-31"));
        assert_eq!(date_of("0", Epoch::Year1904).as_deref(), Some("1904-01-01"));
        assert_eq!(date_of("43889", Epoch::Year1904).as_deref(), Some("2024-02-29"));
    }

    #[test]
    fn a_fraction_is_a_time_of_day() {
        assert_eq!(from_1900("45351.5").as_deref(), Some("2024-02-29T12:00:00"));
        assert_eq!(from_1900("45351.999999999").as_deref(), Some("2024-03-01"));
        assert_eq!(from_1900("45351.3333333333").as_deref(), Some("2024-02-29T08:00:00"));
    }

    #[test]
    fn what_is_no_date_stays_a_number() {
        for days in ["0", "0.5", "60", "-1", "2958466", ""] {
            assert_eq!(from_1900(days), None, "{days}");
        }
    }
}
