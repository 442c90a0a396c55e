//! Rates between currencies: dated, directed, sourced. No rate means no rate, never nought.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::facts::{Facts, Rate, RateId};
use crate::outcome::{Conversion, Converted};
use crate::period::{Day, PartialDate};

/// The word for an exact change of the unit of account, such as one new leone for a thousand old ones.
const REDENOMINATION: &str = "redenomination";

/// What one unit of a currency is in another, as observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Units of `to` for so many…
    numerator: Amount,
    /// …units of `from`: one of the two is one, so that nothing is rounded before it must be.
    denominator: Amount,
    /// When it was seen.
    on: PartialDate,
    rate: RateId,
    /// An exact change of the unit of account.
    exact: bool,
}

/// The rates that settle a comparison of two currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Observed {
    /// The one that settles it, or the lowest of several.
    low: Quote,
    /// The highest of several that differ.
    high: Option<Quote>,
}

/// The rates of the facts by what they are asked for.
#[derive(Debug)]
pub(crate) struct Rates<'a> {
    /// By the two currencies, whichever way they were observed; of one pair, in the order of the facts.
    pairs: BTreeMap<[Currency; 2], Vec<(RateId, &'a Rate)>>,
    redenominations: Vec<(RateId, &'a Rate)>,
    /// Every unit of account that was ever redenominated, with the first by code of all those of its money.
    moneys: BTreeMap<Currency, Currency>,
}

fn pair(one: Currency, other: Currency) -> [Currency; 2] {
    [one.min(other), one.max(other)]
}

impl<'a> Rates<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Rates<'a> {
        let mut rates = Rates { pairs: BTreeMap::new(), redenominations: Vec::new(), moneys: BTreeMap::new() };
        for entry @ (_, rate) in (0..).map(RateId).zip(&facts.rates) {
            if &*rate.kind == REDENOMINATION {
                rates.redenominations.push(entry);
                rates.join(rate.from, rate.to);
            } else {
                rates.pairs.entry(pair(rate.from, rate.to)).or_default().push(entry);
            }
        }
        rates
    }

    /// Makes two units of account units of one money.
    fn join(&mut self, one: Currency, other: Currency) {
        let (one, other) = (self.money(one), self.money(other));
        self.moneys.entry(one).or_insert(one);
        self.moneys.entry(other).or_insert(other);
        let joined = self.moneys.values_mut().filter(|money| **money == one || **money == other);
        joined.for_each(|money| *money = one.min(other));
    }

    /// The rates from one currency to another for a payment of a day, or a flow of a span: a redenomination, else a rate of
    /// the very day, else of the very span, else the lowest and the highest of those observed within it.
    pub(crate) fn exchange(
        &self,
        from: Currency,
        to: Currency,
        paid_on: Option<PartialDate>,
        span: Option<PartialDate>,
    ) -> Option<Observed> {
        if let Some(quote) = self.redenomination_quote(from, to) {
            return Some(Observed { low: quote, high: None });
        }
        let observed = self.pairs.get(&pair(from, to))?.iter();
        let quotes: Vec<Quote> = observed.filter_map(|(id, rate)| quote(*id, rate, from, to)).collect();
        let of_date = |date: PartialDate| range(quotes.iter().filter(|quote| quote.on == date));
        paid_on.and_then(of_date).or_else(|| span.and_then(of_date)).or_else(|| {
            let span = span.or(paid_on)?;
            range(quotes.iter().filter(|quote| span.first <= quote.on.first && quote.on.last <= span.last))
        })
    }

    /// Another amount by the rates of a conversion: by the one that settled it or the lowest, and by the highest.
    pub(crate) fn again(
        &self,
        facts: &Facts,
        conversion: &Conversion,
        amount: Amount,
        to: Currency,
    ) -> Result<(Amount, Option<Amount>), TooLarge> {
        let by = |one: &Converted| {
            let quote = quote(one.rate, facts.rate(one.rate), conversion.from, to).ok_or(TooLarge)?;
            quote.convert(amount, to)
        };
        Ok((by(&conversion.at)?, conversion.high.as_ref().map(by).transpose()?))
    }

    /// An amount in another unit of account of the same money, exact: `None` where no redenomination joins the two.
    pub(crate) fn redenominated(&self, amount: Amount, from: Currency, to: Currency) -> Option<Amount> {
        let converted = amount.times(self.redenomination(from, to)?).ok()?;
        Some(Amount::from_decimal(converted.decimal().normalize()))
    }

    /// The exact factor of a redenomination, where one joins the two currencies.
    pub(crate) fn redenomination(&self, from: Currency, to: Currency) -> Option<Amount> {
        let Quote { numerator, denominator, .. } = self.redenomination_quote(from, to)?;
        numerator.decimal().checked_div(denominator.decimal()).map(Amount::from_decimal)
    }

    /// The redenomination that joins two currencies.
    pub(crate) fn redenomination_rate(&self, from: Currency, to: Currency) -> Option<RateId> {
        self.redenomination_quote(from, to).map(|quote| quote.rate)
    }

    fn redenomination_quote(&self, from: Currency, to: Currency) -> Option<Quote> {
        self.redenominations.iter().find_map(|(id, rate)| quote(*id, rate, from, to))
    }

    /// One currency for all the units of account of one money, so that claims in any of them are held against each other.
    pub(crate) fn money(&self, currency: Currency) -> Currency {
        self.moneys.get(&currency).copied().unwrap_or(currency)
    }

    /// The day on which a currency was replaced by (`true`) or replaced (`false`) another.
    pub(crate) fn redenominated_on(&self, currency: Currency) -> Option<(Day, bool)> {
        let (_, rate) = self.redenominations.iter().find(|(_, rate)| rate.from == currency || rate.to == currency)?;
        // The new unit is worth many of the old: one SLE is a thousand SLL.
        let is_new = (rate.from == currency) == (rate.rate > Amount::whole(1));
        Some((rate.on.first, !is_new))
    }
}

