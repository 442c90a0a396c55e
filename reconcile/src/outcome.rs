//! What a reconciliation says: comparisons with their verdicts, doubts, checked totals, and what was set aside.

use serde::Serialize;

use crate::amount::Amount;
use crate::currency::{Currency, Unit};
use crate::facts::{ClaimId, CountryId, MineId, PartyId, RuleId, StreamId};
use crate::period::{Day, Span};
use crate::words::{Absence, Cause, words};

words! {
    /// What is asked of a comparison.
    Question {
        /// Was what was due declared?
        DueDeclared = "due_declared",
        /// Did what was declared arrive?
        DeclaredReceived = "declared_received",
        /// Did what was due arrive? Asked where nothing was declared.
        DueReceived = "due_received",
        /// Was the promise kept?
        PledgedReceived = "pledged_received",
        /// Was it paid in time?
        Deadline = "deadline",
        /// Did each beneficiary get its share?
        Split = "split",
        /// Did the intermediary pass on what it received?
        PassThrough = "pass_through",
    }
}

words! {
    /// The answer to a question.
    Outcome {
        /// Within tolerance.
        Agrees = "agrees",
        /// Beyond tolerance.
        Gap = "gap",
        /// Cannot be told; the reason says why.
        Unknown = "unknown",
    }
}

words! {
    /// What kind of gap.
    GapKind {
        /// Declared (or received, where nothing was declared) less than due.
        BelowDue = "below_due",
        /// Received less than declared.
        NotReceived = "not_received",
        /// Received more than declared: usually incomplete declaring.
        OverReceived = "over_received",
        /// More than the rule gives: timing or valuation. Informs, never accuses.
        AboveDue = "above_due",
        /// One beneficiary got less than its share implies by its siblings'.
        SplitShort = "split_short",
        /// A promise not kept.
        PledgeUnmet = "pledge_unmet",
        /// An intermediary keeps what it should pass on; the holder is named.
        HeldBack = "held_back",
        /// Paid after the deadline.
        Late = "late",
        /// The deadline has passed and the side that owes a statement has made none.
        Overdue = "overdue",
    }
}

words! {
    /// Why a question has no answer.
    Reason {
        /// A side has said nothing; `side` names it.
        Silent = "silent",
        /// The sides speak of different times.
        Period = "period",
        /// The sides speak of different mines, payers or recipients.
        Scope = "scope",
        /// The party named is not the one that owes.
        Entity = "entity",
        /// Two currencies, and no dated rate between them.
        CurrencyNoRate = "currency_no_rate",
        /// Nobody disclosed what the rule is computed from.
        BaseUnknown = "base_unknown",
        /// No rule gives a due here.
        NoRule = "no_rule",
        /// A side spoke without giving an amount.
        Absent = "absent",
        /// A figure is too vague to conclude from.
        Imprecise = "imprecise",
        /// A doubt stands against a figure.
        Doubted = "doubted",
    }
}

words! {
    /// What speaks against a claim as it stands.
    DoubtKind {
        /// Two statements of one fact differ.
        Conflict = "conflict",
        /// A magnitude, a unit or a currency's era cannot be right.
        UnitSuspect = "unit_suspect",
        /// One side states the same figure for a whole and for a part of it.
        Doubled = "doubled",
        /// Printed parts exceed their printed total.
        PartsExceedTotal = "parts_exceed_total",
        /// A value per carat far from the country's in the Kimberley Process tables.
        ImplausibleUnitValue = "implausible_unit_value",
        /// The mine lies in another country than those who pay and receive.
        PlaceSuspect = "place_suspect",
    }
}

words! {
    /// A column of a comparison.
    Column {
        /// By rule.
        Due = "due",
        /// By the payer.
        Declared = "declared",
        /// By the recipient.
        Received = "received",
        /// By promise.
        Pledged = "pledged",
    }
}

/// The whole answer.
#[derive(Clone, Debug, Default)]
pub struct Reconciliation {
    /// In canonical order: by country, case, stream, mine, payer, recipient, span.
    pub comparisons: Vec<Comparison>,
    /// By claims.
    pub doubts: Vec<Doubt>,
    /// Printed totals and differences against what they are made of.
    pub sums: Vec<SumCheck>,
    /// Claims that are not statements of due, declared or received.
    pub set_aside: Vec<SetAside>,
    /// Who owed a statement by when and has made none.
    pub silences: Vec<Silence>,
}

