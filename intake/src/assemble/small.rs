//! Streams, sources and rates.

use reconcile::{PartialDate, PaymentType, Rate, Source, SourceId, Stream};

use crate::assemble::Registry;
use crate::check::Checker;
use crate::finding::{Code, Flagged};
use crate::rows::{RateRow, SourceRow, StreamRow};
use crate::vocabulary::{RATE_KINDS, READ, SOURCE_KINDS};

pub(crate) fn stream(row: &StreamRow, check: &mut Checker<'_>) -> Result<Stream, Flagged> {
    let code = check.id("code", &row.code);
    let names = (check.required("name_en", &row.name_en), check.required("name_fr", &row.name_fr));
    let payment_type = check.required_word::<PaymentType>("payment_type", &row.payment_type);
    names.0?;
    names.1?;
    Ok(Stream { code: code?, payment_type: payment_type? })
}

pub(crate) fn source(row: &SourceRow, check: &mut Checker<'_>) -> Result<Source, Flagged> {
    let code = check.id("id", &row.id);
    let title = check.required("title", &row.title);
    let published = check.date("published_on", &row.published_on);
    let kind = check.one_of("kind", &row.kind, SOURCE_KINDS);
    let read = check.one_of("read", &row.read, READ);
    if let Some(address) = &row.address {
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if !is_web || address.contains(char::is_whitespace) {
            check.note("address", address, Code::AddressShape, Vec::new());
        }
    }
    title?;
    published?;
    kind?;
    read?;
    Ok(Source { code: code? })
}

pub(crate) fn rate(row: &RateRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Rate, Flagged> {
    let currencies = (
        check.required("from_currency", &row.from_currency),
        check.currency("from_currency", &row.from_currency),
        check.required("to_currency", &row.to_currency),
        check.currency("to_currency", &row.to_currency),
    );
    let given = check.required("rate", &row.rate);
    let factor = check.amount("rate", &row.rate);
    let on = rate_date(row, check);
    let kind = check.required("kind", &row.kind);
    let known = check.one_of("kind", &row.kind, RATE_KINDS);
    let source = check.required_reference("source_id", &row.source_id, &registry.sources);
    currencies.0?;
    currencies.2?;
    given?;
    known?;
    let (Some(from), Some(to), Some(factor)) = (currencies.1?, currencies.3?, factor?) else {
        return Err(Flagged::elsewhere());
    };
    if from == to {
        return Err(check.flag("to_currency", to.code(), Code::RateSameCurrency, Vec::new()));
    }
    if factor.is_zero() || factor.is_negative() {
        return Err(check.flag("rate", &factor.to_string(), Code::RateNotPositive, Vec::new()));
    }
    Ok(Rate { from, to, rate: factor, on: on?, kind: kind?.into(), source: SourceId(source?) })
}

/// The day or the year of a rate: one of the two.
fn rate_date(row: &RateRow, check: &mut Checker<'_>) -> Result<PartialDate, Flagged> {
    let day = check.date("on_date", &row.on_date)?;
    let year = check.date("year", &row.year)?;
    match (day, year) {
        (Some(date), None) | (None, Some(date)) => Ok(date),
        _ => {
            let seen = row.on_date.as_deref().unwrap_or_default();
            Err(check.flag_among(&["on_date", "year"], seen, Code::RateDate, Vec::new()))
        }
    }
}
