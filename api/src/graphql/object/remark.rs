//! Remarks.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::remark::Model;

use super::claim::Claim;
use super::{claims, list};
use crate::graphql::error::ApiResult;
use crate::graphql::word::{RemarkKind, word};

/// A remark.
pub struct Remark {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// What a person recorded about a claim: what only a person can know.
#[Object]
impl Remark {
    /// What is remarked.
    async fn kind(&self) -> ApiResult<RemarkKind> {
        word(&self.row.kind)
    }

    /// Other claims that it names, in the order written.
    async fn others(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        claims(ctx, self.release, &list::<String>(Some(&self.row.others))?).await
    }

    /// A word that it names: a stream, a reason, a party.
    async fn word(&self) -> Option<&str> {
        self.row.word.as_deref()
    }

    /// In full sentences.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }
}
