//! Bytes of a text file become text, in whatever encoding they are, and what was assumed is said.

use std::borrow::Cow;
use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::finding::{Code, Findings, Flagged, Spot};
use crate::text::line_of;

/// A replacement character stands where bytes mean nothing.
const REPLACEMENT: char = '\u{fffd}';

/// Decodes a text file: by its byte order mark, as UTF-16 where every other byte is zero, as UTF-8 where it is that,
/// and else as the encoding that its letters make likely, of which the first word outside ASCII is shown.
pub(crate) fn decode<'a>(file: &Arc<str>, bytes: &'a [u8], out: &mut Findings) -> Result<Cow<'a, str>, Flagged> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let code = if encoding == UTF_8 { Code::ByteOrderMark } else { Code::EncodingRead };
        return certain(file, encoding, &bytes[mark..], code, out);
    }
    if is_utf16(bytes) {
        let encoding = if bytes[0] == 0 { UTF_16BE } else { UTF_16LE };
        return certain(file, encoding, bytes, Code::EncodingRead, out);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return without_nul(file, Cow::Borrowed(text), out);
    }
    let encoding = guess(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if let Some(at) = text.find(REPLACEMENT) {
        return Err(damaged(file, encoding, &text, at, out));
    }
    let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_ascii());
    let other = text.chars().find(|c| !c.is_ascii()).map(String::from).unwrap_or_default();
    let line = text.find(|c: char| !c.is_ascii()).map_or(1, |at| line_of(text.as_bytes(), at));
    let details = vec![("encoding", encoding.name().to_owned())];
    out.note(Spot::line(file, line, None), word.unwrap_or(&other), Code::EncodingAssumed, details);
    without_nul(file, text, out)
}

/// True where every other of the first bytes is zero and the rest are not: ASCII in letters of two bytes.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [first, 0, third, 0, ..] => *first != 0 && *third != 0,
        [0, second, 0, fourth, ..] => *second != 0 && *fourth != 0,
        _ => false,
    }
}

/// The likeliest encoding of text that is not UTF-8. Where letters decide little, it is Windows-1252, which programs in
/// English, French and Portuguese write; it has a letter for nearly every byte, and Latin-1 within it.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn certain<'a>(
    file: &Arc<str>,
    encoding: &'static Encoding,
    bytes: &'a [u8],
    code: Code,
    out: &mut Findings,
) -> Result<Cow<'a, str>, Flagged> {
    let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
    if has_faults {
        let at = text.find(REPLACEMENT).unwrap_or_default();
        return Err(damaged(file, encoding, &text, at, out));
    }
    out.note(Spot::file(file), "", code, vec![("encoding", encoding.name().to_owned())]);
    without_nul(file, text, out)
}

fn damaged(file: &Arc<str>, encoding: &'static Encoding, text: &str, at: usize, out: &mut Findings) -> Flagged {
    let spot = Spot::line(file, line_of(text.as_bytes(), at), None);
    out.flag(spot, "", Code::EncodingDamaged, vec![("encoding", encoding.name().to_owned())])
}

fn without_nul<'a>(file: &Arc<str>, text: Cow<'a, str>, out: &mut Findings) -> Result<Cow<'a, str>, Flagged> {
    match text.bytes().position(|byte| byte == 0) {
        None => Ok(text),
        Some(at) => {
            let spot = Spot::line(file, line_of(text.as_bytes(), at), None);
            Err(out.flag(spot, "", Code::NulByte, vec![("byte", (at + 1).to_string())]))
        }
    }
}
