//! The closed vocabularies of the API.

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[cynic(schema_module = "super::schema")]
        #[allow(missing_docs, reason = "the words are defined in the API's schema and worded in `text`")]
        pub enum $name { $($variant),* }
    };
}

vocabulary! { /** Why there is no amount. */ AbsenceCode {
    NotDisclosed, NotStated, NotQuantified, NoneReported, NoAccount, NotFound, NotRead, NotCollected, AmbiguousPrint,
    Illegible, Disputed, Withheld, WithheldForSafety, NotApplicable,
} }
vocabulary! { /** Who speaks. */ Side { Company, Government, Community, ThirdParty } }
vocabulary! { /** In what role. */ Role { Paid, Received, Pledged, Base } }
vocabulary! { /** How the source spoke. */ Precision { Exact, Rounded, AtLeast, About } }
vocabulary! { /** Under what duty. */ Nature { Mandatory, Voluntary, Pledge } }
vocabulary! { /** What kind of party. */ PartyKind {
    Company, Government, Fund, Trust, Council, Chiefdom, Landowners, Community, Cooperative, CivilSociety,
} }
vocabulary! { /** What binds the payer. */ Force { Statute, Lease, Agreement, Policy, Pledge, Voluntary } }
vocabulary! { /** Of which time a rule's base is taken. */ BasePeriod { Same, PreviousYear, EachSale, None } }
vocabulary! { /** What a person recorded about a claim. */ RemarkKind {
    PartOf, SomeOf, SameMoney, InstalmentOf, Contradicts, BaseFor, StatesDue, StatesDifference, SetAside, WrongEntity,
    Holds, ComparedWith, StatedRate, ComputedFrom, Delayed, UnitSuspect, Explained, OpenQuestion,
} }
vocabulary! { /** What is asked. */ Question {
    DueDeclared, DeclaredReceived, DueReceived, PledgedReceived, Deadline, Split, PassThrough,
} }
vocabulary! { /** The answer. */ Outcome { Agrees, Gap, Unknown } }
vocabulary! { /** Which gap. */ GapKind {
    BelowDue, NotReceived, OverReceived, AboveDue, SplitShort, PledgeUnmet, HeldBack, Late, Overdue,
} }
vocabulary! { /** How far a gap has come. */ GapState { Open, Questioned, Explained } }
vocabulary! { /** Why there is no answer. */ Reason {
    Silent, Period, Scope, Entity, CurrencyNoRate, BaseUnknown, NoRule, Absent, Imprecise, Doubted,
} }
vocabulary! { /** One of the columns. */ Column { Due, Declared, Received, Pledged } }
vocabulary! { /** How a doubt was seen. */ DoubtCause {
    SameScope, Total, Difference, Computed, Recorded, Magnitude, Era, Print, Repeated, UnitValue, Place,
} }
vocabulary! { /** What speaks against a claim. */ DoubtKind {
    Conflict, UnitSuspect, Doubled, PartsExceedTotal, ImplausibleUnitValue, PlaceSuspect,
} }
vocabulary! { /** Why a gap is there, as a reviewer found it. */ Cause {
    Stream, Timing, Entity, Rate, Base, Unit, Instalment, InKind, Unpaid, Other,
} }
vocabulary! { /** What a line of a working is. */ WorkingStep {
    Base, ValuationNotUsed, Fixed, PerUnit, Rate, Share, Whole, Sibling, SiblingShare, ImpliedWhole, Pooled, Pool, Weight,
    WeightTotal, StatedRate, ImpliedBase, Product, Rounded,
    Allocated, Rival, StatedDue, Held, Inflow, ExchangeRate, Converted,
} }
vocabulary! { /** Where a holder whom nobody named stands. */ UnnamedHolder { Payer, Recipient } }
vocabulary! { /** How an amount that stopped is meant. */ StoppedBound { Exactly, AtLeast, AtMost } }
vocabulary! { /** Which production. */ ProductionSegment { All, Artisanal, LargeScale } }
