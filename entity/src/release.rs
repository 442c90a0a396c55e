//! A numbered, frozen, citable publication.

use sea_orm::entity::prelude::*;

/// A release. Written once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "release")]
pub struct Model {
    /// Position, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Instant.
    pub published_at: String,
    /// Code of the actor.
    pub published_by: String,
    /// Note in English.
    pub note_en: String,
    /// Note in French.
    pub note_fr: String,
    /// Name and version of the program that reconciled.
    pub engine: String,
    /// Digest of everything the release was made from.
    pub pack_sha256: String,
    /// Digest of the policy.
    pub policy_sha256: String,
    /// The policy as written.
    pub policy_toml: String,
    /// Claims.
    pub claim_count: i64,
    /// Comparisons.
    pub comparison_count: i64,
    /// Published gaps.
    pub gap_count: i64,
    /// Doubts.
    pub doubt_count: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
