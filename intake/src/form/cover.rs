//! What a report says of itself once for all its figures: the country, the period, the currency.

use std::collections::BTreeMap;

use reconcile::{Currency, Day, Period};

use super::country;
use super::desk::{Beside, Desk};
use super::headed::plain;
use super::spelled::{Sort, Spelled};
use super::{Draft, Field, Step, Told};
use crate::date::When;
use crate::finding::{Code, Flagged, Spot};
use crate::grid::{Sheet, Value};
use crate::number::absent;

/// Days of a period that is a year, leap or not, with a week of slack at each end: some business years have 53 weeks.
const YEAR: std::ops::RangeInclusive<i64> = 357..=373;

/// Rows in other currencies than that of the report, by currency: the first of each, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Foreign<'g> {
    first: BTreeMap<Currency, (Spelled<'g>, u32)>,
}

impl<'g> Foreign<'g> {
    /// Counts a row whose currency is written at this place.
    pub fn see(&mut self, cover: &Cover, currency: Currency, at: &Spelled<'g>) {
        if cover.currency.as_ref().is_some_and(|(own, _)| *own != currency) {
            self.first.entry(currency).or_insert_with(|| (at.clone(), 0)).1 += 1;
        }
    }

    /// Tells of each currency once.
    pub fn tell(self, desk: &mut Desk<'_>, cover: &Cover) {
        let Some((own, _)) = &cover.currency else { return };
        for (at, rows) in self.first.into_values() {
            desk.note(
                &at,
                Code::CurrencyNotReporting,
                vec![("found", rows.to_string()), ("expected", own.to_string())],
            );
        }
    }
}

/// What the cover of a report says.
#[derive(Debug, Default)]
pub(super) struct Cover {
    country: Option<Told>,
    from: Option<Told>,
    to: Option<Told>,
    /// From the first to the last day.
    pub period: Option<Period>,
    /// The currency of the report, and where it says so.
    pub currency: Option<(Currency, Told)>,
}

impl Cover {
    /// Reads the country by its name and its code; either may be missing.
    pub fn read_country(&mut self, names: &[Spelled<'_>]) {
        let known = names.iter().find(|at| country::alpha_2(at.text).is_some());
        self.country = known.or_else(|| names.iter().find(|at| at.sort == Sort::Text)).map(country::told);
    }

    /// Reads the first and the last day, and tells where they make no period, or one that is not a year.
    pub fn read_period(&mut self, desk: &mut Desk<'_>, first: &Spelled<'_>, last: &Spelled<'_>) {
        let (Some(from), Some(to)) = (desk.date(first), desk.date(last)) else { return };
        let (from, to) = (from.first(), to.last());
        let Some(period) = Period::new(from, to) else {
            desk.note(last, Code::PeriodReversed, vec![("first", from.to_string())]);
            return;
        };
        let days = to.days_since(from) + 1;
        if !YEAR.contains(&days) {
            desk.note(last, Code::PeriodNotAYear, vec![("first", from.to_string()), ("days", days.to_string())]);
        }
        self.set_period(desk, period, [first, last]);
    }

    /// Takes a period that was read at two places.
    /// Takes the year that ends on the only day that the report names, and says so.
    pub fn assume_year(&mut self, desk: &mut Desk<'_>, last: &Spelled<'_>) {
        let Some(day) = desk.date(last).map(When::last) else { return };
        let first = day.parts().and_then(|(year, month, date)| {
            // The last of February had another date in other years.
            let before = Day::new(year - 1, month, date).or_else(|| Day::new(year - 1, month, date - 1))?;
            let is_leap_end = (month, date) == (2, 28) && Day::new(year - 1, 2, 29).is_some();
            Some(before.plus_days(1 + i32::from(is_leap_end)))
        });
        if let Some(period) = first.and_then(|first| Period::new(first, day)) {
            desk.note(last, Code::PeriodAssumed, vec![("first", period.first.to_string())]);
            self.set_period(desk, period, [last, last]);
        }
    }

    fn set_period(&mut self, desk: &Desk<'_>, period: Period, [first, last]: [&Spelled<'_>; 2]) {
        let told = |day: Day, at: &Spelled<'_>| {
            let steps = at.steps.iter().cloned().chain(desk.order_step(at)).collect();
            Told::read(day.to_string(), at.raw, at.origin.clone(), steps)
        };
        self.from = Some(told(period.first, first));
        self.to = Some(told(period.last, last));
        self.period = Some(period);
    }

    /// Reads the currency of the report.
    pub fn read_currency(&mut self, desk: &mut Desk<'_>, at: &Spelled<'_>) {
        self.currency = currency(desk, at).unwrap_or_default().map(|(currency, mut told)| {
            told.steps.push(Step::FromBeside);
            (currency, told)
        });
    }

    /// Tells of what a report must say and this one does not.
    pub fn demand(&self, desk: &mut Desk<'_>, spot: &Spot) {
        if self.period.is_none() {
            desk.out.note(spot.clone(), "", Code::ReportPeriodMissing, Vec::new());
        }
        if self.currency.is_none() {
            desk.out.note(spot.clone(), "", Code::ReportCurrencyMissing, Vec::new());
        }
    }

    /// What the figures of the report have beside them.
    pub fn beside(&self, currency: Option<Currency>) -> Beside<'_> {
        let code = self.country.as_ref().map(|told| &*told.text).filter(|text| text.len() == 2);
        Beside { country: code, period: self.period, currency }
    }

    /// Sets what the cover says into a claim-to-be.
    pub fn fill(&self, draft: &mut Draft) {
        let fields = [(Field::Country, &self.country), (Field::PeriodFrom, &self.from), (Field::PeriodTo, &self.to)];
        for (field, told) in fields {
            if let Some(told) = told {
                draft.set(field, told.clone());
            }
        }
    }

    /// The currency of a row: its own, else that of the report. `Err` where the row names one that cannot be read: then that of
    /// the report is not put in its place.
    pub fn currency_of(&self, desk: &mut Desk<'_>, at: &Spelled<'_>) -> Result<Option<(Currency, Told)>, Flagged> {
        Ok(currency(desk, at)?.or_else(|| self.currency.clone()))
    }
}

