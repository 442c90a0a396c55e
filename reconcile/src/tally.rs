//! How the claims end: each in exactly one of four.

use crate::facts::ClaimId;
use crate::outcome::{Reconciliation, SetAside};
use crate::said::Outcome;

/// How the claims end: each in exactly one of four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All questions about its flow agree.
    pub agreed: usize,
    /// Some question is a gap.
    pub gap: usize,
    /// No gap, and some question has no answer.
    pub unknown: usize,
    /// Not a statement of due, declared or received.
    pub set_aside: usize,
}

impl Reconciliation {
    /// Counts the claims by how they end.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally { set_aside: self.set_aside.len(), ..Tally::default() };
        for comparison in &self.comparisons {
            let has = |outcome: Outcome| comparison.verdicts.iter().any(|verdict| verdict.outcome == outcome);
            let count = if has(Outcome::Gap) {
                &mut tally.gap
            } else if has(Outcome::Unknown) || comparison.verdicts.is_empty() {
                &mut tally.unknown
            } else {
                &mut tally.agreed
            };
            *count += comparison.claims.len();
        }
        tally
    }

    /// The claims set aside, with their reasons.
    pub fn set_aside_reason(&self, claim: ClaimId) -> Option<&SetAside> {
        self.set_aside.binary_search_by_key(&claim, |aside| aside.claim).ok().map(|index| &self.set_aside[index])
    }
}
