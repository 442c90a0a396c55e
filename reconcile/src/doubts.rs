//! Doubts: what speaks against claims as they stand. A doubt blocks; it never accuses.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::TooLarge;
use crate::currency::Unit;
use crate::facts::{ClaimId, Facts, StreamId};
use crate::links::Links;
use crate::outcome::{Doubt, DoubtCause, DoubtKind, Scope, SumCheck};
use crate::precision::compatible;
use crate::statement::{by_precedence, own_side};
use crate::words::Role;

/// Every doubt: same scope, totals and differences, and what people recorded.
pub(crate) fn doubts(facts: &Facts, links: &Links, sums: &[SumCheck]) -> Result<Vec<Doubt>, TooLarge> {
    let mut found = BTreeSet::new();
    same_scope(facts, links, &mut found)?;
    for check in sums.iter().filter(|check| !check.agrees) {
        let cause = if check.of_difference { DoubtCause::Difference } else { DoubtCause::Total };
        let exceeds = !check.of_difference && check.computed > check.printed;
        let kind = if exceeds { DoubtKind::PartsExceedTotal } else { DoubtKind::Conflict };
        let claims = std::iter::once(check.claim).chain(check.parts.iter().copied()).collect();
        let difference = Some(check.printed.minus(check.computed)?);
        found.insert(Doubt { claims, kind, cause, difference, unit: Some(check.unit), note: "".into() });
    }
    for (claim, other, note) in &links.contradictions {
        found.insert(recorded(facts, *claim, *other, note)?);
    }
    Ok(found.into_iter().collect())
}

fn recorded(facts: &Facts, claim: ClaimId, other: ClaimId, note: &str) -> Result<Doubt, TooLarge> {
    let (difference, unit) = match (facts.claim(claim).stated(), facts.claim(other).stated()) {
        (Some((left, unit)), Some((right, other_unit))) if unit == other_unit => (Some(left.minus(right)?), Some(unit)),
        _ => (None, None),
    };
    let cause = DoubtCause::Recorded;
    Ok(Doubt { claims: vec![claim, other], kind: DoubtKind::Conflict, cause, difference, unit, note: note.into() })
}

/// Claims of one role, scope and unit that differ beyond their precision.
fn same_scope(facts: &Facts, links: &Links, found: &mut BTreeSet<Doubt>) -> Result<(), TooLarge> {
    let valued = valued_streams(facts);
    let mut groups: BTreeMap<(Scope, Role, Unit), Vec<ClaimId>> = BTreeMap::new();
    for (index, claim) in facts.claims.iter().enumerate() {
        let id = ClaimId(index as u32);
        let Some((_, unit)) = claim.stated() else { continue };
        // Several valuations of one stone are meant to differ; so are figures that a person related to each other.
        let is_valuation = claim.role == Role::Base && valued.contains(&claim.stream);
        if !links.is_explained(id) && !is_valuation {
            groups.entry((Scope::of(claim), claim.role, unit)).or_default().push(id);
        }
    }
    for ((scope, role, unit), mut claims) in groups {
        let party = if role == Role::Received { scope.recipient } else { scope.payer };
        by_precedence(facts, &mut claims, own_side(facts, party));
        let Some((lead, others)) = claims.split_first() else { continue };
        for other in others {
            let (left, right) = (facts.claim(*lead), facts.claim(*other));
            if let (Some((a, _)), Some((b, _))) = (left.stated(), right.stated())
                && !compatible(left, a, right, b)
            {
                found.insert(Doubt {
                    claims: vec![*lead, *other],
                    kind: DoubtKind::Conflict,
                    cause: DoubtCause::SameScope,
                    difference: Some(a.minus(b)?),
                    unit: Some(unit),
                    note: "".into(),
                });
            }
        }
    }
    Ok(())
}

/// Streams whose figures are valuations under some rule.
fn valued_streams(facts: &Facts) -> BTreeSet<StreamId> {
    let measures: BTreeSet<&str> =
        facts.rules.iter().filter(|rule| rule.valuation.is_some()).map(|rule| &*rule.base).collect();
    let streams = facts.streams.iter().enumerate();
    streams.filter(|(_, stream)| measures.contains(&*stream.code)).map(|(index, _)| StreamId(index as u32)).collect()
}
