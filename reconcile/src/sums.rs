//! Printed totals against their printed parts, and printed differences against what they are the difference of.

use crate::amount::{Amount, TooLarge};
use crate::choose::formula;
use crate::due::Desk;
use crate::facts::{ClaimId, Facts};
use crate::formula::evaluate;
use crate::outcome::SumCheck;
use crate::precision::allowance;
use crate::too_large::TooLargeAt;
use crate::words::{Precision, Role};

/// Checks every total and difference that people recorded.
pub(crate) fn sums(desk: Desk<'_>) -> Result<Vec<SumCheck>, TooLargeAt> {
    let (facts, links) = (desk.facts, desk.links);
    let mut checks = Vec::new();
    for (total, parts) in &links.parts {
        checks.extend(total_check(facts, *total, parts, false).map_err(TooLargeAt::claim(*total))?);
    }
    for (total, parts) in &links.some_parts {
        checks.extend(total_check(facts, *total, parts, true).map_err(TooLargeAt::claim(*total))?);
    }
    for (claim, (left, right)) in &links.differences {
        checks.extend(difference_check(facts, *claim, *left, *right).map_err(TooLargeAt::claim(*claim))?);
    }
    for (claim, base) in &links.computed_from {
        checks.extend(computed_check(desk, *claim, *base).map_err(TooLargeAt::claim(*claim))?);
    }
    checks.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(checks)
}

impl SumCheck {
    /// What checks are sorted by.
    pub(crate) fn order(&self) -> impl Ord {
        (self.claim, self.of_difference, self.some, self.rule, &self.parts)
    }
}

/// How far a printed figure may be off: half of its last printed digit, or what it was rounded to.
fn off(facts: &Facts, id: ClaimId, amount: Amount) -> Amount {
    let claim = facts.claim(id);
    match claim.precision {
        Precision::Exact => amount.half_unit(),
        _ => allowance(claim, amount),
    }
}

/// True if the part is another side's answer to the total: a payer's total against its recipients' receipts is a comparison, not a sum.
fn answers(facts: &Facts, total: ClaimId, part: ClaimId) -> bool {
    let (total, part) = (facts.claim(total), facts.claim(part));
    let flows = [total.role, part.role].iter().all(|role| matches!(role, Role::Paid | Role::Received | Role::Pledged));
    flows && total.role != part.role && total.side != part.side
}

fn total_check(facts: &Facts, total: ClaimId, parts: &[ClaimId], some: bool) -> Result<Option<SumCheck>, TooLarge> {
    let Some((printed, unit)) = facts.claim(total).stated() else { return Ok(None) };
    let (mut computed, mut allowed) = (Amount::ZERO, off(facts, total, printed));
    let (mut known, mut some) = (Vec::new(), some);
    for part in parts.iter().filter(|part| !answers(facts, total, **part)) {
        match facts.claim(*part).stated() {
            Some((amount, part_unit)) if part_unit == unit => {
                computed = computed.plus(amount)?;
                allowed = allowed.plus(off(facts, *part, amount))?;
                known.push(*part);
            }
            // A part without an amount: the others can only be too much, never too little.
            _ => some = true,
        }
    }
    if known.is_empty() {
        return Ok(None);
    }
    let difference = computed.minus(printed)?;
    let agrees = if some { difference <= allowed } else { difference.abs() <= allowed };
    Ok(Some(SumCheck {
        claim: total,
        parts: known,
        unit,
        printed,
        computed,
        difference,
        agrees,
        some,
        of_difference: false,
        rule: None,
        would_be: None,
    }))
}

fn difference_check(
    facts: &Facts,
    claim: ClaimId,
    left: ClaimId,
    right: ClaimId,
) -> Result<Option<SumCheck>, TooLarge> {
    let figures = (facts.claim(claim).stated(), facts.claim(left).stated(), facts.claim(right).stated());
    let (Some((printed, unit)), Some((minuend, left_unit)), Some((subtrahend, right_unit))) = figures else {
        return Ok(None);
    };
    if unit != left_unit || unit != right_unit {
        return Ok(None);
    }
    let computed = minuend.minus(subtrahend)?;
    let allowed = off(facts, claim, printed).plus(off(facts, left, minuend))?.plus(off(facts, right, subtrahend))?;
    let difference = computed.minus(printed)?;
    Ok(Some(SumCheck {
        claim,
        parts: vec![left, right],
        unit,
        printed,
        computed,
        difference,
        agrees: difference.abs() <= allowed,
        some: false,
        of_difference: true,
        rule: None,
        would_be: Some(minuend.minus(printed)?),
    }))
}

/// A printed result against what the rule of its flow gives on the base that it was computed from.
fn computed_check(desk: Desk<'_>, id: ClaimId, base: ClaimId) -> Result<Option<SumCheck>, TooLarge> {
    let facts = desk.facts;
    let claim = facts.claim(id);
    let Some((printed, unit)) = claim.stated() else { return Ok(None) };
    let Some(rule) = formula(desk, claim) else { return Ok(None) };
    let Some((due, currency)) = evaluate(facts, rule, &[base])? else { return Ok(None) };
    let Some(computed) = due.amount.filter(|_| unit.currency() == Some(currency)) else { return Ok(None) };
    let difference = computed.minus(printed)?;
    Ok(Some(SumCheck {
        claim: id,
        parts: vec![base],
        unit,
        printed,
        computed,
        difference,
        agrees: difference.abs() <= off(facts, id, printed).plus(due.allowance)?,
        some: false,
        of_difference: false,
        rule: Some(rule),
        would_be: None,
    }))
}
