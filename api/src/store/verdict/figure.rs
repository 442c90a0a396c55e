//! The sums that `totals` adds up: exact, prepared once, as few as there are places, years and currencies.
//!
//! Only comparisons that are not parts of others are summed, so nothing is counted twice.

use std::collections::BTreeMap;

use entity::figure;
use reconcile::{Amount, Column, Comparison, Currency, Day, Facts, Reconciliation, Total};

use super::Names;

/// The longest span that still belongs to a year: a leap year. A longer one says nothing about any single year.
const YEAR_DAYS_MAX: i64 = 366;

/// What is summed apart.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    country: String,
    mine: Option<String>,
    stream: String,
    year: Option<i64>,
    currency: Option<String>,
    column: Column,
}

/// How to find one side's total.
type Side = fn(&Comparison) -> &Option<Total>;

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

/// The figures of a release, in the order of their keys.
pub(super) fn rows(names: &Names<'_>, said: &Reconciliation) -> Vec<figure::Model> {
    let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
    for own in &said.comparisons {
        add(&mut sums, names.facts, said, own);
    }
    sums.into_iter().map(|(key, sum)| row(names.release, key, sum)).collect()
}

/// True where no wider comparison has an amount in a column: then the part's is in no other figure.
fn stands_alone(said: &Reconciliation, own: &Comparison, has_amount: impl Fn(&Comparison) -> bool) -> bool {
    let mut wider = own.part_of;
    // Each step leads to a wider comparison; the count only guards against a damaged list.
    for _ in 0..said.comparisons.len() {
        match wider.and_then(|index| said.comparisons.get(index)) {
            Some(whole) if has_amount(whole) => return false,
            Some(whole) => wider = whole.part_of,
            None => break,
        }
    }
    true
}

fn add(sums: &mut BTreeMap<Key, Sum>, facts: &Facts, said: &Reconciliation, own: &Comparison) {
    let key = |column, currency: Option<Currency>| Key {
        country: facts.country(own.scope.country).code.to_string(),
        mine: own.scope.mine.map(|mine| facts.mine(mine).code.to_string()),
        stream: facts.stream(own.scope.stream).code.to_string(),
        year: year(facts, own),
        currency: currency.map(|currency| currency.to_string()),
        column,
    };
    let has_due = |whole: &Comparison| whole.due.as_ref().is_some_and(|due| due.amount.is_some());
    if let Some(due) = own.due.as_ref().filter(|_| stands_alone(said, own, has_due)) {
        let known = i64::from(due.amount.is_some());
        // A due may be in a currency that nobody spoke.
        sums.entry(key(Column::Due, due.currency.or(own.currency))).or_default().add(
            due.amount,
            known,
            1 - known,
            false,
        );
    }
    let sides: [(Column, Side); 3] = [
        (Column::Declared, |line| &line.declared),
        (Column::Received, |line| &line.received),
        (Column::Pledged, |line| &line.pledged),
    ];
    for (column, side) in sides {
        let has_amount = |whole: &Comparison| side(whole).as_ref().is_some_and(|total| total.amount.is_some());
        let Some(Total { amount, known, absent, lower_bound, .. }) = side(own) else { continue };
        if !stands_alone(said, own, has_amount) {
            continue;
        }
        sums.entry(key(column, own.currency)).or_default().add(
            *amount,
            i64::from(*known),
            absent.len() as i64,
            *lower_bound,
        );
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
        release,
        country: key.country,
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
