//! A document whose objects are read one by one, when they are needed.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::contents::{Contents, Place, data_start};
use super::object::{Dict, Object};
use super::parse::{Left, Parser};
use super::unpack::{inflate, unpack};
use crate::evidence::bytes::find;
use crate::evidence::refusal::{Outcome, Refusal};
use crate::limits::Limits;

/// Small streams may be of one letter; how much one grows is looked at beyond this.
const RATIO_FROM: usize = 1024 * 1024;
/// References that lead to references; honest documents have one.
const STEPS_MAX: usize = 8;

/// A stream of objects, unpacked, and where each begins.
struct Together {
    bytes: Vec<u8>,
    places: HashMap<u32, usize>,
}

/// An open document.
pub(super) struct Document<'a> {
    pub bytes: &'a [u8],
    pub contents: Contents,
    limits: &'a Limits,
    left: Left,
    /// Bytes that may still be unpacked.
    unpacked: Cell<usize>,
    together: RefCell<HashMap<u32, Rc<Together>>>,
}

impl<'a> Document<'a> {
    /// Reads the table of contents; what stands before the document is passed over.
    pub fn open(file: &'a [u8], limits: &'a Limits) -> Outcome<Document<'a>> {
        let begin = find(&file[..file.len().min(1024)], b"%PDF-").ok_or(Refusal::Damaged)?;
        let bytes = &file[begin..];
        let left = Left {
            values: Cell::new(limits.objects),
            // Honest parts never overlap; each is read twice at most.
            bytes: Cell::new(limits.unpacked.saturating_add(bytes.len().saturating_mul(4))),
            depth: limits.depth,
        };
        let contents = Contents::read(bytes, &left, limits.unpacked)?;
        let unpacked = Cell::new(limits.unpacked);
        Ok(Document { bytes, contents, limits, left, unpacked, together: RefCell::default() })
    }

    /// The object of this number; nothing where there is none.
    pub fn object(&self, number: u32) -> Outcome<Object> {
        match self.contents.places.get(&number) {
            None | Some(Place::Nowhere) => Ok(Object::Null),
            Some(Place::At(at)) => self.object_at(number, *at),
            Some(Place::In(stream)) => {
                let together = self.together(*stream)?;
                match together.places.get(&number) {
                    Some(at) => Parser::new(&together.bytes, *at, &self.left).object(),
                    None => Ok(Object::Null),
                }
            }
        }
    }

    /// What a value is, where it may be a reference.
    pub fn resolved(&self, value: &Object) -> Outcome<Object> {
        let mut value = value.clone();
        for _ in 0..STEPS_MAX {
            match value {
                Object::Ref(number) => value = self.object(number)?,
                found => return Ok(found),
            }
        }
        Err(Refusal::Damaged)
    }

    /// The value of a name in a dictionary, resolved.
    pub fn value(&self, dict: &Dict, key: &str) -> Outcome<Object> {
        dict.get(key).map_or(Ok(Object::Null), |value| self.resolved(value))
    }

    /// At most as many bytes as a stream of this size can honestly become.
    pub fn inflated(&self, packed: &[u8]) -> Outcome<Vec<u8>> {
        let bytes = inflate(packed, self.most(packed.len()))?;
        Left::take(&self.unpacked, bytes.len())?;
        Ok(bytes)
    }

    fn most(&self, packed: usize) -> usize {
        packed.saturating_mul(self.limits.unpacked_ratio).max(RATIO_FROM).min(self.unpacked.get())
    }

    fn object_at(&self, number: u32, at: usize) -> Outcome<Object> {
        let mut parser = Parser::new(self.bytes, at, &self.left);
        if parser.heading() != Some(number) {
            return Err(Refusal::Damaged);
        }
        match parser.object()? {
            Object::Dict(dict) => match data_start(self.bytes, &mut parser) {
                Some(from) => {
                    let data = self.data(&dict, from)?;
                    Ok(Object::Stream(dict, data))
                }
                None => Ok(Object::Dict(dict)),
            },
            object => Ok(object),
        }
    }

    /// Where a stream's bytes are: as long as it says, or, where that is wrong, up to the word that ends it.
    fn data(&self, dict: &Dict, from: usize) -> Outcome<Range<usize>> {
        let length = match dict.get("Length") {
            Some(Object::Ref(number)) => self.length(*number)?,
            length => length.and_then(Object::as_number),
        };
        if let Some(end) = length.and_then(|length| from.checked_add(length)).filter(|end| *end <= self.bytes.len())
            && is_end(&self.bytes[end..])
        {
            return Ok(from..end);
        }
        let rest = self.bytes.get(from..).ok_or(Refusal::Cut)?;
        let length = find(rest, b"endstream");
        Left::take(&self.left.bytes, length.unwrap_or(rest.len()))?;
        let mut end = from + length.ok_or(Refusal::Cut)?;
        for line_end in [b'\n', b'\r'] {
            end -= usize::from(end > from && self.bytes[end - 1] == line_end);
        }
        Ok(from..end)
    }

    /// A length that is an object of its own: a number, and nothing that needs another length.
    fn length(&self, number: u32) -> Outcome<Option<usize>> {
        match self.contents.places.get(&number) {
            Some(Place::At(at)) => {
                let mut parser = Parser::new(self.bytes, *at, &self.left);
                Ok(parser.heading().filter(|own| *own == number).and_then(|_| parser.number()))
            }
            // Found by the word that ends the stream: the number is in a stream that may need one itself.
            _ => Ok(None),
        }
    }

    fn together(&self, stream: u32) -> Outcome<Rc<Together>> {
        if let Some(together) = self.together.borrow().get(&stream) {
            return Ok(together.clone());
        }
        let Some(Place::At(at)) = self.contents.places.get(&stream) else {
            return Err(Refusal::Damaged);
        };
        let Object::Stream(dict, data) = self.object_at(stream, *at)? else {
            return Err(Refusal::Damaged);
        };
        let packed = &self.bytes[data];
        let bytes = unpack(&dict, packed, self.most(packed.len()))?;
        Left::take(&self.unpacked, bytes.len())?;
        let (count, first) = dict.number("N").zip(dict.number("First")).ok_or(Refusal::Damaged)?;
        let mut places = HashMap::new();
        let mut parser = Parser::new(&bytes, 0, &self.left);
        for _ in 0..count {
            Left::take(&self.left.values, 1)?;
            let (number, offset) = parser.number().zip(parser.number()).ok_or(Refusal::Damaged)?;
            let number = u32::try_from(number).map_err(|_| Refusal::Damaged)?;
            places.insert(number, first.checked_add(offset).ok_or(Refusal::Damaged)?);
        }
        let together = Rc::new(Together { bytes, places });
        self.together.borrow_mut().insert(stream, together.clone());
        Ok(together)
    }

    /// How many pages there are, by walking their tree.
    pub fn pages(&self, catalog: &Dict) -> Outcome<u32> {
        let mut waiting: Vec<Object> = catalog.get("Pages").cloned().into_iter().collect();
        let (mut seen, mut pages) = (HashSet::new(), 0u32);
        while let Some(node) = waiting.pop() {
            if let Object::Ref(number) = node
                && !seen.insert(number)
            {
                return Err(Refusal::Damaged);
            }
            let node = self.resolved(&node)?;
            let dict = node.as_dict().ok_or(Refusal::Damaged)?;
            match self.value(dict, "Kids")? {
                Object::Array(kids) => waiting.extend(kids),
                _ => pages += 1,
            }
            if pages as usize > self.limits.pages {
                return Err(Refusal::TooMuch);
            }
        }
        if pages == 0 { Err(Refusal::Damaged) } else { Ok(pages) }
    }
}

/// True where a stream ends here: after a line end at most.
fn is_end(rest: &[u8]) -> bool {
    let spaces = rest.iter().take(4).take_while(|byte| byte.is_ascii_whitespace()).count();
    rest[spaces..].starts_with(b"endstream")
}
