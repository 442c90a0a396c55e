//! Photographs within a document have their own notes.

use super::document::Document;
use super::object::{Dict, Object};
use super::unpack::filters;
use crate::evidence::bytes::be32;
use crate::evidence::jpeg::{self, Standing};
use crate::evidence::personal::{Met, Personal};
use crate::evidence::refusal::{Outcome, Refusal};

/// The picture without its notes, where the stream is a photograph; nothing where it can stay as it is.
pub(super) fn clean(
    document: &Document<'_>,
    dict: &Dict,
    bytes: &[u8],
    met: &mut Met,
) -> Outcome<Option<(Dict, Vec<u8>)>> {
    let mut resolved = dict.clone();
    for key in ["Filter", "DecodeParms"] {
        let value = document.value(dict, key)?;
        set(&mut resolved, key, value);
    }
    let packings = filters(&resolved)?;
    let Some((last, before)) = packings.split_last() else { return Ok(None) };
    if !matches!(*last, b"DCTDecode" | b"JPXDecode") {
        return Ok(None);
    }
    let unpacked = match before {
        [] => bytes.to_vec(),
        [b"FlateDecode"] => document.inflated(bytes)?,
        _ => return Err(Refusal::Unknown),
    };
    let picture = match *last {
        b"DCTDecode" => {
            let cleaned = jpeg::clean(&unpacked, Standing::OnPage, std::mem::take(met))?;
            *met = cleaned.met;
            cleaned.copy
        }
        _ => jpeg2000(&unpacked, met)?,
    };
    let name = Object::Name(Box::from(*last));
    // The parameters of the last packing are those that are left.
    let parameters = match resolved.get("DecodeParms") {
        Some(Object::Array(list)) => list.last().cloned(),
        parameters => parameters.cloned(),
    };
    set(&mut resolved, "Filter", name);
    set(&mut resolved, "DecodeParms", parameters.unwrap_or(Object::Null));
    Ok(Some((resolved, picture)))
}

/// Sets an entry that is there; one that is not stays away.
fn set(dict: &mut Dict, key: &str, value: Object) {
    for (own, old) in &mut dict.0 {
        if **own == *key.as_bytes() {
            old.clone_from(&value);
        }
    }
}

/// A picture of JPEG 2000: of its boxes only those that draw it, and its codes without remarks.
fn jpeg2000(bytes: &[u8], met: &mut Met) -> Outcome<Vec<u8>> {
    if bytes.starts_with(&[0xFF, 0x4F]) {
        return codes(bytes, met);
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (kind, body, end) = part(bytes, at)?;
        match kind {
            b"jP  " | b"ftyp" => put(&mut out, kind, body),
            b"jp2h" => {
                let mut header = Vec::new();
                let mut inner = 0;
                while inner < body.len() {
                    let (kind, own, end) = part(body, inner)?;
                    if matches!(kind, b"ihdr" | b"bpcc" | b"colr" | b"pclr" | b"cmap" | b"cdef") {
                        put(&mut header, kind, own);
                    }
                    inner = end;
                }
                put(&mut out, kind, &header);
            }
            b"jp2c" => {
                let drawn = codes(body, met)?;
                put(&mut out, kind, &drawn);
            }
            b"xml " | b"uuid" => {
                met.insert(Personal::Xmp);
            }
            _ => {
                met.insert(Personal::Application);
            }
        }
        at = end;
    }
    Ok(out)
}

/// A box: its kind, what is in it, and where it ends.
fn part(bytes: &[u8], at: usize) -> Outcome<(&[u8; 4], &[u8], usize)> {
    let size = be32(bytes, at).ok_or(Refusal::Cut)? as usize;
    let end = match size {
        0 => bytes.len(),
        1..8 => return Err(Refusal::Unknown),
        _ => at + size,
    };
    let (kind, body) = bytes.get(at + 4..end).and_then(|named| named.split_first_chunk()).ok_or(Refusal::Cut)?;
    Ok((kind, body, end))
}

fn put(out: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    // A body came from a box whose size is of four bytes.
    let size = u32::try_from(body.len() + 8).unwrap_or(u32::MAX);
    out.extend_from_slice(&size.to_be_bytes());
    out.extend_from_slice(kind);
    out.extend_from_slice(body);
}

/// The codes of the pixels; remarks stand before the first tile.
fn codes(bytes: &[u8], met: &mut Met) -> Outcome<Vec<u8>> {
    const START: &[u8] = &[0xFF, 0x4F];
    if !bytes.starts_with(START) {
        return Err(Refusal::Damaged);
    }
    let mut out = START.to_vec();
    let mut at = 2;
    loop {
        let [0xFF, marker, high, low] = *bytes.get(at..at + 4).ok_or(Refusal::Cut)? else {
            return Err(Refusal::Damaged);
        };
        if marker == 0x90 {
            out.extend_from_slice(&bytes[at..]);
            return Ok(out);
        }
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at..end).ok_or(Refusal::Cut)?;
        if marker == 0x64 {
            met.insert(Personal::Comment);
        } else {
            out.extend_from_slice(segment);
        }
        at = end;
    }
}
