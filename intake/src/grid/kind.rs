//! What a file is, by its content.

use std::sync::Arc;

use super::archive::Archive;
use crate::finding::{Findings, Flagged};
use crate::limits::Limits;

/// What the content of a file was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// Text whose cells a comma, a semicolon or a tab divides.
    Delimited,
    /// An Excel workbook.
    Xlsx,
    /// An Excel workbook with macros.
    Xlsm,
    /// An OpenDocument workbook.
    Ods,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// An Excel workbook in its binary form.
    Xlsb,
    /// A workbook locked with a password.
    Locked,
    /// A document of pages.
    Pdf,
    /// A photograph or scan.
    Jpeg,
    /// A picture.
    Png,
    /// A photograph of an iPhone.
    Heic,
    /// Some other picture.
    Picture,
    /// Text of a word processor.
    Letter,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A web page, also where it is called a workbook.
    Html,
    /// A packed folder.
    Archive,
    /// None of these.
    Unknown,
}

impl FileKind {
    /// What the content is: looks at its beginning, and into the table of contents of a packed file.
    pub fn of(bytes: &[u8], limits: &Limits) -> FileKind {
        match by_beginning(bytes) {
            FileKind::Archive => {
                let opened = Archive::open(&Arc::from(""), bytes, limits, &mut Findings::new(0));
                opened.map_or(FileKind::Archive, |archive| packed_kind(&archive))
            }
            kind => kind,
        }
    }

    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            FileKind::Delimited => "csv",
            FileKind::Xlsx => "xlsx",
            FileKind::Xlsm => "xlsm",
            FileKind::Ods => "ods",
            FileKind::Xls => "xls",
            FileKind::Xlsb => "xlsb",
            FileKind::Locked => "locked",
            FileKind::Pdf => "pdf",
            FileKind::Jpeg => "jpeg",
            FileKind::Png => "png",
            FileKind::Heic => "heic",
            FileKind::Picture => "picture",
            FileKind::Letter => "letter",
            FileKind::Json => "json",
            FileKind::Xml => "xml",
            FileKind::Html => "html",
            FileKind::Archive => "archive",
            FileKind::Unknown => "unknown",
        }
    }

    /// How a sentence names it, in English and in French.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            FileKind::Delimited => ("text with divided cells (CSV)", "du texte à cellules séparées (CSV)"),
            FileKind::Xlsx => ("an Excel workbook (XLSX)", "un classeur Excel (XLSX)"),
            FileKind::Xlsm => ("an Excel workbook with macros (XLSM)", "un classeur Excel avec macros (XLSM)"),
            FileKind::Ods => ("an OpenDocument workbook (ODS)", "un classeur OpenDocument (ODS)"),
            FileKind::Xls => ("a workbook of Excel 97–2003 (XLS)", "un classeur d’Excel 97–2003 (XLS)"),
            FileKind::Xlsb => ("a binary Excel workbook (XLSB)", "un classeur Excel binaire (XLSB)"),
            FileKind::Locked => ("a locked workbook", "un classeur protégé"),
            FileKind::Pdf => ("a PDF document", "un document PDF"),
            FileKind::Jpeg => ("a JPEG picture", "une image JPEG"),
            FileKind::Png => ("a PNG picture", "une image PNG"),
            FileKind::Heic => ("a HEIC picture", "une image HEIC"),
            FileKind::Picture => ("a picture", "une image"),
            FileKind::Letter => ("a text document", "un document de texte"),
            FileKind::Json => ("JSON", "du JSON"),
            FileKind::Xml => ("XML", "du XML"),
            FileKind::Html => ("a web page (HTML)", "une page web (HTML)"),
            FileKind::Archive => ("a packed folder (ZIP)", "un dossier compressé (ZIP)"),
            FileKind::Unknown => ("in an unknown format", "dans un format inconnu"),
        }
    }

    /// The endings that names of such files have; the first is the usual one.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            FileKind::Delimited => &["csv", "tsv", "txt", "tab"],
            FileKind::Xlsx => &["xlsx", "xltx"],
            FileKind::Xlsm => &["xlsm", "xltm"],
            FileKind::Ods => &["ods", "ots"],
            _ => &[],
        }
    }
}

