//! The comparison of everything with everything it may be compared with, and nothing else.

use std::collections::{BTreeSet, HashMap};

use crate::amount::{Amount, TooLarge};
use crate::bases::Bases;
use crate::choose::RuleBook;
use crate::compare::{Columns, Timing, currency_of};
use crate::currency::Currency;
use crate::deadline::{Deadline, Penalty};
use crate::due::{Desk, DueAnswer, Flow, converted, due};
use crate::exchange::exchange;
use crate::facts::{ClaimId, Facts};
use crate::implied::imply;
use crate::inflows::Inflows;
use crate::lines::{Line, add_due_only, lines};
use crate::links::Links;
use crate::neighbours::Neighbours;
use crate::outcome::{
    Comparison, Doubt, Due, GapKind, Outcome, Reason, Reconciliation, Scope, SetAside, Silence, SumCheck, Total,
};
use crate::period::{PartialDate, Period, Span};
use crate::policy::Policy;
use crate::scope::Ground;
use crate::statement::{hear, own_side};
use crate::suspicions::suspicions;
use crate::words::Role;

/// Compares what was due, declared and received on every flow that the facts speak about.
///
/// Pure: the same facts and policy give the same answer, in the same order. The only error is a sum or product
/// with more digits than can be kept exactly: an inexact answer is never given in its place.
pub fn reconcile(facts: &Facts, policy: &Policy) -> Result<Reconciliation, TooLarge> {
    let links = Links::new(facts);
    let ground = Ground::new(facts);
    let bases = Bases::new(facts, &links);
    let sums = crate::sums::sums(facts, &links)?;
    let doubts = crate::doubts::doubts(facts, &links, &sums)?;
    let (mut lines, set_aside) = lines(facts, &links);
    let rules = RuleBook::new(facts);
    let inflows = Inflows::new(facts, &links);
    let desk = Desk { facts, links: &links, ground: &ground, bases: &bases, rules: &rules, inflows: &inflows };
    add_due_only(desk, &mut lines);
    let table = Table::new(desk, lines.into_iter().collect());
    let comparisons = table.comparisons(policy, &sums)?;
    let silences = silences(&comparisons);
    let mut doubts: BTreeSet<Doubt> = doubts.into_iter().collect();
    suspicions(facts, &links, &comparisons, &mut doubts)?;
    Ok(Reconciliation { comparisons, doubts: doubts.into_iter().collect(), sums, set_aside, silences })
}

/// Who owed a statement by when and has made none.
fn silences(comparisons: &[Comparison]) -> Vec<Silence> {
    let overdue = |(index, line): (usize, &Comparison)| {
        let verdict = line.verdicts.iter().find(|verdict| verdict.kind == Some(GapKind::Overdue))?;
        let rule = line.due.as_ref().and_then(|due| due.rule)?;
        Some(Silence { comparison: index, rule, due_by: verdict.due_by? })
    };
    comparisons.iter().enumerate().filter_map(overdue).collect()
}

/// The lines in canonical order, with what each is a part of.
pub(crate) struct Table<'a> {
    pub(crate) desk: Desk<'a>,
    pub(crate) lines: Vec<(Scope, Line)>,
    neighbours: Neighbours,
    /// Where each compared claim stands.
    line_of: HashMap<ClaimId, usize>,
    /// For each line, the narrowest wider line that it is a part of.
    wider: Vec<Option<usize>>,
}

