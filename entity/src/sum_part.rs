//! The parts of a printed total, in order.

use sea_orm::entity::prelude::*;

/// One part of one sum check.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sum_part")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// Code of the sum check.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sum_check: String,
    /// Position, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// Public code of the claim.
    pub claim: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
