//! Printed totals and differences against what they are made of.

use sea_orm::entity::prelude::*;

/// A sum check.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sum_check")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// From what it says; tells it apart from others.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Sorts as the reconciliation does.
    pub place: String,
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
