//! What cannot be right as it stands: magnitudes, eras of currencies, figures told twice, values per carat, places.
//! A suspicion blocks a gap; it never makes one.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::{Amount, TooLarge};
use crate::currency::Unit;
use crate::exchange::{redenominated_on, redenomination};
use crate::facts::{Claim, ClaimId, CountryId, Facts, Statement};
use crate::links::Links;
use crate::outcome::{Comparison, Doubt, DoubtCause, DoubtKind, Scope};
use crate::period::Period;
use crate::words::{Absence, Precision, Role};

/// The stream of a country's whole production in the Kimberley Process tables: what values per carat are held against.
const REFERENCE_PRODUCTION: &str = "kp_production";
/// A value per carat more than so many times the country's (or less than one part in so many) is implausible.
/// Deposits differ by less: single stones, which differ by more, have no carats and value of a whole period.
const UNIT_VALUE_FACTOR: i64 = 10;

/// Adds every suspicion to the doubts.
pub(crate) fn suspicions(
    facts: &Facts,
    links: &Links,
    comparisons: &[Comparison],
    doubts: &mut BTreeSet<Doubt>,
) -> Result<(), TooLarge> {
    for (claim, note) in &links.unit_suspect {
        doubts
            .insert(Doubt { note: note.clone(), ..doubt(DoubtKind::UnitSuspect, DoubtCause::Recorded, vec![*claim]) });
    }
    for (index, claim) in facts.claims.iter().enumerate() {
        doubts.extend(of_one_claim(facts, ClaimId(index as u32), claim));
    }
    for line in comparisons {
        doubts.extend(of_comparison(line));
        doubts.extend(repeated_in_part(facts, comparisons, line));
    }
    confused_eras(facts, doubts);
    implausible_values(facts, links, doubts)
}

fn doubt(kind: DoubtKind, cause: DoubtCause, claims: Vec<ClaimId>) -> Doubt {
    Doubt { claims, kind, cause, difference: None, unit: None, note: "".into() }
}

/// True where two amounts differ by a factor of a thousand or a million, within two percent.
pub(crate) fn thousandfold(left: Amount, right: Amount) -> bool {
    let (small, large) = if left.abs() <= right.abs() { (left.abs(), right.abs()) } else { (right.abs(), left.abs()) };
    if small.is_zero() {
        return false;
    }
    [1_000i64, 1_000_000].into_iter().any(|factor| {
        let scaled = small.times(Amount::whole(factor));
        let off = scaled.and_then(|scaled| scaled.minus(large)?.abs().times(Amount::whole(50)));
        off.is_ok_and(|off| off <= large)
    })
}

fn of_one_claim(facts: &Facts, id: ClaimId, claim: &Claim) -> Option<Doubt> {
    if let Statement::Absent(Absence::AmbiguousPrint, _) = claim.statement {
        return Some(doubt(DoubtKind::UnitSuspect, DoubtCause::Print, vec![id]));
    }
    if let Some(mine) = claim.mine {
        let country = facts.mine(mine).country;
        let parties = [claim.payer, claim.recipient].into_iter().flatten();
        if parties.map(|party| facts.party(party).country).any(|home| home != country) {
            return Some(doubt(DoubtKind::PlaceSuspect, DoubtCause::Place, vec![id]));
        }
    }
    // A unit of account cannot be used before it exists.
    let currency = claim.stated().and_then(|(_, unit)| unit.currency())?;
    let (since, replaced) = redenominated_on(facts, currency)?;
    let last = claim.span.period().map(|period| period.last).or(claim.paid_on.map(|date| date.last))?;
    (!replaced && last < since).then(|| doubt(DoubtKind::UnitSuspect, DoubtCause::Era, vec![id]))
}

fn of_comparison(line: &Comparison) -> Option<Doubt> {
    let side = |total: &Option<crate::outcome::Total>| {
        total.as_ref().and_then(|total| Some((total.amount?, total.claims.first().copied()?)))
    };
    let due = line.due.as_ref().and_then(|due| Some((due.amount?, due.claims.first().copied()?)));
    let (declared, received) = (side(&line.declared), side(&line.received));
    let pairs = [(due, declared), (due, received), (declared, received)];
    pairs.into_iter().find_map(|(left, right)| {
        let ((a, left), (b, right)) = left.zip(right)?;
        thousandfold(a, b).then(|| doubt(DoubtKind::UnitSuspect, DoubtCause::Magnitude, vec![left, right]))
    })
}

