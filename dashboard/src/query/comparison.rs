//! A comparison: as a row of a list, and whole.

use super::figure::{DueCell, DueFull, SideCell, SideFull};
use super::reference::{ComparisonCode, CountryRef, MineRef, PartyRef, ReleaseRef, StreamRef};
use super::verdict::{Doubt, DoubtMark, Verdict};
use super::version::{Rival, RivalMark, ShareDue};
use super::{Amount, Date, PageInfo, schema};

/// A comparison as a row.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Comparison")]
pub struct ComparisonRow {
    /// Its code.
    pub code: String,
    /// The country.
    pub country: CountryRef,
    /// The mine.
    pub mine: Option<MineRef>,
    /// Who pays.
    pub payer: Option<PartyRef>,
    /// Who receives.
    pub recipient: Option<PartyRef>,
    /// The flow's name.
    pub stream: StreamRef,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The event, where it is one.
    pub event: Option<String>,
    /// The currency of the columns.
    pub currency: Option<String>,
    /// By rule.
    pub due: Option<DueCell>,
    /// By the payer.
    pub declared: Option<SideCell>,
    /// By the recipient.
    pub received: Option<SideCell>,
    /// By promise.
    pub pledged: Option<SideCell>,
    /// The answers.
    pub verdicts: Vec<Verdict>,
    /// The wider comparison it is a part of.
    pub part_of: Option<ComparisonCode>,
    /// What speaks against its claims.
    pub doubts: Vec<DoubtMark>,
    /// The answers under other versions of the rule.
    pub rivals: Vec<RivalMark>,
}

/// A comparison as a row, with its parts under it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Comparison")]
pub struct ComparisonTree {
    /// The whole.
    #[cynic(spread)]
    pub whole: ComparisonRow,
    /// Its parts.
    pub parts: Vec<ComparisonRow>,
}

/// A page of comparisons.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ComparisonConnection")]
pub struct ComparisonTrees {
    /// The comparisons.
    pub nodes: Vec<ComparisonTree>,
    /// Where it continues.
    pub page_info: PageInfo,
    /// How many there are.
    pub total_count: i32,
}

/// A comparison with everything that stands behind it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Comparison")]
pub struct ComparisonFull {
    /// Its code.
    pub code: String,
    /// The country.
    pub country: CountryRef,
    /// The mine.
    pub mine: Option<MineRef>,
    /// Who pays.
    pub payer: Option<PartyRef>,
    /// Who receives.
    pub recipient: Option<PartyRef>,
    /// The flow's name.
    pub stream: StreamRef,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The event, where it is one.
    pub event: Option<String>,
    /// The currency of the columns.
    pub currency: Option<String>,
    /// By rule.
    pub due: Option<DueFull>,
    /// By the payer.
    pub declared: Option<SideFull>,
    /// By the recipient.
    pub received: Option<SideFull>,
    /// By promise.
    pub pledged: Option<SideFull>,
    /// The answers.
    pub verdicts: Vec<Verdict>,
    /// The wider comparison it is a part of.
    pub part_of: Option<ComparisonRow>,
    /// Its parts.
    pub parts: Vec<ComparisonRow>,
    /// What speaks against its claims.
    pub doubts: Vec<Doubt>,
    /// The answers under other versions of the rule.
    pub rivals: Vec<Rival>,
    /// What each beneficiary is due of the due.
    pub shares: Vec<ShareDue>,
}

/// The comparison page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::KeyVariables")]
pub struct ComparisonPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The comparison.
    #[arguments(code: $key, release: $release)]
    pub comparison: Option<ComparisonFull>,
}

impl ComparisonRow {
    /// True where the recipient's side gave a figure.
    pub fn received_known(&self) -> bool {
        self.received.as_ref().is_some_and(|side| side.amount.is_some())
    }

    /// The due amount, where it is in the currency of the other columns.
    pub fn due_in_currency(&self) -> Option<&Amount> {
        self.due.as_ref().filter(|due| due.currency == self.currency).and_then(|due| due.amount.as_ref())
    }
}

impl ComparisonFull {
    /// True where the recipient's side gave a figure.
    pub fn received_known(&self) -> bool {
        self.received.as_ref().is_some_and(|side| side.amount.is_some())
    }

    /// The same comparison as a row of a list.
    pub fn row(&self) -> ComparisonRow {
        ComparisonRow {
            code: self.code.clone(),
            country: self.country.clone(),
            mine: self.mine.clone(),
            payer: self.payer.clone(),
            recipient: self.recipient.clone(),
            stream: self.stream.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            event: self.event.clone(),
            currency: self.currency.clone(),
            due: self.due.as_ref().map(DueFull::cell),
            declared: self.declared.as_ref().map(SideFull::cell),
            received: self.received.as_ref().map(SideFull::cell),
            pledged: self.pledged.as_ref().map(SideFull::cell),
            verdicts: self.verdicts.clone(),
            part_of: self.part_of.as_ref().map(|whole| ComparisonCode { code: whole.code.clone() }),
            doubts: self.doubts.iter().map(Doubt::mark).collect(),
            rivals: self.rivals.iter().map(Rival::mark).collect(),
        }
    }
}
