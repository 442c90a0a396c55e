//! Doubts: what speaks against claims as they stand. A doubt blocks; it never accuses.

use std::collections::BTreeSet;

use crate::amount::{Amount, TooLarge};
use crate::currency::Unit;
use crate::exchange::Rates;
use crate::facts::{ClaimId, Facts, StreamId};
use crate::lines::{Seated, may_repeat_a_role};
use crate::links::Links;
use crate::outcome::{Doubt, SumCheck};
use crate::precision::compatible;
use crate::said::{DoubtCause, DoubtKind};
use crate::statement::{own_side, precedence};
use crate::too_large::TooLargeAt;
use crate::words::Role;

/// The claims that a doubt falls on: all it names, but of a figure to the cent and a rounded one in another unit of
/// account only the rounded one.
fn suspects(facts: &Facts, doubt: &Doubt) -> Vec<ClaimId> {
    let vaguest = doubt.claims.iter().map(|id| facts.claim(*id).precision).max();
    let falls_on = |id: &&ClaimId| doubt.cause != DoubtCause::Era || Some(facts.claim(**id).precision) == vaguest;
    doubt.claims.iter().filter(falls_on).copied().collect()
}

/// The claims on which no gap can rest: a unit, a place or a sum is in doubt. A conflict blocks by itself where the
/// other figure would close the gap (see `judge`), so it is not among them.
#[derive(Debug)]
pub(crate) struct Doubted(BTreeSet<ClaimId>);

impl Doubted {
    pub(crate) fn new(facts: &Facts, doubts: &BTreeSet<Doubt>) -> Doubted {
        let blocks = |doubt: &&Doubt| doubt.kind != DoubtKind::Conflict || doubt.cause == DoubtCause::Difference;
        Doubted(doubts.iter().filter(blocks).flat_map(|doubt| suspects(facts, doubt)).collect())
    }

    pub(crate) fn touches(&self, claim: ClaimId) -> bool {
        self.0.contains(&claim)
    }
}

/// What seated claims, checked sums and recorded contradictions give cause to doubt.
pub(crate) fn doubts(
    facts: &Facts,
    links: &Links,
    rates: &Rates<'_>,
    seated: &[Seated],
    sums: &[SumCheck],
) -> Result<BTreeSet<Doubt>, TooLargeAt> {
    let mut found = BTreeSet::new();
    same_scope(facts, links, rates, seated, &mut found)?;
    for check in sums.iter().filter(|check| !check.agrees) {
        let cause = match (check.of_difference, check.rule) {
            (true, _) => DoubtCause::Difference,
            (false, Some(_)) => DoubtCause::Computed,
            (false, None) => DoubtCause::Total,
        };
        let exceeds = cause == DoubtCause::Total && check.computed > check.printed;
        let kind = if exceeds { DoubtKind::PartsExceedTotal } else { DoubtKind::Conflict };
        let claims = std::iter::once(check.claim).chain(check.parts.iter().copied()).collect();
        let difference = Some(check.printed.minus(check.computed).map_err(TooLargeAt::claim(check.claim))?);
        found.insert(Doubt { claims, kind, cause, difference, unit: Some(check.unit), note: "".into() });
    }
    for (claim, other, note) in &links.contradictions {
        found.insert(recorded(facts, *claim, *other, note).map_err(TooLargeAt::claim(*claim))?);
    }
    Ok(found)
}

fn recorded(facts: &Facts, claim: ClaimId, other: ClaimId, note: &str) -> Result<Doubt, TooLarge> {
    let (difference, unit) = match (facts.claim(claim).stated(), facts.claim(other).stated()) {
        (Some((left, unit)), Some((right, other_unit))) if unit == other_unit => (Some(left.minus(right)?), Some(unit)),
        _ => (None, None),
    };
    let cause = DoubtCause::Recorded;
    Ok(Doubt { claims: vec![claim, other], kind: DoubtKind::Conflict, cause, difference, unit, note: note.into() })
}

/// Claims of one role, scope and unit that differ beyond their precision. An old and a new unit of account are one.
fn same_scope(
    facts: &Facts,
    links: &Links,
    rates: &Rates<'_>,
    seated: &[Seated],
    found: &mut BTreeSet<Doubt>,
) -> Result<(), TooLargeAt> {
    let valued = valued_streams(facts);
    let mut told: Vec<(Role, Unit, ClaimId)> = Vec::new();
    for spot in seated.chunk_by(|a, b| a.spot == b.spot).filter(|spot| may_repeat_a_role(spot)) {
        told.clear();
        told.extend(spot.iter().filter_map(|one| {
            let claim = facts.claim(one.claim);
            // Several valuations of one stone are meant to differ; so are figures that a person related to each other.
            let is_valuation = claim.role == Role::Base && valued.contains(&claim.stream);
            let (_, unit) = claim.stated().filter(|_| !is_valuation)?;
            Some((claim.role, unit.currency().map_or(unit, |currency| Unit::Money(rates.money(currency))), one.claim))
        }));
        told.sort_unstable();
        told.dedup();
        for group in told.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|group| group.len() > 1) {
            let claims = group.iter().map(|(_, _, id)| *id).filter(|id| !links.is_explained(*id));
            conflicts(facts, rates, claims.collect(), found)?;
        }
    }
    Ok(())
}

/// The first of the claims by precedence against each other.
fn conflicts(
    facts: &Facts,
    rates: &Rates<'_>,
    mut claims: Vec<ClaimId>,
    found: &mut BTreeSet<Doubt>,
) -> Result<(), TooLargeAt> {
    let Some(first) = claims.first().map(|id| facts.claim(*id)) else { return Ok(()) };
    let own = own_side(facts, if first.role == Role::Received { first.recipient } else { first.payer });
    claims.sort_by_key(|id| precedence(facts, *id, own));
    let Some((lead, others)) = claims.split_first() else { return Ok(()) };
    for other in others {
        let (left, right) = (facts.claim(*lead), facts.claim(*other));
        if let (Some((a, unit)), Some(stated)) = (left.stated(), right.stated())
            && let Some(b) = in_unit(rates, stated, unit)
            && !compatible(left, a, right, b)
        {
            found.insert(Doubt {
                claims: vec![*lead, *other],
                kind: DoubtKind::Conflict,
                cause: DoubtCause::SameScope,
                difference: Some(a.minus(b).map_err(TooLargeAt::claim(*lead))?),
                unit: Some(unit),
                note: "".into(),
            });
        }
    }
    Ok(())
}

/// An amount in another unit of account of the same money, or as it is where it has that unit.
pub(crate) fn in_unit(rates: &Rates<'_>, (amount, unit): (Amount, Unit), to: Unit) -> Option<Amount> {
    match (unit.currency(), to.currency()) {
        (Some(from), Some(to)) if from != to => rates.redenominated(amount, from, to),
        _ => (unit == to).then_some(amount),
    }
}

/// Streams whose figures are valuations under some rule.
fn valued_streams(facts: &Facts) -> BTreeSet<StreamId> {
    let measures: BTreeSet<&str> =
        facts.rules.iter().filter(|rule| rule.valuation.is_some()).map(|rule| &*rule.base).collect();
    let streams = facts.streams.iter().enumerate();
    streams.filter(|(_, stream)| measures.contains(&*stream.code)).map(|(index, _)| StreamId(index as u32)).collect()
}
