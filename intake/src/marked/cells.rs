//! One sheet again, with the style of each faulty cell changed, and with the cells that were missing.

use std::collections::BTreeMap;
use std::iter::Peekable;

use quick_xml::events::{BytesStart, Event};

use super::mark::Mark;
use super::package::NewPart;
use super::style::Styles;
use super::xml::{self, Sink, Source};
use super::{Dialect, Edit, Stopped};
use crate::csv::column_letters;
use crate::grid::{Archive, place_of};

/// Elements of a sheet that come after the drawing of its notes.
const AFTER_NOTES: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];
/// Ranges of columns with a style: a sheet has no more columns than this.
const COLUMN_STYLES_MAX: usize = 16_384;

/// The cells to be marked, by row (from 1) and column (from 0).
pub(super) type Marks = BTreeMap<(u32, u32), Mark>;

/// A sheet with its marks.
pub(super) struct MarkedSheet {
    pub part: NewPart,
    /// The relation by which the sheet finds the drawing of its notes, where it had one before.
    pub drawing: Option<String>,
}

/// Writes the sheet again. `drawing` is the relation that leads to the drawing of notes, should the sheet have none.
pub(super) fn mark(
    archive: &Archive<'_>,
    part: &str,
    marks: &Marks,
    drawing: &str,
    dialect: Dialect,
    styles: &mut Styles,
) -> Edit<MarkedSheet> {
    let mut from = Source::open(archive, part)?;
    let cells = marks.iter().map(|(place, mark)| (*place, *mark)).collect::<Vec<_>>().into_iter().peekable();
    let mut sheet =
        Marker { to: Sink::new(), styles, cells, columns: Vec::new(), prefix: String::new(), row: Row::default() };
    let (mut in_rows, mut had_rows, mut placed, mut old_drawing) = (false, false, false, None);
    while let Some((depth, event)) = from.next()? {
        match event {
            Event::Start(tag) if depth == 1 => {
                sheet.prefix = xml::prefix(&tag);
                sheet.to.event(Event::Start(tag))?;
            }
            Event::Start(tag) if depth == 2 && local(&tag) == "sheetData" => {
                (in_rows, had_rows) = (true, true);
                sheet.to.event(Event::Start(tag))?;
            }
            Event::Empty(tag) if depth == 1 && local(&tag) == "sheetData" => {
                had_rows = true;
                sheet.to.open(&tag)?;
                sheet.rows_before(u32::MAX)?;
                sheet.to.close(&tag)?;
            }
            Event::End(end) if depth == 1 && in_rows => {
                in_rows = false;
                sheet.rows_before(u32::MAX)?;
                sheet.to.event(Event::End(end))?;
            }
            Event::Start(tag) if in_rows && depth == 3 => sheet.row(&tag, false)?,
            Event::Empty(tag) if in_rows && depth == 2 => sheet.row(&tag, true)?,
            Event::Start(tag) if in_rows && depth == 4 => sheet.cell(&tag, false)?,
            Event::Empty(tag) if in_rows && depth == 3 => sheet.cell(&tag, true)?,
            Event::End(end) if in_rows && depth == 2 => {
                sheet.rest_of_row()?;
                sheet.to.event(Event::End(end))?;
            }
            Event::Start(tag) if depth == 2 && had_rows => {
                sheet.notes_before(&tag, drawing, dialect, &mut placed, &mut old_drawing)?;
                sheet.to.event(Event::Start(tag))?;
            }
            Event::Empty(tag) if depth == 1 && had_rows => {
                sheet.notes_before(&tag, drawing, dialect, &mut placed, &mut old_drawing)?;
                sheet.to.event(Event::Empty(tag))?;
            }
            Event::End(end) if depth == 0 => {
                if !placed {
                    sheet.notes(drawing, dialect)?;
                }
                sheet.to.event(Event::End(end))?;
            }
            Event::Empty(tag) if local(&tag) == "col" && !had_rows => {
                sheet.column(&tag)?;
                sheet.to.event(Event::Empty(tag))?;
            }
            Event::Start(tag) if local(&tag) == "col" && !had_rows => {
                sheet.column(&tag)?;
                sheet.to.event(Event::Start(tag))?;
            }
            event => sheet.to.event(event)?,
        }
    }
    // A sheet without rows is none that a cell can be marked in.
    if !had_rows || sheet.cells.peek().is_some() {
        return Err(Stopped);
    }
    Ok(MarkedSheet { part: sheet.to.finish()?, drawing: old_drawing })
}

fn local<'t>(tag: &'t BytesStart<'_>) -> &'t str {
    tag.local_name().into_inner()
}

/// The row that is being written.
#[derive(Default)]
struct Row {
    number: u32,
    /// The style that its empty cells have.
    style: Option<u32>,
    /// The column after its last cell.
    next_column: u32,
}

/// A sheet that is being written.
struct Marker<'s> {
    to: Sink,
    styles: &'s mut Styles,
    cells: Peekable<std::vec::IntoIter<((u32, u32), Mark)>>,
    /// First and last column, from 1, and the style that its empty cells have.
    columns: Vec<(u32, u32, u32)>,
    prefix: String,
    row: Row,
}

