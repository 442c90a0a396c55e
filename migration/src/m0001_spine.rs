//! The spine: people, documents, disclosures, registries, claims, releases, stored verdicts, the audit log.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use crate::dialect::{append_only, spell};

/// In this order: later files refer to tables of earlier ones.
const FILES: [&str; 6] = [
    include_str!("m0001_spine/people.sql"),
    include_str!("m0001_spine/disclosures.sql"),
    include_str!("m0001_spine/registries.sql"),
    include_str!("m0001_spine/claims.sql"),
    include_str!("m0001_spine/verdicts.sql"),
    include_str!("m0001_spine/audit.sql"),
];

/// What nobody may rewrite, not even an operator with a database shell by mistake.
const APPEND_ONLY: [&str; 4] = ["audit_log", "release", "document_bytes", "gap_act"];

/// The step.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_spine"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let engine = manager.get_database_backend();
        for file in FILES {
            connection.execute_unprepared(&spell(file, engine)).await?;
        }
        for table in APPEND_ONLY {
            connection.execute_unprepared(&append_only(table, engine)).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
