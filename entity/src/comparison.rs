//! What a release says of one flow over one span: due, declared, received, pledged.

use sea_orm::entity::prelude::*;

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comparison")]
pub struct Model {
    /// First release it is part of.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_release: i64,
    /// Last release it is part of; none: still current.
    pub last_release: Option<i64>,
    /// Public code, from its scope; never changes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Claims of different cases are never compared.
    pub case: Option<String>,
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
    /// First day, `YYYY-MM-DD`; none: open, or an event.
    pub from_day: Option<String>,
    /// Last day, `YYYY-MM-DD`; none: open, or an event.
    pub to_day: Option<String>,
    /// Key of the event.
    pub event: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Code of the wider comparison it is a part of.
    pub part_of: Option<String>,
    /// Order key of the greatest published gap; none without one.
    pub gap_key: Option<String>,
    /// Digits of the due; none: unknown.
    pub due_amount: Option<String>,
    /// ISO 4217 code of the due: another than the comparison's where nobody spoke in it.
    pub due_currency: Option<String>,
    /// Its order key.
    pub due_amount_key: Option<String>,
    /// Before rounding or allocation.
    pub due_exact: Option<String>,
    /// Under a version of the rule that begins within the span.
    pub due_rival: Option<String>,
    /// Only less is a gap; none: there is no due at all.
    pub due_minimum: Option<bool>,
    /// More may be due: a base was a lower bound, or a stream of a pool is not known.
    pub due_lower_bound: Option<bool>,
    /// Codes of the streams of a pool of which nothing is known, as a JSON list.
    pub due_missing: Option<String>,
    /// Why the due is unknown.
    pub due_reason: Option<String>,
    /// Code of the rule.
    pub due_rule: Option<String>,
    /// The working, as JSON ([`crate::shape::WorkingLine`]).
    pub due_working: Option<String>,
    /// What it was before it was converted, as a JSON list ([`crate::shape::Conversion`]).
    pub due_conversions: Option<String>,
    /// Public codes of the claims it is computed from, as a JSON list.
    pub due_claims: Option<String>,
    /// The answers under rival versions, as JSON ([`crate::shape::Rival`]); none: no version is disputed.
    pub rivals: Option<String>,
    /// The shares of the due, as JSON ([`crate::shape::ShareDue`]); none: no split divides it.
    pub shares: Option<String>,
    /// Digits of the sum of what is known; none: nothing is known.
    pub declared_amount: Option<String>,
    /// Its order key.
    pub declared_amount_key: Option<String>,
    /// How many claims are in the sum; none: the side said nothing.
    pub declared_known: Option<i64>,
    /// Absence codes, as a JSON list.
    pub declared_absent: Option<String>,
    /// The sum is only a lower bound.
    pub declared_lower_bound: Option<bool>,
    /// Others speak for a silent side.
    pub declared_stand_in: Option<bool>,
    /// What was stated in another currency, as a JSON list ([`crate::shape::Conversion`]).
    pub declared_conversions: Option<String>,
    /// Public codes, as a JSON list.
    pub declared_claims: Option<String>,
    /// Public codes of claims that say otherwise, as a JSON list.
    pub declared_others: Option<String>,
    /// Digits of the sum of what is known; none: nothing is known.
    pub received_amount: Option<String>,
    /// Its order key.
    pub received_amount_key: Option<String>,
    /// How many claims are in the sum; none: the side said nothing.
    pub received_known: Option<i64>,
    /// Absence codes, as a JSON list.
    pub received_absent: Option<String>,
    /// The sum is only a lower bound.
    pub received_lower_bound: Option<bool>,
    /// Others speak for a silent side.
    pub received_stand_in: Option<bool>,
    /// What was stated in another currency, as a JSON list ([`crate::shape::Conversion`]).
    pub received_conversions: Option<String>,
    /// Public codes, as a JSON list.
    pub received_claims: Option<String>,
    /// Public codes of claims that say otherwise, as a JSON list.
    pub received_others: Option<String>,
    /// Digits of the sum of what is known; none: nothing is known.
    pub pledged_amount: Option<String>,
    /// Its order key.
    pub pledged_amount_key: Option<String>,
    /// How many claims are in the sum; none: the side said nothing.
    pub pledged_known: Option<i64>,
    /// Absence codes, as a JSON list.
    pub pledged_absent: Option<String>,
    /// The sum is only a lower bound.
    pub pledged_lower_bound: Option<bool>,
    /// Others speak for a silent side.
    pub pledged_stand_in: Option<bool>,
    /// What was stated in another currency, as a JSON list ([`crate::shape::Conversion`]).
    pub pledged_conversions: Option<String>,
    /// Public codes, as a JSON list.
    pub pledged_claims: Option<String>,
    /// Public codes of claims that say otherwise, as a JSON list.
    pub pledged_others: Option<String>,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
