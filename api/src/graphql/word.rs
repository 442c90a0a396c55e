//! The closed vocabularies as enums of the schema. Their words are those of `reconcile`, and a variant that is missing
//! here does not compile.

use async_graphql::Enum;

use super::error::{ApiError, ApiResult};

pub use super::said::*;

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

/// Declares enums of the schema from the closed vocabularies of `reconcile`.
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
pub(super) use words;

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
        /// The other end of the payment that another claim states: compared there.
        ComparedWith,
        /// The source says that the amount is so many percent of what the rule is computed from.
        StatedRate,
        /// Prints what a rule gives on another claim: checked, never compared.
        ComputedFrom,
        /// The source says that the payment came after its time.
        Delayed,
        /// The magnitude or the unit of the print cannot be right as it stands.
        UnitSuspect,
        /// A gap on this claim was explained; `word` is the cause.
        Explained,
        /// A reviewer's open question: a gap on this claim is not published until it is answered.
        OpenQuestion,
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
