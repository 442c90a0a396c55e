//! What stands in one place of a file, be it a cell or a value of a document, before it is read.

use std::sync::Arc;

use super::document::Found;
use super::{Origin, Step};
use crate::finding::Spot;
use crate::grid::{Cell, CellPlace, Sheet, Value};

/// How sure the characters are by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing is there.
    Blank,
    /// A number in plain digits, stored as one: it has one reading.
    Number,
    /// A date in ISO 8601, stored as one.
    Date,
    /// Characters that somebody typed.
    Text,
    /// Yes or no: never a figure.
    Bool,
}

/// What is written, and where.
#[derive(Clone, Debug)]
pub(super) struct Spelled<'a> {
    /// The value, spaces around it left aside.
    pub text: &'a str,
    /// The characters of the file.
    pub raw: &'a str,
    /// What it is stored as.
    pub sort: Sort,
    /// Where it is.
    pub origin: Origin,
    /// Where findings about it stand.
    pub spot: Spot,
    /// What was done to the characters so far.
    pub steps: Vec<Step>,
}

impl<'a> Spelled<'a> {
    /// A cell of a sheet, by its row from 1 and its column from 0; blank where the sheet has none.
    pub fn at(file: &Arc<str>, sheet: &'a Sheet, row: u32, column: u32) -> Spelled<'a> {
        let spot = Spot::cell(file, sheet.shared_name(), row, column);
        match sheet.cell(row, column) {
            Some(cell) => Spelled::of_cell(&cell, spot),
            None => {
                let place = CellPlace { sheet: sheet.shared_name().clone(), row, column };
                let origin = Origin::Cell(place);
                Spelled { text: "", raw: "", sort: Sort::Blank, origin, spot, steps: Vec::new() }
            }
        }
    }

    /// Nothing, in a row of a sheet that has no such column.
    pub fn nothing(file: &Arc<str>, sheet: &Sheet, row: u32) -> Spelled<'a> {
        let place = CellPlace { sheet: sheet.shared_name().clone(), row, column: 0 };
        let spot = Spot { column_index: None, ..Spot::cell(file, sheet.shared_name(), row, 0) };
        Spelled { text: "", raw: "", sort: Sort::Blank, origin: Origin::Cell(place), spot, steps: Vec::new() }
    }

    fn of_cell(cell: &Cell<'a>, spot: Spot) -> Spelled<'a> {
        let text = cell.text().trim();
        let sort = match cell.value() {
            _ if text.is_empty() => Sort::Blank,
            Value::Empty => Sort::Blank,
            Value::Number(_) => Sort::Number,
            Value::Date(_) => Sort::Date,
            Value::Text(_) | Value::Error(_) => Sort::Text,
            Value::Bool(_) => Sort::Bool,
        };
        let steps = cell.steps().map(Step::Cell).collect();
        Spelled { text, raw: cell.raw(), sort, origin: Origin::Cell(cell.place()), spot, steps }
    }

    /// A value of a document.
    pub fn of_node(file: &Arc<str>, found: &Found<'a, '_>) -> Spelled<'a> {
        let raw = found.node.text.as_deref().unwrap_or_default();
        let text = raw.trim();
        let sort = match text {
            "" => Sort::Blank,
            _ if found.node.is_number => Sort::Number,
            _ => Sort::Text,
        };
        let origin = Origin::Pointer(found.path.as_str().into());
        let spot = Spot { column: Some(found.path.as_str().into()), ..Spot::line(file, found.node.line, None) };
        Spelled { text, raw, sort, origin, spot, steps: Vec::new() }
    }
}
