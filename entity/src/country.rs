//! Countries, as packs wrote them.

use sea_orm::entity::prelude::*;

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "country")]
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
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// Name in English.
    pub name_en: String,
    /// Name in French.
    pub name_fr: String,
    /// ISO 4217 codes, separated by `;`.
    pub currency_codes: String,
    /// Participant of the Kimberley Process.
    pub kp_participant: bool,
    /// Remarks.
    pub note: Option<String>,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
