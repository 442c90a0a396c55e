//! One side's word on one flow: which of its claims leads, what the others say, and what is missing.

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::exchange::redenominated;
use crate::facts::{ClaimId, Facts, PartyId, Statement};
use crate::links::Links;
use crate::outcome::Total;
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
pub(crate) fn by_precedence(facts: &Facts, claims: &mut [ClaimId], own: Option<Side>) {
    claims.sort_by_key(|id| {
        let claim = facts.claim(*id);
        let rank = match claim.side {
            side if Some(side) == own => 0,
            Side::Government => 1,
            Side::Company | Side::Community => 2,
            Side::ThirdParty => 3,
        };
        let newest_first = std::cmp::Reverse(claim.stated_on.map(|date| date.last));
        (rank, newest_first, claim.precision, *id)
    });
}

/// What a side says of a flow, in one currency. `None` where it says nothing at all.
pub(crate) fn hear(
    facts: &Facts,
    links: &Links,
    claims: &[ClaimId],
    own: Option<Side>,
    currency: Option<Currency>,
) -> Result<Option<Total>, TooLarge> {
    if claims.is_empty() {
        return Ok(None);
    }
    let in_currency = |id: &ClaimId| match facts.claim(*id).statement {
        Statement::Stated(amount, Unit::Money(stated)) if Some(stated) == currency => Some(amount),
        // A new unit of account of the same money: exact, so it is the same amount.
        Statement::Stated(amount, Unit::Money(stated)) => {
            currency.and_then(|currency| redenominated(facts, amount, stated, currency))
        }
        _ => None,
    };
    let is_instalment = |id: &ClaimId| links.instalment_of.get(id).is_some_and(|first| claims.contains(first));
    let mut leading: Vec<ClaimId> =
        claims.iter().copied().filter(|id| in_currency(id).is_some() && !is_instalment(id)).collect();
    by_precedence(facts, &mut leading, own);
    let mut total = Total::silent();
    total.absent = claims.iter().filter_map(|id| absence(facts, *id)).collect();
    let absent_claims = claims.iter().copied().filter(|id| absence(facts, *id).is_some());
    if let Some(headline) = leading.first().copied() {
        total.stand_in = own.is_some_and(|own| facts.claim(headline).side != own);
        let instalments = claims.iter().copied().filter(|id| links.instalment_of.get(id) == Some(&headline));
        for id in std::iter::once(headline).chain(instalments) {
            if let Some(amount) = in_currency(&id) {
                total.add(facts, id, amount)?;
            }
        }
    }
    total.claims.extend(absent_claims);
    total.others = claims.iter().copied().filter(|id| !total.claims.contains(id)).collect();
    Ok(Some(total))
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
    fn add(&mut self, facts: &Facts, id: ClaimId, amount: Amount) -> Result<(), TooLarge> {
        let claim = facts.claim(id);
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
        Ok(Total {
            amount,
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
