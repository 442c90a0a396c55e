//! Claims that are not statements of due, declared or received.

use sea_orm::entity::prelude::*;

/// A claim set aside.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "set_aside")]
pub struct Model {
    /// Number of the release.
    #[sea_orm(primary_key, auto_increment = false)]
    pub release: i64,
    /// Public code of the claim.
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim: String,
    /// Why, such as `forecast` or `use_not_documented`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reason: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
