//! A document of nested values: the one shape that JSON and XML of the same report become.
//!
//! A list of one may be written as the thing itself, where XML was turned into JSON; here a list is the repetition of its
//! name, so that both are one child.

use std::borrow::Cow;
use std::sync::Arc;

use crate::finding::{Code, Findings, Flagged, Spot};
use crate::limits::Limits;

/// How the places of a document are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form) enum Paths {
    /// `/projectPayments/projectPayment/0/amount`, after RFC 6901.
    Json,
    /// `/report/projectPayments/projectPayment[1]/amount`.
    Xml,
}

/// A value with a name: a text, or others within it.
#[derive(Debug)]
pub(in crate::form) struct Node<'d> {
    /// Its name; empty of a thing in a list without one.
    pub name: Cow<'d, str>,
    /// Its place in a list of its name, where it is in one: from 0 in JSON, from 1 in XML.
    pub number: Option<u32>,
    /// The text, as it is written; nothing for `null`, and for what holds others.
    pub text: Option<Cow<'d, str>>,
    /// True for a number that JSON writes as one: its point can only be that of the decimals.
    pub is_number: bool,
    /// What is within it, in order.
    pub children: Vec<Node<'d>>,
    /// The line it begins on, from 1.
    pub line: u32,
}

/// A node, and the way to it.
#[derive(Clone, Debug)]
pub(in crate::form) struct Found<'t, 'd> {
    /// The node.
    pub node: &'t Node<'d>,
    /// Where it is.
    pub path: String,
    paths: Paths,
}

impl<'t, 'd> Found<'t, 'd> {
    /// The whole document.
    pub fn root(node: &'t Node<'d>, paths: Paths) -> Found<'t, 'd> {
        let path = if paths == Paths::Xml { format!("/{}", node.name) } else { String::new() };
        Found { node, path, paths }
    }

    /// What is within it.
    pub fn children(&self) -> impl Iterator<Item = Found<'t, 'd>> + use<'_, 't, 'd> {
        self.node.children.iter().map(|node| self.way_to(node))
    }

    /// The first child of this name, capitals aside.
    pub fn child(&self, name: &str) -> Option<Found<'t, 'd>> {
        let node = self.node.children.iter().find(|node| node.name.eq_ignore_ascii_case(name))?;
        Some(self.way_to(node))
    }

    /// The text of a child, without the spaces around it; empty where there is none.
    pub fn text_of(&self, name: &str) -> &'t str {
        let node = self.node.children.iter().find(|node| node.name.eq_ignore_ascii_case(name));
        node.and_then(|node| node.text.as_deref()).unwrap_or_default().trim()
    }

    /// All nodes at this place or within it that `is_wanted`; what is within one of them is not looked at.
    pub fn all(&self, is_wanted: impl Fn(&Node<'d>) -> bool + Copy) -> Vec<Found<'t, 'd>> {
        let mut found = Vec::new();
        let mut open = vec![self.clone()];
        while let Some(next) = open.pop() {
            if is_wanted(next.node) {
                found.push(next);
            } else {
                let children: Vec<Found<'t, 'd>> = next.children().filter(|child| !child.node.is_leaf()).collect();
                open.extend(children.into_iter().rev());
            }
        }
        found
    }

    fn way_to(&self, node: &'t Node<'d>) -> Found<'t, 'd> {
        let mut path = self.path.clone();
        match self.paths {
            Paths::Json => {
                if !node.name.is_empty() {
                    path.push('/');
                    path.push_str(&node.name.replace('~', "~0").replace('/', "~1"));
                }
                path.extend(node.number.map(|number| format!("/{number}")));
            }
            Paths::Xml => {
                path.push('/');
                path.push_str(&node.name);
                path.extend(node.number.map(|number| format!("[{number}]")));
            }
        }
        Found { node, path, paths: self.paths }
    }
}

impl<'d> Node<'d> {
    /// True where nothing is within it.
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// True where it has a child of this name, capitals aside.
    pub fn has(&self, name: &str) -> bool {
        self.children.iter().any(|child| child.name.eq_ignore_ascii_case(name))
    }
}

/// What a document is read under: its values are counted, and so are its depths.
pub(in crate::form) struct Budget<'f> {
    file: &'f Arc<str>,
    kind: &'static str,
    depth_max: usize,
    values_max: usize,
    values: usize,
}

impl<'f> Budget<'f> {
    /// A report has some ten values in a row.
    pub fn new(file: &'f Arc<str>, kind: &'static str, limits: &Limits) -> Budget<'f> {
        let values_max = limits.rows.saturating_mul(10).min(limits.cells);
        Budget { file, kind, depth_max: limits.depth, values_max, values: 0 }
    }

    /// Counts one more value, at this depth.
    pub fn spend(&mut self, depth: usize, line: u32, out: &mut Findings) -> Result<(), Flagged> {
        self.values += 1;
        let (code, max) = if depth > self.depth_max {
            (Code::DocumentTooDeep, self.depth_max)
        } else if self.values > self.values_max {
            (Code::DocumentTooLarge, self.values_max)
        } else {
            return Ok(());
        };
        Err(out.flag(Spot::line(self.file, line, None), "", code, vec![("max", max.to_string())]))
    }

    /// Tells where the document ceases to be one.
    pub fn damaged(&self, line: u32, out: &mut Findings) -> Flagged {
        let details = vec![("kind", self.kind.to_owned())];
        out.flag(Spot::line(self.file, line, None), "", Code::DocumentDamaged, details)
    }

    /// Tells of a document type, or of an entity that no predefined one is.
    pub fn declares(&self, line: u32, out: &mut Findings) -> Flagged {
        out.flag(Spot::line(self.file, line, None), "", Code::DocumentDeclares, Vec::new())
    }
}
