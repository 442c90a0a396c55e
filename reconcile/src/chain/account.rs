//! One holder's account in one currency: what came in, what went on, and what is left between.

use std::collections::{BTreeMap, BTreeSet};

use super::flow::{Flow, Heard, Ties};
use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::period::{Period, Span};
use crate::said::{Column, Reason};

/// A holder's account in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The currency; `None` where nobody named an amount.
    pub currency: Option<Currency>,
    /// What others paid it; `None` where no flow arrives.
    pub came_in: Option<Passage>,
    /// What it paid others; `None` where no flow leaves.
    pub went_on: Option<Passage>,
    /// What came in and did not go on, where money passes through; no gap: a holder may be entitled to it.
    pub stopped: Option<Stopped>,
}

/// The flows on one side of a holder, by the word of each end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// By those who pay.
    pub declared: FlowSum,
    /// By those who receive.
    pub received: FlowSum,
}

/// A sum of flows that carries its ignorance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowSum {
    /// The sum of what is known; `None` where nothing is, or where it cannot be added.
    pub amount: Option<Amount>,
    /// The flows in the sum: never a flow and its part.
    pub flows: Vec<usize>,
    /// Flows of which no amount is known.
    pub unknown: Vec<usize>,
    /// True where the sum is only a lower bound.
    pub lower_bound: bool,
    /// True where a source rounded, or said "about".
    pub rough: bool,
    /// Why known amounts were not added: they may speak of the same money.
    pub apart: Option<Reason>,
    /// True where someone spoke, if only to give no amount.
    pub spoken: bool,
}

/// How an amount that stopped is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// Neither more nor less.
    Exactly,
    /// More may have come in.
    AtLeast,
    /// More may have gone on.
    AtMost,
}

/// What came in and did not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// Received less passed on; negative where more went on than came in.
    Known {
        /// How much.
        amount: Amount,
        /// How it is meant.
        bound: Bound,
        /// True where a source rounded, or said "about".
        rough: bool,
    },
    /// Cannot be told.
    Unknown {
        /// Why.
        reason: Reason,
        /// Which side of the holder is missing.
        column: Option<Column>,
    },
}

/// One side of a flow.
type Side = fn(&Flow) -> Option<Heard>;

/// The accounts of a holder, by currency. A flow of which nobody named an amount is unknown in each of them.
pub(super) fn accounts(
    flows: &[Flow],
    arriving: &[usize],
    leaving: &[usize],
    ties: &Ties,
) -> Result<Vec<Account>, TooLarge> {
    let mut currencies: BTreeSet<Option<Currency>> =
        arriving.iter().chain(leaving).map(|index| flows[*index].currency).collect();
    if currencies.len() > 1 {
        currencies.remove(&None);
    }
    let mut accounts = Vec::with_capacity(currencies.len());
    for currency in currencies {
        let own = |members: &[usize]| -> Vec<usize> {
            let speaks = |index: &usize| flows[*index].currency.is_none() || flows[*index].currency == currency;
            members.iter().copied().filter(speaks).collect()
        };
        let came_in = passage(flows, &own(arriving), ties)?;
        let went_on = passage(flows, &own(leaving), ties)?;
        let stopped = if arriving.is_empty() || leaving.is_empty() {
            None
        } else {
            Some(stopped(flows, came_in.as_ref(), went_on.as_ref())?)
        };
        accounts.push(Account { currency, came_in, went_on, stopped });
    }
    Ok(accounts)
}

fn passage(flows: &[Flow], members: &[usize], ties: &Ties) -> Result<Option<Passage>, TooLarge> {
    if members.is_empty() {
        return Ok(None);
    }
    let declared = sum(flows, members, ties, |flow| flow.declared)?;
    let received = sum(flows, members, ties, |flow| flow.received)?;
    Ok(Some(Passage { declared, received }))
}

/// Adds up one side of flows that share a holder. A part is left out where its whole is in the sum.
fn sum(flows: &[Flow], members: &[usize], ties: &Ties, side: Side) -> Result<FlowSum, TooLarge> {
    let amount = |index: usize| side(&flows[index]).and_then(|heard| heard.amount);
    let mut sum = FlowSum::default();
    for index in members.iter().copied() {
        let heard = side(&flows[index]);
        sum.spoken |= heard.is_some();
        if wholes(flows, index).any(|whole| members.contains(&whole) && amount(whole).is_some()) {
            continue;
        }
        match heard.and_then(|heard| Some((heard, heard.amount?))) {
            Some((heard, amount)) => {
                sum.amount = Some(sum.amount.unwrap_or(Amount::ZERO).plus(amount)?);
                sum.lower_bound |= heard.lower_bound;
                sum.rough |= heard.rough;
                sum.flows.push(index);
            }
            None => sum.unknown.push(index),
        }
    }
    sum.lower_bound |= !sum.unknown.is_empty();
    sum.apart = overlap(flows, &sum.flows, ties);
    if sum.apart.is_some() {
        sum.amount = None;
    }
    Ok(sum)
}

