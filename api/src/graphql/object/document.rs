//! Documents.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::document::Model;

use super::claim::Claim;
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::paging::{self, Pages, Paging, page_cost, whole};
use crate::graphql::scalar::DateTime;
use crate::store::read::{ClaimList, ClaimSort, DocumentByDigest};

/// A document.
pub struct Document {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Document {
    /// The document of this digest, which some row names.
    pub async fn named(ctx: &Context<'_>, release: i64, sha256: &str) -> ApiResult<Document> {
        Ok(Document { release, row: loader::needed::<DocumentByDigest>(ctx, release, sha256).await? })
    }
}

/// A file that was sent in. Its public name never carries what the sender called it.
#[Object]
impl Document {
    /// SHA-256 of its bytes, in hexadecimal.
    async fn sha256(&self) -> &str {
        &self.row.sha256
    }

    /// The name under which it is offered.
    async fn name(&self) -> &str {
        &self.row.public_name
    }

    /// Its media type.
    async fn media_type(&self) -> &str {
        &self.row.media_type
    }

    /// Its size in bytes.
    async fn byte_count(&self) -> ApiResult<i32> {
        whole(self.row.byte_count)
    }

    /// When it arrived.
    async fn received_at(&self) -> DateTime {
        DateTime::stored(self.row.received_at.clone())
    }

    /// The claims read in it, by code.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn claims(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Claim>> {
        let release = self.release;
        let list = ClaimList { release, filter: Default::default(), sort: ClaimSort::Code };
        let paging = Paging { first, after, last, before };
        paging::of(ctx, list, &self.row.sha256, paging, |row| Claim { release, row }).await
    }
}
