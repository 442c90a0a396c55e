//! What stands together: which claims the approval of a few more can touch, found without looking at the rest.
//!
//! A plot is one flow at one mine with all that lies in the same area, or one flow without a mine; it spans all payers,
//! recipients and times. Claims are compared with claims of their plot. Three things reach from plot to plot: a base
//! figure serves the flows of its mine, a share is taken of another flow, and people record how claims of any plots
//! stand to each other. What is reached over any number of such steps is touched together; everything else keeps its
//! answer.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::facts::{Claim, ClaimId, CountryId, Facts, MineId, Remark, StreamId};
use crate::scope::Ground;
use crate::spot::{CaseId, Spots};
use crate::suspicions::REFERENCE_PRODUCTION;
use crate::touched::{Change, Touched};
use crate::words::RemarkKind;

/// Country, case, stream, and the uppermost area of the mine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Plot {
    pub(crate) country: CountryId,
    pub(crate) case: CaseId,
    pub(crate) stream: StreamId,
    pub(crate) area: Option<u32>,
}

/// How far one stream reaches into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// In the same area: a base serves its mine.
    Area,
    /// Everywhere: what a holder received, it received for all its mines.
    Everywhere,
}

/// The claims of some facts by plot, with what reaches from plot to plot. Made once, asked for each change.
#[derive(Debug)]
pub struct Plots<'a> {
    facts: &'a Facts,
    spots: Spots<'a>,
    ground: Ground,
    /// Claims by plot.
    claims: Vec<ClaimId>,
    plots: BTreeMap<Plot, Range<usize>>,
    /// Claims that remarks join, both ways.
    joined: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// Claims recorded as bases of a stream.
    bases_for: BTreeMap<(CountryId, StreamId), Vec<ClaimId>>,
    /// Streams that rules join, both ways.
    streams: BTreeMap<(CountryId, StreamId), BTreeSet<(StreamId, Reach)>>,
}

impl<'a> Plots<'a> {
    /// Arranges the claims of some facts.
    pub fn new(facts: &'a Facts) -> Plots<'a> {
        let mut plots = Plots {
            facts,
            spots: Spots::new(facts),
            ground: Ground::new(facts),
            claims: Vec::new(),
            plots: BTreeMap::new(),
            joined: BTreeMap::new(),
            bases_for: BTreeMap::new(),
            streams: joined_streams(facts),
        };
        let mut all: Vec<(Plot, ClaimId)> =
            facts.claims.iter().zip((0..).map(ClaimId)).map(|(claim, id)| (plots.of(claim), id)).collect();
        all.sort_unstable();
        for plot in all.chunk_by(|a, b| a.0 == b.0) {
            let begin = plots.claims.len();
            plots.claims.extend(plot.iter().map(|(_, id)| *id));
            plots.plots.insert(plot[0].0, begin..plots.claims.len());
        }
        for remark in &facts.remarks {
            for other in &remark.others {
                plots.joined.entry(remark.claim).or_default().push(*other);
                plots.joined.entry(*other).or_default().push(remark.claim);
            }
            let country = facts.claim(remark.claim).country;
            for stream in base_for(facts, remark) {
                plots.bases_for.entry((country, stream)).or_default().push(remark.claim);
            }
        }
        plots
    }

    /// Where a claim stands. Cases that the facts did not have yet count as one: that touches more, never less.
    pub(crate) fn of(&self, claim: &Claim) -> Plot {
        self.at(claim.country, &claim.case, claim.stream, claim.mine)
    }

    pub(crate) fn at(&self, country: CountryId, case: &str, stream: StreamId, mine: Option<MineId>) -> Plot {
        Plot { country, case: self.spots.case(case), stream, area: self.ground.area(mine) }
    }

    /// The uppermost area of a mine.
    pub(crate) fn area(&self, mine: MineId) -> Option<u32> {
        self.ground.area(Some(mine))
    }

    /// The text of a case; none for one that the facts before the change do not have.
    pub(crate) fn case_text(&self, case: CaseId) -> Option<&str> {
        self.spots.case_text(case)
    }

    /// Everything that a change touches. `after` are the facts with the change made: registries, rules and rates are
    /// those of the facts before, and no claim is gone.
    pub fn touched<'b>(&'b self, after: &'b Facts, change: &Change) -> Touched<'b> {
        let mut added: BTreeMap<Plot, Vec<ClaimId>> = BTreeMap::new();
        for id in &change.added {
            added.entry(self.of(after.claim(*id))).or_default().push(*id);
        }
        let mut search = Search { plots: self, after, change, added, found: BTreeSet::new(), open: Vec::new() };
        for id in change.added.iter().chain(&change.remarked) {
            search.open_for(self.of(after.claim(*id)));
        }
        search.close();
        let mut claims: Vec<ClaimId> = search.found.iter().flat_map(|plot| search.claims_in(plot)).collect();
        claims.sort_unstable();
        Touched::new(self, after, claims, search.found)
    }

    fn claims_in(&self, plot: &Plot) -> &[ClaimId] {
        self.plots.get(plot).map_or(&[], |range| &self.claims[range.clone()])
    }
}

/// The streams of which a remark says that its claim is a base: the one named, and those that share in it.
fn base_for(facts: &Facts, remark: &Remark) -> Vec<StreamId> {
    if remark.kind != RemarkKind::BaseFor {
        return Vec::new();
    }
    let Some(named) = facts.stream_by_code(&remark.word) else { return Vec::new() };
    let shares = |id| facts.rule(id).stream == Some(named);
    let sharing = facts.rules.iter().filter(|rule| rule.share_of.is_some_and(shares)).filter_map(|rule| rule.stream);
    std::iter::once(named).chain(sharing).collect()
}

/// The streams that rules join: a flow with its base, a share with what is shared and with the base of that.
fn joined_streams(facts: &Facts) -> BTreeMap<(CountryId, StreamId), BTreeSet<(StreamId, Reach)>> {
    let mut joined: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for rule in &facts.rules {
        let Some(flow) = rule.stream else { continue };
        // Weights and the streams of a pool reach a flow wherever they are stated; weights also reach what is divided.
        let whole = rule.share_of.and_then(|id| facts.rule(id).stream);
        let divided = rule.split_by.into_iter().flat_map(|by| [Some(flow), whole].map(|flow| (flow, by)));
        let pooled = rule.pool.iter().map(|stream| (Some(flow), *stream));
        for (flow, other) in divided.chain(pooled).filter_map(|(flow, other)| Some((flow?, other))) {
            joined.entry((rule.country, flow)).or_default().insert((other, Reach::Everywhere));
            joined.entry((rule.country, other)).or_default().insert((flow, Reach::Everywhere));
        }
        let shared = rule.share_of.map(|id| facts.rule(id));
        let bases = std::iter::once(rule).chain(shared).filter_map(|rule| facts.stream_by_code(&rule.base));
        let reached = bases.map(|base| (base, Reach::Area));
        for (other, reach) in reached.chain(shared.and_then(|rule| Some((rule.stream?, Reach::Everywhere)))) {
            joined.entry((rule.country, flow)).or_default().insert((other, reach));
            joined.entry((rule.country, other)).or_default().insert((flow, reach));
        }
    }
    joined
}

/// The plots found so far, and those whose surroundings were not looked at yet.
struct Search<'a> {
    plots: &'a Plots<'a>,
    after: &'a Facts,
    change: &'a Change,
    /// The added claims by plot.
    added: BTreeMap<Plot, Vec<ClaimId>>,
    found: BTreeSet<Plot>,
    open: Vec<Plot>,
}

