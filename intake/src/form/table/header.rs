//! Where the header of a table is: the row near the top whose cells name the most fields. Never a fixed row number,
//! because people put titles, logos and notes above their tables.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::propose::{Proposed, propose};
use crate::form::heading::Heading;
use crate::form::mapping::{MappedColumn, Mapping, fingerprint};
use crate::form::{Field, Form};
use crate::grid::{Row, Sheet, Value};

/// Rows with something in them that are looked at.
const ROWS_MAX: usize = 60;
/// Columns that are looked at in each.
const COLUMNS_MAX: usize = 500;

/// The header of one table.
#[derive(Clone, Debug)]
pub(in crate::form) struct Header {
    /// The form that it belongs to.
    pub form: Form,
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The row, from 1.
    pub row: u32,
    /// Every header, with its column from 0.
    pub names: Vec<(u32, String)>,
    /// What each column that is known means.
    pub known: Vec<Proposed>,
    /// Columns that are not read, and need not be told: those a form program adds for itself.
    pub set_aside: Vec<u32>,
}

impl Header {
    /// How many different fields are known.
    pub fn fields(&self) -> usize {
        self.known.iter().map(|column| column.mapped.field).collect::<BTreeSet<_>>().len()
    }

    /// The field that a column names.
    pub fn names_field(&self, column: u32) -> Option<Field> {
        let (_, name) = self.names.iter().find(|(own, _)| *own == column)?;
        Heading::read(name)?.field().map(|(field, _)| field)
    }

    /// The fingerprint of its shape.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.names.iter().map(|(_, name)| name.as_str()))
    }

    /// The mapping that the headers propose.
    pub fn mapping(&self) -> Mapping {
        let columns: Vec<MappedColumn> = self.known.iter().map(|column| column.mapped.clone()).collect();
        Mapping { fingerprint: self.fingerprint(), columns, constants: Vec::new() }
    }
}

/// Finds the header of a sheet; nothing where no row names an amount and another field.
pub(super) fn find(sheet: &Sheet) -> Option<Header> {
    let headers = sheet.rows().take(ROWS_MAX).filter_map(|row| {
        let names = names(&row)?;
        let (known, set_aside) = propose(sheet, row.number(), &names);
        let sheet = sheet.shared_name().clone();
        let header = Header { form: Form::Table, sheet, row: row.number(), names, known, set_aside };
        let has_amount = header.known.iter().any(|column| column.mapped.field == Field::Amount);
        (has_amount && header.fields() >= 2).then_some(header)
    });
    // Among equals the first row wins.
    headers.fold(None, |best: Option<Header>, header| match best {
        Some(best) if best.fields() >= header.fields() => Some(best),
        _ => Some(header),
    })
}

/// The texts of a row that may be a header: most of its cells are words.
fn names(row: &Row<'_>) -> Option<Vec<(u32, String)>> {
    let cells = row.cells();
    let count = cells.len();
    let is_word = |text: &str| text.chars().any(char::is_alphabetic);
    let names: Vec<(u32, String)> = cells
        .take(COLUMNS_MAX)
        .filter_map(|cell| match cell.value() {
            Value::Text(text) if is_word(text) => Some((cell.column(), text.trim().to_owned())),
            _ => None,
        })
        .collect();
    (names.len() >= 2 && names.len() * 4 >= count.min(COLUMNS_MAX) * 3).then_some(names)
}
