//! What weighs the shares of a split that the law makes by a count or by area: licences, square kilometres.
//!
//! A weight is a base figure of the stream that the rule names in `split_by`, stated for one recipient. What all weights
//! make together must be stated too: a list that may have holes gives nobody a share.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::{Amount, TooLarge};
use crate::facts::{ClaimId, CountryId, Facts, PartyId, StreamId};
use crate::links::Links;
use crate::scope::Ground;
use crate::spot::{CaseId, Spot, Spots};
use crate::statement::precedence;
use crate::words::{Precision, Role};

/// One recipient's weight, and the stated total of all where it is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    /// The claim that states the recipient's.
    pub(crate) own: ClaimId,
    /// The claim that states the total.
    pub(crate) total: Option<ClaimId>,
}

/// The stated weights by country, case and stream.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    by_stream: BTreeMap<(CountryId, CaseId, StreamId), Vec<ClaimId>>,
}

impl Weights {
    pub(crate) fn new(facts: &Facts, links: &Links, spots: &Spots<'_>) -> Weights {
        let weighing: BTreeSet<StreamId> = facts.rules.iter().filter_map(|rule| rule.split_by).collect();
        let mut weights = Weights::default();
        if weighing.is_empty() {
            return weights;
        }
        for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
            let firm = claim.role == Role::Base && claim.precision == Precision::Exact && claim.stated().is_some();
            if firm && weighing.contains(&claim.stream) && links.is_plain_base(id) {
                let key = (claim.country, spots.case(&claim.case), claim.stream);
                weights.by_stream.entry(key).or_default().push(id);
            }
        }
        weights
    }

    /// The weight of a flow's recipient, and the total of which it is a part: stated for no recipient, or for one that
    /// the recipient belongs to. Of several statements the leading one.
    pub(crate) fn of(
        &self,
        facts: &Facts,
        ground: &Ground,
        spots: &Spots<'_>,
        stream: StreamId,
        flow: &Spot,
    ) -> Option<Weight> {
        let recipient = flow.recipient?;
        let here: Vec<ClaimId> = self.here(facts, spots, stream, flow).collect();
        let lead = |holds: &dyn Fn(Option<PartyId>) -> bool| {
            let stated = here.iter().copied().filter(|id| holds(facts.claim(*id).recipient));
            stated.min_by_key(|id| precedence(facts, *id, None))
        };
        let own = lead(&|party| party == Some(recipient))?;
        let total =
            lead(&|party| party.is_none_or(|party| party != recipient && ground.party_covers(party, recipient)));
        let (_, unit) = facts.claim(own).stated()?;
        let divides = |total: &ClaimId| {
            let stated = facts.claim(*total).stated();
            stated.is_some_and(|(whole, other)| other == unit && !whole.is_zero() && !whole.is_negative())
        };
        Some(Weight { own, total: total.filter(divides) })
    }

    /// The stated total of all weights: of no recipient.
    pub(crate) fn total(&self, facts: &Facts, spots: &Spots<'_>, stream: StreamId, flow: &Spot) -> Option<ClaimId> {
        let totals = self.here(facts, spots, stream, flow).filter(|id| facts.claim(*id).recipient.is_none());
        totals.min_by_key(|id| precedence(facts, *id, None))
    }

    /// The leading weights of all recipients that a total covers, in order of their parties, if they make it up to the
    /// last digit; nothing otherwise.
    pub(crate) fn complete(
        &self,
        facts: &Facts,
        ground: &Ground,
        spots: &Spots<'_>,
        total: ClaimId,
        flow: &Spot,
    ) -> Result<Option<Vec<(PartyId, Amount)>>, TooLarge> {
        let claim = facts.claim(total);
        let Some((whole, unit)) = claim.stated() else { return Ok(None) };
        let mut leading: BTreeMap<PartyId, ClaimId> = BTreeMap::new();
        for id in self.here(facts, spots, claim.stream, flow) {
            let other = facts.claim(id);
            let Some(party) = other.recipient.filter(|_| other.stated().is_some_and(|(_, own)| own == unit)) else {
                continue;
            };
            if claim.recipient.is_none_or(|whole| whole != party && ground.party_covers(whole, party)) {
                let lead = leading.entry(party).or_insert(id);
                *lead = std::cmp::min_by_key(*lead, id, |one| precedence(facts, *one, None));
            }
        }
        let weights = leading.into_iter().filter_map(|(party, id)| Some((party, facts.claim(id).stated()?.0)));
        let weights: Vec<(PartyId, Amount)> = weights.collect();
        let sum = weights.iter().try_fold(Amount::ZERO, |sum, (_, weight)| sum.plus(*weight))?;
        Ok((sum == whole).then_some(weights))
    }

    /// Weights stated for the flow's mine (or for none), at its time or for a time that holds it.
    fn here<'a>(
        &'a self,
        facts: &'a Facts,
        spots: &'a Spots<'_>,
        stream: StreamId,
        flow: &'a Spot,
    ) -> impl Iterator<Item = ClaimId> + 'a {
        let all = self.by_stream.get(&(flow.country, flow.case, stream)).into_iter().flatten().copied();
        all.filter(move |id| {
            let claim = facts.claim(*id);
            let time = spots.time(&claim.span);
            let fits = time.contains(flow.time) || (flow.time.period().is_none() && flow.case != CaseId::NONE);
            fits && (claim.mine.is_none() || claim.mine == flow.mine)
        })
    }
}
