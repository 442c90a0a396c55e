//! Rules.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use entity::rule::Model;

use super::country::Country;
use super::example::Example;
use super::mine::Mine;
use super::source::Source;
use super::stream::Stream;
use super::{amount, amount_or_none, split_list};
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::loader;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{BasePeriod, Force, PartyKind, word, word_or_none};
use crate::store::read::{ExamplesOfRule, RuleByCode};

/// A rule.
pub struct Rule {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Rule {
    /// The rule of this code, where a row names one.
    pub async fn named(ctx: &Context<'_>, release: i64, code: Option<&String>) -> Option<ApiResult<Rule>> {
        let row = loader::needed::<RuleByCode>(ctx, release, code?).await;
        Some(row.map(|row| Rule { release, row }))
    }
}

/// One share of a split.
#[derive(SimpleObject)]
pub struct RuleShare {
    /// Who gets it: a party's code, or a word for many, such as `landowners`.
    token: String,
    /// Percent of the whole.
    percent: Amount,
}

/// How much is due: base × rate, a share of another flow, or a fixed sum; dated and cited.
#[Object]
impl Rule {
    /// Its code in addresses; never changes.
    async fn slug(&self) -> &str {
        &self.row.code
    }

    /// Name in English.
    async fn name_en(&self) -> &str {
        &self.row.name_en
    }

    /// Name in French.
    async fn name_fr(&self) -> &str {
        &self.row.name_fr
    }

    /// Where it holds.
    async fn country(&self, ctx: &Context<'_>) -> ApiResult<Country> {
        Country::named(ctx, self.release, &self.row.country).await
    }

    /// The one mine where it holds; such a rule comes before the country's.
    async fn mine(&self, ctx: &Context<'_>) -> Option<ApiResult<Mine>> {
        Mine::named(ctx, self.release, self.row.mine.as_ref()).await
    }

    /// The stream whose due it gives.
    async fn stream(&self, ctx: &Context<'_>) -> Option<ApiResult<Stream>> {
        Some(Stream::named(ctx, self.release, self.row.stream.as_ref()?).await)
    }

    /// What kind of party pays.
    async fn payer_kind(&self) -> ApiResult<Option<PartyKind>> {
        word_or_none(self.row.payer_kind.as_ref())
    }

    /// What kind of party receives.
    async fn recipient_kind(&self) -> ApiResult<Option<PartyKind>> {
        word_or_none(self.row.recipient_kind.as_ref())
    }

    /// What binds the payer.
    async fn force(&self) -> ApiResult<Force> {
        word(&self.row.force)
    }

    /// What it is computed from, such as `sale_value`, `turnover`, `fixed`, or a flow such as `surface_rent`.
    async fn base(&self) -> &str {
        &self.row.base
    }

    /// Of which time the base is taken.
    async fn base_period(&self) -> ApiResult<BasePeriod> {
        word(&self.row.base_period)
    }

    /// The rate in percent of the base.
    async fn rate_percent(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.rate_percent.as_ref())
    }

    /// A fixed sum, or a sum per unit of the base.
    async fn fixed_amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.fixed_amount.as_ref())
    }

    /// ISO 4217 code of the fixed sum's currency.
    async fn fixed_currency(&self) -> Option<&str> {
        self.row.fixed_currency.as_deref()
    }

    /// "At least": only less than the due is a gap.
    async fn minimum(&self) -> bool {
        self.row.minimum
    }

    /// Shares of the whole; they total one hundred. Empty where the rule is not a split.
    async fn split(&self) -> ApiResult<Vec<RuleShare>> {
        split_list(self.row.split.as_ref()).iter().map(|share| read_share(share)).collect()
    }

    /// The rule whose payment is shared.
    async fn share_of(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.row.share_of.as_ref()).await
    }

    /// The streams that make the base together, for a share of several taxes. Empty where the base is one measure.
    async fn pool(&self, ctx: &Context<'_>) -> ApiResult<Vec<Stream>> {
        let mut streams = Vec::new();
        for code in split_list(self.row.pool.as_ref()) {
            streams.push(Stream::named(ctx, self.release, &code).await?);
        }
        Ok(streams)
    }

    /// The stream whose figures by recipient weigh the shares: a count of licences, an area.
    async fn split_by(&self, ctx: &Context<'_>) -> Option<ApiResult<Stream>> {
        Some(Stream::named(ctx, self.release, self.row.split_by.as_ref()?).await)
    }

    /// The rule that this version disputes: wherever that one is applied, every verdict is given under this one too.
    async fn rival_of(&self, ctx: &Context<'_>) -> Option<ApiResult<Rule>> {
        Rule::named(ctx, self.release, self.row.rival_of.as_ref()).await
    }

    /// How several valuations become one, such as `highest`.
    async fn valuation(&self) -> Option<&str> {
        self.row.valuation.as_deref()
    }

    /// Holds only for a base above this value.
    async fn tier(&self) -> Option<&str> {
        self.row.tier.as_deref()
    }

    /// First day in force, as far as it is known.
    async fn effective_from(&self) -> Option<&str> {
        self.row.effective_from.as_deref()
    }

    /// Last day in force, as far as it is known.
    async fn effective_to(&self) -> Option<&str> {
        self.row.effective_to.as_deref()
    }

    /// The deadline, such as `next-year-03-15`.
    async fn deadline(&self) -> Option<&str> {
        self.row.deadline.as_deref()
    }

    /// What the law adds when it is late.
    async fn penalty(&self) -> Option<&str> {
        self.row.penalty.as_deref()
    }

    /// The legal citation.
    async fn legal_basis(&self) -> Option<&str> {
        self.row.legal_basis.as_deref()
    }

    /// How sure the reading of the law is.
    async fn confidence(&self) -> Option<&str> {
        self.row.confidence.as_deref()
    }

    /// What it gives on a few figures, worked by the engine: in the order of the pack.
    async fn examples(&self, ctx: &Context<'_>) -> ApiResult<Vec<Example>> {
        let rows = loader::related::<ExamplesOfRule>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Example { release: self.release, row }).collect())
    }

    /// Where it was read.
    async fn source(&self, ctx: &Context<'_>) -> ApiResult<Source> {
        Source::named(ctx, self.release, &self.row.source).await
    }

    /// Remarks.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }
}

/// Reads `landowners:50`.
fn read_share(text: &str) -> ApiResult<RuleShare> {
    let damaged = || ApiError::internal(format!("the database holds the share `{text}`"));
    let (token, percent) = text.rsplit_once(':').ok_or_else(damaged)?;
    Ok(RuleShare { token: token.trim().to_owned(), percent: amount(percent.trim())? })
}
