//! Sources.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::source::Model;

use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::store::read::SourceByCode;

/// A source.
pub struct Source {
    /// Its row.
    pub row: Arc<Model>,
}

impl Source {
    /// The source of this code, which some row names.
    pub async fn named(ctx: &Context<'_>, release: i64, code: &str) -> ApiResult<Source> {
        Ok(Source { row: loader::needed::<SourceByCode>(ctx, release, code).await? })
    }
}

/// A publication in which something was read.
#[Object]
impl Source {
    /// The pack's own id.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Who published it.
    async fn publisher(&self) -> &str {
        &self.row.publisher
    }

    /// Where it is on the web.
    async fn address(&self) -> Option<&str> {
        self.row.address.as_deref()
    }

    /// When, as far as it is known: a day, a month or a year.
    async fn published_on(&self) -> Option<&str> {
        self.row.published_on.as_deref()
    }

    /// Its language.
    async fn language(&self) -> Option<&str> {
        self.row.language.as_deref()
    }

    /// What kind of publication, such as `press` or `law`.
    async fn kind(&self) -> Option<&str> {
        self.row.kind.as_deref()
    }

    /// How much of it was read: `whole` or `excerpt`.
    async fn read(&self) -> Option<&str> {
        self.row.read.as_deref()
    }
}
