//! What a chain is made of: compared flows, and what is known about how things belong to each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::Amount;
use crate::currency::Currency;
use crate::facts::{Facts, MineId, PartyId, StreamId};
use crate::outcome::{Comparison, Scope, Total};
use crate::period::Span;

/// One comparison as a flow: who says what left, and who says what arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Which flow, when.
    pub scope: Scope,
    /// Where it is a part of a wider one: the position of that in the list.
    pub part_of: Option<usize>,
    /// The currency of both sides; `None` where nobody named an amount.
    pub currency: Option<Currency>,
    /// By the payer; `None` is silence.
    pub declared: Option<Heard>,
    /// By the recipient; `None` is silence.
    pub received: Option<Heard>,
}

/// What a side said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The amount; `None` where the side spoke without one.
    pub amount: Option<Amount>,
    /// True where it is only a lower bound.
    pub lower_bound: bool,
    /// True where a source rounded, or said "about".
    pub rough: bool,
}

impl From<&Total> for Heard {
    fn from(total: &Total) -> Heard {
        Heard { amount: total.amount, lower_bound: total.lower_bound, rough: total.about || !total.allowance.is_zero() }
    }
}

impl Flow {
    /// Every comparison of a reconciliation as a flow, at the same position.
    pub fn all(comparisons: &[Comparison]) -> Vec<Flow> {
        let flow = |own: &Comparison| Flow {
            scope: own.scope.clone(),
            part_of: own.part_of,
            currency: own.currency,
            declared: own.declared.as_ref().map(Heard::from),
            received: own.received.as_ref().map(Heard::from),
        };
        comparisons.iter().map(flow).collect()
    }

    /// True where both ends are one party: nothing changes hands.
    pub(super) fn stays(&self) -> bool {
        self.scope.payer.is_some() && self.scope.payer == self.scope.recipient
    }
}

impl Span {
    /// True if some day is in both, or both are one event.
    pub(super) fn touches(&self, other: &Span) -> bool {
        match (self, other) {
            (Span::Period(left), Span::Period(right)) => left.overlaps(*right),
            _ => self == other,
        }
    }
}

/// How streams, parties and mines belong to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Streams joined by a rule: the second is a share of the first, or is computed from it.
    pub joins: BTreeSet<(StreamId, StreamId)>,
    /// The body that a party is part of.
    pub parents: BTreeMap<PartyId, PartyId>,
    /// The area that a mine lies in.
    pub areas: BTreeMap<MineId, MineId>,
}

impl Ties {
    /// What the registries say.
    pub fn of(facts: &Facts) -> Ties {
        let mut ties = Ties::default();
        for rule in &facts.rules {
            let Some(onward) = rule.stream else { continue };
            let shared = rule.share_of.and_then(|shared| facts.rule(shared).stream);
            let inward = shared.into_iter().chain(facts.stream_by_code(&rule.base));
            ties.joins.extend(inward.filter(|inward| *inward != onward).map(|inward| (inward, onward)));
        }
        let parties = facts.parties.iter().zip((0..).map(PartyId));
        ties.parents = parties.filter_map(|(party, id)| Some((id, party.parent?))).collect();
        let mines = facts.mines.iter().zip((0..).map(MineId));
        ties.areas = mines.filter_map(|(mine, id)| Some((id, mine.parent?))).collect();
        ties
    }

    /// True if money of the first stream goes on under the second.
    pub(super) fn leads(&self, inward: StreamId, onward: StreamId) -> bool {
        inward == onward || self.joins.contains(&(inward, onward))
    }

    /// True if both flows may speak of some of the same money: one stream and time, and ends that may be one.
    pub(super) fn overlap(&self, left: &Scope, right: &Scope) -> bool {
        left.stream == right.stream
            && left.span.touches(&right.span)
            && related(&self.parents, left.payer, right.payer)
            && related(&self.parents, left.recipient, right.recipient)
            && related(&self.areas, left.mine, right.mine)
    }
}

/// True if one is the other, or lies in it. What is not named may be anything.
fn related<K: Copy + Ord>(parents: &BTreeMap<K, K>, left: Option<K>, right: Option<K>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return true };
    within(parents, left, right) || within(parents, right, left)
}

/// A walk upwards, bounded by the number of parents: a circle ends too.
fn within<K: Copy + Ord>(parents: &BTreeMap<K, K>, inner: K, outer: K) -> bool {
    let mut current = inner;
    for _ in 0..=parents.len() {
        if current == outer {
            return true;
        }
        match parents.get(&current) {
            Some(parent) => current = *parent,
            None => return false,
        }
    }
    false
}
