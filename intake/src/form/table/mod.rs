//! Any table with a line of headers: the columns are found by their headers, and every row becomes a draft.
//!
//! ```text
//! sheet ── header ──► Mapping (proposed, or as confirmed) ── plan ──► rows ──► drafts
//!                                                             │         └── total rows: checked, never claims
//!                                                        conventions: decimal mark and order of dates, by proof
//! ```

mod conventions;
mod figure;
mod header;
mod plan;
mod propose;
mod row;
mod sums;
mod when;

use super::detect::{Reader, Score};
use super::mapping::Mapping;
use super::questions::Questions;
use super::{Drafts, Field, Form, Given};
use crate::finding::{Code, Findings, Spot};
use crate::grid::{Grid, Sheet, Visibility};
use crate::lang::Lang;
pub(super) use header::Header;
use plan::{Plan, PlanColumn};
pub(super) use propose::Proposed;

pub(super) const READER: Reader = Reader { form: Form::Table, score, read };

/// The most that a general table can score.
const SCORE_MAX: Score = 30;

fn score(grid: &Grid) -> Score {
    let known = sheets(grid).filter_map(header::find).map(|header| header.fields()).max();
    known.map_or(0, |fields| SCORE_MAX.min(10 + 2 * fields as Score))
}

/// The sheets that a person sees; all of them where none is.
fn sheets(grid: &Grid) -> impl Iterator<Item = &Sheet> {
    let any_visible = grid.sheets.iter().any(|sheet| sheet.visibility() == Visibility::Visible);
    grid.sheets.iter().filter(move |sheet| !any_visible || sheet.visibility() == Visibility::Visible)
}

fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let found = sheets(grid).map(|sheet| (sheet, header::find(sheet))).collect();
    read_sheets(grid, found, given, out)
}

/// Reads the sheets whose header has the shape of the fullest.
pub(super) fn read_sheets(
    grid: &Grid,
    found: Vec<(&Sheet, Option<Header>)>,
    given: &Given,
    out: &mut Findings,
) -> Drafts {
    // Among equals the first sheet wins.
    let best = found.iter().filter_map(|(_, header)| header.as_ref()).rev().max_by_key(|header| header.fields());
    let Some(best) = best else {
        out.flag(Spot::file(&grid.file), "", Code::FormUnknown, super::read::expected());
        return Drafts::default();
    };
    let given_mapping = given.mapping.clone().filter(|_| best.form == Form::Table);
    let is_proposed = given_mapping.is_none() && best.form == Form::Table;
    let mapping = given_mapping.unwrap_or_else(|| best.mapping());
    if is_proposed {
        tell_proposal(grid, best, &mapping, out);
    }
    let shape = best.fingerprint();
    let mut questions = Questions::default();
    let mut drafts = Vec::new();
    for (sheet, header) in &found {
        match header {
            // One sheet for each year, each with the same headers.
            Some(header) if header.fingerprint() == shape => {
                let plan = Plan::new(grid, sheet, header, &mapping, given, out);
                drafts.extend(row::read_rows(&plan, given, &mut questions, out));
            }
            // Lists and instructions are the template's own.
            _ if best.form == Form::Template || sheet.len() <= 1 => {}
            _ => out.note(Spot::sheet(&grid.file, sheet.shared_name()), "", Code::SheetUnread, Vec::new()),
        }
    }
    if drafts.is_empty() && !out.blocking() {
        out.note(Spot::file(&grid.file), "", Code::NoRows, Vec::new());
    }
    Drafts { drafts, questions: questions.finish(), mapping: Some(mapping) }
}

/// Says once how the columns were read, because nobody has confirmed it yet.
fn tell_proposal(grid: &Grid, header: &Header, mapping: &Mapping, out: &mut Findings) {
    let said = |lang: Lang| -> String {
        let column = |column: &super::MappedColumn| format!("{} = {}", column.header.trim(), column.field.name(lang));
        mapping.columns.iter().map(column).collect::<Vec<_>>().join("; ")
    };
    let details = vec![("columns", said(Lang::En)), ("columns_fr", said(Lang::Fr))];
    let spot = Spot { row: Some(header.row), ..Spot::sheet(&grid.file, &header.sheet) };
    out.note(spot, "", Code::MappingProposed, details);
}

/// Fields of which one at least must be told by a column, or once for the whole file.
pub(super) const NEEDED: &[&[Field]] = &[
    &[Field::Amount],
    &[Field::Payer, Field::Recipient],
    &[Field::Stream],
    &[Field::Side],
    &[Field::Role],
    &[Field::PeriodFrom, Field::PeriodTo, Field::PeriodLabel, Field::PaidOn],
    &[Field::Currency, Field::Unit],
];
