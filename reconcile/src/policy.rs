//! From when on a difference is a gap: a percentage *and* a floor, per stream, versioned.

use std::collections::BTreeMap;

use crate::amount::Amount;
use crate::currency::Currency;
use crate::period::Day;

/// Thresholds of one reconciliation. Written in `policy.toml`; part of what makes its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Version of the policy file's shape.
    pub version: u32,
    /// What a difference is measured against.
    pub percent_of: PercentOf,
    /// The day as of which silence is overdue; `None`: nothing is called overdue. No clock is read.
    pub as_of: Option<Day>,
    /// Where no stream has its own.
    pub default: Threshold,
    /// By stream code.
    pub streams: BTreeMap<Box<str>, Threshold>,
}

/// What a difference is a percentage of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentOf {
    /// Of what was due, else of what was declared.
    DueOrDeclared,
    /// Of what was received, as the United States' reconciliation did.
    Received,
}

/// Both must be exceeded before a difference is a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Percent of the reference amount.
    pub percent: Amount,
    /// Amount by currency; a currency without one is compared by percentage alone, and the verdict says so.
    pub floor: BTreeMap<Currency, Amount>,
}

impl Policy {
    /// The threshold for a stream.
    pub fn threshold(&self, stream: &str) -> &Threshold {
        self.streams.get(stream).unwrap_or(&self.default)
    }
}

impl Default for Policy {
    /// One percent, and a thousand dollars.
    fn default() -> Policy {
        let floor = BTreeMap::from([(Currency::USD, Amount::whole(1000))]);
        Policy {
            version: 1,
            percent_of: PercentOf::DueOrDeclared,
            as_of: None,
            default: Threshold { percent: Amount::whole(1), floor },
            streams: BTreeMap::new(),
        }
    }
}
