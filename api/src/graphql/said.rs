//! What a reconciliation asks, answers and doubts, as enums of the schema.

use async_graphql::Enum;

use super::word::{Word, words};

words! {
    /// What is asked of a comparison.
    Question = reconcile::Question, "reconcile::Question" {
        /// Was what was due declared?
        DueDeclared,
        /// Did what was declared arrive?
        DeclaredReceived,
        /// Did what was due arrive? Asked where nothing was declared.
        DueReceived,
        /// Was the promise kept?
        PledgedReceived,
        /// Was it paid in time?
        Deadline,
        /// Did each beneficiary get its share?
        Split,
        /// Did the intermediary pass on what it received?
        PassThrough,
    }

    /// The answer to a question.
    Outcome = reconcile::Outcome, "reconcile::Outcome" {
        /// Within tolerance.
        Agrees,
        /// Beyond tolerance.
        Gap,
        /// Cannot be told; the reason says why.
        Unknown,
    }

    /// What kind of gap.
    GapKind = reconcile::GapKind, "reconcile::GapKind" {
        /// Declared (or received, where nothing was declared) less than due.
        BelowDue,
        /// Received less than declared.
        NotReceived,
        /// Received more than declared: usually incomplete declaring.
        OverReceived,
        /// More than the rule gives: timing or valuation. Informs, never accuses.
        AboveDue,
        /// One beneficiary got less than its share implies by its siblings'.
        SplitShort,
        /// A promise not kept.
        PledgeUnmet,
        /// An intermediary keeps what it should pass on; the holder is named.
        HeldBack,
        /// Paid after the deadline.
        Late,
        /// The deadline has passed and the side that owes a statement has made none.
        Overdue,
    }

    /// How far a gap has come.
    GapState = reconcile::GapState, "reconcile::GapState" {
        /// Nobody has explained it.
        Open,
        /// A reviewer asks about it: it is not published as a gap until the question is answered.
        Questioned,
        /// A reviewer found the cause.
        Explained,
    }

    /// Why a question has no answer.
    Reason = reconcile::Reason, "reconcile::Reason" {
        /// A side has said nothing; the verdict's column says which.
        Silent,
        /// The sides speak of different times.
        Period,
        /// The sides speak of different mines, payers or recipients.
        Scope,
        /// The party named is not the one that owes.
        Entity,
        /// Two currencies, and no dated rate between them.
        CurrencyNoRate,
        /// Nobody disclosed what the rule is computed from.
        BaseUnknown,
        /// No rule gives a due here.
        NoRule,
        /// A side spoke without giving an amount.
        Absent,
        /// A figure is too vague to conclude from.
        Imprecise,
        /// A doubt stands against a figure.
        Doubted,
    }

    /// A column of a comparison.
    Column = reconcile::Column, "reconcile::Column" {
        /// By rule.
        Due,
        /// By the payer.
        Declared,
        /// By the recipient.
        Received,
        /// By promise.
        Pledged,
    }

    /// What speaks against a claim as it stands.
    DoubtKind = reconcile::DoubtKind, "reconcile::DoubtKind" {
        /// Two statements of one fact differ.
        Conflict,
        /// A magnitude, a unit or a currency's era cannot be right.
        UnitSuspect,
        /// One side states the same figure for a whole and for a part of it.
        Doubled,
        /// Printed parts exceed their printed total.
        PartsExceedTotal,
        /// A value per carat far from the country's in the Kimberley Process tables.
        ImplausibleUnitValue,
        /// The mine lies in another country than those who pay and receive.
        PlaceSuspect,
    }

    /// How a doubt was seen.
    DoubtCause = reconcile::DoubtCause, "reconcile::DoubtCause" {
        /// Two claims of one side, scope and unit differ beyond their precision.
        SameScope,
        /// Printed parts do not add up to their printed total.
        Total,
        /// A printed difference is not the difference.
        Difference,
        /// A printed result is not what the rule gives.
        Computed,
        /// A person recorded it.
        Recorded,
        /// Two figures differ by a factor of a thousand or a million.
        Magnitude,
        /// A currency is used outside its era, or an old and a new unit of account are confused.
        Era,
        /// The print has two readings.
        Print,
        /// One figure for a whole and for its part.
        Repeated,
        /// Value divided by carats.
        UnitValue,
        /// Countries differ.
        Place,
    }

    /// What a line of a working is.
    WorkingStep = reconcile::Step, "reconcile::Step" {
        /// The base, as claimed.
        Base,
        /// A valuation that was not the highest.
        ValuationNotUsed,
        /// A sum fixed by the rule.
        Fixed,
        /// A sum per unit of the base.
        PerUnit,
        /// The rate.
        Rate,
        /// The share of a recipient.
        Share,
        /// The whole that is split.
        Whole,
        /// What a sibling received.
        Sibling,
        /// A sibling's share of the whole.
        SiblingShare,
        /// The whole that a sibling's amount implies.
        ImpliedWhole,
        /// One of several figures that make the base together.
        Pooled,
        /// What those figures make together.
        Pool,
        /// What weighs the recipient's share: its licences, its area.
        Weight,
        /// What all weights make together, as claimed.
        WeightTotal,
        /// The percentage of the base that the source says was paid.
        StatedRate,
        /// The base that the payment and its stated percentage imply.
        ImpliedBase,
        /// The exact product.
        Product,
        /// The product rounded half to even.
        Rounded,
        /// The part of the whole by largest remainder, so that all parts add up to it.
        Allocated,
        /// What would be due under another version of the rule that begins within the span.
        Rival,
        /// What a claim states as due.
        StatedDue,
        /// What the payer is said to hold for the recipient.
        Held,
        /// What the holder received and has to share.
        Inflow,
        /// The exchange rate, as published.
        ExchangeRate,
        /// The due in the comparison's currency.
        Converted,
    }
}
