//! Recomputing only what a change touches, and putting the answer in its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{ClaimId, CountryId, Facts, MineId, Remark, StreamId};
use crate::outcome::{Reconciliation, Scope};
use crate::plots::{Plot, Plots};
use crate::policy::Policy;
use crate::reconcile::reconcile;
use crate::splice::splice;
use crate::too_large::TooLargeAt;

/// What is new in facts: the claims of an approved disclosure, and claims about which something was recorded.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Claims that the facts did not hold before, in order, by their ranks after the change.
    pub added: Vec<ClaimId>,
    /// Claims that were there and have a new remark, by their ranks after the change.
    pub remarked: Vec<ClaimId>,
}

impl Change {
    /// The facts before these claims were added, as far as they say what stands together: with the remarks of now.
    pub fn without_added(&self, after: &Facts) -> Facts {
        let old = |id: &ClaimId| self.before(*id);
        let remarks = after.remarks.iter().filter_map(|remark| {
            let others = remark.others.iter().map(old).collect::<Option<Vec<_>>>()?;
            Some(Remark { claim: old(&remark.claim)?, others, ..remark.clone() })
        });
        let claims = after.claims.iter().zip((0..).map(ClaimId)).filter(|(_, id)| old(id).is_some());
        Facts {
            countries: after.countries.clone(),
            mines: after.mines.clone(),
            parties: after.parties.clone(),
            streams: after.streams.clone(),
            rules: after.rules.clone(),
            sources: after.sources.clone(),
            claims: claims.map(|(claim, _)| claim.clone()).collect(),
            rates: after.rates.clone(),
            remarks: remarks.collect(),
        }
    }

    /// The rank after the change of a claim that was there before it.
    pub(crate) fn after(&self, before: ClaimId) -> ClaimId {
        // The claims added before it: the first so many whose own place among the old claims is not beyond it.
        let (mut low, mut high) = (0, self.added.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.added[middle].index() - middle <= before.index() { low = middle + 1 } else { high = middle }
        }
        ClaimId(before.0 + low as u32)
    }

    /// The rank before the change; `None` for what was added.
    pub(crate) fn before(&self, after: ClaimId) -> Option<ClaimId> {
        match self.added.binary_search(&after) {
            Ok(_) => None,
            Err(added) => Some(ClaimId(after.0 - added as u32)),
        }
    }
}

/// One named flow of a country and a case, at some mines: all comparisons there are replaced together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchedGround {
    /// The country.
    pub country: CountryId,
    /// The case, empty where the pack has none.
    pub case: Box<str>,
    /// The flow's name.
    pub stream: StreamId,
    /// The mines; `None` for what is about no mine.
    pub mines: BTreeSet<Option<MineId>>,
}

/// What a change touches: all that has to be computed again, and all that this is computed from.
#[derive(Debug)]
pub struct Touched<'a> {
    plots: &'a Plots<'a>,
    after: &'a Facts,
    /// The claims touched, in order, by their ranks after the change.
    pub claims: Vec<ClaimId>,
    found: BTreeSet<Plot>,
}

impl<'a> Touched<'a> {
    pub(crate) fn new(
        plots: &'a Plots<'a>,
        after: &'a Facts,
        claims: Vec<ClaimId>,
        found: BTreeSet<Plot>,
    ) -> Touched<'a> {
        Touched { plots, after, claims, found }
    }

    /// The facts of the touched claims alone. Their claims have ranks of their own: the `n`th is `self.claims[n]`.
    pub fn facts(&self) -> Facts {
        let after = self.after;
        // Whatever a remark joins is touched together.
        let rank = |id: &ClaimId| self.claims.binary_search(id).ok().map(|rank| ClaimId(rank as u32));
        let remarks = self.claims.iter().flat_map(|id| after.remarks_of(*id));
        let remarks = remarks.filter_map(|remark| {
            let others = remark.others.iter().map(rank).collect::<Option<Vec<_>>>()?;
            Some(Remark { claim: rank(&remark.claim)?, others, ..remark.clone() })
        });
        Facts {
            countries: after.countries.clone(),
            mines: after.mines.clone(),
            parties: after.parties.clone(),
            streams: after.streams.clone(),
            rules: after.rules.clone(),
            sources: after.sources.clone(),
            claims: self.claims.iter().map(|id| after.claim(*id).clone()).collect(),
            rates: after.rates.clone(),
            remarks: remarks.collect(),
        }
    }

    /// True for the comparisons of the answer before that the new ones take the place of.
    pub fn replaces(&self, scope: &Scope) -> bool {
        self.found.contains(&self.plots.at(scope.country, &scope.case, scope.stream, scope.mine))
    }

    /// Where the comparisons stand that are replaced: every other one keeps its answer.
    pub fn grounds(&self) -> Vec<TouchedGround> {
        let mut grounds: BTreeMap<_, BTreeSet<Option<MineId>>> = BTreeMap::new();
        let mut mines: BTreeMap<Option<u32>, Vec<Option<MineId>>> = BTreeMap::from([(None, vec![None])]);
        for mine in (0..self.after.mines.len() as u32).map(MineId) {
            mines.entry(self.plots.area(mine)).or_default().push(Some(mine));
        }
        for plot in &self.found {
            // A case that is new has no comparisons yet.
            let Some(case) = self.plots.case_text(plot.case) else { continue };
            let in_area = mines.get(&plot.area).into_iter().flatten().copied();
            grounds.entry((plot.country, case, plot.stream)).or_default().extend(in_area);
        }
        let ground = |((country, case, stream), mines): ((_, &str, _), _)| TouchedGround {
            country,
            case: case.into(),
            stream,
            mines,
        };
        grounds.into_iter().map(ground).collect()
    }

    /// The answer on what is touched, with the claims' ranks after the change. Positions count within this answer.
    pub fn reconcile(&self, policy: &Policy) -> Result<Reconciliation, TooLargeAt> {
        let mut answer = reconcile(&self.facts(), policy).map_err(|error| match error {
            TooLargeAt::Claim(id) => TooLargeAt::Claim(self.claims[id.index()]),
            flow @ TooLargeAt::Flow(_) => flow,
        })?;
        answer.renumber(|id| self.claims[id.index()]);
        Ok(answer)
    }

    /// The answer before the change with the new answer on what is touched in its place: the same as an answer on all
    /// the facts after the change.
    pub fn splice(&self, mut before: Reconciliation, change: &Change, answer: Reconciliation) -> Reconciliation {
        before.renumber(|id| change.after(id));
        splice(before, answer, |scope| self.replaces(scope), |id| self.claims.binary_search(&id).is_ok())
    }
}