/// One side states the same figure for a whole and for its part, and nobody said that the part is the whole.
fn repeated_in_part(facts: &Facts, comparisons: &[Comparison], line: &Comparison) -> Option<Doubt> {
    let wider = comparisons.get(line.part_of?)?;
    line.claims.iter().find_map(|part| {
        let own = facts.claim(*part);
        let (amount, unit) = own.stated().filter(|(amount, _)| tells(*amount))?;
        let whole = wider.claims.iter().find(|id| {
            let whole = facts.claim(**id);
            (whole.role, whole.side) == (own.role, own.side) && whole.stated() == Some((amount, unit))
        })?;
        Some(doubt(DoubtKind::Doubled, DoubtCause::Repeated, vec![*whole, *part]))
    })
}

/// True for an amount that two flows hardly share by chance: four digits or more that say something.
fn tells(amount: Amount) -> bool {
    amount.normal().trim_start_matches('-').replace('.', "").trim_matches('0').len() >= 4
}

/// The same number in the old and in the new unit of account, for one scope and role.
fn confused_eras(facts: &Facts, doubts: &mut BTreeSet<Doubt>) {
    if facts.rates.is_empty() {
        return;
    }
    let mut groups: BTreeMap<(Scope, Role), Vec<ClaimId>> = BTreeMap::new();
    for (index, claim) in facts.claims.iter().enumerate() {
        let unit = claim.stated().and_then(|(_, unit)| unit.currency());
        if unit.is_some_and(|currency| redenominated_on(facts, currency).is_some()) {
            groups.entry((Scope::of(claim), claim.role)).or_default().push(ClaimId(index as u32));
        }
    }
    for claims in groups.values() {
        for (index, left) in claims.iter().enumerate() {
            for right in &claims[index + 1..] {
                if confused(facts.claim(*left), facts.claim(*right), facts) {
                    doubts.insert(doubt(DoubtKind::UnitSuspect, DoubtCause::Era, vec![*left, *right]));
                }
            }
        }
    }
}

fn confused(left: &Claim, right: &Claim, facts: &Facts) -> bool {
    let (Some((a, Unit::Money(from))), Some((b, Unit::Money(to)))) = (left.stated(), right.stated()) else {
        return false;
    };
    let near = a.minus(b).and_then(|off| off.abs().times(Amount::whole(20))).is_ok_and(|off| off <= a.abs());
    from != to && redenomination(facts, from, to).is_some() && near && !a.is_zero()
}

/// Value and carats of one scope against the country's production of the same time.
fn implausible_values(facts: &Facts, links: &Links, doubts: &mut BTreeSet<Doubt>) -> Result<(), TooLarge> {
    let mut reference: BTreeMap<CountryId, Vec<(Period, Amount, bool)>> = BTreeMap::new();
    let mut groups: BTreeMap<Scope, Vec<ClaimId>> = BTreeMap::new();
    for (index, claim) in facts.claims.iter().enumerate() {
        let id = ClaimId(index as u32);
        let (Some((amount, unit)), Role::Base) = (claim.stated(), claim.role) else { continue };
        let money = unit.currency().is_some();
        if !money && unit != Unit::Carat {
            continue;
        }
        if &*facts.stream(claim.stream).code == REFERENCE_PRODUCTION {
            if let Some(period) = claim.span.period() {
                reference.entry(claim.country).or_default().push((period, amount, money));
            }
        } else if !links.is_explained(id) && claim.precision == Precision::Exact {
            groups.entry(Scope::of(claim)).or_default().push(id);
        }
    }
    for (scope, claims) in groups {
        let Some(period) = scope.span.period() else { continue };
        let of = |money: bool| {
            claims.iter().copied().find(|id| {
                facts.claim(*id).stated().is_some_and(|(_, unit)| (unit == Unit::Money(crate::Currency::USD)) == money)
            })
        };
        let (Some(value), Some(carats)) = (of(true), of(false)) else { continue };
        let own = (
            facts.claim(value).stated().map(|(amount, _)| amount),
            facts.claim(carats).stated().map(|(amount, _)| amount),
        );
        let (Some(own_value), Some(own_carats)) = own else { continue };
        let within = reference.get(&scope.country).into_iter().flatten().filter(|(half, _, _)| period.contains(*half));
        let (mut country_value, mut country_carats) = (Amount::ZERO, Amount::ZERO);
        for (_, amount, money) in within {
            let sum = if *money { &mut country_value } else { &mut country_carats };
            *sum = sum.plus(*amount)?;
        }
        if country_carats.is_zero() || country_value.is_zero() || own_carats.is_zero() {
            continue;
        }
        // own value ÷ own carats against country value ÷ country carats, without dividing.
        let (Ok(own), Ok(country)) = (own_value.times(country_carats), country_value.times(own_carats)) else {
            continue;
        };
        let factor = Amount::whole(UNIT_VALUE_FACTOR);
        if own > country.times(factor)? || country > own.times(factor)? {
            doubts.insert(doubt(DoubtKind::ImplausibleUnitValue, DoubtCause::UnitValue, vec![value, carats]));
        }
    }
    Ok(())
}
