//! Rival versions of a rule: what is due, and what is answered, under each that some hold to be in force.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::amount::TooLarge;
use crate::choose::rivals;
use crate::compare::Columns;
use crate::due::{Desk, DueAnswer, Flow, due_under};
use crate::facts::RuleId;
use crate::implied::imply;
use crate::outcome::{Rival, Verdict};
use crate::said::{Column, Outcome, Reason};
use crate::table::Table;

/// What is due under a rival version.
#[derive(Clone, Debug)]
pub(crate) struct RivalDue {
    pub(crate) rule: RuleId,
    pub(crate) due: DueAnswer,
    /// True where siblings imply it.
    pub(crate) implied: bool,
}

/// The dues of a flow under every version that disputes the rule of its due.
pub(crate) fn under_rivals(desk: Desk<'_>, flow: &Flow<'_>, due: &DueAnswer) -> Result<Vec<RivalDue>, TooLarge> {
    let Some(rule) = due.rule() else { return Ok(Vec::new()) };
    let under = |rule: RuleId| Ok(RivalDue { rule, due: due_under(desk, flow, rule)?, implied: false });
    rivals(desk, flow, rule).into_iter().map(under).collect()
}

/// Fills in what siblings imply under each rival version among the lines of a flow.
pub(crate) fn imply_under(
    table: &Table<'_>,
    flow: &Range<usize>,
    rivals: &mut [Vec<RivalDue>],
) -> Result<(), TooLarge> {
    let versions: BTreeSet<RuleId> = rivals.iter().flatten().map(|rival| rival.rule).collect();
    for version in versions {
        let of_version =
            |line: &Vec<RivalDue>| line.iter().find(|rival| rival.rule == version).map(|rival| rival.due.clone());
        let none = || DueAnswer::unknown(Reason::NoRule);
        let mut dues: Vec<DueAnswer> = rivals.iter().map(|line| of_version(line).unwrap_or_else(none)).collect();
        let implied = imply(table, flow.clone(), &mut dues)?;
        for ((index, line), due) in flow.clone().zip(rivals.iter_mut()).zip(dues) {
            if let Some(rival) = line.iter_mut().find(|rival| rival.rule == version) {
                (rival.due, rival.implied) = (due, implied.contains(&index));
            }
        }
    }
    Ok(())
}

impl Columns<'_> {
    /// The answer under each rival version.
    pub(crate) fn under_rivals(&self) -> Result<Vec<Rival>, TooLarge> {
        let answer = |rival: &RivalDue| {
            let under = Columns { due: rival.due.clone(), implied: rival.implied, rivals: Vec::new(), ..self.clone() };
            let mut verdict = under.due_verdict()?;
            if let Some(verdict) = verdict.as_mut().filter(|verdict| verdict.outcome == Outcome::Gap) {
                under.block(verdict);
            }
            let due = match &rival.due {
                DueAnswer::Known(due, _) => Some((**due).clone()),
                DueAnswer::Unknown { .. } => None,
            };
            Ok(Rival { rule: rival.rule, due, verdict })
        };
        self.rivals.iter().map(answer).collect()
    }
}

impl Verdict {
    /// An answer that another version of the rule does not share is no answer: each is shown under its version.
    pub(crate) fn disputed(&mut self, rivals: &[Rival]) {
        let told = |verdict: &Verdict| (verdict.outcome, verdict.kind);
        let own = told(self);
        let shared = rivals.iter().all(|rival| rival.verdict.as_ref().is_some_and(|verdict| told(verdict) == own));
        if self.outcome != Outcome::Unknown && !shared {
            (self.outcome, self.kind) = (Outcome::Unknown, None);
            (self.reason, self.column) = (Some(Reason::Doubted), Some(Column::Due));
            (self.explained, self.open_question) = (None, None);
        }
    }
}
