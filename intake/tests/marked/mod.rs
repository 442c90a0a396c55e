//! The file given back with its findings: nothing of it changes but colours and notes, and it can be sent again.

mod again;
mod properties;
mod text;
mod workbook;

use std::sync::Arc;

use flate2::bufread::DeflateDecoder;
use intake::{Code, Finding, Limits, read_grid};
use std::io::Read as _;

/// A finding about a cell: row from 1, column from 0.
pub fn finding(code: Code, sheet: &str, row: u32, column: u32, seen: &str) -> Finding {
    let mut finding = read_grid("payments.xlsx", b" ", &Limits::default()).findings.remove(0);
    finding.code = code;
    finding.sheet = (!sheet.is_empty()).then(|| Arc::from(sheet));
    (finding.row, finding.column_index) = (Some(row), Some(column));
    finding.seen = seen.into();
    finding
}

/// Names and contents of the parts of a workbook, as its own table of contents lists them.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize;
    let short = |at: usize| usize::from(u16::from_le_bytes(bytes[at..at + 2].try_into().expect("two bytes")));
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06").expect("an end");
    let (mut at, mut parts) = (word(end + 16), Vec::new());
    for _ in 0..short(end + 10) {
        let (method, size, name) = (short(at + 10), word(at + 20), short(at + 28));
        let header = word(at + 42);
        let start = header + 30 + short(header + 26) + short(header + 28);
        let packed = &bytes[start..start + size];
        let mut content = Vec::new();
        match method {
            0 => content.extend(packed),
            _ => drop(DeflateDecoder::new(packed).read_to_end(&mut content).expect("a packed part")),
        }
        parts.push((String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).expect("a name"), content));
        at += 46 + name + short(at + 30) + short(at + 32);
    }
    parts
}

/// The content of one part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(own, _)| own == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("{name} is missing")).1).expect("text")
}
