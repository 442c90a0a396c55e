//! Doubts.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::doubt::Model;

use super::claim::Claim;
use super::{amount_or_none, claims};
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{DoubtCause, DoubtKind, word};
use crate::store::read::ClaimsOfDoubt;

/// A doubt.
pub struct Doubt {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// A remark that claims should not be trusted as they stand. It blocks; it never accuses.
#[Object]
impl Doubt {
    /// What speaks against them.
    async fn kind(&self) -> ApiResult<DoubtKind> {
        word(&self.row.kind)
    }

    /// How it was seen.
    async fn cause(&self) -> ApiResult<DoubtCause> {
        word(&self.row.cause)
    }

    /// The claims concerned: the one that the headline uses first.
    async fn claims(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        let rows = loader::related::<ClaimsOfDoubt>(ctx, self.release, &self.row.code).await?;
        let codes: Vec<String> = rows.iter().map(|row| row.word.clone()).collect();
        claims(ctx, self.release, &codes).await
    }

    /// First minus second, where both are amounts of one unit.
    async fn difference(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.difference.as_ref())
    }

    /// Of what.
    async fn unit(&self) -> Option<&str> {
        self.row.unit.as_deref()
    }

    /// A person's note, where a person recorded it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref().filter(|note| !note.is_empty())
    }
}
