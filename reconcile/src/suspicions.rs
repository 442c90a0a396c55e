//! What cannot be right as it stands: magnitudes, eras of currencies, figures told twice, values per carat, places.
//! A suspicion blocks a gap; it never makes one.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::Amount;
use crate::currency::{Currency, Unit};
use crate::exchange::Rates;
use crate::facts::{Claim, ClaimId, CountryId, Facts, Statement};
use crate::lines::{Seated, may_repeat_a_role};
use crate::links::Links;
use crate::outcome::{Comparison, Doubt};
use crate::period::Period;
use crate::said::{DoubtCause, DoubtKind};
use crate::spot::Spot;
use crate::too_large::TooLargeAt;
use crate::words::{Absence, Precision, Role};

/// The stream of a country's whole production in the Kimberley Process tables: what values per carat are held against.
pub(crate) const REFERENCE_PRODUCTION: &str = "kp_production";
/// A value per carat more than so many times the country's (or less than one part in so many) is implausible.
/// Deposits differ by less: single stones, which differ by more, have no carats and value of a whole period.
const UNIT_VALUE_FACTOR: i64 = 10;

/// Adds every suspicion that claims alone give cause for.
pub(crate) fn suspicions(
    facts: &Facts,
    links: &Links,
    rates: &Rates<'_>,
    seated: &[Seated],
    doubts: &mut BTreeSet<Doubt>,
) -> Result<(), TooLargeAt> {
    for (claim, note) in &links.unit_suspect {
        doubts
            .insert(Doubt { note: note.clone(), ..doubt(DoubtKind::UnitSuspect, DoubtCause::Recorded, vec![*claim]) });
    }
    for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
        doubts.extend(of_one_claim(facts, rates, id, claim));
    }
    for spot in seated.chunk_by(|a, b| a.spot == b.spot).filter(|spot| may_repeat_a_role(spot)) {
        confused_eras(facts, rates, spot, doubts);
    }
    implausible_values(facts, links, seated, doubts)
}

fn doubt(kind: DoubtKind, cause: DoubtCause, claims: Vec<ClaimId>) -> Doubt {
    Doubt { claims, kind, cause, difference: None, unit: None, note: "".into() }
}

/// True where two amounts differ by a factor of a thousand or a million, within two percent.
pub(crate) fn thousandfold(left: Amount, right: Amount) -> bool {
    let (small, large) = if left.abs() <= right.abs() { (left.abs(), right.abs()) } else { (right.abs(), left.abs()) };
    let Some((small, large)) = small.aligned(large).filter(|(small, _)| *small != 0) else { return false };
    let off = |factor: i128| small.checked_mul(factor)?.checked_sub(large)?.checked_abs()?.checked_mul(50);
    [1_000, 1_000_000].into_iter().any(|factor| off(factor).is_some_and(|off| off <= large))
}

fn of_one_claim(facts: &Facts, rates: &Rates<'_>, id: ClaimId, claim: &Claim) -> Option<Doubt> {
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
    let (since, replaced) = rates.redenominated_on(currency)?;
    let last = claim.span.period().map(|period| period.last).or(claim.paid_on.map(|date| date.last))?;
    (!replaced && last < since).then(|| doubt(DoubtKind::UnitSuspect, DoubtCause::Era, vec![id]))
}

