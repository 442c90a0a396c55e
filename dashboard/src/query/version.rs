//! Versions of a rule that some hold to be in force, and the shares into which a due is divided.

use super::figure::WorkingLine;
use super::reference::{PartyRef, RuleRef};
use super::verdict::Verdict;
use super::word::{GapKind, Outcome, Question, Reason};
use super::{Amount, schema};

/// What is due, and the answer, under another version of the rule.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Rival {
    /// The other version.
    pub rule: Option<RuleRef>,
    /// What is due under it.
    pub due_amount: Option<Amount>,
    /// The currency of that due.
    pub due_currency: Option<String>,
    /// Line by line.
    pub working: Vec<WorkingLine>,
    /// The answer; none where the question cannot be asked under it.
    pub outcome: Option<Outcome>,
    /// Which gap.
    pub kind: Option<GapKind>,
    /// Why there is no answer.
    pub reason: Option<Reason>,
    /// The difference.
    pub amount: Option<Amount>,
    /// As a share of the reference.
    pub percent: Option<Amount>,
}

/// An answer under another version, by its kind only: enough for a row.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Rival")]
pub struct RivalMark {
    /// The answer.
    pub outcome: Option<Outcome>,
}

/// What one beneficiary is due of a due that a split divides.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ShareDue {
    /// The split.
    pub rule: Option<RuleRef>,
    /// The beneficiary as the split names it.
    pub token: String,
    /// The party, where the split names one.
    pub party: Option<PartyRef>,
    /// Percent of the due; none where the split weighs by a count or by area.
    pub percent: Option<Amount>,
    /// The share.
    pub amount: Amount,
}

impl Rival {
    /// The short form.
    pub fn mark(&self) -> RivalMark {
        RivalMark { outcome: self.outcome }
    }

    /// The answer in the form in which answers are shown, beside the answer to the same question under the version that
    /// is applied: what one is silent about, the other is. It is never a published gap of its own.
    pub fn verdict(&self, applied: Option<&Verdict>) -> Option<Verdict> {
        let same = applied.filter(|applied| applied.reason == self.reason);
        Some(Verdict {
            question: applied.map_or(Question::DueReceived, |applied| applied.question),
            outcome: self.outcome?,
            kind: self.kind,
            reason: self.reason,
            column: same.and_then(|applied| applied.column),
            amount: self.amount.clone(),
            percent: self.percent.clone(),
            days: None,
            due_by: None,
            penalty: None,
            holder: None,
            explained: None,
            explained_note: None,
            floor_missing: false,
            open_question: None,
            gap: None,
        })
    }
}
