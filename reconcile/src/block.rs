//! What keeps a gap from being raised: doubts about its figures, and what people recorded of its claims.

use crate::code::gap_code;
use crate::compare::Columns;
use crate::facts::ClaimId;
use crate::outcome::{Total, Verdict};
use crate::said::{GapKind, Outcome, Reason};
use crate::suspicions::thousandfold;

impl Columns<'_> {
    /// A gap on figures that a doubt or a recorded contradiction touches is not raised; an open question stays with it.
    pub(crate) fn block(&self, verdict: &mut Verdict) {
        let links = self.desk.links;
        let doubted = self.doubled || self.all_claims().any(|id| self.doubted.touches(id));
        let (declared, received) = (self.leading(&self.declared), self.leading(&self.received));
        let contradicted = matches!((declared, received), (Some(a), Some(b)) if links.contradict(a, b));
        let magnitude =
            verdict.kind.is_some_and(|kind| !matches!(kind, GapKind::Late | GapKind::Overdue | GapKind::PledgeUnmet))
                && self.off_by_thousands();
        if doubted || contradicted || magnitude {
            (verdict.outcome, verdict.kind, verdict.reason) = (Outcome::Unknown, None, Some(Reason::Doubted));
        } else {
            let claims: Vec<ClaimId> = self.all_claims().collect();
            let gap = || gap_code(&self.desk.spots.scope(self.line.spot()).code(self.desk.facts), verdict.question);
            verdict.explained = links.explained.of(&claims, gap).cloned();
            verdict.open_question = links.questions.of(&claims, gap).cloned();
        }
    }

    /// True where two of the columns differ by a factor of a thousand or a million: a unit, not a shortfall.
    fn off_by_thousands(&self) -> bool {
        let due = self.known_due().and_then(|due| due.amount);
        let [declared, received] =
            [&self.declared, &self.received].map(|total| total.as_ref().and_then(|total| total.amount));
        let pairs = [(due, declared), (due, received), (declared, received)];
        pairs.into_iter().any(|(left, right)| left.zip(right).is_some_and(|(left, right)| thousandfold(left, right)))
    }

    fn leading(&self, total: &Option<Total>) -> Option<ClaimId> {
        total.as_ref().and_then(|total| total.claims.first().copied())
    }
}
