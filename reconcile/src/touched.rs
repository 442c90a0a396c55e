//! Recomputing only what a change touches, and putting the answer in its place.

use std::collections::BTreeSet;

use crate::facts::{ClaimId, CountryId, Facts, Remark, StreamId};
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

    /// The flows of which comparisons are replaced: every comparison of another flow keeps its answer.
    pub fn flows(&self) -> BTreeSet<(CountryId, StreamId)> {
        self.found.iter().map(|plot| (plot.country, plot.stream)).collect()
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
