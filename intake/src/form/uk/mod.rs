//! Payments to governments as Companies House publishes them: JSON, or the XML that it was made from.
//!
//! The report tells the same money twice, by government and by project. The first is read, because it says who received; the
//! second is held against it. Where only the second is there, it is read.

mod report;

use super::desk::Desk;
use super::document::{self, Found};
use super::spelled::Spelled;
use super::{Drafts, Given};
use crate::finding::Findings;
use crate::grid::TextFile;
use crate::limits::Limits;

/// What only such reports name.
const NAMES: [&str; 3] = ["reportdetails", "governmentpayments", "projectpayments"];

/// True where a document names what only such reports do.
pub(super) fn is_report(text: &TextFile<'_>) -> bool {
    let lower = text.text.to_ascii_lowercase();
    NAMES.iter().filter(|name| lower.contains(*name)).count() >= 2
}

/// Reads all reports of a document.
pub(super) fn read(text: &TextFile<'_>, given: &Given, limits: &Limits, out: &mut Findings) -> Drafts {
    let file = &text.file;
    let Ok((root, paths)) = document::read(text.kind, file, &text.text, limits, out) else {
        return Drafts::default();
    };
    let root = Found::root(&root, paths);
    let mut desk = Desk::new(file, given, out);
    let figures = root.all(|node| node.has("amount"));
    let figures = figures.iter().filter_map(|payment| payment.child("amount"));
    desk.prove_marks(figures.map(|amount| Spelled::of_node(file, &amount)).collect::<Vec<_>>());
    for found in root.all(|node| node.has("reportDetails")) {
        report::read(&mut desk, &found);
    }
    desk.finish()
}
