//! Part 1: the country, the time and the currency of the report.

use reconcile::Amount;

use crate::finding::Code;
use crate::form::cover::{Cover, beside_label};
use crate::form::desk::{Beside, Desk, Outcome};
use crate::form::spelled::Spelled;
use crate::grid::{Grid, Sheet};

const COUNTRY: &[&str] = &["country or area name", "country", "nom du pays ou de la region"];
const COUNTRY_CODE: &[&str] = &["iso alpha 3 code", "code iso alpha 3"];
const FIRST_DAY: &[&str] = &["start date", "date de debut", "fiscal year covered start date"];
const LAST_DAY: &[&str] = &["end date", "date de fin", "fiscal year covered end date"];
const CURRENCY: &[&str] = &["reporting currency*", "devise de declaration*", "monnaie de declaration*"];
/// Version 1 puts this between the words and the code.
const CURRENCY_CODE: &[&str] = &["iso currency code*"];
const RATE: &[&str] = &["exchange rate used*", "taux de change utilise*", "conversion rate*"];

/// Reads the sheet that has the most of the labels. Part 3 of version 2.1 has start dates too, those of licences.
pub(in crate::form) fn read(desk: &mut Desk<'_>, grid: &Grid) -> Cover {
    let mut cover = Cover::default();
    let labels = [COUNTRY, COUNTRY_CODE, FIRST_DAY, LAST_DAY, CURRENCY];
    let count = |sheet: &&Sheet| labels.iter().filter(|label| beside_label(desk, sheet, label).is_some()).count();
    // Among equals the first sheet is taken.
    let Some(sheet) = grid.sheets.iter().rev().max_by_key(count).filter(|sheet| count(sheet) > 0) else {
        return cover;
    };
    let at = |desk: &Desk<'_>, labels: &[&str]| beside_label(desk, sheet, labels);
    let names: Vec<Spelled<'_>> = [COUNTRY_CODE, COUNTRY].iter().filter_map(|labels| at(desk, labels)).collect();
    cover.read_country(&names);
    if let (Some(first), Some(last)) = (at(desk, FIRST_DAY), at(desk, LAST_DAY)) {
        desk.prove_orders([first.clone(), last.clone()]);
        cover.read_period(desk, &first, &last);
    }
    if let Some(currency) = at(desk, CURRENCY_CODE).or_else(|| at(desk, CURRENCY)) {
        cover.read_currency(desk, &currency);
    }
    if let Some(rate) = at(desk, RATE) {
        check_rate(desk, &rate);
    }
    cover
}

/// The rate is not used here; one that cannot be a rate is told.
fn check_rate(desk: &mut Desk<'_>, at: &Spelled<'_>) {
    if let Outcome::Figure(rate) = desk.figure(at, &Beside::default())
        && rate.amount <= Amount::ZERO
    {
        desk.note(at, Code::RateNotPositive, Vec::new());
    }
}