/// Two columns of a comparison that differ by a unit.
pub(crate) fn magnitude(line: &Comparison) -> Option<Doubt> {
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
pub(crate) fn repeated_in_part<W: Iterator<Item = ClaimId>>(
    facts: &Facts,
    mut part: impl Iterator<Item = ClaimId>,
    whole: impl Fn() -> W,
) -> Option<Doubt> {
    part.find_map(|part| {
        let own = facts.claim(part);
        let (amount, unit) = own.stated().filter(|(amount, _)| tells(*amount))?;
        let whole = whole().find(|id| {
            let whole = facts.claim(*id);
            (whole.role, whole.side) == (own.role, own.side) && whole.stated() == Some((amount, unit))
        })?;
        Some(doubt(DoubtKind::Doubled, DoubtCause::Repeated, vec![whole, part]))
    })
}

/// True for an amount that two flows hardly share by chance: four digits or more that say something.
fn tells(amount: Amount) -> bool {
    amount.normal().trim_start_matches('-').replace('.', "").trim_matches('0').len() >= 4
}

/// The same number in the old and in the new unit of account, for one scope and role.
fn confused_eras(facts: &Facts, rates: &Rates<'_>, spot: &[Seated], doubts: &mut BTreeSet<Doubt>) {
    let has_eras = |id: &ClaimId| {
        let currency = facts.claim(*id).stated().and_then(|(_, unit)| unit.currency());
        currency.is_some_and(|currency| rates.redenominated_on(currency).is_some())
    };
    let mut claims: Vec<ClaimId> = spot.iter().map(|one| one.claim).filter(has_eras).collect();
    claims.sort_unstable();
    claims.dedup();
    for (index, left) in claims.iter().enumerate() {
        for right in &claims[index + 1..] {
            let (one, other) = (facts.claim(*left), facts.claim(*right));
            if one.role == other.role && confused(one, other, rates) {
                doubts.insert(doubt(DoubtKind::UnitSuspect, DoubtCause::Era, vec![*left, *right]));
            }
        }
    }
}

fn confused(left: &Claim, right: &Claim, rates: &Rates<'_>) -> bool {
    let (Some((a, Unit::Money(from))), Some((b, Unit::Money(to)))) = (left.stated(), right.stated()) else {
        return false;
    };
    let near = a.minus(b).and_then(|off| off.abs().times(Amount::whole(20))).is_ok_and(|off| off <= a.abs());
    from != to && rates.redenomination(from, to).is_some() && near && !a.is_zero()
}

/// Value and carats of one scope against the country's production of the same time.
fn implausible_values(
    facts: &Facts,
    links: &Links,
    seated: &[Seated],
    doubts: &mut BTreeSet<Doubt>,
) -> Result<(), TooLargeAt> {
    let reference = reference_production(facts);
    for spot in seated.chunk_by(|a, b| a.spot == b.spot) {
        let Spot { country, stream, time, .. } = spot[0].spot;
        let (Some(reference), Some(period)) = (reference.get(&country), time.period()) else { continue };
        if &*facts.stream(stream).code == REFERENCE_PRODUCTION {
            continue;
        }
        let figure = |is_value: bool| {
            let told = spot.iter().filter_map(|one| {
                let claim = facts.claim(one.claim);
                let firm = claim.role == Role::Base && claim.precision == Precision::Exact;
                let (amount, unit) = claim.stated().filter(|_| firm)?;
                let fits = unit == if is_value { Unit::Money(Currency::USD) } else { Unit::Carat };
                (fits && !links.is_explained(one.claim)).then_some((one.claim, amount))
            });
            told.min_by_key(|(id, _)| *id)
        };
        let (Some((value, own_value)), Some((carats, own_carats))) = (figure(true), figure(false)) else { continue };
        let (mut country_value, mut country_carats) = (Amount::ZERO, Amount::ZERO);
        for (_, amount, money) in reference.iter().filter(|(half, _, _)| period.contains(*half)) {
            let sum = if *money { &mut country_value } else { &mut country_carats };
            *sum = sum.plus(*amount).map_err(TooLargeAt::claim(value))?;
        }
        if country_carats.is_zero() || country_value.is_zero() || own_carats.is_zero() {
            continue;
        }
        // own value ÷ own carats against country value ÷ country carats, without dividing.
        let (Ok(own), Ok(country)) = (own_value.times(country_carats), country_value.times(own_carats)) else {
            continue;
        };
        let tenfold = |amount: Amount| amount.times(Amount::whole(UNIT_VALUE_FACTOR)).map_err(TooLargeAt::claim(value));
        if own > tenfold(country)? || country > tenfold(own)? {
            doubts.insert(doubt(DoubtKind::ImplausibleUnitValue, DoubtCause::UnitValue, vec![value, carats]));
        }
    }
    Ok(())
}

/// Each country's whole production: of which time, how much, and whether it is money or carats.
fn reference_production(facts: &Facts) -> BTreeMap<CountryId, Vec<(Period, Amount, bool)>> {
    let mut reference: BTreeMap<CountryId, Vec<_>> = BTreeMap::new();
    let Some(stream) = facts.stream_by_code(REFERENCE_PRODUCTION) else { return reference };
    for claim in facts.claims.iter().filter(|claim| claim.stream == stream && claim.role == Role::Base) {
        let (Some((amount, unit)), Some(period)) = (claim.stated(), claim.span.period()) else { continue };
        let money = unit == Unit::Money(Currency::USD);
        if money || unit == Unit::Carat {
            reference.entry(claim.country).or_default().push((period, amount, money));
        }
    }
    reference
}
