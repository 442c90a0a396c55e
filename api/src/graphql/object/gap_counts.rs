//! How many gaps there are, by state.

use std::sync::Arc;

use async_graphql::SimpleObject;

use crate::graphql::error::ApiResult;
use crate::graphql::paging::whole;
use crate::graphql::word::{GapState, word};
use crate::store::read::StateCount;

/// Gaps by state, counted apart. Published are the open and the explained ones.
#[derive(SimpleObject, Clone, Copy, Debug, Default)]
pub struct GapCounts {
    /// Nobody has explained them.
    open: i32,
    /// A reviewer found the cause.
    explained: i32,
    /// A reviewer asks about them: they are not published as gaps until the question is answered.
    questioned: i32,
}

impl GapCounts {
    /// From one row for each state that occurs.
    pub fn of(rows: &[Arc<StateCount>]) -> ApiResult<GapCounts> {
        let mut counts = GapCounts::default();
        for row in rows {
            let count = match word(&row.state)? {
                GapState::Open => &mut counts.open,
                GapState::Explained => &mut counts.explained,
                GapState::Questioned => &mut counts.questioned,
            };
            *count = whole(row.count)?;
        }
        Ok(counts)
    }

    /// How many are published.
    pub fn published(self) -> i32 {
        self.open.saturating_add(self.explained)
    }
}
