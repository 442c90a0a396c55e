//! Releases.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::release::Model;

use super::gap_counts::GapCounts;
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::paging::whole;
use crate::graphql::scalar::DateTime;
use crate::store::read::GapsOfRelease;

/// A release.
pub struct Release {
    /// Its row.
    pub row: Arc<Model>,
}

/// A numbered, frozen, citable publication of everything that was approved; all public reading happens from one.
#[Object]
impl Release {
    /// Its number, from 1.
    async fn number(&self) -> ApiResult<i32> {
        whole(self.row.number)
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime {
        DateTime::stored(self.row.published_at.clone())
    }

    /// What is new, in English.
    async fn note_en(&self) -> &str {
        &self.row.note_en
    }

    /// What is new, in French.
    async fn note_fr(&self) -> &str {
        &self.row.note_fr
    }

    /// Name and version of the program that reconciled.
    async fn engine(&self) -> &str {
        &self.row.engine
    }

    /// Digest of everything that it was made from.
    async fn pack_sha256(&self) -> &str {
        &self.row.pack_sha256
    }

    /// Digest of the policy.
    async fn policy_sha256(&self) -> &str {
        &self.row.policy_sha256
    }

    /// How many claims it holds.
    async fn claim_count(&self) -> ApiResult<i32> {
        whole(self.row.claim_count)
    }

    /// How many comparisons.
    async fn comparison_count(&self) -> ApiResult<i32> {
        whole(self.row.comparison_count)
    }

    /// How many published gaps.
    async fn gap_count(&self) -> ApiResult<i32> {
        whole(self.row.gap_count)
    }

    /// The same, and those that wait for an answer, counted apart.
    async fn gap_counts(&self, ctx: &Context<'_>) -> ApiResult<GapCounts> {
        let rows = loader::related::<GapsOfRelease>(ctx, self.row.number, "all").await?;
        GapCounts::of(&rows)
    }

    /// How many doubts.
    async fn doubt_count(&self) -> ApiResult<i32> {
        whole(self.row.doubt_count)
    }
}
