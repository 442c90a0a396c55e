//! The file that was sent, given back with its findings in it.
//!
//! ```text
//! workbook ── cells coloured, notes added ── a sheet that lists all findings ── packed again
//! text ────── a column of findings behind the last one
//! the rest ── a workbook of the list alone
//! ```
//!
//! A workbook is not read and written again, which would lose what we do not know of: its parts are copied as they are
//! packed, but for those that must change, and these are copied piece by piece. No value, formula, macro, picture or
//! width changes. A cell keeps its format; the colour behind it is new, and a note says what was seen and what would fix
//! it. A note that somebody else wrote stays, and is added to.
//!
//! A file that comes back with marks is read like any other: the sheet of findings is passed over, and marking the file
//! again renews what the last marking left. A cell that is in order then says so.

mod cells;
mod delimited;
mod drawing;
mod list;
mod mark;
mod notes;
mod package;
mod say;
mod style;
mod workbook;
mod xml;

use std::sync::Arc;

use quick_xml::events::Event;

use crate::finding::{Finding, Findings};
use crate::grid::{self, Archive, FileKind, sheets_of};
use crate::lang::Lang;
use crate::limits::Limits;
pub(crate) use list::{is_list, is_list_name};

/// Bytes that UTF-8 text of spreadsheet programs begins with.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The file to give back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its content.
    pub bytes: Vec<u8>,
    /// What it is: that which was sent, or a workbook where only the list could be given.
    pub kind: FileKind,
    /// True where it is the file that was sent, with marks; false where it is the list of findings alone.
    pub is_whole: bool,
}

/// The file could not be changed: it is damaged, or more odd than a program would write.
#[derive(Clone, Copy, Debug)]
struct Stopped;

/// What came of changing something.
type Edit<T = ()> = Result<T, Stopped>;

/// Gives a file back with its findings marked, in the reader's language. Never fails, and takes time and memory within
/// the limits: what cannot be marked (OpenDocument, JSON, a damaged workbook) comes as a workbook of the list alone.
///
/// A text file comes in UTF-8, with a byte order mark where it had one or was in another encoding.
pub fn mark(bytes: &[u8], findings: &[Finding], lang: Lang, limits: &Limits) -> Marked {
    let kind = if bytes.len() > limits.bytes { FileKind::Unknown } else { FileKind::of(bytes, limits) };
    let whole = match kind {
        FileKind::Xlsx | FileKind::Xlsm => mark_workbook(bytes, findings, lang, limits),
        FileKind::Delimited => mark_text(bytes, findings, lang),
        _ => Err(Stopped),
    };
    match whole {
        Ok(bytes) => Marked { bytes, kind, is_whole: true },
        Err(Stopped) => {
            // A list is made of our own words, so only one of 4 GiB could not be packed.
            let bytes = workbook::list_alone(findings, lang).unwrap_or_default();
            Marked { bytes, kind: FileKind::Xlsx, is_whole: false }
        }
    }
}

fn mark_workbook(bytes: &[u8], findings: &[Finding], lang: Lang, limits: &Limits) -> Edit<Vec<u8>> {
    let old_list = old_list(bytes, limits)?;
    let archive = open(bytes, limits)?;
    workbook::mark(&archive, findings, old_list.as_deref(), lang)
}

fn open<'a>(bytes: &'a [u8], limits: &'a Limits) -> Edit<Archive<'a>> {
    Archive::open(&Arc::from(""), bytes, limits, &mut Findings::new(0)).map_err(|_| Stopped)
}

/// The part of the sheet that an earlier marking added. Cells are only read where a sheet has its name.
fn old_list(bytes: &[u8], limits: &Limits) -> Edit<Option<String>> {
    let archive = open(bytes, limits)?;
    let layout = grid::Layout::of(&archive, &mut Findings::new(0)).map_err(|_| Stopped)?;
    if !layout.sheets.iter().any(|(name, _)| is_list_name(name)) {
        return Ok(None);
    }
    let sheets = sheets_of(&archive, &mut Findings::new(0));
    let list = sheets.iter().find(|sheet| is_list(sheet));
    Ok(list.and_then(|sheet| sheet.part().map(str::to_owned)))
}

fn mark_text(bytes: &[u8], findings: &[Finding], lang: Lang) -> Edit<Vec<u8>> {
    let text = grid::decode(&Arc::from(""), bytes, &mut Findings::new(0)).map_err(|_| Stopped)?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    if text.trim_ascii().is_empty() {
        return Err(Stopped);
    }
    let marked = delimited::mark(text, findings, lang)?;
    let was_plain = std::str::from_utf8(bytes).is_ok_and(|text| !text.starts_with(BYTE_ORDER_MARK));
    let begin = if was_plain { "" } else { BYTE_ORDER_MARK };
    Ok([begin, &marked].concat().into_bytes())
}

/// The two spellings of the format's namespaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// What nearly every program writes.
    Transitional,
    /// What is written on request.
    Strict,
}

impl Dialect {
    /// That of a workbook, by the part that lists its sheets.
    fn of(archive: &Archive<'_>, workbook: &str) -> Edit<Dialect> {
        let mut from = xml::Source::open(archive, workbook)?;
        while let Some((_, event)) = from.next()? {
            if let Event::Start(root) = event {
                let strict = root.attributes_raw().contains(Dialect::Strict.main());
                return Ok(if strict { Dialect::Strict } else { Dialect::Transitional });
            }
        }
        Err(Stopped)
    }

    /// The namespace of sheets, styles and notes.
    fn main(self) -> &'static str {
        match self {
            Dialect::Transitional => "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            Dialect::Strict => "http://purl.oclc.org/ooxml/spreadsheetml/main",
        }
    }

    /// The namespace of relations, which their kinds begin with too.
    fn relations(self) -> &'static str {
        match self {
            Dialect::Transitional => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            Dialect::Strict => "http://purl.oclc.org/ooxml/officeDocument/relationships",
        }
    }
}
