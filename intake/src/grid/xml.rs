//! XML as workbooks have it: no document types, no entities of its own, no depths, and every fault becomes a finding.

use std::borrow::Cow;
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::archive::{Archive, Damage, too_large};
use super::inflate::{OVER_BUDGET, OVER_RATIO, PartReader};
use crate::finding::{Code, Findings, Flagged, Spot};

/// What the reader of a part meets.
pub(super) enum Node<'b> {
    /// An element begins. An empty one ends at once, without a node of its own.
    Start { element: Element<'b>, empty: bool },
    /// An element ends.
    End,
    /// Letters: a text may come in several.
    Text(Cow<'b, str>),
    /// The part ends.
    Eof,
}

/// An element that begins.
pub(super) struct Element<'b>(BytesStart<'b>);

impl Element<'_> {
    /// Its name without its namespace's.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its whole name; nothing where it is missing or cannot be read.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// All attributes, by their whole names, up to the first that cannot be read.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut rest = self.0.attributes_raw();
        std::iter::from_fn(move || {
            let (name, after) = rest.split_once('=')?;
            let after = after.trim_ascii_start();
            let quote = *after.as_bytes().first().filter(|byte| matches!(byte, b'"' | b'\''))?;
            let (value, after) = after[1..].split_once(char::from(quote))?;
            rest = after;
            Some((name.trim_ascii(), unescaped(value)?))
        })
    }
}

fn unescaped(value: &str) -> Option<Cow<'_, str>> {
    if value.contains('&') { quick_xml::escape::unescape(value).ok() } else { Some(Cow::Borrowed(value)) }
}

/// Reads one part from beginning to end.
pub(super) struct Xml<'a> {
    reader: Reader<BufReader<PartReader<'a>>>,
    buffer: Vec<u8>,
    archive: &'a Archive<'a>,
    part: String,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Opens a part; says so where it is missing.
    pub fn open(archive: &'a Archive<'a>, part: &str, out: &mut Findings) -> Result<Xml<'a>, Flagged> {
        let mut reader = Reader::from_reader(archive.read(part, out)?);
        reader.config_mut().check_comments = false;
        // Ends are counted, and one too many or too few is a fault; comparing their names costs more than it finds.
        reader.config_mut().check_end_names = false;
        let part = part.to_owned();
        Ok(Xml { reader, buffer: Vec::with_capacity(1024), archive, part, depth: 0 })
    }

    /// The next node.
    #[inline]
    pub fn next(&mut self, out: &mut Findings) -> Result<Node<'_>, Flagged> {
        // What says nothing (comments, declarations) is an empty text.
        self.buffer.clear();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(flag(self.archive, &self.part, self.reader.buffer_position(), &error, out)),
        };
        match event {
            Event::Start(element) => {
                self.depth += 1;
                if self.depth > self.archive.limits.depth {
                    let details = vec![("max", self.archive.limits.depth.to_string())];
                    return Err(out.flag(Spot::file(&self.archive.file), &self.part, Code::XmlTooDeep, details));
                }
                Ok(Node::Start { element: Element(element), empty: false })
            }
            Event::Empty(element) => Ok(Node::Start { element: Element(element), empty: true }),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::End)
            }
            Event::Text(text) => Ok(Node::Text(line_ends(text.into_inner()))),
            Event::CData(text) => Ok(Node::Text(line_ends(text.into_inner()))),
            Event::GeneralRef(reference) => match letter(&reference) {
                Some(text) => Ok(Node::Text(text)),
                None => Err(damaged(self.archive, &self.part, self.reader.buffer_position(), out)),
            },
            Event::DocType(_) => {
                Err(out.flag(Spot::file(&self.archive.file), &self.part, Code::XmlEntities, Vec::new()))
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => Ok(Node::Text(Cow::Borrowed(""))),
            Event::Eof if self.depth > 0 => Err(damaged(self.archive, &self.part, self.reader.buffer_position(), out)),
            Event::Eof => Ok(Node::Eof),
        }
    }

    /// Passes over the rest of the element that has just begun.
    pub fn skip(&mut self, out: &mut Findings) -> Result<(), Flagged> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next(out)? {
                Node::Start { empty: false, .. } => depth += 1,
                Node::End => depth -= 1,
                Node::Eof => return Ok(()),
                Node::Start { .. } | Node::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Passes over everything up to the end of the element that began `levels` above here.
    pub fn skip_to_end_of(&mut self, levels: usize, out: &mut Findings) -> Result<(), Flagged> {
        (0..levels).try_for_each(|_| self.skip(out))
    }

    /// Adds the letters of the element that has just begun to `text`, those of elements within it too.
    pub fn text_into(&mut self, text: &mut String, out: &mut Findings) -> Result<(), Flagged> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next(out)? {
                Node::Start { empty: false, .. } => depth += 1,
                Node::End => depth -= 1,
                Node::Text(letters) => text.push_str(&letters),
                Node::Eof => return Ok(()),
                Node::Start { .. } => {}
            }
        }
        Ok(())
    }
}

/// XML knows one line end.
fn line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}

/// The letter that `&amp;` or `&#233;` stands for.
fn letter(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Some(Cow::Owned(letter.to_string())),
        Ok(None) => resolve_predefined_entity(reference).map(Cow::Borrowed),
        Err(_) => None,
    }
}

fn damaged(archive: &Archive<'_>, part: &str, byte: u64, out: &mut Findings) -> Flagged {
    out.flag(Spot::file(&archive.file), part, Code::XmlDamaged, vec![("byte", byte.to_string())])
}

fn flag(archive: &Archive<'_>, part: &str, byte: u64, error: &quick_xml::Error, out: &mut Findings) -> Flagged {
    let quick_xml::Error::Io(error) = error else {
        return damaged(archive, part, byte, out);
    };
    match error.kind() {
        OVER_BUDGET => too_large(&archive.file, archive.limits, out),
        OVER_RATIO => {
            let details = vec![("max", archive.limits.unpacked_ratio.to_string())];
            out.flag(Spot::file(&archive.file), part, Code::UnpackedRatio, details)
        }
        _ => Damage::Checksum.flag(&archive.file, out),
    }
}
