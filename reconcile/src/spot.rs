//! Where a claim stands, in small numbers: a scope that is copied, compared and sorted without touching a text.

use std::collections::{HashMap, HashSet};

use crate::facts::{Claim, CountryId, Facts, MineId, PartyId, StreamId};
use crate::outcome::Scope;
use crate::period::{Period, Span};

/// Rank of a case among the cases of the facts; the empty one comes first and is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CaseId(u32);

impl CaseId {
    /// Where the pack has no case.
    pub(crate) const NONE: CaseId = CaseId(0);
}

/// Rank of an event's key among the events of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EventId(u32);

/// A span of time, or an event by its rank. Sorts as [`Span`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Time {
    /// A first and a last day.
    Period(Period),
    /// One payment, sale or promise.
    Event(EventId),
}

impl Time {
    /// The period, where there is one.
    pub(crate) fn period(self) -> Option<Period> {
        match self {
            Time::Period(period) => Some(period),
            Time::Event(_) => None,
        }
    }

    /// True if some day is in both, or both are one event.
    pub(crate) fn overlaps(self, other: Time) -> bool {
        match (self, other) {
            (Time::Period(left), Time::Period(right)) => left.overlaps(right),
            _ => self == other,
        }
    }

    /// True if every day of `inner` is in `self`, or both are one event.
    pub(crate) fn contains(self, inner: Time) -> bool {
        match (self, inner) {
            (Time::Period(outer), Time::Period(inner)) => outer.contains(inner),
            _ => self == inner,
        }
    }
}

/// A scope whose case and event are ranks in sorted lists, so that spots sort as the scopes they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spot {
    pub(crate) country: CountryId,
    pub(crate) case: CaseId,
    pub(crate) stream: StreamId,
    pub(crate) mine: Option<MineId>,
    pub(crate) payer: Option<PartyId>,
    pub(crate) recipient: Option<PartyId>,
    pub(crate) time: Time,
}

impl Spot {
    /// Claims of different flows are never compared with each other.
    pub(crate) fn flow(&self) -> (CountryId, CaseId, StreamId) {
        (self.country, self.case, self.stream)
    }

    /// The spot without its time: all that is stated about one place, year after year.
    pub(crate) fn place(&self) -> (CountryId, CaseId, StreamId, Option<MineId>, Option<PartyId>, Option<PartyId>) {
        (self.country, self.case, self.stream, self.mine, self.payer, self.recipient)
    }
}

/// The cases and events that the facts name.
#[derive(Debug)]
pub(crate) struct Spots<'a> {
    cases: Ranks<'a>,
    events: Ranks<'a>,
}

impl<'a> Spots<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Spots<'a> {
        let events = facts.claims.iter().filter_map(|claim| match &claim.span {
            Span::Event(event) => Some(&**event),
            Span::Period(_) => None,
        });
        Spots {
            cases: Ranks::new(facts.claims.iter().map(|claim| &*claim.case).filter(|case| !case.is_empty()), Some("")),
            events: Ranks::new(events, None),
        }
    }

    /// Where a claim of the facts stands.
    pub(crate) fn of(&self, claim: &Claim) -> Spot {
        Spot {
            country: claim.country,
            case: self.case(&claim.case),
            stream: claim.stream,
            mine: claim.mine,
            payer: claim.payer,
            recipient: claim.recipient,
            time: self.time(&claim.span),
        }
    }

    pub(crate) fn case(&self, case: &str) -> CaseId {
        if case.is_empty() { CaseId::NONE } else { CaseId(self.cases.rank(case)) }
    }

    /// The text of a case; none for one that the facts do not have.
    pub(crate) fn case_text(&self, case: CaseId) -> Option<&'a str> {
        self.cases.sorted.get(case.0 as usize).copied()
    }

    pub(crate) fn time(&self, span: &Span) -> Time {
        match span {
            Span::Period(period) => Time::Period(*period),
            Span::Event(event) => Time::Event(EventId(self.events.rank(event))),
        }
    }

    /// The scope that a spot stands for.
    pub(crate) fn scope(&self, spot: &Spot) -> Scope {
        Scope {
            country: spot.country,
            case: self.cases.text(spot.case.0).into(),
            stream: spot.stream,
            mine: spot.mine,
            payer: spot.payer,
            recipient: spot.recipient,
            span: match spot.time {
                Time::Period(period) => Span::Period(period),
                Time::Event(event) => Span::Event(self.events.text(event.0).into()),
            },
        }
    }
}

/// Texts and their ranks in sorted order.
#[derive(Debug)]
struct Ranks<'a> {
    sorted: Vec<&'a str>,
    ranks: HashMap<&'a str, u32>,
}

impl<'a> Ranks<'a> {
    fn new(texts: impl Iterator<Item = &'a str>, first: Option<&'a str>) -> Ranks<'a> {
        let mut sorted: Vec<&str> = first.into_iter().chain(texts).collect::<HashSet<_>>().into_iter().collect();
        sorted.sort_unstable();
        let ranks = sorted.iter().zip(0..).map(|(text, rank)| (*text, rank)).collect();
        Ranks { sorted, ranks }
    }

    /// The rank of one of the texts; of any other, one past the last, where nothing stands.
    fn rank(&self, text: &str) -> u32 {
        self.ranks.get(text).copied().unwrap_or(self.sorted.len() as u32)
    }

    fn text(&self, rank: u32) -> &'a str {
        self.sorted.get(rank as usize).copied().unwrap_or_default()
    }
}
