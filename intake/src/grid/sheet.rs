//! The cells of one sheet, packed: twenty bytes each, and their texts in one string.

use std::sync::Arc;

use super::cell::{Cell, Marks, Value};

/// Whether a person who opens the file sees the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// It is shown.
    #[default]
    Visible,
    /// It is hidden, and a menu brings it back.
    Hidden,
    /// Only a program brings it back.
    VeryHidden,
}

/// A rectangle of cells that the file shows as one; its value stands in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The first row, from 1.
    pub first_row: u32,
    /// The first column, from 0.
    pub first_column: u32,
    /// The last row, itself within.
    pub last_row: u32,
    /// The last column, itself within.
    pub last_column: u32,
}

impl Merged {
    /// True where the cell is within.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row) && (self.first_column..=self.last_column).contains(&column)
    }
}

/// One sheet: the rows that have something in them, from top to bottom.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(super) name: Arc<str>,
    pub(super) visibility: Visibility,
    pub(super) part: Option<Box<str>>,
    pub(super) rows: Vec<PackedRow>,
    pub(super) cells: Vec<PackedCell>,
    pub(super) text: String,
    pub(super) merged: Vec<Merged>,
    pub(super) formats: Arc<[Option<Box<str>>]>,
    pub(super) shared: Arc<Texts>,
}

/// Where a row's cells begin; they end where the next row's begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackedRow {
    pub number: u32,
    /// In a text file; 0 in a workbook.
    pub line: u32,
    pub first: u32,
    pub hidden: bool,
}

/// A cell: its value and then, where they differ, the characters it was read from, in the sheet's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackedCell {
    /// Where the value begins; of a shared text, its number.
    pub start: u32,
    pub value_bytes: u32,
    /// Zero where the value is the raw text.
    pub raw_bytes: u32,
    pub column: u16,
    pub format: u16,
    pub sort: Sort,
    pub marks: Marks,
}

/// [`Value`] without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Empty,
    Text,
    Number,
    Date,
    True,
    False,
    Error,
}

/// The texts that the cells of a workbook share.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    pub text: String,
    /// Where each ends.
    pub ends: Vec<u32>,
}

impl Texts {
    pub fn get(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..end as usize)
    }
}

impl Sheet {
    /// The name on its tab; empty in a text file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name, to keep.
    pub fn shared_name(&self) -> &Arc<str> {
        &self.name
    }

    /// Whether a person sees it.
    pub fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// The part of an Excel workbook that holds its cells, such as `xl/worksheets/sheet1.xml`.
    pub fn part(&self) -> Option<&str> {
        self.part.as_deref()
    }

    /// The rows that have something in them, from top to bottom. Empty rows are left out; the numbers tell.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> + DoubleEndedIterator {
        (0..self.rows.len()).map(|index| Row { sheet: self, index })
    }

    /// The row with this number, from 1, if it has something in it.
    pub fn row(&self, number: u32) -> Option<Row<'_>> {
        let index = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        Some(Row { sheet: self, index })
    }

    /// The cell of a row (from 1) and a column (from 0), if it has something in it.
    pub fn cell(&self, row: u32, column: u32) -> Option<Cell<'_>> {
        self.row(row)?.cell(column)
    }

    /// The rectangles that are shown as one cell.
    pub fn merged(&self) -> &[Merged] {
        &self.merged
    }

    /// The cell that is shown at a place: the first of its rectangle where it lies in a merged one.
    /// Looks at every rectangle, so it is for headings and not for each cell of a large sheet.
    pub fn shown_at(&self, row: u32, column: u32) -> Option<Cell<'_>> {
        let merged = self.merged.iter().find(|merged| merged.contains(row, column));
        let (row, column) = merged.map_or((row, column), |merged| (merged.first_row, merged.first_column));
        self.cell(row, column)
    }

    /// How many cells have something in them.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// True where no cell has anything in it.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    pub(super) fn own_bytes(&self) -> usize {
        self.text.capacity()
            + self.cells.capacity() * size_of::<PackedCell>()
            + self.rows.capacity() * size_of::<PackedRow>()
            + self.merged.capacity() * size_of::<Merged>()
    }

    pub(super) fn shared_bytes(&self) -> usize {
        self.shared.text.capacity() + self.shared.ends.capacity() * size_of::<u32>()
    }

    fn unpack(&self, row: u32, packed: &PackedCell) -> Cell<'_> {
        let (text, raw) = if packed.marks.has(Marks::SHARED) {
            // The reader only stores numbers of shared texts that are there.
            let text = self.shared.get(packed.start).unwrap_or_default();
            (text, text)
        } else {
            let start = packed.start as usize;
            let end = start + packed.value_bytes as usize;
            let text = self.text.get(start..end).unwrap_or_default();
            let raw = if packed.raw_bytes == 0 { text } else { &self.text[end..end + packed.raw_bytes as usize] };
            (text, raw)
        };
        let value = match packed.sort {
            Sort::Empty => Value::Empty,
            Sort::Text => Value::Text(text),
            Sort::Number => Value::Number(text),
            Sort::Date => Value::Date(text),
            Sort::True => Value::Bool(true),
            Sort::False => Value::Bool(false),
            Sort::Error => Value::Error(text),
        };
        Cell {
            sheet: &self.name,
            row,
            column: u32::from(packed.column),
            value,
            raw,
            format: self.formats.get(usize::from(packed.format)).and_then(|format| format.as_deref()),
            marks: packed.marks,
        }
    }
}

/// One row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    index: usize,
}

impl<'a> Row<'a> {
    /// The number that a spreadsheet shows beside it, from 1.
    pub fn number(&self) -> u32 {
        self.packed().number
    }

    /// The line it begins on in a text file: more than the row where cells above hold line breaks.
    pub fn line(&self) -> Option<u32> {
        let line = self.packed().line;
        (line > 0).then_some(line)
    }

    /// True where the row is hidden or filtered away.
    pub fn is_hidden(&self) -> bool {
        self.packed().hidden
    }

    /// The cells that have something in them, from left to right.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'a>> + DoubleEndedIterator + use<'a> {
        let (sheet, number) = (self.sheet, self.number());
        self.packed_cells().iter().map(move |packed| sheet.unpack(number, packed))
    }

    /// The cell of a column, from 0, if it has something in it.
    pub fn cell(&self, column: u32) -> Option<Cell<'a>> {
        let cells = self.packed_cells();
        let index = cells.binary_search_by_key(&column, |cell| u32::from(cell.column)).ok()?;
        Some(self.sheet.unpack(self.number(), &cells[index]))
    }

    fn packed(&self) -> &'a PackedRow {
        &self.sheet.rows[self.index]
    }

    fn packed_cells(&self) -> &'a [PackedCell] {
        let end = self.sheet.rows.get(self.index + 1).map_or(self.sheet.cells.len(), |next| next.first as usize);
        &self.sheet.cells[self.packed().first as usize..end]
    }
}
