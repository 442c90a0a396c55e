//! An exact decimal number, with the digits its publisher wrote.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use serde::{Serialize, Serializer};

use crate::exact::{aligned, exact_product, exact_sum, percent};

/// The most significant digits an amount may have. Zimbabwe's 2008 dollars (quintillions with cents) fit.
pub const DIGITS_MAX: usize = 28;

/// An exact decimal. `100.00` stays `100.00`; no float is ever involved.
///
/// Two amounts that differ only in trailing zeros compare as equal, and print as they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was written.
    #[error("an amount is missing")]
    Empty,
    /// A character that plain decimals do not have: a thousands separator, an exponent, a currency sign.
    #[error("`{0}` does not belong in a plain decimal")]
    Character(char),
    /// Digits are missing before or after the point, there are two points, or zeros lead.
    #[error("this is not a plain decimal such as 1234.50")]
    Shape,
    /// More digits than can be kept exactly.
    #[error("more than {DIGITS_MAX} digits cannot be kept exactly")]
    TooLong,
}

/// A sum, difference or product left the range that can be kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the result has more digits than can be kept exactly")]
pub struct TooLarge;

impl Amount {
    /// Nought. A stated zero is an amount; absence is not (see [`crate::Absence`]).
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// The decimal inside, for multiplication by a rate.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Wraps the result of exact arithmetic.
    pub fn from_decimal(decimal: Decimal) -> Amount {
        Amount(if decimal.is_zero() { decimal.abs() } else { decimal })
    }

    /// A whole number.
    pub fn whole(number: i64) -> Amount {
        Amount(Decimal::from(number))
    }

    /// The exact sum.
    pub fn plus(self, other: Amount) -> Result<Amount, TooLarge> {
        exact_sum(self.0, other.0).map(Amount::from_decimal).ok_or(TooLarge)
    }

    /// The exact difference, `self − other`.
    pub fn minus(self, other: Amount) -> Result<Amount, TooLarge> {
        exact_sum(self.0, -other.0).map(Amount::from_decimal).ok_or(TooLarge)
    }

    /// The exact product; refused where the product has more digits than can be kept.
    pub fn times(self, factor: Amount) -> Result<Amount, TooLarge> {
        exact_product(self.0, factor.0).map(Amount::from_decimal).ok_or(TooLarge)
    }

    /// The distance from nought.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    /// The opposite amount.
    pub fn negated(self) -> Amount {
        Amount::from_decimal(-self.0)
    }

    /// The digits without zeros that say nothing, for tests and prose.
    pub fn normal(self) -> String {
        self.0.normalize().to_string()
    }

    /// True for a stated nought, however many zeros were written.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// True below nought.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// How many digits were written after the point.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// Rounded half to even, with exactly `decimals` digits after the point.
    pub fn rounded(self, decimals: u32) -> Amount {
        let mut decimal = self.0.round_dp_with_strategy(decimals, RoundingStrategy::MidpointNearestEven);
        if decimal.scale() < decimals {
            decimal.rescale(decimals);
        }
        Amount::from_decimal(decimal)
    }

    /// `self` as a share of `whole` in percent, half to even at two decimals; `None` where the whole is nought.
    pub fn percent_of(self, whole: Amount) -> Option<Amount> {
        percent(self.0, whole.0).map(Amount::from_decimal)
    }

    /// Both amounts as whole numbers of one unit; `None` where that unit is too fine for them.
    pub(crate) fn aligned(self, other: Amount) -> Option<(i128, i128)> {
        aligned(self.0, other.0)
    }

    /// Half a unit of the last digit that was written: `3.20` gives `0.005`, `1500` gives `0.5`.
    pub fn half_unit(self) -> Amount {
        Amount(Decimal::new(5, self.0.scale() + 1))
    }

