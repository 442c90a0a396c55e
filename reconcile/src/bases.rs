//! Which base figures serve which rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::due::Desk;
use crate::facts::{ClaimId, CountryId, Facts, MineId, RuleId, StreamId};
use crate::lines::Lines;
use crate::links::Links;
use crate::period::{Day, Period};
use crate::rule::Rule;
use crate::spot::{CaseId, Spot, Spots, Time};
use crate::statement::{own_side, precedence};
use crate::words::{BasePeriod, PartyKind, Role};

/// Country, case, stream, mine and period (`None` for events, which a case holds together).
type Key = (CountryId, CaseId, StreamId, Option<MineId>, Option<Period>);

/// Base claims by where they stand and what they serve.
#[derive(Debug, Default)]
pub(crate) struct Bases {
    /// Base claims of streams that some rule measures, by their own stream.
    by_measure: BTreeMap<Key, Vec<ClaimId>>,
    /// Base claims that a person recorded as base of another stream, by that stream.
    recorded: BTreeMap<Key, Vec<ClaimId>>,
    /// For each stream, the streams whose rules measure it.
    measured_for: BTreeMap<StreamId, BTreeSet<StreamId>>,
}

/// The streams that pools are made of: their figures are bases too, of no flow alone.
fn pooled_streams(facts: &Facts) -> BTreeSet<StreamId> {
    facts.rules.iter().flat_map(|rule| rule.pool.iter().copied()).collect()
}

impl Bases {
    pub(crate) fn new(facts: &Facts, links: &Links, spots: &Spots<'_>) -> Bases {
        let mut bases = Bases::default();
        for rule in &facts.rules {
            if let (Some(flow), Some(measure)) = (rule.stream, facts.stream_by_code(&rule.base)) {
                bases.measured_for.entry(measure).or_default().insert(flow);
            }
        }
        let pooled = pooled_streams(facts);
        for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
            if claim.role != Role::Base || !links.is_plain_base(id) {
                continue;
            }
            let case = spots.case(&claim.case);
            let key = |stream: StreamId| (claim.country, case, stream, claim.mine, claim.span.period());
            if bases.measured_for.contains_key(&claim.stream) || pooled.contains(&claim.stream) {
                bases.by_measure.entry(key(claim.stream)).or_default().push(id);
            }
            for stream in links.base_for.get(&id).into_iter().flatten() {
                bases.recorded.entry(key(*stream)).or_default().push(id);
            }
        }
        bases
    }

    /// Every base figure with the streams that it serves, in no particular order.
    fn served(&self) -> impl Iterator<Item = (StreamId, ClaimId)> {
        let by_measure = self.by_measure.iter().flat_map(|((_, _, measure, ..), claims)| {
            let flows = self.measured_for.get(measure).into_iter().flatten();
            flows.flat_map(move |flow| claims.iter().map(move |id| (*flow, *id)))
        });
        let recorded = self.recorded.iter();
        by_measure.chain(recorded.flat_map(|((_, _, flow, ..), claims)| claims.iter().map(move |id| (*flow, *id))))
    }

    /// The base figures for a rule on a flow, the leading one first. Claims without an amount come along.
    pub(crate) fn find(&self, desk: Desk<'_>, rule: RuleId, flow: &Spot) -> Vec<ClaimId> {
        let rule_data = desk.facts.rule(rule);
        match base_period(rule_data.base_period, flow) {
            Some(period) => self.of_period(desk, desk.rules.measure(rule), rule_data, flow, period),
            None => Vec::new(),
        }
    }

    /// The leading figure of one stream of a pool.
    pub(crate) fn of_pool(&self, desk: Desk<'_>, rule: RuleId, stream: StreamId, flow: &Spot) -> Option<ClaimId> {
        let rule = desk.facts.rule(rule);
        let period = base_period(rule.base_period, flow)?;
        let found = self.of_period(desk, Some(stream), rule, flow, period);
        found.into_iter().find(|id| desk.facts.claim(*id).stated().is_some())
    }

    /// Figures whose periods tile the base's period without a hole: four quarters, two half-years. Nothing where one is
    /// missing, or has no amount.
    pub(crate) fn tiles(&self, desk: Desk<'_>, rule: RuleId, flow: &Spot) -> Vec<ClaimId> {
        let (facts, rule_data) = (desk.facts, desk.facts.rule(rule));
        let (Some(measure), Some(Some(whole))) = (desk.rules.measure(rule), base_period(rule_data.base_period, flow))
        else {
            return Vec::new();
        };
        if !whole.first.is_dated() || !whole.last.is_dated() {
            return Vec::new();
        }
        let key = |period: Period| (flow.country, flow.case, measure, flow.mine, Some(period));
        let starts =
            key(Period { first: whole.first, last: whole.first })..=key(Period { first: whole.last, last: whole.last });
        let periods = self.by_measure.range(starts).filter_map(|((.., period), _)| *period);
        let (mut tiles, mut next) = (Vec::new(), whole.first);
        for period in periods.filter(|period| whole.contains(*period)) {
            let found = self.of_period(desk, Some(measure), rule_data, flow, Some(period));
            let Some(leading) = found.into_iter().find(|id| facts.claim(*id).stated().is_some()) else { continue };
            if period.first != next {
                return Vec::new();
            }
            tiles.push(leading);
            next = period.last.plus_days(1);
        }
        if next == whole.last.plus_days(1) { tiles } else { Vec::new() }
    }

    fn of_period(
        &self,
        desk: Desk<'_>,
        measure: Option<StreamId>,
        rule: &Rule,
        flow: &Spot,
        period: Option<Period>,
    ) -> Vec<ClaimId> {
        let facts = desk.facts;
        let key = |stream: StreamId| (flow.country, flow.case, stream, flow.mine, period);
        let by_measure = measure.and_then(|measure| self.by_measure.get(&key(measure))).into_iter().flatten();
        let recorded = self.recorded.get(&key(flow.stream)).into_iter().flatten();
        let recorded = recorded.filter(|id| Some(facts.claim(**id).stream) != measure);
        // Who passes money on is not who sold the stones: the base of a transfer has another payer.
        let passes_on = matches!(rule.payer_kind, Some(PartyKind::Government | PartyKind::Fund));
        let serves = |id: &ClaimId| {
            let claim = facts.claim(*id);
            // A figure of one payer says nothing of a wider or a narrower flow; nor does one of a mine (see the key).
            (passes_on || claim.payer == flow.payer)
                && (period.is_some() || events_serve(desk.spots.time(&claim.span), flow))
        };
        let mut found: Vec<ClaimId> = by_measure.chain(recorded).copied().filter(serves).collect();
        let own = own_side(facts, flow.payer);
        // A figure with an amount comes before one without.
        found.sort_by_key(|id| (facts.claim(*id).stated().is_none(), precedence(facts, *id, own)));
        found
    }
}

