//! Rival versions of a rule, and the shares of a due.

use async_graphql::{Context, Object};
use entity::shape;

use super::due::WorkingLine;
use super::party::Party;
use super::rule::Rule;
use super::{amount, amount_or_none};
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{GapKind, Outcome, Reason, word_or_none};
use crate::store::read::PartyByCode;

/// The answer under another version of the rule.
pub struct Rival {
    /// Read from this release.
    pub release: i64,
    /// What is stored of it.
    pub shape: shape::Rival,
}

/// What is due, and the answer, under another version of the rule that some hold to be in force.
#[Object]
impl Rival {
    /// The other version.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, Some(&self.shape.rule)).await
    }

    /// What is due under it; null where it gives no due here, or its base is unknown.
    async fn due_amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.shape.due_amount.as_ref())
    }

    /// ISO 4217 code of that due.
    async fn due_currency(&self) -> Option<&str> {
        self.shape.due_currency.as_deref()
    }

    /// The working of that due.
    async fn working(&self) -> Vec<WorkingLine> {
        let lines = self.shape.working.iter();
        lines.map(|line| WorkingLine { release: self.release, line: line.clone() }).collect()
    }

    /// The answer under it; null where the question cannot be asked under it.
    async fn outcome(&self) -> ApiResult<Option<Outcome>> {
        word_or_none(self.shape.outcome.as_ref())
    }

    /// Which gap.
    async fn kind(&self) -> ApiResult<Option<GapKind>> {
        word_or_none(self.shape.kind.as_ref())
    }

    /// Why unknown.
    async fn reason(&self) -> ApiResult<Option<Reason>> {
        word_or_none(self.shape.reason.as_ref())
    }

    /// Left minus right, as in a verdict.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.shape.amount.as_ref())
    }

    /// As a share of the reference amount.
    async fn percent(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.shape.percent.as_ref())
    }
}

/// One beneficiary's share of a due.
pub struct ShareDue {
    /// Read from this release.
    pub release: i64,
    /// What is stored of it.
    pub shape: shape::ShareDue,
}

/// What one beneficiary is due of a due that a split divides, whether or not anybody spoke of it.
#[Object]
impl ShareDue {
    /// The split.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, Some(&self.shape.rule)).await
    }

    /// The beneficiary as the split names it: a party's slug, or a word for many, such as `landowners`.
    async fn token(&self) -> &str {
        &self.shape.token
    }

    /// The party, where the split names one.
    async fn party(&self, ctx: &Context<'_>) -> ApiResult<Option<Party>> {
        let row = loader::found::<PartyByCode>(ctx, self.release, &self.shape.token).await?;
        Ok(row.map(|row| Party { release: self.release, row }))
    }

    /// Percent of the due; null where the split weighs by a count or by area.
    async fn percent(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.shape.percent.as_ref())
    }

    /// The share, by largest remainder: the shares of one split add up to the due.
    async fn amount(&self) -> ApiResult<Amount> {
        amount(&self.shape.amount)
    }
}
