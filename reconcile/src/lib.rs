#![doc = include_str!("../README.md")]

mod amount;
mod bases;
mod choose;
mod code;
mod compare;
mod currency;
mod doubts;
mod due;
mod facts;
mod implied;
mod judge;
mod lines;
mod links;
mod outcome;
mod period;
mod policy;
mod precision;
mod reconcile;
mod rule;
mod scope;
mod split;
mod statement;
mod sums;
mod tree;
mod words;

pub use amount::{Amount, AmountError, DIGITS_MAX, TooLarge};
pub use code::{code, read_code};
pub use currency::{Currency, CurrencyError, Money, MoneyError, Unit};
pub use facts::*;
pub use outcome::*;
pub use period::{Day, DayError, PartialDate, Period, Span};
pub use policy::{PercentOf, Policy, Threshold};
pub use reconcile::{Tally, reconcile};
pub use rule::{Rule, Share, Tier, Valuation};
pub use split::{allocate, exact_share, implied_whole};
pub use words::*;
