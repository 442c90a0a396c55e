//! Every act, in order, chained by hashes.

use sea_orm::entity::prelude::*;

/// One line of the audit log. Written once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    /// Position, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Instant.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done, such as `submit` or `publish`.
    pub act: String,
    /// What was acted on.
    pub subject: String,
    /// Canonical JSON.
    pub detail: String,
    /// Hash of the line before; 64 zeros for the first.
    pub prev_hash: String,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