/// The period of the base of a rule for a flow; `None` where the flow's days have none a year before.
fn base_period(of: BasePeriod, flow: &Spot) -> Option<Option<Period>> {
    match (flow.time.period(), of) {
        (Some(period), BasePeriod::PreviousYear) => year_before(period).map(Some),
        (period, _) => Some(period),
    }
}

/// Events of one case belong to one story; without cases only a shared key joins them.
fn events_serve(base: Time, flow: &Spot) -> bool {
    base == flow.time || flow.case != CaseId::NONE
}

/// The same days one year earlier; February 29 has none.
pub(crate) fn year_before(period: Period) -> Option<Period> {
    shifted(period, -1)
}

/// The lines that bases call for: a rule meets a base figure that no flow has used, and perhaps nobody has spoken.
pub(crate) fn called_lines(desk: Desk<'_>, lines: &Lines) -> BTreeMap<Spot, ClaimId> {
    let facts = desk.facts;
    let rules_of = |spot: &Spot| {
        let rules = desk.rules.of(spot.country, spot.stream).iter().copied();
        rules.filter(|id| !facts.rule(*id).is_split()).collect::<Vec<_>>()
    };
    let bases_of = |rules: &[RuleId], spot: &Spot| -> Vec<ClaimId> {
        let bases = |rule: &RuleId| {
            let found = desk.bases.find(desk, *rule, spot);
            if found.is_empty() { desk.bases.tiles(desk, *rule, spot) } else { found }
        };
        rules.iter().flat_map(bases).collect()
    };
    let mut used: Vec<(StreamId, ClaimId)> = Vec::new();
    for flow in lines.stretches_by(Spot::flow) {
        let rules = rules_of(lines.spot(flow.start));
        if !rules.is_empty() {
            let spots = flow.map(|index| lines.spot(index));
            used.extend(spots.flat_map(|spot| bases_of(&rules, spot).into_iter().map(|base| (spot.stream, base))));
        }
    }
    used.sort_unstable();
    used.dedup();
    let unused =
        |served: &(StreamId, ClaimId)| facts.claim(served.1).stated().is_some() && used.binary_search(served).is_err();
    let mut called: BTreeMap<Spot, ClaimId> = BTreeMap::new();
    for (stream, id) in desk.bases.served().filter(unused) {
        let own = Spot { stream, ..desk.spots.of(facts.claim(id)) };
        let next = own.time.period().and_then(year_after);
        let next = next.map(|period| Spot { time: Time::Period(period), ..own });
        let rules = rules_of(&own);
        for spot in std::iter::once(own).chain(next) {
            if bases_of(&rules, &spot).contains(&id) {
                called.entry(spot).and_modify(|first| *first = id.min(*first)).or_insert(id);
            }
        }
    }
    called
}

/// The same days one year later.
fn year_after(period: Period) -> Option<Period> {
    shifted(period, 1)
}

fn shifted(period: Period, years: i32) -> Option<Period> {
    let shift = |day: Day| {
        let (year, month, number) = day.parts()?;
        Day::new(year + years, month, number)
    };
    Period::new(shift(period.first)?, shift(period.last)?)
}
