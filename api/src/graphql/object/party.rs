//! Parties.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::party::Model;

use super::comparison::Comparison;
use super::country::Country;
use super::filter::{ComparisonFilter, ComparisonSort};
use super::flow_graph::FlowGraph;
use super::gap_counts::GapCounts;
use crate::graphql::error::ApiResult;
use crate::graphql::flows;
use crate::graphql::loader;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::word::{PartyKind, word};
use crate::store::read::{ComparisonList, ComparisonsOf, GapsOfParty, PartyByCode};

/// A party.
pub struct Party {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Party {
    /// The party of this code, where a row names one.
    pub async fn named(ctx: &Context<'_>, release: i64, code: Option<&String>) -> Option<ApiResult<Party>> {
        let row = loader::needed::<PartyByCode>(ctx, release, code?).await;
        Some(row.map(|row| Party { release, row }))
    }
}

/// Who can pay, receive or speak: a company, a government body, a fund or trust, a council, a community.
#[Object]
impl Party {
    /// Its code in addresses; never changes.
    async fn slug(&self) -> &str {
        &self.row.code
    }

    /// Name in English.
    async fn name_en(&self) -> &str {
        &self.row.name_en
    }

    /// Name in French.
    async fn name_fr(&self) -> &str {
        &self.row.name_fr
    }

    /// What it is.
    async fn kind(&self) -> ApiResult<PartyKind> {
        word(&self.row.kind)
    }

    /// Where it is at home.
    async fn country(&self, ctx: &Context<'_>) -> ApiResult<Country> {
        Country::named(ctx, self.release, &self.row.country).await
    }

    /// The body it is part of.
    async fn parent(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.parent.as_ref()).await
    }

    /// Remarks.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// How many gaps are published of flows that it pays or receives.
    async fn gap_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let rows = loader::related::<GapsOfParty>(ctx, self.release, &self.row.code).await?;
        Ok(GapCounts::of(&rows)?.published())
    }

    /// The same, and those that wait for an answer, counted apart.
    async fn gap_counts(&self, ctx: &Context<'_>) -> ApiResult<GapCounts> {
        let rows = loader::related::<GapsOfParty>(ctx, self.release, &self.row.code).await?;
        GapCounts::of(&rows)
    }

    /// The comparisons of flows that it pays or receives.
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
        let list = ComparisonList { release, of: ComparisonsOf::Party, filter, sort: sort.unwrap_or_default().into() };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.code, paging, |row| Comparison { release, row }).await
    }

    /// The flows that it pays or receives as chains of hands; the newest hundred where there are more. Only its own accounts
    /// are given: what others pay each other is not in this graph.
    #[graphql(complexity = "page_cost(Some(flows::FLOWS_MAX), None, child_complexity)")]
    async fn flow_graph(&self, ctx: &Context<'_>) -> ApiResult<FlowGraph> {
        let found = flows::of(ctx, self.release, ComparisonsOf::Party, &self.row.code, None).await?;
        FlowGraph::traced(ctx, self.release, found, Some(&self.row.code)).await
    }
}
