//! What speaks against claims as they stand.

use sea_orm::entity::prelude::*;

/// A doubt.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "doubt")]
pub struct Model {
    /// Number of the release.
    #[sea_orm(primary_key, auto_increment = false)]
    pub release: i64,
    /// Position, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// A word of [`reconcile::DoubtKind`].
    pub kind: String,
    /// A word of [`reconcile::DoubtCause`].
    pub cause: String,
    /// Digits of the difference.
    pub difference: Option<String>,
    /// Code of the unit.
    pub unit: Option<String>,
    /// Remarks.
    pub note: Option<String>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
