//! Doubts, checked totals, and what was set aside.

use entity::{doubt, doubt_claim, set_aside, sum_check, sum_part};
use reconcile::{Doubt, Reconciliation, SumCheck};

use super::{Names, filled};

/// One row for each doubt.
pub(super) fn rows(names: &Names<'_>, said: &Reconciliation) -> Vec<doubt::Model> {
    said.doubts.iter().zip(0..).map(|(own, position)| row(names, position, own)).collect()
}

fn row(names: &Names<'_>, position: i64, own: &Doubt) -> doubt::Model {
    let country = own.claims.first().map(|claim| names.facts.country(names.facts.claim(*claim).country));
    doubt::Model {
        release: names.release,
        position,
        country: country.map(|country| country.code.to_string()).unwrap_or_default(),
        kind: own.kind.as_str().to_owned(),
        cause: own.cause.as_str().to_owned(),
        difference: own.difference.map(|difference| difference.to_string()),
        unit: own.unit.map(|unit| unit.to_string()),
        note: filled(&own.note),
    }
}

/// The claims of each doubt, in order.
pub(super) fn claims(names: &Names<'_>, said: &Reconciliation) -> Vec<doubt_claim::Model> {
    let mut rows = Vec::new();
    for (own, doubt) in said.doubts.iter().zip(0..) {
        rows.extend(own.claims.iter().zip(0..).map(|(claim, position)| doubt_claim::Model {
            release: names.release,
            doubt,
            position,
            claim: names.claim(*claim),
        }));
    }
    rows
}

/// One row for each printed total or difference.
pub(super) fn sums(names: &Names<'_>, said: &Reconciliation) -> Vec<sum_check::Model> {
    said.sums.iter().zip(0..).map(|(own, position)| sum(names, position, own)).collect()
}

fn sum(names: &Names<'_>, position: i64, own: &SumCheck) -> sum_check::Model {
    sum_check::Model {
        release: names.release,
        position,
        claim: names.claim(own.claim),
        unit: own.unit.to_string(),
        printed: own.printed.to_string(),
        computed: own.computed.to_string(),
        difference: own.difference.to_string(),
        agrees: own.agrees,
        some: own.some,
        of_difference: own.of_difference,
        rule: own.rule.map(|rule| names.rule(rule)),
        would_be: own.would_be.map(|amount| amount.to_string()),
    }
}

/// The parts of each, in order.
pub(super) fn parts(names: &Names<'_>, said: &Reconciliation) -> Vec<sum_part::Model> {
    let mut rows = Vec::new();
    for (own, sum_check) in said.sums.iter().zip(0..) {
        rows.extend(own.parts.iter().zip(0..).map(|(claim, position)| sum_part::Model {
            release: names.release,
            sum_check,
            position,
            claim: names.claim(*claim),
        }));
    }
    rows
}

/// The claims that are not compared, each with its reason.
pub(super) fn set_aside(names: &Names<'_>, said: &Reconciliation) -> Vec<set_aside::Model> {
    let row = |own: &reconcile::SetAside| set_aside::Model {
        release: names.release,
        claim: names.claim(own.claim),
        reason: own.reason.to_string(),
    };
    said.set_aside.iter().map(row).collect()
}
