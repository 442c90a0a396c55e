//! Questions of one file: each is asked once, and knows how many cells wait for it.

use super::Asked;
use crate::grid::CellPlace;
use crate::number::{About, Question};

/// The questions so far.
#[derive(Debug, Default)]
pub(super) struct Questions {
    list: Vec<Asked>,
}

impl Questions {
    /// A cell that waits for an answer. One answer serves the whole file, but of currencies one for each word.
    pub fn ask(&mut self, question: &Question, place: impl FnOnce() -> CellPlace) {
        let is_same = |own: &Question| {
            own.about == question.about && (own.about != About::Currency || own.spelling == question.spelling)
        };
        match self.list.iter_mut().find(|asked| is_same(&asked.question)) {
            Some(asked) => asked.cells += 1,
            None => self.list.push(Asked { question: question.clone(), place: place(), cells: 1 }),
        }
    }

    /// All, in the order in which they arose.
    pub fn finish(self) -> Vec<Asked> {
        self.list
    }
}
