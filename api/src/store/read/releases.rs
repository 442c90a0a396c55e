//! Releases themselves.

use entity::release;

use super::relations::Count;
use super::{Reader, StoreError};

impl Reader {
    /// The number of the newest release; none before the first.
    pub async fn latest_release(&self) -> Result<Option<i64>, StoreError> {
        let mut sql = self.sql();
        // COALESCE: an empty table still gives one row.
        sql.push("SELECT COALESCE(MAX(number), 0) AS count FROM release");
        Ok(self.one::<Count>(sql).await?.map(|row| row.count).filter(|number| *number > 0))
    }

    /// The release of this number.
    pub async fn release(&self, number: i64) -> Result<Option<release::Model>, StoreError> {
        let mut sql = self.sql();
        sql.push("SELECT t.* FROM release t WHERE t.number = ").bind(number);
        self.one(sql).await
    }
}
