//! Streams.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::stream::Model;

use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::word::{PaymentType, word};
use crate::store::read::StreamByCode;

/// A stream.
pub struct Stream {
    /// Its row.
    pub row: Arc<Model>,
}

impl Stream {
    /// The stream of this code, which some row names.
    pub async fn named(ctx: &Context<'_>, release: i64, code: &str) -> ApiResult<Stream> {
        Ok(Stream { row: loader::needed::<StreamByCode>(ctx, release, code).await? })
    }
}

/// A country's own named flow, such as "Royalty" or "Surface rent".
#[Object]
impl Stream {
    /// Its code; never changes.
    async fn code(&self) -> &str {
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

    /// What kind of payment it is.
    async fn payment_type(&self) -> ApiResult<PaymentType> {
        word(&self.row.payment_type)
    }

    /// Code of the IMF's Government Finance Statistics, where it has one.
    async fn gfs_code(&self) -> Option<&str> {
        self.row.gfs_code.as_deref()
    }
}
