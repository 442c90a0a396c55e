//! From bytes to a grid of cells: every format of a table becomes the same rows, and every cell keeps its place.
//!
//! ```text
//! bytes ── kind ──┬── encoding ── delimited ──┐
//!                 ├── archive ─── xlsx ───────┼──► Grid: sheets, rows, cells
//!                 └── archive ─── ods ────────┘
//! ```
//!
//! What a file is, is found by its content; its name is only compared with it. Nothing here guesses what a text
//! means: `1.200` stays the text `1.200`. What a workbook stores as a number comes as exact decimal digits. Formulas
//! are never computed and macros never run: the values stored when the file was last saved are read.
//!
//! Workbooks are read by our own reader and not by a general one, because three things are needed at once that none
//! gives: the characters of a number as they are stored, memory bound by limits while reading, and the place of each cell.

mod archive;
mod build;
mod cell;
mod delimited;
mod digits;
mod double;
mod encoding;
mod format;
mod inflate;
mod kind;
mod ods;
mod read;
mod serial;
mod sheet;
mod xlsx;
mod xml;

use std::sync::Arc;

pub(crate) use archive::{Archive, Part};
pub use cell::{Cell, CellPlace, Step, Value};
pub(crate) use delimited::division;
pub(crate) use encoding::decode;
pub(crate) use inflate::PartReader;
pub use kind::FileKind;
pub use read::{ReadGrid, read_grid};
pub(crate) use read::{TextFile, base_name, read_grid_into, text_file};
pub use sheet::{Merged, Row, Sheet, Visibility};
pub(crate) use xlsx::{Layout, Relations, place_of, sheets_of};

/// A file of tables: its sheets, in the order in which the file has them.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The file's name, without folders.
    pub file: Arc<str>,
    /// What the content was found to be.
    pub kind: FileKind,
    /// All sheets, hidden ones too. A text file has one, without a name.
    pub sheets: Vec<Sheet>,
}

impl Grid {
    /// The first sheet whose name is this one, apart from capitals and surrounding spaces.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        let wanted = name.trim().to_lowercase();
        self.sheets.iter().find(|sheet| sheet.name().trim().to_lowercase() == wanted)
    }

    /// Bytes of memory that the cells and their texts take.
    pub fn bytes(&self) -> usize {
        let shared = self.sheets.first().map_or(0, Sheet::shared_bytes);
        shared + self.sheets.iter().map(Sheet::own_bytes).sum::<usize>()
    }
}
