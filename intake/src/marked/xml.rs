//! Reads a part piece by piece and writes it again; what is not changed passes through as it stands.

use std::borrow::Cow;
use std::io::{BufReader, Write as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use super::package::{NewPart, PartWriter};
use super::{Edit, Stopped};
use crate::finding::Findings;
use crate::grid::{Archive, PartReader};

/// How a part of XML begins.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The pieces of a part, from its beginning to its end.
pub(super) struct Source<'a> {
    reader: Reader<BufReader<PartReader<'a>>>,
    buffer: Vec<u8>,
    depth_max: usize,
    /// Elements that are open.
    depth: usize,
}

impl<'a> Source<'a> {
    pub fn open(archive: &'a Archive<'a>, part: &str) -> Edit<Source<'a>> {
        let bytes = archive.read(part, &mut Findings::new(0)).map_err(|_| Stopped)?;
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().check_comments = false;
        Ok(Source { reader, buffer: Vec::with_capacity(1024), depth_max: archive.limits.depth, depth: 0 })
    }

    /// The next piece, and how many elements are open after it; nothing at the end. Whatever the reader of grids refuses
    /// is refused here too.
    pub fn next(&mut self) -> Edit<Option<(usize, Event<'_>)>> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| Stopped)?;
        match &event {
            Event::Start(_) if self.depth >= self.depth_max => return Err(Stopped),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.checked_sub(1).ok_or(Stopped)?,
            Event::DocType(_) => return Err(Stopped),
            Event::Eof if self.depth > 0 => return Err(Stopped),
            Event::Eof => return Ok(None),
            _ => {}
        }
        Ok(Some((self.depth, event)))
    }
}

/// A part that is being written.
pub(super) struct Sink(Writer<PartWriter>);

impl Sink {
    pub fn new() -> Sink {
        Sink(Writer::new(PartWriter::new()))
    }

    /// A piece as it stands.
    pub fn event(&mut self, event: Event<'_>) -> Edit {
        self.0.write_event(event).map_err(|_| Stopped)
    }

    /// Text that is XML already.
    pub fn raw(&mut self, xml: &str) -> Edit {
        self.0.get_mut().write_all(xml.as_bytes()).map_err(|_| Stopped)
    }

    /// An element's beginning, its name and attributes given as they stand within the brackets.
    pub fn open(&mut self, tag: &str) -> Edit {
        self.raw("<")?;
        self.raw(tag)?;
        self.raw(">")
    }

    /// The end of the element that began so.
    pub fn close(&mut self, tag: &str) -> Edit {
        self.raw("</")?;
        self.raw(name(tag))?;
        self.raw(">")
    }

    pub fn finish(self) -> Edit<NewPart> {
        self.0.into_inner().finish()
    }
}

/// The name in a tag.
pub(super) fn name(tag: &str) -> &str {
    tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default()
}

/// The namespace's own part of an element's name, its colon too, so that new elements stand in the same.
pub(super) fn prefix(element: &BytesStart<'_>) -> String {
    let name = element.name().into_inner();
    name.find(':').map_or(String::new(), |colon| name[..=colon].to_owned())
}

/// An attribute of a tag, as it stands: its value lies at these bytes.
fn find(tag: &str, wanted: &str) -> Option<std::ops::Range<usize>> {
    let mut at = name(tag).len();
    loop {
        let (key, after) = tag[at..].split_once('=')?;
        let value = after.trim_ascii_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let start = tag.len() - value.len() + 1;
        let end = start + tag[start..].find(quote)?;
        if key.trim_ascii() == wanted {
            return Some(start..end);
        }
        at = end + 1;
    }
}

/// The value of an attribute, if the tag has it and it can be read.
pub(super) fn attribute<'t>(tag: &'t str, wanted: &str) -> Option<Cow<'t, str>> {
    let value = &tag[find(tag, wanted)?];
    if value.contains('&') { quick_xml::escape::unescape(value).ok() } else { Some(Cow::Borrowed(value)) }
}

/// A number in an attribute.
pub(super) fn number(tag: &str, wanted: &str) -> Option<u32> {
    attribute(tag, wanted)?.trim().parse().ok()
}

/// The tag with an attribute changed or added; the value is letters and digits.
pub(super) fn with(tag: &str, wanted: &str, value: &str) -> String {
    match find(tag, wanted) {
        Some(old) => format!("{}{value}{}", &tag[..old.start], &tag[old.end..]),
        None => format!("{} {wanted}=\"{value}\"", tag.trim_ascii_end()),
    }
}

/// The tag without an attribute.
pub(super) fn without(tag: &str, wanted: &str) -> String {
    match find(tag, wanted) {
        Some(old) => {
            let before = tag[..old.start].rfind(wanted).unwrap_or(old.start);
            format!("{}{}", tag[..before].trim_ascii_end(), &tag[old.end + 1..])
        }
        None => tag.to_owned(),
    }
}

/// Letters as they stand in a text or an attribute. Letters that XML does not have are shown as what they are, and what
/// a spreadsheet would take for such a letter (`_x000D_`) is kept as it reads.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '_' if reads_as_letter(&text[at..]) => escaped.push_str("_x005F_"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn reads_as_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

/// Adds elements at the end of the outermost one. `new` makes them, given the prefix of their names.
pub(super) fn append(archive: &Archive<'_>, part: &str, new: impl Fn(&str) -> String) -> Edit<NewPart> {
    let (mut from, mut to) = (Source::open(archive, part)?, Sink::new());
    let mut own_prefix = String::new();
    while let Some((depth, event)) = from.next()? {
        match event {
            Event::Start(tag) if depth == 1 => {
                own_prefix = prefix(&tag);
                to.event(Event::Start(tag))?;
            }
            Event::Empty(tag) if depth == 0 => {
                to.open(&tag)?;
                to.raw(&new(&prefix(&tag)))?;
                to.close(&tag)?;
            }
            Event::End(tag) if depth == 0 => {
                to.raw(&new(&own_prefix))?;
                to.event(Event::End(tag))?;
            }
            event => to.event(event)?,
        }
    }
    to.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_changed_in_place_and_the_rest_of_the_tag_stays() {
        assert_eq!(with("c r=\"A1\" s='3' t=\"s\"", "s", "7"), "c r=\"A1\" s='7' t=\"s\"");
        assert_eq!(with("c r=\"A1\" ", "s", "7"), "c r=\"A1\" s=\"7\"");
        assert_eq!(without("row r=\"1\" spans=\"1:3\" ht=\"2\"", "spans"), "row r=\"1\" ht=\"2\"");
        assert_eq!(attribute("x:c\n r = \"A&amp;1\"", "r").as_deref(), Some("A&1"));
        assert_eq!(attribute("c", "r"), None);
    }

    #[test]
    fn letters_that_xml_lacks_are_shown_and_look_alikes_kept() {
        assert_eq!(escape("a<b & \"c\"\u{1}"), "a&lt;b &amp; &quot;c&quot;\u{fffd}");
        assert_eq!(escape("_x000D_ max_x"), "_x005F_x000D_ max_x");
    }
}
