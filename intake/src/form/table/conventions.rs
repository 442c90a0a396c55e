//! Decimal marks and orders of dates: decided for each column by its own proof, else by that of the sheet, else as the sender
//! answered; else asked once.

use std::sync::Arc;

use super::PlanColumn;
use crate::csv::column_letters;
use crate::date::Order;
use crate::finding::{Findings, Spot};
use crate::form::{Field, Given};
use crate::grid::{CellPlace, Sheet, Value};
use crate::number::{Inferred, Mark};

/// What was decided for each column.
pub(super) struct Conventions {
    pub marks: Vec<Option<Mark>>,
    pub orders: Vec<Option<Order>>,
}

/// Weighs the columns, and tells once what could not be decided.
pub(super) fn conventions(
    file: &Arc<str>,
    sheet: &Sheet,
    header_row: u32,
    columns: &[PlanColumn],
    given: &Given,
    out: &mut Findings,
) -> Conventions {
    let texts = |wanted: fn(Field) -> bool| -> Vec<Vec<(CellPlace, &str)>> {
        columns.iter().map(|column| column_texts(sheet, header_row, column, wanted)).collect()
    };
    let figures = texts(|field| field == Field::Amount);
    let dates = texts(is_date);
    let of_columns = figures.iter().map(|cells| Inferred::marks(cells.iter().cloned())).collect();
    let marks = decide(of_columns, Inferred::marks(figures.concat()), given.mark, file, out);
    let of_columns = dates.iter().map(|cells| Inferred::orders(cells.iter().cloned())).collect();
    let orders = decide(of_columns, Inferred::orders(dates.concat()), given.order, file, out);
    Conventions { marks, orders }
}

/// The fields that hold dates.
pub(super) fn is_date(field: Field) -> bool {
    use Field::{PaidOn, PeriodFrom, PeriodLabel, PeriodTo, StatedOn};
    matches!(field, PeriodFrom | PeriodTo | PeriodLabel | PaidOn | StatedOn)
}

fn column_texts<'s>(
    sheet: &'s Sheet,
    header_row: u32,
    column: &PlanColumn,
    wanted: fn(Field) -> bool,
) -> Vec<(CellPlace, &'s str)> {
    if !wanted(column.field) {
        return Vec::new();
    }
    let rows = sheet.rows().filter(|row| row.number() > header_row);
    let cells = rows.filter_map(|row| row.cell(column.column));
    cells
        .filter_map(|cell| match cell.value() {
            Value::Text(text) => Some((cell.place(), text)),
            _ => None,
        })
        .collect()
}

/// Each column by its own proof, then by that of all, then by the answer.
fn decide<C: Copy + PartialEq>(
    of_columns: Vec<Inferred<C, CellPlace>>,
    of_all: Inferred<C, CellPlace>,
    answer: Option<C>,
    file: &Arc<str>,
    out: &mut Findings,
) -> Vec<Option<C>> {
    let mut asked = false;
    let mut choices = Vec::with_capacity(of_columns.len());
    for own in of_columns {
        let within = own.within(&of_all);
        let is_open = matches!(within, Inferred::Ask { .. });
        let choice = within.choice().or(answer.filter(|_| is_open));
        // The same question for another column is the same question.
        let is_told = choice.is_some() || (is_open && asked);
        let place = |place: &CellPlace| format!("{}{}", column_letters(place.column), place.row);
        if let (false, Some((at, seen, remark))) = (is_told, within.remark(place)) {
            let spot = Spot::cell(file, &at.sheet, at.row, at.column);
            out.note(spot, &seen, remark.code, remark.details);
            asked |= is_open;
        }
        choices.push(choice);
    }
    choices
}
