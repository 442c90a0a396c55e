//! Reports under Canada's Extractive Sector Transparency Measures Act.
//!
//! One table has the payments by payee and another the same payments by project. The first is read, because it says who
//! received; the second is held against it, and read only where the first is not there. What is left blank, or has a dash or
//! a lone sign of money, is below the threshold or nothing: the report does not say which, and no claim is made of it.

mod rows;

use super::cover::{Cover, beside_label};
use super::desk::Desk;
use super::detect::{Reader, Score};
use super::headed::{Heading, Table, is_header, maybe, needed, tables};
use super::ledger::same_money;
use super::spelled::{Sort, Spelled};
use super::{Drafts, Field, Form, Given, Told};
use crate::finding::{Findings, Spot};
use crate::grid::{Grid, Row, Sheet};

/// The reader of such reports.
pub(super) const READER: Reader = Reader { form: Form::Estma, score, read };

const COUNTRY: usize = 0;
const NAME: usize = 1;
const DEPARTMENT: usize = 2;
/// The categories of payments, in the order of the form.
const CATEGORIES: std::ops::Range<usize> = 3..10;
const TOTAL: usize = 10;
const NOTES: usize = 11;

const fn headings(name: &'static [&'static str], total: &'static [&'static str]) -> [Heading; 12] {
    [
        needed(&["country", "pays"]),
        needed(name),
        maybe(&["departments agency*", "departments agencies*", "ministere organisme*", "ministeres organismes*"]),
        needed(&["taxes*", "impots*"]),
        needed(&["royalties*", "redevances*"]),
        maybe(&["fees*", "frais*", "droits"]),
        maybe(&["production entitlements*", "droits relatifs a la production*"]),
        maybe(&["bonuses*", "primes*"]),
        maybe(&["dividends*", "dividendes*"]),
        maybe(&["infrastructure improvement payments*", "paiements pour lamelioration*"]),
        maybe(total),
        maybe(&["notes*"]),
    ]
}

const BY_PAYEE: [Heading; 12] =
    headings(&["payee name*", "nom du beneficiaire*"], &["total amount paid to payee*", "montant total verse au*"]);
const BY_PROJECT: [Heading; 12] =
    headings(&["project name*", "nom du projet*"], &["total amount paid by project*", "montant total verse par*"]);

const COMPANY: &[&str] = &["reporting entity name", "reporting entity legal name", "nom de lentite declarante"];
const NUMBER: &[&str] =
    &["reporting entity estma identification number*", "estma identification number*", "numero didentification*"];
const FIRST_DAY: &[&str] = &["from", "reporting year from", "du", "de"];
const LAST_DAY: &[&str] = &["to", "reporting year to", "au", "a"];
const CURRENCY: &[&str] = &["currency of the report", "reporting currency", "devise du rapport", "monnaie du rapport"];
const SUBMITTED: &[&str] = &["date submitted", "date", "date de soumission", "date de presentation"];

fn score(grid: &Grid) -> Score {
    let mut rows = grid.sheets.iter().flat_map(|sheet| sheet.rows().take(100));
    if rows.any(|row| is_header(&row, &BY_PAYEE) || is_header(&row, &BY_PROJECT)) { 92 } else { 0 }
}

/// What the report says once for all its rows.
struct Details<'g> {
    cover: Cover,
    company: Option<Spelled<'g>>,
    number: Option<Spelled<'g>>,
    stated_on: Option<Told>,
}

fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let mut desk = Desk::new(&grid.file, given, out);
    let [payees, projects] = [&BY_PAYEE, &BY_PROJECT].map(|headings| find(grid, headings));
    let figures = [&payees, &projects].into_iter().flatten().flat_map(|table| {
        CATEGORIES.flat_map(|column| table.column(&grid.file, column)).filter(|at| !rows::is_empty(at))
    });
    desk.prove_marks(figures);
    let details = details(&mut desk, grid);
    let has_payees = !payees.is_empty();
    let payees = rows::read(&mut desk, &details, &payees, Field::Recipient, has_payees);
    let projects = rows::read(&mut desk, &details, &projects, Field::Mine, !has_payees);
    if has_payees {
        same_money(&mut desk, &payees.by_category, &projects.by_category, &projects.first);
    }
    desk.finish()
}

fn find<'g>(grid: &'g Grid, headings: &[Heading; 12]) -> Vec<Table<'g, 12>> {
    let begins_another = |row: &Row<'_>| is_header(row, &BY_PAYEE) || is_header(row, &BY_PROJECT);
    let sheets = grid.sheets.iter();
    sheets
        .flat_map(|sheet| tables(sheet, headings, |row| sheet.row(row).is_some_and(|row| begins_another(&row))))
        .collect()
}

/// Each label may stand on the cover, or above either table: the first place that has something beside it is taken.
fn details<'g>(desk: &mut Desk<'_>, grid: &'g Grid) -> Details<'g> {
    let at = |desk: &Desk<'_>, labels: &[&str]| {
        let beside = |sheet: &'g Sheet| beside_label(desk, sheet, labels).filter(|at| at.sort != Sort::Blank);
        grid.sheets.iter().find_map(beside)
    };
    let mut cover = Cover::default();
    let days = [FIRST_DAY, LAST_DAY, SUBMITTED].map(|labels| at(desk, labels));
    desk.prove_orders(days.iter().flatten().cloned());
    let [first, last, submitted] = days;
    if let (Some(first), Some(last)) = (&first, &last) {
        cover.read_period(desk, first, last);
    }
    if let Some(currency) = at(desk, CURRENCY) {
        cover.read_currency(desk, &currency);
    }
    cover.demand(desk, &Spot::file(&grid.file));
    let stated_on = submitted.and_then(|at| {
        let when = desk.date(&at)?;
        let steps = at.steps.iter().cloned().chain(desk.order_step(&at)).collect();
        Some(Told::read(when.to_string(), at.raw, at.origin.clone(), steps))
    });
    Details { cover, company: at(desk, COMPANY), number: at(desk, NUMBER), stated_on }
}
