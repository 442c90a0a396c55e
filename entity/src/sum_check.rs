//! Printed totals and differences against what they are made of.

use sea_orm::entity::prelude::*;

/// A sum check.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sum_check")]
pub struct Model {
    /// Number of the release.
    #[sea_orm(primary_key, auto_increment = false)]
    pub release: i64,
    /// Position, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// Public code of the claim.
    pub claim: String,
    /// Code of the unit.
    pub unit: String,
    /// Digits as printed.
    pub printed: String,
    /// Digits as computed.
    pub computed: String,
    /// Digits of the difference.
    pub difference: String,
    /// Within the rounding of the print.
    pub agrees: bool,
    /// Only some parts are known.
    pub some: bool,
    /// The claim prints a difference.
    pub of_difference: bool,
    /// Code of the rule whose result the claim prints.
    pub rule: Option<String>,
    /// Digits of what the right-hand figure of a difference would have to be.
    pub would_be: Option<String>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
