//! Money, periods, claims and rules, and the comparison of what was due, declared and received.
//!
//! Pure: no input or output, no clock, no float, no async. Same facts and policy, same answer, to the last byte.

mod amount;
mod code;
mod currency;
mod facts;
mod outcome;
mod period;
mod policy;
mod rule;
mod words;

pub use amount::{Amount, AmountError, DIGITS_MAX, TooLarge};
pub use code::{code, read_code};
pub use currency::{Currency, CurrencyError, Money, MoneyError, Unit};
pub use facts::*;
pub use outcome::*;
pub use period::{Day, DayError, PartialDate, Period, Span};
pub use policy::{PercentOf, Policy, Threshold};
pub use rule::{Rule, Share, Tier, Valuation};
pub use words::*;
