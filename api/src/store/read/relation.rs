//! Rows that belong to other rows, fetched for many of those at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use sea_orm::{DbErr, FromQueryResult, QueryResult};

use super::{Reader, StoreError};

/// Which rows belong to a key: a constant statement.
pub trait Relation: Copy + Eq + Hash + Send + Sync + 'static {
    /// What is fetched.
    type Row: FromQueryResult + Send + Sync + 'static;
    /// In the text, `{keys join}` is the table `k` of keys, joined to what follows, and `{}` the number of the release.
    /// `k.value AS list_parent` says whose row it is; the order of the rows of one parent is fixed.
    const SQL: &'static str;
}

/// Rows by the key to which they belong.
pub type Related<R> = HashMap<String, Vec<Arc<R>>>;

impl Reader {
    /// The rows that belong to each of the keys, in one statement.
    pub async fn related<R: Relation>(&self, release: i64, keys: &[&str]) -> Result<Related<R::Row>, StoreError> {
        let mut sql = self.sql();
        let mut pieces = R::SQL.split("{keys join} ");
        sql.push(pieces.next().unwrap_or_default());
        for piece in pieces {
            sql.keys_join(keys).fill(piece, release);
        }
        Ok(by_parent(self.all(sql).await?))
    }
}

pub(super) fn by_parent<R>(rows: Vec<Of<R>>) -> Related<R> {
    let mut related: Related<R> = HashMap::new();
    for Of { parent, row } in rows {
        related.entry(parent).or_default().push(Arc::new(row));
    }
    related
}

/// A row, and whose it is.
pub(super) struct Of<R> {
    pub(super) parent: String,
    pub(super) row: R,
}

impl<R: FromQueryResult> FromQueryResult for Of<R> {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Of<R>, DbErr> {
        Ok(Of { parent: result.try_get(prefix, "list_parent")?, row: R::from_query_result(result, prefix)? })
    }
}
