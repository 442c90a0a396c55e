//! The working of a due, line by line, as `reconcile --json` prints it.

use reconcile::{Amount, Step, WorkingLine};
use serde::Serialize;

use super::Names;
use super::conversion::RateJson;

/// One line of a working: what, how much, and where it came from.
#[derive(Serialize)]
pub struct WorkingJson<'a> {
    step: Step,
    amount: Amount,
    unit: &'a str,
    claim: Option<&'a str>,
    rule: Option<&'a str>,
    rate: Option<RateJson<'a>>,
    token: Option<&'a str>,
}

impl<'a> WorkingJson<'a> {
    /// A line with the pack's own ids.
    pub fn of(names: Names<'a>, line: &'a WorkingLine) -> WorkingJson<'a> {
        WorkingJson {
            step: line.step,
            amount: line.amount,
            unit: line.unit.code(),
            claim: line.claim.map(|id| names.claim(id)),
            rule: line.rule.map(|id| &*names.0.rule(id).code),
            rate: line.rate.map(|id| RateJson::of(names, id)),
            token: line.token.as_deref(),
        }
    }
}
