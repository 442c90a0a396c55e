//! Any bytes as a file of tables. The limits are small, so that a slow input is one that breaks its promise.

#![no_main]

use intake::{Lang, Limits, read_grid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { rows: 1_000, cells: 10_000, cell_chars: 1_000, unpacked: 4 << 20, ..Limits::default() };
    let read = read_grid("payments.xlsx", bytes, &limits);
    for finding in &read.findings {
        let _ = (finding.render(Lang::En), finding.render(Lang::Fr));
    }
    for sheet in read.grid.iter().flat_map(|grid| &grid.sheets) {
        for cell in sheet.rows().flat_map(|row| row.cells()) {
            assert_eq!(sheet.cell(cell.row(), cell.column()), Some(cell));
        }
    }
});
