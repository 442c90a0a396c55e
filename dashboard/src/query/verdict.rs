//! Verdicts, gaps and doubts.

use super::figure::ClaimLine;
use super::reference::{GapCode, PartyRef};
use super::word::{Cause, Column, DoubtCause, GapKind, Outcome, Question, Reason};
use super::{Amount, Date, schema};

/// The answer to one question.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Verdict {
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub outcome: Outcome,
    /// Which gap.
    pub kind: Option<GapKind>,
    /// Why there is no answer.
    pub reason: Option<Reason>,
    /// Which column is missing or in doubt.
    pub column: Option<Column>,
    /// The difference.
    pub amount: Option<Amount>,
    /// As a share of the reference.
    pub percent: Option<Amount>,
    /// Days after the deadline, or after the period where there is none.
    pub days: Option<i32>,
    /// The day by which it was due.
    pub due_by: Option<Date>,
    /// What the rule's penalty adds.
    pub penalty: Option<Amount>,
    /// Who holds the money.
    pub holder: Option<PartyRef>,
    /// The cause a reviewer attached.
    pub explained: Option<Cause>,
    /// What explains it.
    pub explained_note: Option<String>,
    /// True where no floor is set for the currency.
    pub floor_missing: bool,
    /// A reviewer's open question.
    pub open_question: Option<String>,
    /// The gap, published unless a question is open.
    pub gap: Option<GapCode>,
}

/// What the difference would be with another figure in place of the headline's.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Alternative {
    /// The other claim.
    pub claim: ClaimLine,
    /// The difference.
    pub amount: Amount,
    /// In percent.
    pub percent: Option<Amount>,
}

/// A doubt, with the claims written out.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Doubt {
    /// How it was seen.
    pub cause: DoubtCause,
    /// The claims, the headline's first.
    pub claims: Vec<ClaimLine>,
    /// First minus second.
    pub difference: Option<Amount>,
    /// Of what.
    pub unit: Option<String>,
    /// A person's note.
    pub note: Option<String>,
}

/// A doubt, by its cause only: enough for a mark.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Doubt")]
pub struct DoubtMark {
    /// How it was seen.
    pub cause: DoubtCause,
}

impl Doubt {
    /// The short form.
    pub fn mark(&self) -> DoubtMark {
        DoubtMark { cause: self.cause }
    }
}
