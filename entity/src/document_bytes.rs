//! The bytes of a document, apart from the rest so that lists never read them.

use sea_orm::entity::prelude::*;

/// Bytes of one document. Written once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_bytes")]
pub struct Model {
    /// Digest of the bytes, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    /// As received.
    pub bytes: Vec<u8>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
