//! By when a flow was due, when it was paid, and what that says.

use crate::amount::TooLarge;
use crate::compare::Columns;
use crate::deadline::Penalty;
use crate::due::{Desk, DueAnswer};
use crate::facts::ClaimId;
use crate::lines::Line;
use crate::outcome::{Total, Verdict};
use crate::period::{Day, PartialDate};
use crate::said::{Column, GapKind, Outcome, Question, Reason};
use crate::statement::own_side;
use crate::words::Role;

/// By when a flow was due, and when it was paid.
#[derive(Clone)]
pub(crate) struct Timing {
    due_by: Option<Day>,
    period_end: Option<Day>,
    /// As the payer itself says.
    paid_by_payer: Option<PartialDate>,
    /// As anyone says.
    paid: Option<PartialDate>,
    penalty: Option<Penalty>,
}

impl Timing {
    /// Of a line, under the rule that its due is computed by.
    pub(crate) fn of(desk: Desk<'_>, line: Line<'_>, due: &DueAnswer, declared: Option<&Total>) -> Timing {
        let facts = desk.facts;
        let (deadline, penalty) = due.rule().map_or((None, None), |rule| desk.rules.terms(rule));
        let period = line.spot().time.period();
        let own = own_side(facts, line.spot().payer);
        let paid_on = |id: &ClaimId| facts.claim(*id).paid_on;
        // A payment in instalments is paid with its last one.
        let summed = declared.map_or(&[][..], |total| total.claims.as_slice());
        let by_payer = summed.iter().filter(|id| Some(facts.claim(**id).side) == own);
        // A base is paid for on the day of its sale; of several sales the last one.
        let bases = match due {
            DueAnswer::Known(due, _) => due.claims.as_slice(),
            DueAnswer::Unknown { .. } => &[],
        };
        let sold_on = bases.iter().filter_map(paid_on).map(|date| date.last).max();
        Timing {
            due_by: deadline.and_then(|deadline| deadline.due_by(period, sold_on)),
            period_end: period.map(|period| period.last).filter(|day| day.is_dated()),
            paid_by_payer: by_payer.filter_map(paid_on).max(),
            paid: line.of(Role::Paid).iter().chain(line.of(Role::Received)).find_map(paid_on),
            penalty,
        }
    }
}

impl Columns<'_> {
    /// Was it paid in time? Only the payer's own date can make it late; without a legal deadline there is only a delay.
    pub(crate) fn deadline(&self) -> Result<Option<Verdict>, TooLarge> {
        let question = Question::Deadline;
        let timing = &self.timing;
        let verdict = match (timing.due_by, timing.paid_by_payer, timing.paid) {
            (Some(due_by), Some(paid), _) if paid.first > due_by => {
                let due = self.known_due().and_then(|due| due.amount);
                let penalty = match (timing.penalty, due) {
                    (Some(penalty), Some(due)) => penalty.on(due, due_by, paid.first)?,
                    _ => None,
                };
                let days = Some(paid.first.days_since(due_by));
                let gap =
                    Verdict { outcome: Outcome::Gap, reason: None, ..Verdict::unknown(question, Reason::Silent, None) };
                Verdict { kind: Some(GapKind::Late), days, penalty, ..gap }
            }
            (Some(due_by), Some(paid), _) if paid.last <= due_by => {
                Verdict { outcome: Outcome::Agrees, reason: None, ..Verdict::unknown(question, Reason::Silent, None) }
            }
            (Some(_), Some(_), _) => Verdict::unknown(question, Reason::Imprecise, Some(Column::Declared)),
            (Some(due_by), None, Some(paid)) if paid.first > due_by => {
                let days = Some(paid.first.days_since(due_by));
                Verdict { days, ..Verdict::unknown(question, Reason::Silent, Some(Column::Declared)) }
            }
            (Some(due_by), None, None)
                if self.declared.is_none()
                    && self.elsewhere[0].is_none()
                    && self.policy.as_of.is_some_and(|day| day > due_by) =>
            {
                let days = self.policy.as_of.map(|day| day.days_since(due_by));
                let gap =
                    Verdict { outcome: Outcome::Gap, reason: None, ..Verdict::unknown(question, Reason::Silent, None) };
                Verdict { kind: Some(GapKind::Overdue), days, ..gap }
            }
            (None, _, Some(paid)) => match timing.period_end.map(|end| paid.first.days_since(end)) {
                Some(days) if days > 0 => {
                    Verdict { days: Some(days), ..Verdict::unknown(question, Reason::NoRule, None) }
                }
                _ => return Ok(self.stated_delay()),
            },
            _ => return Ok(self.stated_delay()),
        };
        Ok(Some(Verdict { due_by: timing.due_by, ..verdict }))
    }
    /// A source says that the payment came after its time, without days that could be counted: stated, never a gap.
    fn stated_delay(&self) -> Option<Verdict> {
        let delayed = self.all_claims().any(|id| self.desk.links.delayed.contains(&id));
        delayed.then(|| Verdict::unknown(Question::Deadline, Reason::NoRule, None))
    }
}
