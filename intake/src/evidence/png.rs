//! PNG, chunk by chunk: what draws the picture is copied as it is, everything else is left out.

use flate2::Crc;

use super::bytes::be32;
use super::exif;
use super::personal::{Met, Personal};
use super::refusal::{Outcome, Refusal};
use super::{Cleaned, Extent};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A copy with the pixels, their palette and colours, and how it is to be turned.
pub(super) fn clean(bytes: &[u8], mut met: Met) -> Outcome<Cleaned> {
    if !bytes.starts_with(SIGNATURE) {
        return Err(Refusal::Damaged);
    }
    let mut copy = SIGNATURE.to_vec();
    let (mut extent, mut has_pixels, mut at) = (None, false, SIGNATURE.len());
    loop {
        let (kind, body, end) = chunk(bytes, at)?;
        at = end;
        match kind {
            b"IHDR" if extent.is_none() && body.len() == 13 => {
                let (width, height) = (be32(body, 0).ok_or(Refusal::Cut)?, be32(body, 4).ok_or(Refusal::Cut)?);
                extent = Some(Extent::Pixels { width, height });
                put(&mut copy, kind, body);
            }
            // The header is there once, and before all else.
            b"IHDR" => return Err(Refusal::Damaged),
            _ if extent.is_none() => return Err(Refusal::Damaged),
            b"IDAT" | b"fdAT" => {
                has_pixels = true;
                put(&mut copy, kind, body);
            }
            b"PLTE" | b"tRNS" | b"cHRM" | b"gAMA" | b"sBIT" | b"sRGB" | b"cICP" | b"mDCV" | b"cLLI" | b"bKGD"
            | b"pHYs" | b"acTL" | b"fcTL" => put(&mut copy, kind, body),
            b"iCCP" => {
                // The profile is kept; its name is whatever a program, or a person, called it.
                let name_end = body.iter().take(80).position(|byte| *byte == 0).ok_or(Refusal::Damaged)?;
                put(&mut copy, kind, &[b"profile", &body[name_end..]].concat());
            }
            b"eXIf" => {
                if let Some(turn) = exif::look(body, &mut met) {
                    put(&mut copy, kind, &exif::turned(turn)[exif::MARK.len()..]);
                }
            }
            b"IEND" => {
                put(&mut copy, kind, &[]);
                break;
            }
            _ => {
                met.insert(kind_of(kind, body));
            }
        }
    }
    if at < bytes.len() {
        met.insert(Personal::Hidden);
    }
    let extent = extent.filter(|_| has_pixels).ok_or(Refusal::Damaged)?;
    Ok(Cleaned { copy, extent, met })
}

/// The chunk that begins here: its kind, what is in it, and where it ends.
fn chunk(bytes: &[u8], at: usize) -> Outcome<(&[u8; 4], &[u8], usize)> {
    let length = be32(bytes, at).ok_or(Refusal::Cut)? as usize;
    let named = bytes.get(at + 4..at + 8 + length).ok_or(Refusal::Cut)?;
    let (kind, body) = named.split_first_chunk().ok_or(Refusal::Cut)?;
    let end = at + 8 + length;
    if be32(bytes, end).ok_or(Refusal::Cut)? != checksum(named) {
        return Err(Refusal::Damaged);
    }
    Ok((kind, body, end + 4))
}

fn kind_of(kind: &[u8; 4], body: &[u8]) -> Personal {
    match kind {
        b"tIME" => Personal::Date,
        b"iTXt" if body.starts_with(b"XML:com.adobe.xmp\0") => Personal::Xmp,
        b"tEXt" | b"zTXt" | b"iTXt" => Personal::Comment,
        _ => Personal::Application,
    }
}

fn put(copy: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    // A body came from a chunk, whose length is of four bytes.
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    copy.extend_from_slice(&length.to_be_bytes());
    let start = copy.len();
    copy.extend_from_slice(kind);
    copy.extend_from_slice(body);
    let sum = checksum(&copy[start..]);
    copy.extend_from_slice(&sum.to_be_bytes());
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}
