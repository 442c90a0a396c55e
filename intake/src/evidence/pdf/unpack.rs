//! Unpacks the streams that hold the document's own order, and counts.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;

use super::object::{Dict, Object};
use crate::evidence::refusal::{Outcome, Refusal};

/// The names of a stream's packings, outermost first.
pub(super) fn filters(dict: &Dict) -> Outcome<Vec<&[u8]>> {
    match dict.get("Filter") {
        None | Some(Object::Null) => Ok(Vec::new()),
        Some(Object::Name(name)) => Ok(vec![name]),
        Some(Object::Array(names)) => names.iter().map(|name| name.as_name().ok_or(Refusal::Unknown)).collect(),
        Some(_) => Err(Refusal::Unknown),
    }
}

/// The bytes of a stream that is not packed, or packed in the usual way; at most `max` of them.
pub(super) fn unpack(dict: &Dict, packed: &[u8], max: usize) -> Outcome<Vec<u8>> {
    match filters(dict)?.as_slice() {
        [] if packed.len() <= max => Ok(packed.to_vec()),
        [] => Err(Refusal::TooMuch),
        [b"FlateDecode"] => unpredicted(dict, inflate(packed, max)?),
        _ => Err(Refusal::Unknown),
    }
}

/// At most `max` bytes, unpacked. What follows the packed bytes is passed over.
pub(super) fn inflate(packed: &[u8], max: usize) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut decoder = ZlibDecoder::new(packed).take(max as u64 + 1);
    decoder.read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
    if bytes.len() > max { Err(Refusal::TooMuch) } else { Ok(bytes) }
}

/// Tables of contents store how each row differs from the one above, as PNG does.
fn unpredicted(dict: &Dict, bytes: Vec<u8>) -> Outcome<Vec<u8>> {
    let parameters = match dict.get("DecodeParms") {
        None | Some(Object::Null) => return Ok(bytes),
        Some(Object::Dict(parameters)) => parameters,
        Some(Object::Array(one)) => match one.as_slice() {
            [Object::Dict(parameters)] => parameters,
            [Object::Null] => return Ok(bytes),
            _ => return Err(Refusal::Unknown),
        },
        Some(_) => return Err(Refusal::Unknown),
    };
    let is_bytes =
        parameters.number("Colors").unwrap_or(1) == 1 && parameters.number("BitsPerComponent").unwrap_or(8) == 8;
    let width = parameters.number("Columns").unwrap_or(1);
    match parameters.number("Predictor").unwrap_or(1) {
        1 => Ok(bytes),
        10..=15 if is_bytes && (1..=1024).contains(&width) => rows(&bytes, width),
        _ => Err(Refusal::Unknown),
    }
}

fn rows(bytes: &[u8], width: usize) -> Outcome<Vec<u8>> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0u8; width];
    for row in bytes.chunks(width + 1) {
        let [kind, differences @ ..] = row else { break };
        let mut line = Vec::with_capacity(width);
        for (index, difference) in differences.iter().enumerate() {
            let left = if index == 0 { 0 } else { line[index - 1] };
            let corner = if index == 0 { 0 } else { above[index - 1] };
            let expected = match kind {
                0 => 0,
                1 => left,
                2 => above[index],
                3 => left.midpoint(above[index]),
                4 => nearest(left, above[index], corner),
                _ => return Err(Refusal::Damaged),
            };
            line.push(difference.wrapping_add(expected));
        }
        out.extend_from_slice(&line);
        line.resize(width, 0);
        above = line;
    }
    Ok(out)
}

/// Which of three neighbours is nearest to left + above − corner (Paeth's predictor).
fn nearest(left: u8, above: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |byte: u8| (estimate - i16::from(byte)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(corner) {
        left
    } else if distance(above) <= distance(corner) {
        above
    } else {
        corner
    }
}
