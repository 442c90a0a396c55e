//! Which base figures serve which rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{ClaimId, CountryId, Facts, StreamId};
use crate::links::Links;
use crate::outcome::Scope;
use crate::period::{Day, Period, Span};
use crate::rule::Rule;
use crate::statement::{by_precedence, own_side};
use crate::words::{BasePeriod, PartyKind, Role};

/// Country, case, the stream whose rules a base serves, and its period; `None` for events, which a case holds together.
type Key<'a> = (CountryId, &'a str, StreamId, Option<Period>);

/// Base claims by what they serve.
#[derive(Debug, Default)]
pub(crate) struct Bases<'a> {
    serving: BTreeMap<Key<'a>, Vec<ClaimId>>,
}

impl<'a> Bases<'a> {
    pub(crate) fn new(facts: &'a Facts, links: &Links) -> Bases<'a> {
        let mut by_measure: BTreeMap<&str, BTreeSet<StreamId>> = BTreeMap::new();
        for rule in &facts.rules {
            if let Some(stream) = rule.stream {
                by_measure.entry(&rule.base).or_default().insert(stream);
            }
        }
        let mut bases = Bases::default();
        for (index, claim) in facts.claims.iter().enumerate() {
            let id = ClaimId(index as u32);
            let spoken_otherwise =
                links.holds.contains(&id) || links.states_due.contains(&id) || links.differences.contains_key(&id);
            let out = links.set_aside.contains_key(&id) || links.same_money.contains_key(&id);
            if claim.role != Role::Base || spoken_otherwise || out || links.wrong_entity.contains(&id) {
                continue;
            }
            let measured = by_measure.get(&*facts.stream(claim.stream).code).into_iter().flatten();
            let recorded = links.base_for.get(&id).into_iter().flatten();
            let served: BTreeSet<StreamId> = measured.chain(recorded).copied().collect();
            for stream in served {
                bases.serving.entry((claim.country, &claim.case, stream, claim.span.period())).or_default().push(id);
            }
        }
        bases
    }

    /// Every stream that has base figures, with those figures.
    pub(crate) fn served(&self) -> impl Iterator<Item = (StreamId, &[ClaimId])> {
        self.serving.iter().map(|((_, _, stream, _), claims)| (*stream, claims.as_slice()))
    }

    /// The base figures for a rule on a flow, the leading one first. Claims without an amount come along.
    pub(crate) fn find(&self, facts: &Facts, links: &Links, rule: &Rule, flow: &Scope) -> Vec<ClaimId> {
        let period = match (flow.span.period(), rule.base_period) {
            (Some(period), BasePeriod::PreviousYear) => match year_before(period) {
                Some(before) => Some(before),
                None => return Vec::new(),
            },
            (period, _) => period,
        };
        let key = (flow.country, &*flow.case, flow.stream, period);
        let serves = |id: &ClaimId| {
            let claim = facts.claim(*id);
            let scope = Scope::of(claim);
            let measured = facts.stream(claim.stream).code == rule.base;
            let recorded = links.base_for.get(id).is_some_and(|streams| streams.contains(&flow.stream));
            // Who passes money on is not who sold the stones: the base of a transfer has another payer.
            let passes_on = matches!(rule.payer_kind, Some(PartyKind::Government | PartyKind::Fund));
            (measured || recorded)
                // A figure of one mine or payer says nothing of a wider or a narrower flow.
                && scope.mine == flow.mine
                && (passes_on || scope.payer == flow.payer)
                && (period.is_some() || events_serve(&scope.span, flow))
        };
        let candidates = self.serving.get(&key).into_iter().flatten();
        let mut found: Vec<ClaimId> = candidates.copied().filter(serves).collect();
        by_precedence(facts, &mut found, own_side(facts, flow.payer));
        // A figure with an amount comes before one without.
        found.sort_by_key(|id| facts.claim(*id).stated().is_none());
        found
    }
}

/// Events of one case belong to one story; without cases only a shared key joins them.
fn events_serve(base: &Span, flow: &Scope) -> bool {
    *base == flow.span || !flow.case.is_empty()
}

/// The same days one year earlier; February 29 has none.
fn year_before(period: Period) -> Option<Period> {
    shifted(period, -1)
}

/// The same days one year later.
pub(crate) fn year_after(period: Period) -> Option<Period> {
    shifted(period, 1)
}

fn shifted(period: Period, years: i32) -> Option<Period> {
    let shift = |day: Day| {
        let (year, month, number) = day.parts()?;
        Day::new(year + years, month, number)
    };
    Period::new(shift(period.first)?, shift(period.last)?)
}
