//! Claims: one party's statement of one amount, or of its absence.

use reconcile::{
    Absence, Amount, Claim, CountryId, Currency, Day, MineId, Nature, PartyId, Period, Precision, Role, Side, SourceId,
    Span, Statement, StreamId, Unit,
};

use crate::assemble::Registry;
use crate::assemble::rules::same_country;
use crate::check::{Checker, boxed};
use crate::finding::{Code, Flagged};
use crate::rows::ClaimRow;
use crate::vocabulary::{CLAIM_KINDS, UNITS, Word as _};

/// Reads one claim; ranks are those of the registry.
pub(crate) fn claim(row: &ClaimRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Claim, Flagged> {
    let code = check.id("id", &row.id);
    let kind = check.one_of("kind", &row.kind, CLAIM_KINDS);
    let mine = check.reference("mine_id", &row.mine_id, &registry.mines);
    let payer = check.reference("payer_id", &row.payer_id, &registry.parties);
    let recipient = check.reference("recipient_id", &row.recipient_id, &registry.parties);
    let country = country(row, [mine, payer, recipient], registry, check);
    let stream = check.required_reference("stream", &row.stream, &registry.streams);
    let nature = check.word::<Nature>("nature", &row.nature);
    let side = check.required_word::<Side>("side", &row.side);
    let role = check.required_word::<Role>("role", &row.role);
    let spoken_for = parties(row, role, check);
    let paid_on = check.date("paid_on", &row.paid_on);
    let span = span(row, check);
    let statement = statement(row, check);
    let precision = precision(row, check);
    let stated_on = check.date("stated_on", &row.stated_on);
    let source = check.required_reference("source_id", &row.source_id, &registry.sources);
    if let Ok(Statement::Stated(amount, _)) = &statement {
        compare_with_print(row, *amount, check);
    }
    kind?;
    spoken_for?;
    Ok(Claim {
        code: code?,
        case: boxed(&row.case).unwrap_or_default(),
        country: CountryId(country?),
        mine: mine?.map(MineId),
        payer: payer?.map(PartyId),
        recipient: recipient?.map(PartyId),
        stream: StreamId(stream?),
        nature: nature?,
        side: side?,
        role: role?,
        span: span?,
        paid_on: paid_on?,
        stated_on: stated_on?,
        statement: statement?,
        precision: precision?,
        source: SourceId(source?),
    })
}

/// The country of the mine; else the one that is written; else that of the payer; else of the recipient.
fn country(
    row: &ClaimRow,
    [mine, payer, recipient]: [Result<Option<u32>, Flagged>; 3],
    registry: &Registry<'_>,
    check: &mut Checker<'_>,
) -> Result<u32, Flagged> {
    let written = check.reference("country", &row.country, &registry.countries)?;
    let (mine, payer, recipient) = (mine?, payer?, recipient?);
    if let Some(rank) = mine {
        let code = row.mine_id.as_deref().unwrap_or_default();
        same_country(row.country.as_deref(), written, rank, code, registry, check)?;
    }
    let named = mine.is_some() || payer.is_some() || recipient.is_some();
    let known = mine
        .and_then(|rank| registry.country_of_mine(rank))
        .or(written)
        .or_else(|| payer.and_then(|rank| registry.country_of_party(rank)))
        .or_else(|| recipient.and_then(|rank| registry.country_of_party(rank)));
    match known {
        Some(country) => Ok(country),
        // The country of a mine or a party could not be read: said where it stands.
        None if named => Err(Flagged::elsewhere()),
        None => {
            let columns = ["country", "mine_id", "payer_id", "recipient_id"];
            Err(check.flag_among(&columns, "", Code::CountryMissing, Vec::new()))
        }
    }
}

/// Whoever speaks of a payment names who pays or who receives; a base has neither.
fn parties(row: &ClaimRow, role: Result<Role, Flagged>, check: &mut Checker<'_>) -> Result<(), Flagged> {
    if row.payer_id.is_none() && row.recipient_id.is_none() && role? != Role::Base {
        return Err(check.flag_among(&["payer_id", "recipient_id"], "", Code::PartyMissing, Vec::new()));
    }
    Ok(())
}

/// What the claim is about in time. An event that a person set comes before the dates, which stay in the row.
fn span(row: &ClaimRow, check: &mut Checker<'_>) -> Result<Span, Flagged> {
    let from = check.date("period_from", &row.period_from);
    let to = check.date("period_to", &row.period_to);
    let period = match (from?, to?) {
        (None, None) => None,
        (from, to) => {
            let first = from.map_or(Day::OPEN_START, |from| from.first);
            let last = to.map_or(Day::OPEN_END, |to| to.last);
            Some(Period::new(first, last).ok_or_else(|| {
                let first = row.period_from.clone().unwrap_or_default();
                let last = row.period_to.as_deref().unwrap_or_default();
                check.flag("period_to", last, Code::PeriodReversed, vec![("first", first)])
            })?)
        }
    };
    match (&row.event, period) {
        (Some(event), _) => Ok(Span::Event(event.as_str().into())),
        (None, Some(period)) => Ok(Span::Period(period)),
        (None, None) if row.case.is_none() && row.paid_on.is_none() => {
            Err(check.flag_among(&["period_from", "period_to", "paid_on", "case"], "", Code::SpanMissing, Vec::new()))
        }
        (None, None) => {
            let part = |cell: &Option<String>| cell.clone().unwrap_or_default();
            let key = format!("{}/{}/{}", part(&row.case), part(&row.stream), part(&row.paid_on));
            Ok(Span::Event(key.into()))
        }
    }
}

/// An amount with its unit, or the reason for its absence.
fn statement(row: &ClaimRow, check: &mut Checker<'_>) -> Result<Statement, Flagged> {
    let amount = check.amount("amount", &row.amount);
    let absence = check.word::<Absence>("absence", &row.absence);
    let currency = check.currency("currency", &row.currency);
    let unit = check.one_of("unit", &row.unit, UNITS);
    let (amount, absence, currency, unit) = (amount?, absence?, currency?, unit?);
    if let (Some(_), Some(unit)) = (currency, unit) {
        return Err(check.flag("unit", unit, Code::CurrencyAndUnit, Vec::new()));
    }
    match (amount, absence) {
        (Some(_), Some(absence)) => Err(check.flag("absence", absence.as_str(), Code::AmountAndAbsence, Vec::new())),
        (None, Some(absence)) => Ok(Statement::Absent(absence, currency)),
        (Some(amount), None) => Ok(Statement::Stated(amount, unit_of(currency, unit, check)?)),
        (None, None) => {
            let allowed = Absence::words().collect::<Vec<_>>().join(", ");
            Err(check.flag_among(&["amount", "absence"], "", Code::AmountMissing, vec![("allowed", allowed)]))
        }
    }
}

fn unit_of(currency: Option<Currency>, unit: Option<&str>, check: &mut Checker<'_>) -> Result<Unit, Flagged> {
    let unit = currency.map(Unit::Money).or_else(|| unit.and_then(Unit::from_code));
    unit.ok_or_else(|| check.flag_among(&["currency", "unit"], "", Code::UnitMissing, Vec::new()))
}

fn precision(row: &ClaimRow, check: &mut Checker<'_>) -> Result<Precision, Flagged> {
    let precision = check.word::<Precision>("precision", &row.precision)?;
    if let (Some(precision), None) = (precision, &row.amount) {
        check.note("precision", precision.as_str(), Code::PrecisionWithoutAmount, Vec::new());
    }
    Ok(precision.unwrap_or(Precision::Exact))
}

/// The digits of the amount should be found in the literal print, when the print has digits at all.
///
/// Zeros are left out of the search: "3.2 million" prints an amount of 3200000.
fn compare_with_print(row: &ClaimRow, amount: Amount, check: &mut Checker<'_>) {
    let Some(print) = &row.as_printed else { return };
    let digits = |text: &str| -> String { text.chars().filter(|c| matches!(c, '1'..='9')).collect() };
    let printed = digits(print);
    let has_digits = print.chars().filter(char::is_ascii_digit).nth(1).is_some();
    if has_digits && !printed.contains(&digits(&amount.to_string())) {
        check.note("as_printed", print, Code::AmountNotInPrint, vec![("amount", amount.to_string())]);
    }
}
