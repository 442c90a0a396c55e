//! Checked sums.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::sum_check::Model;

use super::claim::Claim;
use super::rule::Rule;
use super::{amount, amount_or_none, claims, one_claim};
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::Amount;
use crate::store::read::PartsOfSum;

/// A checked sum.
pub struct SumCheck {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// A printed total (or difference) against what it is made of.
#[Object]
impl SumCheck {
    /// The printed total or difference.
    async fn claim(&self, ctx: &Context<'_>) -> ApiResult<Claim> {
        one_claim(ctx, self.release, &self.row.claim).await
    }

    /// The parts, in order; for a difference: left, right.
    async fn parts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        let rows = loader::related::<PartsOfSum>(ctx, self.release, &self.row.code).await?;
        let codes: Vec<String> = rows.iter().map(|row| row.word.clone()).collect();
        claims(ctx, self.release, &codes).await
    }

    /// Of what.
    async fn unit(&self) -> &str {
        &self.row.unit
    }

    /// As printed.
    async fn printed(&self) -> ApiResult<Amount> {
        amount(&self.row.printed)
    }

    /// As computed.
    async fn computed(&self) -> ApiResult<Amount> {
        amount(&self.row.computed)
    }

    /// Computed minus printed.
    async fn difference(&self) -> ApiResult<Amount> {
        amount(&self.row.difference)
    }

    /// Within the rounding of what was printed; for a list of some parts: not more than the total.
    async fn agrees(&self) -> bool {
        self.row.agrees
    }

    /// True where only some parts are known.
    async fn some(&self) -> bool {
        self.row.some
    }

    /// True where the claim prints a difference.
    async fn of_difference(&self) -> bool {
        self.row.of_difference
    }

    /// The rule that the printed result should be the result of; null for totals and differences.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.row.rule.as_ref()).await
    }

    /// What the right-hand figure of a difference would have to be for the printed difference to hold.
    async fn would_be(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.would_be.as_ref())
    }
}