/// What is said besides the comparisons, where those were handed out one by one.
#[derive(Clone, Debug, Default)]
pub struct Besides {
    /// By claims.
    pub doubts: Vec<Doubt>,
    /// Printed totals and differences against what they are made of.
    pub sums: Vec<SumCheck>,
    /// Claims that are not statements of due, declared or received.
    pub set_aside: Vec<SetAside>,
    /// Who owed a statement by when and has made none.
    pub silences: Vec<Silence>,
}

/// Where a comparison stands: one flow over one span of time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// The country.
    pub country: CountryId,
    /// The case, empty where the pack has none.
    pub case: Box<str>,
    /// The flow's name.
    pub stream: StreamId,
    /// The mine.
    pub mine: Option<MineId>,
    /// Who pays.
    pub payer: Option<PartyId>,
    /// Who receives.
    pub recipient: Option<PartyId>,
    /// When, or which event.
    pub span: Span,
}

/// Due, declared and received of one flow over one span, and the verdicts.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Which flow, when.
    pub scope: Scope,
    /// A short code that never changes for this scope.
    pub code: String,
    /// The claims that stand at this very scope.
    pub claims: Vec<ClaimId>,
    /// Where the comparison is a part of a wider one: its position in the list.
    pub part_of: Option<usize>,
    /// The currency of the four columns.
    pub currency: Option<Currency>,
    /// By rule.
    pub due: Option<Due>,
    /// By the payer.
    pub declared: Option<Total>,
    /// By the recipient.
    pub received: Option<Total>,
    /// By promise.
    pub pledged: Option<Total>,
    /// One for each question that can be asked.
    pub verdicts: Vec<Verdict>,
}

/// A sum that carries its ignorance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The sum of what is known; `None` where nothing is known: never zero in its place.
    pub amount: Option<Amount>,
    /// How many claims are in the sum.
    pub known: u32,
    /// How many claims speak without an amount, and why.
    pub absent: Vec<Absence>,
    /// True where the sum is only a lower bound: claims are absent, or a source said "at least".
    pub lower_bound: bool,
    /// True where the side itself is silent and others (named by the claims) speak for it.
    pub stand_in: bool,
    /// How far the figure may be off because its sources rounded; nought if exact.
    pub allowance: Amount,
    /// True where a source said "about".
    pub about: bool,
    /// The claims in the sum (or absent), in order.
    #[serde(skip)]
    pub claims: Vec<ClaimId>,
    /// Other claims of the same side and scope: shown, neither averaged nor summed.
    #[serde(skip)]
    pub others: Vec<ClaimId>,
}

/// What was due, with its working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The currency the rule speaks in; another than the comparison's where nobody spoke in it.
    pub currency: Option<Currency>,
    /// The due amount; `None` where the base is unknown.
    pub amount: Option<Amount>,
    /// Before rounding or allocation.
    pub exact: Option<Amount>,
    /// Another version of the rule begins within the span and gives this instead.
    pub rival: Option<Amount>,
    /// How far it may be off because its base was rounded.
    pub allowance: Amount,
    /// True where the base was given as "about".
    pub about: bool,
    /// True where only less than it is a gap.
    pub minimum: bool,
    /// True where the payer received what it has to share: what it does not pass on, it holds.
    pub inflow: bool,
    /// The rule; `None` where a claim states the due itself.
    pub rule: Option<RuleId>,
    /// The claims it is computed from.
    pub claims: Vec<ClaimId>,
    /// Line by line.
    pub working: Vec<WorkingLine>,
}

/// One line of a working: what, how much, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingLine {
    /// What the line is.
    pub step: Step,
    /// The operand or result.
    pub amount: Amount,
    /// Its unit; percent for rates and shares.
    pub unit: Unit,
    /// The claim it was read from.
    pub claim: Option<ClaimId>,
    /// The rule it comes from.
    pub rule: Option<RuleId>,
    /// A share's token, where the line is a share.
    pub token: Option<Box<str>>,
}

words! {
    /// What a line of a working is.
    Step {
        /// The base, as claimed.
        Base = "base",
        /// A valuation that was not the highest.
        ValuationNotUsed = "valuation_not_used",
        /// A sum fixed by the rule.
        Fixed = "fixed",
        /// A sum per unit of the base.
        PerUnit = "per_unit",
        /// The rate.
        Rate = "rate",
        /// The share of a recipient.
        Share = "share",
        /// The whole that is split.
        Whole = "whole",
        /// What a sibling received, with its share.
        Sibling = "sibling",
        /// A sibling's share of the whole.
        SiblingShare = "sibling_share",
        /// The whole that a sibling's amount implies.
        ImpliedWhole = "implied_whole",
        /// The exact product.
        Product = "product",
        /// The product rounded half to even.
        Rounded = "rounded",
        /// The part of the whole by largest remainder, so that all parts add up to it.
        Allocated = "allocated",
        /// What would be due under another version of the rule that begins within the span.
        Rival = "rival",
        /// What a claim states as due.
        StatedDue = "stated_due",
        /// What the holder received and has to share.
        Inflow = "inflow",
        /// The exchange rate: units of the comparison's currency for one of the rule's (or the reverse, as published).
        ExchangeRate = "exchange_rate",
        /// The due in the comparison's currency.
        Converted = "converted",
    }
}

