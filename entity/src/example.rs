//! Worked examples of rules, as packs write them.

use sea_orm::entity::prelude::*;

/// An example.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "example")]
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
    /// The pack's own id.
    pub code: String,
    /// Code of the rule.
    pub rule: String,
    /// The figures it starts from, as written.
    pub given: Option<String>,
    /// When, as written.
    pub on_date: Option<String>,
    /// Whose share is asked: a token of the split.
    pub recipient: Option<String>,
    /// Digits of what the rule gives; none: no amount.
    pub expected: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Why there is no amount.
    pub reason: Option<String>,
    /// `source` or `ours`.
    pub arithmetic: String,
    /// The pack's ids of the claims that the figures were taken from, `;` between them.
    pub claim_ids: Option<String>,
    /// Code of the source.
    pub source: Option<String>,
    /// What it shows, in English.
    pub note_en: String,
    /// What it shows, in French.
    pub note_fr: String,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
