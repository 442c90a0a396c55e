//! A gap: as a row of a list, and whole.

use super::comparison::{ComparisonFull, ComparisonRow};
use super::reference::ReleaseRef;
use super::verdict::Alternative;
use super::word::{Cause, GapKind, GapState, Question};
use super::{Amount, schema};

/// A gap as a row.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Gap")]
pub struct GapRow {
    /// Its code.
    pub code: String,
    /// Which gap.
    pub kind: GapKind,
    /// The difference.
    pub amount: Option<Amount>,
    /// As a share of the reference.
    pub percent: Option<Amount>,
    /// The currency.
    pub currency: Option<String>,
    /// How far it has come.
    pub state: GapState,
    /// Where it was found.
    pub comparison: ComparisonRow,
}

/// How many gaps are in each state.
#[derive(cynic::QueryFragment, Clone, Copy, Debug)]
pub struct GapCounts {
    /// Nobody has explained them.
    pub open: i32,
    /// A reviewer found the cause.
    pub explained: i32,
    /// A reviewer asks about them: they are not published as gaps.
    pub questioned: i32,
}

/// A page of gaps.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GapConnection")]
pub struct GapRows {
    /// The gaps.
    pub nodes: Vec<GapRow>,
    /// How many there are.
    pub total_count: i32,
}

/// A gap with everything that stands behind it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Gap")]
pub struct GapFull {
    /// Its code.
    pub code: String,
    /// Which gap.
    pub kind: GapKind,
    /// What was asked.
    pub question: Question,
    /// The difference.
    pub amount: Option<Amount>,
    /// As a share of the reference.
    pub percent: Option<Amount>,
    /// The smallest difference the sources allow.
    pub low: Option<Amount>,
    /// The largest.
    pub high: Option<Amount>,
    /// The currency.
    pub currency: Option<String>,
    /// How far it has come.
    pub state: GapState,
    /// The cause that a reviewer attached.
    pub explained: Option<Cause>,
    /// What explains it.
    pub explained_note: Option<String>,
    /// A reviewer's open question.
    pub open_question: Option<String>,
    /// Where it was found.
    pub comparison: ComparisonFull,
    /// With other figures in place of the headline's.
    pub alternatives: Vec<Alternative>,
}

/// The gap page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::KeyVariables")]
pub struct GapPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The gap.
    #[arguments(code: $key, release: $release)]
    pub gap: Option<GapFull>,
}
