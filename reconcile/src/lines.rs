//! The lines that are compared: one for each spot that someone spoke about, or that a rule and a known base meet on.
//!
//! Every claim is seated once at its spot (a claim about what is held may be seated twice), the seats are sorted, and a
//! line is a stretch of that one list.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::facts::{ClaimId, Facts};
use crate::links::Links;
use crate::outcome::SetAside;
use crate::period::Day;
use crate::spot::{Spot, Spots};
use crate::words::Role;

/// As what a claim is heard at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Seat {
    /// As the payer's word.
    Paid,
    /// As the recipient's word.
    Received,
    /// As a promise.
    Pledged,
    /// As a statement of what is due on this very flow.
    StatedDue,
    /// As a statement of what the payer holds back.
    Held,
    /// Not at all: a base, or set aside.
    Outside,
}

impl Seat {
    /// Where the claims of a role sit.
    pub(crate) fn of(role: Role) -> Seat {
        match role {
            Role::Paid => Seat::Paid,
            Role::Received => Seat::Received,
            Role::Pledged => Seat::Pledged,
            Role::Base => Seat::StatedDue,
        }
    }
}

/// A claim at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seated {
    pub(crate) spot: Spot,
    pub(crate) seat: Seat,
    pub(crate) claim: ClaimId,
}

/// Seats every claim, in canonical order, and says which claims are set aside and why.
pub(crate) fn seat(facts: &Facts, links: &Links, spots: &Spots<'_>) -> (Vec<Seated>, Vec<SetAside>) {
    let mut seated = Vec::with_capacity(facts.claims.len());
    let mut set_aside = Vec::new();
    for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
        let spot = links.spot(facts, spots, id);
        let mut sit = |seat: Seat| seated.push(Seated { spot, seat, claim: id });
        let (holds, states_due) = (links.holds.contains(&id), links.states_due.contains(&id));
        let aside = match links.set_aside.get(&id) {
            Some(reason) => Some(reason.clone()),
            None if links.same_money.contains_key(&id) => Some("same_money".into()),
            None if links.computed_from.contains_key(&id) => Some("computed".into()),
            None if claim.role == Role::Base && !states_due && !holds => Some("base".into()),
            None => None,
        };
        if let Some(reason) = aside {
            set_aside.push(SetAside { claim: id, reason });
            sit(Seat::Outside);
            continue;
        }
        if holds {
            sit(Seat::Held);
        }
        // What is set aside is neither paid nor received; a claim without an amount still says what it says.
        let only_held = holds && (claim.stated().is_some() || (claim.role == Role::Base && !states_due));
        if !only_held {
            sit(Seat::of(claim.role));
        }
    }
    seated.sort_unstable();
    (seated, set_aside)
}

/// False where the seats of one spot tell that no two of its claims have one role: then nothing there can be at odds.
pub(crate) fn may_repeat_a_role(spot: &[Seated]) -> bool {
    let tells_role = |seat: Seat| !matches!(seat, Seat::Held | Seat::Outside);
    spot.windows(2).any(|pair| pair[0].seat == pair[1].seat || !tells_role(pair[1].seat))
}

/// Where a line lies in the list of its claims.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    spot: Spot,
    /// Where the claims of each seat begin, and where the last one's end.
    bounds: [u32; Seat::Outside as usize + 1],
    /// The base figure that calls for this line.
    base: Option<ClaimId>,
}

/// The lines in canonical order.
#[derive(Debug)]
pub(crate) struct Lines {
    stretches: Vec<Stretch>,
    claims: Vec<ClaimId>,
}

/// One line: the claims of one spot by seat.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    stretch: &'a Stretch,
    claims: &'a [ClaimId],
}

impl Lines {
    /// The spots where somebody is heard.
    pub(crate) fn new(seated: &[Seated]) -> Lines {
        let heard = seated.chunk_by(|a, b| a.spot == b.spot).filter(|chunk| chunk[0].seat != Seat::Outside);
        let mut lines = Lines { stretches: Vec::with_capacity(heard.clone().count()), claims: Vec::new() };
        lines.claims.reserve_exact(heard.clone().map(<[Seated]>::len).sum());
        for chunk in heard {
            let begin = lines.claims.len() as u32;
            let bound = |seat: usize| begin + chunk.partition_point(|one| (one.seat as usize) < seat) as u32;
            lines.stretches.push(Stretch { spot: chunk[0].spot, bounds: std::array::from_fn(bound), base: None });
            let within = chunk.iter().take_while(|one| one.seat != Seat::Outside);
            lines.claims.extend(within.map(|one| one.claim));
        }
        lines
    }

