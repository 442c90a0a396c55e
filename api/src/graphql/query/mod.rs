//! The root fields that read. Each takes the release it reads from; the newest where none is named.

mod comparisons;
mod places;
mod registries;
mod releases;
mod statements;
mod totals;

use std::sync::Arc;

use async_graphql::{Context, MergedObject};

use super::error::ApiResult;
use super::loader;
use super::release::chosen;
use crate::store::read::Relation;

/// What can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    releases::ReleaseQuery,
    places::PlaceQuery,
    registries::RegistryQuery,
    statements::StatementQuery,
    comparisons::ComparisonQuery,
    totals::TotalsQuery,
);

/// The row of this key in the chosen release, with the number of the release.
async fn find<R: Relation>(
    ctx: &Context<'_>,
    release: Option<i32>,
    key: &str,
) -> ApiResult<Option<(i64, Arc<R::Row>)>> {
    let release = chosen(ctx, release).await?;
    let row = loader::found::<R>(ctx, release, key).await?;
    Ok(row.map(|row| (release, row)))
}
