//! Which mark parts the decimals: decided for a file or a column with proof, or asked once; never guessed.

use crate::finding::Code;
use crate::number::{About, Question, Remark, Spelling, read_cell};

/// The mark before the decimals. The other of the two can only part thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl Mark {
    /// Both.
    pub const ALL: [Mark; 2] = [Mark::Point, Mark::Comma];

    /// The character.
    pub fn char(self) -> char {
        match self {
            Mark::Point => '.',
            Mark::Comma => ',',
        }
    }

    /// The mark that a person chose, written as itself.
    pub fn from_char(c: char) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.char() == c)
    }
}

/// A cell that has only one reading, and so says what the others mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<P> {
    /// Where it stands.
    pub place: P,
    /// What is written there.
    pub spelling: String,
}

/// What the cells of a file or a column say about a choice between two conventions: the decimal [`Mark`], or the
/// [`Order`](crate::date::Order) of day and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inferred<C, P> {
    /// One cell at least has a reading by this convention only, and none by the other only.
    Decided {
        /// The convention.
        choice: C,
        /// The first cell that proves it.
        proof: Proof<P>,
    },
    /// Nothing depends on it.
    NotNeeded,
    /// Some cell has two readings, and no other cell says which. To be asked once.
    Ask {
        /// The first such cell, and its readings.
        question: Question,
        /// Where it stands.
        place: P,
    },
    /// Cells prove both conventions: whoever wrote the file used two. Cells with one reading are still read.
    Contradiction {
        /// The first cell that proves the one.
        one: Proof<P>,
        /// The first cell that proves the other.
        other: Proof<P>,
    },
}

impl<C: Copy + PartialEq, P: Clone> Inferred<C, P> {
    /// The choice, where it is decided.
    pub fn choice(&self) -> Option<C> {
        match self {
            Inferred::Decided { choice, .. } => Some(*choice),
            _ => None,
        }
    }

    /// A column's own finding, completed by that of its whole file: a column that would have to ask takes the file's proof.
    pub fn within(self, file: &Inferred<C, P>) -> Inferred<C, P> {
        match (self, file) {
            (Inferred::Ask { .. }, Inferred::Decided { .. }) => file.clone(),
            (own, _) => own,
        }
    }
}

impl<P: Clone> Inferred<Mark, P> {
    /// Weighs the cells of a column or a file, each with its place.
    pub fn marks<'a>(cells: impl IntoIterator<Item = (P, &'a str)>) -> Inferred<Mark, P> {
        let mut evidence = Evidence::default();
        for (place, text) in cells {
            let Spelling::Number(number) = read_cell(text) else { continue };
            match number.readings().as_slice() {
                [only] => {
                    if let Some(mark) = only.mark {
                        evidence.prove(mark, place, text);
                    }
                }
                _ => evidence.doubt(place, || number.question(text)),
            }
        }
        evidence.weigh()
    }
}

/// What has been seen so far.
pub(crate) struct Evidence<C, P> {
    proofs: Vec<(C, Proof<P>)>,
    doubt: Option<(Question, P)>,
}

impl<C, P> Default for Evidence<C, P> {
    fn default() -> Evidence<C, P> {
        Evidence { proofs: Vec::new(), doubt: None }
    }
}

impl<C: Copy + PartialEq, P> Evidence<C, P> {
    /// A cell that has a reading by one convention only. The first of each convention is kept.
    pub fn prove(&mut self, choice: C, place: P, spelling: &str) {
        if !self.proofs.iter().any(|(proven, _)| *proven == choice) {
            self.proofs.push((choice, Proof { place, spelling: spelling.trim().to_owned() }));
        }
    }

    /// A cell with a reading by each. The first is kept.
    pub fn doubt(&mut self, place: P, question: impl FnOnce() -> Question) {
        if self.doubt.is_none() {
            self.doubt = Some((question(), place));
        }
    }

    /// The conclusion.
    pub fn weigh(self) -> Inferred<C, P> {
        let mut proofs = self.proofs.into_iter();
        match (proofs.next(), proofs.next(), self.doubt) {
            (Some((_, one)), Some((_, other)), _) => Inferred::Contradiction { one, other },
            (Some((choice, proof)), None, _) => Inferred::Decided { choice, proof },
            (None, _, Some((question, place))) => Inferred::Ask { question, place },
            (None, _, None) => Inferred::NotNeeded,
        }
    }
}

impl<C, P> Inferred<C, P> {
    /// What is to be told about it once for the file or column, and where; `cell` names the place of another cell.
    pub fn remark(&self, cell: impl Fn(&P) -> String) -> Option<(&P, String, Remark)> {
        match self {
            Inferred::Ask { question, place } => {
                let code = match question.about {
                    About::DayOrder => Code::DateOrderUnproven,
                    _ => Code::DecimalMarkUnproven,
                };
                Some((place, question.spelling.clone(), Remark { code, details: question.either_or() }))
            }
            Inferred::Contradiction { one, other } => {
                let details = vec![("other", one.spelling.clone()), ("place", cell(&one.place))];
                let code = Code::ConventionContradicted;
                Some((&other.place, other.spelling.clone(), Remark { code, details }))
            }
            Inferred::Decided { .. } | Inferred::NotNeeded => None,
        }
    }
}
