//! A claim, with all that is known about it.

use super::comparison::ComparisonRow;
use super::figure::ClaimLine;
use super::reference::{CountryRef, MineRef, PartyRef, ReleaseRef, RuleRef, SourceRef, StreamRef};
use super::verdict::Doubt;
use super::word::{AbsenceCode, Nature, Precision, RemarkKind, Role, Side};
use super::{Amount, Date, schema};

/// A claim with all that its page shows.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Claim")]
pub struct ClaimFull {
    /// Its code.
    pub code: String,
    /// The pack's own id.
    pub pack_id: String,
    /// Where.
    pub country: CountryRef,
    /// The mine.
    pub mine: Option<MineRef>,
    /// The payer.
    pub payer: Option<PartyRef>,
    /// The recipient.
    pub recipient: Option<PartyRef>,
    /// The flow's name.
    pub stream: StreamRef,
    /// Under what duty.
    pub nature: Option<Nature>,
    /// Who speaks.
    pub side: Side,
    /// In what role.
    pub role: Role,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The period in the source's words.
    pub period_label: Option<String>,
    /// The event, where it is one.
    pub event: Option<String>,
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
    /// When it was paid.
    pub paid_on: Option<String>,
    /// Who said it.
    pub stated_by: Option<String>,
    /// When it was said.
    pub stated_on: Option<String>,
    /// Where it was read.
    pub source: SourceRef,
    /// The literal print.
    pub as_printed: Option<String>,
    /// The reader's note.
    pub note: Option<String>,
    /// The file it came in.
    pub document: DocumentLine,
    /// The place in that file.
    pub place: Place,
    /// What people recorded.
    pub remarks: Vec<Remark>,
    /// The sums it takes part in.
    pub sums: Vec<SumCheck>,
    /// What speaks against it.
    pub doubts: Vec<Doubt>,
    /// Where it is used.
    pub comparisons: Vec<ComparisonRow>,
    /// Why it is not compared.
    pub set_aside: Option<String>,
    /// The release that first held it.
    pub first_release: i32,
}

/// A document, by its public name.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Document")]
pub struct DocumentLine {
    /// The hash of its bytes.
    pub sha256: String,
}

/// A place in a file.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Place {
    /// Which file.
    pub file: String,
    /// Which line, from 1.
    pub line: Option<i32>,
    /// Which column.
    pub column: Option<String>,
    /// Which cell.
    pub cell: Option<String>,
    /// The literal text.
    pub raw: String,
}

/// A remark that a person recorded.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Remark {
    /// What it says.
    pub kind: RemarkKind,
    /// About which other claims.
    pub others: Vec<ClaimLine>,
    /// A word that belongs to it.
    pub word: Option<String>,
    /// A note.
    pub note: Option<String>,
}

/// A printed total or difference, checked.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct SumCheck {
    /// The printed total.
    pub claim: ClaimLine,
    /// What it is made of.
    pub parts: Vec<ClaimLine>,
    /// Of what.
    pub unit: String,
    /// As printed.
    pub printed: Amount,
    /// As computed.
    pub computed: Amount,
    /// Computed minus printed.
    pub difference: Amount,
    /// Within rounding.
    pub agrees: bool,
    /// True where only some parts are known.
    pub some: bool,
    /// True where the claim prints a difference.
    pub of_difference: bool,
    /// The rule whose result the claim prints.
    pub rule: Option<RuleRef>,
    /// What the right-hand figure would have to be for a printed difference to hold.
    pub would_be: Option<Amount>,
}

/// The claim page's question.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "super::KeyVariables")]
pub struct ClaimPage {
    /// The release it is read from.
    #[arguments(number: $release)]
    pub release: Option<ReleaseRef>,
    /// The claim.
    #[arguments(code: $key, release: $release)]
    pub claim: Option<ClaimFull>,
}
