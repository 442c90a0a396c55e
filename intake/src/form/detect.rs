//! Which form a grid has: every reader looks at it, and the surest wins.

use super::{Drafts, Form, Given, eiti_v1, eiti_v2, estma, kp};
use crate::finding::Findings;
use crate::grid::Grid;

/// How sure a reader is, from 0 (it cannot be) to 100 (nothing else has this).
///
/// Names of sheets and headers peculiar to a form give 60 and more; a general table never more than 30.
pub(crate) type Score = u8;

/// The reader of one form of grid.
pub(crate) struct Reader {
    /// Its form.
    pub form: Form,
    /// How sure it is that a grid has this form. It looks at headings, not at every row.
    pub score: fn(&Grid) -> Score,
    /// Reads the grid. Never panics, and takes time in proportion to the cells.
    pub read: fn(&Grid, &Given, &mut Findings) -> Drafts,
}

/// Every reader of grids. A new form adds itself here, and nowhere else.
const READERS: &[Reader] =
    &[super::template::READER, eiti_v2::READER, eiti_v1::READER, estma::READER, kp::READER, super::table::READER];

/// The form that a grid was found to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The form.
    pub form: Form,
    /// How sure it is, of 100.
    pub score: u8,
}

/// The form of a grid, by its content; nothing where no reader finds a heading of its own.
pub fn detect(grid: &Grid) -> Option<Detected> {
    let scores = READERS.iter().map(|reader| Detected { form: reader.form, score: (reader.score)(grid) });
    // Among equals the first in the list wins: the more particular form.
    scores.filter(|found| found.score > 0).rev().max_by_key(|found| found.score)
}

/// The reader of a form, if it is a form of grids.
pub(super) fn reader(form: Form) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.form == form)
}
