//! Which base figures serve which rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{ClaimId, CountryId, Facts, StreamId};
use crate::links::Links;
use crate::outcome::Scope;
use crate::period::{Period, Span};
use crate::rule::Rule;
use crate::scope::Ground;
use crate::statement::{by_precedence, own_side};
use crate::words::{BasePeriod, PartyKind, Role};

/// Base claims by country, case and the stream whose rules they serve.
#[derive(Debug, Default)]
pub(crate) struct Bases<'a> {
    by_stream: BTreeMap<(CountryId, &'a str, StreamId), Vec<ClaimId>>,
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
            let spoken_otherwise = links.states_due.contains(&id) || links.differences.contains_key(&id);
            let out = links.set_aside.contains_key(&id) || links.same_money.contains_key(&id);
            if claim.role != Role::Base || spoken_otherwise || out || links.wrong_entity.contains(&id) {
                continue;
            }
            let measured = by_measure.get(&*facts.stream(claim.stream).code).into_iter().flatten();
            let recorded = links.base_for.get(&id).into_iter().flatten();
            let served: BTreeSet<StreamId> = measured.chain(recorded).copied().collect();
            for stream in served {
                bases.by_stream.entry((claim.country, &claim.case, stream)).or_default().push(id);
            }
        }
        bases
    }

    /// Every stream that has base figures, with those figures.
    pub(crate) fn served(&self) -> impl Iterator<Item = (StreamId, &[ClaimId])> {
        self.by_stream.iter().map(|((_, _, stream), claims)| (*stream, claims.as_slice()))
    }

    /// The base figures for a rule on a flow, the leading one first. Claims without an amount come along.
    pub(crate) fn find(
        &self,
        facts: &Facts,
        links: &Links,
        ground: &Ground,
        rule: &Rule,
        flow: &Scope,
    ) -> Vec<ClaimId> {
        let key = (flow.country, &*flow.case, flow.stream);
        let serves = |id: &ClaimId| {
            let claim = facts.claim(*id);
            let scope = Scope::of(claim);
            let measured = facts.stream(claim.stream).code == rule.base;
            let recorded = links.base_for.get(id).is_some_and(|streams| streams.contains(&flow.stream));
            // Who passes money on is not who sold the stones: the base of a transfer has another payer.
            let passes_on = matches!(rule.payer_kind, Some(PartyKind::Government | PartyKind::Fund));
            (measured || recorded)
                && ground.mine_serves(&scope, flow)
                && (passes_on || ground.payer_serves(&scope, flow))
                && spans_serve(rule.base_period, &scope.span, flow)
        };
        let candidates = self.by_stream.get(&key).into_iter().flatten();
        let mut found: Vec<ClaimId> = candidates.copied().filter(serves).collect();
        by_precedence(facts, &mut found, own_side(facts, flow.payer));
        // The figure of the very mine and payer comes before a wider one; one with an amount before one without.
        found.sort_by_key(|id| {
            let claim = facts.claim(*id);
            (claim.stated().is_none(), claim.mine != flow.mine, claim.payer != flow.payer)
        });
        found
    }
}

fn spans_serve(base_period: BasePeriod, base: &Span, flow: &Scope) -> bool {
    match (base, &flow.span) {
        (Span::Period(base), Span::Period(flow)) if base_period == BasePeriod::PreviousYear => {
            year_before(*flow) == Some(*base)
        }
        (Span::Period(base), Span::Period(flow)) => base == flow,
        // Events of one case belong to one story; without cases only a shared key joins them.
        (Span::Event(base), Span::Event(event)) => base == event || !flow.case.is_empty(),
        _ => false,
    }
}

/// The same days one year earlier; February 29 has none.
fn year_before(period: Period) -> Option<Period> {
    let shift = |day: crate::period::Day| {
        let (year, month, number) = day.parts()?;
        crate::period::Day::new(year - 1, month, number)
    };
    Period::new(shift(period.first)?, shift(period.last)?)
}
