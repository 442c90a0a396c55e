//! Totals: exact sums of the figures prepared when the release was published.

use std::collections::BTreeMap;

use async_graphql::{Context, Enum, InputObject, SimpleObject};
use entity::figure::Model;

use super::country::Country;
use super::mine::Mine;
use super::stream::Stream;
use crate::graphql::code::Code;
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::paging::whole;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{Column, word};
use crate::store::read::FigureFilter;

/// ISO 4217's own code for "no currency": flows of which nobody named an amount. Their absences are counted, not lost.
const NO_CURRENCY: &str = "XXX";

/// What one row of totals is about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalsBy {
    /// One row for each country.
    Country,
    /// One row for each mine; flows that are not about one mine are left out.
    Mine,
    /// One row for each stream.
    Stream,
    /// One row for each calendar year; longer, open and undated flows are left out.
    Year,
}

/// Which flows are summed: all conditions hold.
#[derive(InputObject, Default)]
pub struct TotalsFilter {
    /// ISO 3166-1 alpha-2 code.
    country: Option<String>,
    /// Slug of a mine.
    mine: Option<String>,
    /// Code of a stream.
    stream: Option<String>,
    /// A calendar year.
    year: Option<i32>,
}

impl TotalsFilter {
    /// Of figures in one currency, or in each.
    pub fn figures(self, currency: Option<String>) -> FigureFilter {
        FigureFilter {
            country: self.country,
            mine: self.mine,
            stream: self.stream,
            year: self.year.map(i64::from),
            currency,
        }
    }
}

/// The totals of one country, mine, stream or year in one currency: currencies do not mix.
#[derive(SimpleObject)]
pub struct TotalsRow {
    /// Code, slug or year.
    key: String,
    /// Name in English.
    label_en: String,
    /// Name in French.
    label_fr: String,
    /// ISO 4217 code; `XXX` where nobody named an amount.
    currency: String,
    /// By rule.
    due: TotalsCell,
    /// By the payers.
    declared: TotalsCell,
    /// By the recipients.
    received: TotalsCell,
    /// By promise.
    pledged: TotalsCell,
}

/// A sum over comparisons that are not parts of others. `amount` is null where nothing is known.
#[derive(SimpleObject, Default)]
pub struct TotalsCell {
    /// The exact sum of what is known.
    amount: Option<Amount>,
    /// How many claims are in the sum.
    known: i32,
    /// How many speak without an amount.
    absent: i32,
    /// The sum is only a lower bound.
    lower_bound: bool,
}

impl TotalsCell {
    fn add(&mut self, figure: &Model) -> ApiResult<()> {
        if figure.amount.is_none() && figure.known > 0 {
            return Err(ApiError::plain(Code::TotalTooLarge));
        }
        if let Some(amount) = super::amount_or_none(figure.amount.as_ref())? {
            let sum = self.amount.map_or(Ok(amount.0), |sum| sum.0.plus(amount.0));
            self.amount = Some(Amount(sum.map_err(|_| ApiError::plain(Code::TotalTooLarge))?));
        }
        self.known = self.known.saturating_add(whole(figure.known)?);
        self.absent = self.absent.saturating_add(whole(figure.absent)?);
        self.lower_bound |= figure.lower_bound;
        Ok(())
    }
}

/// Sums the figures into rows, by key and currency.
pub async fn rows(ctx: &Context<'_>, release: i64, by: TotalsBy, figures: &[Model]) -> ApiResult<Vec<TotalsRow>> {
    let mut sums: BTreeMap<(String, &str), [TotalsCell; 4]> = BTreeMap::new();
    for figure in figures {
        let Some(key) = key(by, figure) else { continue };
        let currency = figure.currency.as_deref().unwrap_or(NO_CURRENCY);
        let cells = sums.entry((key, currency)).or_default();
        let column: Column = word(&figure.in_column)?;
        cells[column as usize].add(figure)?;
    }
    let mut rows = Vec::with_capacity(sums.len());
    for ((key, currency), [due, declared, received, pledged]) in sums {
        let (label_en, label_fr) = labels(ctx, release, by, &key).await?;
        let currency = currency.to_owned();
        rows.push(TotalsRow { key, label_en, label_fr, currency, due, declared, received, pledged });
    }
    Ok(rows)
}

fn key(by: TotalsBy, figure: &Model) -> Option<String> {
    match by {
        TotalsBy::Country => Some(figure.country.clone()),
        TotalsBy::Mine => figure.mine.clone(),
        TotalsBy::Stream => Some(figure.stream.clone()),
        TotalsBy::Year => figure.year.map(|year| format!("{year:04}")),
    }
}

/// The name of a row in both languages.
async fn labels(ctx: &Context<'_>, release: i64, by: TotalsBy, key: &String) -> ApiResult<(String, String)> {
    Ok(match by {
        TotalsBy::Country => {
            let row = Country::named(ctx, release, key).await?.row;
            (row.name_en.clone(), row.name_fr.clone())
        }
        TotalsBy::Stream => {
            let row = Stream::named(ctx, release, key).await?.row;
            (row.name_en.clone(), row.name_fr.clone())
        }
        TotalsBy::Mine => match Mine::named(ctx, release, Some(key)).await.transpose()? {
            Some(mine) => (mine.row.name.clone(), mine.row.name.clone()),
            None => (key.clone(), key.clone()),
        },
        TotalsBy::Year => (key.clone(), key.clone()),
    })
}