    /// Adds the lines that bases call for: something is due, and perhaps nobody has spoken.
    pub(crate) fn add_due(&mut self, called: BTreeMap<Spot, ClaimId>) {
        let known = self.stretches.len();
        for (spot, base) in called {
            match self.stretches[..known].binary_search_by(|stretch| stretch.spot.cmp(&spot)) {
                Ok(index) => self.stretches[index].base = Some(base),
                Err(_) => self.stretches.push(Stretch { spot, bounds: [0; _], base: Some(base) }),
            }
        }
        if self.stretches.len() > known {
            self.stretches.sort_by_key(|stretch| stretch.spot);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.stretches.len()
    }

    pub(crate) fn line(&self, index: usize) -> Line<'_> {
        Line { stretch: &self.stretches[index], claims: &self.claims }
    }

    pub(crate) fn spot(&self, index: usize) -> &Spot {
        &self.stretches[index].spot
    }

    /// The line at a spot.
    pub(crate) fn at(&self, spot: &Spot) -> Option<usize> {
        self.stretches.binary_search_by(|stretch| stretch.spot.cmp(spot)).ok()
    }

    /// The stretches of neighbouring lines that have something in common, such as their flow.
    pub(crate) fn stretches_by<K: PartialEq>(&self, key: impl Fn(&Spot) -> K) -> impl Iterator<Item = Range<usize>> {
        let chunks = self.stretches.chunk_by(move |a, b| key(&a.spot) == key(&b.spot));
        chunks.scan(0, |start, chunk| {
            let range = *start..*start + chunk.len();
            *start = range.end;
            Some(range)
        })
    }
}

impl<'a> Line<'a> {
    /// Where the line stands.
    pub(crate) fn spot(self) -> &'a Spot {
        &self.stretch.spot
    }

    fn between(self, first: Seat, end: Seat) -> &'a [ClaimId] {
        let bounds = &self.stretch.bounds;
        &self.claims[bounds[first as usize] as usize..bounds[end as usize] as usize]
    }

    /// All claims but bases, in the order of columns.
    pub(crate) fn claims(self) -> &'a [ClaimId] {
        self.between(Seat::Paid, Seat::StatedDue)
    }

    /// The claims of one role, by code.
    pub(crate) fn of(self, role: Role) -> &'a [ClaimId] {
        match role {
            Role::Paid => self.between(Seat::Paid, Seat::Received),
            Role::Received => self.between(Seat::Received, Seat::Pledged),
            Role::Pledged => self.between(Seat::Pledged, Seat::StatedDue),
            Role::Base => self.between(Seat::StatedDue, Seat::Held),
        }
    }

    /// The claims that state what the payer holds back.
    pub(crate) fn held(self) -> &'a [ClaimId] {
        self.between(Seat::Held, Seat::Outside)
    }

    /// Payer's, recipient's, and promises.
    pub(crate) fn sides(self) -> [&'a [ClaimId]; 3] {
        [Role::Paid, Role::Received, Role::Pledged].map(|role| self.of(role))
    }

    /// Every claim that stands at this line, once.
    pub(crate) fn own_claims(self, facts: &Facts) -> impl Iterator<Item = ClaimId> {
        let held = self.held().iter().filter(|id| facts.claim(**id).stated().is_some());
        self.between(Seat::Paid, Seat::Held).iter().chain(held).copied()
    }

    /// First and last day the line is about: its period, else the days of payment.
    pub(crate) fn days(self, facts: &Facts) -> (Option<Day>, Option<Day>) {
        if let Some(period) = self.spot().time.period() {
            let dated = |day: Day| day.is_dated().then_some(day);
            return (dated(period.first), dated(period.last));
        }
        let claims = self.claims().iter().chain(&self.stretch.base).chain(self.held());
        let paid_on = || claims.clone().filter_map(|id| facts.claim(*id).paid_on);
        (paid_on().map(|date| date.first).min(), paid_on().map(|date| date.last).max())
    }
}
