//! The right to write: one transaction, one at a time on either engine.

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use super::{Store, StoreError};

/// PostgreSQL's lock of the one writer. Any number does, as long as every program of ours asks for the same.
const WRITER_LOCK: &str = "SELECT pg_advisory_xact_lock(4701)";

/// An open transaction. Dropped without [`Writing::commit`], nothing of it has happened.
pub struct Writing {
    transaction: DatabaseTransaction,
}

impl Store {
    /// Waits until nobody else writes, and begins.
    ///
    /// The audit log is a chain and releases are numbered, so two writers at once would have to wait for each other
    /// anyway; waiting at the door keeps every act a plain sequence on both engines.
    pub async fn begin(&self) -> Result<Writing, StoreError> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        let transaction = self.writer.begin_with_options(options).await?;
        if transaction.get_database_backend() == DbBackend::Postgres {
            transaction.execute_unprepared(WRITER_LOCK).await?;
        }
        Ok(Writing { transaction })
    }
}

impl Writing {
    /// Makes everything since [`Store::begin`] true at once.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.transaction.commit().await?)
    }

    /// The transaction, for the statements of this module's neighbours.
    pub(super) fn sql(&self) -> &DatabaseTransaction {
        &self.transaction
    }
}
