//! The sums that `totals` adds up: exact, prepared once, as few as there are places, years and currencies.
//!
//! Only comparisons that are not parts of others are summed, so nothing is counted twice.

use std::collections::BTreeMap;

use entity::figure;
use reconcile::{Amount, Column, Comparison, Currency, Day, Facts};

use super::filled;
use super::placed::Placed;

/// The longest span that still belongs to a year: a leap year. A longer one says nothing about any single year.
const YEAR_DAYS_MAX: i64 = 366;

/// What is summed apart.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    country: String,
    case: Option<String>,
    mine: Option<String>,
    stream: String,
    year: Option<i64>,
    currency: Option<String>,
    column: Column,
}

/// A sum in the making.
#[derive(Default)]
struct Sum {
    amount: Option<Amount>,
    too_large: bool,
    known: i64,
    absent: i64,
    lower_bound: bool,
}

impl Sum {
    fn add(&mut self, amount: Option<Amount>, known: i64, absent: i64, lower_bound: bool) {
        self.known += known;
        self.absent += absent;
        self.lower_bound |= lower_bound || absent > 0;
        let Some(amount) = amount else { return };
        match self.amount.unwrap_or(Amount::ZERO).plus(amount) {
            Ok(sum) => self.amount = Some(sum),
            Err(reconcile::TooLarge) => self.too_large = true,
        }
    }
}

/// The figures of some comparisons.
#[derive(Default)]
pub(super) struct Figures(BTreeMap<Key, Sum>);

impl Figures {
    /// Adds the columns in which no wider comparison has an amount: the part's is in no other figure.
    pub(super) fn add(&mut self, facts: &Facts, placed: &Placed) {
        let own = &placed.comparison;
        let key = |column, currency: Option<Currency>| Key {
            country: facts.country(own.scope.country).code.to_string(),
            case: filled(&own.scope.case),
            mine: own.scope.mine.map(|mine| facts.mine(mine).code.to_string()),
            stream: facts.stream(own.scope.stream).code.to_string(),
            year: year(facts, own),
            currency: currency.map(|currency| currency.to_string()),
            column,
        };
        if let Some(due) = own.due.as_ref().filter(|_| placed.stands_alone(Column::Due)) {
            let known = i64::from(due.amount.is_some());
            // A due may be in a currency that nobody spoke; what was converted is summed as it was before.
            let (amount, currency) = match &due.conversion {
                Some(conversion) => (Some(conversion.amount), Some(conversion.from)),
                None => (due.amount, due.currency.or(own.currency)),
            };
            self.0.entry(key(Column::Due, currency)).or_default().add(amount, known, 1 - known, false);
        }
        let sides =
            [(Column::Declared, &own.declared), (Column::Received, &own.received), (Column::Pledged, &own.pledged)];
        for (column, side) in sides.into_iter().filter(|(column, _)| placed.stands_alone(*column)) {
            let Some(total) = side else { continue };
            // The currency that a side spoke is the record: no rate enters a total.
            let (amount, currency) = match total.as_stated() {
                Some(stated) => (Some(stated.amount), Some(stated.from)),
                None => (total.amount, own.currency),
            };
            let sum = self.0.entry(key(column, currency)).or_default();
            sum.add(amount, i64::from(total.known), total.absent.len() as i64, total.lower_bound);
        }
    }

    /// As rows of a release, in the order of their keys.
    pub(super) fn rows(self, release: i64) -> Vec<figure::Model> {
        self.0.into_iter().map(|(key, sum)| row(release, key, sum)).collect()
    }
}

/// The calendar year in which the span ends; for an event, that of its first dated claim. None for an open, undated or
/// longer span: it is never spread over years.
fn year(facts: &Facts, own: &Comparison) -> Option<i64> {
    let last = match own.scope.span.period() {
        Some(period) if period.last.days_since(period.first) < YEAR_DAYS_MAX => Some(period.last),
        Some(_) => None,
        None => first_day_of_claims(facts, own),
    };
    last.and_then(Day::parts).map(|(year, _, _)| i64::from(year))
}

fn first_day_of_claims(facts: &Facts, own: &Comparison) -> Option<Day> {
    [&own.received, &own.declared, &own.pledged]
        .into_iter()
        .flatten()
        .flat_map(|total| &total.claims)
        .find_map(|claim| facts.claim(*claim).first_day())
}

fn row(release: i64, key: Key, sum: Sum) -> figure::Model {
    figure::Model {
        id: 0,
        first_release: release,
        last_release: None,
        country: key.country,
        case: key.case,
        mine: key.mine,
        stream: key.stream,
        year: key.year,
        currency: key.currency,
        in_column: key.column.as_str().to_owned(),
        amount: sum.amount.filter(|_| !sum.too_large).map(|amount| amount.to_string()),
        known: sum.known,
        absent: sum.absent,
        lower_bound: sum.lower_bound,
    }
}
