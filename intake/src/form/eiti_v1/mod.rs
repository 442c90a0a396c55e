//! The summary data of a country's EITI report, version 1: a cross-tab.
//!
//! A row is a stream of one agency: what the agency says it received, and, in a column for each company, what that company says it
//! paid. Both sides are read; subtotals and totals are held against them.

mod rows;

use super::desk::Desk;
use super::detect::{Reader, Score};
use super::eiti_v2::about;
use super::headed::{Heading, Table, is_header, maybe, needed, plain, tables};
use super::spelled::{Sort, Spelled};
use super::{Drafts, Form, Given};
use crate::finding::{Findings, Spot};
use crate::grid::Grid;

/// The reader of such reports.
pub(super) const READER: Reader = Reader { form: Form::EitiCrossTab, score, read };

const GFS: usize = 0;
const STREAM: usize = 1;
const AGENCY: usize = 2;
const GOVERNMENT: usize = 3;

const HEADINGS: [Heading; 5] = [
    needed(&["gfs code*", "codes sfp*", "codes gfs*"]),
    needed(&["name of revenue stream*", "nom du flux de revenus*"]),
    needed(&[
        "name of receiving government agency*",
        "receiving government agency*",
        "nom de lagence*",
        "nom de lorganisme*",
    ]),
    needed(&["revenue as disclosed by government*", "revenus declares par letat*", "revenus divulgues par*"]),
    maybe(&["included in eiti report*", "inclus dans le rapport itie*"]),
];

/// The names of companies stand in a row of their own, at most so far from the other headings.
const HEADING_ROWS: u32 = 8;

/// A company, and the column of what it says.
struct Company<'g> {
    column: u32,
    name: Spelled<'g>,
    number: Option<Spelled<'g>>,
    commodity: Option<Spelled<'g>>,
}

/// A cross-tab with its companies.
struct CrossTab<'g> {
    table: Table<'g, 5>,
    companies: Vec<Company<'g>>,
    /// The column of what all companies together say.
    subtotals: Option<u32>,
    /// The last row of headings.
    last_heading: u32,
}

fn score(grid: &Grid) -> Score {
    let mut rows = grid.sheets.iter().flat_map(|sheet| sheet.rows().take(200));
    if rows.any(|row| is_header(&row, &HEADINGS)) { 93 } else { 0 }
}

fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let mut desk = Desk::new(&grid.file, given, out);
    let found = grid.sheets.iter().flat_map(|sheet| tables(sheet, &HEADINGS, |_| false));
    let tabs: Vec<CrossTab<'_>> = found.map(|table| cross_tab(&desk, table)).collect();
    desk.prove_marks(tabs.iter().flat_map(|tab| rows::figures(&grid.file, tab)));
    let cover = about::read(&mut desk, grid);
    cover.demand(&mut desk, &Spot::file(&grid.file));
    for tab in &tabs {
        rows::read(&mut desk, &cover, tab);
    }
    desk.finish()
}

/// Finds the rows that name the companies, their numbers and their commodities.
fn cross_tab<'g>(desk: &Desk<'_>, table: Table<'g, 5>) -> CrossTab<'g> {
    let near = table.header.saturating_sub(HEADING_ROWS)..=table.header.saturating_add(HEADING_ROWS);
    let label = |words: &[&str]| {
        let rows = table.sheet.rows().filter(|row| near.contains(&row.number()));
        let mut cells = rows.flat_map(|row| row.cells());
        cells.find(|cell| words.iter().any(|word| plain(cell.text()).starts_with(word)))
    };
    let names = label(&["legal name", "raison sociale", "nom legal"]);
    let [numbers, commodities] = [&["identification"], &["commodities"]].map(|word| label(word).map(|cell| cell.row()));
    let mut companies = Vec::new();
    let mut subtotals = None;
    if let Some(names) = names {
        let right = table.sheet.row(names.row()).into_iter().flat_map(|row| row.cells());
        for cell in right.filter(|cell| cell.column() > names.column()) {
            let at = |row: u32| Spelled::at(&desk.file, table.sheet, row, cell.column());
            let name = at(cell.row());
            let word = plain(name.text);
            if word.starts_with("subtotal") || word.starts_with("sous total") || word.starts_with("total") {
                subtotals = subtotals.or(Some(cell.column()));
            } else if name.sort == Sort::Text && !super::payment::is_placeholder(name.text) {
                let beside = |row: Option<u32>| row.map(at).filter(|at| at.sort != Sort::Blank);
                let [number, commodity] = [beside(numbers), beside(commodities)];
                companies.push(Company { column: cell.column(), name, number, commodity });
            }
        }
    }
    let own_rows = [Some(table.header), names.map(|cell| cell.row()), numbers, commodities];
    let last_heading = own_rows.into_iter().flatten().max().unwrap_or(table.header);
    CrossTab { table, companies, subtotals, last_heading }
}
