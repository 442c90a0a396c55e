//! The answer to one question of a comparison.

use sea_orm::entity::prelude::*;

/// A verdict; a gap where `gap_code` and `state` are set.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verdict")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// Code of the comparison.
    #[sea_orm(primary_key, auto_increment = false)]
    pub comparison: String,
    /// Position, from 0.
    pub position: i64,
    /// A word of [`reconcile::Question`].
    #[sea_orm(primary_key, auto_increment = false)]
    pub question: String,
    /// A word of [`reconcile::Outcome`].
    pub outcome: String,
    /// A word of [`reconcile::GapKind`].
    pub kind: Option<String>,
    /// A word of [`reconcile::Reason`].
    pub reason: Option<String>,
    /// `due`, `declared`, `received` or `pledged`.
    pub in_column: Option<String>,
    /// Digits of the difference: left minus right, positive where less came than should have.
    pub amount: Option<String>,
    /// The amount's order key: sorts as the number does.
    pub amount_key: Option<String>,
    /// Digits, two decimals.
    pub percent: Option<String>,
    /// Its order key.
    pub percent_key: Option<String>,
    /// Smallest difference the sources allow.
    pub low: Option<String>,
    /// Largest difference the sources allow.
    pub high: Option<String>,
    /// Compared by percentage alone.
    pub floor_missing: bool,
    /// Days after the deadline; without a legal one, days after the period.
    pub days: Option<i64>,
    /// Digits of what the rule's penalty adds.
    pub penalty: Option<String>,
    /// The day by which it was due, ISO 8601.
    pub due_by: Option<String>,
    /// Code of the party that holds what is held back.
    pub holder: Option<String>,
    /// A word of [`reconcile::Cause`]: the gap was explained.
    pub explained: Option<String>,
    /// What explains it, in full sentences.
    pub explained_note: Option<String>,
    /// A reviewer's open question.
    pub open_question: Option<String>,
    /// As JSON ([`crate::shape::Alternative`]).
    pub alternatives: String,
    /// Public code, where it is a gap.
    pub gap_code: Option<String>,
    /// A word of [`reconcile::GapState`], where it is a gap: it is published unless it is `questioned`.
    pub state: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Code of the mine.
    pub mine: Option<String>,
    /// Code of the party that pays.
    pub payer: Option<String>,
    /// Code of the party that receives.
    pub recipient: Option<String>,
    /// Code of the stream.
    pub stream: String,
    /// ISO 4217 code.
    pub currency: Option<String>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
