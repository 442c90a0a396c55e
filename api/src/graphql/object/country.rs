//! Countries.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::country::Model;

use super::comparison::Comparison;
use super::filter::{ComparisonFilter, ComparisonSort};
use super::flow_graph::FlowGraph;
use super::gap_counts::GapCounts;
use super::mine::Mine;
use super::production::{self, ProductionPoint};
use super::rule::Rule;
use super::split_list;
use crate::graphql::error::ApiResult;
use crate::graphql::flows;
use crate::graphql::loader;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::store::read::{
    CommunityRules, ComparisonList, ComparisonsOf, CountryByCode, GapsInCountry, MineList, RuleList, RulesOf,
};

/// A country.
pub struct Country {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Country {
    /// The country of this code, which some row names.
    pub async fn named(ctx: &Context<'_>, release: i64, code: &str) -> ApiResult<Country> {
        Ok(Country { release, row: loader::needed::<CountryByCode>(ctx, release, code).await? })
    }
}

/// A country.
#[Object]
impl Country {
    /// ISO 3166-1 alpha-2.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// ISO 3166-1 alpha-3.
    async fn iso3(&self) -> &str {
        &self.row.iso3
    }

    /// Name in English.
    async fn name_en(&self) -> &str {
        &self.row.name_en
    }

    /// Name in French.
    async fn name_fr(&self) -> &str {
        &self.row.name_fr
    }

    /// ISO 4217 codes of the currencies that statements are made in.
    async fn currencies(&self) -> Vec<String> {
        split_list(Some(&self.row.currency_codes))
    }

    /// True if it takes part in the Kimberley Process.
    async fn kimberley_participant(&self) -> bool {
        self.row.kp_participant
    }

    /// Remarks.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// True if some rule in this release gives a share to a council, chiefdom, community, fund, trust or co-operative.
    async fn has_community_rule(&self, ctx: &Context<'_>) -> ApiResult<bool> {
        let count = loader::found::<CommunityRules>(ctx, self.release, &self.row.code).await?;
        Ok(count.is_some_and(|row| row.count > 0))
    }

    /// How many gaps are published.
    async fn gap_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let rows = loader::related::<GapsInCountry>(ctx, self.release, &self.row.code).await?;
        Ok(GapCounts::of(&rows)?.published())
    }

    /// The same, and those that wait for an answer, counted apart.
    async fn gap_counts(&self, ctx: &Context<'_>) -> ApiResult<GapCounts> {
        let rows = loader::related::<GapsInCountry>(ctx, self.release, &self.row.code).await?;
        GapCounts::of(&rows)
    }

    /// Its mines, by slug.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn mines(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Mine>> {
        let release = self.release;
        let list = MineList { release, country: None };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Mine { release, row }).await
    }

    /// Its rules, those of single mines included, by slug.
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
        let list = RuleList { release, of: RulesOf::Country, country: None, stream: None };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Rule { release, row }).await
    }

    /// Its comparisons.
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
        let list =
            ComparisonList { release, of: ComparisonsOf::Country, filter, sort: sort.unwrap_or_default().into() };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Comparison { release, row }).await
    }

    /// Production and its value by half-year, as the Kimberley Process publishes them.
    #[graphql(complexity = "page_cost(Some(100), None, child_complexity)")]
    async fn production(&self, ctx: &Context<'_>) -> ApiResult<Vec<ProductionPoint>> {
        production::of_country(ctx, self.release, &self.row.code).await
    }

    /// The flows of a stream, and of those that rules join to it, as chains of hands; the newest hundred where there are
    /// more.
    #[graphql(complexity = "page_cost(Some(flows::FLOWS_MAX), None, child_complexity)")]
    async fn flow_graph(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the stream.")] stream: String,
    ) -> ApiResult<FlowGraph> {
        let streams = flows::joined_streams(ctx, self.release, &self.row.code, stream).await?;
        let found = flows::of(ctx, self.release, ComparisonsOf::Country, &self.row.code, Some(streams)).await?;
        FlowGraph::traced(ctx, self.release, found, None).await
    }
}
