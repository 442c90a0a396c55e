//! Boxes within boxes, and the two lists of numbers that HEIC keeps in them.

use std::ops::Range;

use crate::evidence::bytes::{be, be16, be32};
use crate::evidence::refusal::{Outcome, Refusal};

/// A box: what kind it is, where it begins, and where its content is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub kind: [u8; 4],
    pub start: usize,
    pub body: Range<usize>,
}

/// The boxes that fill this range, one after the other.
pub(super) fn parts(bytes: &[u8], range: Range<usize>) -> Outcome<Vec<Part>> {
    let mut parts = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let size = be32(bytes, at).ok_or(Refusal::Cut)?;
        let kind = *bytes.get(at + 4..).and_then(|rest| rest.first_chunk()).ok_or(Refusal::Cut)?;
        let (head, size) = match size {
            0 => (8, (range.end - at) as u64),
            1 => (16, be(bytes, at + 8, 8).ok_or(Refusal::Cut)?),
            size => (8, u64::from(size)),
        };
        let size = usize::try_from(size).map_err(|_| Refusal::Cut)?;
        let end = at.checked_add(size).filter(|end| *end <= range.end).ok_or(Refusal::Cut)?;
        if size < head {
            return Err(Refusal::Damaged);
        }
        parts.push(Part { kind, start: at, body: at + head..end });
        at = end;
    }
    Ok(parts)
}

/// A picture, a tile of one, or notes about it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub id: u32,
    pub kind: [u8; 4],
    /// The entry in the list.
    pub entry: Range<usize>,
    /// Its name, and for notes how they are written.
    pub name: Range<usize>,
}

/// The list of items (`iinf`).
pub(super) fn items(bytes: &[u8], list: &Part) -> Outcome<Vec<Item>> {
    let body = list.body.start;
    let head = if bytes.get(body) == Some(&0) { 6 } else { 8 };
    if list.body.len() < head {
        return Err(Refusal::Cut);
    }
    let entries = parts(bytes, body + head..list.body.end)?;
    entries
        .into_iter()
        .map(|entry| {
            let at = entry.body.start;
            let (id, next) = match bytes.get(at) {
                Some(2) => (be16(bytes, at + 4).map(u32::from), at + 6),
                Some(3) => (be32(bytes, at + 4), at + 8),
                _ => return Err(Refusal::Unknown),
            };
            // A protected item needs a key.
            if entry.kind != *b"infe" || be16(bytes, next) != Some(0) {
                return Err(Refusal::Locked);
            }
            let name = next + 6..entry.body.end;
            let kind = bytes.get(next + 2..).and_then(|rest| rest.first_chunk());
            match (id, kind) {
                (Some(id), Some(kind)) if name.start <= name.end => {
                    Ok(Item { id, kind: *kind, entry: entry.start..entry.body.end, name })
                }
                _ => Err(Refusal::Cut),
            }
        })
        .collect()
}

/// Where an item's bytes are.
#[derive(Clone, Debug)]
pub(super) struct Location {
    pub id: u32,
    /// The entry in the list.
    pub entry: Range<usize>,
    /// In the box of small data, not in the file.
    pub is_inside: bool,
    /// From where it counts, up to where.
    pub pieces: Vec<Range<usize>>,
}

