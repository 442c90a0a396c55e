//! `document`, `documents`, `claim`, `claims`.

use async_graphql::{Context, Object};

use super::find;
use crate::graphql::error::ApiResult;
use crate::graphql::object::claim::Claim;
use crate::graphql::object::document::Document;
use crate::graphql::object::filter::{ClaimFilter, ClaimSort};
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::release::chosen;
use crate::store::read::{ClaimByCode, ClaimList, DocumentByDigest, DocumentList};

/// Root fields about documents and claims.
#[derive(Default)]
pub struct StatementQuery;

#[Object]
impl StatementQuery {
    /// A document by its digest.
    async fn document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "SHA-256, in hexadecimal")] sha256: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Document>> {
        let found = find::<DocumentByDigest>(ctx, release, &sha256).await;
        found.transpose().map(|found| found.map(|(release, row)| Document { release, row }))
    }

    /// Documents, by name.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn documents(
        &self,
        ctx: &Context<'_>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Document>> {
        let release = chosen(ctx, release).await?;
        let list = DocumentList { release };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Document { release, row }).await
    }

    /// A claim by its public code.
    async fn claim(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Such as C-7KQ2M-9XD4T-5")] code: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Claim>> {
        let found = find::<ClaimByCode>(ctx, release, &code).await;
        found.transpose().map(|found| found.map(|(release, row)| Claim { release, row }))
    }

    /// Claims.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn claims(
        &self,
        ctx: &Context<'_>,
        filter: Option<ClaimFilter>,
        sort: Option<ClaimSort>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Claim>> {
        let release = chosen(ctx, release).await?;
        let list =
            ClaimList { release, filter: filter.unwrap_or_default().into(), sort: sort.unwrap_or_default().into() };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Claim { release, row }).await
    }
}