    /// A text that sorts as the number does, byte by byte, in any database:
    /// `2` + exponent + digits for positive amounts, `1` for nought, `0` + complements + `~` for negative ones.
    pub fn order_key(self) -> String {
        let decimal = self.0.normalize();
        if decimal.is_zero() {
            return "1".to_owned();
        }
        let digits = decimal.mantissa().unsigned_abs().to_string();
        // Position of the decimal point relative to the first digit, shifted so that it is never negative.
        let exponent = digits.len() as i64 - i64::from(decimal.scale()) + 30;
        let digits = digits.trim_end_matches('0');
        if decimal.is_sign_negative() {
            let complement: String = digits.bytes().map(|digit| char::from(b'9' - (digit - b'0'))).collect();
            format!("0{:02}{complement}~", 99 - exponent)
        } else {
            format!("2{exponent:02}{digits}")
        }
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Takes `-?digits(.digits)?` and nothing else: a reader of strangers' spellings lives in `intake`.
    fn from_str(text: &str) -> Result<Amount, AmountError> {
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        if let Some(stray) = unsigned.chars().find(|c| !c.is_ascii_digit() && *c != '.') {
            return Err(AmountError::Character(stray));
        }
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(AmountError::Shape),
            Some((whole, fraction)) => (whole, fraction),
            None => (unsigned, ""),
        };
        let leading_zeros = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || leading_zeros || fraction.contains('.') {
            return Err(AmountError::Shape);
        }
        let significant = whole.trim_start_matches('0').len() + fraction.len();
        if significant > DIGITS_MAX || fraction.len() > DIGITS_MAX {
            return Err(AmountError::TooLong);
        }
        let decimal = Decimal::from_str_exact(text).map_err(|_| AmountError::TooLong)?;
        if decimal.is_zero() && text.starts_with('-') {
            return Err(AmountError::Shape);
        }
        Ok(Amount(decimal))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Amount {
    /// A string of digits: a JSON number would be read as a float.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().expect(text)
    }

    #[test]
    fn digits_stay_as_written() {
        for text in
            ["100.00", "0", "0.10", "-239325651", "1234567890123456789012345678", "0.0000000000000000000000000001"]
        {
            assert_eq!(amount(text).to_string(), text);
        }
    }

    #[test]
    fn anything_but_a_plain_decimal_is_refused() {
        use AmountError::*;
        let cases = [
            ("", Empty),
            ("1,000.00", Character(',')),
            ("1 000", Character(' ')),
            ("1e6", Character('e')),
            ("NaN", Character('N')),
            ("1_000", Character('_')),
            ("+5", Character('+')),
            ("--5", Character('-')),
            ("5.", Shape),
            (".5", Shape),
            ("1.2.3", Shape),
            ("007", Shape),
            ("-0", Shape),
            ("1234567890123456789012345678901234567890", TooLong),
            ("0.00000000000000000000000000001", TooLong),
        ];
        for (text, error) in cases {
            assert_eq!(text.parse::<Amount>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_sum_that_would_round_is_refused() {
        let wide = amount("9999999999999999999999999999");
        assert_eq!(wide.plus(amount("0.01")), Err(TooLarge));
        assert_eq!(wide.plus(amount("1")).map(|sum| sum.to_string()), Ok("10000000000000000000000000000".to_owned()));
        assert_eq!(amount("1.00").minus(amount("1")).map(|d| d.to_string()), Ok("0.00".to_owned()));
    }

    #[test]
    fn a_product_that_would_round_is_refused() {
        assert_eq!(
            amount("98216051343.70").times(amount("0.003")).map(|p| p.to_string()),
            Ok("294648154.0311".to_owned())
        );
        assert_eq!(amount("9999999999999999999999999999").times(amount("0.11")), Err(TooLarge));
        assert_eq!(amount("0.000000000000001").times(amount("0.00000000000001")), Err(TooLarge));
    }

    #[test]
    fn percent_is_half_to_even_at_two_decimals() {
        assert_eq!(amount("49600000").percent_of(amount("50000000")).map(|p| p.to_string()), Some("99.20".to_owned()));
        assert_eq!(amount("1").percent_of(Amount::ZERO), None);
    }

    #[test]
    fn order_keys_sort_as_numbers() {
        let ordered = [
            "-1234567890123456789012345678",
            "-1000",
            "-999.99",
            "-10",
            "-1.5",
            "-1.25",
            "-1",
            "-0.5",
            "-0.05",
            "0",
            "0.0000000000000000000000000001",
            "0.05",
            "0.5",
            "0.51",
            "1",
            "1.0000000001",
            "9",
            "10",
            "99.9",
            "100",
            "1234567890123456789012345678",
        ];
        for pair in ordered.windows(2) {
            assert!(amount(pair[0]).order_key() < amount(pair[1]).order_key(), "{pair:?}");
        }
        assert_eq!(amount("100.00").order_key(), amount("100").order_key());
    }
}
