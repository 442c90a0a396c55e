//! Documents of nested values: JSON and XML become one tree, read under a count of values and depths.

mod json;
mod tree;
mod xml;

use std::sync::Arc;

pub(super) use tree::{Found, Node, Paths};

use crate::finding::{Findings, Flagged};
use crate::grid::FileKind;
use crate::limits::Limits;

/// Reads the text of a document of one of the two kinds.
pub(super) fn read<'d>(
    kind: FileKind,
    file: &Arc<str>,
    text: &'d str,
    limits: &Limits,
    out: &mut Findings,
) -> Result<(Node<'d>, Paths), Flagged> {
    Ok(match kind {
        FileKind::Xml => (xml::read(file, text, limits, out)?, Paths::Xml),
        _ => (json::read(file, text, limits, out)?, Paths::Json),
    })
}
