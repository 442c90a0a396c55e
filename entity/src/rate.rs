//! Dated exchange rates with their direction.

use sea_orm::entity::prelude::*;

/// A rate.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rate")]
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
    /// One unit of this…
    pub from_currency: String,
    /// …is so many of that.
    pub to_currency: String,
    /// Digits of the factor.
    pub rate: String,
    /// Day, where known.
    pub on_date: Option<String>,
    /// Calendar year; none: undated, open or longer than a year.
    pub year: Option<String>,
    /// `redenomination`, `official_average`, `market` or `transaction`.
    pub kind: String,
    /// Code of the source.
    pub source: String,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
