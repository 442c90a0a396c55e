//! Releases.

use super::gap::GapCounts;
use super::reference::ReleaseRef;
use super::{DateTime, PageInfo, schema};

/// A release with its counts.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Release")]
pub struct ReleaseLine {
    /// Its number.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime,
    /// What is new, in English.
    pub note_en: String,
    /// What is new, in French.
    pub note_fr: String,
    /// How many claims.
    pub claim_count: i32,
    /// How many comparisons.
    pub comparison_count: i32,
    /// How many gaps, by state.
    pub gap_counts: GapCounts,
    /// How many doubts.
    pub doubt_count: i32,
}

impl ReleaseLine {
    /// The short form.
    pub fn reference(&self) -> ReleaseRef {
        ReleaseRef { number: self.number, published_at: self.published_at.clone() }
    }
}

/// A release with what made it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Release")]
pub struct ReleaseFull {
    /// The counts.
    #[cynic(spread)]
    pub line: ReleaseLine,
    /// The engine that compared.
    pub engine: String,
    /// The hash of what was compared.
    pub pack_sha256: String,
    /// The hash of the thresholds.
    pub policy_sha256: String,
}

/// A page of releases.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReleaseConnection")]
pub struct ReleaseLines {
    /// The releases.
    pub nodes: Vec<ReleaseLine>,
    /// Where it continues.
    pub page_info: PageInfo,
}

/// Where the list of releases continues.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ReleasesVariables {
    /// Continue after this cursor.
    pub after: Option<String>,
    /// The release whose pages the reader is in.
    pub release: Option<i32>,
}

/// The question of the list of releases.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ReleasesVariables")]
pub struct ReleasesPage {
    /// The release the reader is in.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// Every release.
    #[arguments(first: 100, after: $after)]
    pub releases: ReleaseLines,
}

/// The release page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ReleaseVariables")]
pub struct ReleasePage {
    /// The release.
    #[arguments(number: $release)]
    pub release: Option<ReleaseFull>,
}

/// The question of pages that hold no data but say which release is shown.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ReleaseVariables")]
pub struct ReleaseNamed {
    /// The release.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
}
