//! The closed vocabularies: each word means the same in packs, database, API and pages.

/// Declares an enum of code words: reading, writing and listing them stays in one place.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $variant,)* }

        impl $name {
            /// Every word, in its published order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code word.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The meaning of a code word, if it is one.
            pub fn from_code(text: &str) -> Option<$name> {
                match text { $($word => Some($name::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Who speaks.
    Side {
        /// A mining company.
        Company = "company",
        /// A body of the State, at any level.
        Government = "government",
        /// A community, its council, its fund, its co-operative.
        Community = "community",
        /// Anyone else: an auditor, a newspaper, a researcher. Shown; used for a side only where that side is silent.
        ThirdParty = "third_party",
    }
}

words! {
    /// In what role a claim speaks about a flow.
    Role {
        /// What the payer paid.
        Paid = "paid",
        /// What the recipient received.
        Received = "received",
        /// What was promised.
        Pledged = "pledged",
        /// A base, a valuation, a forecast, a printed difference: never added to payments.
        Base = "base",
    }
}

words! {
    /// Why a claim holds no amount. Missing is never zero.
    Absence {
        /// The party was asked and refused.
        NotDisclosed = "not_disclosed",
        /// The source does not say.
        NotStated = "not_stated",
        /// "Thousands of dollars": spoken of, without a number.
        NotQuantified = "not_quantified",
        /// A side says that nothing came, without a figure.
        NoneReported = "none_reported",
        /// The recipient has no account to pay into.
        NoAccount = "no_account",
        /// Looked for, not found.
        NotFound = "not_found",
        /// Beyond the part of the source that was read.
        NotRead = "not_read",
        /// Nobody collects this figure.
        NotCollected = "not_collected",
        /// The print has two readings.
        AmbiguousPrint = "ambiguous_print",
        /// The print cannot be read.
        Illegible = "illegible",
        /// The figure itself is before a court or a commission.
        Disputed = "disputed",
        /// The source holds the figure back.
        Withheld = "withheld",
        /// We hold the figure back so that nobody is endangered.
        WithheldForSafety = "withheld_for_safety",
        /// The question does not arise here.
        NotApplicable = "not_applicable",
    }
}

words! {
    /// How the source spoke.
    Precision {
        /// To the last digit printed.
        Exact = "exact",
        /// Rounded, as in "3.2 million".
        Rounded = "rounded",
        /// A lower bound, as in "more than 700 million".
        AtLeast = "at_least",
        /// "About": nothing can be concluded from it.
        About = "about",
    }
}

words! {
    /// Under what duty a payment is made.
    Nature {
        /// By law or contract.
        Mandatory = "mandatory",
        /// Freely.
        Voluntary = "voluntary",
        /// By promise.
        Pledge = "pledge",
    }
}

words! {
    /// What kind of party: decides whose word counts as the payer's or the recipient's own.
    PartyKind {
        /// A company, or a group of companies.
        Company = "company",
        /// A ministry, an agency, a treasury, a province.
        Government = "government",
        /// A fund.
        Fund = "fund",
        /// A trust.
        Trust = "trust",
        /// An elected local council.
        Council = "council",
        /// A chiefdom or its office.
        Chiefdom = "chiefdom",
        /// A village, land-owning families, a population.
        Community = "community",
        /// Land-owning families.
        Landowners = "landowners",
        /// A co-operative.
        Cooperative = "cooperative",
        /// A civil society organisation.
        CivilSociety = "civil_society",
    }
}

words! {
    /// What binds the payer.
    Force {
        /// Law.
        Statute = "statute",
        /// The mine's own lease, which comes before the statute.
        Lease = "lease",
        /// A convention or agreement.
        Agreement = "agreement",
        /// Policy without an act.
        Policy = "policy",
        /// A promise: never "unpaid tax".
        Pledge = "pledge",
        /// Nothing but will.
        Voluntary = "voluntary",
    }
}

words! {
    /// Of which time the base of a rule is taken.
    BasePeriod {
        /// Of the period itself.
        Same = "same",
        /// Of the year before.
        PreviousYear = "previous_year",
        /// Of each sale.
        EachSale = "each_sale",
        /// The rule has no period.
        None = "none",
    }
}

words! {
    /// What kind of payment a stream is.
    PaymentType {
        /// A share of production or its value.
        Royalty = "royalty",
        /// Rent for the surface.
        SurfaceRent = "surface_rent",
        /// A tax, a duty, a levy.
        Tax = "tax",
        /// A fee.
        Fee = "fee",
        /// What goes on from one public body to another (EITI 5.2).
        SubnationalTransfer = "subnational_transfer",
        /// What a company owes local bodies directly (EITI 4.6).
        SubnationalPayment = "subnational_payment",
        /// Mandatory or voluntary social spending (EITI 6.1).
        SocialExpenditure = "social_expenditure",
        /// A share in profit or capital.
        Equity = "equity",
        /// All payments together.
        AllPayments = "all_payments",
        /// A base, not a payment: sales, exports, production, valuations.
        Base = "base",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// A remark that a person recorded about a claim: what only a person can know.
    RemarkKind {
        /// The claim is a printed part of the claim named in `value`; all parts together should make that total.
        PartOf = "part_of",
        /// The claim is one of several parts of the claim named in `value`; other parts were not read.
        SomeOf = "some_of",
        /// The claim states the same money as the claim named in `value` (another currency, another outlet): never added.
        SameMoney = "same_money",
        /// The claim is a further instalment of the payment named in `value`: the two are added.
        InstalmentOf = "instalment_of",
        /// The claim and the claim named in `value` cannot both hold.
        Contradicts = "contradicts",
        /// The figure serves as base for the rules of the stream named in `value`, even where the rule names another measure.
        BaseFor = "base_for",
        /// The claim states what is due on its own flow.
        StatesDue = "states_due",
        /// The claim prints the difference between the two claims named in `value` (`left;right`).
        StatesDifference = "states_difference",
        /// Not a statement of due, declared or received: `value` says what it is (`forecast`, `use_not_documented`, …).
        SetAside = "set_aside",
        /// The claim states the other end of the payment that the claim named in `value` states, though the prints place
        /// the two at different recipients, mines or times: it is compared there. Named beside a claim of its own role, it
        /// is another figure for it, shown with it and never leading.
        ComparedWith = "compared_with",
        /// The source says that the amount is so many percent (`value`) of what the rule is computed from.
        StatedRate = "stated_rate",
        /// The claim prints what the rules of its stream give on the base named in `value`: checked, never compared.
        ComputedFrom = "computed_from",
        /// The source says that the payment came after its time; the note says how long after.
        Delayed = "delayed",
        /// The payer named is not the one that owes; `value` names who does, where known.
        WrongEntity = "wrong_entity",
        /// The claim states what the payer of its flow holds back from the recipient; without an amount, all that is due.
        Holds = "holds",
        /// The magnitude or the unit of the print cannot be right as it stands; the note says why.
        UnitSuspect = "unit_suspect",
        /// A gap on this claim was explained; `value` is the cause.
        Explained = "explained",
        /// A reviewer's open question: a gap on this claim is not published until it is answered. The note holds the question.
        OpenQuestion = "open_question",
    }
}

words! {
    /// Why a gap is there, as a reviewer found it.
    Cause {
        /// Booked under another stream.
        Stream = "stream",
        /// Paid or booked at another time.
        Timing = "timing",
        /// Paid by or to another entity.
        Entity = "entity",
        /// Another exchange rate.
        Rate = "rate",
        /// Another base.
        Base = "base",
        /// Another unit or magnitude.
        Unit = "unit",
        /// One of several instalments.
        Instalment = "instalment",
        /// Paid in kind.
        InKind = "in_kind",
        /// Not paid.
        Unpaid = "unpaid",
        /// Something else; the note says what.
        Other = "other",
    }
}
