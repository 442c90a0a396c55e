//! The characters of a stored number become plain digits.

use std::borrow::Cow;

use super::cell::Marks;
use super::double::shortest;

/// Spreadsheet programs write at most 17 significant digits of a number, and 15 of them without noise.
/// What has more was not written from a float, and keeps its digits.
const DIGITS_WITHOUT_NOISE: usize = 15;
const DIGITS_OF_A_FLOAT: usize = 17;
/// Beyond what a float can hold; `1E999999999` must not become a thousand million digits.
const EXPONENT_MAX: i32 = 400;

/// A number in plain digits, and what was done to get them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain<'a> {
    pub digits: Cow<'a, str>,
    pub marks: Marks,
}

/// Reads what a workbook stores as a number; nothing of what is none.
pub(super) fn plain(stored: &str) -> Option<Plain<'_>> {
    let stored = stored.trim();
    if is_plain(stored) && stored.len() <= DIGITS_WITHOUT_NOISE {
        return Some(Plain { digits: Cow::Borrowed(stored), marks: Marks::default() });
    }
    let parts = Parts::of(stored)?;
    let written = parts.written_out();
    let marks = Marks::default().when(parts.exponent.is_some(), Marks::EXPONENT);
    let significant = significant(&written);
    if (DIGITS_WITHOUT_NOISE + 1..=DIGITS_OF_A_FLOAT).contains(&significant)
        && let Some(short) = shortest(stored)
        && self::significant(&short) < significant
    {
        return Some(Plain { digits: Cow::Owned(short), marks: marks.with(Marks::NOISE) });
    }
    let digits = if written == stored { Cow::Borrowed(stored) } else { Cow::Owned(written) };
    Some(Plain { digits, marks })
}

/// True for `-12.50` and the like: nothing needs to be done.
fn is_plain(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let starts_well = whole.len() == 1 || !whole.starts_with('0');
    let is_negative_zero = unsigned.len() < text.len() && unsigned.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    all_digits(whole) && fraction.is_none_or(all_digits) && starts_well && !is_negative_zero
}

/// A number taken apart.
struct Parts<'a> {
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
    exponent: Option<i32>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Parts<'a>> {
        let (negative, unsigned) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent.parse::<i32>().ok()?)),
            None => (unsigned, None),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = all_digits(whole) && all_digits(fraction) && !(whole.is_empty() && fraction.is_empty());
        let small = exponent.is_none_or(|exponent| exponent.abs() <= EXPONENT_MAX);
        (fits && small).then_some(Parts { negative, whole, fraction, exponent })
    }

    /// All digits, with the point where the exponent puts it.
    fn written_out(&self) -> String {
        let digits = [self.whole, self.fraction].concat();
        let point = self.whole.len() as i64 + i64::from(self.exponent.unwrap_or(0));
        let (mut whole, fraction) = if point <= 0 {
            let zeros = usize::try_from(-point).unwrap_or_default();
            (String::new(), ["0".repeat(zeros), digits].concat())
        } else {
            let point = usize::try_from(point).unwrap_or_default();
            match digits.get(point..) {
                Some(fraction) => (digits[..point].to_owned(), fraction.to_owned()),
                None => ([digits.as_str(), &"0".repeat(point - digits.len())].concat(), String::new()),
            }
        };
        whole = whole.trim_start_matches('0').to_owned();
        let is_zero = whole.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        let sign = if self.negative && !is_zero { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        let point = if fraction.is_empty() { "" } else { "." };
        [sign, whole, point, &fraction].concat()
    }
}

/// How many digits there are from the first to the last that is not zero.
fn significant(digits: &str) -> usize {
    let only: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).collect();
    let first = only.iter().position(|digit| *digit != b'0').unwrap_or(only.len());
    let last = only.iter().rposition(|digit| *digit != b'0').map_or(first, |last| last + 1);
    last - first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stored: &str, digits: &str, marks: Marks) {
        assert_eq!(plain(stored), Some(Plain { digits: Cow::Borrowed(digits), marks }), "{stored}");
    }

    #[test]
    fn digits_that_were_typed_stay_as_they_are() {
        for stored in ["0", "-5", "1234.50", "100.00", "98083.62434000001", "0.000001"] {
            check(stored, stored, Marks::default());
        }
        // The result of an addition is another float than what was meant: only a person can say what was meant.
        check("1234.5600000000001", "1234.5600000000001", Marks::default());
        // More digits than a float has were never one; and a whole number that a float cannot hold keeps its last digit.
        check("123456789012345678901.25", "123456789012345678901.25", Marks::default());
        check("9007199254740993", "9007199254740993", Marks::default());
    }

    #[test]
    fn noise_is_dropped_and_said() {
        check("1234.5599999999999", "1234.56", Marks::NOISE);
        check("100.09999999999999", "100.1", Marks::NOISE);
        check("-0.10000000000000001", "-0.1", Marks::NOISE);
        check("1.2345599999999999E3", "1234.56", Marks::EXPONENT.with(Marks::NOISE));
    }

    #[test]
    fn exponents_are_written_out_without_a_float() {
        check("1.2E3", "1200", Marks::EXPONENT);
        check("5E-07", "0.0000005", Marks::EXPONENT);
        check("-12.5e1", "-125", Marks::EXPONENT);
        check("1E+20", "100000000000000000000", Marks::EXPONENT);
    }

    #[test]
    fn odd_spellings_become_plain() {
        check("-0", "0", Marks::default());
        check("+7", "7", Marks::default());
        check(".5", "0.5", Marks::default());
        check("007", "7", Marks::default());
    }

    #[test]
    fn what_is_no_number_is_none() {
        for stored in ["", "-", ".", "NaN", "INF", "1E999999999", "1,5", "0x10", "1e", "--1", "1 2"] {
            assert_eq!(plain(stored), None, "{stored}");
        }
    }
}
