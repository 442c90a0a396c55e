//! Examples as the engine worked them for a release.

use sea_orm::entity::prelude::*;

/// An example, worked.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "worked_example")]
pub struct Model {
    /// Number of the release.
    #[sea_orm(primary_key, auto_increment = false)]
    pub release: i64,
    /// Code of the example.
    #[sea_orm(primary_key, auto_increment = false)]
    pub example: String,
    /// The figures it starts from, as JSON ([`crate::shape::Given`]).
    pub given: String,
    /// The working, as JSON ([`crate::shape::WorkedLine`]).
    pub working: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
