//! Rates between currencies: dated, directed, sourced. No rate means no rate, never nought.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::facts::{Facts, Rate};
use crate::period::{Day, PartialDate};

/// The word for an exact change of the unit of account, such as one new leone for a thousand old ones.
const REDENOMINATION: &str = "redenomination";

/// What one unit of a currency is in another, as observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Units of `to` for so many…
    pub(crate) numerator: Amount,
    /// …units of `from`: one of the two is one, so that nothing is rounded before it must be.
    pub(crate) denominator: Amount,
    /// When it was seen.
    pub(crate) on: PartialDate,
}

/// The rates that can settle a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Exchange {
    /// One dated rate settles it: of the very day of payment, or of the very period.
    Settled(Quote),
    /// Only rates observed within the time compared: the lowest and the highest.
    Between(Quote, Quote),
    /// None.
    None,
}

/// The rates of the facts by what they are asked for.
#[derive(Debug)]
pub(crate) struct Rates<'a> {
    /// By the two currencies, whichever way they were observed; of one pair, in the order of the facts.
    pairs: BTreeMap<[Currency; 2], Vec<&'a Rate>>,
    redenominations: Vec<&'a Rate>,
}

fn pair(one: Currency, other: Currency) -> [Currency; 2] {
    [one.min(other), one.max(other)]
}

impl<'a> Rates<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Rates<'a> {
        let mut pairs: BTreeMap<_, Vec<&Rate>> = BTreeMap::new();
        for rate in &facts.rates {
            pairs.entry(pair(rate.from, rate.to)).or_default().push(rate);
        }
        let redenominations = facts.rates.iter().filter(|rate| &*rate.kind == REDENOMINATION).collect();
        Rates { pairs, redenominations }
    }

    /// The rates from one currency to another for a payment of a day, or a flow of a span.
    pub(crate) fn exchange(
        &self,
        from: Currency,
        to: Currency,
        paid_on: Option<PartialDate>,
        span: Option<PartialDate>,
    ) -> Exchange {
        let observed = self.pairs.get(&pair(from, to)).into_iter().flatten();
        let quotes: Vec<Quote> = observed.filter_map(|rate| quote(rate, from, to)).collect();
        let settled =
            [paid_on, span].into_iter().flatten().find_map(|date| quotes.iter().find(|quote| quote.on == date));
        if let Some(quote) = settled {
            return Exchange::Settled(*quote);
        }
        let Some(span) = span.or(paid_on) else { return Exchange::None };
        let mut within: Vec<Quote> =
            quotes.into_iter().filter(|quote| span.first <= quote.on.first && quote.on.last <= span.last).collect();
        within.sort_by(compare);
        match (within.first(), within.last()) {
            (Some(low), Some(high)) => Exchange::Between(*low, *high),
            _ => Exchange::None,
        }
    }

    /// An amount in another unit of account of the same money, exact: `None` where no redenomination joins the two.
    pub(crate) fn redenominated(&self, amount: Amount, from: Currency, to: Currency) -> Option<Amount> {
        let factor = self.redenomination(from, to)?;
        let converted = amount.decimal().checked_mul(factor.decimal())?;
        Some(Amount::from_decimal(converted.normalize()))
    }

    /// The exact factor of a redenomination, where one joins the two currencies.
    pub(crate) fn redenomination(&self, from: Currency, to: Currency) -> Option<Amount> {
        let joins = |rate: &&&Rate| pair(rate.from, rate.to) == pair(from, to);
        let rate = self.redenominations.iter().find(joins)?;
        if rate.from == from {
            return Some(rate.rate);
        }
        Decimal::ONE.checked_div(rate.rate.decimal()).map(Amount::from_decimal)
    }

    /// The day on which a currency was replaced by (`true`) or replaced (`false`) another.
    pub(crate) fn redenominated_on(&self, currency: Currency) -> Option<(Day, bool)> {
        let rate = self.redenominations.iter().find(|rate| rate.from == currency || rate.to == currency)?;
        // The new unit is worth many of the old: one SLE is a thousand SLL.
        let is_new = (rate.from == currency) == (rate.rate > Amount::whole(1));
        Some((rate.on.first, !is_new))
    }
}

/// Compares two quotes of one pair by cross-multiplying.
fn compare(a: &Quote, b: &Quote) -> std::cmp::Ordering {
    let left = a.numerator.times(b.denominator);
    let right = b.numerator.times(a.denominator);
    left.ok().cmp(&right.ok())
}

fn quote(rate: &Rate, from: Currency, to: Currency) -> Option<Quote> {
    let one = Amount::whole(1);
    if rate.rate.is_zero() {
        None
    } else if (rate.from, rate.to) == (from, to) {
        Some(Quote { numerator: rate.rate, denominator: one, on: rate.on })
    } else if (rate.to, rate.from) == (from, to) {
        Some(Quote { numerator: one, denominator: rate.rate, on: rate.on })
    } else {
        None
    }
}

impl Quote {
    /// An amount in the other currency, half to even at that currency's hundredths where the division does not end.
    pub(crate) fn convert(self, amount: Amount, to: Currency) -> Result<Amount, TooLarge> {
        let product = amount.times(self.numerator)?;
        if self.denominator == Amount::whole(1) {
            return Ok(product.rounded(to.due_decimals()));
        }
        let quotient = product.decimal().checked_div(self.denominator.decimal()).ok_or(TooLarge)?;
        Ok(Amount::from_decimal(quotient).rounded(to.due_decimals()))
    }
}
