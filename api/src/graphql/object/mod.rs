//! The objects of the API, one file each. Each holds its row and the release it is read from, and says what it shows.

pub mod claim;
pub mod comparison;
pub mod conversion;
pub mod country;
pub mod disclosure;
pub mod document;
pub mod doubt;
pub mod due;
pub mod example;
pub mod filter;
pub mod finding;
pub mod flow_graph;
pub mod gap;
pub mod gap_counts;
pub mod holder;
pub mod mine;
pub mod party;
pub mod place;
pub mod production;
pub mod release;
pub mod remark;
pub mod rival;
pub mod rule;
pub mod side_total;
pub mod source;
pub mod stream;
pub mod sum_check;
pub mod totals;
pub mod verdict;

use async_graphql::Context;

use self::claim::Claim;
use super::error::{ApiError, ApiResult};
use super::loader;
use super::scalar::Amount;
use crate::store::read::ClaimByCode;

/// A stored amount. One that cannot be read is damage.
fn amount(text: &str) -> ApiResult<Amount> {
    let damaged = |error| ApiError::internal(format!("the database holds the amount `{text}`: {error}"));
    text.parse().map(Amount).map_err(damaged)
}

/// A stored amount that may be absent.
fn amount_or_none(text: Option<&String>) -> ApiResult<Option<Amount>> {
    text.map(|text| amount(text)).transpose()
}

/// A stored count of days that may be absent.
fn whole_or_none(number: Option<i64>) -> ApiResult<Option<i32>> {
    let narrow = |number: i64| i32::try_from(number).map_err(|_| ApiError::internal(format!("{number} days")));
    number.map(narrow).transpose()
}

/// What a JSON column holds; an empty column is an empty list.
pub(super) fn list<T: serde::de::DeserializeOwned>(json: Option<&String>) -> ApiResult<Vec<T>> {
    let Some(json) = json else { return Ok(Vec::new()) };
    serde_json::from_str(json).map_err(|error| ApiError::internal(format!("a JSON column is damaged: {error}")))
}

/// A text of the pack that is a list, such as `CDF;USD`.
fn split_list(text: Option<&String>) -> Vec<String> {
    let words = text.map(String::as_str).unwrap_or_default().split(';');
    words.map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The claims of these codes, in this order.
async fn claims(ctx: &Context<'_>, release: i64, codes: &[String]) -> ApiResult<Vec<Claim>> {
    let rows = loader::all::<ClaimByCode>(ctx, release, codes).await?;
    Ok(rows.into_iter().map(|row| Claim { release, row }).collect())
}

/// The claim of this code.
async fn one_claim(ctx: &Context<'_>, release: i64, code: &str) -> ApiResult<Claim> {
    Ok(Claim { release, row: loader::needed::<ClaimByCode>(ctx, release, code).await? })
}
