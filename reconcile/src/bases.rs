//! Which base figures serve which rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::due::Desk;
use crate::facts::{ClaimId, CountryId, Facts, StreamId};
use crate::lines::Lines;
use crate::links::Links;
use crate::period::{Day, Period};
use crate::rule::Rule;
use crate::scope::Ground;
use crate::spot::{CaseId, Spot, Spots, Time};
use crate::statement::{own_side, precedence};
use crate::words::{BasePeriod, PartyKind, Role};

/// Country, case, the stream whose rules a base serves, its period (`None` for events, which a case holds together),
/// and the area its mine lies in.
type Key = (CountryId, CaseId, StreamId, Option<Period>, Option<u32>);

/// Base claims by what they serve.
#[derive(Debug, Default)]
pub(crate) struct Bases {
    serving: BTreeMap<Key, Vec<ClaimId>>,
}

impl Bases {
    pub(crate) fn new(facts: &Facts, links: &Links, spots: &Spots<'_>, ground: &Ground) -> Bases {
        let mut by_measure: BTreeMap<&str, BTreeSet<StreamId>> = BTreeMap::new();
        for rule in &facts.rules {
            if let Some(stream) = rule.stream {
                by_measure.entry(&rule.base).or_default().insert(stream);
            }
        }
        let measured = facts.streams.iter().map(|stream| by_measure.remove(&*stream.code).unwrap_or_default());
        let measured: Vec<BTreeSet<StreamId>> = measured.collect();
        let mut bases = Bases::default();
        for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
            if claim.role != Role::Base || !links.is_plain_base(id) {
                continue;
            }
            let (case, area) = (spots.case(&claim.case), ground.area(claim.mine));
            let recorded = links.base_for.get(&id).into_iter().flatten();
            let recorded = recorded.filter(|stream| !measured[claim.stream.index()].contains(stream));
            for stream in measured[claim.stream.index()].iter().chain(recorded) {
                bases.serving.entry((claim.country, case, *stream, claim.span.period(), area)).or_default().push(id);
            }
        }
        bases
    }

    /// Every stream that has base figures, with those figures, the earlier ones of a flow first.
    pub(crate) fn served(&self) -> impl Iterator<Item = (StreamId, &[ClaimId])> {
        self.serving.iter().map(|((_, _, stream, ..), claims)| (*stream, claims.as_slice()))
    }

    /// The base figures for a rule on a flow, the leading one first. Claims without an amount come along.
    pub(crate) fn find(&self, desk: Desk<'_>, rule: &Rule, flow: &Spot) -> Vec<ClaimId> {
        let (facts, ground) = (desk.facts, desk.ground);
        let period = match (flow.time.period(), rule.base_period) {
            (Some(period), BasePeriod::PreviousYear) => match year_before(period) {
                Some(before) => Some(before),
                None => return Vec::new(),
            },
            (period, _) => period,
        };
        let serves = |id: &ClaimId| {
            let claim = facts.claim(*id);
            let measured = facts.stream(claim.stream).code == rule.base;
            let recorded = desk.links.base_for.get(id).is_some_and(|streams| streams.contains(&flow.stream));
            // Who passes money on is not who sold the stones: the base of a transfer has another payer.
            let passes_on = matches!(rule.payer_kind, Some(PartyKind::Government | PartyKind::Fund));
            (measured || recorded)
                && ground.mine_serves(claim.mine, flow.mine)
                && (passes_on || ground.payer_serves(claim.payer, flow.payer))
                && (period.is_some() || events_serve(desk.spots.time(&claim.span), flow))
        };
        let mut found: Vec<ClaimId> = self.candidates(ground, flow, period).copied().filter(serves).collect();
        let own = own_side(facts, flow.payer);
        // The figure of the very mine and payer comes before a wider one; one with an amount before one without.
        found.sort_by_key(|id| {
            let claim = facts.claim(*id);
            let wider = (claim.mine != flow.mine, claim.payer != flow.payer);
            (claim.stated().is_none(), wider, precedence(facts, *id, own))
        });
        found
    }

    /// The figures of the flow's stream and period, of its area or of no mine; of all areas for a flow without a mine.
    fn candidates(&self, ground: &Ground, flow: &Spot, period: Option<Period>) -> impl Iterator<Item = &ClaimId> {
        let key = |area: Option<u32>| (flow.country, flow.case, flow.stream, period, area);
        let area = ground.area(flow.mine);
        let areas = match area {
            Some(_) => key(area)..=key(area),
            None => key(Some(0))..=key(Some(u32::MAX)),
        };
        self.serving.get(&key(None)).into_iter().chain(self.serving.range(areas).map(|(_, claims)| claims)).flatten()
    }
}

/// Events of one case belong to one story; without cases only a shared key joins them.
fn events_serve(base: Time, flow: &Spot) -> bool {
    base == flow.time || flow.case != CaseId::NONE
}

/// The same days one year earlier; February 29 has none.
fn year_before(period: Period) -> Option<Period> {
    shifted(period, -1)
}

/// The lines that bases call for: a rule meets a base figure that no flow has used, and perhaps nobody has spoken.
pub(crate) fn called_lines(desk: Desk<'_>, lines: &Lines) -> BTreeMap<Spot, ClaimId> {
    let facts = desk.facts;
    let rules_of = |spot: &Spot| {
        let rules = desk.rules.of(spot.country, spot.stream).iter().map(|id| facts.rule(*id));
        rules.filter(|rule| !rule.is_split()).collect::<Vec<_>>()
    };
    let bases_of = |rules: &[&Rule], spot: &Spot| -> Vec<ClaimId> {
        rules.iter().flat_map(|rule| desk.bases.find(desk, rule, spot)).collect()
    };
    let mut used: BTreeSet<(StreamId, ClaimId)> = BTreeSet::new();
    for flow in lines.stretches_by(Spot::flow) {
        let rules = rules_of(lines.spot(flow.start));
        if !rules.is_empty() {
            let spots = flow.map(|index| lines.spot(index));
            used.extend(spots.flat_map(|spot| bases_of(&rules, spot).into_iter().map(|base| (spot.stream, base))));
        }
    }
    let mut called = BTreeMap::new();
    for (stream, claims) in desk.bases.served() {
        let unused = |id: &&ClaimId| facts.claim(**id).stated().is_some() && !used.contains(&(stream, **id));
        for id in claims.iter().filter(unused) {
            let own = Spot { stream, ..desk.spots.of(facts.claim(*id)) };
            let next = own.time.period().and_then(year_after);
            let next = next.map(|period| Spot { time: Time::Period(period), ..own });
            let rules = rules_of(&own);
            for spot in std::iter::once(own).chain(next) {
                if bases_of(&rules, &spot).contains(id) {
                    called.entry(spot).or_insert(*id);
                }
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