/// The answer to one question of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub outcome: Outcome,
    /// Which gap.
    pub kind: Option<GapKind>,
    /// Why unknown.
    pub reason: Option<Reason>,
    /// Which column is missing or doubted, for `silent`, `absent`, `imprecise` and `doubted`.
    pub column: Option<Column>,
    /// Left minus right; positive where less came than should have.
    pub amount: Option<Amount>,
    /// As a share of the reference amount, two decimals, half to even.
    pub percent: Option<Amount>,
    /// The smallest difference the sources allow.
    pub low: Option<Amount>,
    /// The largest difference the sources allow.
    pub high: Option<Amount>,
    /// The same verdict with another source's figure in place of the headline's.
    pub alternatives: Vec<Alternative>,
    /// True where no floor is set for the currency: compared by percentage alone.
    pub floor_missing: bool,
    /// Days after the deadline; without a legal deadline, days after the period: a stated delay.
    pub days: Option<i64>,
    /// What the rule's penalty adds, in the comparison's currency.
    pub penalty: Option<Amount>,
    /// The day by which it was due.
    pub due_by: Option<Day>,
    /// Who holds the money, for what is held back.
    pub holder: Option<PartyId>,
    /// The cause a reviewer attached: the gap is explained.
    pub explained: Option<Cause>,
    /// A reviewer's open question: the gap is not published until it is answered.
    pub open_question: Option<Box<str>>,
}

/// What the difference would be with a conflicting claim in the headline's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The other claim.
    pub claim: ClaimId,
    /// Its difference.
    pub amount: Amount,
    /// In percent.
    pub percent: Option<Amount>,
}

/// A remark of the engine that claims should not be trusted as they stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The claims concerned, in order: the one that the headline uses first.
    pub claims: Vec<ClaimId>,
    /// What speaks against them.
    pub kind: DoubtKind,
    /// How it was seen.
    pub cause: DoubtCause,
    /// First minus second, where both are amounts of one unit.
    pub difference: Option<Amount>,
    /// Of what.
    pub unit: Option<Unit>,
    /// A person's note, where a person recorded it.
    pub note: Box<str>,
}

words! {
    /// How a doubt was seen.
    DoubtCause {
        /// Two claims of one side, scope and unit differ beyond their precision.
        SameScope = "same_scope",
        /// Printed parts do not add up to their printed total.
        Total = "total",
        /// A printed difference is not the difference.
        Difference = "difference",
        /// A person recorded it.
        Recorded = "recorded",
        /// Two figures differ by a factor of a thousand or a million.
        Magnitude = "magnitude",
        /// A currency is used outside its era, or an old and a new unit of account are confused.
        Era = "era",
        /// The print has two readings.
        Print = "print",
        /// One figure for a whole and for its part.
        Repeated = "repeated",
        /// Value divided by carats.
        UnitValue = "unit_value",
        /// Countries differ.
        Place = "place",
    }
}

/// A printed total (or difference) against what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumCheck {
    /// The printed total or difference.
    pub claim: ClaimId,
    /// The parts, in order; for a difference: left, right.
    pub parts: Vec<ClaimId>,
    /// Of what.
    pub unit: Unit,
    /// As printed.
    pub printed: Amount,
    /// As computed.
    pub computed: Amount,
    /// Computed minus printed.
    pub difference: Amount,
    /// Within the rounding of what was printed; for a list of some parts: not more than the total.
    pub agrees: bool,
    /// True where only some parts are known.
    pub some: bool,
    /// True where the claim prints a difference.
    pub of_difference: bool,
}

/// A claim that is not compared, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetAside {
    /// Which.
    pub claim: ClaimId,
    /// Why: a word such as `forecast`, `use_not_documented`, `same_money`, `base`.
    pub reason: Box<str>,
}

/// A statement that a rule made expectable by a date, and that nobody has made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Silence {
    /// Position of the comparison that waits for it.
    pub comparison: usize,
    /// The rule that made it expectable.
    pub rule: RuleId,
    /// The day by which it was due.
    pub due_by: Day,
}
