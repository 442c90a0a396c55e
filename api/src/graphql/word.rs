//! The closed vocabularies as enums of the schema. Their words are those of `reconcile`, and a variant that is missing
//! here does not compile.

use async_graphql::Enum;

use super::error::{ApiError, ApiResult};

/// A word that is stored as text and shown as an enum.
pub trait Word: Sized {
    /// The meaning of a stored word.
    fn known(text: &str) -> Option<Self>;
    /// The word as it is stored.
    fn stored(self) -> &'static str;
}

/// A stored word. One that is not known is damage.
pub fn word<W: Word>(text: &str) -> ApiResult<W> {
    W::known(text).ok_or_else(|| ApiError::internal(format!("the database holds the unknown word `{text}`")))
}

/// A stored word that may be absent.
pub fn word_or_none<W: Word>(text: Option<&String>) -> ApiResult<Option<W>> {
    text.map(|text| word(text)).transpose()
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $source:ty, $remote:literal { $($(#[$about:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
        #[graphql(remote = $remote)]
        pub enum $name { $($(#[$about])* $variant,)* }

        impl Word for $name {
            fn known(text: &str) -> Option<$name> {
                <$source>::from_code(text).map(Into::into)
            }

            fn stored(self) -> &'static str {
                <$source>::from(self).as_str()
            }
        }
    )*};
}

words! {
    /// Why there is no amount. Missing is never zero.
    AbsenceCode = reconcile::Absence, "reconcile::Absence" {
        /// The party was asked and refused.
        NotDisclosed,
        /// The source does not say.
        NotStated,
        /// Spoken of without a number.
        NotQuantified,
        /// A side says that nothing came, without a figure.
        NoneReported,
        /// The recipient has no account to pay into.
        NoAccount,
        /// Looked for, not found.
        NotFound,
        /// Beyond the part of the source that was read.
        NotRead,
        /// Nobody collects this figure.
        NotCollected,
        /// The print has two readings.
        AmbiguousPrint,
        /// The print cannot be read.
        Illegible,
        /// The figure itself is before a court or a commission.
        Disputed,
        /// The source holds the figure back.
        Withheld,
        /// We hold the figure back so that nobody is endangered.
        WithheldForSafety,
        /// The question does not arise here.
        NotApplicable,
    }

    /// Who speaks.
    Side = reconcile::Side, "reconcile::Side" {
        /// A mining company.
        Company,
        /// A body of the State, at any level.
        Government,
        /// A community, its council, its fund, its co-operative.
        Community,
        /// Anyone else: shown; used for a side only where that side is silent.
        ThirdParty,
    }

    /// In what role a claim speaks about a flow.
    Role = reconcile::Role, "reconcile::Role" {
        /// What the payer paid.
        Paid,
        /// What the recipient received.
        Received,
        /// What was promised.
        Pledged,
        /// A base, a valuation, a forecast: never added to payments.
        Base,
    }

    /// Why a gap is there, as a reviewer found it.
    Cause = reconcile::Cause, "reconcile::Cause" {
        /// Booked under another stream.
        Stream,
        /// Paid or booked at another time.
        Timing,
        /// Paid by or to another entity.
        Entity,
        /// Another exchange rate.
        Rate,
        /// Another base.
        Base,
        /// Another unit or magnitude.
        Unit,
        /// One of several instalments.
        Instalment,
        /// Paid in kind.
        InKind,
        /// Not paid.
        Unpaid,
        /// Something else; the note says what.
        Other,
    }

    /// How the source spoke.
    Precision = reconcile::Precision, "reconcile::Precision" {
        /// To the last digit printed.
        Exact,
        /// Rounded, as in "3.2 million".
        Rounded,
        /// A lower bound.
        AtLeast,
        /// "About": nothing can be concluded from it.
        About,
    }

    /// Under what duty a payment is made.
    Nature = reconcile::Nature, "reconcile::Nature" {
        /// By law or contract.
        Mandatory,
        /// Freely.
        Voluntary,
        /// By promise.
        Pledge,
    }

    /// What kind of party.
    PartyKind = reconcile::PartyKind, "reconcile::PartyKind" {
        /// A company, or a group of companies.
        Company,
        /// A ministry, an agency, a treasury, a province.
        Government,
        /// A fund.
        Fund,
        /// A trust.
        Trust,
        /// An elected local council.
        Council,
        /// A chiefdom or its office.
        Chiefdom,
        /// A village, a population.
        Community,
        /// Land-owning families.
        Landowners,
        /// A co-operative.
        Cooperative,
        /// A civil society organisation.
        CivilSociety,
    }

    /// What binds the payer.
    Force = reconcile::Force, "reconcile::Force" {
        /// Law.
        Statute,
        /// The mine's own lease, which comes before the statute.
        Lease,
        /// A convention or agreement.
        Agreement,
        /// Policy without an act.
        Policy,
        /// A promise: never "unpaid tax".
        Pledge,
        /// Nothing but will.
        Voluntary,
    }

    /// Of which time the base of a rule is taken.
    BasePeriod = reconcile::BasePeriod, "reconcile::BasePeriod" {
        /// Of the period itself.
        Same,
        /// Of the year before.
        PreviousYear,
        /// Of each sale.
        EachSale,
        /// The rule has no period.
        None,
    }

    /// What kind of payment a stream is.
    PaymentType = reconcile::PaymentType, "reconcile::PaymentType" {
        /// A share of production or its value.
        Royalty,
        /// Rent for the surface.
        SurfaceRent,
        /// A tax, a duty, a levy.
        Tax,
        /// A fee.
        Fee,
        /// What goes on from one public body to another (EITI 5.2).
        SubnationalTransfer,
        /// What a company owes local bodies directly (EITI 4.6).
        SubnationalPayment,
        /// Mandatory or voluntary social spending (EITI 6.1).
        SocialExpenditure,
        /// A share in profit or capital.
        Equity,
        /// All payments together.
        AllPayments,
        /// A base, not a payment.
        Base,
        /// Anything else.
        Other,
    }

    /// What a person recorded about a claim.
    RemarkKind = reconcile::RemarkKind, "reconcile::RemarkKind" {
        /// A printed part of the other claim; all parts together should make that total.
        PartOf,
        /// One of several parts of the other claim; further parts were not read.
        SomeOf,
        /// The same money as the other claim: never added.
        SameMoney,
        /// A further instalment of the other payment: the two are added.
        InstalmentOf,
        /// The two claims cannot both hold.
        Contradicts,
        /// Serves as base for the rules of the stream that is named.
        BaseFor,
        /// States what is due on its own flow.
        StatesDue,
        /// Prints the difference between the two other claims.
        StatesDifference,
        /// Not a statement of due, declared or received.
        SetAside,
        /// The payer named is not the one that owes.
        WrongEntity,
        /// States what the payer of its flow holds back from the recipient.
        Holds,
        /// The magnitude or the unit of the print cannot be right as it stands.
        UnitSuspect,
        /// A gap on this claim was explained; `word` is the cause.
        Explained,
        /// A reviewer's open question: a gap on this claim is not published until it is answered.
        OpenQuestion,
    }

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
        /// What the holder received and has to share.
        Inflow,
        /// The exchange rate, as published.
        ExchangeRate,
        /// The due in the comparison's currency.
        Converted,
    }
}

/// What part of a country's production a figure is about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductionSegment {
    /// All of it.
    All,
    /// By artisans.
    Artisanal,
    /// By large mines.
    LargeScale,
}
