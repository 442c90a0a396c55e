//! One side's word on one flow: which of its claims leads, what the others say, and what is missing.

use std::collections::BTreeSet;

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::due::Desk;
use crate::facts::{ClaimId, Facts, PartyId, Statement};
use crate::outcome::{Conversion, Converted, Total};
use crate::precision::allowance;
use crate::words::{PartyKind, Precision, Side};

/// Whose word counts as the party's own.
pub(crate) fn own_side(facts: &Facts, party: Option<PartyId>) -> Option<Side> {
    party.map(|id| match facts.party(id).kind {
        PartyKind::Company => Side::Company,
        PartyKind::Government => Side::Government,
        PartyKind::Fund
        | PartyKind::Trust
        | PartyKind::Council
        | PartyKind::Chiefdom
        | PartyKind::Community
        | PartyKind::Landowners
        | PartyKind::Cooperative
        | PartyKind::CivilSociety => Side::Community,
    })
}

/// The published precedence among claims of one side and scope: the side itself, then an official body, then others,
/// then press and auditors; of equals the newest, then the most exact, then the first by code.
pub(crate) fn precedence(facts: &Facts, id: ClaimId, own: Option<Side>) -> impl Ord + use<> {
    let claim = facts.claim(id);
    let rank = match claim.side {
        side if Some(side) == own => 0u8,
        Side::Government => 1,
        Side::Company | Side::Community => 2,
        Side::ThirdParty => 3,
    };
    let newest_first = std::cmp::Reverse(claim.stated_on.map(|date| date.last));
    (rank, newest_first, claim.precision, id)
}

/// What a side says of a flow, in one currency. `None` where it says nothing at all. The claims are in order of code.
pub(crate) fn hear(
    desk: Desk<'_>,
    claims: &[ClaimId],
    own: Option<Side>,
    currency: Option<Currency>,
) -> Result<Option<Total>, TooLarge> {
    if claims.is_empty() {
        return Ok(None);
    }
    let facts = desk.facts;
    let in_currency = |id: ClaimId| match facts.claim(id).statement {
        Statement::Stated(amount, Unit::Money(stated)) if Some(stated) == currency => Some(amount),
        // A new unit of account of the same money: exact, so it is the same amount.
        Statement::Stated(amount, Unit::Money(stated)) => desk.rates.redenominated(amount, stated, currency?),
        _ => None,
    };
    let first_of = |id: ClaimId| desk.links.instalment_of.get(&id).copied();
    let is_instalment = |id: ClaimId| first_of(id).is_some_and(|first| claims.binary_search(&first).is_ok());
    // Another figure for the same statement, set beside it by a person, is shown and never leads.
    let is_beside = |id: ClaimId| {
        let other = desk.links.compared_with.get(&id);
        other.is_some_and(|other| claims.contains(other) && facts.claim(*other).role == facts.claim(id).role)
    };
    let heard = |id: &ClaimId| in_currency(*id).is_some() && !is_instalment(*id) && !is_beside(*id);
    let leading = claims.iter().copied().filter(heard);
    let headline = leading.min_by_key(|id| precedence(facts, *id, own));
    let is_summed = |id: ClaimId| {
        headline.is_some_and(|headline| id == headline || (first_of(id) == Some(headline) && in_currency(id).is_some()))
    };
    let absent = claims.iter().filter_map(|id| Some((*id, absence(facts, *id)?)));
    let mut total = Total::silent();
    total.absent = absent.clone().map(|(_, absence)| absence).collect();
    if let Some(headline) = headline {
        total.stand_in = own.is_some_and(|own| facts.claim(headline).side != own);
        let instalments = claims.iter().copied().filter(|id| first_of(*id) == Some(headline));
        for id in std::iter::once(headline).chain(instalments) {
            match in_currency(id) {
                Some(amount) => total.add(desk, id, amount, currency)?,
                // An instalment without a known amount: the rest is a lower bound.
                None => total.lower_bound = true,
            }
        }
    }
    total.claims.extend(absent.map(|(id, _)| id));
    total.others = claims.iter().copied().filter(|id| absence(facts, *id).is_none() && !is_summed(*id)).collect();
    Ok(Some(total))
}

