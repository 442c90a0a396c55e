//! One row becomes one draft, or one for each column of amounts.

use std::collections::HashMap;
use std::sync::Arc;

use super::conventions::is_date;
use super::figure::{Beside, FigureRead};
use super::sums::Sums;
use super::when::is_reversed;
use super::{Plan, PlanColumn};
use crate::finding::{Code, Findings};
use crate::form::questions::Questions;
use crate::form::values::{read_word, words};
use crate::form::{Draft, Field, Form, Given, Origin, Step, Told};
use crate::grid::{Cell, Row, Value};
use crate::number::{Context, ReadUnit, read_unit};

/// What a template has filled in for the member: such a row without more says nothing.
const PREFILLED: &[Field] = &[Field::Country, Field::Mine, Field::PeriodFrom, Field::PeriodTo];

/// Reads every row below the header.
pub(super) fn read_rows(plan: &Plan<'_>, given: &Given, questions: &mut Questions, out: &mut Findings) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut sums = Sums::new(plan);
    let mut reader = Reader { plan, given, names: HashMap::new(), unfilled: 0 };
    for row in plan.sheet.rows().filter(|row| row.number() > plan.header_row) {
        if reader.is_empty(row) || sums.take_total(row, out) {
            continue;
        }
        let first = drafts.len();
        reader.read(row, &mut drafts, questions, out);
        sums.add(&drafts[first..]);
    }
    if reader.unfilled > 0 {
        let spot = crate::finding::Spot::sheet(plan.file, plan.sheet.shared_name());
        out.note(spot, "", Code::RowsNotFilled, vec![("found", reader.unfilled.to_string())]);
    }
    drafts
}

struct Reader<'a> {
    plan: &'a Plan<'a>,
    given: &'a Given,
    /// Names repeat in a column: each is kept once.
    names: HashMap<&'a str, Arc<str>>,
    unfilled: u32,
}

