//! Reading a filled-in template: its columns are found by their keys, wherever they were moved to.

use crate::finding::Findings;
use crate::form::detect::Score;
use crate::form::heading::plain;
use crate::form::mapping::MappedColumn;
use crate::form::table::{Header, Proposed, read_sheets};
use crate::form::{Drafts, Field, Form, Given};
use crate::grid::{Grid, Row, Sheet};
use crate::lang::Lang;

/// Rows with something in them among which the keys are looked for.
const ROWS_MAX: usize = 30;
/// Keys that must be there at least; columns that are not needed may be deleted.
const KEYS_MIN: usize = 4;

/// Nothing else has a row of keys under the names of these columns.
pub(super) fn score(grid: &Grid) -> Score {
    if grid.sheets.iter().any(|sheet| header(sheet).is_some()) { 100 } else { 0 }
}

pub(super) fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let found = grid.sheets.iter().map(|sheet| (sheet, header(sheet))).collect();
    read_sheets(grid, found, given, out)
}

/// The row of keys.
fn header(sheet: &Sheet) -> Option<Header> {
    let rows: Vec<Row<'_>> = sheet.rows().take(ROWS_MAX).collect();
    rows.windows(2).find_map(|pair| {
        let [above, row] = pair else { return None };
        let known: Vec<Proposed> = row.cells().filter_map(|cell| key(cell.column(), cell.text())).collect();
        let is_named = |proposed: &&Proposed| {
            above.cell(proposed.column).is_some_and(|cell| is_name(proposed.mapped.field, cell.text()))
        };
        let has_amount = known.iter().any(|proposed| proposed.mapped.field == Field::Amount);
        // A table whose columns happen to be called so has no names of ours above them.
        if known.len() < KEYS_MIN || !has_amount || known.iter().filter(is_named).count() * 2 < known.len() {
            return None;
        }
        let names = row.cells().map(|cell| (cell.column(), cell.text().trim().to_owned())).collect();
        let sheet = sheet.shared_name().clone();
        Some(Header { form: Form::Template, sheet, row: row.number(), names, known, set_aside: Vec::new() })
    })
}

fn key(column: u32, text: &str) -> Option<Proposed> {
    let field = Field::from_code(text.trim())?;
    let mapped = MappedColumn { header: text.trim().to_owned(), field, role: None, money: None, zeros: 0 };
    Some(Proposed { column, mapped })
}

fn is_name(field: Field, text: &str) -> bool {
    Lang::ALL.iter().any(|lang| plain(field.name(*lang)) == plain(text))
}