/// By the first bytes alone; a packed file is not looked into.
pub(super) fn by_beginning(bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(1024)];
    match head {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => FileKind::Archive,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => compound(bytes),
        [0xFF, 0xD8, 0xFF, ..] => FileKind::Jpeg,
        [0x89, b'P', b'N', b'G', ..] => FileKind::Png,
        [b'G', b'I', b'F', b'8', ..] | [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => FileKind::Picture,
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if brand.len() >= 4 => match &brand[..4] {
            b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => FileKind::Heic,
            b"avif" => FileKind::Picture,
            _ => FileKind::Unknown,
        },
        [b'{', b'\\', b'r', b't', b'f', ..] => FileKind::Letter,
        _ if head.windows(5).any(|window| window == b"%PDF-") => FileKind::Pdf,
        _ => by_text(head),
    }
}

/// What a text begins with, in one byte a letter or two.
fn by_text(head: &[u8]) -> FileKind {
    let has_mark = matches!(head, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let is_wide = has_mark || super::encoding::is_utf16(head);
    // A stray control character in a text is told where it stands; many of them are no text.
    let controls = head.iter().filter(|byte| byte.is_ascii_control() && !b"\t\n\r\x0C\x1A".contains(byte)).count();
    if !is_wide && (zeros > 0 || controls * 50 > head.len()) {
        return FileKind::Unknown;
    }
    let letters: String = head
        .iter()
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let text = letters.trim_start();
    match text.as_bytes() {
        [b'{', ..] | [b'[', b'{' | b'[' | b']' | b'"' | b' ' | b'\n' | b'\r', ..] => FileKind::Json,
        [b'<', ..] if text.contains("<html") || text.contains("<table") => FileKind::Html,
        [b'<', b'?' | b'!', ..] => FileKind::Xml,
        [b'<', b'a'..=b'z', ..] if text.contains("xmlns") || text.contains("/>") || text.contains("</") => {
            FileKind::Xml
        }
        _ => FileKind::Delimited,
    }
}

/// The older container of office documents: the names within are in letters of two bytes.
fn compound(bytes: &[u8]) -> FileKind {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        FileKind::Locked
    } else if has("Workbook") || has("Book") {
        FileKind::Xls
    } else if has("WordDocument") {
        FileKind::Letter
    } else {
        FileKind::Unknown
    }
}

/// What a packed file is, by the names of its parts.
pub(super) fn packed_kind(archive: &Archive<'_>) -> FileKind {
    let begins = |folder: &str| archive.names().any(|name| name.starts_with(folder));
    if archive.has("xl/workbook.bin") {
        FileKind::Xlsb
    } else if archive.has("[Content_Types].xml") && begins("xl/") {
        if archive.names().any(|name| name.ends_with("vbaProject.bin")) { FileKind::Xlsm } else { FileKind::Xlsx }
    } else if archive.has("mimetype") && archive.has("content.xml") {
        match mimetype(archive).as_deref() {
            Ok("application/vnd.oasis.opendocument.spreadsheet") => FileKind::Ods,
            Ok("application/vnd.oasis.opendocument.spreadsheet-template") => FileKind::Ods,
            _ => FileKind::Letter,
        }
    } else if begins("word/") || begins("ppt/") {
        FileKind::Letter
    } else {
        FileKind::Archive
    }
}

fn mimetype(archive: &Archive<'_>) -> Result<String, Flagged> {
    let mut out = Findings::new(0);
    let mut text = String::new();
    let reader = archive.read("mimetype", &mut out)?;
    // What cannot be read is no mimetype we know.
    let _ = std::io::Read::read_to_string(&mut std::io::Read::take(reader, 200), &mut text);
    Ok(text.trim().to_owned())
}
