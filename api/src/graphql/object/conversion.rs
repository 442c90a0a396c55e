//! What was stated in another currency, and the rates that stand between.

use async_graphql::{Context, Object, SimpleObject};
use entity::shape;

use super::source::Source;
use super::{amount, list};
use crate::graphql::error::ApiResult;
use crate::graphql::scalar::Amount;

/// A figure that was stated in another currency than the comparison's. What was stated stays the record.
#[derive(SimpleObject)]
pub struct Conversion {
    /// ISO 4217 code of what was stated.
    currency: String,
    /// The figure in it.
    amount: Amount,
    /// The same money in another unit of account: nothing was rounded, and no other rate could have been taken.
    exact: bool,
    /// By the one rate that settles it, or by the lowest and the highest observed within the period.
    by_rate: Vec<Converted>,
}

/// A figure by one rate.
#[derive(SimpleObject)]
pub struct Converted {
    /// In the comparison's currency.
    amount: Amount,
    /// The rate.
    rate: ExchangeRate,
}

/// An exchange rate, as published: one unit of a currency is so many of another.
pub struct ExchangeRate {
    release: i64,
    rate: shape::ExchangeRate,
}

impl Conversion {
    /// The conversions of a JSON column.
    pub fn all(release: i64, column: Option<&String>) -> ApiResult<Vec<Conversion>> {
        list::<shape::Conversion>(column)?.into_iter().map(|one| Conversion::of(release, one)).collect()
    }

    fn of(release: i64, stored: shape::Conversion) -> ApiResult<Conversion> {
        let by_rate = stored
            .by_rate
            .into_iter()
            .map(|one| Ok(Converted { amount: amount(&one.amount)?, rate: ExchangeRate::of(release, one.rate) }));
        Ok(Conversion {
            currency: stored.from,
            amount: amount(&stored.amount)?,
            exact: stored.exact,
            by_rate: by_rate.collect::<ApiResult<_>>()?,
        })
    }

    /// The figure by the highest rate observed, where no single dated rate settles it.
    pub fn high(&self) -> Option<Amount> {
        self.by_rate.get(1).map(|highest| highest.amount)
    }
}

impl ExchangeRate {
    /// A stored rate.
    pub fn of(release: i64, rate: shape::ExchangeRate) -> ExchangeRate {
        ExchangeRate { release, rate }
    }
}

/// An exchange rate, as published: one unit of a currency is so many of another.
#[Object]
impl ExchangeRate {
    /// ISO 4217 code: one unit of this…
    async fn from_currency(&self) -> &str {
        &self.rate.from
    }

    /// …is so many units of this one.
    async fn to_currency(&self) -> &str {
        &self.rate.to
    }

    /// How many, with the digits written.
    async fn rate(&self) -> ApiResult<Amount> {
        amount(&self.rate.rate)
    }

    /// The day, month or year it was seen.
    async fn on(&self) -> &str {
        &self.rate.on
    }

    /// `redenomination`, `official_average`, `market` or `transaction`.
    async fn kind(&self) -> &str {
        &self.rate.kind
    }

    /// Where it was read.
    async fn source(&self, ctx: &Context<'_>) -> ApiResult<Source> {
        Source::named(ctx, self.release, &self.rate.source).await
    }
}
