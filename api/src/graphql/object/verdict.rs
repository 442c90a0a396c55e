//! Verdicts.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::shape;
use entity::verdict::Model;

use super::claim::Claim;
use super::gap::Gap;
use super::party::Party;
use super::{amount, amount_or_none, list, one_claim, whole_or_none};
use crate::graphql::error::ApiResult;
use crate::graphql::scalar::{Amount, Date};
use crate::graphql::word::{Cause, Column, GapKind, Outcome, Question, Reason, word, word_or_none};

/// A verdict.
pub struct Verdict {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// The answer to one question of a comparison.
#[Object]
impl Verdict {
    /// What was asked.
    async fn question(&self) -> ApiResult<Question> {
        word(&self.row.question)
    }

    /// The answer.
    async fn outcome(&self) -> ApiResult<Outcome> {
        word(&self.row.outcome)
    }

    /// Which gap.
    async fn kind(&self) -> ApiResult<Option<GapKind>> {
        word_or_none(self.row.kind.as_ref())
    }

    /// Why unknown.
    async fn reason(&self) -> ApiResult<Option<Reason>> {
        word_or_none(self.row.reason.as_ref())
    }

    /// Which column is missing or doubted.
    async fn column(&self) -> ApiResult<Option<Column>> {
        word_or_none(self.row.in_column.as_ref())
    }

    /// Left minus right; positive where less came than should have.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.amount.as_ref())
    }

    /// As a share of the reference amount, two decimals, half to even.
    async fn percent(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.percent.as_ref())
    }

    /// The smallest difference the sources allow.
    async fn low(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.low.as_ref())
    }

    /// The largest difference the sources allow.
    async fn high(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.high.as_ref())
    }

    /// The same verdict with another source's figure in the headline's place.
    async fn alternatives(&self) -> ApiResult<Vec<Alternative>> {
        alternatives(self.release, &self.row)
    }

    /// No floor is set for the currency: compared by percentage alone.
    async fn floor_missing(&self) -> bool {
        self.row.floor_missing
    }

    /// Days after the deadline; without a legal one, days after the period: a stated delay.
    async fn days(&self) -> ApiResult<Option<i32>> {
        whole_or_none(self.row.days)
    }

    /// The day by which it was due.
    async fn due_by(&self) -> Option<Date> {
        self.row.due_by.clone().map(Date::stored)
    }

    /// What the rule's penalty adds, in the comparison's currency.
    async fn penalty(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.penalty.as_ref())
    }

    /// Who holds the money, for what is held back.
    async fn holder(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.holder.as_ref()).await
    }

    /// The cause that a reviewer attached: the gap is explained.
    async fn explained(&self) -> ApiResult<Option<Cause>> {
        word_or_none(self.row.explained.as_ref())
    }

    /// What explains it, in the reviewer's sentences.
    async fn explained_note(&self) -> Option<&str> {
        self.row.explained_note.as_deref()
    }

    /// A reviewer's open question: the gap is not published until it is answered.
    async fn open_question(&self) -> Option<&str> {
        self.row.open_question.as_deref()
    }

    /// The gap, where it is one; its state says whether it is published.
    async fn gap(&self) -> Option<Gap> {
        Gap::of(self.release, self.row.clone())
    }
}

/// What the difference would be with a conflicting claim in the headline's place.
pub struct Alternative {
    release: i64,
    shape: shape::Alternative,
}

/// The alternatives of a verdict.
pub fn alternatives(release: i64, row: &Model) -> ApiResult<Vec<Alternative>> {
    let shapes = list::<shape::Alternative>(Some(&row.alternatives))?;
    Ok(shapes.into_iter().map(|shape| Alternative { release, shape }).collect())
}

/// What the difference would be with a conflicting claim in the headline's place.
#[Object]
impl Alternative {
    /// The other claim.
    async fn claim(&self, ctx: &Context<'_>) -> ApiResult<Claim> {
        one_claim(ctx, self.release, &self.shape.claim).await
    }

    /// Its difference.
    async fn amount(&self) -> ApiResult<Amount> {
        amount(&self.shape.amount)
    }

    /// In percent.
    async fn percent(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.shape.percent.as_ref())
    }
}
