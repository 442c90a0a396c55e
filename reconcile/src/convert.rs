//! Figures in another currency than they were stated in. The original stays the record; what is made of it names every
//! rate it was made by, and is made only once.

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::due::{DueAnswer, line};
use crate::exchange::Observed;
use crate::facts::{ClaimId, Facts};
use crate::lines::Line;
use crate::outcome::{Conversion, Converted, Due, Total, WorkingLine};
use crate::period::PartialDate;
use crate::said::Step;
use crate::statement::{hear, precedence};
use crate::table::Table;
use crate::words::{Role, Side};

impl Table<'_> {
    /// A due that nobody speaks the currency of, by the rates of its time.
    pub(crate) fn in_currency(
        &self,
        line: Line<'_>,
        due: DueAnswer,
        currency: Option<Currency>,
    ) -> Result<DueAnswer, TooLarge> {
        match (due, currency) {
            (DueAnswer::Known(known, from), Some(to)) if from != to => {
                let facts = self.desk.facts;
                let payer = line.of(Role::Paid);
                let paid = if payer.is_empty() { line.of(Role::Received) } else { payer };
                let day = one_day(facts, paid);
                let converted = match self.observed(line, from, to, day) {
                    Some(observed) => known.converted(facts, &observed, from, to)?,
                    None => None,
                };
                Ok(match converted {
                    Some(due) => DueAnswer::Known(Box::new(due), to),
                    None => DueAnswer::Known(known, from),
                })
            }
            (due, _) => Ok(due),
        }
    }

    /// The rates that settle a line: of the day of payment, of its very period, or observed within it.
    fn observed(&self, line: Line<'_>, from: Currency, to: Currency, day: Option<PartialDate>) -> Option<Observed> {
        let period = line.spot().time.period().map(|period| (period.first, period.last));
        let (first, last) = line.days(self.desk.facts);
        let span = period.or(first.zip(last)).map(|(first, last)| PartialDate { first, last });
        self.desk.rates.exchange(from, to, day, span)
    }

    /// What a side states at a line in another currency only, by the rates of the line's time: the first of its
    /// currencies, in the order of its claims' precedence, that a rate was observed for.
    pub(crate) fn heard_abroad(
        &self,
        index: usize,
        role: Role,
        speaker: Option<Side>,
        to: Currency,
    ) -> Result<Option<Total>, TooLarge> {
        let (line, facts) = (self.line(index), self.desk.facts);
        let mut stated: Vec<(ClaimId, Currency)> = money_of(facts, line.of(role)).collect();
        stated.sort_by_key(|(id, _)| precedence(facts, *id, speaker));
        let mut tried = Vec::new();
        for (_, from) in stated {
            if from == to || tried.contains(&from) {
                continue;
            }
            tried.push(from);
            if let Some(total) = hear(self.desk, line.of(role), speaker, Some(from))?
                && let Some(total) = self.total_in(index, total, from, to)?
            {
                return Ok(Some(total));
            }
        }
        Ok(None)
    }

    /// A total in another currency; `None` where no rate was observed, or where it was converted before.
    pub(crate) fn total_in(
        &self,
        index: usize,
        total: Total,
        from: Currency,
        to: Currency,
    ) -> Result<Option<Total>, TooLarge> {
        let Some(amount) = total.amount.filter(|_| total.conversions.is_empty()) else { return Ok(None) };
        let day = one_day(self.desk.facts, &total.claims);
        let Some(observed) = self.observed(self.line(index), from, to, day) else { return Ok(None) };
        let conversion = observed.convert(amount, from, to)?;
        Ok(Some(Total {
            amount: Some(conversion.at.amount),
            high: conversion.high.as_ref().map(|high| high.amount),
            allowance: observed.allowance(total.allowance, to)?,
            conversions: vec![conversion],
            ..total
        }))
    }
}

/// The currencies that claims state money in.
pub(crate) fn money_of<'a>(
    facts: &'a Facts,
    claims: &'a [ClaimId],
) -> impl Iterator<Item = (ClaimId, Currency)> + use<'a> {
    claims.iter().filter_map(|id| Some((*id, facts.claim(*id).stated()?.1.currency()?)))
}

/// The day on which all that some claims state was paid: none where one is undated, or where they differ.
fn one_day(facts: &Facts, claims: &[ClaimId]) -> Option<PartialDate> {
    let mut days = money_of(facts, claims).map(|(id, _)| facts.claim(id).paid_on);
    let first = days.next()??;
    days.all(|day| day == Some(first)).then_some(first)
}

impl Due {
    /// The due in the currency that the sides speak, with its rates in the working: one dated rate settles it; of
    /// several, the due under the lowest and the highest are both kept, and a gap must stand under both.
    fn converted(
        &self,
        facts: &Facts,
        observed: &Observed,
        from: Currency,
        to: Currency,
    ) -> Result<Option<Due>, TooLarge> {
        let Some(amount) = self.amount else { return Ok(None) };
        let conversion = observed.convert(amount, from, to)?;
        let rival = self.rival.map(|rival| observed.convert(rival, from, to)).transpose()?;
        let mut working = self.working.clone();
        for one in std::iter::once(&conversion.at).chain(&conversion.high) {
            let rate = facts.rate(one.rate);
            working.push(WorkingLine {
                rate: Some(one.rate),
                ..line(Step::ExchangeRate, rate.rate, Unit::Money(rate.to))
            });
            working.push(line(Step::Converted, one.amount, Unit::Money(to)));
        }
        Ok(Some(Due {
            currency: Some(to),
            amount: Some(conversion.at.amount),
            exact: Some(conversion.at.amount),
            rival: rival.as_ref().map(|rival| rival.at.amount),
            rival_high: rival.and_then(|rival| rival.high).map(|high| high.amount),
            allowance: observed.allowance(self.allowance, to)?,
            conversion: Some(conversion),
            working,
            ..self.clone()
        }))
    }

    /// The due by the highest rate observed, where no single dated rate settles it.
    pub fn high(&self) -> Option<Amount> {
        Some(self.conversion.as_ref()?.high.as_ref()?.amount)
    }
}

impl Total {
    /// Notes that a part of the sum was stated in another unit of account.
    pub(crate) fn note(&mut self, conversion: Conversion) -> Result<(), TooLarge> {
        let same = |other: &&mut Conversion| other.rates().eq(conversion.rates());
        let Some(noted) = self.conversions.iter_mut().find(same) else {
            self.conversions.push(conversion);
            return Ok(());
        };
        noted.amount = noted.amount.plus(conversion.amount)?;
        noted.at.amount = noted.at.amount.plus(conversion.at.amount)?;
        if let (Some(high), Some(more)) = (&mut noted.high, conversion.high) {
            high.amount = high.amount.plus(more.amount)?;
        }
        Ok(())
    }

    /// What the side itself stated, in its own currency, where an observed rate stands between that and the amount.
    pub fn as_stated(&self) -> Option<&Conversion> {
        self.conversions.iter().find(|conversion| !conversion.exact)
    }
}

impl Conversion {
    /// The figure by each rate: by the only one, or by the lowest and the highest.
    pub fn rates(&self) -> impl Iterator<Item = crate::facts::RateId> + '_ {
        self.by_rate().map(|one| one.rate)
    }

    /// The figure by each rate, the lowest first.
    pub fn by_rate(&self) -> impl Iterator<Item = &Converted> {
        std::iter::once(&self.at).chain(&self.high)
    }
}
