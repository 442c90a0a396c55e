//! What a person recorded about a claim.

use sea_orm::entity::prelude::*;

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "remark")]
pub struct Model {
    /// Row number; says nothing to the public.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Row number of the disclosure; none: a reviewer recorded it of a gap ([`crate::gap_act`]).
    pub disclosure: Option<i64>,
    /// First release it is part of; none: not published.
    pub first_release: Option<i64>,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// The pack's own id of the claim.
    pub claim: String,
    /// A word of [`reconcile::RemarkKind`].
    pub kind: String,
    /// As written.
    pub value: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// Public code of the claim.
    pub claim_code: String,
    /// Public codes of the claims named, as a JSON list.
    pub others: String,
    /// The word named.
    pub word: Option<String>,
    /// Public code of the one gap that it is about; none: all that its claim stands in.
    pub gap: Option<String>,
    /// Line of its file, from 1; 0 where it stands in none.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
