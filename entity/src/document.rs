//! A file that was sent in.

use sea_orm::entity::prelude::*;

/// A document, known by its digest.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    /// Digest of the bytes, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    /// Name under which it is offered; never what the sender called it.
    pub public_name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub byte_count: i64,
    /// Instant.
    pub received_at: String,
    /// `claims`, `registry`, `policy` or `manifest`.
    pub kind: String,
    /// First release it is part of; none: not published.
    pub first_release: Option<i64>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
