//! `stream`, `streams`, `rule`, `rules`.

use async_graphql::{Context, Object};

use super::find;
use crate::graphql::error::ApiResult;
use crate::graphql::object::rule::Rule;
use crate::graphql::object::stream::Stream;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::release::chosen;
use crate::store::read::{RuleByCode, RuleList, RulesOf, StreamByCode, StreamList};

/// Root fields about streams and rules.
#[derive(Default)]
pub struct RegistryQuery;

#[Object]
impl RegistryQuery {
    /// A stream by its code.
    async fn stream(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code that claims and rules use")] code: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Stream>> {
        let found = find::<StreamByCode>(ctx, release, &code).await;
        found.transpose().map(|found| found.map(|(_, row)| Stream { row }))
    }

    /// Streams, by code.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn streams(
        &self,
        ctx: &Context<'_>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Stream>> {
        let release = chosen(ctx, release).await?;
        let list = StreamList { release };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Stream { row }).await
    }

    /// A rule by its slug.
    async fn rule(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its code in addresses")] slug: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Rule>> {
        let found = find::<RuleByCode>(ctx, release, &slug).await;
        found.transpose().map(|found| found.map(|(release, row)| Rule { release, row }))
    }

    /// Rules, by slug.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn rules(
        &self,
        ctx: &Context<'_>,
        country: Option<String>,
        stream: Option<String>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Rule>> {
        let release = chosen(ctx, release).await?;
        let list = RuleList { release, of: RulesOf::Country, country, stream };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Rule { release, row }).await
    }
}
