//! XML of a report: no document type, no entities of its own, no depths.

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::tree::{Budget, Node};
use crate::finding::{Findings, Flagged};
use crate::limits::Limits;

/// Reads a whole document. Names are without those of their namespaces; an attribute is a child with a text.
pub(super) fn read<'d>(
    file: &Arc<str>,
    text: &'d str,
    limits: &Limits,
    out: &mut Findings,
) -> Result<Node<'d>, Flagged> {
    let mut budget = Budget::new(file, "XML", limits);
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut open: Vec<Node<'d>> = vec![node(Cow::Borrowed(""), 1)];
    loop {
        let line = lines.at(reader.buffer_position());
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                budget.spend(open.len(), line, out)?;
                open.push(begun(&element, line).ok_or_else(|| budget.damaged(line, out))?);
            }
            Ok(Event::Empty(element)) => {
                budget.spend(open.len(), line, out)?;
                let done = begun(&element, line).ok_or_else(|| budget.damaged(line, out))?;
                close(done, &mut open);
            }
            Ok(Event::End(_)) => match open.pop() {
                Some(done) if !open.is_empty() => close(done, &mut open),
                _ => return Err(budget.damaged(line, out)),
            },
            Ok(Event::Text(letters)) => add(&mut open, &letters.into_inner()),
            Ok(Event::CData(letters)) => add(&mut open, &letters.into_inner()),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => add(&mut open, letter.encode_utf8(&mut [0; 4])),
                Ok(None) => match resolve_predefined_entity(&reference) {
                    Some(letters) => add(&mut open, letters),
                    None => return Err(budget.declares(line, out)),
                },
                Err(_) => return Err(budget.damaged(line, out)),
            },
            Ok(Event::DocType(_)) => return Err(budget.declares(line, out)),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
            Ok(Event::Eof) => {
                let root = open.pop().filter(|_| open.is_empty()).and_then(|mut top| top.children.pop());
                return root.ok_or_else(|| budget.damaged(line, out));
            }
            Err(_) => return Err(budget.damaged(line, out)),
        }
    }
}

fn node(name: Cow<'_, str>, line: u32) -> Node<'_> {
    Node { name, number: None, text: None, is_number: false, children: Vec::new(), line }
}

/// An element with its attributes; nothing where one of these cannot be read.
fn begun<'d>(element: &BytesStart<'_>, line: u32) -> Option<Node<'d>> {
    let mut begun = node(Cow::Owned(element.local_name().into_inner().to_owned()), line);
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let name = attribute.key.local_name().into_inner();
        if attribute.key.as_namespace_binding().is_none() {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            begun.children.push(Node { text: Some(Cow::Owned(value)), ..node(Cow::Owned(name.to_owned()), line) });
        }
    }
    Some(begun)
}

/// Puts an element that has ended into the one around it, numbered among those of its name.
fn close<'d>(mut done: Node<'d>, open: &mut [Node<'d>]) {
    let Some(parent) = open.last_mut() else { return };
    if !done.is_leaf() {
        // Spaces between elements are no text.
        done.text = None;
    }
    let same = parent.children.iter_mut().rev().find(|child| child.name == done.name);
    if let Some(same) = same {
        let number = *same.number.get_or_insert(1);
        done.number = Some(number + 1);
    }
    parent.children.push(done);
}

fn add(open: &mut [Node<'_>], letters: &str) {
    if let Some(node) = open.last_mut() {
        node.text.get_or_insert_default().to_mut().push_str(letters);
    }
}

/// Counts lines as reading goes on.
struct Lines<'d> {
    text: &'d str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> u32 {
        let position = usize::try_from(position).unwrap_or(self.text.len()).min(self.text.len());
        let passed = self.text.as_bytes().get(self.at..position).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.at = self.at.max(position);
        self.line
    }
}
