//! Which base figures serve which rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::due::Desk;
use crate::facts::{ClaimId, CountryId, Facts, MineId, StreamId};
use crate::lines::Lines;
use crate::links::Links;
use crate::period::{Day, Period};
use crate::rule::Rule;
use crate::spot::{CaseId, Spot, Spots, Time};
use crate::statement::{own_side, precedence};
use crate::words::{BasePeriod, PartyKind, Role};

/// Country, case, the stream whose rules a base serves, its period (`None` for events, which a case holds together),
/// and its mine.
type Key = (CountryId, CaseId, StreamId, Option<Period>, Option<MineId>);

/// Base claims by what they serve.
#[derive(Debug, Default)]
pub(crate) struct Bases {
    serving: BTreeMap<Key, Vec<ClaimId>>,
}

impl Bases {
    pub(crate) fn new(facts: &Facts, links: &Links, spots: &Spots<'_>) -> Bases {
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
            let case = spots.case(&claim.case);
            let recorded = links.base_for.get(&id).into_iter().flatten();
            let recorded = recorded.filter(|stream| !measured[claim.stream.index()].contains(stream));
            for stream in measured[claim.stream.index()].iter().chain(recorded) {
                let key = (claim.country, case, *stream, claim.span.period(), claim.mine);
                bases.serving.entry(key).or_default().push(id);
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
        let facts = desk.facts;
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
                // A figure of one payer says nothing of a wider or a narrower flow; nor does one of a mine (see the key).
                && (passes_on || claim.payer == flow.payer)
                && (period.is_some() || events_serve(desk.spots.time(&claim.span), flow))
        };
        let candidates =
            self.serving.get(&(flow.country, flow.case, flow.stream, period, flow.mine)).into_iter().flatten();
        let mut found: Vec<ClaimId> = candidates.copied().filter(serves).collect();
        let own = own_side(facts, flow.payer);
        // A figure with an amount comes before one without.
        found.sort_by_key(|id| (facts.claim(*id).stated().is_none(), precedence(facts, *id, own)));
        found
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
