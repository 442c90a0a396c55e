//! Claims that are not statements of due, declared or received.

use sea_orm::entity::prelude::*;

/// A claim set aside.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "set_aside")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
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