/// The list of locations (`iloc`).
pub(super) fn locations(bytes: &[u8], list: &Part) -> Outcome<Vec<Location>> {
    let body = list.body.start;
    let [version, _, _, _, sizes, more] = *bytes.get(body..body + 6).ok_or(Refusal::Cut)? else {
        return Err(Refusal::Cut);
    };
    let [offset, length, base] = [sizes >> 4, sizes & 15, more >> 4].map(usize::from);
    let index = if version == 0 { 0 } else { usize::from(more & 15) };
    let (id_width, count_width) = if version < 2 { (2, 2) } else { (4, 4) };
    let mut reader = Reader { bytes, at: body + 6, end: list.body.end };
    let count = reader.take(count_width)?;
    let mut locations = Vec::new();
    for _ in 0..count {
        let start = reader.at;
        let id = reader.id(id_width)?;
        let method = if version == 0 { 0 } else { reader.take(2)? & 15 };
        // Data in another file, or put together of other items.
        if reader.take(2)? != 0 || method > 1 {
            return Err(Refusal::Unknown);
        }
        let from = reader.take(base)?;
        let mut pieces = Vec::new();
        for _ in 0..reader.take(2)? {
            reader.take(index)?;
            let start = from.checked_add(reader.take(offset)?).ok_or(Refusal::Damaged)?;
            let length = reader.take(length)?;
            let end = start.checked_add(length).ok_or(Refusal::Damaged)?;
            // No length means to the end of the file, as no camera writes.
            if length == 0 {
                return Err(Refusal::Unknown);
            }
            pieces.push(start..end);
        }
        locations.push(Location { id, entry: start..reader.at, is_inside: method == 1, pieces });
    }
    Ok(locations)
}

/// Which item leads to which others, and how.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub kind: [u8; 4],
    pub from: u32,
    pub to: Vec<u32>,
    /// The box.
    pub entry: Range<usize>,
}

/// The list of links (`iref`).
pub(super) fn links(bytes: &[u8], list: &Part) -> Outcome<Vec<Link>> {
    let width = if bytes.get(list.body.start) == Some(&0) { 2 } else { 4 };
    if list.body.len() < 4 {
        return Err(Refusal::Cut);
    }
    let boxes = parts(bytes, list.body.start + 4..list.body.end)?;
    boxes
        .into_iter()
        .map(|link| {
            let mut reader = Reader { bytes, at: link.body.start, end: link.body.end };
            let from = reader.id(width)?;
            let count = reader.take(2)?;
            let to = (0..count).map(|_| reader.id(width)).collect::<Outcome<Vec<u32>>>()?;
            Ok(Link { kind: link.kind, from, to, entry: link.start..link.body.end })
        })
        .collect()
}

/// Which properties an item has.
#[derive(Clone, Debug)]
pub(super) struct Owned {
    pub id: u32,
    /// The entry in the list.
    pub entry: Range<usize>,
    /// For each property: where its number stands, how wide it is, and which it is, from 1.
    pub properties: Vec<(usize, usize, usize)>,
}

/// The list of what has which properties (`ipma`).
pub(super) fn owned(bytes: &[u8], list: &Part) -> Outcome<Vec<Owned>> {
    let mut reader = Reader { bytes, at: list.body.start, end: list.body.end };
    let id_width = if reader.take(1)? == 0 { 2 } else { 4 };
    let width = 1 + (reader.take(3)? & 1);
    let count = reader.take(4)?;
    let mut all = Vec::new();
    for _ in 0..count {
        let start = reader.at;
        let id = reader.id(id_width)?;
        let mut properties = Vec::new();
        for _ in 0..reader.take(1)? {
            let at = reader.at;
            // The first bit says that the picture cannot be shown without it.
            let mask = if width == 1 { 0x7F } else { 0x7FFF };
            properties.push((at, width, reader.take(width)? & mask));
        }
        all.push(Owned { id, entry: start..reader.at, properties });
    }
    Ok(all)
}

/// Reads numbers one after the other, up to the end of their box.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    end: usize,
}

impl Reader<'_> {
    fn take(&mut self, width: usize) -> Outcome<usize> {
        let end = self.at.checked_add(width).filter(|end| *end <= self.end).ok_or(Refusal::Cut)?;
        let number = be(self.bytes, self.at, width).ok_or(Refusal::Cut)?;
        self.at = end;
        usize::try_from(number).map_err(|_| Refusal::Damaged)
    }

    fn id(&mut self, width: usize) -> Outcome<u32> {
        u32::try_from(self.take(width)?).map_err(|_| Refusal::Damaged)
    }
}
