//! `comparison`, `comparisons`, `gap`, `gaps`, `silences`, `doubts`.

use async_graphql::{Context, Object};

use super::find;
use crate::graphql::error::ApiResult;
use crate::graphql::object::comparison::Comparison;
use crate::graphql::object::doubt::Doubt;
use crate::graphql::object::filter::{ComparisonFilter, ComparisonSort, GapFilter, GapSort};
use crate::graphql::object::gap::Gap;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::release::chosen;
use crate::store::read::{
    ComparisonByCode, ComparisonList, ComparisonsOf, DoubtList, GapByCode, GapFilter as GapsWanted, GapList,
};

/// Root fields about comparisons, gaps and doubts.
#[derive(Default)]
pub struct ComparisonQuery;

#[Object]
impl ComparisonQuery {
    /// A comparison by its code.
    async fn comparison(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Such as K-7KQ2M-9XD4T-5")] code: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Comparison>> {
        let found = find::<ComparisonByCode>(ctx, release, &code).await;
        found.transpose().map(|found| found.map(|(release, row)| Comparison { release, row }))
    }

    /// Comparisons.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn comparisons(
        &self,
        ctx: &Context<'_>,
        filter: Option<ComparisonFilter>,
        sort: Option<ComparisonSort>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Comparison>> {
        let release = chosen(ctx, release).await?;
        let list = ComparisonList {
            release,
            of: ComparisonsOf::Country,
            filter: filter.unwrap_or_default().into(),
            sort: sort.unwrap_or_default().into(),
        };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Comparison { release, row }).await
    }

    /// A gap by its code, also one about which a question is open.
    async fn gap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Such as G-7KQ2M-9XD4T-5")] code: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Gap>> {
        let found = find::<GapByCode>(ctx, release, &code).await;
        found.transpose().map(|found| found.map(|(release, row)| Gap::listed(release, row)))
    }

    /// Gaps: those that are published, or those in the state that the filter names.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn gaps(
        &self,
        ctx: &Context<'_>,
        filter: Option<GapFilter>,
        sort: Option<GapSort>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Gap>> {
        let release = chosen(ctx, release).await?;
        let list =
            GapList { release, filter: filter.unwrap_or_default().into(), sort: sort.unwrap_or_default().into() };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Gap::listed(release, row)).await
    }

    /// The silence register: who owed a statement by when and has made none. Each is a gap of kind `OVERDUE`.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn silences(
        &self,
        ctx: &Context<'_>,
        country: Option<String>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Gap>> {
        let release = chosen(ctx, release).await?;
        let filter = GapsWanted { country, kind: Some(reconcile::GapKind::Overdue.as_str()), ..Default::default() };
        let list = GapList { release, filter, sort: Default::default() };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Gap::listed(release, row)).await
    }

    /// Doubts, in the order of the reconciliation.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn doubts(
        &self,
        ctx: &Context<'_>,
        country: Option<String>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Doubt>> {
        let release = chosen(ctx, release).await?;
        let list = DoubtList { release, country };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Doubt { release, row }).await
    }
}
