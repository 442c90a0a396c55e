//! Dates and periods of a row.

use super::Plan;
use super::figure::Beside;
use crate::date::{DateContext, DateSpelling, ReadDate, When, read_date, read_date_with};
use crate::finding::{Code, Findings};
use crate::form::questions::Questions;
use crate::form::{Draft, Field, Origin, Step, Told};
use crate::grid::{Cell, Row, Value};

impl Beside<'_> {
    /// Reads a cell of dates into the draft.
    pub fn read_when(&self, cell: Cell<'_>, draft: &mut Draft, questions: &mut Questions, out: &mut Findings) {
        let text = cell.text().trim();
        let column = self.column;
        let context = DateContext { order: column.order, fiscal: self.given.fiscal };
        let spot = || self.plan.spot(self.row, column.column, column.field);
        match read_date_with(text, &context) {
            ReadDate::Blank => {}
            ReadDate::When(when) => {
                let mut steps: Vec<Step> = cell.steps().map(Step::Cell).collect();
                let is_by_order = matches!(cell.value(), Value::Text(_)) && has_two_readings(text);
                steps.extend(column.order.filter(|_| is_by_order).map(Step::OrderDecided));
                fill(draft, column.field, when, cell, &steps);
            }
            ReadDate::Absent(absent) => {
                if let Some(remark) = absent.remark() {
                    out.note(spot(), text, remark.code, remark.details);
                }
            }
            ReadDate::Asked(question) => {
                questions.ask(&question, || cell.place());
                let remark = question.remark();
                out.note(spot(), text, remark.code, remark.details);
            }
            ReadDate::Refused(remark) => out.note(spot(), text, remark.code, remark.details),
        }
    }
}

fn has_two_readings(text: &str) -> bool {
    matches!(read_date(text), DateSpelling::Dated(dated) if dated.decided(None).is_none())
}

/// A period in one cell has both ends; those with columns of their own are not replaced.
fn fill(draft: &mut Draft, field: Field, when: When, cell: Cell<'_>, steps: &[Step]) {
    let told = |text: String| Told::read(text, cell.raw().trim(), Origin::Cell(cell.place()), steps.to_vec());
    let end = |last: bool| match when {
        When::Date(_) => when.to_string(),
        When::Period(period) => if last { period.last } else { period.first }.to_string(),
    };
    match field {
        Field::PeriodLabel => {
            for (end_field, last) in [(Field::PeriodFrom, false), (Field::PeriodTo, true)] {
                if draft.get(end_field).is_none() {
                    draft.set(end_field, told(end(last)));
                }
            }
            draft.set(field, Told::new(cell.raw().trim(), Origin::Cell(cell.place())));
        }
        Field::PeriodTo => draft.set(field, told(end(true))),
        _ => draft.set(field, told(end(false))),
    }
}

/// Tells where the period ends before it starts. True where it does.
pub(super) fn is_reversed(plan: &Plan<'_>, row: Row<'_>, draft: &Draft, out: &mut Findings) -> bool {
    let ends = |field| draft.get(field)?.parse::<reconcile::PartialDate>().ok();
    let (Some(from), Some(to)) = (ends(Field::PeriodFrom), ends(Field::PeriodTo)) else { return false };
    if from.first <= to.last {
        return false;
    }
    let column = draft.told(Field::PeriodTo).and_then(Told::place).map_or(0, |place| place.column);
    let text = |field| draft.get(field).unwrap_or_default().to_owned();
    let details = vec![("first", text(Field::PeriodFrom))];
    out.flag(plan.spot(row, column, Field::PeriodTo), &text(Field::PeriodTo), Code::PeriodReversed, details);
    true
}
