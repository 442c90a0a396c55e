//! A row that says how much was paid to whom, as tables of EITI reports have it.

use std::sync::Arc;

use super::cover::{Cover, Foreign};
use super::desk::{Desk, Outcome, not_stated};
use super::headed::{Table, plain};
use super::spelled::{Sort, Spelled};
use super::{Draft, Field, Told};
use crate::finding::{Code, Spot};
use crate::grid::Row;

/// Names in the template's own sample rows, as [`plain`] has them.
const SAMPLES: &[&str] = &["eiti company llc", "deep blue mine", "eiti company"];

/// Which columns of a table say what.
pub(super) struct Columns {
    /// Who and what for: without all of them a figure belongs to nobody.
    pub names: &'static [usize],
    /// How much.
    pub value: usize,
    /// In what.
    pub currency: usize,
}

/// The figure of a row.
pub(super) struct Payment {
    /// The file's name.
    pub file: Arc<str>,
    /// The figure, or why there is none.
    pub outcome: Outcome,
    /// The currency, where the row or the report names one.
    pub currency: Option<Told>,
}

impl Payment {
    /// False where a finding stands in place of the figure.
    pub fn is_read(&self) -> bool {
        !matches!(self.outcome, Outcome::Unread | Outcome::Blank)
    }

    /// Sets the figure and what it counts.
    pub fn fill(self, draft: &mut Draft) {
        let unit = match &self.outcome {
            Outcome::Figure(figure) => figure.unit,
            _ => None,
        };
        // A figure that names its own currency or unit says it in its own cell.
        match (self.currency, unit, &self.outcome) {
            (Some(told), ..) => draft.set(Field::Currency, told),
            (None, Some(unit), Outcome::Figure(figure)) => {
                let field = if unit.currency().is_some() { Field::Currency } else { Field::Unit };
                draft.set(field, Told::read(unit.code(), figure.told.raw(), figure.told.origin.clone(), Vec::new()));
            }
            _ => {}
        }
        draft.set_outcome(self.outcome);
    }
}

/// Reads the figure of a row; nothing where the row is none of the table's: a placeholder, a total, a line of text.
pub(super) fn read_row<'g, const N: usize>(
    desk: &mut Desk<'_>,
    cover: &Cover,
    table: &Table<'g, N>,
    row: &Row<'g>,
    columns: &Columns,
    foreign: &mut Foreign<'g>,
) -> Option<Payment> {
    let file = desk.file.clone();
    let value = table.at(&file, row, columns.value);
    let names: Vec<Spelled<'_>> = columns.names.iter().map(|name| table.at(&file, row, *name)).collect();
    let has_value = value.sort != Sort::Blank;
    if row.cells().any(|cell| plain(cell.text()).split(' ').next() == Some("total")) {
        return None;
    }
    if let Some(placeholder) = names.iter().find(|name| is_placeholder(name.text)) {
        if has_value {
            desk.note(placeholder, Code::PlaceholderLeft, Vec::new());
        }
        return None;
    }
    let missing = columns.names.iter().zip(&names).find(|(_, name)| name.sort == Sort::Blank);
    match missing {
        Some((column, name)) if has_value => {
            let spot = Spot { column: Some(table.heading(*column).into()), ..name.spot.clone() };
            desk.out.note(spot, "", Code::ValueMissing, Vec::new());
            return None;
        }
        Some(_) => return None,
        None => {}
    }
    let written = table.at(&file, row, columns.currency);
    let told = cover.currency_of(desk, &written).ok()?;
    let currency = told.as_ref().map(|(currency, _)| *currency);
    if let Some(currency) = currency {
        foreign.see(cover, currency, &written);
    }
    let outcome = desk.figure(&value, &cover.beside(currency));
    let outcome = match outcome {
        Outcome::Blank => {
            desk.note(&value, Code::AmountBlank, Vec::new());
            not_stated(&value)
        }
        Outcome::Figure(figure) if figure.unit.is_none() => {
            desk.note(&value, Code::UnitMissing, Vec::new());
            Outcome::Figure(figure)
        }
        other => other,
    };
    Some(Payment { file, outcome, currency: told.map(|(_, told)| told) })
}

/// True for what a template has in a cell until somebody writes there.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with('<') && text.ends_with('>'))
        || SAMPLES.contains(&plain(text).as_str())
        || plain(text).contains("new rows as necessary")
}
