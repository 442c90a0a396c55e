//! What reviewers did about gaps: explained one, asked about one, answered, withdrew.

use sea_orm::entity::prelude::*;

/// An act. Written once: what is in force is what was added and not ended.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "gap_act")]
pub struct Model {
    /// Row number; acts follow each other by it.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Instant.
    pub at: String,
    /// Code of the reviewer; never public.
    pub actor: String,
    /// `explain_gap`, `ask_question`, `answer_question`, `withdraw_question` or `withdraw_explanation`.
    pub act: String,
    /// Public code of the gap.
    pub gap: String,
    /// Row number of the remark that it adds.
    pub adds: Option<i64>,
    /// Row number of the remark that it ends.
    pub ends: Option<i64>,
    /// Why, where it only ends one; never public.
    pub reason: Option<String>,
}

/// Rows are joined by the store; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
