//! The home page: the countries, the gaps by currency, the questions without an answer.

use super::gap::GapRows;
use super::release::ReleaseLine;
use super::schema;

/// A country with its counts.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Country")]
pub struct CountryLine {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// How many gaps.
    pub gap_count: i32,
    /// True if some rule gives a share to a community.
    pub has_community_rule: bool,
    /// How many mines.
    #[arguments(first: 1)]
    pub mines: MineCount,
    /// How many comparisons.
    #[arguments(filter: { topLevel: true }, first: 1)]
    pub comparisons: Count,
}

/// How many comparisons.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ComparisonConnection")]
pub struct Count {
    /// How many.
    pub total_count: i32,
}

/// How many mines.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MineConnection")]
pub struct MineCount {
    /// How many.
    pub total_count: i32,
}

/// The countries.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CountryConnection")]
pub struct CountryLines {
    /// The countries.
    pub nodes: Vec<CountryLine>,
}

/// The currency of a row of totals.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "TotalsRow")]
pub struct TotalsCurrency {
    /// The currency.
    pub currency: String,
}

/// The home page's first question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ReleaseVariables")]
pub struct HomePage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseLine>,
    /// Every country.
    #[arguments(release: $release, first: 200)]
    pub countries: CountryLines,
    /// Which currencies there are.
    #[arguments(by: COUNTRY, release: $release)]
    pub totals: Vec<TotalsCurrency>,
    /// Comparisons where every question has the answer "agrees" or another one: those with an agreeing answer.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { outcome: AGREES }, release: $release, first: 1)]
    pub agreeing: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: SILENT }, release: $release, first: 1)]
    pub silent: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: PERIOD }, release: $release, first: 1)]
    pub period: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: SCOPE }, release: $release, first: 1)]
    pub scope: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: ENTITY }, release: $release, first: 1)]
    pub entity: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: CURRENCY_NO_RATE }, release: $release, first: 1)]
    pub currency_no_rate: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: BASE_UNKNOWN }, release: $release, first: 1)]
    pub base_unknown: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: NO_RULE }, release: $release, first: 1)]
    pub no_rule: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: ABSENT }, release: $release, first: 1)]
    pub absent: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: IMPRECISE }, release: $release, first: 1)]
    pub imprecise: Count,
    /// By reason.
    #[cynic(alias, rename = "comparisons")]
    #[arguments(filter: { reason: DOUBTED }, release: $release, first: 1)]
    pub doubted: Count,
}

/// Which currency's gaps.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CurrencyVariables {
    /// The currency.
    pub currency: String,
    /// Which release; the latest if `None`.
    pub release: Option<i32>,
}

/// The largest gaps of one currency: amounts of two currencies are never put in one order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "CurrencyVariables")]
pub struct LargestGaps {
    /// The gaps.
    #[arguments(filter: { currency: $currency }, sort: AMOUNT_DESC, release: $release, first: 6)]
    pub gaps: GapRows,
}
