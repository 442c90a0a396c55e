//! The table of contents: where each object is in the newest version of the document.

use std::collections::{HashMap, HashSet};

use super::object::{Dict, Object};
use super::parse::{Left, Parser};
use super::unpack::unpack;
use crate::evidence::bytes::{be, find};
use crate::evidence::refusal::{Outcome, Refusal};

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Deleted.
    Nowhere,
    /// Its first character, in the file.
    At(usize),
    /// In a stream of objects, by the number of that stream.
    In(u32),
}

/// The places of all objects.
#[derive(Debug)]
pub(super) struct Contents {
    pub places: HashMap<u32, Place>,
    /// The newest trailer.
    pub trailer: Dict,
    /// Tables that were read: more than one where the document was changed by adding to it.
    pub tables: usize,
}

/// How far from the end the place of the table may be written.
const TAIL: usize = 2_048;

impl Contents {
    /// Reads the newest table and those that it builds on.
    pub fn read(bytes: &[u8], left: &Left, unpacked: usize) -> Outcome<Contents> {
        let mut contents = Contents { places: HashMap::new(), trailer: Dict::default(), tables: 0 };
        let mut seen = HashSet::new();
        let mut waiting = vec![start(bytes, left)?];
        while let Some(at) = waiting.pop() {
            if at >= bytes.len() {
                return Err(Refusal::Cut);
            }
            if !seen.insert(at) {
                continue;
            }
            let trailer = contents.table(bytes, at, left, unpacked)?;
            // The table in a stream completes the one that names it, and comes before older ones.
            waiting.extend(trailer.number("Prev"));
            waiting.extend(trailer.number("XRefStm"));
            contents.tables += usize::from(trailer.get("XRefStm").is_none());
            if trailer.get("Encrypt").is_some() {
                return Err(Refusal::Locked);
            }
            if contents.trailer.get("Root").is_none() {
                contents.trailer = trailer;
            }
        }
        Ok(contents)
    }

    fn table(&mut self, bytes: &[u8], at: usize, left: &Left, unpacked: usize) -> Outcome<Dict> {
        let mut parser = Parser::new(bytes, at, left);
        if !parser.take("xref") {
            return self.packed_table(bytes, parser, unpacked);
        }
        while !parser.take("trailer") {
            let (first, count) = parser.number().zip(parser.number()).ok_or(Refusal::Damaged)?;
            for number in first..first.saturating_add(count) {
                Left::take(&left.values, 1)?;
                let place = parser.number().ok_or(Refusal::Damaged)?;
                parser.number().ok_or(Refusal::Damaged)?;
                match parser.word() {
                    b"n" => self.add(number, Place::At(place))?,
                    b"f" => self.add(number, Place::Nowhere)?,
                    _ => return Err(Refusal::Damaged),
                }
            }
            Left::take(&left.bytes, 1)?;
        }
        match parser.object()? {
            Object::Dict(trailer) => Ok(trailer),
            _ => Err(Refusal::Damaged),
        }
    }

    /// A table as a stream of numbers.
    fn packed_table(&mut self, bytes: &[u8], mut parser: Parser<'_>, unpacked: usize) -> Outcome<Dict> {
        parser.heading().ok_or(Refusal::Damaged)?;
        let Object::Dict(dict) = parser.object()? else {
            return Err(Refusal::Damaged);
        };
        let length = dict.number("Length").ok_or(Refusal::Damaged)?;
        let from = data_start(bytes, &mut parser).ok_or(Refusal::Damaged)?;
        let packed = bytes.get(from..from.saturating_add(length)).ok_or(Refusal::Cut)?;
        let table = unpack(&dict, packed, unpacked)?;
        let widths = numbers(dict.get("W")).filter(|widths| widths.len() == 3).ok_or(Refusal::Damaged)?;
        let row = widths.iter().try_fold(0usize, |sum, width| (*width <= 8).then_some(sum + width));
        let row = row.filter(|row| *row > 0).ok_or(Refusal::Damaged)?;
        let size = dict.number("Size").ok_or(Refusal::Damaged)?;
        let ranges = numbers(dict.get("Index")).unwrap_or_else(|| vec![0, size]);
        let mut rows = table.chunks_exact(row);
        for range in ranges.chunks_exact(2) {
            for (number, row) in (range[0]..range[0].saturating_add(range[1])).zip(rows.by_ref()) {
                let field = |index: usize| be(row, widths[..index].iter().sum(), widths[index]).unwrap_or_default();
                let kind = if widths[0] == 0 { 1 } else { field(0) };
                let place = match kind {
                    0 => Place::Nowhere,
                    1 => Place::At(usize::try_from(field(1)).unwrap_or(usize::MAX)),
                    2 => Place::In(u32::try_from(field(1)).map_err(|_| Refusal::Damaged)?),
                    _ => continue,
                };
                self.add(number, place)?;
            }
        }
        Ok(dict)
    }

    /// The newest table is read first, and wins.
    fn add(&mut self, number: usize, place: Place) -> Outcome<()> {
        let number = u32::try_from(number).map_err(|_| Refusal::Damaged)?;
        self.places.entry(number).or_insert(place);
        Ok(())
    }
}

/// Where the newest table is, as the end of the file says.
fn start(bytes: &[u8], left: &Left) -> Outcome<usize> {
    let tail = bytes.len().saturating_sub(TAIL);
    let (mut last, mut from) = (None, tail);
    while let Some(found) = find(&bytes[from..], b"startxref") {
        last = Some(from + found);
        from += found + 1;
    }
    let mut parser = Parser::new(bytes, last.ok_or(Refusal::Cut)?, left);
    parser.take("startxref");
    parser.number().ok_or(Refusal::Damaged)
}

/// Where the bytes of a stream begin, if one comes next: after the word and one line end.
pub(super) fn data_start(bytes: &[u8], parser: &mut Parser<'_>) -> Option<usize> {
    if !parser.take("stream") {
        return None;
    }
    Some(match &bytes[parser.at()..] {
        [b'\r', b'\n', ..] => parser.at() + 2,
        [b'\r' | b'\n', ..] => parser.at() + 1,
        _ => parser.at(),
    })
}

fn numbers(list: Option<&Object>) -> Option<Vec<usize>> {
    match list? {
        Object::Array(items) => items.iter().map(Object::as_number).collect(),
        _ => None,
    }
}
