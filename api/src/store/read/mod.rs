//! What the public may see: every SELECT of the API, all of them from a release.
//!
//! A row is part of release N if `first_release <= N` and `last_release` is empty or not below N. Nothing else makes a
//! row public, and no statement here leaves it out.
//!
//! - [`relation`]: rows that belong to other rows, for many at once, with a constant text for the statement cache;
//! - [`listing`]: pages of lists, by key and not by offset, for one list or for the same list of many parents;
//! - [`lists`], [`relations`]: which lists and relations there are.

mod listing;
mod lists;
mod relation;
mod relations;
mod releases;
mod sql;
mod totals;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{Store, StoreError};

pub use listing::{Listing, Order, Page, Window};
pub use lists::{
    ClaimFilter, ClaimList, ClaimSort, ComparisonFilter, ComparisonList, ComparisonSort, ComparisonsOf, CountryList,
    DocumentList, DoubtList, GapFilter, GapList, GapSort, MineList, PartyList, ReleaseList, RuleList, RulesOf,
    StreamList,
};
pub use relation::Relation;
pub use relations::*;
pub use totals::FigureFilter;

use sql::Sql;

/// Reads what is public, and counts its statements.
#[derive(Clone, Debug)]
pub struct Reader {
    store: Store,
    statements: Arc<AtomicU64>,
}

impl Reader {
    /// A reader of this store.
    pub fn new(store: Store) -> Reader {
        Reader { store, statements: Arc::default() }
    }

    /// How many statements were sent so far.
    pub fn statements(&self) -> u64 {
        self.statements.load(Relaxed)
    }

    fn sql(&self) -> Sql {
        Sql::new(self.store.reader().get_database_backend())
    }

    async fn all<R: FromQueryResult>(&self, sql: Sql) -> Result<Vec<R>, StoreError> {
        self.statements.fetch_add(1, Relaxed);
        let rows = self.store.reader().query_all_raw(sql.statement()).await?;
        Ok(rows.iter().map(|row| R::from_query_result(row, "")).collect::<Result<_, _>>()?)
    }

    async fn one<R: FromQueryResult>(&self, sql: Sql) -> Result<Option<R>, StoreError> {
        Ok(self.all(sql).await?.into_iter().next())
    }
}