/// The currency of a comparison: the due's if a side speaks it or none speaks, else one that both sides speak, else the first.
pub(crate) fn currency_of(facts: &Facts, due: Option<Currency>, sides: [&[ClaimId]; 3]) -> Option<Currency> {
    let stated = |id: &ClaimId| facts.claim(*id).stated().and_then(|(_, unit)| Unit::currency(unit));
    let mut all = sides.into_iter().flatten().filter_map(stated);
    let Some(first) = all.next() else {
        return due.or_else(|| sides.into_iter().flatten().find_map(|id| absent_currency(facts, *id)));
    };
    if all.all(|other| other == first) {
        return Some(first);
    }
    let [paid, received, pledged] = sides.map(|claims| claims.iter().filter_map(stated).collect::<BTreeSet<_>>());
    let speaks = |currency: &Currency| [&paid, &received, &pledged].iter().any(|side| side.contains(currency));
    let shared = |left: &BTreeSet<Currency>, right: &BTreeSet<Currency>| left.intersection(right).next().copied();
    due.filter(speaks)
        .or_else(|| shared(&paid, &received))
        .or_else(|| shared(&pledged, &received))
        .or_else(|| shared(&pledged, &paid))
        .or_else(|| paid.iter().chain(&received).chain(&pledged).min().copied())
}

fn absent_currency(facts: &Facts, id: ClaimId) -> Option<Currency> {
    match facts.claim(id).statement {
        Statement::Absent(_, currency) => currency,
        Statement::Stated(_, unit) => unit.currency(),
    }
}

fn absence(facts: &Facts, id: ClaimId) -> Option<crate::words::Absence> {
    match facts.claim(id).statement {
        Statement::Absent(absence, _) => Some(absence),
        Statement::Stated(..) => None,
    }
}

impl Total {
    /// A side that spoke without any figure so far.
    pub(crate) fn silent() -> Total {
        Total {
            amount: None,
            high: None,
            conversions: Vec::new(),
            known: 0,
            absent: Vec::new(),
            lower_bound: false,
            stand_in: false,
            allowance: Amount::ZERO,
            about: false,
            claims: Vec::new(),
            others: Vec::new(),
        }
    }

    /// Adds a claim's amount to the sum.
    fn add(&mut self, desk: Desk<'_>, id: ClaimId, amount: Amount, currency: Option<Currency>) -> Result<(), TooLarge> {
        let claim = desk.facts.claim(id);
        if let (Some((stated, Unit::Money(from))), Some(to)) = (claim.stated(), currency)
            && let Some(rate) = desk.rates.redenomination_rate(from, to)
        {
            self.note(Conversion { from, amount: stated, exact: true, at: Converted { rate, amount }, high: None })?;
        }
        self.amount = Some(match self.amount {
            Some(sum) => sum.plus(amount)?,
            None => amount,
        });
        self.allowance = self.allowance.plus(allowance(claim, amount))?;
        self.known += 1;
        self.lower_bound |= claim.precision == Precision::AtLeast;
        self.about |= claim.precision == Precision::About;
        self.claims.push(id);
        Ok(())
    }

    /// The sum of two totals over ground that does not overlap.
    pub fn plus(&self, other: &Total) -> Result<Total, TooLarge> {
        let amount = match (self.amount, other.amount) {
            (Some(left), Some(right)) => Some(left.plus(right)?),
            (one, None) | (None, one) => one,
        };
        let chain = |left: &[ClaimId], right: &[ClaimId]| left.iter().chain(right).copied().collect();
        let high = match (self.high.or(self.amount), other.high.or(other.amount)) {
            (Some(left), Some(right)) => Some(left.plus(right)?),
            (one, None) | (None, one) => one,
        };
        let mut sum = Total { conversions: self.conversions.clone(), ..Total::silent() };
        other.conversions.iter().try_for_each(|conversion| sum.note(conversion.clone()))?;
        Ok(Total {
            amount,
            high: high.filter(|_| self.high.is_some() || other.high.is_some()),
            conversions: sum.conversions,
            known: self.known + other.known,
            absent: self.absent.iter().chain(&other.absent).copied().collect(),
            // A sum of which a part is unknown is a lower bound.
            lower_bound: self.lower_bound || other.lower_bound || self.amount.is_none() || other.amount.is_none(),
            stand_in: self.stand_in || other.stand_in,
            allowance: self.allowance.plus(other.allowance)?,
            about: self.about || other.about,
            claims: chain(&self.claims, &other.claims),
            others: chain(&self.others, &other.others),
        })
    }

    /// True where the side states that nothing was paid: a nought over a whole is a nought over each part.
    pub(crate) fn is_stated_zero(&self) -> bool {
        self.amount.is_some_and(Amount::is_zero) && !self.lower_bound && !self.about
    }
}
