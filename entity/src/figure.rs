//! Exact sums prepared at publishing.

use sea_orm::entity::prelude::*;

/// A sum of one column over comparisons that are not parts of others.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure")]
pub struct Model {
    /// Row number; says nothing to the public.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// First release it is part of.
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Claims of different cases are never summed before it is asked.
    pub case: Option<String>,
    /// Code of the mine.
    pub mine: Option<String>,
    /// Code of the stream.
    pub stream: String,
    /// Calendar year; none: undated, open or longer than a year.
    pub year: Option<i64>,
    /// ISO 4217 code; none where nobody named an amount: absences count without a currency too.
    pub currency: Option<String>,
    /// `due`, `declared`, `received` or `pledged`.
    pub in_column: String,
    /// Digits of the sum; none where nothing is known, or (`known > 0`) where it has more digits than can be kept.
    pub amount: Option<String>,
    /// How many claims are in the sum.
    pub known: i64,
    /// How many speak without an amount.
    pub absent: i64,
    /// The sum is only a lower bound.
    pub lower_bound: bool,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
