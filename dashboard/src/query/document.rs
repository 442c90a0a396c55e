//! A document and the claims read from it.

use super::claim::Place;
use super::figure::ClaimLine;
use super::reference::ReleaseRef;
use super::{DateTime, PageInfo, schema};

/// A document with all that its page shows.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Document", variables = "super::ThingVariables")]
pub struct Document {
    /// The hash of its bytes.
    pub sha256: String,
    /// Its public name.
    pub name: String,
    /// What kind of file.
    pub media_type: String,
    /// How long, in bytes.
    pub byte_count: i32,
    /// When it came.
    pub received_at: DateTime,
    /// What was read in it.
    #[arguments(first: 60, after: $after)]
    pub claims: ClaimLines,
}

/// A claim with the place it was read at.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Claim")]
pub struct ClaimRead {
    /// The claim.
    #[cynic(spread)]
    pub line: ClaimLine,
    /// The place in the file.
    pub place: Place,
}

/// One claim, as the passage a reader came to see.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::KeyVariables")]
pub struct Passage {
    /// The claim.
    #[arguments(code: $key, release: $release)]
    pub claim: Option<ClaimRead>,
}

/// A page of claims.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ClaimConnection")]
pub struct ClaimLines {
    /// The claims.
    pub nodes: Vec<ClaimRead>,
    /// Where it continues.
    pub page_info: PageInfo,
    /// How many there are.
    pub total_count: i32,
}

/// The document page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::ThingVariables")]
pub struct DocumentPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The document.
    #[arguments(sha256: $key, release: $release)]
    pub document: Option<Document>,
}
