//! What the rows of a file add up to under each name, to be held against the totals that the file states.

use std::collections::BTreeMap;

use reconcile::{Amount, Currency, Unit};

use super::desk::{Desk, Outcome};
use super::headed::plain;
use super::spelled::Spelled;
use crate::finding::Code;

/// The sum of the figures under one name.
#[derive(Clone, Copy, Debug)]
struct Sum {
    amount: Amount,
    currency: Option<Currency>,
    /// Half a unit of the last digit of each part: as much may be lost in rounding.
    slack: Amount,
    /// False once a part is not known, or is in another currency: then there is no sum, not even a smaller one.
    is_whole: bool,
}

/// Sums by name.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    sums: BTreeMap<String, Sum>,
}

impl Ledger {
    /// Adds what a row says under a name, capitals and accents aside.
    pub fn add(&mut self, name: &str, outcome: &Outcome) {
        let figure = match outcome {
            Outcome::Figure(figure) => Some((figure.amount, figure.unit.and_then(Unit::currency))),
            // What does not apply adds nothing.
            Outcome::Absent(told) if &*told.text == "not_applicable" => return,
            Outcome::Absent(_) | Outcome::Blank | Outcome::Unread => None,
        };
        let currency = figure.and_then(|(_, currency)| currency);
        let empty = Sum { amount: Amount::ZERO, currency, slack: Amount::ZERO, is_whole: true };
        let sum = self.sums.entry(plain(name)).or_insert(empty);
        let added = figure.and_then(|(amount, currency)| {
            let is_same = sum.currency.is_none() || sum.currency == currency;
            let both = sum.amount.plus(amount).ok()?;
            is_same.then_some((both, sum.slack.plus(amount.half_unit()).ok()?))
        });
        match added {
            Some((amount, slack)) => *sum = Sum { amount, slack, currency: sum.currency.or(currency), ..*sum },
            None => sum.is_whole = false,
        }
    }

    /// Compares a stated total with the sum under its name; `of` says where the parts are. What cannot be added up is
    /// not compared.
    pub fn compare(&self, desk: &mut Desk<'_>, name: &str, at: &Spelled<'_>, stated: &Outcome, of: &str) {
        let (Outcome::Figure(total), Some(sum)) = (stated, self.sums.get(&plain(name)).filter(|sum| sum.is_whole))
        else {
            return;
        };
        let currency = total.unit.and_then(Unit::currency);
        if currency.is_some() && sum.currency.is_some() && currency != sum.currency {
            return;
        }
        let details = || vec![("sum", sum.amount.to_string()), ("name", name.to_owned()), ("table", of.to_owned())];
        let slack = sum.slack.plus(total.amount.half_unit()).unwrap_or(sum.slack).max(Amount::whole(1));
        let differ = |left: Amount, right: Amount| left.minus(right).is_ok_and(|gap| gap.abs() > slack);
        let doubled = |amount: Amount| amount.plus(amount).unwrap_or(amount);
        if !differ(total.amount, sum.amount) {
            return;
        }
        let is_doubled = !differ(total.amount, doubled(sum.amount)) || !differ(doubled(total.amount), sum.amount);
        let code = if is_doubled && !sum.amount.is_zero() { Code::TotalDoubled } else { Code::TotalDiffers };
        desk.note(at, code, details());
    }
}

/// Compares two views of the same money under each name: no part is known twice, and what differs is told.
pub(super) fn same_money(desk: &mut Desk<'_>, kept: &Ledger, check: &Ledger, at: &BTreeMap<String, Spelled<'_>>) {
    for (name, other) in check.sums.iter().filter(|(_, sum)| sum.is_whole) {
        let own = kept.sums.get(name);
        let is_known = own.is_none_or(|sum| sum.is_whole);
        let amount = own.map_or(Amount::ZERO, |sum| sum.amount);
        let slack = own.map_or(Amount::ZERO, |sum| sum.slack).plus(other.slack).unwrap_or(other.slack);
        let differs = amount.minus(other.amount).is_ok_and(|gap| gap.abs() > slack.max(Amount::whole(1)));
        if let Some(place) = at.get(name).filter(|_| is_known && differs) {
            let details =
                vec![("name", name.clone()), ("kept", amount.to_string()), ("other", other.amount.to_string())];
            desk.note(place, Code::ViewsDiffer, details);
        }
    }
}
