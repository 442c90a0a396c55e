//! Rows of totals: recognised, compared with the rows above them, and never read as claims.

use reconcile::{Amount, Unit};

use super::{Plan, PlanColumn};
use crate::finding::{Code, Findings};
use crate::form::heading::plain;
use crate::form::{Draft, Field, Told};
use crate::grid::{Cell, Row, Value};
use crate::number::{Context, Mark, Read, read_with};

/// What the label of a total begins with; plain.
const LABELS: &[&str] = &[
    "total",
    "totals",
    "totaux",
    "totais",
    "subtotal",
    "sub total",
    "sous total",
    "grand total",
    "somme",
    "soma",
    "sum",
];

/// The sum of one column since some row.
#[derive(Clone, Default)]
struct Sum {
    rows: u32,
    /// Of the figures that are known; nothing where it has more digits than can be kept.
    amount: Option<Amount>,
    unit: Option<Unit>,
    /// Figures of several units have no sum.
    is_mixed: bool,
    /// Some row says why it has no figure.
    is_partial: bool,
}

impl Sum {
    fn add(&mut self, amount: Option<Amount>, unit: Option<Unit>) {
        let Some(amount) = amount else {
            self.is_partial = true;
            return;
        };
        let is_first = self.rows == 0;
        self.rows += 1;
        self.is_mixed |= !is_first && self.unit != unit;
        self.unit = unit;
        self.amount = if is_first { Some(amount) } else { self.amount.and_then(|sum| sum.plus(amount).ok()) };
    }

    fn known(&self) -> Option<Amount> {
        self.amount.filter(|_| !self.is_mixed)
    }
}

/// The sums of a sheet while it is read.
pub(super) struct Sums<'a> {
    plan: &'a Plan<'a>,
    /// For each column of amounts: since the header, and since the last total.
    columns: Vec<(Sum, Sum)>,
}

impl<'a> Sums<'a> {
    pub fn new(plan: &'a Plan<'a>) -> Sums<'a> {
        Sums { plan, columns: vec![Default::default(); plan.amounts.len()] }
    }

    /// Adds what a row gave.
    pub fn add(&mut self, drafts: &[Draft]) {
        for draft in drafts {
            let place = draft.told(Field::Amount).or(draft.told(Field::Absence)).and_then(Told::place);
            let index = self.plan.amounts.iter().position(|own| place.is_some_and(|place| place.column == own.column));
            if let Some((all, group)) = index.and_then(|index| self.columns.get_mut(index)) {
                let amount = draft.amount();
                all.add(amount, draft.unit());
                group.add(amount, draft.unit());
            }
        }
    }

    /// True where the row is a total; it is then compared with the rows above it.
    pub fn take_total(&mut self, row: Row<'a>, out: &mut Findings) -> bool {
        if !self.is_total(row) {
            return false;
        }
        for (column, (all, group)) in self.plan.amounts.iter().zip(&mut self.columns) {
            if let Some(cell) = row.cell(column.column) {
                compare(self.plan, row, column, cell, all, group, out);
            }
            *group = Sum::default();
        }
        true
    }

    fn is_total(&self, row: Row<'a>) -> bool {
        let is_amount = |cell: &Cell<'_>| self.plan.amounts.iter().any(|column| column.column == cell.column());
        let filled = |cell: &Cell<'_>| !cell.text().trim().is_empty();
        let figures = row.cells().filter(|cell| is_amount(cell) && filled(cell)).count();
        let mut words =
            row.cells().filter(|cell| !is_amount(cell) && filled(cell) && matches!(cell.value(), Value::Text(_)));
        let rows = self.columns.iter().map(|(all, _)| all.rows).max().unwrap_or_default();
        match (words.next(), figures) {
            (_, 0) => false,
            // Figures alone below several rows are their sum.
            (None, _) => rows > 1 && row.cells().filter(filled).all(|cell| is_amount(&cell)),
            (Some(label), _) => {
                let label = plain(label.text());
                let begins = LABELS.iter().any(|known| {
                    label.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                });
                // A company may be called Total; then others stand beside it.
                let is_whole = LABELS.contains(&label.as_str()) || label == "total general" || label == "total geral";
                begins && (is_whole || words.all(|cell| is_code(&cell)))
            }
        }
    }
}

/// A currency beside a total is not another name.
fn is_code(cell: &Cell<'_>) -> bool {
    let text = cell.text().trim();
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn compare(
    plan: &Plan<'_>,
    row: Row<'_>,
    column: &PlanColumn,
    cell: Cell<'_>,
    all: &Sum,
    group: &Sum,
    out: &mut Findings,
) {
    let mark = if matches!(cell.value(), Value::Number(_)) { Some(Mark::Point) } else { column.mark };
    let context = Context { zeros: column.zeros, currency: group.unit.and_then(Unit::currency), ..Context::default() };
    let spot = plan.spot(row, cell.column(), Field::Amount);
    let seen = cell.raw().trim();
    let Read::Figure(printed) = read_with(cell.text(), mark, &context) else {
        return out.note(spot, seen, Code::TotalRowUnchecked, Vec::new());
    };
    let is_same = |sum: Amount| {
        // Computed sums carry binary noise behind the last digit that is meant, and printed ones are rounded.
        let printed = printed.amount;
        printed.rounded(sum.decimals().max(2)).normal() == sum.normal()
            || sum.rounded(printed.decimals()).normal() == printed.normal()
    };
    let sums = [group, all].into_iter().filter(|sum| sum.known().is_some());
    if let Some(sum) = sums.clone().find(|sum| sum.known().is_some_and(is_same)) {
        return out.note(spot, seen, Code::TotalRowAgrees, vec![("rows", sum.rows.to_string())]);
    }
    // After a total of a part, the next one may be that of all: compare with what is nearer.
    let distance = |sum: &Amount| sum.minus(printed.amount).map(Amount::abs).ok();
    let nearest = sums.filter(|sum| !sum.is_partial).filter_map(|sum| Some((sum.known()?, sum.rows)));
    match nearest.min_by_key(|(sum, _)| distance(sum).map_or((true, Amount::whole(0)), |far| (false, far))) {
        Some((sum, rows)) => {
            let details =
                vec![("printed", printed.amount.to_string()), ("sum", sum.to_string()), ("rows", rows.to_string())];
            out.note(spot, seen, Code::TotalRowDiffers, details);
        }
        None => out.note(spot, seen, Code::TotalRowUnchecked, Vec::new()),
    }
}