impl Marker<'_> {
    fn column(&mut self, tag: &str) -> Edit {
        if self.columns.len() >= COLUMN_STYLES_MAX {
            return Err(Stopped);
        }
        let number = |name| xml::number(tag, name);
        if let (Some(first), Some(last), Some(style)) = (number("min"), number("max"), number("style")) {
            self.columns.push((first, last, style));
        }
        Ok(())
    }

    /// A row begins; those before it that are missing come first.
    fn row(&mut self, tag: &BytesStart<'_>, empty: bool) -> Edit {
        if local(tag) != "row" {
            return Err(Stopped);
        }
        let number = xml::number(tag, "r").unwrap_or(self.row.number + 1);
        // The reader of grids stops here too.
        if number <= self.row.number {
            return Err(Stopped);
        }
        self.rows_before(number)?;
        let formatted = matches!(xml::attribute(tag, "customFormat").as_deref(), Some("1" | "true"));
        let style = if formatted { xml::number(tag, "s") } else { None };
        self.row = Row { number, style, next_column: 0 };
        let wanted = self.cells.peek().is_some_and(|((row, _), _)| *row == number);
        match (wanted, empty) {
            (false, false) => self.to.event(Event::Start(tag.borrow())),
            (false, true) => self.to.event(Event::Empty(tag.borrow())),
            // How far the row reaches may change: it is a hint that may be left out.
            (true, false) => self.to.open(&xml::without(tag, "spans")),
            (true, true) => {
                self.to.open(&xml::without(tag, "spans"))?;
                self.rest_of_row()?;
                self.to.close(tag)
            }
        }
    }

    /// A cell begins; those before it that are missing come first.
    fn cell(&mut self, tag: &BytesStart<'_>, empty: bool) -> Edit {
        let mut column = self.row.next_column;
        if local(tag) == "c" {
            if let Some(place) = xml::attribute(tag, "r") {
                let (row, named) = place_of(&place).ok_or(Stopped)?;
                if row != self.row.number || named < column {
                    return Err(Stopped);
                }
                column = named;
            }
            self.cells_before(column)?;
            self.row.next_column = column + 1;
            let here = (self.row.number, column);
            if let Some((_, mark)) = self.cells.next_if(|(place, _)| *place == here) {
                let style = self.styles.marked(xml::number(tag, "s").unwrap_or(0), mark);
                let tag = xml::with(tag, "s", &style.to_string());
                return if empty { self.to.raw(&format!("<{tag}/>")) } else { self.to.open(&tag) };
            }
        }
        self.to.event(if empty { Event::Empty(tag.borrow()) } else { Event::Start(tag.borrow()) })
    }

    fn rest_of_row(&mut self) -> Edit {
        self.cells_before(u32::MAX)
    }

    /// Writes the wanted cells of this row that stand before a column.
    fn cells_before(&mut self, column: u32) -> Edit {
        let row = self.row.number;
        while let Some(((_, at), mark)) = self.cells.next_if(|((own, at), _)| *own == row && *at < column) {
            let of_column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&(at + 1)));
            let old = self.row.style.or(of_column.map(|(_, _, style)| *style)).unwrap_or(0);
            let (style, prefix, letters) = (self.styles.marked(old, mark), &self.prefix, column_letters(at));
            self.to.raw(&format!("<{prefix}c r=\"{letters}{row}\" s=\"{style}\"/>"))?;
        }
        Ok(())
    }

    /// Writes the rows that are missing before a number, for the cells that are wanted in them.
    fn rows_before(&mut self, number: u32) -> Edit {
        while let Some(((row, _), _)) = self.cells.peek().copied().filter(|((row, _), _)| *row < number) {
            self.row = Row { number: row, style: None, next_column: 0 };
            let tag = format!("{}row r=\"{row}\"", self.prefix);
            self.to.open(&tag)?;
            self.rest_of_row()?;
            self.to.close(&tag)?;
        }
        Ok(())
    }

    /// Before an element that follows the rows: the drawing of notes stands in its place in the order of elements.
    fn notes_before(
        &mut self,
        tag: &BytesStart<'_>,
        drawing: &str,
        dialect: Dialect,
        placed: &mut bool,
        old: &mut Option<String>,
    ) -> Edit {
        if local(tag) == "legacyDrawing" {
            if *placed {
                return Err(Stopped);
            }
            *placed = true;
            let mut attributes = tag.attributes().flatten();
            let id = attributes.find(|attribute| attribute.key.local_name().into_inner() == "id").ok_or(Stopped)?;
            *old = Some(id.value.into_owned());
        } else if !*placed && AFTER_NOTES.contains(&local(tag)) {
            *placed = true;
            self.notes(drawing, dialect)?;
        }
        Ok(())
    }

    fn notes(&mut self, drawing: &str, dialect: Dialect) -> Edit {
        let (prefix, namespace) = (&self.prefix, dialect.relations());
        self.to.raw(&format!("<{prefix}legacyDrawing xmlns:r=\"{namespace}\" r:id=\"{drawing}\"/>"))
    }
}
