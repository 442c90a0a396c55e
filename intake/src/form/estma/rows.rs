//! The rows of both tables: a payee or a project, and a column for each category of payments.

use std::collections::BTreeMap;

use super::{CATEGORIES, COUNTRY, DEPARTMENT, Details, NAME, NOTES, TOTAL};
use crate::finding::Code;
use crate::form::country;
use crate::form::desk::{Desk, Outcome};
use crate::form::headed::{Table, plain};
use crate::form::ledger::Ledger;
use crate::form::spelled::{Sort, Spelled};
use crate::form::{Draft, Field, Told};
use crate::grid::Row;

/// What a table adds up to.
#[derive(Default)]
pub(super) struct Sums<'g> {
    /// By category.
    pub by_category: Ledger,
    /// Where each category has its first figure.
    pub first: BTreeMap<String, Spelled<'g>>,
}

/// True for what the form is left with where nothing is reported.
pub(super) fn is_empty(at: &Spelled<'_>) -> bool {
    at.sort == Sort::Blank || at.text.chars().all(|c| matches!(c, '-' | '–' | '—' | '$' | ' ' | '\u{a0}'))
}

/// Reads tables of one kind. Their rows become drafts where they are kept; `named` is what a row's name is.
pub(super) fn read<'g>(
    desk: &mut Desk<'_>,
    details: &Details<'g>,
    tables: &[Table<'g, 12>],
    named: Field,
    is_kept: bool,
) -> Sums<'g> {
    let mut sums = Sums::default();
    for table in tables {
        for row in table.rows() {
            read_row(desk, details, table, &row, named, is_kept, &mut sums);
        }
    }
    sums
}

fn read_row<'g>(
    desk: &mut Desk<'_>,
    details: &Details<'g>,
    table: &Table<'g, 12>,
    row: &Row<'g>,
    named: Field,
    is_kept: bool,
    sums: &mut Sums<'g>,
) {
    let file = desk.file.clone();
    let at = |column: usize| table.at(&file, row, column);
    let [country, name, total] = [at(COUNTRY), at(NAME), at(TOTAL)];
    let is_total = [&country, &name].into_iter().any(|at| plain(at.text).starts_with("total"));
    let figures: Vec<(usize, Spelled<'g>)> =
        CATEGORIES.map(|column| (column, at(column))).filter(|(_, figure)| !is_empty(figure)).collect();
    if is_total || (name.sort == Sort::Blank && figures.is_empty()) {
        return;
    }
    if name.sort == Sort::Blank {
        let spot = crate::finding::Spot { column: Some(table.heading(NAME).into()), ..name.spot.clone() };
        desk.out.note(spot, "", Code::ValueMissing, Vec::new());
        return;
    }
    let mut of_row = Ledger::default();
    for (column, figure) in figures {
        let currency = details.cover.currency.as_ref().map(|(currency, _)| *currency);
        let outcome = desk.figure(&figure, &details.cover.beside(currency));
        of_row.add(name.text, &outcome);
        let category = Spelled::at(&file, table.sheet, table.header, table.columns[column].unwrap_or_default());
        sums.by_category.add(category.text, &outcome);
        sums.first.entry(plain(category.text)).or_insert_with(|| figure.clone());
        if is_kept && !matches!(outcome, Outcome::Unread) {
            let mut draft = draft(details, &country, &name, named);
            draft.copy(Field::Stream, &category);
            set_note(&mut draft, &at(DEPARTMENT), &at(NOTES));
            match &details.cover.currency {
                Some((_, told)) => draft.set(Field::Currency, told.clone()),
                None => set_own_currency(desk, &mut draft, &figure, &outcome),
            }
            draft.set_outcome(outcome);
            desk.push(draft);
        }
    }
    if !is_empty(&total) {
        let currency = details.cover.currency.as_ref().map(|(currency, _)| *currency);
        let stated = desk.figure(&total, &details.cover.beside(currency));
        of_row.compare(desk, name.text, &total, &stated, table.sheet.name());
    }
}

fn draft(details: &Details<'_>, country: &Spelled<'_>, name: &Spelled<'_>, named: Field) -> Draft {
    let mut draft = Draft::default();
    draft.imply(Field::Side, "company");
    draft.imply(Field::Role, "paid");
    draft.imply(Field::Kind, "payment");
    details.cover.fill(&mut draft);
    if country.sort != Sort::Blank {
        draft.set(Field::Country, country::told(country));
    }
    draft.copy(named, name);
    for (field, at) in [(Field::Payer, &details.company), (Field::Reference, &details.number)] {
        if let Some(at) = at {
            draft.copy(field, at);
        }
    }
    if let Some(told) = &details.stated_on {
        draft.set(Field::StatedOn, told.clone());
    }
    draft
}

/// A figure that names its own money says so in its own cell.
fn set_own_currency(desk: &mut Desk<'_>, draft: &mut Draft, at: &Spelled<'_>, outcome: &Outcome) {
    let Outcome::Figure(figure) = outcome else { return };
    match figure.unit.and_then(reconcile::Unit::currency) {
        Some(currency) => {
            draft.set(Field::Currency, Told::read(currency.code(), at.raw, at.origin.clone(), Vec::new()));
        }
        None => desk.note(at, Code::UnitMissing, Vec::new()),
    }
}

/// Which departments of the payee received, and the notes of the row.
fn set_note(draft: &mut Draft, department: &Spelled<'_>, notes: &Spelled<'_>) {
    draft.copy(Field::Note, notes);
    if !is_empty(department) {
        let both = [department.text, notes.text];
        let text = both.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("; ");
        draft.set(Field::Note, Told::read(text, department.raw, department.origin.clone(), Vec::new()));
    }
}
