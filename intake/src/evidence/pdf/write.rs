//! Writes a document anew: from the root, only what is reached and kept, each object once.
//!
//! Earlier versions, and whatever nothing leads to, are thereby left behind.

use std::collections::{HashMap, VecDeque};

use super::document::Document;
use super::keep::{Fate, Role, fate, role_of, shows, unwanted};
use super::object::{Dict, Object};
use super::picture;
use crate::evidence::personal::Met;
use crate::evidence::refusal::{Outcome, Refusal};

/// A version that has all we write, and four bytes that tell programs that this is not text.
const HEAD: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// A document that is being written.
pub(super) struct Writer<'d> {
    document: &'d Document<'d>,
    out: Vec<u8>,
    /// Where each object begins, in the order of the new numbers, which start at 1.
    places: Vec<usize>,
    numbers: HashMap<u32, usize>,
    waiting: VecDeque<(u32, Role)>,
    pub met: Met,
    bytes_max: usize,
}

impl<'d> Writer<'d> {
    pub fn new(document: &'d Document<'d>, met: Met, bytes_max: usize) -> Writer<'d> {
        Writer {
            document,
            out: HEAD.to_vec(),
            places: Vec::new(),
            numbers: HashMap::new(),
            waiting: VecDeque::new(),
            met,
            bytes_max,
        }
    }

    /// Writes everything that the root leads to.
    pub fn write(mut self, root: u32) -> Outcome<(Vec<u8>, Met)> {
        let root = self.number(root, Role::Catalog);
        while let Some((number, role)) = self.waiting.pop_front() {
            let object = self.document.object(number)?;
            self.places.push(self.out.len());
            self.put(&format!("{} 0 obj\n", self.places.len()));
            self.value(&object, role)?;
            self.put("\nendobj\n");
            if self.out.len() > self.bytes_max {
                return Err(Refusal::TooMuch);
            }
        }
        let table = self.out.len();
        let size = self.places.len() + 1;
        self.put(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
        for place in std::mem::take(&mut self.places) {
            self.put(&format!("{place:010} 00000 n \n"));
        }
        self.put(&format!("trailer\n<< /Size {size} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        Ok((self.out, self.met))
    }

    /// The new number of an object; the first who leads to it decides its role.
    fn number(&mut self, old: u32, role: Role) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(old).or_insert_with(|| {
            self.waiting.push_back((old, role));
            next
        })
    }

    fn value(&mut self, object: &Object, role: Role) -> Outcome<()> {
        match object {
            Object::Null => self.put("null"),
            Object::Word(word) => self.out.extend_from_slice(word),
            Object::Text(text) => self.out.extend_from_slice(text),
            Object::Name(name) => self.name(name),
            Object::Ref(old) => {
                let number = self.number(*old, role);
                self.put(&format!("{number} 0 R"));
            }
            Object::Array(items) => {
                self.put("[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.put(" ");
                    }
                    self.value(item, role)?;
                }
                self.put("]");
            }
            Object::Dict(dict) => self.dict(dict, role, None)?,
            Object::Stream(dict, data) => {
                let bytes = &self.document.bytes[data.clone()];
                self.stream(dict, bytes, role)?;
            }
        }
        Ok(())
    }

    /// A dictionary; that of a stream with the length of its bytes.
    fn dict(&mut self, dict: &Dict, role: Role, length: Option<usize>) -> Outcome<()> {
        if let Some(personal) = unwanted(dict) {
            self.met.insert(personal);
            self.put("null");
            return Ok(());
        }
        let role = role_of(dict, role);
        self.put("<<");
        for (key, value) in &dict.0 {
            // A stream has its bytes in this file, and its length is counted.
            if length.is_some() && matches!(&**key, b"Length" | b"F" | b"FFilter" | b"FDecodeParms" | b"DL") {
                continue;
            }
            match fate(role, dict, key) {
                Fate::Keep(below) => {
                    self.put(" ");
                    self.name(key);
                    self.put(" ");
                    match below {
                        Role::Annotation => self.annotations(value)?,
                        _ => self.value(value, below)?,
                    }
                }
                Fate::Tell(personal) => {
                    self.met.insert(personal);
                }
                Fate::Drop => {}
            }
        }
        if let Some(length) = length {
            self.put(&format!(" /Length {length}"));
        }
        self.put(" >>");
        Ok(())
    }

    /// What stands on a page besides what it draws: each is looked at, and written in place.
    fn annotations(&mut self, list: &Object) -> Outcome<()> {
        let Object::Array(items) = self.document.resolved(list)? else {
            self.put("[]");
            return Ok(());
        };
        self.put("[");
        for item in &items {
            let Object::Dict(annotation) = self.document.resolved(item)? else { continue };
            match shows(&annotation) {
                Ok(true) => self.annotation(&annotation)?,
                Ok(false) => {}
                Err(personal) => {
                    self.met.insert(personal);
                }
            }
        }
        self.put(" ]");
        Ok(())
    }

    /// Of the looks of an annotation only the one that is printed is kept.
    fn annotation(&mut self, annotation: &Dict) -> Outcome<()> {
        let mut annotation = annotation.clone();
        for (key, value) in &mut annotation.0 {
            if **key == *b"AP" {
                let looks = self.document.resolved(value)?;
                let normal = looks.as_dict().and_then(|looks| looks.get("N")).cloned().unwrap_or(Object::Null);
                *value = Object::Dict(Dict(vec![(Box::from(*b"N"), normal)]));
            }
        }
        self.put(" ");
        self.dict(&annotation, Role::Annotation, None)
    }

    fn stream(&mut self, dict: &Dict, bytes: &[u8], role: Role) -> Outcome<()> {
        // How the document itself was packed is not part of it.
        if matches!(dict.name("Type"), Some(b"XRef" | b"ObjStm")) {
            self.put("null");
            return Ok(());
        }
        if let Some(personal) = unwanted(dict) {
            self.met.insert(personal);
            self.put("null");
            return Ok(());
        }
        // The names of states are free, those of the stream that shows one are not.
        let role = if matches!(role, Role::Looks | Role::Names | Role::Resources) { Role::Plain } else { role };
        let cleaned = picture::clean(self.document, dict, bytes, &mut self.met)?;
        let (dict, bytes) = cleaned.as_ref().map_or((dict, bytes), |(dict, bytes)| (dict, bytes));
        self.dict(dict, role, Some(bytes.len()))?;
        self.put("\nstream\n");
        self.out.extend_from_slice(bytes);
        self.put("\nendstream");
        Ok(())
    }

    /// A name, with everything escaped that could be read as something else.
    fn name(&mut self, name: &[u8]) {
        self.put("/");
        for byte in name {
            if byte.is_ascii_alphanumeric() || b"-_.+*:;@!$&=?^~,'\"|`\\".contains(byte) {
                self.out.push(*byte);
            } else {
                self.put(&format!("#{byte:02X}"));
            }
        }
    }

    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}
