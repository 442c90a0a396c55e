//! One member's submission, reviewed as one.

use sea_orm::entity::prelude::*;

/// A disclosure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure")]
pub struct Model {
    /// Row number; says nothing to the public.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Public code; never changes.
    pub code: String,
    /// Digest of the document.
    pub document_sha256: String,
    /// `pack` or `pack_claims`.
    pub kind: String,
    /// `submitted`, `returned`, `approved` or `published`.
    pub state: String,
    /// Code of the actor. Never public.
    pub submitted_by: String,
    /// On whose behalf.
    pub organisation: String,
    /// Instant.
    pub submitted_at: String,
    /// Claims.
    pub claim_count: i64,
    /// The policy as written.
    pub policy_toml: Option<String>,
    /// Code of the actor. Never public.
    pub reviewed_by: Option<String>,
    /// Instant.
    pub reviewed_at: Option<String>,
    /// What the reviewer asks for.
    pub return_reason: Option<String>,
    /// The four answers of the harm check, as JSON.
    pub harm_check: Option<String>,
    /// Number of the release.
    pub release: Option<i64>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
