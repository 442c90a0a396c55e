//! `release`, `releases`.

use std::sync::Arc;

use async_graphql::{Context, Object};

use crate::graphql::error::ApiResult;
use crate::graphql::loader::loaders;
use crate::graphql::object::release::Release;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::release::chosen;
use crate::store::read::ReleaseList;

/// Root fields about releases.
#[derive(Default)]
pub struct ReleaseQuery;

#[Object]
impl ReleaseQuery {
    /// A release by number, else the newest; null where nothing has been published.
    async fn release(&self, ctx: &Context<'_>, number: Option<i32>) -> Option<ApiResult<Release>> {
        find(ctx, number).await.transpose()
    }

    /// All releases, the newest first.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn releases(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Release>> {
        let paging = Paging { first, after, last, before };
        paging::root(ctx, ReleaseList, paging, |row| Release { row }).await
    }
}

async fn find(ctx: &Context<'_>, number: Option<i32>) -> ApiResult<Option<Release>> {
    let loaders = loaders(ctx)?;
    if loaders.latest_release().await?.is_none() {
        return Ok(None);
    }
    let number = chosen(ctx, number).await?;
    let row = loaders.read(move |reader| async move { reader.release(number).await }).await?;
    Ok(row.map(|row| Release { row: Arc::new(row) }))
}
