//! The database, and the only place that speaks its language: nothing outside imports sea-orm.
//!
//! Reading goes through [`Store::reader`], writing through a [`Writing`], of which there is one at a time on either
//! engine. `read/` holds what the public may see, all of it from a release.

mod actor;
mod audit;
mod batch;
mod connect;
mod disclosure;
mod error;
mod gap_act;
mod import;
pub mod read;
mod release;
mod rows;
mod stock;
mod table;
mod verdict;
mod writing;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};

pub(crate) use audit::hex;
pub use audit::{Act, AuditState};
pub use disclosure::{DisclosureState, NewDocument};
pub use error::StoreError;
pub use gap_act::{GapAct, NewRemark};
pub use import::NewClaims;
pub use stock::{News, Stock};
pub use verdict::{BesidesRows, ComparisonRows, Counts, Recorder, Replaced, ReplacedGround};
pub use writing::Writing;

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
}

impl Store {
    /// Opens `sqlite:PATH` (created where it is missing) or `postgres://…`. Changes nothing in it.
    ///
    /// A database that a newer version of this program has worked on is refused: reading it might be wrong, writing
    /// to it might destroy.
    pub async fn open(url: &str) -> Result<Store, StoreError> {
        let (reader, writer) = connect::connect(url).await?;
        let store = Store { reader, writer };
        store.refuse_newer().await?;
        Ok(store)
    }

    /// Brings the tables up to what this program knows. Never done in passing: a command or the start of `demo` asks for it.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(migration::apply(&self.writer).await?)
    }

    /// Refuses a database on which this program's steps have not all run.
    pub async fn ensure_migrated(&self) -> Result<(), StoreError> {
        let done = connect::steps_done(&self.writer).await?;
        match migration::known_steps().into_iter().find(|step| !done.contains(step)) {
            Some(_) => Err(StoreError::NotMigrated),
            None => Ok(()),
        }
    }

    /// True where the database answers; for `/ready`.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.reader.ping().await?)
    }

    /// Lets SQLite look at a sample of each index, so that it chooses well among them; PostgreSQL does so by itself.
    pub async fn refresh_statistics(&self) -> Result<(), StoreError> {
        if self.writer.get_database_backend() == DbBackend::Sqlite {
            self.writer.execute_unprepared("PRAGMA analysis_limit = 1000; ANALYZE;").await?;
        }
        Ok(())
    }

    /// Ends every connection, of all clones of this store. SQLite then folds its journal into the file.
    pub async fn close(self) -> Result<(), StoreError> {
        self.reader.close().await?;
        Ok(self.writer.close().await?)
    }

    /// For reading only: the engine itself refuses to write through it.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    async fn refuse_newer(&self) -> Result<(), StoreError> {
        let known = migration::known_steps();
        match connect::steps_done(&self.writer).await?.into_iter().find(|step| !known.contains(step)) {
            Some(step) => Err(StoreError::Newer { step }),
            None => Ok(()),
        }
    }
}

/// The public code of a claim, from the pack's own id.
pub fn claim_code(pack_id: &str) -> String {
    reconcile::code('C', pack_id)
}

#[cfg(test)]
mod tests {
    use sea_orm::ConnectionTrait;

    use super::Store;

    #[tokio::test]
    async fn the_reading_side_cannot_write() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(&format!("sqlite:{}", folder.path().join("x").display())).await.expect("opens");
        store.migrate().await.expect("migrates");
        let refused = store.reader().execute_unprepared("DELETE FROM actor").await.expect_err("refused");
        assert!(refused.to_string().contains("readonly database"), "{refused}");
        store.close().await.expect("closes");
    }
}
