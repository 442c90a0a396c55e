//! The rows of the cross-tab: the agency's figure, and a figure of each company that paid.

use std::sync::Arc;

use super::{AGENCY, Company, CrossTab, GFS, GOVERNMENT, STREAM};
use crate::finding::{Code, Spot};
use crate::form::cover::Cover;
use crate::form::desk::{Desk, Outcome, not_stated};
use crate::form::eiti_v2::set_gfs;
use crate::form::headed::plain;
use crate::form::ledger::Ledger;
use crate::form::spelled::{Sort, Spelled};
use crate::form::{Draft, Field};
use crate::grid::Row;
use crate::number::absent;

/// What the agencies' figures add up to is kept under this name: the form's own.
const GOVERNMENT_TOTAL: &str = "TOTAL, disclosed by government";

/// All places that have figures.
pub(super) fn figures<'g>(file: &Arc<str>, tab: &CrossTab<'g>) -> impl Iterator<Item = Spelled<'g>> {
    let file = file.clone();
    rows(tab).flat_map(move |row| {
        let paid = paid(&file, tab, &row).map(|(_, at)| at);
        paid.chain([tab.table.at(&file, &row, GOVERNMENT)]).collect::<Vec<_>>()
    })
}

/// What companies say in a row: only the cells that are there are looked at.
fn paid<'t, 'g>(
    file: &Arc<str>,
    tab: &'t CrossTab<'g>,
    row: &Row<'g>,
) -> impl Iterator<Item = (&'t Company<'g>, Spelled<'g>)> {
    let (file, sheet) = (file.clone(), tab.table.sheet);
    row.cells().filter_map(move |cell| {
        let index = tab.companies.binary_search_by_key(&cell.column(), |company| company.column).ok()?;
        let at = Spelled::at(&file, sheet, cell.row(), cell.column());
        (at.sort != Sort::Blank).then(|| (&tab.companies[index], at))
    })
}

fn rows<'g>(tab: &CrossTab<'g>) -> impl Iterator<Item = Row<'g>> + use<'g> {
    let last_heading = tab.last_heading;
    tab.table.rows().filter(move |row| row.number() > last_heading)
}

/// Reads all rows, and then compares them with the totals below them.
pub(super) fn read(desk: &mut Desk<'_>, cover: &Cover, tab: &CrossTab<'_>) {
    let mut sums = Ledger::default();
    let mut totals = Vec::new();
    for row in rows(tab) {
        match row.cells().find(|cell| plain(cell.text()).starts_with("total")) {
            Some(label) => totals.push((plain(label.text()), row)),
            None => read_row(desk, cover, tab, &row, &mut sums),
        }
    }
    for (label, row) in totals {
        compare_total(desk, cover, tab, &label, &row, &sums);
    }
}

fn read_row(desk: &mut Desk<'_>, cover: &Cover, tab: &CrossTab<'_>, row: &Row<'_>, sums: &mut Ledger) {
    let file = desk.file.clone();
    let at = |column: usize| tab.table.at(&file, row, column);
    let [stream, agency, government] = [at(STREAM), at(AGENCY), at(GOVERNMENT)];
    let paid: Vec<(&Company<'_>, Spelled<'_>)> = paid(&file, tab, row).collect();
    let is_named = |name: &Spelled<'_>| name.sort != Sort::Blank && absent(name.text).is_none();
    let has_figure = government.sort != Sort::Blank && absent(government.text).is_none();
    if let Some((column, name)) = [(STREAM, &stream), (AGENCY, &agency)].into_iter().find(|(_, name)| !is_named(name)) {
        // Groups of codes have rows of their own, without a figure.
        if has_figure || !paid.is_empty() {
            let spot = Spot { column: Some(tab.table.heading(column).into()), ..name.spot.clone() };
            desk.out.note(spot, "", Code::ValueMissing, Vec::new());
        }
        return;
    }
    let currency = cover.currency.as_ref().map(|(currency, _)| *currency);
    let received = match desk.figure(&government, &cover.beside(currency)) {
        Outcome::Blank => {
            desk.note(&government, Code::AmountBlank, Vec::new());
            not_stated(&government)
        }
        outcome => outcome,
    };
    sums.add(GOVERNMENT_TOTAL, &received);
    let mut draft = draft(cover, ["government", "received"], &stream, &agency);
    set_gfs(&mut draft, &at(GFS));
    let common = draft.clone();
    keep(desk, cover, draft, &government, received);
    let mut of_row = Ledger::default();
    for (company, figure) in paid {
        let outcome = desk.figure(&figure, &cover.beside(currency));
        sums.add(company.name.text, &outcome);
        of_row.add(stream.text, &outcome);
        let mut draft = common.clone();
        draft.imply(Field::Side, "company");
        draft.imply(Field::Role, "paid");
        let told = [
            (Field::Payer, Some(&company.name)),
            (Field::Commodity, company.commodity.as_ref()),
            (Field::Reference, company.number.as_ref()),
        ];
        for (field, at) in told {
            if let Some(at) = at {
                draft.copy(field, at);
            }
        }
        keep(desk, cover, draft, &figure, outcome);
    }
    if let Some(column) = tab.subtotals {
        let at = Spelled::at(&file, tab.table.sheet, row.number(), column);
        let stated = desk.figure(&at, &cover.beside(currency));
        of_row.compare(desk, stream.text, &at, &stated, tab.table.sheet.name());
    }
}

fn draft(cover: &Cover, [side, role]: [&'static str; 2], stream: &Spelled<'_>, agency: &Spelled<'_>) -> Draft {
    let mut draft = Draft::default();
    draft.imply(Field::Side, side);
    draft.imply(Field::Role, role);
    draft.imply(Field::Kind, "payment");
    cover.fill(&mut draft);
    draft.copy(Field::Stream, stream);
    draft.copy(Field::Recipient, agency);
    draft
}

/// Keeps a draft with its figure, unless a finding stands in the place of that.
fn keep(desk: &mut Desk<'_>, cover: &Cover, mut draft: Draft, at: &Spelled<'_>, outcome: Outcome) {
    match (&cover.currency, &outcome) {
        (_, Outcome::Unread | Outcome::Blank) => return,
        (Some((_, told)), _) => draft.set(Field::Currency, told.clone()),
        (None, Outcome::Figure(_)) => desk.note(at, Code::UnitMissing, Vec::new()),
        (None, Outcome::Absent(_)) => {}
    }
    draft.set_outcome(outcome);
    desk.push(draft);
}

/// The total of the agencies stands in their column; those of the companies in theirs, in a row of their own.
fn compare_total(desk: &mut Desk<'_>, cover: &Cover, tab: &CrossTab<'_>, label: &str, row: &Row<'_>, sums: &Ledger) {
    let file = desk.file.clone();
    let currency = cover.currency.as_ref().map(|(currency, _)| *currency);
    let sheet = tab.table.sheet.name();
    let mut compare = |name: &str, at: Spelled<'_>| {
        if at.sort != Sort::Blank {
            let stated = desk.figure(&at, &cover.beside(currency));
            sums.compare(desk, name, &at, &stated, sheet);
        }
    };
    if label.contains("government") {
        compare(GOVERNMENT_TOTAL, tab.table.at(&file, row, GOVERNMENT));
    } else {
        for (company, at) in paid(&file, tab, row) {
            compare(company.name.text, at);
        }
    }
}
