//! A country, its flows, its mines, its rules, its production.

use super::comparison::ComparisonTrees;
use super::gap::GapCounts;
use super::reference::{ClaimCode, ReleaseRef};
use super::rule::RuleLines;
use super::word::ProductionSegment;
use super::{Amount, Date, schema};

/// A country with all that its page shows.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Country", variables = "super::ThingVariables")]
pub struct Country {
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// The currencies its figures are in.
    pub currencies: Vec<String>,
    /// Kimberley Process participant.
    pub kimberley_participant: bool,
    /// A note.
    pub note: Option<String>,
    /// True if some rule gives a share to a community.
    pub has_community_rule: bool,
    /// How many gaps, by state.
    pub gap_counts: GapCounts,
    /// Its mines.
    #[arguments(first: 200)]
    pub mines: MineLines,
    /// Its rules.
    #[arguments(first: 200)]
    pub rules: RuleLines,
    /// Its flows, parts under their wholes.
    #[arguments(filter: { topLevel: true }, sort: GAP_DESC, first: 40, after: $after)]
    pub comparisons: ComparisonTrees,
    /// Kimberley Process half-years.
    pub production: Vec<ProductionPoint>,
}

/// A mine as a line of a list.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mine")]
pub struct MineLine {
    /// Its public key.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind of mine.
    pub kind: Option<String>,
    /// How many gaps.
    pub gap_count: i32,
}

/// Mines.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MineConnection")]
pub struct MineLines {
    /// The mines.
    pub nodes: Vec<MineLine>,
}

/// A half-year of published production.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ProductionPoint {
    /// First day.
    pub from: Date,
    /// Which production.
    pub segment: ProductionSegment,
    /// Carats.
    pub carats: Option<Amount>,
    /// Where the carats were read.
    pub carats_claim: Option<ClaimCode>,
    /// Value.
    pub value: Option<Amount>,
    /// Currency of the value.
    pub value_currency: String,
    /// Where the value was read.
    pub value_claim: Option<ClaimCode>,
    /// True where two rows were published for one half-year.
    pub conflict: bool,
}

/// The country page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ThingVariables")]
pub struct CountryPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The country.
    #[arguments(code: $key, release: $release)]
    pub country: Option<Country>,
}
