//! Someone who may do something here.

use sea_orm::entity::prelude::*;

/// An actor.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "actor")]
pub struct Model {
    /// Row number; says nothing to the public.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Short name; unique, never changes.
    pub code: String,
    /// Name.
    pub name: String,
    /// On whose behalf.
    pub organisation: String,
    /// `member`, `reviewer`, `coordinator` or `operator`.
    pub role: String,
    /// Instant.
    pub created_at: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
