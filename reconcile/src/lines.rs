//! The lines that are compared: one for each scope that someone spoke about, or that a rule and a known base meet on.

use std::collections::{BTreeMap, BTreeSet};

use crate::bases::year_after;
use crate::due::Desk;
use crate::facts::{ClaimId, Facts, StreamId};
use crate::links::Links;
use crate::outcome::{Scope, SetAside};
use crate::period::{Day, Span};
use crate::words::Role;

/// The claims of one scope by role.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) paid: Vec<ClaimId>,
    pub(crate) received: Vec<ClaimId>,
    pub(crate) pledged: Vec<ClaimId>,
    /// The base claims that state the due of this very flow.
    pub(crate) stated_due: Vec<ClaimId>,
    /// The claims that state what the payer holds back.
    pub(crate) held: Vec<ClaimId>,
    /// The base figure that alone called this line into being.
    pub(crate) base: Option<ClaimId>,
}

impl Line {
    /// All claims but bases, in the order of columns.
    pub(crate) fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.paid.iter().chain(&self.received).chain(&self.pledged).copied()
    }

    /// Every claim that stands at this line, once.
    pub(crate) fn own_claims(&self, facts: &Facts) -> impl Iterator<Item = ClaimId> {
        let held = self.held.iter().copied().filter(|id| facts.claim(*id).stated().is_some());
        self.claims().chain(self.stated_due.iter().copied()).chain(held)
    }

    /// The claims of one role.
    pub(crate) fn of(&self, role: Role) -> &[ClaimId] {
        match role {
            Role::Paid => &self.paid,
            Role::Received => &self.received,
            Role::Pledged => &self.pledged,
            Role::Base => &self.stated_due,
        }
    }

    /// First and last day the line is about: its period, else the days of payment.
    pub(crate) fn days(&self, facts: &Facts, scope: &Scope) -> (Option<Day>, Option<Day>) {
        if let Some(period) = scope.span.period() {
            let dated = |day: Day| day.is_dated().then_some(day);
            return (dated(period.first), dated(period.last));
        }
        let paid_on =
            || self.claims().chain(self.base).chain(self.held.iter().copied()).filter_map(|id| facts.claim(id).paid_on);
        (paid_on().map(|date| date.first).min(), paid_on().map(|date| date.last).max())
    }
}

/// Sorts every claim into a line or sets it aside with a reason.
pub(crate) fn lines(facts: &Facts, links: &Links) -> (BTreeMap<Scope, Line>, Vec<SetAside>) {
    let mut lines: BTreeMap<Scope, Line> = BTreeMap::new();
    let mut set_aside = Vec::new();
    for (index, claim) in facts.claims.iter().enumerate() {
        let id = ClaimId(index as u32);
        if let Some(reason) = links.set_aside.get(&id) {
            set_aside.push(SetAside { claim: id, reason: reason.clone() });
            continue;
        }
        if links.same_money.contains_key(&id) {
            set_aside.push(SetAside { claim: id, reason: "same_money".into() });
            continue;
        }
        let holds = links.holds.contains(&id);
        let states_due = links.states_due.contains(&id);
        if claim.role == Role::Base && !states_due && !holds {
            set_aside.push(SetAside { claim: id, reason: "base".into() });
            continue;
        }
        let line = lines.entry(Scope::of(claim)).or_default();
        if holds {
            line.held.push(id);
            // What is set aside is neither paid nor received; a claim without an amount still says what it says.
            if claim.stated().is_some() {
                continue;
            }
        }
        match claim.role {
            Role::Paid => line.paid.push(id),
            Role::Received => line.received.push(id),
            Role::Pledged => line.pledged.push(id),
            Role::Base if states_due => line.stated_due.push(id),
            Role::Base => {}
        }
    }
    (lines, set_aside)
}

/// Adds a line for each base figure that a rule meets and that no flow has used: something is due, and nobody has spoken.
pub(crate) fn add_due_only(desk: Desk<'_>, lines: &mut BTreeMap<Scope, Line>) {
    let facts = desk.facts;
    let mut used: BTreeSet<(StreamId, ClaimId)> = BTreeSet::new();
    let bases_of = |flow: &Scope| {
        let rules = desk.rules.of(flow.country, flow.stream).map(|id| facts.rule(id)).filter(|rule| !rule.is_split());
        rules.flat_map(|rule| desk.bases.find(facts, desk.links, rule, flow)).collect::<Vec<_>>()
    };
    for flow in lines.keys() {
        used.extend(bases_of(flow).into_iter().map(|base| (flow.stream, base)));
    }
    for (stream, claims) in desk.bases.served() {
        for id in
            claims.iter().copied().filter(|id| facts.claim(*id).stated().is_some() && !used.contains(&(stream, *id)))
        {
            let own = Scope { stream, ..Scope::of(facts.claim(id)) };
            let next = own
                .span
                .period()
                .and_then(year_after)
                .map(|period| Scope { span: Span::Period(period), ..own.clone() });
            for scope in std::iter::once(own).chain(next) {
                if bases_of(&scope).contains(&id) {
                    lines.entry(scope).or_default().base.get_or_insert(id);
                }
            }
        }
    }
}
