//! The cells of one sheet, read in one pass.

use super::super::archive::Archive;
use super::super::build::{Builder, NewCell};
use super::super::cell::Marks;
use super::super::digits::plain;
use super::super::serial::date_of;
use super::super::sheet::Sort;
use super::super::xml::{Element, Node, Xml};
use super::shared::{rich_text, unescape};
use super::{Workbook, reference};
use crate::finding::{Findings, Flagged};

/// How a cell says what its value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    /// Text of its own, or the text that a formula gave.
    Text,
    Bool,
    Error,
    Date,
}

/// What an element `c` says of its cell, and the letters within.
struct Stored {
    column: u32,
    style: u16,
    kind: Type,
    value: String,
    has_value: bool,
    formula: bool,
}

/// Fills the sheet.
pub(super) fn read(
    archive: &Archive<'_>,
    part: &str,
    workbook: &Workbook,
    builder: &mut Builder<'_>,
    out: &mut Findings,
) -> Result<(), Flagged> {
    let mut xml = Xml::open(archive, part, out)?;
    let mut cell =
        Stored { column: 0, style: 0, kind: Type::Number, value: String::new(), has_value: false, formula: false };
    let mut next_column = 0;
    loop {
        match xml.next(out)? {
            Node::Eof => return Ok(()),
            Node::Start { element, empty } => match element.name() {
                "c" => {
                    // Some programs leave the row's own number out.
                    if let Some(row) = cell.begin(&element, next_column)
                        && row != builder.row_number()
                    {
                        builder.start_row(row, 0, false, out)?;
                    }
                    next_column = cell.column + 1;
                    if !empty {
                        cell.read(&mut xml, out)?;
                        cell.store(workbook, builder, out)?;
                    }
                }
                "row" => {
                    let number = element.attribute("r").and_then(|number| number.parse().ok());
                    let hidden = matches!(element.attribute("hidden").as_deref(), Some("1" | "true"));
                    builder.start_row(number.unwrap_or(builder.row_number() + 1), 0, hidden, out)?;
                    next_column = 0;
                }
                "dimension" => {
                    let reach = element.attribute("ref").and_then(|name| reference::rectangle(&name));
                    if let Some(reach) = reach {
                        builder.declare_extent(reach.last_row, reach.last_column);
                    }
                }
                "mergeCell" => {
                    if let Some(merged) = element.attribute("ref").and_then(|name| reference::rectangle(&name)) {
                        builder.merge(merged, out)?;
                    }
                }
                _ => {}
            },
            Node::End | Node::Text(_) => {}
        }
    }
}

impl Stored {
    /// Reads the attributes; gives the row that the cell names.
    fn begin(&mut self, element: &Element<'_>, column: u32) -> Option<u32> {
        let mut named_row = None;
        self.column = column;
        self.value.clear();
        (self.has_value, self.formula) = (false, false);
        (self.kind, self.style) = (Type::Number, 0);
        for (name, value) in element.attributes() {
            match name {
                "r" => {
                    if let Some((row, column)) = reference::cell(&value) {
                        (named_row, self.column) = (Some(row), column);
                    }
                }
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match &*value {
                        "s" => Type::Shared,
                        "str" | "inlineStr" => Type::Text,
                        "b" => Type::Bool,
                        "e" => Type::Error,
                        "d" => Type::Date,
                        _ => Type::Number,
                    }
                }
                _ => {}
            }
        }
        named_row
    }

    /// Reads what the element holds, up to its end.
    fn read(&mut self, xml: &mut Xml<'_>, out: &mut Findings) -> Result<(), Flagged> {
        loop {
            match xml.next(out)? {
                Node::End | Node::Eof => return Ok(()),
                Node::Text(_) => {}
                Node::Start { element, empty } => match (element.name(), empty) {
                    ("f", true) => self.formula = true,
                    ("f", false) => {
                        self.formula = true;
                        xml.skip(out)?;
                    }
                    ("v", false) => {
                        self.has_value = true;
                        xml.text_into(&mut self.value, out)?;
                        if self.kind == Type::Text {
                            unescape(&mut self.value, 0);
                        }
                    }
                    ("is", false) => {
                        self.has_value = true;
                        rich_text(xml, &mut self.value, out)?;
                    }
                    (_, true) => {}
                    (_, false) => xml.skip(out)?,
                },
            }
        }
    }

    /// Adds the cell to the sheet, if it holds anything.
    fn store(&self, workbook: &Workbook, builder: &mut Builder<'_>, out: &mut Findings) -> Result<(), Flagged> {
        let nothing = self.value.is_empty() && self.kind != Type::Text;
        if !self.has_value || nothing {
            return if self.formula { builder.push_unvalued(self.column, self.style, out) } else { Ok(()) };
        }
        let marks = Marks::default().when(self.formula, Marks::FORMULA);
        let base = NewCell { format: self.style, marks, ..NewCell::text(self.column, &self.value) };
        match self.kind {
            Type::Shared => match self.value.trim().parse() {
                Ok(index) => builder.push_shared(self.column, index, self.style, self.formula, out),
                Err(_) => builder.push_shared(self.column, u32::MAX, self.style, self.formula, out),
            },
            Type::Text if self.value.is_empty() && !self.formula => Ok(()),
            Type::Text => builder.push(base, out),
            Type::Error => builder.push(NewCell { sort: Sort::Error, ..base }, out),
            Type::Date => builder.push(NewCell { sort: Sort::Date, ..base }, out),
            Type::Bool => {
                let sort = if matches!(self.value.trim(), "1" | "true") { Sort::True } else { Sort::False };
                builder.push(NewCell { sort, ..base }, out)
            }
            Type::Number => self.store_number(base, workbook, builder, out),
        }
    }

    fn store_number(
        &self,
        base: NewCell<'_>,
        workbook: &Workbook,
        builder: &mut Builder<'_>,
        out: &mut Findings,
    ) -> Result<(), Flagged> {
        let Some(number) = plain(&self.value) else {
            // Whatever it is, it is shown as it is stored.
            return builder.push(base, out);
        };
        let marks = number.marks.when(self.formula, Marks::FORMULA);
        let is_date = workbook.styles.dates.get(usize::from(self.style)).copied().unwrap_or(false);
        let date = if is_date { date_of(&number.digits, workbook.epoch) } else { None };
        let (sort, marks, value) = match &date {
            Some(date) => (Sort::Date, marks.with(Marks::DAYS), date.as_str()),
            None => (Sort::Number, marks, &*number.digits),
        };
        let raw = (value != self.value).then_some(self.value.as_str());
        builder.push(NewCell { sort, value, raw, marks, ..base }, out)
    }
}
