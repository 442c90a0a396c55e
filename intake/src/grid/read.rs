//! The way in: what the file is decides who reads it.

use std::borrow::Cow;
use std::sync::Arc;

use super::archive::Archive;
use super::kind::{FileKind, by_beginning, packed_kind};
use super::sheet::Sheet;
use super::{Grid, delimited, encoding, ods, xlsx};
use crate::finding::{Code, Finding, Findings, Flagged, Severity, Spot};
use crate::limits::Limits;
use crate::marked::is_list;

/// What came of reading a file of tables.
#[derive(Debug)]
pub struct ReadGrid {
    /// What the content was found to be, also where it is no table.
    pub kind: FileKind,
    /// What could be read, also where findings block: the cells that are there can still be checked and shown.
    /// Nothing where the file is no table at all.
    pub grid: Option<Grid>,
    /// By sheet, row and column.
    pub findings: Vec<Finding>,
}

impl ReadGrid {
    /// True where something must be fixed before anything is taken from this file.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::MustFix)
    }
}

/// Reads a file of tables, whatever it is called. Never panics, and takes time and memory within the limits: one pass over
/// each part of a workbook, which is never held unpacked; twenty bytes for each cell that is filled in, and its text once.
///
/// `name` may come with folders, as a stranger's browser sends it; only its last part is kept, and it opens nothing.
///
/// ```
/// use intake::{Limits, Value, read_grid};
///
/// let read = read_grid("payments.csv", "mine;amount\nKao;1 200,50\n".as_bytes(), &Limits::default());
/// let grid = read.grid.expect("a table");
/// let cell = grid.sheets[0].cell(2, 1).expect("a cell");
/// assert_eq!((cell.place().to_string().as_str(), cell.value()), ("B2", Value::Text("1 200,50")));
/// assert_eq!(read.findings[0].code.as_str(), "delimiter_read");
/// ```
pub fn read_grid(name: &str, bytes: &[u8], limits: &Limits) -> ReadGrid {
    let mut out = Findings::new(limits.findings);
    let (kind, grid) = read_grid_into(name, bytes, limits, &mut out);
    ReadGrid { kind, grid, findings: out.finish() }
}

/// As [`read_grid`], adding to the findings of a larger reading.
pub(crate) fn read_grid_into(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    out: &mut Findings,
) -> (FileKind, Option<Grid>) {
    let file = base_name(name, out);
    if bytes.len() > limits.bytes {
        let details = vec![("found", bytes.len().to_string()), ("max", limits.bytes.to_string())];
        out.flag(Spot::file(&file), "", Code::FileTooLarge, details);
        return (FileKind::Unknown, None);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        out.flag(Spot::file(&file), "", Code::FileBlank, Vec::new());
        return (FileKind::Unknown, None);
    }
    let kind = by_beginning(bytes);
    let (kind, sheets) = match kind {
        FileKind::Archive => match Archive::open(&file, bytes, limits, out) {
            Ok(archive) => {
                let kind = packed_kind(&archive);
                match kind {
                    FileKind::Xlsx | FileKind::Xlsm => (kind, Ok(xlsx::sheets_of(&archive, out))),
                    FileKind::Ods => (kind, Ok(ods::read(&archive, out))),
                    _ => (kind, Err(refused(&file, kind, out))),
                }
            }
            Err(flagged) => (kind, Err(flagged)),
        },
        FileKind::Delimited => {
            let text = encoding::decode(&file, bytes, out);
            (kind, text.map(|text| vec![delimited::read(&file, &text, limits, out)]))
        }
        _ => (kind, Err(refused(&file, kind, out))),
    };
    let Ok(sheets) = sheets else {
        return (kind, None);
    };
    let sheets = without_list(&file, sheets, out);
    compare_ending(&file, kind, out);
    if kind == FileKind::Xlsm {
        out.note(Spot::file(&file), "", Code::MacrosNotRun, Vec::new());
    }
    (kind, Some(Grid { file, kind, sheets }))
}

/// A file of text that is no table.
pub(crate) struct TextFile<'a> {
    /// JSON or XML.
    pub kind: FileKind,
    /// The file's name, without folders.
    pub file: Arc<str>,
    /// The whole text.
    pub text: Cow<'a, str>,
}

/// The text of a JSON or XML file; nothing of any other, nor of one that is too large or cannot be decoded.
pub(crate) fn text_file<'a>(name: &str, bytes: &'a [u8], limits: &Limits, out: &mut Findings) -> Option<TextFile<'a>> {
    let kind = by_beginning(bytes);
    if bytes.len() > limits.bytes || !matches!(kind, FileKind::Json | FileKind::Xml) {
        return None;
    }
    let file = base_name(name, out);
    let text = encoding::decode(&file, bytes, out).ok()?;
    Some(TextFile { kind, file, text })
}

/// Leaves out the sheet that we added ourselves when the file was last given back: it holds nothing that was reported.
fn without_list(file: &Arc<str>, sheets: Vec<Sheet>, out: &mut Findings) -> Vec<Sheet> {
    let (lists, sheets): (Vec<Sheet>, Vec<Sheet>) = sheets.into_iter().partition(is_list);
    for list in &lists {
        out.note(Spot::sheet(file, list.shared_name()), list.name(), Code::ListPassedOver, Vec::new());
    }
    sheets
}

/// The last part of a name with folders, of either kind of system.
pub(crate) fn base_name(name: &str, out: &mut Findings) -> Arc<str> {
    let base: String =
        name.rsplit(['/', '\\']).next().unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    let file: Arc<str> = base.trim().into();
    if *file != *name {
        out.note(Spot::file(&file), name, Code::FileNamePath, Vec::new());
    }
    file
}

/// Tells that a file is no table, and what to do instead.
fn refused(file: &Arc<str>, kind: FileKind, out: &mut Findings) -> Flagged {
    let (en, fr) = kind.words();
    let details = vec![("kind", en.to_owned()), ("kind_fr", fr.to_owned())];
    let code = match kind {
        FileKind::Locked => Code::FileLocked,
        FileKind::Unknown => Code::FormatUnknown,
        FileKind::Xls | FileKind::Xlsb | FileKind::Html => Code::FormatNotRead,
        _ => Code::FormatNotATable,
    };
    out.flag(Spot::file(file), "", code, details)
}

/// Tells where the name says something else than the content.
fn compare_ending(file: &Arc<str>, kind: FileKind, out: &mut Findings) {
    let endings = kind.endings();
    let (Some((_, ending)), Some(usual)) = (file.rsplit_once('.'), endings.first()) else {
        return;
    };
    if !endings.contains(&ending.to_ascii_lowercase().as_str()) {
        let (en, fr) = kind.words();
        let details = vec![("kind", en.to_owned()), ("kind_fr", fr.to_owned()), ("ending", format!(".{usual}"))];
        out.note(Spot::file(file), &format!(".{ending}"), Code::FormatMislabelled, details);
    }
}
