//! JPEG, segment by segment: what draws the picture is copied as it is, everything else is left out.

use super::bytes::be16;
use super::exif;
use super::personal::{Met, Personal};
use super::refusal::{Outcome, Refusal};
use super::{Cleaned, Extent};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;

/// Whether the picture stands alone or within a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A file: it must be whole, and keeps how it is to be turned.
    Alone,
    /// Part of a page, where viewers turn nothing and end with what is there.
    OnPage,
}

/// A copy with the tables, frames and scans alone, the profile of its colours, and how it is to be turned.
pub(super) fn clean(bytes: &[u8], standing: Standing, met: Met) -> Outcome<Cleaned> {
    let mut copy = Copy { out: vec![0xFF, SOI], met, turn: None, turn_at: 2, size: None, has_scan: false };
    if !bytes.starts_with(&[0xFF, SOI]) {
        return Err(Refusal::Damaged);
    }
    let mut at = 2;
    let end = loop {
        let Some((marker, after)) = next_marker(bytes, at)? else {
            break None;
        };
        at = match marker {
            EOI => break Some(after),
            // Marks that stand alone mean nothing outside a scan.
            0x01 | 0xD0..=0xD7 => after,
            SOI => return Err(Refusal::Damaged),
            _ => copy.segment(bytes, marker, after)?,
        };
    };
    match (end, standing) {
        (Some(end), Standing::Alone) if bytes[end..].iter().any(|byte| *byte != 0) => {
            copy.met.insert(Personal::Hidden);
        }
        (None, Standing::Alone) => return Err(Refusal::Cut),
        _ => {}
    }
    copy.finish(standing)
}

/// The marker that comes next and where it ends. Bytes 0xFF may stand before it.
fn next_marker(bytes: &[u8], at: usize) -> Outcome<Option<(u8, usize)>> {
    let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) else {
        return Ok(None);
    };
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    match rest.get(fill) {
        _ if fill == 0 => Err(Refusal::Damaged),
        None => Ok(None),
        Some(0) => Err(Refusal::Damaged),
        Some(marker) => Ok(Some((*marker, at + fill + 1))),
    }
}

struct Copy {
    out: Vec<u8>,
    met: Met,
    turn: Option<u8>,
    turn_at: usize,
    size: Option<Extent>,
    has_scan: bool,
}

impl Copy {
    /// Copies the segment or leaves it out; the answer is where what follows it begins.
    fn segment(&mut self, bytes: &[u8], marker: u8, at: usize) -> Outcome<usize> {
        let length = usize::from(be16(bytes, at).ok_or(Refusal::Cut)?);
        let body = bytes.get(at + 2..at + length.max(2)).ok_or(Refusal::Cut)?;
        if length < 2 {
            return Err(Refusal::Damaged);
        }
        let end = at + length;
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let (Some(height), Some(width)) = (be16(body, 1), be16(body, 3)) else {
                    return Err(Refusal::Damaged);
                };
                self.size.get_or_insert(Extent::Pixels { width: width.into(), height: height.into() });
                self.put(marker, body);
            }
            // Tables, a number of lines, an interval of restarts.
            0xC4 | 0xCC | 0xDB | 0xDC | 0xDD => self.put(marker, body),
            SOS => {
                self.has_scan = true;
                self.put(marker, body);
                let scan = scan_length(&bytes[end..]);
                self.out.extend_from_slice(&bytes[end..end + scan]);
                return Ok(end + scan);
            }
            0xE0..=0xEF => self.application(marker, body),
            0xFE => {
                self.met.insert(Personal::Comment);
            }
            _ => {
                self.met.insert(Personal::Application);
            }
        }
        Ok(end)
    }

    /// A segment of an application: few are needed to draw the picture.
    fn application(&mut self, marker: u8, body: &[u8]) {
        match marker {
            0xE0 if body.starts_with(b"JFIF\0") && body.len() >= 14 => {
                if body.len() > 14 {
                    self.met.insert(Personal::Thumbnail);
                }
                let is_first = self.out.len() == 2;
                self.put(marker, &[&body[..12], &[0, 0]].concat());
                if is_first {
                    self.turn_at = self.out.len();
                }
            }
            0xE0 => {
                self.met.insert(Personal::Thumbnail);
            }
            0xE1 if body.starts_with(exif::MARK) => {
                self.turn = self.turn.or(exif::look(&body[exif::MARK.len()..], &mut self.met));
            }
            0xE1 => {
                self.met.insert(Personal::Xmp);
            }
            0xE2 if body.starts_with(b"ICC_PROFILE\0") => self.put(marker, body),
            0xE2 if body.starts_with(b"MPF\0") => {
                self.met.insert(Personal::OtherPictures);
            }
            0xED => {
                self.met.insert(Personal::Iptc);
            }
            // How the colours are to be understood: twelve bytes.
            0xEE if body.starts_with(b"Adobe") && body.len() >= 12 => {
                if body.len() > 12 {
                    self.met.insert(Personal::Application);
                }
                self.put(marker, &body[..12]);
            }
            _ => {
                self.met.insert(Personal::Application);
            }
        }
    }

    fn put(&mut self, marker: u8, body: &[u8]) {
        // A body is at most what two bytes of length leave: it came from such a segment.
        let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
        self.out.extend_from_slice(&[0xFF, marker]);
        self.out.extend_from_slice(&length.to_be_bytes());
        self.out.extend_from_slice(body);
    }

    fn finish(mut self, standing: Standing) -> Outcome<Cleaned> {
        let extent = self.size.filter(|_| self.has_scan).ok_or(Refusal::Cut)?;
        self.out.extend_from_slice(&[0xFF, EOI]);
        if let (Some(turn), Standing::Alone) = (self.turn, standing) {
            let drawn = self.out.split_off(self.turn_at);
            self.put(0xE1, &exif::turned(turn));
            self.out.extend_from_slice(&drawn);
        }
        Ok(Cleaned { copy: self.out, extent, met: self.met })
    }
}

/// How far the packed pixels go: to the next marker that is not part of them.
fn scan_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == 0xFF) {
        let mark = at + found;
        match bytes.get(mark + 1) {
            Some(0 | 0xD0..=0xD7) => at = mark + 2,
            // Fill before a marker: the last of the row decides.
            Some(0xFF) => at = mark + 1,
            Some(_) => return mark,
            None => return mark,
        }
    }
    bytes.len()
}
