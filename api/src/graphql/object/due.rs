//! What was due, with its working.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::comparison::Model;
use entity::shape;

use super::claim::Claim;
use super::conversion::{Conversion, ExchangeRate};
use super::rule::Rule;
use super::stream::Stream;
use super::{amount, amount_or_none, claims, list, one_claim};
use crate::graphql::error::ApiResult;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{Reason, WorkingStep, word, word_or_none};

/// The due of a comparison.
pub struct Due {
    /// Read from this release.
    pub release: i64,
    /// The comparison's row.
    pub row: Arc<Model>,
    /// Only less than it is a gap.
    pub minimum: bool,
}

/// What was due, with its working.
#[Object]
impl Due {
    /// The due amount; null where the base is unknown.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.due_amount.as_ref())
    }

    /// ISO 4217 code: another than the comparison's where nobody spoke in it and no rate is known.
    async fn currency(&self) -> Option<&str> {
        self.row.due_currency.as_deref()
    }

    /// Why there is no amount.
    async fn reason(&self) -> ApiResult<Option<Reason>> {
        word_or_none(self.row.due_reason.as_ref())
    }

    /// Before rounding or allocation.
    async fn exact(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.due_exact.as_ref())
    }

    /// What another version of the rule, which begins within the span, gives instead.
    async fn rival(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.due_rival.as_ref())
    }

    /// What it was before it was converted into the currency that the sides speak.
    async fn conversion(&self) -> ApiResult<Option<Conversion>> {
        Ok(Conversion::all(self.release, self.row.due_conversions.as_ref())?.into_iter().next())
    }

    /// True where only less than it is a gap.
    async fn minimum(&self) -> bool {
        self.minimum
    }

    /// True where more may be due: a base was given as "at least", or a stream of a pool is not known.
    async fn lower_bound(&self) -> bool {
        self.row.due_lower_bound.unwrap_or(false)
    }

    /// The streams of a pool of which nothing is known.
    async fn missing(&self, ctx: &Context<'_>) -> ApiResult<Vec<Stream>> {
        let mut streams = Vec::new();
        for code in list::<String>(self.row.due_missing.as_ref())? {
            streams.push(Stream::named(ctx, self.release, &code).await?);
        }
        Ok(streams)
    }

    /// The rule; null where a claim states the due itself.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.row.due_rule.as_ref()).await
    }

    /// The claims it is computed from.
    async fn claims(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        claims(ctx, self.release, &list::<String>(self.row.due_claims.as_ref())?).await
    }

    /// Line by line, each operand with where it came from.
    async fn working(&self) -> ApiResult<Vec<WorkingLine>> {
        let lines = list::<shape::WorkingLine>(self.row.due_working.as_ref())?;
        Ok(lines.into_iter().map(|line| WorkingLine { release: self.release, line }).collect())
    }
}

/// A line of a working.
pub struct WorkingLine {
    /// Read from this release.
    pub release: i64,
    /// What is stored of it.
    pub line: shape::WorkingLine,
}

/// One line of a working: what, how much, and where it came from.
#[Object]
impl WorkingLine {
    /// What the line is.
    async fn step(&self) -> ApiResult<WorkingStep> {
        word(&self.line.step)
    }

    /// The operand or result.
    async fn amount(&self) -> ApiResult<Amount> {
        amount(&self.line.amount)
    }

    /// Its unit; `percent` for rates and shares.
    async fn unit(&self) -> &str {
        &self.line.unit
    }

    /// The claim it was read from.
    async fn claim(&self, ctx: &Context<'_>) -> Option<ApiResult<Claim>> {
        Some(one_claim(ctx, self.release, self.line.claim.as_ref()?).await)
    }

    /// The rule it comes from.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.line.rule.as_ref()).await
    }

    /// The exchange rate it is.
    async fn rate(&self) -> Option<ExchangeRate> {
        Some(ExchangeRate::of(self.release, self.line.rate.clone()?))
    }

    /// A share's token, where the line is a share.
    async fn token(&self) -> Option<&str> {
        self.line.token.as_deref()
    }
}
