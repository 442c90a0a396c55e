//! What an API token leaves behind: its hash.

use sea_orm::entity::prelude::*;

/// A token, by its hash; the token itself is shown once and never kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    /// SHA-256 in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    /// Who.
    pub actor: i64,
    /// Code words, separated by spaces.
    pub scopes: String,
    /// Instant.
    pub created_at: String,
    /// Instant after which it is refused; none: never.
    pub expires_at: Option<String>,
    /// Instant from which it is refused.
    pub revoked_at: Option<String>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
