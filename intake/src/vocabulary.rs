//! Closed vocabularies: those of `reconcile`, and those that only files have.

use reconcile::{
    Absence, BasePeriod, Cause, Force, Nature, PartyKind, PaymentType, Precision, Reason, RemarkKind, Role, Side,
};

/// `yes` or `no`.
pub(crate) const YES_NO: &[&str] = &["yes", "no"];
/// How a mine is worked.
pub(crate) const MINE_KINDS: &[&str] = &["kimberlite", "alluvial", "artisanal_area", "plant"];
/// How sure a coordinate is.
pub(crate) const COORDINATE_CONFIDENCES: &[&str] = &["high", "low", "none"];
/// How sure the reading of a law is.
pub(crate) const CONFIDENCES: &[&str] = &["high", "medium", "low"];
/// Who stands behind a publication.
pub(crate) const SOURCE_KINDS: &[&str] = &["official", "press", "ngo", "company", "court", "academic"];
/// How much of it was read.
pub(crate) const READ: &[&str] = &["whole", "excerpt"];
/// What a rate is.
pub(crate) const RATE_KINDS: &[&str] = &["redenomination", "official_average", "market", "transaction"];
/// How several valuations become one.
pub(crate) const VALUATIONS: &[&str] = &["highest_of_three"];
/// What a claim is about.
pub(crate) const CLAIM_KINDS: &[&str] =
    &["revenue", "production", "royalty", "payment", "transfer", "pledge", "valuation"];
/// Which production a row counts.
pub(crate) const PRODUCTION_KINDS: &[&str] = &["all", "artisanal", "large_scale"];
/// Who made the arithmetic of a worked example.
pub(crate) const ARITHMETIC: &[&str] = &["source", "ours"];
/// What a figure counts, where it is not money.
pub(crate) const UNITS: &[&str] = &["ct", "t", "percent", "licence", "km2", "ha"];

/// A closed vocabulary of `reconcile`.
pub(crate) trait Word: Copy + 'static {
    /// Every word, in its published order.
    fn words() -> impl Iterator<Item = &'static str> + Clone;
    /// The meaning of a word.
    fn read(text: &str) -> Option<Self>;
}

macro_rules! word {
    ($($name:ident),*) => {
        $(impl Word for $name {
            fn words() -> impl Iterator<Item = &'static str> + Clone {
                $name::ALL.iter().map(|word| word.as_str())
            }

            fn read(text: &str) -> Option<$name> {
                $name::from_code(text)
            }
        })*
    };
}

word!(Absence, BasePeriod, Cause, Force, Nature, PartyKind, PaymentType, Precision, Reason, RemarkKind, Role, Side);
