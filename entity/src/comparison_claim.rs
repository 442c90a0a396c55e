//! Which claims a comparison was made of.

use sea_orm::entity::prelude::*;

/// One claim of one comparison.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comparison_claim")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// Code of the comparison.
    #[sea_orm(primary_key, auto_increment = false)]
    pub comparison: String,
    /// Public code of the claim.
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim: String,
    /// `due`, `declared`, `received` or `pledged`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub in_column: String,
    /// Says otherwise than the headline: shown, not summed.
    pub is_other: bool,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
