//! Claims: one party's statement of one amount, or of its absence.

use sea_orm::entity::prelude::*;

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
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
    /// Public code, from the pack's own id; never changes.
    pub code: String,
    /// The pack's own id.
    pub pack_id: String,
    /// Claims of different cases are never compared.
    pub case: Option<String>,
    /// What it is about, such as `payment` or `production`.
    pub kind: Option<String>,
    /// Code of the mine.
    pub mine: Option<String>,
    /// Code of the party that pays.
    pub payer: Option<String>,
    /// Code of the party that receives.
    pub recipient: Option<String>,
    /// Code of the stream.
    pub stream: String,
    /// A word of [`reconcile::Nature`].
    pub nature: Option<String>,
    /// A word of [`reconcile::Side`].
    pub side: String,
    /// A word of [`reconcile::Role`].
    pub role: String,
    /// As written.
    pub period_from: Option<String>,
    /// As written.
    pub period_to: Option<String>,
    /// As written.
    pub period_label: Option<String>,
    /// Key of the event, as the pack wrote it.
    pub event: Option<String>,
    /// Digits as published; never a number type.
    pub amount: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Code of the unit.
    pub unit: Option<String>,
    /// A word of [`reconcile::Absence`], where there is no amount.
    pub absence: Option<String>,
    /// A word of [`reconcile::Precision`].
    pub precision: String,
    /// Date as written.
    pub paid_on: Option<String>,
    /// As written.
    pub stated_by: Option<String>,
    /// Date as written.
    pub stated_on: Option<String>,
    /// Code of the source.
    pub source: String,
    /// The country as the pack wrote it; most leave it to the mine or the parties.
    pub pack_country: Option<String>,
    /// The precision as the pack wrote it; none is exact.
    pub pack_precision: Option<String>,
    /// As the source printed it.
    pub as_printed: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// First day, `YYYY-MM-DD`; none: open, or an event.
    pub from_day: Option<String>,
    /// Last day, `YYYY-MM-DD`; none: open, or an event.
    pub to_day: Option<String>,
    /// Key of the event; none for a period.
    pub event_key: Option<String>,
    /// The amount's order key: sorts as the number does.
    pub amount_key: Option<String>,
    /// Digest of the document.
    pub document_sha256: String,
    /// Name of the file within the pack.
    pub file: String,
    /// Line of its file, from 1.
    pub line: i64,
    /// Column of the file.
    pub column: Option<String>,
    /// Cell.
    pub cell: Option<String>,
    /// Literal text of the cell.
    pub raw: String,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
