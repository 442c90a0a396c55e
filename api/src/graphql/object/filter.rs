//! What lists can be narrowed to, and how they are sorted.

use async_graphql::{Enum, InputObject};

use crate::graphql::scalar::Amount;
use crate::graphql::word::{GapKind, GapState, Outcome, Reason, Role, Side, Word};
use crate::store::read;

/// Which claims: all conditions hold.
#[derive(InputObject, Default)]
pub struct ClaimFilter {
    /// ISO 3166-1 alpha-2 code.
    country: Option<String>,
    /// Slug of a mine.
    mine: Option<String>,
    /// Slug of the party that pays.
    payer: Option<String>,
    /// Slug of the party that receives.
    recipient: Option<String>,
    /// Code of a stream.
    stream: Option<String>,
    /// Who speaks.
    side: Option<Side>,
    /// In what role.
    role: Option<Role>,
    /// ISO 4217 code.
    currency: Option<String>,
    /// At least this amount; claims without an amount are left out.
    amount_min: Option<Amount>,
    /// At most this amount; claims without an amount are left out.
    amount_max: Option<Amount>,
    /// SHA-256 of a document.
    document: Option<String>,
    /// A case.
    case: Option<String>,
}

impl From<ClaimFilter> for read::ClaimFilter {
    fn from(filter: ClaimFilter) -> read::ClaimFilter {
        read::ClaimFilter {
            country: filter.country,
            mine: filter.mine,
            payer: filter.payer,
            recipient: filter.recipient,
            stream: filter.stream,
            side: filter.side.map(Word::stored),
            role: filter.role.map(Word::stored),
            currency: filter.currency,
            amount_min: filter.amount_min.map(key),
            amount_max: filter.amount_max.map(key),
            document: filter.document,
            case: filter.case,
        }
    }
}

/// Which comparisons: all conditions hold; outcome, kind and reason for one verdict together.
#[derive(InputObject, Default)]
pub struct ComparisonFilter {
    /// ISO 3166-1 alpha-2 code.
    country: Option<String>,
    /// Slug of a mine.
    mine: Option<String>,
    /// Slug of the party that pays or receives.
    party: Option<String>,
    /// Code of a stream.
    stream: Option<String>,
    /// A verdict has this outcome.
    outcome: Option<Outcome>,
    /// A verdict is a gap of this kind.
    kind: Option<GapKind>,
    /// A verdict is unknown for this reason.
    reason: Option<Reason>,
    /// Only those that are part of no other (or, false, only parts).
    top_level: Option<bool>,
    /// A case.
    case: Option<String>,
}

impl From<ComparisonFilter> for read::ComparisonFilter {
    fn from(filter: ComparisonFilter) -> read::ComparisonFilter {
        read::ComparisonFilter {
            country: filter.country,
            mine: filter.mine,
            party: filter.party,
            stream: filter.stream,
            outcome: filter.outcome.map(Word::stored),
            kind: filter.kind.map(Word::stored),
            reason: filter.reason.map(Word::stored),
            top_level: filter.top_level,
            case: filter.case,
            streams: None,
        }
    }
}

/// Which gaps: all conditions hold.
#[derive(InputObject, Default)]
pub struct GapFilter {
    /// ISO 3166-1 alpha-2 code.
    country: Option<String>,
    /// Slug of a mine.
    mine: Option<String>,
    /// Slug of the party that pays or receives.
    party: Option<String>,
    /// Code of a stream.
    stream: Option<String>,
    /// Of this kind.
    kind: Option<GapKind>,
    /// In this state; where it is left out, those that are published: `OPEN` and `EXPLAINED`.
    state: Option<GapState>,
    /// ISO 4217 code.
    currency: Option<String>,
    /// At least this amount.
    amount_min: Option<Amount>,
    /// At most this amount.
    amount_max: Option<Amount>,
}

impl From<GapFilter> for read::GapFilter {
    fn from(filter: GapFilter) -> read::GapFilter {
        read::GapFilter {
            country: filter.country,
            mine: filter.mine,
            party: filter.party,
            stream: filter.stream,
            kind: filter.kind.map(Word::stored),
            state: filter.state.map(Word::stored),
            currency: filter.currency,
            amount_min: filter.amount_min.map(key),
            amount_max: filter.amount_max.map(key),
        }
    }
}

/// The text by which the database sorts amounts.
fn key(amount: Amount) -> String {
    amount.0.order_key()
}

/// The order of claims. Without an amount, a claim comes last in an order of amounts. Amounts of different currencies
/// are sorted by their digits alone: filter by currency.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimSort {
    /// By code.
    #[default]
    Code,
    /// From the smallest amount.
    AmountAsc,
    /// From the greatest amount.
    AmountDesc,
}

impl From<ClaimSort> for read::ClaimSort {
    fn from(sort: ClaimSort) -> read::ClaimSort {
        match sort {
            ClaimSort::Code => read::ClaimSort::Code,
            ClaimSort::AmountAsc => read::ClaimSort::AmountAscending,
            ClaimSort::AmountDesc => read::ClaimSort::AmountDescending,
        }
    }
}

/// The order of comparisons.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComparisonSort {
    /// By code.
    #[default]
    Code,
    /// From the greatest published gap, by its digits alone; those without one come last.
    GapDesc,
}

impl From<ComparisonSort> for read::ComparisonSort {
    fn from(sort: ComparisonSort) -> read::ComparisonSort {
        match sort {
            ComparisonSort::Code => read::ComparisonSort::Code,
            ComparisonSort::GapDesc => read::ComparisonSort::GapDescending,
        }
    }
}

/// The order of gaps. Amounts of different currencies are sorted by their digits alone: filter by currency.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapSort {
    /// By code.
    #[default]
    Code,
    /// From the smallest amount.
    AmountAsc,
    /// From the greatest amount.
    AmountDesc,
    /// From the greatest share.
    PercentDesc,
}

impl From<GapSort> for read::GapSort {
    fn from(sort: GapSort) -> read::GapSort {
        match sort {
            GapSort::Code => read::GapSort::Code,
            GapSort::AmountAsc => read::GapSort::AmountAscending,
            GapSort::AmountDesc => read::GapSort::AmountDescending,
            GapSort::PercentDesc => read::GapSort::PercentDescending,
        }
    }
}