/// The wider flows that a flow is a part of, nearest first. Bounded, so that a damaged list ends too.
fn wholes(flows: &[Flow], index: usize) -> impl Iterator<Item = usize> {
    let next = move |whole: &usize| flows.get(*whole).and_then(|flow| flow.part_of);
    std::iter::successors(flows[index].part_of, next).take(flows.len())
}

/// Two of them may speak of the same money: of one span but not of one place, or of spans that overlap.
fn overlap(flows: &[Flow], counted: &[usize], ties: &Ties) -> Option<Reason> {
    for (place, left) in counted.iter().enumerate() {
        let left = &flows[*left].scope;
        let mut rest = counted[place + 1..].iter().map(|right| &flows[*right].scope);
        if let Some(right) = rest.find(|right| ties.overlap(left, right)) {
            return Some(if left.span == right.span { Reason::Scope } else { Reason::Period });
        }
    }
    None
}

/// What the holder says it received less what it says it passed on.
fn stopped(flows: &[Flow], came_in: Option<&Passage>, went_on: Option<&Passage>) -> Result<Stopped, TooLarge> {
    let unknown = |reason, column| Ok(Stopped::Unknown { reason, column });
    let (Some(came_in), Some(went_on)) = (came_in, went_on) else {
        return unknown(Reason::CurrencyNoRate, None);
    };
    let (received, passed_on) = (&came_in.received, &went_on.declared);
    for (sum, column) in [(received, Column::Received), (passed_on, Column::Declared)] {
        if sum.amount.is_none() {
            let reason = sum.apart.unwrap_or(if sum.spoken { Reason::Absent } else { Reason::Silent });
            return unknown(reason, Some(column));
        }
    }
    if let Some(reason) = other_ground(flows, &received.flows, &passed_on.flows) {
        return unknown(reason, None);
    }
    let bound = match (received.lower_bound, passed_on.lower_bound) {
        (false, false) => Bound::Exactly,
        (true, false) => Bound::AtLeast,
        (false, true) => Bound::AtMost,
        (true, true) => return unknown(Reason::Imprecise, None),
    };
    let (Some(came_in), Some(went_on)) = (received.amount, passed_on.amount) else {
        return unknown(Reason::Absent, None);
    };
    Ok(Stopped::Known { amount: came_in.minus(went_on)?, bound, rough: received.rough || passed_on.rough })
}

/// Why two sums cannot be set against each other: other mines, or other times.
fn other_ground(flows: &[Flow], arriving: &[usize], leaving: &[usize]) -> Option<Reason> {
    let mines = |members: &[usize]| members.iter().map(|index| flows[*index].scope.mine).collect::<BTreeSet<_>>();
    if mines(arriving) != mines(leaving) {
        return Some(Reason::Scope);
    }
    (!one_time(flows, arriving, leaving)).then_some(Reason::Period)
}

/// True if every line of payments covers the same days without a hole, or all are one event.
fn one_time(flows: &[Flow], arriving: &[usize], leaving: &[usize]) -> bool {
    let mut lines: BTreeMap<_, Vec<Period>> = BTreeMap::new();
    let mut spans: BTreeSet<&Span> = BTreeSet::new();
    for index in arriving.iter().chain(leaving) {
        let scope = &flows[*index].scope;
        spans.insert(&scope.span);
        let line = (scope.stream, scope.payer, scope.recipient, scope.mine);
        lines.entry(line).or_default().extend(scope.span.period());
    }
    if spans.iter().any(|span| span.period().is_none()) {
        return spans.len() == 1;
    }
    let all = || lines.values().flatten();
    let (first, last) = (all().map(|period| period.first).min(), all().map(|period| period.last).max());
    lines.values_mut().all(|line| {
        line.sort_unstable();
        let joined = line.windows(2).all(|pair| pair[1].first.days_since(pair[0].last) == 1);
        joined && line.first().map(|period| period.first) == first && line.last().map(|period| period.last) == last
    })
}
