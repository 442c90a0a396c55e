//! What was stated in another currency, with the rates that stand between, as `reconcile --json` prints it.

use reconcile::{Amount, Conversion, Converted, Currency, RateId};
use serde::Serialize;

use super::Names;

/// A figure that was stated in another currency: what was stated stays the record.
#[derive(Serialize)]
pub struct ConversionJson<'a> {
    currency: Currency,
    amount: Amount,
    /// The same money in another unit of account.
    exact: bool,
    /// By the one rate that settles it, or by the lowest and the highest observed.
    by_rate: Vec<ConvertedJson<'a>>,
}

#[derive(Serialize)]
struct ConvertedJson<'a> {
    amount: Amount,
    rate: RateJson<'a>,
}

/// A rate, as published: one unit of `from` is so many of `to`.
#[derive(Serialize)]
pub struct RateJson<'a> {
    from: Currency,
    to: Currency,
    rate: Amount,
    on: String,
    kind: &'a str,
    source: &'a str,
}

impl<'a> ConversionJson<'a> {
    /// A conversion with its rates written out.
    pub fn of(names: Names<'a>, conversion: &Conversion) -> ConversionJson<'a> {
        let by_rate = |one: &Converted| ConvertedJson { amount: one.amount, rate: RateJson::of(names, one.rate) };
        ConversionJson {
            currency: conversion.from,
            amount: conversion.amount,
            exact: conversion.exact,
            by_rate: conversion.by_rate().map(by_rate).collect(),
        }
    }
}

impl<'a> RateJson<'a> {
    /// A rate of the facts.
    pub fn of(names: Names<'a>, id: RateId) -> RateJson<'a> {
        let rate = names.0.rate(id);
        RateJson {
            from: rate.from,
            to: rate.to,
            rate: rate.rate,
            on: rate.on.to_string(),
            kind: &rate.kind,
            source: &names.0.source(rate.source).code,
        }
    }
}
