//! A worked example of a rule.

use super::reference::{ClaimCode, RuleRef, SourceRef};
use super::word::{Reason, WorkingStep};
use super::{Amount, schema};

/// An example, with its working.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Example")]
pub struct ExampleFull {
    /// The figures it starts from.
    pub given: Vec<ExampleFigure>,
    /// When, as far as it is said.
    pub on: Option<String>,
    /// Whose share, as a token.
    pub recipient: Option<String>,
    /// What the rule gives.
    pub amount: Option<Amount>,
    /// Its currency.
    pub currency: Option<String>,
    /// Why there is no amount.
    pub reason: Option<Reason>,
    /// Line by line.
    pub working: Vec<ExampleLine>,
    /// True where the source prints figures and result.
    pub printed: bool,
    /// The claims that the figures were taken from.
    pub claims: Vec<ClaimCode>,
    /// Where it was read.
    pub source: Option<SourceRef>,
    /// What it shows, in English.
    pub note_en: String,
    /// What it shows, in French.
    pub note_fr: String,
}

/// A figure that an example starts from.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ExampleFigure {
    /// A measure, or the currency whose rate it is.
    pub name: String,
    /// Who made it, or whose it is.
    pub label: Option<String>,
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: String,
}

/// A line of an example's working.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ExampleLine {
    /// What it is.
    pub step: WorkingStep,
    /// The operand or the result.
    pub amount: Amount,
    /// Its unit.
    pub unit: String,
    /// The figure it was read from.
    pub figure: Option<ExampleFigure>,
    /// The rule it comes from.
    pub rule: Option<RuleRef>,
    /// A share's token.
    pub token: Option<String>,
}
