//! Where a claim stands, and when two places overlap.

use crate::code::code;
use crate::facts::{Claim, Facts};
use crate::outcome::Scope;
use crate::period::Span;
use crate::tree::Tree;

/// The trees that scopes are compared in.
#[derive(Debug)]
pub(crate) struct Ground {
    parties: Tree,
    mines: Tree,
}

impl Ground {
    pub(crate) fn new(facts: &Facts) -> Ground {
        Ground { parties: Tree::parties(facts), mines: Tree::mines(facts) }
    }

    /// True if some payment could fall under both. Case and stream must be the same.
    pub(crate) fn overlap(&self, left: &Scope, right: &Scope) -> bool {
        same_flow(left, right)
            && self.parties.overlaps(rank(left.payer), rank(right.payer))
            && self.parties.overlaps(rank(left.recipient), rank(right.recipient))
            && self.mines.overlaps(mine(left), mine(right))
            && spans_overlap(&left.span, &right.span)
    }

    /// True if every payment under `inner` also falls under `outer`.
    pub(crate) fn covers(&self, outer: &Scope, inner: &Scope) -> bool {
        same_flow(outer, inner)
            && self.parties.covers(rank(outer.payer), rank(inner.payer))
            && self.parties.covers(rank(outer.recipient), rank(inner.recipient))
            && self.mines.covers(mine(outer), mine(inner))
            && span_covers(&outer.span, &inner.span)
    }

    /// Payer, recipient and mine, each with everything above it.
    pub(crate) fn upwards(&self, scope: &Scope) -> [Vec<Option<u32>>; 3] {
        [
            self.parties.upwards(rank(scope.payer)),
            self.parties.upwards(rank(scope.recipient)),
            self.mines.upwards(mine(scope)),
        ]
    }

    /// True if the rule's mine covers the flow's.
    pub(crate) fn mine_covers(&self, outer: crate::facts::MineId, flow: &Scope) -> bool {
        flow.mine.is_some_and(|inner| self.mines.contains(outer.0, inner.0))
    }
}

fn rank(party: Option<crate::facts::PartyId>) -> Option<u32> {
    party.map(|id| id.0)
}

fn mine(scope: &Scope) -> Option<u32> {
    scope.mine.map(|id| id.0)
}

fn same_flow(left: &Scope, right: &Scope) -> bool {
    left.country == right.country && left.stream == right.stream && left.case == right.case
}

fn spans_overlap(left: &Span, right: &Span) -> bool {
    match (left, right) {
        (Span::Period(left), Span::Period(right)) => left.overlaps(*right),
        (Span::Event(left), Span::Event(right)) => left == right,
        _ => false,
    }
}

fn span_covers(outer: &Span, inner: &Span) -> bool {
    match (outer, inner) {
        (Span::Period(outer), Span::Period(inner)) => outer.contains(*inner),
        (Span::Event(outer), Span::Event(inner)) => outer == inner,
        _ => false,
    }
}

impl Scope {
    /// Where a claim stands.
    pub fn of(claim: &Claim) -> Scope {
        Scope {
            country: claim.country,
            case: claim.case.clone(),
            stream: claim.stream,
            mine: claim.mine,
            payer: claim.payer,
            recipient: claim.recipient,
            span: claim.span.clone(),
        }
    }

    /// A short code for this scope. It names the things themselves, not their ranks, so it never changes.
    pub fn code(&self, facts: &Facts) -> String {
        let party = |id: Option<crate::facts::PartyId>| id.map_or("", |id| &facts.party(id).code);
        let span = match &self.span {
            Span::Period(period) => format!("{}/{}", period.first, period.last),
            Span::Event(event) => format!("event/{event}"),
        };
        let fields = [
            &*facts.country(self.country).code,
            &self.case,
            &facts.stream(self.stream).code,
            self.mine.map_or("", |id| &facts.mine(id).code),
            party(self.payer),
            party(self.recipient),
            &span,
        ];
        code('F', &fields.join("\u{1f}"))
    }
}
