//! Gaps.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::verdict::Model;

use super::comparison::Comparison;
use super::party::Party;
use super::verdict::{Alternative, alternatives};
use super::{amount_or_none, whole_or_none};
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::scalar::{Amount, Date};
use crate::graphql::word::{Cause, GapKind, GapState, Question, word, word_or_none};

/// A gap: a verdict with a code of its own.
pub struct Gap {
    release: i64,
    row: Arc<Model>,
    code: String,
}

impl Gap {
    /// The verdict as a gap; none where it is not one.
    pub fn of(release: i64, row: Arc<Model>) -> Option<Gap> {
        let code = row.gap_code.clone()?;
        Some(Gap { release, row, code })
    }

    /// The row of a list of gaps.
    pub fn listed(release: i64, row: Arc<Model>) -> Gap {
        // A list of gaps holds only rows with a code (see `GapList`).
        let code = row.gap_code.clone().unwrap_or_default();
        Gap { release, row, code }
    }
}

/// A verdict that two columns differ. Its code never changes. It is published unless its state is `QUESTIONED`.
#[Object]
impl Gap {
    /// Its public code; never changes.
    async fn code(&self) -> &str {
        &self.code
    }

    /// What kind.
    async fn kind(&self) -> ApiResult<GapKind> {
        let kind = word_or_none(self.row.kind.as_ref())?;
        kind.ok_or_else(|| ApiError::internal(format!("the gap {} has no kind", self.code)))
    }

    /// What was asked.
    async fn question(&self) -> ApiResult<Question> {
        word(&self.row.question)
    }

    /// How much less came than should have (or, below nought, more).
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.amount.as_ref())
    }

    /// As a share of the reference amount.
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

    /// ISO 4217 code.
    async fn currency(&self) -> Option<&str> {
        self.row.currency.as_deref()
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

    /// How far it has come.
    async fn state(&self) -> ApiResult<GapState> {
        let state = word_or_none(self.row.state.as_ref())?;
        state.ok_or_else(|| ApiError::internal(format!("the gap {} has no state", self.code)))
    }

    /// The cause that a reviewer attached: the gap is explained.
    async fn explained(&self) -> ApiResult<Option<Cause>> {
        word_or_none(self.row.explained.as_ref())
    }

    /// What explains it, in the reviewer's sentences.
    async fn explained_note(&self) -> Option<&str> {
        self.row.explained_note.as_deref()
    }

    /// A reviewer's open question: it is not published as a gap until it is answered.
    async fn open_question(&self) -> Option<&str> {
        self.row.open_question.as_deref()
    }

    /// The comparison it is a verdict of.
    async fn comparison(&self, ctx: &Context<'_>) -> ApiResult<Comparison> {
        Comparison::named(ctx, self.release, &self.row.comparison).await
    }

    /// The same gap with another source's figure in the headline's place.
    async fn alternatives(&self) -> ApiResult<Vec<Alternative>> {
        alternatives(self.release, &self.row)
    }
}
