//! How much is due: a rule is data with a cited source, not code.

use crate::amount::Amount;
use crate::currency::Currency;
use crate::facts::{CountryId, MineId, RuleId, SourceId, StreamId};
use crate::period::{Day, PartialDate};
use crate::words::{BasePeriod, Force, PartyKind};

/// A dated, cited rule: base × rate, a fixed sum, or a split of another flow.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The pack's own id.
    pub code: Box<str>,
    /// Name in English.
    pub name_en: Box<str>,
    /// Name in French.
    pub name_fr: Box<str>,
    /// Where it holds.
    pub country: CountryId,
    /// Only at this mine; such a rule comes before the country's.
    pub mine: Option<MineId>,
    /// The stream whose due it gives.
    pub stream: Option<StreamId>,
    /// What kind of party pays.
    pub payer_kind: Option<PartyKind>,
    /// What kind of party receives.
    pub recipient_kind: Option<PartyKind>,
    /// What binds the payer.
    pub force: Force,
    /// The measure it is computed from, such as `sale_value`, `turnover`, `fixed`, or a flow such as `surface_rent`.
    pub base: Box<str>,
    /// Of which time the base is taken.
    pub base_period: BasePeriod,
    /// The rate in percent of the base.
    pub rate_percent: Option<Amount>,
    /// A fixed sum, or a sum per unit of the base.
    pub fixed: Option<(Amount, Currency)>,
    /// "At least": only less than the due is a gap.
    pub minimum: bool,
    /// The streams that the base is the sum of, where it is a pool of several (Guinea: six taxes).
    pub pool: Vec<StreamId>,
    /// Shares of the whole by recipient token, in percent; they total exactly one hundred.
    pub split: Vec<Share>,
    /// The stream whose figures by recipient weigh the shares, where the law divides by a count of licences or by area.
    pub split_by: Option<StreamId>,
    /// The rule whose payment is shared.
    pub share_of: Option<RuleId>,
    /// The rule that this one disputes: some hold this version to be in force still (or already) where that one is
    /// applied. Every verdict under that rule is then given under this one too.
    pub rival_of: Option<RuleId>,
    /// How several valuations of one stone become one.
    pub valuation: Option<Valuation>,
    /// Holds only for a base above this amount.
    pub tier: Option<Tier>,
    /// First day in force, if stated (a year or month means its first day).
    pub effective_from: Option<PartialDate>,
    /// Last day in force, if stated.
    pub effective_to: Option<PartialDate>,
    /// The deadline as written in the pack, such as `next-year-03-15` (see [`Deadline`](crate::Deadline)).
    pub deadline: Option<Box<str>>,
    /// The penalty as written.
    pub penalty: Option<Box<str>>,
    /// The legal citation.
    pub legal_basis: Option<Box<str>>,
    /// How sure the reading of the law is.
    pub confidence: Option<Box<str>>,
    /// Where it was read.
    pub source: SourceId,
    /// Remarks.
    pub note: Option<Box<str>>,
}

/// One share of a split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// A party's code, or a word that parties carry in `shares` (such as `landowners`).
    pub token: Box<str>,
    /// Percent of the whole.
    pub percent: Amount,
}

/// How several valuations become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valuation {
    /// The highest of the valuations made, never their average.
    Highest,
}

/// A rule that holds only above a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The base must be greater than this.
    pub above: Amount,
    /// In this currency.
    pub currency: Currency,
}

impl Force {
    /// True where something is due under it. A promise and a free gift are not dues.
    pub fn binds(self) -> bool {
        !matches!(self, Force::Pledge | Force::Voluntary)
    }
}

impl Rule {
    /// True if the rule is in force on `day`. A date known to the month or year counts generously:
    /// from its first possible day, to its last possible day.
    pub fn in_force_on(&self, day: Day) -> bool {
        self.effective_from.is_none_or(|from| from.first <= day) && self.effective_to.is_none_or(|to| day <= to.last)
    }

    /// True where the rule gives shares of a whole.
    pub fn is_split(&self) -> bool {
        !self.split.is_empty() || self.split_by.is_some()
    }
}
