//! Parties: who can pay, receive or speak.

use sea_orm::entity::prelude::*;

/// A party.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "party")]
pub struct Model {
    /// Row number; says nothing to the public.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Row number of the disclosure.
    pub disclosure: i64,
    /// First release it is part of; none: not published.
    pub first_release: Option<i64>,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// The pack's own id: the slug of its page.
    pub code: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Name in English.
    pub name_en: String,
    /// Name in French.
    pub name_fr: String,
    /// A word of [`reconcile::PartyKind`].
    pub kind: String,
    /// The kind as the pack wrote it: some packs name a community after its share.
    pub pack_kind: Option<String>,
    /// Code of what it is part of.
    pub parent: Option<String>,
    /// Words under which splits name it, separated by `;`.
    pub shares: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// Code of the source.
    pub source: Option<String>,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
