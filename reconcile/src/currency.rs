//! Currencies, units, and amounts that know them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::amount::{Amount, TooLarge};

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// A text that is not three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three capital letters of ISO 4217, such as USD")]
pub struct CurrencyError;

impl Currency {
    /// The United States dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The code, such as `GNF`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Digits after the point of the smallest coin (ISO 4217 minor unit).
    pub fn minor_unit(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// Digits to which a computed due is rounded: the minor unit, and never fewer than two,
    /// because published tables print hundredths even of francs.
    pub fn due_decimals(self) -> u32 {
        self.minor_unit().max(2)
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Currency, CurrencyError> {
        match text.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|letter| letter.is_ascii_uppercase()) => Ok(Currency([*a, *b, *c])),
            _ => Err(CurrencyError),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Money of one currency.
    Money(Currency),
    /// Carats (0.2 g), written `ct`.
    Carat,
    /// Metric tonnes, written `t`.
    Tonne,
    /// Per hundred, written `percent`.
    Percent,
    /// A count of licences, written `licence`.
    Licence,
    /// Area, written `km2`.
    SquareKilometre,
    /// Area, written `ha`.
    Hectare,
}

impl Unit {
    /// The currency, where the figure is money.
    pub fn currency(self) -> Option<Currency> {
        match self {
            Unit::Money(currency) => Some(currency),
            _ => None,
        }
    }

    /// As the pack writes it: the currency's code, or `ct`, `t`, `percent`, `licence`, `km2`, `ha`.
    pub fn code(&self) -> &str {
        match self {
            Unit::Money(currency) => currency.code(),
            Unit::Carat => "ct",
            Unit::Tonne => "t",
            Unit::Percent => "percent",
            Unit::Licence => "licence",
            Unit::SquareKilometre => "km2",
            Unit::Hectare => "ha",
        }
    }

    /// Reads the `unit` column (not money).
    pub fn from_code(text: &str) -> Option<Unit> {
        match text {
            "ct" => Some(Unit::Carat),
            "t" => Some(Unit::Tonne),
            "percent" => Some(Unit::Percent),
            "licence" => Some(Unit::Licence),
            "km2" => Some(Unit::SquareKilometre),
            "ha" => Some(Unit::Hectare),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An amount of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub currency: Currency,
}

/// Why two sums of money could not be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies.
    #[error("cannot add {other} to {currency}; convert one of them first")]
    Currencies {
        /// The currency of the first.
        currency: Currency,
        /// The currency of the second.
        other: Currency,
    },
    /// The result cannot be kept exactly.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

impl Money {
    /// The exact sum; two currencies are an error, never a number.
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies { currency: self.currency, other: other.currency });
        }
        Ok(Money { amount: self.amount.plus(other.amount)?, currency: self.currency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_do_not_mix() {
        let usd = Money { amount: Amount::whole(1), currency: Currency::USD };
        let cad = Money { amount: Amount::whole(1), currency: "CAD".parse().expect("CAD") };
        let error = usd.checked_add(cad).expect_err("two currencies");
        assert_eq!(error.to_string(), "cannot add CAD to USD; convert one of them first");
    }

    #[test]
    fn a_code_is_three_capital_letters() {
        for text in ["usd", "US", "USDT", "U5D", ""] {
            assert!(text.parse::<Currency>().is_err(), "{text}");
        }
    }
}