/// The currency that a place names; a finding says where it names none that we know how to read.
pub(super) fn currency(desk: &mut Desk<'_>, at: &Spelled<'_>) -> Result<Option<(Currency, Told)>, Flagged> {
    if at.sort == Sort::Blank || absent(at.text).is_some() {
        return Ok(None);
    }
    // Some write `USD - United States dollar`, or `usd`.
    let word: String = at.text.chars().take_while(|c| c.is_ascii_alphabetic()).collect::<String>().to_ascii_uppercase();
    match word.parse::<Currency>() {
        Ok(currency) => {
            let steps = if word == at.text { Vec::new() } else { vec![Step::WordRead] };
            Ok(Some((currency, Told::read(word, at.raw, at.origin.clone(), steps))))
        }
        Err(_) => Err(desk.out.flag(at.spot.clone(), at.raw, Code::CurrencyShape, Vec::new())),
    }
}

/// The place to the right of a label, capitals, accents and signs aside: the first there that has something in it, else the
/// one beside the label. A label that ends in `*` is only how the text begins.
pub(super) fn beside_label<'s>(desk: &Desk<'_>, sheet: &'s Sheet, labels: &[&str]) -> Option<Spelled<'s>> {
    let fits = |text: &str| {
        labels.iter().any(|label| match label.strip_suffix('*') {
            Some(start) => text.starts_with(start),
            None => text == *label,
        })
    };
    for row in sheet.rows().take(LABEL_ROWS_MAX) {
        for cell in row.cells().take(LABEL_CELLS_MAX) {
            if let Value::Text(text) = cell.value()
                && text.len() <= 200
                && fits(&plain(text))
            {
                let next = row.cells().find(|next| next.column() > cell.column() && !next.text().trim().is_empty());
                let column = next.map_or(cell.column() + 1, |next| next.column());
                return Some(Spelled::at(&desk.file, sheet, row.number(), column));
            }
        }
    }
    None
}

/// No cover is longer, nor wider.
const LABEL_ROWS_MAX: usize = 300;
const LABEL_CELLS_MAX: usize = 30;
