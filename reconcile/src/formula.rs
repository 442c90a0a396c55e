//! One rule on its base: base × rate, a sum per unit, or a fixed sum.

use rust_decimal::Decimal;

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::due::{Desk, DueAnswer, Flow, is_about, is_at_least, line};
use crate::facts::{ClaimId, Facts, RuleId};
use crate::outcome::{Due, WorkingLine};
use crate::precision::{allowance, compatible};
use crate::rule::{Rule, Valuation};
use crate::said::{Reason, Step};

/// Base × rate, or a fixed sum.
pub(crate) fn due_plain(
    desk: Desk<'_>,
    flow: &Flow<'_>,
    id: RuleId,
    rival: Option<RuleId>,
) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let unknown = DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: None };
    let bases = match rule.fixed {
        Some((amount, currency)) if rule.rate_percent.is_none() && &*rule.base == "fixed" => {
            return Ok(DueAnswer::Known(Box::new(Due::fixed(id, rule, amount, currency)), currency));
        }
        _ => desk.bases.find(desk, id, flow.spot),
    };
    let Some(base) = leading_base(desk.facts, rule, &bases) else {
        let tiles = desk.bases.tiles(desk, id, flow.spot);
        let due = evaluate(desk.facts, id, &tiles)?;
        return Ok(due.map_or(unknown, |(due, currency)| DueAnswer::Known(Box::new(due), currency)));
    };
    let Some((mut due, currency)) = evaluate(desk.facts, id, &[base])? else { return Ok(unknown) };
    due.working.splice(0..0, valuations_not_used(desk.facts, rule, &bases, base));
    due.rival = match rival.map(|rival| evaluate(desk.facts, rival, &[base])).transpose()?.flatten() {
        Some((other, _)) => other.amount,
        None => rival_base(desk.facts, id, &bases, base)?,
    };
    if let Some(amount) = due.rival {
        due.working.push(line(Step::Rival, amount, Unit::Money(currency)).by_rule(rival));
    }
    Ok(DueAnswer::Known(Box::new(due), currency))
}

/// The base that leads: the highest valuation where the rule says so, else the first by precedence.
fn leading_base(facts: &Facts, rule: &Rule, bases: &[ClaimId]) -> Option<ClaimId> {
    // A rate is of money, a sum per unit is of carats or tonnes: the same sales may be stated in both.
    let fits = |unit: Unit| unit.currency().is_some() == rule.rate_percent.is_some();
    let stated = bases.iter().copied().filter(|id| facts.claim(*id).stated().is_some_and(|(_, unit)| fits(unit)));
    match rule.valuation {
        Some(Valuation::Highest) => {
            stated.max_by_key(|id| (facts.claim(*id).stated().map(|(amount, _)| amount), std::cmp::Reverse(*id)))
        }
        None => stated.into_iter().next(),
    }
}

fn valuations_not_used(facts: &Facts, rule: &Rule, bases: &[ClaimId], used: ClaimId) -> Vec<WorkingLine> {
    if rule.valuation.is_none() {
        return Vec::new();
    }
    let others = bases.iter().filter(|id| **id != used);
    let lines = others.filter_map(|id| {
        let (amount, unit) = facts.claim(*id).stated()?;
        Some(line(Step::ValuationNotUsed, amount, unit).by_claim(*id))
    });
    lines.collect()
}

/// The due under another statement of the same base, where the two differ beyond their precision.
fn rival_base(facts: &Facts, rule: RuleId, bases: &[ClaimId], base: ClaimId) -> Result<Option<Amount>, TooLarge> {
    if facts.rule(rule).valuation.is_some() {
        return Ok(None);
    }
    let leading = facts.claim(base);
    for other in bases.iter().filter(|other| **other != base) {
        let claim = facts.claim(*other);
        let (Some((amount, unit)), Some((lead, lead_unit))) = (claim.stated(), leading.stated()) else { continue };
        let same_scope = claim.same_scope(leading) && unit == lead_unit;
        if same_scope && !compatible(leading, lead, claim, amount) {
            return Ok(evaluate(facts, rule, &[*other])?.and_then(|(due, _)| due.amount));
        }
    }
    Ok(None)
}

/// One rule on its base: one figure, or several that make it together. `None` where a figure has no amount, or one that
/// the rule cannot be applied to.
pub(crate) fn evaluate(facts: &Facts, id: RuleId, bases: &[ClaimId]) -> Result<Option<(Due, Currency)>, TooLarge> {
    let rule = facts.rule(id);
    let Some((_, unit)) = bases.first().and_then(|base| facts.claim(*base).stated()) else { return Ok(None) };
    let (factor, factor_line, currency) = match (rule.rate_percent, rule.fixed, unit) {
        (Some(percent), None, Unit::Money(currency)) => {
            let factor = percent.times(Amount::from_decimal(Decimal::new(1, 2)))?;
            (factor, line(Step::Rate, percent, Unit::Percent).by_rule(Some(id)), currency)
        }
        (None, Some((fixed, currency)), Unit::Tonne | Unit::Carat) => {
            (fixed, line(Step::PerUnit, fixed, Unit::Money(currency)).by_rule(Some(id)), currency)
        }
        _ => return Ok(None),
    };
    let mut due = Due::nothing(Some(currency));
    let (mut base, mut off) = (Amount::ZERO, Amount::ZERO);
    for claim in bases {
        let speaker = facts.claim(*claim);
        let Some((amount, _)) = speaker.stated().filter(|(_, own)| *own == unit) else { return Ok(None) };
        let step = if bases.len() > 1 { Step::Pooled } else { Step::Base };
        due.working.push(line(step, amount, unit).by_claim(*claim));
        // The first as it stands, so that its digits are kept.
        base = if due.claims.is_empty() { amount } else { base.plus(amount)? };
        off = off.plus(allowance(speaker, amount))?;
        due.about |= is_about(speaker);
        due.lower_bound |= is_at_least(speaker);
        due.claims.push(*claim);
    }
    if bases.len() > 1 {
        due.working.push(line(Step::Pool, base, unit));
    }
    let exact = base.times(factor)?;
    let rounded = exact.rounded(currency.due_decimals());
    due.working.extend([factor_line, line(Step::Product, exact, Unit::Money(currency))]);
    if rounded != exact {
        due.working.push(line(Step::Rounded, rounded, Unit::Money(currency)));
    }
    let due = Due {
        amount: Some(rounded),
        exact: Some(exact),
        allowance: off.times(factor)?,
        minimum: rule.minimum,
        rule: Some(id),
        ..due
    };
    Ok(Some((due, currency)))
}
