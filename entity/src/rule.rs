//! Rules: how much is due.

use sea_orm::entity::prelude::*;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule")]
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
    /// `country` or the code of a mine, as written.
    pub scope: String,
    /// Code of the mine.
    pub mine: Option<String>,
    /// Code of the stream.
    pub stream: Option<String>,
    /// Name in English.
    pub name_en: String,
    /// Name in French.
    pub name_fr: String,
    /// Kind of party that pays.
    pub payer_kind: Option<String>,
    /// Kind of party that receives.
    pub recipient_kind: Option<String>,
    /// What binds the payer.
    pub force: String,
    /// The measure it is computed from.
    pub base: String,
    /// Of which time.
    pub base_period: String,
    /// Digits of the rate in percent.
    pub rate_percent: Option<String>,
    /// Digits of the fixed sum.
    pub fixed_amount: Option<String>,
    /// Its currency.
    pub fixed_currency: Option<String>,
    /// Only less is a gap.
    pub minimum: bool,
    /// Shares as written: `token:percent;…`.
    pub split: Option<String>,
    /// Code of the rule whose payment is shared.
    pub share_of: Option<String>,
    /// Codes of the streams that make the base together, `;` between them.
    pub pool: Option<String>,
    /// Code of the stream whose figures weigh the shares.
    pub split_by: Option<String>,
    /// Code of the rule that this version disputes.
    pub rival_of: Option<String>,
    /// How several valuations become one.
    pub valuation: Option<String>,
    /// Condition on the base, as written.
    pub tier: Option<String>,
    /// First date in force, as written.
    pub effective_from: Option<String>,
    /// Last date in force, as written.
    pub effective_to: Option<String>,
    /// As written.
    pub deadline: Option<String>,
    /// As written.
    pub penalty: Option<String>,
    /// Citation.
    pub legal_basis: Option<String>,
    /// How sure the reading of the law is.
    pub confidence: Option<String>,
    /// Code of the source.
    pub source: String,
    /// Remarks.
    pub note: Option<String>,
    /// Line of its file, from 1.
    pub line: i64,
}

/// Rows are joined by the store, by code and release; no relation is declared.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
