//! Claims and sides, in the form in which figures are shown.

use super::reference::{ClaimCode, PartyRef, RuleRef, SourceRef, StreamRef};
use super::word::{AbsenceCode, Precision, Reason, Role, Side, WorkingStep};
use super::{Amount, Date, schema};

/// A claim as one line: who said what, and where it was read.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Claim")]
pub struct ClaimLine {
    /// Its code.
    pub code: String,
    /// Who speaks.
    pub side: Side,
    /// In what role.
    pub role: Role,
    /// The payer.
    pub payer: Option<PartyRef>,
    /// The recipient.
    pub recipient: Option<PartyRef>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The period in the source's words.
    pub period_label: Option<String>,
    /// The amount, with the digits written.
    pub amount: Option<Amount>,
    /// The unit, where it is not a currency.
    pub unit: Option<String>,
    /// The currency.
    pub currency: Option<String>,
    /// Why there is no amount.
    pub absence: Option<AbsenceCode>,
    /// How the source spoke.
    pub precision: Precision,
    /// Who said it.
    pub stated_by: Option<String>,
    /// Where it was read.
    pub source: SourceRef,
    /// The literal print.
    pub as_printed: Option<String>,
}

/// One side's sum with the claims behind it, by code only: enough for a row.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "SideTotal")]
pub struct SideCell {
    /// The sum of what is known.
    pub amount: Option<Amount>,
    /// Why there is none.
    pub absence: Option<AbsenceCode>,
    /// How many claims are known.
    pub known: i32,
    /// Why others are not.
    pub absent: Vec<AbsenceCode>,
    /// True where it is "at least".
    pub lower_bound: bool,
    /// True where others speak for the side.
    pub stand_in: bool,
    /// The claims.
    pub claims: Vec<ClaimCode>,
    /// Claims that say otherwise.
    pub others: Vec<ClaimCode>,
}

/// One side's sum with the claims behind it, written out.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "SideTotal")]
pub struct SideFull {
    /// The sum of what is known.
    pub amount: Option<Amount>,
    /// Why there is none.
    pub absence: Option<AbsenceCode>,
    /// How many claims are known.
    pub known: i32,
    /// Why others are not.
    pub absent: Vec<AbsenceCode>,
    /// True where it is "at least".
    pub lower_bound: bool,
    /// True where others speak for the side.
    pub stand_in: bool,
    /// By the highest rate observed, where no single dated rate settles it.
    pub high: Option<Amount>,
    /// What of it was stated in another currency.
    pub conversions: Vec<Conversion>,
    /// The claims.
    pub claims: Vec<ClaimLine>,
    /// Claims that say otherwise.
    pub others: Vec<ClaimLine>,
}

/// What was due: enough for a row.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Due")]
pub struct DueCell {
    /// The currency: another than the comparison's where nobody spoke in it.
    pub currency: Option<String>,
    /// The amount.
    pub amount: Option<Amount>,
    /// Why there is none.
    pub reason: Option<Reason>,
    /// True where the rule is a minimum.
    pub minimum: bool,
    /// True where more may be due than is known.
    pub lower_bound: bool,
    /// The rule.
    pub rule: Option<RuleRef>,
    /// What its working begins with.
    pub working: Vec<WorkingMark>,
}

/// A line of a working, by what it is only.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "WorkingLine")]
pub struct WorkingMark {
    /// What it is.
    pub step: WorkingStep,
}

impl DueCell {
    /// True where it is said with "at least": the rule is a minimum, or a part of its base is not known.
    pub fn is_bound(&self) -> bool {
        self.minimum || self.lower_bound
    }

    /// True where the figure is what the payer is said to hold, and no rule's.
    pub fn is_held(&self) -> bool {
        self.working.first().is_some_and(|line| line.step == WorkingStep::Held)
    }
}

/// What was due, with its whole working.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Due")]
pub struct DueFull {
    /// The currency: another than the comparison's where nobody spoke in it.
    pub currency: Option<String>,
    /// The amount.
    pub amount: Option<Amount>,
    /// Why there is none.
    pub reason: Option<Reason>,
    /// Under another version of the rule.
    pub rival: Option<Amount>,
    /// True where the rule is a minimum.
    pub minimum: bool,
    /// True where more may be due than is known.
    pub lower_bound: bool,
    /// The streams of its base of which nothing is known.
    pub missing: Vec<StreamRef>,
    /// The rule.
    pub rule: Option<RuleRef>,
    /// Line by line.
    pub working: Vec<WorkingLine>,
}

/// A line of a working.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct WorkingLine {
    /// What it is.
    pub step: WorkingStep,
    /// The operand or the result.
    pub amount: Amount,
    /// Its unit; `%` for rates and shares.
    pub unit: String,
    /// The claim it was read from.
    pub claim: Option<ClaimOperand>,
    /// The rule it comes from.
    pub rule: Option<RuleRef>,
    /// The exchange rate it is.
    pub rate: Option<ExchangeRate>,
    /// A share's token.
    pub token: Option<String>,
}

/// What was stated in another currency.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Conversion {
    /// The currency of what was stated.
    pub currency: String,
    /// What was stated.
    pub amount: Amount,
    /// True for the same money in another unit of account.
    pub exact: bool,
    /// By the one rate that settles it, or by the lowest and the highest observed.
    pub by_rate: Vec<Converted>,
}

/// A figure by one rate.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Converted {
    /// In the comparison's currency.
    pub amount: Amount,
    /// The rate.
    pub rate: ExchangeRate,
}

/// An exchange rate, as published.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ExchangeRate {
    /// One unit of this…
    pub from_currency: String,
    /// …is so many of this one.
    pub to_currency: String,
    /// How many.
    pub rate: Amount,
    /// The day, month or year it was seen.
    pub on: String,
    /// A word such as `market`.
    pub kind: String,
    /// Where it was read.
    pub source: SourceRef,
}

/// A claim as the origin of an operand.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Claim")]
pub struct ClaimOperand {
    /// Its code.
    pub code: String,
    /// Who said it.
    pub stated_by: Option<String>,
    /// The recipient it speaks of.
    pub recipient: Option<PartyRef>,
}

impl SideFull {
    /// The same side with its claims by code only.
    pub fn cell(&self) -> SideCell {
        let codes = |claims: &[ClaimLine]| claims.iter().map(|claim| ClaimCode { code: claim.code.clone() }).collect();
        SideCell {
            amount: self.amount.clone(),
            absence: self.absence,
            known: self.known,
            absent: self.absent.clone(),
            lower_bound: self.lower_bound,
            stand_in: self.stand_in,
            claims: codes(&self.claims),
            others: codes(&self.others),
        }
    }
}

impl DueFull {
    /// The same due without its working.
    pub fn cell(&self) -> DueCell {
        DueCell {
            currency: self.currency.clone(),
            working: self.working.iter().map(|line| WorkingMark { step: line.step }).collect(),
            amount: self.amount.clone(),
            reason: self.reason,
            minimum: self.minimum,
            lower_bound: self.lower_bound,
            rule: self.rule.clone(),
        }
    }
}
