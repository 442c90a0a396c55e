//! The words of a reconciliation: what is asked, what is answered, what is doubted, and the steps of a working.

use crate::words::words;

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
    /// How far a gap has come.
    GapState {
        /// Nobody has explained it.
        Open = "open",
        /// A reviewer asks about it: it is not published as a gap until the question is answered.
        Questioned = "questioned",
        /// A reviewer found the cause.
        Explained = "explained",
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
        /// One stream of a pool, as claimed.
        Pooled = "pooled",
        /// What all streams of the pool that are known make together.
        Pool = "pool",
        /// What weighs the recipient's share: its licences, its area.
        Weight = "weight",
        /// What all weights make together, as claimed.
        WeightTotal = "weight_total",
        /// The percentage of the base that the source says was paid.
        StatedRate = "stated_rate",
        /// The base that the payment and its stated percentage imply.
        ImpliedBase = "implied_base",
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
        /// What the payer is said to hold for the recipient.
        Held = "held",
        /// What the holder received and has to share.
        Inflow = "inflow",
        /// An exchange rate, as published: with its date, its direction and its source.
        ExchangeRate = "exchange_rate",
        /// The due in the comparison's currency, by the rate above it.
        Converted = "converted",
    }
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
        /// A printed result is not what the rule gives.
        Computed = "computed",
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
