//! The short form of each thing: enough to name it and to link to it.

use super::word::Force;
use super::{DateTime, schema};

/// A release.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Release")]
pub struct ReleaseRef {
    /// Its number.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime,
}

/// A country.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Country")]
pub struct CountryRef {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
}

/// A mine.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mine")]
pub struct MineRef {
    /// Its public key.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A party.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Party")]
pub struct PartyRef {
    /// Its public key.
    pub slug: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
}

/// A stream.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Stream")]
pub struct StreamRef {
    /// Its code.
    pub code: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
}

/// A rule.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Rule")]
pub struct RuleRef {
    /// Its public key.
    pub slug: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// What binds the payer.
    pub force: Force,
}

/// A publication.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Source")]
pub struct SourceRef {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be read.
    pub address: Option<String>,
    /// When it was published, as far as known.
    pub published_on: Option<String>,
    /// In which language.
    pub language: Option<String>,
    /// Official, press, company…
    pub kind: Option<String>,
    /// How much of it was read.
    pub read: Option<String>,
}

/// A comparison, by its code.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Comparison")]
pub struct ComparisonCode {
    /// Its code.
    pub code: String,
}

/// A gap, by its code.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Gap")]
pub struct GapCode {
    /// Its code.
    pub code: String,
}

/// A claim, by its code.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Claim")]
pub struct ClaimCode {
    /// Its code.
    pub code: String,
}
