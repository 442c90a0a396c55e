//! Worked examples of rules.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::example::Model;
use entity::shape;

use super::claim::Claim;
use super::rule::Rule;
use super::source::Source;
use super::{amount, amount_or_none, claims, list, split_list};
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{Reason, WorkingStep, word, word_or_none};
use crate::store::claim_code;
use crate::store::read::WorkedExampleByCode;

/// A worked example.
pub struct Example {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// A worked example of a rule: a few figures, and what the rule gives on them.
#[Object]
impl Example {
    /// The pack's own id.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The figures that it starts from.
    async fn given(&self, ctx: &Context<'_>) -> ApiResult<Vec<ExampleFigure>> {
        Ok(self.worked(ctx).await?.0.into_iter().map(ExampleFigure).collect())
    }

    /// When: a day for one sale or payment, a month or a year for a period.
    async fn on(&self) -> Option<&str> {
        self.row.on_date.as_deref()
    }

    /// Whose share is asked, where the rule is a split: one of its tokens.
    async fn recipient(&self) -> Option<&str> {
        self.row.recipient.as_deref()
    }

    /// What the rule gives; null where it gives no amount.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.expected.as_ref())
    }

    /// ISO 4217 code.
    async fn currency(&self) -> Option<&str> {
        self.row.currency.as_deref()
    }

    /// Why there is no amount.
    async fn reason(&self) -> ApiResult<Option<Reason>> {
        word_or_none(self.row.reason.as_ref())
    }

    /// Line by line, as the engine worked it. Empty where there is no amount.
    async fn working(&self, ctx: &Context<'_>) -> ApiResult<Vec<ExampleLine>> {
        let (given, lines) = self.worked(ctx).await?;
        let with_figure = |line: shape::WorkedLine| {
            let given = line.given.and_then(|index| given.get(index).cloned());
            ExampleLine { release: self.release, line, given }
        };
        Ok(lines.into_iter().map(with_figure).collect())
    }

    /// True where the source prints the figures and the result; false where the arithmetic is ours.
    async fn printed(&self) -> bool {
        self.row.arithmetic == "source"
    }

    /// The claims that the figures were taken from.
    async fn claims(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        let codes: Vec<String> = split_list(self.row.claim_ids.as_ref()).iter().map(|id| claim_code(id)).collect();
        claims(ctx, self.release, &codes).await
    }

    /// Where it was read; null where figures and arithmetic are ours.
    async fn source(&self, ctx: &Context<'_>) -> ApiResult<Option<Source>> {
        match &self.row.source {
            Some(source) => Source::named(ctx, self.release, source).await.map(Some),
            None => Ok(None),
        }
    }

    /// What it shows, in English.
    async fn note_en(&self) -> &str {
        &self.row.note_en
    }

    /// What it shows, in French.
    async fn note_fr(&self) -> &str {
        &self.row.note_fr
    }
}

impl Example {
    async fn worked(&self, ctx: &Context<'_>) -> ApiResult<(Vec<shape::Given>, Vec<shape::WorkedLine>)> {
        let row = loader::needed::<WorkedExampleByCode>(ctx, self.release, &self.row.code).await?;
        Ok((list(Some(&row.given))?, list(Some(&row.working))?))
    }
}

/// A figure that an example starts from.
pub struct ExampleFigure(shape::Given);

/// A figure that an example starts from.
#[Object]
impl ExampleFigure {
    /// A measure or a stream, such as `turnover`; or the currency that the figure is the rate of.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What sets it apart from others of that name, such as who made a valuation.
    async fn label(&self) -> Option<&str> {
        self.0.label.as_deref()
    }

    /// How much.
    async fn amount(&self) -> ApiResult<Amount> {
        amount(&self.0.amount)
    }

    /// Of what: a currency, or `ct`, `t`.
    async fn unit(&self) -> &str {
        &self.0.unit
    }
}

/// A line of an example's working.
pub struct ExampleLine {
    release: i64,
    line: shape::WorkedLine,
    given: Option<shape::Given>,
}

/// One line of an example's working: what, how much, and where it came from.
#[Object]
impl ExampleLine {
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

    /// The figure it was read from.
    async fn figure(&self) -> Option<ExampleFigure> {
        self.given.clone().map(ExampleFigure)
    }

    /// The rule it comes from.
    async fn rule(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.line.rule.as_ref()).await
    }

    /// A share's token, where the line is a share.
    async fn token(&self) -> Option<&str> {
        self.line.token.as_deref()
    }
}
