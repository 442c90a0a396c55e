//! What is to be done with one sheet: each mapped column in its place, and the conventions that its cells prove.

use std::sync::Arc;

use reconcile::Role;

use super::NEEDED;
use super::conventions::{Conventions, conventions};
use super::header::Header;
use crate::date::Order;
use crate::finding::{Code, Findings, Spot};
use crate::form::heading::plain;
use crate::form::mapping::Mapping;
use crate::form::{Field, Form, Given};
use crate::grid::{CellPlace, Grid, Row, Sheet};
use crate::lang::Lang;
use crate::number::Mark;

/// One column that is read.
#[derive(Clone, Debug)]
pub(in crate::form) struct PlanColumn {
    /// From 0.
    pub column: u32,
    /// Its header.
    pub header: String,
    /// What it means.
    pub field: Field,
    /// Of amounts: in what role they are, where the header says so.
    pub role: Option<Role>,
    /// Of amounts: the word of money in the header.
    pub money: Option<String>,
    /// Of amounts: the zeros that the header adds.
    pub zeros: u32,
    /// The decimal mark of its figures, where it is proved.
    pub mark: Option<Mark>,
    /// The order of day and month, where it is proved.
    pub order: Option<Order>,
}

/// How one sheet is read.
pub(in crate::form) struct Plan<'a> {
    /// The file's name.
    pub file: &'a Arc<str>,
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The form that it belongs to.
    pub form: Form,
    /// The last row of the header, from 1.
    pub header_row: u32,
    /// The columns of amounts.
    pub amounts: Vec<PlanColumn>,
    /// All others, the leftmost first.
    pub others: Vec<PlanColumn>,
    /// What holds for every row that does not say otherwise.
    pub constants: &'a [(Field, String)],
}

impl<'a> Plan<'a> {
    /// Puts the mapping's columns where the headers are, and tells what is missing, unread or undecided.
    pub fn new(
        grid: &'a Grid,
        sheet: &'a Sheet,
        header: &Header,
        mapping: &'a Mapping,
        given: &Given,
        out: &mut Findings,
    ) -> Plan<'a> {
        let spot = Spot { row: Some(header.row), ..Spot::sheet(&grid.file, sheet.shared_name()) };
        let mut columns: Vec<PlanColumn> = Vec::new();
        for mapped in &mapping.columns {
            let wanted = plain(&mapped.header);
            let found = header
                .names
                .iter()
                .find(|(column, name)| plain(name) == wanted && !columns.iter().any(|own| own.column == *column));
            let Some((column, name)) = found else {
                out.flag(spot.clone(), &mapped.header, Code::MappedColumnMissing, Vec::new());
                continue;
            };
            let (role, money, zeros) = (mapped.role, mapped.money.clone(), mapped.zeros);
            columns.push(PlanColumn {
                column: *column,
                header: name.clone(),
                field: mapped.field,
                role,
                money,
                zeros,
                mark: None,
                order: None,
            });
        }
        let Conventions { marks, orders } = conventions(&grid.file, sheet, header.row, &columns, given, out);
        for ((column, mark), order) in columns.iter_mut().zip(marks).zip(orders) {
            (column.mark, column.order) = (mark, order);
        }
        tell_unread(grid, header, &columns, out);
        tell_untold(&spot, &columns, mapping, out);
        columns.sort_by_key(|column| column.column);
        let (amounts, others) = columns.into_iter().partition(|column| column.field == Field::Amount);
        Plan {
            file: &grid.file,
            sheet,
            form: header.form,
            header_row: header.row,
            amounts,
            others,
            constants: &mapping.constants,
        }
    }

    /// Every column that is read.
    pub fn columns(&self) -> impl Iterator<Item = &PlanColumn> {
        self.amounts.iter().chain(&self.others)
    }

    /// Where a cell of a row stands, for a finding about it.
    pub fn spot(&self, row: Row<'_>, column: u32, field: Field) -> Spot {
        let header = self.columns().find(|own| own.column == column).map(|own| own.header.as_str());
        Spot {
            line: row.line(),
            column: Some(header.unwrap_or(field.as_str()).into()),
            ..Spot::cell(self.file, self.sheet.shared_name(), row.number(), column)
        }
    }

    /// Where a cell of a row stands, to keep.
    pub fn place(&self, row: Row<'_>, column: u32) -> CellPlace {
        CellPlace { sheet: self.sheet.shared_name().clone(), row: row.number(), column }
    }
}

/// Each column with a header that is not read.
fn tell_unread(grid: &Grid, header: &Header, columns: &[PlanColumn], out: &mut Findings) {
    let is_read = |column: &u32| columns.iter().any(|own| own.column == *column);
    for (column, name) in &header.names {
        if is_read(column) || header.set_aside.contains(column) {
            continue;
        }
        let spot = Spot::cell(&grid.file, &header.sheet, header.row, *column);
        let rival = header.names_field(*column).filter(|field| columns.iter().any(|own| own.field == *field));
        match rival {
            Some(field) => {
                let names = |lang: Lang| field.name(lang).to_owned();
                out.note(
                    spot,
                    name,
                    Code::ColumnRival,
                    vec![("field", names(Lang::En)), ("field_fr", names(Lang::Fr))],
                );
            }
            None => out.note(spot, name, Code::ColumnNotMapped, Vec::new()),
        }
    }
}

/// What no column tells and nobody said of the whole file.
fn tell_untold(spot: &Spot, columns: &[PlanColumn], mapping: &Mapping, out: &mut Findings) {
    let has = |field: &Field| columns.iter().any(|column| column.field == *field) || mapping.constant(*field).is_some();
    let by_header = |field: &Field| {
        let mut amounts = columns.iter().filter(|column| column.field == Field::Amount);
        match field {
            Field::Role => amounts.all(|column| column.role.is_some()),
            Field::Currency => amounts.all(|column| column.money.is_some()),
            _ => false,
        }
    };
    for needed in NEEDED {
        if needed.iter().any(|field| has(field) || by_header(field)) {
            continue;
        }
        let names = |lang: Lang| needed.iter().map(|field| field.name(lang)).collect::<Vec<_>>();
        // Figures may name their own currency: whether each does is seen in its cell.
        if !needed.contains(&Field::Currency) {
            let details = vec![
                ("fields", names(Lang::En).join(" / ")),
                ("fields_fr", names(Lang::Fr).join(" / ")),
                ("key", needed[0].as_str().to_owned()),
            ];
            out.flag(spot.clone(), "", Code::FieldUntold, details);
        }
    }
}
