//! A party and the flows it pays or receives.

use super::chain::FlowGraph;
use super::comparison::ComparisonTrees;
use super::gap::GapCounts;
use super::reference::{CountryRef, PartyRef, ReleaseRef};
use super::schema;
use super::word::PartyKind;

/// A party with all that its page shows.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Party", variables = "super::ThingVariables")]
pub struct Party {
    /// Its public key.
    pub slug: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// What it is.
    pub kind: PartyKind,
    /// Where.
    pub country: CountryRef,
    /// What it is a part of.
    pub parent: Option<PartyRef>,
    /// A note.
    pub note: Option<String>,
    /// How many gaps, by state.
    pub gap_counts: GapCounts,
    /// Its flows from hand to hand.
    pub flow_graph: FlowGraph,
    /// The flows it pays or receives; parts too, as it may be named in a part only.
    #[arguments(first: 40, after: $after)]
    pub comparisons: ComparisonTrees,
}

/// The party page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ThingVariables")]
pub struct PartyPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The party.
    #[arguments(slug: $key, release: $release)]
    pub party: Option<Party>,
}
