//! What a stranger may ask of us. Limits are met before anything else is read.

const MIB: usize = 1024 * 1024;

/// Bounds on one reading. What exceeds them becomes a finding, never a crash or an endless wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all files together.
    pub bytes: usize,
    /// Rows of any one file, without its header.
    pub rows: usize,
    /// Characters of any one cell.
    pub cell_chars: usize,
    /// Files of one pack.
    pub files: usize,
    /// Findings that are kept; those beyond are counted, and still block.
    pub findings: usize,
    /// Bytes of a workbook's parts once unpacked, all together. At most 4 GiB are ever read.
    pub unpacked: usize,
    /// How many times larger than packed a workbook's part may become, once it exceeds one MiB.
    pub unpacked_ratio: usize,
    /// Parts of a workbook: sheets, styles, pictures, ….
    pub parts: usize,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Cells with something in them, on any one sheet.
    pub cells: usize,
    /// Elements within elements in an XML part, lists within lists in a PDF.
    pub depth: usize,
    /// Pages of a document.
    pub pages: usize,
    /// Values of a PDF: numbers, names, texts and lists, of all objects that are read.
    pub objects: usize,
}

impl Default for Limits {
    /// For files that strangers send.
    ///
    /// - 20 MiB: the casebook is 0.3 MB, the largest national summary of payments we have seen is 4 MB.
    /// - 100,000 rows: fills 20 MiB of claims as people write them, and takes some 100 MB of memory at worst.
    /// - 10,000 characters: the longest note of the casebook has fewer than 1,000.
    /// - 32 files: a pack has at most eleven that are read.
    /// - 10,000 findings: nobody reads more, and each costs some hundred bytes.
    /// - 300 MiB unpacked: 100,000 rows of 40 columns take about 150 MB of XML.
    /// - 200 times: repetitive sheets that people make reach 40; a bomb begins near 1,000.
    /// - 2,000 parts and 100 sheets: the largest workbook of the field we have seen has 60 parts and 21 sheets.
    /// - 4,000,000 cells: 40 in each of 100,000 rows; each takes 20 bytes besides its text.
    /// - 64 levels: a cell of a spreadsheet is never deeper than 12.
    /// - 5,000 pages: the longest national report we have seen has fewer than 1,000.
    /// - 2,000,000 values: 400 for each of these pages; each takes some 60 bytes while its object is read.
    fn default() -> Limits {
        Limits {
            bytes: 20 * MIB,
            rows: 100_000,
            cell_chars: 10_000,
            files: 32,
            findings: 10_000,
            unpacked: 300 * MIB,
            unpacked_ratio: 200,
            parts: 2_000,
            sheets: 100,
            cells: 4_000_000,
            depth: 64,
            pages: 5_000,
            objects: 2_000_000,
        }
    }
}

impl Limits {
    /// For a pack on the operator's own machine: two million claims take about 600 MB.
    pub fn local() -> Limits {
        Limits { bytes: 4096 * MIB, rows: 10_000_000, ..Limits::default() }
    }
}
