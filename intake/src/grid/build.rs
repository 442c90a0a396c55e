//! Fills a sheet row by row, and stops where a limit is met.

use std::sync::Arc;

use super::cell::{Marks, is_error};
use super::sheet::{Merged, PackedCell, PackedRow, Sheet, Sort, Visibility};
use crate::csv::column_letters;
use crate::finding::{Code, Findings, Flagged, Spot};
use crate::limits::Limits;

/// The rows and columns of the largest sheet that spreadsheet programs have.
pub(super) const ROWS_MAX: u32 = 1_048_576;
pub(super) const COLUMNS_MAX: u32 = 16_384;
/// Titles, notes and names of columns stand in rows of their own; they do not count as rows of data.
const HEADER_ROWS: usize = 100;

/// A cell to be added.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewCell<'a> {
    pub column: u32,
    pub sort: Sort,
    pub value: &'a str,
    /// The characters it was read from, where they are not the value.
    pub raw: Option<&'a str>,
    pub format: u16,
    pub marks: Marks,
}

impl<'a> NewCell<'a> {
    /// A text, or the error that the text spells.
    pub fn text(column: u32, text: &'a str) -> NewCell<'a> {
        let sort = if is_error(text) { Sort::Error } else { Sort::Text };
        NewCell { column, sort, value: text, raw: None, format: 0, marks: Marks::default() }
    }
}

/// A sheet in the making.
pub(super) struct Builder<'l> {
    pub sheet: Sheet,
    file: Arc<str>,
    limits: &'l Limits,
    /// The row that cells are added to; it is kept once it has one.
    row: PackedRow,
    row_open: bool,
    /// Bytes of all texts, each shared one counted in every cell that shows it.
    shown_bytes: usize,
    formulas_without_value: usize,
    first_without_value: Option<(u32, u32)>,
    /// How far the file says, or its empty elements show, that the sheet reaches.
    extent: (u32, u32),
}

