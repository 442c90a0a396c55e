//! A mine and its flows.

use super::chain::FlowGraph;
use super::comparison::ComparisonTrees;
use super::gap::GapCounts;
use super::reference::{CountryRef, PartyRef, ReleaseRef};
use super::rule::RuleLines;
use super::schema;

/// A mine with all that its page shows.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mine", variables = "super::ThingVariables")]
pub struct Mine {
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What kind of mine.
    pub kind: Option<String>,
    /// Where.
    pub country: CountryRef,
    /// Who works it.
    pub operator: Option<PartyRef>,
    /// Who owns it, as the source says.
    pub owner_text: Option<String>,
    /// Degrees north.
    pub latitude: Option<String>,
    /// Degrees east.
    pub longitude: Option<String>,
    /// How sure the place is.
    pub coordinate_confidence: Option<String>,
    /// Operating or not, as the source says.
    pub status: Option<String>,
    /// How many gaps, by state.
    pub gap_counts: GapCounts,
    /// Its flows from hand to hand.
    pub flow_graph: FlowGraph,
    /// The rules that apply to it.
    #[arguments(first: 200)]
    pub rules: RuleLines,
    /// Its flows, parts under their wholes.
    #[arguments(filter: { topLevel: true }, first: 40, after: $after)]
    pub comparisons: ComparisonTrees,
}

/// The mine page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ThingVariables")]
pub struct MinePage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The mine.
    #[arguments(slug: $key, release: $release)]
    pub mine: Option<Mine>,
}
