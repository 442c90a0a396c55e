//! PDF: read as far as its pages need, and written anew without the rest.
//!
//! ```text
//! bytes ── contents ── document ── parse ──► objects ── keep, picture ── write ──► a document with one version
//! ```
//!
//! We read these files ourselves and not with a general library, because a library repairs where we must refuse, holds
//! numbers as floats where we must hand on what was written, and keeps what it does not know where we must leave it out.

mod contents;
mod document;
mod keep;
mod object;
mod parse;
mod picture;
mod unpack;
mod write;

use document::Document;
use keep::{information, named};
use object::{Dict, Object};
use write::Writer;

use super::bytes::find;
use super::personal::{Met, Personal};
use super::refusal::{Outcome, Refusal};
use super::{Cleaned, Extent};
use crate::limits::Limits;

/// A copy with the pages of the newest version, and what is needed to draw them.
pub(super) fn clean(bytes: &[u8], limits: &Limits) -> Outcome<Cleaned> {
    let document = Document::open(bytes, limits)?;
    let Some(Object::Ref(root)) = document.contents.trailer.get("Root") else {
        return Err(Refusal::Damaged);
    };
    let catalog = document.object(*root)?;
    let catalog = catalog.as_dict().ok_or(Refusal::Damaged)?;
    let pages = document.pages(catalog)?;
    let met = around(&document, catalog)?;
    let (copy, met) = Writer::new(&document, met, limits.unpacked).write(*root)?;
    Ok(Cleaned { copy, extent: Extent::Pages(pages), met })
}

/// What is personal around the pages.
fn around(document: &Document<'_>, catalog: &Dict) -> Outcome<Met> {
    let mut met = Met::new();
    // A note that cannot be read is left behind like one that can.
    if let Ok(Object::Dict(note)) = document.value(&document.contents.trailer, "Info") {
        met.extend(note.0.iter().filter_map(|(key, _)| information(key)));
    }
    if let Object::Dict(names) = document.value(catalog, "Names")? {
        met.extend(named(&names));
    }
    // A file that is made for the web has two tables from the start.
    let first = if find(&document.bytes[..document.bytes.len().min(1024)], b"/Linearized").is_some() { 2 } else { 1 };
    if document.contents.tables > first {
        met.insert(Personal::History);
    }
    Ok(met)
}