impl<'l> Builder<'l> {
    pub fn new(file: &Arc<str>, name: &str, visibility: Visibility, limits: &'l Limits) -> Builder<'l> {
        let sheet = Sheet {
            name: name.into(),
            visibility,
            part: None,
            rows: Vec::new(),
            cells: Vec::new(),
            text: String::new(),
            merged: Vec::new(),
            formats: Arc::from([]),
            shared: Arc::default(),
        };
        let row = PackedRow { number: 0, line: 0, first: 0, hidden: false };
        Builder {
            sheet,
            file: file.clone(),
            limits,
            row,
            row_open: false,
            shown_bytes: 0,
            formulas_without_value: 0,
            first_without_value: None,
            extent: (0, 0),
        }
    }

    /// Goes on with another row, which comes after all before it.
    pub fn start_row(&mut self, number: u32, line: u32, hidden: bool, out: &mut Findings) -> Result<(), Flagged> {
        if number <= self.row.number || number > ROWS_MAX {
            return Err(self.misplaced(number, 0, out));
        }
        self.row = PackedRow { number, line, first: 0, hidden };
        self.row_open = false;
        self.extent.0 = self.extent.0.max(number);
        Ok(())
    }

    /// The number of the row that cells are added to.
    pub fn row_number(&self) -> u32 {
        self.row.number
    }

    /// Notes how far the file says that the sheet reaches.
    pub fn declare_extent(&mut self, row: u32, column: u32) {
        self.extent = (self.extent.0.max(row), self.extent.1.max(column));
    }

    /// Adds a cell. One that is too long is told, cut, and kept.
    pub fn push(&mut self, cell: NewCell<'_>, out: &mut Findings) -> Result<(), Flagged> {
        let value = self.held_to_length(cell.value, cell.column, out);
        let raw = cell.raw.map(|raw| self.held_to_length(raw, cell.column, out)).unwrap_or_default();
        let start = self.sheet.text.len();
        let (Ok(start), Ok(value_bytes), Ok(raw_bytes)) =
            (u32::try_from(start), u32::try_from(value.len()), u32::try_from(raw.len()))
        else {
            return Err(self.too_long(out));
        };
        let packed = PackedCell {
            start,
            value_bytes,
            raw_bytes,
            column: 0,
            format: cell.format,
            sort: cell.sort,
            marks: cell.marks,
        };
        self.add(packed, cell.column, value.len() + raw.len(), out)?;
        self.sheet.text.push_str(value);
        self.sheet.text.push_str(raw);
        Ok(())
    }

    /// Adds a cell that shows one of the workbook's shared texts.
    pub fn push_shared(
        &mut self,
        column: u32,
        index: u32,
        format: u16,
        formula: bool,
        out: &mut Findings,
    ) -> Result<(), Flagged> {
        let Some(text) = self.sheet.shared.get(index) else {
            out.flag(self.spot(column), &index.to_string(), Code::CellTextMissing, Vec::new());
            return Ok(());
        };
        self.held_to_length(text, column, out);
        let sort = if is_error(text) { Sort::Error } else { Sort::Text };
        let marks = Marks::SHARED.when(formula, Marks::FORMULA);
        let (bytes, packed) =
            (text.len(), PackedCell { start: index, value_bytes: 0, raw_bytes: 0, column: 0, format, sort, marks });
        self.add(packed, column, bytes, out)
    }

    /// Adds the last cell again, beside itself.
    pub fn repeat_cell(&mut self, column: u32, out: &mut Findings) -> Result<(), Flagged> {
        match self.sheet.cells.last().copied() {
            Some(last) if self.row_open => self.add(last, column, (last.value_bytes + last.raw_bytes) as usize, out),
            _ => Ok(()),
        }
    }

    /// Adds the cells of the last row again, in the row below it.
    pub fn repeat_row(&mut self, out: &mut Findings) -> Result<(), Flagged> {
        let (open, hidden) = (self.row_open, self.row.hidden);
        let cells = self.row.first as usize..self.sheet.cells.len();
        self.start_row(self.row.number + 1, 0, hidden, out)?;
        if open {
            for index in cells {
                let cell = self.sheet.cells[index];
                self.add(cell, u32::from(cell.column), (cell.value_bytes + cell.raw_bytes) as usize, out)?;
            }
        }
        Ok(())
    }

    /// True where the row has a cell.
    pub fn row_is_open(&self) -> bool {
        self.row_open
    }

    /// Adds an empty cell whose formula has no stored value, and remembers the first.
    pub fn push_unvalued(&mut self, column: u32, format: u16, out: &mut Findings) -> Result<(), Flagged> {
        self.formulas_without_value += 1;
        self.first_without_value.get_or_insert((self.row.number, column));
        let cell = NewCell { sort: Sort::Empty, format, marks: Marks::FORMULA, ..NewCell::text(column, "") };
        self.push(cell, out)
    }

    /// Adds a merged rectangle.
    pub fn merge(&mut self, merged: Merged, out: &mut Findings) -> Result<(), Flagged> {
        if self.sheet.merged.len() >= self.limits.rows {
            let spot = Spot::sheet(&self.file, &self.sheet.name);
            return Err(out.flag(spot, "", Code::TooManyMerged, vec![("max", self.limits.rows.to_string())]));
        }
        self.sheet.merged.push(merged);
        Ok(())
    }

    /// Tells what concerns the sheet as a whole, and gives it.
    pub fn finish(mut self, out: &mut Findings) -> Sheet {
        if let Some((row, column)) = self.first_without_value {
            let spot = Spot::cell(&self.file, &self.sheet.name, row, column);
            let details = vec![("found", self.formulas_without_value.to_string())];
            out.note(spot, "", Code::FormulaWithoutValue, details);
        }
        let last = self.sheet.rows.last().map_or(0, |row| row.number);
        // A few formatted rows below a table are usual; more rows than may be read are not.
        if self.extent.0 > last && (self.extent.0 - last) as usize > self.limits.rows {
            let seen = format!("{}{}", column_letters(self.extent.1), self.extent.0);
            let spot = Spot::sheet(&self.file, &self.sheet.name);
            out.note(spot, &seen, Code::ExtentOverstated, vec![("last", last.to_string())]);
        }
        self.sheet.rows.shrink_to_fit();
        self.sheet.cells.shrink_to_fit();
        self.sheet.text.shrink_to_fit();
        self.sheet
    }

    fn add(&mut self, packed: PackedCell, column: u32, bytes: usize, out: &mut Findings) -> Result<(), Flagged> {
        if !self.row_open {
            self.open_row(out)?;
        } else if self.sheet.cells.last().is_some_and(|last| column <= u32::from(last.column)) {
            return Err(self.misplaced(self.row.number, column, out));
        }
        let narrow = u16::try_from(column).ok().filter(|_| column < COLUMNS_MAX);
        let Some(column) = narrow else {
            return Err(self.misplaced(self.row.number, column, out));
        };
        if self.sheet.cells.len() >= self.limits.cells {
            let details = vec![("max", self.limits.cells.to_string())];
            return Err(out.flag(self.spot(u32::from(column)), "", Code::TooManyCells, details));
        }
        self.shown_bytes = self.shown_bytes.saturating_add(bytes);
        if self.shown_bytes > self.limits.unpacked {
            return Err(self.too_long(out));
        }
        self.extent.1 = self.extent.1.max(u32::from(column));
        self.sheet.cells.push(PackedCell { column, ..packed });
        Ok(())
    }

    fn open_row(&mut self, out: &mut Findings) -> Result<(), Flagged> {
        if self.sheet.rows.len() >= self.limits.rows.saturating_add(HEADER_ROWS) {
            let spot = Spot { row: Some(self.row.number), ..Spot::sheet(&self.file, &self.sheet.name) };
            return Err(out.flag(spot, "", Code::TooManyRows, vec![("max", self.limits.rows.to_string())]));
        }
        let Ok(first) = u32::try_from(self.sheet.cells.len()) else {
            return Err(self.too_long(out));
        };
        self.row.first = first;
        self.row_open = true;
        self.sheet.rows.push(self.row);
        Ok(())
    }

    fn held_to_length<'t>(&self, text: &'t str, column: u32, out: &mut Findings) -> &'t str {
        if text.len() <= self.limits.cell_chars {
            return text;
        }
        match text.char_indices().nth(self.limits.cell_chars) {
            None => text,
            Some((end, _)) => {
                let details = vec![("max", self.limits.cell_chars.to_string())];
                out.flag(self.spot(column), text, Code::CellTooLong, details);
                &text[..end]
            }
        }
    }

    fn too_long(&self, out: &mut Findings) -> Flagged {
        let details = vec![("max", self.limits.unpacked.to_string())];
        out.flag(Spot::sheet(&self.file, &self.sheet.name), "", Code::CellsTooLong, details)
    }

    fn misplaced(&self, row: u32, column: u32, out: &mut Findings) -> Flagged {
        let seen = format!("{}{row}", column_letters(column));
        out.flag(Spot::sheet(&self.file, &self.sheet.name), &seen, Code::CellMisplaced, Vec::new())
    }

    fn spot(&self, column: u32) -> Spot {
        Spot {
            line: (self.row.line > 0).then_some(self.row.line),
            ..Spot::cell(&self.file, &self.sheet.name, self.row.number, column)
        }
    }
}
