//! The files of a disclosure.

use sea_orm::entity::prelude::*;

/// One file of a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure_document")]
pub struct Model {
    /// Row number of the disclosure.
    #[sea_orm(primary_key, auto_increment = false)]
    pub disclosure: i64,
    /// Position, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// Name of the file within the pack.
    pub file: String,
    /// Digest of the document.
    pub document_sha256: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
