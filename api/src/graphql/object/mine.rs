//! Mines.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::mine::Model;

use super::comparison::Comparison;
use super::country::Country;
use super::filter::{ComparisonFilter, ComparisonSort};
use super::flow_graph::FlowGraph;
use super::gap_counts::GapCounts;
use super::party::Party;
use super::rule::Rule;
use super::split_list;
use crate::graphql::error::ApiResult;
use crate::graphql::flows;
use crate::graphql::loader;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::store::read::{ComparisonList, ComparisonsOf, GapsAtMine, MineByCode, RuleList, RulesOf};

/// A mine.
pub struct Mine {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Mine {
    /// The mine of this code, where a row names one.
    pub async fn named(ctx: &Context<'_>, release: i64, code: Option<&String>) -> Option<ApiResult<Mine>> {
        let row = loader::needed::<MineByCode>(ctx, release, code?).await;
        Some(row.map(|row| Mine { release, row }))
    }
}

/// A mine or an artisanal area: the unit that payments are levied on.
#[Object]
impl Mine {
    /// Its code in addresses; never changes.
    async fn slug(&self) -> &str {
        &self.row.code
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Other names and spellings.
    async fn aliases(&self) -> Vec<String> {
        split_list(self.row.aliases.as_ref())
    }

    /// What kind of deposit, such as `kimberlite`.
    async fn kind(&self) -> Option<&str> {
        self.row.kind.as_deref()
    }

    /// Where it lies.
    async fn country(&self, ctx: &Context<'_>) -> ApiResult<Country> {
        Country::named(ctx, self.release, &self.row.country).await
    }

    /// Who runs it.
    async fn operator(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.operator.as_ref()).await
    }

    /// Who owns it, as the source says it.
    async fn owner_text(&self) -> Option<&str> {
        self.row.owner_text.as_deref()
    }

    /// Degrees north.
    async fn latitude(&self) -> Option<&str> {
        self.row.latitude.as_deref()
    }

    /// Degrees east.
    async fn longitude(&self) -> Option<&str> {
        self.row.longitude.as_deref()
    }

    /// How sure the coordinates are.
    async fn coordinate_confidence(&self) -> Option<&str> {
        self.row.coordinate_confidence.as_deref()
    }

    /// Whether it works.
    async fn status(&self) -> Option<&str> {
        self.row.status.as_deref()
    }

    /// How many gaps are published.
    async fn gap_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let rows = loader::related::<GapsAtMine>(ctx, self.release, &self.row.code).await?;
        Ok(GapCounts::of(&rows)?.published())
    }

    /// The same, and those that wait for an answer, counted apart.
    async fn gap_counts(&self, ctx: &Context<'_>) -> ApiResult<GapCounts> {
        let rows = loader::related::<GapsAtMine>(ctx, self.release, &self.row.code).await?;
        GapCounts::of(&rows)
    }

    /// The rules that hold at this mine only; those of its country come after them.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn rules(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Rule>> {
        let release = self.release;
        let list = RuleList { release, of: RulesOf::Mine, country: None, stream: None };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Rule { release, row }).await
    }

    /// The comparisons of flows of this mine.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn comparisons(
        &self,
        ctx: &Context<'_>,
        filter: Option<ComparisonFilter>,
        sort: Option<ComparisonSort>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Comparison>> {
        let release = self.release;
        let filter = filter.unwrap_or_default().into();
        let list = ComparisonList { release, of: ComparisonsOf::Mine, filter, sort: sort.unwrap_or_default().into() };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Comparison { release, row }).await
    }

    /// The flows about this mine as chains of hands; the newest hundred where there are more.
    #[graphql(complexity = "page_cost(Some(flows::FLOWS_MAX), None, child_complexity)")]
    async fn flow_graph(&self, ctx: &Context<'_>) -> ApiResult<FlowGraph> {
        let found = flows::of(ctx, self.release, ComparisonsOf::Mine, &self.row.code, None).await?;
        FlowGraph::traced(ctx, self.release, found, None).await
    }
}