impl<'a> Reader<'a> {
    /// The cell of a column, also where it lies in a merged rectangle that begins above.
    fn cell(&self, row: Row<'a>, column: u32) -> Option<Cell<'a>> {
        let sheet = self.plan.sheet;
        let own = row.cell(column);
        if own.is_some() || sheet.merged().is_empty() {
            return own;
        }
        sheet.shown_at(row.number(), column).filter(|cell| cell.row() > self.plan.header_row)
    }

    /// True where nothing that is read stands in the row, or the header again.
    fn is_empty(&self, row: Row<'a>) -> bool {
        let header = self.plan.sheet.row(self.plan.header_row);
        let own = |column: &PlanColumn| row.cell(column.column).filter(|cell| !cell.text().trim().is_empty());
        let mut cells = self.plan.columns().filter_map(own).peekable();
        if cells.peek().is_none() {
            return true;
        }
        header.is_some_and(|header| {
            cells.all(|cell| header.cell(cell.column()).is_some_and(|name| name.text() == cell.text()))
        })
    }

    fn read(&mut self, row: Row<'a>, drafts: &mut Vec<Draft>, questions: &mut Questions, out: &mut Findings) {
        let mut base = Draft::default();
        for column in &self.plan.others {
            if let Some(cell) = self.cell(row, column.column) {
                self.read_cell(row, cell, column, &mut base, questions, out);
            }
        }
        let only_prefilled = base.fields().all(|(field, _)| PREFILLED.contains(&field));
        for (field, value) in self.plan.constants {
            if base.get(*field).is_none() {
                base.set(*field, Told::new(value.as_str(), Origin::Sender));
            }
        }
        let first = drafts.len();
        let mut has_told = false;
        for column in &self.plan.amounts {
            let mut draft = base.clone();
            let beside = Beside { plan: self.plan, row, column, given: self.given };
            match beside.read(self.cell(row, column.column), &mut draft, questions, out) {
                FigureRead::Blank => {}
                FigureRead::Told => has_told = true,
                FigureRead::Filled => {
                    self.set_role(column, &mut draft);
                    drafts.push(draft);
                }
            }
        }
        if drafts.len() == first && !has_told {
            has_told = self.without_amount(row, &base, only_prefilled, drafts, out);
        }
        // A row whose amount cannot be read may lack more.
        let without_amount = (drafts.len() == first && has_told).then_some(&base);
        let told: Vec<&Draft> = without_amount.into_iter().chain(&drafts[first..]).collect();
        if let Some(row_draft) = told.first() {
            let is_reversed = is_reversed(self.plan, row, row_draft, out);
            told.iter().for_each(|draft| self.tell_gaps(row, draft, is_reversed, out));
        }
    }

    /// No column of amounts has anything: the row gives a reason, or was only prepared, or lacks its amount, which is told.
    fn without_amount(
        &mut self,
        row: Row<'a>,
        base: &Draft,
        only_prefilled: bool,
        drafts: &mut Vec<Draft>,
        out: &mut Findings,
    ) -> bool {
        if base.get(Field::Absence).is_some() {
            drafts.push(base.clone());
            return false;
        }
        if self.plan.form == Form::Template && only_prefilled {
            self.unfilled += 1;
            return false;
        }
        if let Some(column) = self.plan.amounts.first() {
            Beside { plan: self.plan, row, column, given: self.given }.tell_missing(out);
        }
        true
    }

    fn read_cell(
        &mut self,
        row: Row<'a>,
        cell: Cell<'a>,
        column: &PlanColumn,
        draft: &mut Draft,
        questions: &mut Questions,
        out: &mut Findings,
    ) {
        let (field, text) = (column.field, cell.text().trim());
        let spot = || self.plan.spot(row, column.column, field);
        if text.is_empty() {
            return;
        }
        if let Value::Error(error) = cell.value() {
            out.flag(spot(), error, Code::ValueMissing, Vec::new());
        } else if is_date(field) {
            Beside { plan: self.plan, row, column, given: self.given }.read_when(cell, draft, questions, out);
        } else if matches!(field, Field::Currency | Field::Unit) {
            self.read_unit(row, cell, column, draft, questions, out);
        } else if let Some(allowed) = words(field) {
            match read_word(field, text) {
                Some(word) => {
                    let steps = if word == text { Vec::new() } else { vec![Step::WordRead] };
                    draft.set(field, Told::read(word, cell.raw(), Origin::Cell(cell.place()), steps));
                }
                None => {
                    out.flag(spot(), text, Code::WordUnknown, vec![("allowed", allowed.join(", "))]);
                }
            }
        } else {
            let text = if self.plan.form == Form::Template { chosen_id(text) } else { text };
            let name = self.names.entry(text).or_insert_with(|| text.into()).clone();
            draft.set(
                field,
                Told::read(name, cell.raw(), Origin::Cell(cell.place()), cell.steps().map(Step::Cell).collect()),
            );
        }
    }

    fn read_unit(
        &self,
        row: Row<'a>,
        cell: Cell<'a>,
        column: &PlanColumn,
        draft: &mut Draft,
        questions: &mut Questions,
        out: &mut Findings,
    ) {
        let words = self.given.words();
        let country = draft.get(Field::Country).filter(|code| code.len() == 2).or(self.given.country.as_deref());
        let context = Context { country, span: draft.period(), words: &words, ..Context::default() };
        let spot = || self.plan.spot(row, column.column, column.field);
        match read_unit(cell.text(), &context) {
            ReadUnit::Unit(unit, step) => {
                let field = if unit.currency().is_some() { Field::Currency } else { Field::Unit };
                let steps = step.map(Step::Number).into_iter().collect();
                draft.set(field, Told::read(unit.code(), cell.raw(), Origin::Cell(cell.place()), steps));
            }
            ReadUnit::Asked(question) => {
                questions.ask(&question, || cell.place());
                let remark = question.remark();
                out.note(spot(), cell.text(), remark.code, remark.details);
            }
            ReadUnit::Unknown => {
                out.flag(spot(), cell.text(), Code::CurrencyShape, Vec::new());
            }
        }
    }

    /// The header of a column of amounts may say in what role they are; a row that says otherwise is heard first.
    fn set_role(&self, column: &PlanColumn, draft: &mut Draft) {
        let told_by_row = draft.told(Field::Role).is_some_and(|told| told.origin != Origin::Sender);
        let several = self.plan.amounts.len() > 1;
        let Some(role) = column.role.filter(|_| several || !told_by_row) else { return };
        let mut place = self.plan.sheet.row(self.plan.header_row).map(|row| self.plan.place(row, column.column));
        if let Some(place) = place.take() {
            draft.set(
                Field::Role,
                Told { steps: vec![Step::FromBeside], ..Told::new(role.as_str(), Origin::Cell(place)) },
            );
        }
    }

    /// What the row leaves open although the file has a column for it.
    fn tell_gaps(&self, row: Row<'a>, draft: &Draft, is_reversed: bool, out: &mut Findings) {
        for needed in super::NEEDED {
            let column = self.plan.columns().find(|column| needed.contains(&column.field));
            let is_told = needed.iter().any(|field| draft.get(*field).is_some());
            let Some(column) = column.filter(|_| !is_told && !is_reversed) else { continue };
            // What stands there and could not be read was told.
            let is_written = self.plan.columns().filter(|column| needed.contains(&column.field));
            if is_written.filter_map(|column| row.cell(column.column)).any(|cell| !cell.text().trim().is_empty()) {
                continue;
            }
            let spot = self.plan.spot(row, column.column, column.field);
            let code = match column.field {
                Field::Amount => continue,
                // Where there is no figure, nothing is counted.
                Field::Currency | Field::Unit if draft.amount().is_none() => continue,
                Field::Currency | Field::Unit => Code::UnitMissing,
                field if is_date(field) => Code::SpanMissing,
                _ => Code::ValueMissing,
            };
            out.flag(spot, "", code, Vec::new());
        }
        self.tell_uncounted(row, draft, out);
    }

    /// A figure that counts nothing, in a file without a column of currencies.
    fn tell_uncounted(&self, row: Row<'a>, draft: &Draft, out: &mut Findings) {
        let has_column = self.plan.columns().any(|column| matches!(column.field, Field::Currency | Field::Unit));
        if has_column || draft.amount().is_none() || draft.unit().is_some() {
            return;
        }
        if let Some(place) = draft.told(Field::Amount).and_then(Told::place) {
            let seen = draft.told(Field::Amount).map(Told::raw).unwrap_or_default();
            out.flag(self.plan.spot(row, place.column, Field::Amount), seen, Code::UnitMissing, Vec::new());
        }
    }
}

/// The id in a choice of the template's lists: `Koidu [sl-koidu]`.
fn chosen_id(text: &str) -> &str {
    let id = text.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).map(|(_, id)| id.trim());
    id.filter(|id| !id.is_empty()).unwrap_or(text)
}
