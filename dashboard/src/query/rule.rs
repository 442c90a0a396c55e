//! A rule: as a line of a list, and whole.

use super::example::ExampleFull;
use super::reference::{CountryRef, MineRef, ReleaseRef, RuleRef, SourceRef, StreamRef};
use super::word::{BasePeriod, Force, PartyKind};
use super::{Amount, schema};

/// A rule as a line.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Rule")]
pub struct RuleLine {
    /// Its public key.
    pub slug: String,
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// What binds the payer.
    pub force: Force,
    /// The mine it is for, if one.
    pub mine: Option<MineRef>,
    /// The rate.
    pub rate_percent: Option<Amount>,
    /// A fixed sum.
    pub fixed_amount: Option<Amount>,
    /// Its currency.
    pub fixed_currency: Option<String>,
    /// True where it is a minimum.
    pub minimum: bool,
    /// The shares it splits into.
    pub split: Vec<RuleShare>,
    /// First day in force.
    pub effective_from: Option<String>,
    /// Last day in force.
    pub effective_to: Option<String>,
}

/// Rules.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "RuleConnection")]
pub struct RuleLines {
    /// The rules.
    pub nodes: Vec<RuleLine>,
}

/// A share of a split.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct RuleShare {
    /// Who, as a token.
    pub token: String,
    /// How much.
    pub percent: Amount,
}

/// A rule with everything that is known about it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Rule")]
pub struct RuleFull {
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// Where.
    pub country: CountryRef,
    /// The mine it is for, if one.
    pub mine: Option<MineRef>,
    /// The stream.
    pub stream: Option<StreamRef>,
    /// Who pays.
    pub payer_kind: Option<PartyKind>,
    /// Who receives.
    pub recipient_kind: Option<PartyKind>,
    /// What binds the payer.
    pub force: Force,
    /// What it is computed from.
    pub base: String,
    /// Of which time.
    pub base_period: BasePeriod,
    /// The rate.
    pub rate_percent: Option<Amount>,
    /// A fixed sum.
    pub fixed_amount: Option<Amount>,
    /// Its currency.
    pub fixed_currency: Option<String>,
    /// True where it is a minimum.
    pub minimum: bool,
    /// The shares it splits into.
    pub split: Vec<RuleShare>,
    /// The rule it is a share of.
    pub share_of: Option<RuleRef>,
    /// The streams that make its base together.
    pub pool: Vec<StreamRef>,
    /// The stream whose figures weigh the shares.
    pub split_by: Option<StreamRef>,
    /// The rule that this version disputes.
    pub rival_of: Option<RuleRef>,
    /// Which valuation.
    pub valuation: Option<String>,
    /// From which value on.
    pub tier: Option<String>,
    /// First day in force.
    pub effective_from: Option<String>,
    /// Last day in force.
    pub effective_to: Option<String>,
    /// By when to pay.
    pub deadline: Option<String>,
    /// What being late costs.
    pub penalty: Option<String>,
    /// Act and section.
    pub legal_basis: Option<String>,
    /// What it gives on a few figures.
    pub examples: Vec<ExampleFull>,
    /// How sure the reading is.
    pub confidence: Option<String>,
    /// Where it was read.
    pub source: SourceRef,
    /// A note.
    pub note: Option<String>,
}

/// The rule page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::KeyVariables")]
pub struct RulePage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The rule.
    #[arguments(slug: $key, release: $release)]
    pub rule: Option<RuleFull>,
}
