//! `publishRelease`.

use std::sync::Arc;

use async_graphql::{Context, Object};

use super::disclosure::{caller, store};
use crate::graphql::error::ApiResult;
use crate::graphql::object::release::Release;
use crate::workflow::{Moment, ReleaseNote, publish};

/// Root fields that publish.
#[derive(Default)]
pub struct ReleaseMutation;

#[Object]
impl ReleaseMutation {
    /// A coordinator publishes what was approved as the next release.
    async fn publish_release(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is new, in English")] note_en: Option<String>,
        #[graphql(desc = "What is new, in French")] note_fr: Option<String>,
    ) -> ApiResult<Release> {
        let coordinator = caller(ctx).coordinator()?;
        let note = ReleaseNote { en: note_en.unwrap_or_default(), fr: note_fr.unwrap_or_default() };
        let row = publish(store(ctx)?, &coordinator, note, Moment::now()).await?;
        Ok(Release { row: Arc::new(row) })
    }
}
