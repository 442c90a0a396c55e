//! Bytes become text, or a finding that says at which byte they cease to be.

use std::str::Utf8Error;
use std::sync::Arc;

use crate::finding::{Code, Findings, Flagged, Spot};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What the bytes 0x80 to 0x9F are in Windows-1252; those it leaves open are `None`. From 0xA0 on it is Latin-1.
const WINDOWS_1252: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Reads UTF-8 without NUL. A byte order mark is passed over, and noted.
pub(crate) fn decode<'a>(file: &Arc<str>, bytes: &'a [u8], out: &mut Findings) -> Result<&'a str, Flagged> {
    if let Some(byte) = utf16_at(bytes) {
        let details = vec![("byte", (byte + 1).to_string())];
        return Err(out.flag(Spot::line(file, 1, None), "", Code::EncodingUtf16, details));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(file, bytes, error, out))?;
    if text.as_bytes().contains(&0) {
        let byte = text.bytes().position(|byte| byte == 0).unwrap_or_default();
        let spot = Spot::line(file, line_of(bytes, byte), None);
        return Err(out.flag(spot, "", Code::NulByte, vec![("byte", (byte + 1).to_string())]));
    }
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => {
            out.note(Spot::file(file), "", Code::ByteOrderMark, Vec::new());
            Ok(rest)
        }
        None => Ok(text),
    }
}

/// The line that a byte stands on, from 1.
pub(crate) fn line_of(bytes: &[u8], position: usize) -> u32 {
    bytes[..position.min(bytes.len())].iter().filter(|byte| **byte == b'\n').count() as u32 + 1
}

fn not_utf8(file: &Arc<str>, bytes: &[u8], error: Utf8Error, out: &mut Findings) -> Flagged {
    let position = error.valid_up_to();
    let byte = bytes[position];
    let mut details = vec![("byte", (position + 1).to_string()), ("hex", format!("0x{byte:02X}"))];
    let spot = Spot::line(file, line_of(bytes, position), None);
    // A letter of Windows-1252 stands among ASCII; a broken UTF-8 sequence is followed by its own remains.
    // A sequence that the end of the file cuts short is neither.
    let alone = error.error_len().is_some() && bytes.get(position + 1).is_none_or(u8::is_ascii);
    match windows_1252(byte) {
        Some(letter) if alone => {
            details.push(("letter", letter.to_string()));
            out.flag(spot, "", Code::EncodingWindows1252, details)
        }
        _ => out.flag(spot, "", Code::EncodingNotUtf8, details),
    }
}

fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => Some(char::from(byte)),
    }
}

/// Where UTF-16 shows: a byte order mark, or ASCII with a NUL beside every letter.
fn utf16_at(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(0),
        [first, 0, third, 0, ..] if *first != 0 && *third != 0 => Some(1),
        [0, second, 0, fourth, ..] if *second != 0 && *fourth != 0 => Some(0),
        _ => None,
    }
}
