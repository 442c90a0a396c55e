//! The summary data of a country's EITI report, versions 2.0 (Standard of 2019) and 2.1 (Standard of 2023).
//!
//! Part 1 says of which country, time and currency the report is; part 3 lists agencies, companies and projects with their
//! totals; part 4 has what each agency received, part 5 what each company paid. The parts are known by their headings, and not by
//! the names of their sheets: countries translate these, and insert rows.

pub(super) mod about;
mod company;
mod government;
mod registers;

pub(super) use government::set_gfs;

use super::desk::Desk;
use super::detect::{Reader, Score};
use super::headed::{Heading, Table, is_header, tables};
use super::spelled::Spelled;
use super::{Drafts, Form, Given};
use crate::finding::{Findings, Spot};
use crate::grid::{Grid, Row};

/// The reader of both versions.
pub(super) const READER: Reader = Reader { form: Form::EitiSummary, score, read };

/// Headings stand near the top, below the instructions of the template.
const HEADER_ROWS_MAX: usize = 200;

fn score(grid: &Grid) -> Score {
    let mut has = [false; 2];
    for row in grid.sheets.iter().flat_map(|sheet| sheet.rows().take(HEADER_ROWS_MAX)) {
        has[0] |= is_header(&row, &government::HEADINGS);
        has[1] |= is_header(&row, &company::HEADINGS);
    }
    match has {
        [true, true] => 95,
        [true, false] | [false, true] => 75,
        [false, false] => 0,
    }
}

fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let mut desk = Desk::new(&grid.file, given, out);
    let government = find(grid, &government::HEADINGS);
    let company = find(grid, &company::HEADINGS);
    let registers = registers::find(grid);
    let file = grid.file.clone();
    let figures = column(&file, &government, government::VALUE)
        .chain(column(&file, &company, company::VALUE))
        .chain(registers.figures(&file));
    desk.prove_marks(figures);
    let cover = about::read(&mut desk, grid);
    cover.demand(&mut desk, &Spot::file(&grid.file));
    let received = government::read(&mut desk, &cover, &government);
    let paid = company::read(&mut desk, &cover, &company);
    registers.compare(&mut desk, &cover, &received, &paid);
    desk.finish()
}

/// The tables of a shape, each ending where another table of the report begins.
fn find<'g, const N: usize>(grid: &'g Grid, headings: &[Heading; N]) -> Vec<Table<'g, N>> {
    let sheets = grid.sheets.iter();
    sheets
        .flat_map(|sheet| tables(sheet, headings, |row| sheet.row(row).is_some_and(|row| begins_another(&row))))
        .collect()
}

/// True where a row begins a table of any kind that the report has.
fn begins_another(row: &Row<'_>) -> bool {
    is_header(row, &government::HEADINGS)
        || is_header(row, &government::EXCLUDED)
        || is_header(row, &company::HEADINGS)
        || registers::is_any(row)
}

/// All places of a column.
fn column<'g, const N: usize>(
    file: &std::sync::Arc<str>,
    tables: &[Table<'g, N>],
    column: usize,
) -> impl Iterator<Item = Spelled<'g>> {
    tables.iter().flat_map(move |table| table.column(file, column))
}
