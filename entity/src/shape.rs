//! What the JSON columns hold. Claims are named by their public codes, rules by their pack ids, amounts by their digits.

use serde::{Deserialize, Serialize};

/// One line of a due's working (`comparison.due_working`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingLine {
    /// What the line is: a word of [`reconcile::Step`].
    pub step: String,
    /// The operand or result.
    pub amount: String,
    /// Its unit; `percent` for rates and shares.
    pub unit: String,
    /// Public code of the claim it was read from.
    pub claim: Option<String>,
    /// Code of the rule it comes from.
    pub rule: Option<String>,
    /// The exchange rate it is.
    pub rate: Option<ExchangeRate>,
    /// A share's token.
    pub token: Option<String>,
}

/// A figure that an example starts from (`worked_example.given`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// A measure, a stream, or the currency whose rate it is.
    pub name: String,
    /// What sets it apart from others of that name.
    pub label: Option<String>,
    /// How much.
    pub amount: String,
    /// Of what.
    pub unit: String,
}

/// One line of an example's working (`worked_example.working`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkedLine {
    /// What the line is: a word of [`reconcile::Step`].
    pub step: String,
    /// The operand or result.
    pub amount: String,
    /// Its unit; `percent` for rates and shares.
    pub unit: String,
    /// Position of the figure it was read from.
    pub given: Option<usize>,
    /// Code of the rule it comes from.
    pub rule: Option<String>,
    /// A share's token.
    pub token: Option<String>,
}

/// An exchange rate, as published (in `comparison.due_working` and in [`Conversion`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// One unit of this currency…
    pub from: String,
    /// …is so many units of that one.
    pub to: String,
    /// The factor, with the digits written.
    pub rate: String,
    /// The day, month or year it was seen.
    pub on: String,
    /// `redenomination`, `official_average`, `market` or `transaction`.
    pub kind: String,
    /// Code of the source.
    pub source: String,
}

/// A figure that was stated in another currency (`comparison.due_conversions`, `declared_conversions` and so on).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    /// ISO 4217 code of what was stated.
    pub from: String,
    /// Its digits, as stated.
    pub amount: String,
    /// The same money in another unit of account.
    pub exact: bool,
    /// By the one rate that settles it, or by the lowest and the highest observed.
    pub by_rate: Vec<Converted>,
}

/// A figure by one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// The rate.
    pub rate: ExchangeRate,
    /// In the comparison's currency.
    pub amount: String,
}

/// The same verdict with another claim in the headline's place (`verdict.alternatives`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Public code of the other claim.
    pub claim: String,
    /// Its difference.
    pub amount: String,
    /// In percent.
    pub percent: Option<String>,
}

/// The answer under another version of the rule (`comparison.rivals`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// Code of the other version.
    pub rule: String,
    /// Digits of what is due under it; none: it gives no due here, or its base is unknown.
    pub due_amount: Option<String>,
    /// ISO 4217 code of that due.
    pub due_currency: Option<String>,
    /// Its working.
    pub working: Vec<WorkingLine>,
    /// A word of [`reconcile::Outcome`]; none: the question cannot be asked under it.
    pub outcome: Option<String>,
    /// A word of [`reconcile::GapKind`].
    pub kind: Option<String>,
    /// A word of [`reconcile::Reason`].
    pub reason: Option<String>,
    /// Digits of the difference.
    pub amount: Option<String>,
    /// In percent.
    pub percent: Option<String>,
}

/// One beneficiary's share of a due (`comparison.shares`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareDue {
    /// Code of the split.
    pub rule: String,
    /// A party's code, or a word that parties carry.
    pub token: String,
    /// Percent of the due; none where the split weighs by a count or by area.
    pub percent: Option<String>,
    /// Digits of the share.
    pub amount: String,
}

/// The four answers without which nothing is approved (`disclosure.harm_check`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HarmCheck {
    /// Nobody is named by the figures.
    pub no_person_named: bool,
    /// No place is so small that it is a person.
    pub no_place_that_is_a_person: bool,
    /// No date points to one.
    pub no_date_that_points_to_one: bool,
    /// No paper was held by one person only.
    pub no_paper_held_by_one_person: bool,
}