impl Search<'_> {
    fn open(&mut self, plot: Plot) {
        if self.found.insert(plot) {
            self.open.push(plot);
        }
    }

    /// Opens a plot that changes. A country's reference production reaches every value per carat in the country.
    fn open_for(&mut self, plot: Plot) {
        self.open(plot);
        if &*self.after.stream(plot.stream).code == REFERENCE_PRODUCTION {
            let country = self.plots.plots.keys().filter(|other| other.country == plot.country);
            country.for_each(|other| self.open(*other));
        }
    }

    /// Looks around every open plot until nothing more is found.
    fn close(&mut self) {
        let mut countries = BTreeSet::new();
        while let Some(plot) = self.open.pop() {
            for (stream, reach) in self.plots.streams.get(&(plot.country, plot.stream)).into_iter().flatten() {
                self.reach(plot, *stream, *reach);
            }
            for base in self.plots.bases_for.get(&(plot.country, plot.stream)).into_iter().flatten() {
                let base = self.plots.of(self.plots.facts.claim(*base));
                if (base.case, base.area) == (plot.case, plot.area) {
                    self.open(base);
                }
            }
            for id in self.claims_in(&plot) {
                self.follow_remarks(plot, id);
            }
            if countries.insert(plot.country) {
                self.open_references(plot.country);
            }
        }
    }

    /// The claims of a plot after the change.
    fn claims_in(&self, plot: &Plot) -> Vec<ClaimId> {
        let old = self.plots.claims_in(plot).iter().map(|id| self.change.after(*id));
        old.chain(self.added.get(plot).into_iter().flatten().copied()).collect()
    }

    /// Opens the plots of another stream that a plot reaches.
    fn reach(&mut self, plot: Plot, stream: StreamId, reach: Reach) {
        let there = Plot { stream, ..plot };
        self.open(there);
        if reach == Reach::Everywhere {
            let all = Plot { area: None, ..there }..=Plot { area: Some(u32::MAX), ..there };
            let known = self.plots.plots.range(all.clone()).map(|(plot, _)| *plot);
            let known: Vec<Plot> = known.chain(self.added.range(all).map(|(plot, _)| *plot)).collect();
            known.into_iter().for_each(|plot| self.open(plot));
        }
    }

    /// Opens the plots of the claims that remarks join with a claim, and of the streams that it is recorded as base of.
    fn follow_remarks(&mut self, plot: Plot, id: ClaimId) {
        let (plots, after) = (self.plots, self.after);
        let before = self.change.before(id).and_then(|id| plots.joined.get(&id));
        for other in before.into_iter().flatten() {
            self.open(plots.of(plots.facts.claim(*other)));
        }
        for remark in after.remarks_of(id) {
            for other in &remark.others {
                self.open(plots.of(after.claim(*other)));
            }
            for stream in base_for(after, remark) {
                self.reach(plot, stream, Reach::Area);
            }
        }
    }

    /// Opens a country's reference production: values per carat are held against it.
    fn open_references(&mut self, country: CountryId) {
        let Some(stream) = self.after.stream_by_code(REFERENCE_PRODUCTION) else { return };
        let known = self.plots.plots.keys().filter(|plot| (plot.country, plot.stream) == (country, stream));
        let known: Vec<Plot> = known.copied().collect();
        known.into_iter().for_each(|plot| self.open(plot));
    }
}
