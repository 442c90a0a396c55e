//! When two spots overlap, and the code of a scope.

use crate::code::code;
use crate::facts::{Claim, Facts, MineId, PartyId};
use crate::outcome::Scope;
use crate::period::Span;
use crate::spot::Spot;
use crate::tree::Tree;

/// The trees that spots are compared in.
#[derive(Debug)]
pub(crate) struct Ground {
    parties: Tree,
    mines: Tree,
}

impl Ground {
    pub(crate) fn new(facts: &Facts) -> Ground {
        Ground { parties: Tree::parties(facts), mines: Tree::mines(facts) }
    }

    /// True if every payment under `inner` also falls under `outer`. Country, case and stream must be the same.
    pub(crate) fn covers(&self, outer: &Spot, inner: &Spot) -> bool {
        outer.flow() == inner.flow()
            && outer.time.contains(inner.time)
            && self.parties.covers(rank(outer.payer), rank(inner.payer))
            && self.parties.covers(rank(outer.recipient), rank(inner.recipient))
            && self.mines.covers(mine(outer.mine), mine(inner.mine))
    }

    /// Payer, recipient and mine, each with everything above it.
    pub(crate) fn upwards(&self, spot: &Spot) -> [Vec<Option<u32>>; 3] {
        [
            self.parties.upwards(rank(spot.payer)),
            self.parties.upwards(rank(spot.recipient)),
            self.mines.upwards(mine(spot.mine)),
        ]
    }

    /// True if the rule's mine covers the flow's.
    pub(crate) fn mine_covers(&self, outer: MineId, flow: Option<MineId>) -> bool {
        flow.is_some_and(|inner| self.mines.contains(outer.0, inner.0))
    }

    /// True if a party is another or a part of it.
    pub(crate) fn party_covers(&self, outer: PartyId, inner: PartyId) -> bool {
        self.parties.contains(outer.0, inner.0)
    }

    /// The uppermost area that a mine lies in.
    pub(crate) fn area(&self, place: Option<MineId>) -> Option<u32> {
        self.mines.root(mine(place))
    }
}

fn rank(party: Option<PartyId>) -> Option<u32> {
    party.map(|id| id.0)
}

fn mine(mine: Option<MineId>) -> Option<u32> {
    mine.map(|id| id.0)
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
        let party = |id: Option<PartyId>| id.map_or("", |id| &facts.party(id).code);
        let mut name = String::with_capacity(128);
        let fields = [
            &*facts.country(self.country).code,
            &self.case,
            &facts.stream(self.stream).code,
            self.mine.map_or("", |id| &facts.mine(id).code),
            party(self.payer),
            party(self.recipient),
        ];
        for field in fields {
            name.push_str(field);
            name.push('\u{1f}');
        }
        match &self.span {
            Span::Period(period) => {
                period.first.write_to(&mut name);
                name.push('/');
                period.last.write_to(&mut name);
            }
            Span::Event(event) => {
                name.push_str("event/");
                name.push_str(event);
            }
        }
        code('F', &name)
    }
}
