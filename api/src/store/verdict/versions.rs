//! What is due under other versions of a rule, and what each beneficiary is due, as the columns of a comparison hold it.

use entity::shape;
use reconcile::{Comparison, Rival, ShareDue};

use super::comparison::{digits, working};
use super::{Names, json};

/// The answers under rival versions; `None` where no version is disputed.
pub(super) fn rivals(names: &Names<'_>, own: &Comparison) -> Option<String> {
    let shaped = |rival: &Rival| {
        let (due, verdict) = (rival.due.as_ref(), rival.verdict.as_ref());
        shape::Rival {
            rule: names.rule(rival.rule),
            due_amount: digits(due.and_then(|due| due.amount)),
            due_currency: due.and_then(|due| due.currency).map(|currency| currency.to_string()),
            working: due.map(|due| working(names, due)).unwrap_or_default(),
            outcome: verdict.map(|verdict| verdict.outcome.to_string()),
            kind: verdict.and_then(|verdict| verdict.kind).map(|kind| kind.to_string()),
            reason: verdict.and_then(|verdict| verdict.reason).map(|reason| reason.to_string()),
            amount: digits(verdict.and_then(|verdict| verdict.amount)),
            percent: digits(verdict.and_then(|verdict| verdict.percent)),
        }
    };
    (!own.rivals.is_empty()).then(|| json(&own.rivals.iter().map(shaped).collect::<Vec<_>>()))
}

/// The shares of the due; `None` where no split divides it.
pub(super) fn shares(names: &Names<'_>, own: &Comparison) -> Option<String> {
    let shaped = |share: &ShareDue| shape::ShareDue {
        rule: names.rule(share.rule),
        token: share.token.to_string(),
        percent: digits(share.percent),
        amount: share.amount.to_string(),
    };
    (!own.shares.is_empty()).then(|| json(&own.shares.iter().map(shaped).collect::<Vec<_>>()))
}
