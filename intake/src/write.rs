//! Rows become files again: what is imported is what is exported.

use reconcile::Policy;

use crate::files::PackFiles;
use crate::policy::write_policy;
use crate::rows::PackRows;
use crate::table::TableRow;

/// A table as RFC 4180 text with line feeds; every column of the table, in its order.
pub fn write_table<R: TableRow>(rows: &[R]) -> String {
    let mut text = R::COLUMNS.iter().map(|column| column.name).collect::<Vec<_>>().join(",");
    text.push('\n');
    for row in rows {
        for column in 0..R::COLUMNS.len() {
            if column > 0 {
                text.push(',');
            }
            write_cell(&mut text, row.get(column).unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

/// All files of a pack. Rows of `production.csv` are written among the claims, under the ids they were given.
pub fn write_pack(rows: &PackRows, policy: &Policy) -> PackFiles {
    let mut files = PackFiles::new();
    push(&mut files, &rows.countries);
    push(&mut files, &rows.parties);
    push(&mut files, &rows.mines);
    push(&mut files, &rows.streams);
    push(&mut files, &rows.rules);
    push(&mut files, &rows.examples);
    push(&mut files, &rows.rates);
    push(&mut files, &rows.sources);
    push(&mut files, &rows.claims);
    push(&mut files, &rows.remarks);
    files.push("policy.toml", write_policy(policy));
    files
}

fn push<R: TableRow>(files: &mut PackFiles, rows: &[R]) {
    files.push(R::FILE, write_table(rows));
}

fn write_cell(text: &mut String, cell: &str) {
    if !cell.contains([',', '"', '\n', '\r']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}
