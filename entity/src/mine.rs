//! Mines and artisanal areas.

use sea_orm::entity::prelude::*;

/// A mine.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mine")]
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
    /// Name.
    pub name: String,
    /// Other names, separated by `;`.
    pub aliases: Option<String>,
    /// How it is worked, such as `kimberlite` or `alluvial`.
    pub kind: Option<String>,
    /// Code of what it is part of.
    pub parent: Option<String>,
    /// Code of the operating party.
    pub operator: Option<String>,
    /// Owners, as written.
    pub owner_text: Option<String>,
    /// Degrees north, digits as written.
    pub latitude: Option<String>,
    /// Degrees east, digits as written.
    pub longitude: Option<String>,
    /// How sure the place is.
    pub coordinate_confidence: Option<String>,
    /// Whether it works, as the source puts it.
    pub status: Option<String>,
    /// Code of the source.
    pub source: Option<String>,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
