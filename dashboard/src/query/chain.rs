//! Chains of flows, and the hands that they pass through.

use super::reference::{ComparisonCode, GapCode, PartyRef, StreamRef};
use super::word::{AbsenceCode, Column, Outcome, Reason, StoppedBound, UnnamedHolder};
use super::{Amount, Date, schema};

/// Flows as chains of hands.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct FlowGraph {
    /// The chains.
    pub chains: Vec<Chain>,
    /// True where older flows were left out.
    pub truncated: bool,
}

/// Flows that belong together.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Chain {
    /// The flows.
    pub flows: Vec<ChainFlow>,
    /// The hands, payers first.
    pub holders: Vec<Holder>,
}

/// A flow of a chain.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ChainFlow {
    /// What was said of it.
    pub comparison: Handed,
}

/// A comparison as a link of a chain.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Comparison")]
pub struct Handed {
    /// Its code.
    pub code: String,
    /// The flow's name.
    pub stream: StreamRef,
    /// Who pays.
    pub payer: Option<PartyRef>,
    /// Who receives.
    pub recipient: Option<PartyRef>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The event, where it is one.
    pub event: Option<String>,
    /// The currency of both sides.
    pub currency: Option<String>,
    /// By the payer.
    pub declared: Option<Told>,
    /// By the recipient.
    pub received: Option<Told>,
    /// The wider comparison it is a part of.
    pub part_of: Option<ComparisonCode>,
    /// The answers.
    pub verdicts: Vec<Held>,
}

/// What a side said, in short.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "SideTotal")]
pub struct Told {
    /// The sum of what is known.
    pub amount: Option<Amount>,
    /// Why there is none.
    pub absence: Option<AbsenceCode>,
    /// True where it is "at least".
    pub lower_bound: bool,
}

/// A verdict as far as it names a holder.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Verdict")]
pub struct Held {
    /// The answer.
    pub outcome: Outcome,
    /// How much.
    pub amount: Option<Amount>,
    /// Who holds it.
    pub holder: Option<PartyRef>,
    /// The gap, where it is a published one.
    pub gap: Option<GapCode>,
}

/// Hands that a chain passes through.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Holder {
    /// Who; none where nobody named it.
    pub party: Option<PartyRef>,
    /// Where it stands, if nobody named it.
    pub unnamed: Option<UnnamedHolder>,
    /// By currency.
    pub accounts: Vec<HolderAccount>,
}

/// What came in and what went on, in one currency.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct HolderAccount {
    /// The currency.
    pub currency: Option<String>,
    /// What others paid it.
    pub came_in: Option<HolderSide>,
    /// What it paid others.
    pub went_on: Option<HolderSide>,
    /// What did not go on.
    pub stopped: Option<HolderStop>,
}

/// The flows on one side of a holder.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct HolderSide {
    /// By those who pay.
    pub declared: FlowSum,
    /// By those who receive.
    pub received: FlowSum,
}

/// A sum of flows.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct FlowSum {
    /// The sum of what is known.
    pub amount: Option<Amount>,
    /// True where it is only a lower bound.
    pub lower_bound: bool,
    /// True where a source rounded.
    pub rough: bool,
    /// Why known amounts are not added.
    pub not_added: Option<Reason>,
}

/// What stopped at a holder.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct HolderStop {
    /// How much.
    pub amount: Option<Amount>,
    /// How it is meant.
    pub bound: Option<StoppedBound>,
    /// True where a source rounded.
    pub rough: bool,
    /// Why it cannot be told.
    pub reason: Option<Reason>,
    /// Which side is missing.
    pub column: Option<Column>,
}

impl Chain {
    /// True where there is something to follow: money goes on, or someone is said to hold it.
    pub fn leads(&self) -> bool {
        let held = |flow: &ChainFlow| flow.comparison.verdicts.iter().any(|verdict| verdict.holder.is_some());
        self.flows.len() > 1 || self.flows.iter().any(held)
    }
}
