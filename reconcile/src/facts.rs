//! What a reconciliation starts from: the registries and the claims, in one canonical order.
//!
//! Every reference is a rank in a list that is sorted by code, so a dangling reference cannot be written down
//! and the order in which things arrived cannot change a result.

use crate::amount::Amount;
use crate::currency::{Currency, Unit};
use crate::period::{Day, PartialDate, Span};
use crate::rule::Rule;
use crate::words::{Absence, Nature, PartyKind, PaymentType, Precision, RemarkKind, Role, Side};

/// Declares a reference type: the rank of a thing in its sorted list.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl $name {
                /// The position in the list.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

id! {
    /// Rank in [`Facts::countries`].
    CountryId,
    /// Rank in [`Facts::mines`].
    MineId,
    /// Rank in [`Facts::parties`].
    PartyId,
    /// Rank in [`Facts::streams`].
    StreamId,
    /// Rank in [`Facts::rules`].
    RuleId,
    /// Rank in [`Facts::sources`].
    SourceId,
    /// Rank in [`Facts::claims`].
    ClaimId,
    /// Rank in [`Facts::rates`].
    RateId,
}

/// A country.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: Box<str>,
}

/// A mine or an artisanal area.
#[derive(Clone, Debug)]
pub struct Mine {
    /// The pack's own id.
    pub code: Box<str>,
    /// Where it lies.
    pub country: CountryId,
    /// The larger area that contains it.
    pub parent: Option<MineId>,
}

/// Whoever can pay, receive or speak.
#[derive(Clone, Debug)]
pub struct Party {
    /// The pack's own id.
    pub code: Box<str>,
    /// Where it is at home.
    pub country: CountryId,
    /// What it is.
    pub kind: PartyKind,
    /// The body it is part of. A parent may have other parts than those listed.
    pub parent: Option<PartyId>,
    /// Words under which splits name this party, such as `landowners`.
    pub shares: Vec<Box<str>>,
}

impl Party {
    /// True if a split's token names this party: by its code, or by a word it carries.
    pub fn takes(&self, token: &str) -> bool {
        *self.code == *token || self.shares.iter().any(|word| **word == *token)
    }
}

/// A country's own named flow.
#[derive(Clone, Debug)]
pub struct Stream {
    /// The code that claims and rules use.
    pub code: Box<str>,
    /// What kind of payment it is.
    pub payment_type: PaymentType,
}

/// Where something was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The pack's own id.
    pub code: Box<str>,
}

/// A dated exchange rate, with its direction.
#[derive(Clone, Debug)]
pub struct Rate {
    /// One unit of this…
    pub from: Currency,
    /// …is so many of that.
    pub to: Currency,
    /// The factor.
    pub rate: Amount,
    /// The day, or the year, it was seen.
    pub on: PartialDate,
    /// `redenomination` (exact), `transaction`, `market`, ….
    pub kind: Box<str>,
    /// Where it was read.
    pub source: SourceId,
}

/// One party's statement of one amount, or of its absence.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The pack's own id.
    pub code: Box<str>,
    /// Claims of different cases are never compared or added. Empty where the pack has none.
    pub case: Box<str>,
    /// The country of the mine, else of the payer, else of the recipient.
    pub country: CountryId,
    /// Which mine; `None` where the claim is not about one.
    pub mine: Option<MineId>,
    /// Who pays.
    pub payer: Option<PartyId>,
    /// Who receives.
    pub recipient: Option<PartyId>,
    /// Which flow.
    pub stream: StreamId,
    /// Under what duty.
    pub nature: Option<Nature>,
    /// Who speaks.
    pub side: Side,
    /// In what role.
    pub role: Role,
    /// For which period, or about which event.
    pub span: Span,
    /// The day of payment, where stated.
    pub paid_on: Option<PartialDate>,
    /// When it was said, where known: the newest statement of one speaker comes first.
    pub stated_on: Option<PartialDate>,
    /// What it says.
    pub statement: Statement,
    /// How the source spoke.
    pub precision: Precision,
    /// Where it was read.
    pub source: SourceId,
}

/// An amount or the reason for its absence: never both, never neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// An amount, of a unit.
    Stated(Amount, Unit),
    /// No amount, for a reason; the currency it would have been in, where known.
    Absent(Absence, Option<Currency>),
}

impl Claim {
    /// The amount and its unit, where one is stated.
    pub fn stated(&self) -> Option<(Amount, Unit)> {
        match self.statement {
            Statement::Stated(amount, unit) => Some((amount, unit)),
            Statement::Absent(..) => None,
        }
    }

    /// True if both speak of one flow over one span.
    pub(crate) fn same_scope(&self, other: &Claim) -> bool {
        let flow = |claim: &Claim| (claim.country, claim.stream, claim.mine, claim.payer, claim.recipient);
        flow(self) == flow(other) && self.case == other.case && self.span == other.span
    }

    /// The first day the claim is about: the period's, else the payment's.
    pub fn first_day(&self) -> Option<Day> {
        match self.span.period() {
            Some(period) if period.first.is_dated() => Some(period.first),
            _ => self.paid_on.map(|paid| paid.first),
        }
    }
}

/// What a person recorded about a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// About which claim.
    pub claim: ClaimId,
    /// What is remarked.
    pub kind: RemarkKind,
    /// Other claims it names, in the order written.
    pub others: Vec<ClaimId>,
    /// A word it names: a stream, a reason, a party.
    pub word: Box<str>,
    /// The code of the one gap that a cause or a question is about; empty: every gap that the claim stands in.
    pub gap: Box<str>,
    /// In full sentences.
    pub note: Box<str>,
}

/// Everything a reconciliation starts from. Lists are sorted by code; ids are ranks in them.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// By ISO code.
    pub countries: Vec<Country>,
    /// By code.
    pub mines: Vec<Mine>,
    /// By code.
    pub parties: Vec<Party>,
    /// By code.
    pub streams: Vec<Stream>,
    /// By code.
    pub rules: Vec<Rule>,
    /// By code.
    pub sources: Vec<Source>,
    /// By code.
    pub claims: Vec<Claim>,
    /// By from, to, date.
    pub rates: Vec<Rate>,
    /// By claim, kind, others, word.
    pub remarks: Vec<Remark>,
}

impl Facts {
    /// The claim with this rank.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.index()]
    }

    /// The stream with this code.
    pub(crate) fn stream_by_code(&self, code: &str) -> Option<StreamId> {
        let rank = self.streams.binary_search_by(|stream| (*stream.code).cmp(code));
        rank.ok().map(|rank| StreamId(rank as u32))
    }

    /// What people recorded about a claim.
    pub(crate) fn remarks_of(&self, id: ClaimId) -> &[Remark] {
        let start = self.remarks.partition_point(|remark| remark.claim < id);
        let rest = &self.remarks[start..];
        &rest[..rest.partition_point(|remark| remark.claim == id)]
    }

    /// The rule with this rank.
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.index()]
    }

    /// The rate with this rank.
    pub fn rate(&self, id: RateId) -> &Rate {
        &self.rates[id.index()]
    }

    /// The source with this rank.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// The party with this rank.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parties[id.index()]
    }

    /// The stream with this rank.
    pub fn stream(&self, id: StreamId) -> &Stream {
        &self.streams[id.index()]
    }

    /// The mine with this rank.
    pub fn mine(&self, id: MineId) -> &Mine {
        &self.mines[id.index()]
    }

    /// The country with this rank.
    pub fn country(&self, id: CountryId) -> &Country {
        &self.countries[id.index()]
    }
}