/// The lowest and the highest of some quotes; one alone where they do not differ.
fn range<'a>(quotes: impl Iterator<Item = &'a Quote>) -> Option<Observed> {
    let mut quotes: Vec<Quote> = quotes.copied().collect();
    quotes.sort_by(compare);
    let (low, high) = (*quotes.first()?, *quotes.last()?);
    Some(Observed { low, high: (compare(&low, &high) != Ordering::Equal).then_some(high) })
}

/// Compares two quotes of one pair by cross-multiplying, or by dividing where the products would be too long.
fn compare(a: &Quote, b: &Quote) -> Ordering {
    if let (Ok(left), Ok(right)) = (a.numerator.times(b.denominator), b.numerator.times(a.denominator)) {
        return left.cmp(&right);
    }
    let ratio = |quote: &Quote| quote.numerator.decimal().checked_div(quote.denominator.decimal());
    ratio(a).cmp(&ratio(b))
}

fn quote(id: RateId, rate: &Rate, from: Currency, to: Currency) -> Option<Quote> {
    let one = Amount::whole(1);
    let (numerator, denominator) = match (rate.from, rate.to) {
        _ if rate.rate.is_zero() => return None,
        ends if ends == (from, to) => (rate.rate, one),
        ends if ends == (to, from) => (one, rate.rate),
        _ => return None,
    };
    Some(Quote { numerator, denominator, on: rate.on, rate: id, exact: &*rate.kind == REDENOMINATION })
}

impl Quote {
    /// An amount in the other currency, half to even at that currency's hundredths. A redenomination is not rounded.
    fn convert(&self, amount: Amount, to: Currency) -> Result<Amount, TooLarge> {
        let converted = self.convert_exactly(amount)?;
        if self.exact {
            return Ok(Amount::from_decimal(converted.normalize()));
        }
        Ok(Amount::from_decimal(converted).rounded(to.due_decimals()))
    }

    /// How far off a converted amount may be: rounded up, so that it never says less than the source did.
    fn convert_allowance(&self, allowance: Amount, to: Currency) -> Result<Amount, TooLarge> {
        let converted = self.convert_exactly(allowance)?;
        let up = RoundingStrategy::AwayFromZero;
        Ok(Amount::from_decimal(converted.round_dp_with_strategy(to.due_decimals(), up)))
    }

    /// The product; a division that does not end is kept to 28 digits.
    fn convert_exactly(&self, amount: Amount) -> Result<Decimal, TooLarge> {
        let product = amount.times(self.numerator)?;
        product.decimal().checked_div(self.denominator.decimal()).ok_or(TooLarge)
    }
}

impl Observed {
    /// An amount in the other currency, with the rates it was converted by.
    pub(crate) fn convert(&self, amount: Amount, from: Currency, to: Currency) -> Result<Conversion, TooLarge> {
        let by = |quote: &Quote| Ok(Converted { rate: quote.rate, amount: quote.convert(amount, to)? });
        let high = self.high.as_ref().map(by).transpose()?;
        Ok(Conversion { from, amount, exact: self.low.exact, at: by(&self.low)?, high })
    }

    /// How far off a converted amount may be, by any of the rates.
    pub(crate) fn allowance(&self, allowance: Amount, to: Currency) -> Result<Amount, TooLarge> {
        self.high.as_ref().unwrap_or(&self.low).convert_allowance(allowance, to)
    }
}
