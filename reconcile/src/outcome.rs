//! What a reconciliation says: comparisons with their verdicts, doubts, checked totals, and what was set aside.

use serde::Serialize;

use crate::amount::Amount;
use crate::currency::{Currency, Unit};
use crate::facts::{ClaimId, CountryId, MineId, PartyId, RateId, RuleId, StreamId};
use crate::period::{Day, Span};
use crate::said::{Column, DoubtCause, DoubtKind, GapKind, GapState, Outcome, Question, Reason, Step};
use crate::words::{Absence, Cause};

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
    /// The answer to the question of the due under each other version of its rule that some hold to be in force.
    pub rivals: Vec<Rival>,
    /// What each beneficiary is due of this due, where a split rule divides it, whether or not anybody spoke of it.
    pub shares: Vec<ShareDue>,
}

/// What is due, and the answer, under another version of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// The other version.
    pub rule: RuleId,
    /// What is due under it; `None` where it gives no due here.
    pub due: Option<Due>,
    /// The answer under it; `None` where the question cannot be asked under it.
    pub verdict: Option<Verdict>,
}

/// One beneficiary's share of a due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareDue {
    /// The split.
    pub rule: RuleId,
    /// The beneficiary as the split names it: a party's code, or a word that parties carry.
    pub token: Box<str>,
    /// Percent of the whole; `None` where the split weighs by a count or by area.
    pub percent: Option<Amount>,
    /// By largest remainder: the shares of one split add up to the due.
    pub amount: Amount,
}

/// A sum that carries its ignorance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The sum of what is known; `None` where nothing is known: never zero in its place.
    pub amount: Option<Amount>,
    /// The sum by the highest rate observed, where no single dated rate settles it: the amount is then by the lowest.
    pub high: Option<Amount>,
    /// What of the sum was stated in another currency, and the rates that stand between.
    #[serde(skip)]
    pub conversions: Vec<Conversion>,
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

/// A figure that was stated in another currency: what was stated stays the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The currency of what was stated.
    pub from: Currency,
    /// As stated.
    pub amount: Amount,
    /// The same money in another unit of account: nothing was rounded, and no other rate could have been taken.
    pub exact: bool,
    /// By the one rate that settles it, or by the lowest observed.
    pub at: Converted,
    /// By the highest observed, where no single dated rate settles it.
    pub high: Option<Converted>,
}

/// A figure by one rate. The rate knows its date, its direction, its kind and its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// As published, whichever way round.
    pub rate: RateId,
    /// In the comparison's currency.
    pub amount: Amount,
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
    /// That by the highest rate observed, where no single dated rate settles it.
    pub rival_high: Option<Amount>,
    /// What it was before it was converted into the currency that the sides speak.
    pub conversion: Option<Conversion>,
    /// How far it may be off because its base was rounded.
    pub allowance: Amount,
    /// True where the base was given as "about".
    pub about: bool,
    /// True where it may be more: a base was given as "at least", or a stream of a pool is not known.
    pub lower_bound: bool,
    /// The streams of a pool of which nothing is known.
    pub missing: Vec<StreamId>,
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
    /// The exchange rate it is.
    pub rate: Option<RateId>,
    /// A share's token, where the line is a share.
    pub token: Option<Box<str>>,
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
    pub explained: Option<Explanation>,
    /// A reviewer's open question: the gap is not published until it is answered.
    pub open_question: Option<Box<str>>,
}

impl Verdict {
    /// How far a gap has come; none where the verdict is not a gap.
    pub fn state(&self) -> Option<GapState> {
        match self {
            Verdict { outcome, .. } if *outcome != Outcome::Gap => None,
            Verdict { open_question: Some(_), .. } => Some(GapState::Questioned),
            Verdict { explained: Some(_), .. } => Some(GapState::Explained),
            _ => Some(GapState::Open),
        }
    }
}

/// Why a gap is there, as a reviewer found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The cause.
    pub cause: Cause,
    /// In full sentences.
    pub note: Box<str>,
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
    /// The rule whose result the claim prints, computed from the one part; `None` for totals and differences.
    pub rule: Option<RuleId>,
    /// What the right-hand figure of a difference would have to be for the printed difference to hold.
    pub would_be: Option<Amount>,
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