impl<'a> Table<'a> {
    fn new(desk: Desk<'a>, lines: Vec<(Scope, Line)>) -> Table<'a> {
        let neighbours = Neighbours::new(desk.ground, &lines);
        let stand =
            |(index, (_, line)): (usize, &(Scope, Line))| line.claims().map(move |id| (id, index)).collect::<Vec<_>>();
        let line_of = lines.iter().enumerate().flat_map(stand).collect();
        let mut table = Table { desk, lines, neighbours, line_of, wider: Vec::new() };
        table.wider = (0..table.lines.len()).map(|index| table.find_wider(index)).collect();
        table
    }

    /// The other lines of the same flow that may overlap with a line.
    pub(crate) fn near(&self, index: usize) -> impl Iterator<Item = (usize, &(Scope, Line))> {
        self.neighbours.of(index).map(|other| (other, &self.lines[other]))
    }

    /// The lines where claims stand.
    fn lines_of<'b>(&'b self, claims: impl Iterator<Item = ClaimId> + 'b) -> impl Iterator<Item = usize> + 'b {
        claims.filter_map(|id| self.line_of.get(&id).copied())
    }

    /// The line that holds the printed total this line is a part of, else the narrowest line that covers it.
    fn find_wider(&self, index: usize) -> Option<usize> {
        let (scope, line) = &self.lines[index];
        let same_flow = |other: &usize| *other != index && self.lines[*other].0.stream == scope.stream;
        let by_remark = self.lines_of(line.claims().flat_map(|id| self.totals_of(id))).find(same_flow);
        let covering = |other: &usize| self.desk.ground.covers(&self.lines[*other].0, scope);
        by_remark.or_else(|| {
            let wider = self.near(index).map(|(other, _)| other).filter(covering);
            wider.min_by(|a, b| {
                // The narrower of two covering lines is covered by the other.
                let (left, right) = (&self.lines[*a].0, &self.lines[*b].0);
                let ground = self.desk.ground;
                ground.covers(left, right).cmp(&ground.covers(right, left)).then(a.cmp(b))
            })
        })
    }

    /// Printed totals that a claim is listed as a part of.
    fn totals_of(&self, id: ClaimId) -> impl Iterator<Item = ClaimId> {
        self.desk.links.totals.get(&id).into_iter().flatten().copied()
    }

    /// The printed totals of the same stream that the line's claims are listed parts of.
    fn printed_totals(&self, index: usize) -> Vec<ClaimId> {
        let (scope, line) = &self.lines[index];
        let links = self.desk.links;
        let listed = |total: &ClaimId, id: ClaimId| links.parts.get(total).is_some_and(|parts| parts.contains(&id));
        let totals = line.claims().flat_map(|id| self.totals_of(id).filter(move |total| listed(total, id)));
        totals.filter(|total| self.desk.facts.claim(*total).stream == scope.stream).collect()
    }

    fn due(&self, index: usize) -> Result<DueAnswer, TooLarge> {
        let (scope, line) = &self.lines[index];
        let facts = self.desk.facts;
        for id in &line.stated_due {
            if let Some((amount, unit)) = facts.claim(*id).stated()
                && let Some(currency) = unit.currency()
            {
                let minimum = self.has_minimum_rule(scope);
                return Ok(DueAnswer::Known(Box::new(Due::stated(facts, *id, amount, currency, minimum)), currency));
            }
        }
        let (day, last_day) = line.days(facts, scope);
        let totals = self.printed_totals(index);
        let one_of_several = |wider: usize| {
            let other = &self.lines[wider].0;
            other.recipient != scope.recipient && other.span == scope.span
        };
        let is_part = !totals.is_empty() || self.wider[index].is_some_and(one_of_several);
        let answer = due(self.desk, &Flow { scope, day, last_day, totals, is_part })?;
        // What a holder is said to hold back is what it owes onward, where no rule tells.
        match (answer, self.held_amount(line)) {
            (DueAnswer::Unknown { .. }, Some((id, amount, currency))) => {
                Ok(DueAnswer::Known(Box::new(Due::stated(facts, id, amount, currency, false)), currency))
            }
            (answer, _) => Ok(answer),
        }
    }

    fn held_amount(&self, line: &Line) -> Option<(ClaimId, Amount, Currency)> {
        line.held.iter().find_map(|id| {
            let (amount, unit) = self.desk.facts.claim(*id).stated()?;
            Some((*id, amount, unit.currency()?))
        })
    }

    /// True where the rules of the flow all say "at least".
    fn has_minimum_rule(&self, scope: &Scope) -> bool {
        let mut rules = self.desk.rules.of(scope.country, scope.stream).map(|id| self.desk.facts.rule(id)).peekable();
        rules.peek().is_some() && rules.all(|rule| rule.minimum)
    }

    /// A due that nobody speaks the currency of, by the rates of its time.
    fn in_currency(&self, index: usize, due: DueAnswer, currency: Option<Currency>) -> Result<DueAnswer, TooLarge> {
        let (scope, line) = &self.lines[index];
        match (due, currency) {
            (DueAnswer::Known(known, from), Some(to)) if from != to => {
                let paid_on = line.claims().find_map(|id| self.desk.facts.claim(id).paid_on);
                let span = scope.span.period().map(|period| PartialDate { first: period.first, last: period.last });
                let rates = exchange(self.desk.facts, from, to, paid_on, span);
                Ok(match converted(&known, &rates, to)? {
                    Some(due) => DueAnswer::Known(Box::new(due), to),
                    None => DueAnswer::Known(known, from),
                })
            }
            (due, _) => Ok(due),
        }
    }

    fn comparisons(&self, policy: &Policy, sums: &[SumCheck]) -> Result<Vec<Comparison>, TooLarge> {
        let mut dues = (0..self.lines.len()).map(|index| self.due(index)).collect::<Result<Vec<_>, _>>()?;
        let implied = imply(self, &mut dues)?;
        let dues = dues.into_iter().enumerate();
        dues.map(|(index, due)| self.comparison(index, due, implied.contains(&index), policy, sums)).collect()
    }

    fn comparison(
        &self,
        index: usize,
        due: DueAnswer,
        implied: bool,
        policy: &Policy,
        sums: &[SumCheck],
    ) -> Result<Comparison, TooLarge> {
        let (scope, line) = &self.lines[index];
        let facts = self.desk.facts;
        let currency = currency_of(facts, &due, [&line.paid, &line.received, &line.pledged])
            .or_else(|| self.wider[index].and_then(|wider| self.currency(wider)));
        let due = self.in_currency(index, due, currency)?;
        let columns = Columns {
            facts,
            links: self.desk.links,
            sums,
            policy,
            stream: &facts.stream(scope.stream).code,
            currency,
            due: &due,
            implied,
            scope,
            held: &line.held,
            timing: self.timing(index, &due),
            declared: self.side(index, Role::Paid, currency)?,
            received: self.side(index, Role::Received, currency)?,
            pledged: self.side(index, Role::Pledged, currency)?,
            elsewhere: [self.elsewhere(index, Role::Paid), self.elsewhere(index, Role::Received)],
            declared_wider: self.declared_wider(index),
        };
        let verdicts = columns.verdicts()?;
        Ok(Comparison {
            scope: scope.clone(),
            code: scope.code(facts),
            claims: line.own_claims(facts).collect(),
            part_of: self.wider[index],
            currency,
            due: match &due {
                DueAnswer::Known(due, _) => Some((**due).clone()),
                DueAnswer::Unknown { rule: Some(rule), .. } => Some(Due::unknown(*rule, facts)),
                DueAnswer::Unknown { rule: None, .. } => None,
            },
            declared: columns.declared,
            received: columns.received,
            pledged: columns.pledged,
            verdicts,
        })
    }

    /// By when the flow was due, and when it was paid.
    fn timing(&self, index: usize, due: &DueAnswer) -> Timing {
        let (scope, line) = &self.lines[index];
        let facts = self.desk.facts;
        let rule = match due {
            DueAnswer::Known(due, _) => due.rule,
            DueAnswer::Unknown { rule, .. } => *rule,
        };
        let rule = rule.map(|id| facts.rule(id));
        let deadline = rule.and_then(|rule| Deadline::from_code(rule.deadline.as_deref()?));
        let period = scope.span.period();
        let paid_on = |claims: &[ClaimId]| claims.iter().find_map(|id| facts.claim(*id).paid_on);
        let own = own_side(facts, scope.payer);
        let by_payer: Vec<ClaimId> =
            line.paid.iter().copied().filter(|id| Some(facts.claim(*id).side) == own).collect();
        Timing {
            due_by: deadline.zip(period).and_then(|(deadline, period)| deadline.due_by(period)),
            period_end: period.map(|period| period.last).filter(|day| day.is_dated()),
            paid_by_payer: paid_on(&by_payer),
            paid: paid_on(&line.paid).or_else(|| paid_on(&line.received)),
            penalty: rule.and_then(|rule| Penalty::from_text(rule.penalty.as_deref()?)),
        }
    }

    fn currency(&self, index: usize) -> Option<Currency> {
        let line = &self.lines[index].1;
        currency_of(self.desk.facts, &DueAnswer::unknown(Reason::NoRule), [&line.paid, &line.received, &line.pledged])
    }

    /// What a side says at a line: itself, else by a whole's nought, else by parts that cover the line without a hole.
    pub(crate) fn side(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        let own = self.own(index, role, currency)?;
        if own.is_some() || role == Role::Pledged {
            return Ok(own);
        }
        if let Some(nought) = self.nought_of_whole(index, role, currency)? {
            return Ok(Some(nought));
        }
        self.sum_of_parts(index, role, currency)
    }

    fn own(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        let (scope, line) = &self.lines[index];
        let party = if role == Role::Received { scope.recipient } else { scope.payer };
        let speaker = (role != Role::Pledged).then(|| own_side(self.desk.facts, party)).flatten();
        hear(self.desk.facts, self.desk.links, line.of(role), speaker, currency)
    }

    /// A stated nought over a wider scope is a nought over each of its parts.
    fn nought_of_whole(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        for (other, (scope, _)) in self.near(index) {
            if self.desk.ground.covers(scope, &self.lines[index].0)
                && let Some(total) = self.own(other, role, currency)?
                && total.is_stated_zero()
            {
                return Ok(Some(total));
            }
        }
        Ok(None)
    }

    /// The sum of parts that cover the line without a hole: the printed parts of one of its totals, or periods that tile its period.
    fn sum_of_parts(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        let listed = self.listed_parts(index, role);
        let parts = if listed.is_empty() { self.tiling_parts(index, role) } else { listed };
        let mut sum: Option<Total> = None;
        for part in parts {
            let Some(total) = self.own(part, role, currency)?.filter(|total| total.amount.is_some()) else {
                return Ok(None);
            };
            sum = Some(match sum {
                Some(sum) => sum.plus(&total)?,
                None => total,
            });
        }
        Ok(sum)
    }

    /// Lines of the parts that a person listed for a printed total of this line, if all of them speak in this role.
    fn listed_parts(&self, index: usize, role: Role) -> Vec<usize> {
        let line = &self.lines[index].1;
        let lists = line.claims().filter_map(|id| self.desk.links.parts.get(&id));
        for list in lists {
            if list.iter().all(|part| self.desk.facts.claim(*part).role == role) {
                let mut found: Vec<usize> =
                    self.lines_of(list.iter().copied()).filter(|other| *other != index).collect();
                found.sort_unstable();
                found.dedup();
                return found;
            }
        }
        Vec::new()
    }

    /// Lines of the same flow whose periods tile this line's period exactly: four quarters, two half-years.
    fn tiling_parts(&self, index: usize, role: Role) -> Vec<usize> {
        let Some(whole) = self.lines[index].0.span.period() else { return Vec::new() };
        let same_but_time =
            |other: &Scope| Scope { span: self.lines[index].0.span.clone(), ..other.clone() } == self.lines[index].0;
        let inside = |other: &(Scope, Line)| match other.0.span {
            Span::Period(period)
                if whole.contains(period) && !other.1.of(role).is_empty() && same_but_time(&other.0) =>
            {
                Some(period)
            }
            _ => None,
        };
        let mut parts: Vec<(Period, usize)> =
            self.near(index).filter_map(|(other, line)| inside(line).map(|period| (period, other))).collect();
        parts.sort();
        let starts = parts.first().is_some_and(|(first, _)| first.first == whole.first);
        let ends = parts.last().is_some_and(|(last, _)| last.last == whole.last);
        let joined = parts.windows(2).all(|pair| pair[1].0.first.days_since(pair[0].0.last) == 1);
        if starts && ends && joined { parts.into_iter().map(|(_, other)| other).collect() } else { Vec::new() }
    }

    /// Why a silent side is not simply silent: it speaks of other times, or of other mines or parties.
    fn elsewhere(&self, index: usize, role: Role) -> Option<Reason> {
        let scope = &self.lines[index].0;
        let speaks = |other: &(Scope, Line)| !other.1.of(role).is_empty() && self.desk.ground.overlap(scope, &other.0);
        let overlapping = self.near(index).filter(|(_, other)| speaks(other));
        overlapping.map(|(_, (other, _))| if other.span == scope.span { Reason::Scope } else { Reason::Period }).min()
    }

    fn declared_wider(&self, index: usize) -> bool {
        let scope = &self.lines[index].0;
        self.near(index).any(|(_, (other, line))| {
            self.desk.ground.covers(other, scope)
                && line
                    .paid
                    .iter()
                    .filter_map(|id| self.desk.facts.claim(*id).stated())
                    .any(|(amount, _)| !amount.is_zero())
        })
    }
}

/// How the claims end: each in exactly one of four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All questions about its flow agree.
    pub agreed: usize,
    /// Some question is a gap.
    pub gap: usize,
    /// No gap, and some question has no answer.
    pub unknown: usize,
    /// Not a statement of due, declared or received.
    pub set_aside: usize,
}

impl Reconciliation {
    /// Counts the claims by how they end.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally { set_aside: self.set_aside.len(), ..Tally::default() };
        for comparison in &self.comparisons {
            let has = |outcome: Outcome| comparison.verdicts.iter().any(|verdict| verdict.outcome == outcome);
            let count = if has(Outcome::Gap) {
                &mut tally.gap
            } else if has(Outcome::Unknown) || comparison.verdicts.is_empty() {
                &mut tally.unknown
            } else {
                &mut tally.agreed
            };
            *count += comparison.claims.len();
        }
        tally
    }

    /// The claims set aside, with their reasons.
    pub fn set_aside_reason(&self, claim: ClaimId) -> Option<&SetAside> {
        self.set_aside.binary_search_by_key(&claim, |aside| aside.claim).ok().map(|index| &self.set_aside[index])
    }
}
