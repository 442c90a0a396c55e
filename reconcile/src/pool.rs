//! A pool: several streams that together are what a share is taken of, such as six taxes.

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::due::{Desk, Flow, is_about, is_at_least, line};
use crate::facts::RuleId;
use crate::precision::allowance;
use crate::said::Step;
use crate::share::Whole;

/// What is known of a rule's pool: the base figure of each stream, else what the payer of the flow itself received of
/// it. A stream of which nothing is known (or only in another currency) makes the whole a lower bound, and is named.
/// `None` where no stream is known.
pub(crate) fn pool(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Result<Option<Whole>, TooLarge> {
    let facts = desk.facts;
    let mut whole: Option<Whole> = None;
    let mut missing = Vec::new();
    for stream in facts.rule(id).pool.iter().copied() {
        let stated = desk.bases.of_pool(desk, id, stream, flow.spot).map(|claim| (claim, false));
        let received = || desk.inflows.of(flow.spot, stream).map(|claim| (claim, true));
        let figure = stated.or_else(received).and_then(|(claim, inflow)| {
            let (amount, unit) = facts.claim(claim).stated()?;
            Some((claim, amount, unit.currency()?, inflow))
        });
        let fits = |currency: Currency| whole.as_ref().is_none_or(|whole| whole.currency == currency);
        let Some((claim, amount, currency, inflow)) = figure.filter(|(_, _, currency, _)| fits(*currency)) else {
            missing.push(stream);
            continue;
        };
        let speaker = facts.claim(claim);
        let sum = whole.get_or_insert_with(|| Whole::nothing(currency));
        sum.amount = sum.amount.plus(amount)?;
        sum.allowance = sum.allowance.plus(allowance(speaker, amount))?;
        sum.about |= is_about(speaker);
        sum.lower_bound |= is_at_least(speaker);
        // Only where the payer received every part of it does it hold what it does not pass on.
        sum.inflow = inflow && (sum.inflow || sum.claims.is_empty());
        sum.claims.push(claim);
        sum.working.push(line(Step::Pooled, amount, Unit::Money(currency)).by_claim(claim));
    }
    Ok(whole.map(|mut whole| {
        whole.lower_bound |= !missing.is_empty();
        whole.missing = missing;
        whole.working.push(line(Step::Pool, whole.amount, Unit::Money(whole.currency)));
        whole
    }))
}

impl Whole {
    fn nothing(currency: Currency) -> Whole {
        Whole {
            amount: Amount::ZERO,
            currency,
            working: Vec::new(),
            claims: Vec::new(),
            allowance: Amount::ZERO,
            about: false,
            lower_bound: false,
            missing: Vec::new(),
            inflow: false,
        }
    }
}
