//! The comparison of everything with everything it may be compared with, and nothing else.

use crate::bases::{Bases, called_lines};
use crate::choose::RuleBook;
use crate::doubts::{Doubted, doubts};
use crate::due::Desk;
use crate::exchange::Rates;
use crate::facts::Facts;
use crate::inflows::Inflows;
use crate::lines::{Lines, seat};
use crate::links::Links;
use crate::outcome::{Besides, Comparison, Reconciliation, Silence};
use crate::policy::Policy;
use crate::said::GapKind;
use crate::scope::Ground;
use crate::spot::{Spot, Spots};
use crate::sums::sums;
use crate::suspicions::{magnitude, suspicions};
use crate::table::Table;
use crate::too_large::TooLargeAt;
use crate::weights::Weights;

/// Compares what was due, declared and received on every flow that the facts speak about.
///
/// Pure: the same facts and policy give the same answer, in the same order. The only error is a sum or product
/// with more digits than can be kept exactly: an inexact answer is never given in its place.
pub fn reconcile(facts: &Facts, policy: &Policy) -> Result<Reconciliation, TooLargeAt> {
    let mut comparisons = Vec::new();
    let besides = reconcile_each(facts, policy, |comparison| {
        comparisons.push(comparison);
        Ok::<(), TooLargeAt>(())
    })?;
    let Besides { doubts, sums, set_aside, silences } = besides;
    Ok(Reconciliation { comparisons, doubts, sums, set_aside, silences })
}

/// The same for facts too large to hold every comparison: hands each to `sink` as soon as it is made, in canonical
/// order, and gives what is said besides them. An error of the sink ends the reconciling.
pub fn reconcile_each<E: From<TooLargeAt>>(
    facts: &Facts,
    policy: &Policy,
    mut sink: impl FnMut(Comparison) -> Result<(), E>,
) -> Result<Besides, E> {
    let (links, spots, ground) = (Links::new(facts), Spots::new(facts), Ground::new(facts));
    let (rules, rates) = (RuleBook::new(facts), Rates::new(facts));
    let bases = Bases::new(facts, &links, &spots);
    let inflows = Inflows::new(facts, &links, &spots);
    let weights = Weights::new(facts, &links, &spots);
    let desk = Desk {
        facts,
        links: &links,
        spots: &spots,
        ground: &ground,
        bases: &bases,
        rules: &rules,
        inflows: &inflows,
        rates: &rates,
        weights: &weights,
    };
    let sums = sums(desk)?;
    let (seated, set_aside) = seat(facts, &links, &spots);
    let mut doubts = doubts(facts, &links, &rates, &seated, &sums)?;
    suspicions(facts, &links, &rates, &seated, &mut doubts)?;
    let mut lines = Lines::new(&seated);
    drop(seated);
    lines.add_due(called_lines(desk, &lines));
    let table = Table::new(desk, policy, lines, Doubted::new(facts, &doubts));
    let mut silences = Vec::new();
    for flow in table.lines.stretches_by(Spot::flow) {
        table.compare(flow, |index, comparison| {
            doubts.extend(magnitude(&comparison));
            doubts.extend(table.doubled(table.line(index), comparison.part_of));
            silences.extend(silence(index, &comparison));
            sink(comparison)
        })?;
    }
    Ok(Besides { doubts: doubts.into_iter().collect(), sums, set_aside, silences })
}

/// Who owed a statement by when and has made none.
fn silence(index: usize, comparison: &Comparison) -> Option<Silence> {
    let verdict = comparison.verdicts.iter().find(|verdict| verdict.kind == Some(GapKind::Overdue))?;
    let rule = comparison.due.as_ref().and_then(|due| due.rule)?;
    Some(Silence { comparison: index, rule, due_by: verdict.due_by? })
}
