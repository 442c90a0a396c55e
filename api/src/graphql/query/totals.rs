//! `totals`.

use async_graphql::{Context, Object};

use crate::graphql::error::ApiResult;
use crate::graphql::loader::loaders;
use crate::graphql::object::totals::{self, TotalsBy, TotalsFilter, TotalsRow};
use crate::graphql::release::chosen;

/// Root fields about sums.
#[derive(Default)]
pub struct TotalsQuery;

#[Object]
impl TotalsQuery {
    /// Exact sums over comparisons that are not parts of others, by key and currency.
    #[graphql(complexity = "crate::graphql::paging::page_cost(Some(100), None, child_complexity)")]
    async fn totals(
        &self,
        ctx: &Context<'_>,
        by: TotalsBy,
        filter: Option<TotalsFilter>,
        #[graphql(desc = "ISO 4217 code; every currency where left out")] currency: Option<String>,
        release: Option<i32>,
    ) -> ApiResult<Vec<TotalsRow>> {
        let release = chosen(ctx, release).await?;
        let filter = filter.unwrap_or_default().figures(currency);
        let reading = loaders(ctx)?.read(move |reader| async move { reader.figures(release, filter).await });
        let figures = reading.await?;
        totals::rows(ctx, release, by, &figures).await
    }
}
