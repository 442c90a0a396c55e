//! What speaks against claims as they stand.

use sea_orm::entity::prelude::*;

/// A doubt.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "doubt")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// From what it says; tells it apart from others.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Sorts as the reconciliation does.
    pub place: String,
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
