//! Comparisons come one by one, parts often before what they are parts of. A few wait until all that holds them is known.

use reconcile::{Column, Comparison};

/// So many comparisons may wait before it is looked whether they still must.
const WAITING_MAX: usize = 2_000;
/// The columns that a wider comparison may have an amount in.
const COLUMNS: [Column; 4] = [Column::Due, Column::Declared, Column::Received, Column::Pledged];

/// A comparison of which it is known what it is a part of.
pub(super) struct Placed {
    /// The comparison.
    pub(super) comparison: Comparison,
    /// Code of the wider comparison.
    pub(super) part_of: Option<String>,
    /// By column: some wider comparison has an amount.
    held: [bool; 4],
}

impl Placed {
    /// True where no wider comparison has an amount in a column.
    pub(super) fn stands_alone(&self, column: Column) -> bool {
        COLUMNS.iter().zip(self.held).all(|(known, held)| *known != column || !held)
    }
}

/// What is kept of every comparison, so that its parts can be placed.
struct Known {
    code: Box<str>,
    part_of: Option<usize>,
    has_amount: [bool; 4],
}

impl Known {
    fn of(own: &Comparison) -> Known {
        let amounts = [
            own.due.as_ref().and_then(|due| due.amount),
            own.declared.as_ref().and_then(|total| total.amount),
            own.received.as_ref().and_then(|total| total.amount),
            own.pledged.as_ref().and_then(|total| total.amount),
        ];
        Known {
            code: own.code.as_str().into(),
            part_of: own.part_of,
            has_amount: amounts.map(|amount| amount.is_some()),
        }
    }
}

/// The comparisons so far, in their order, and those that wait.
#[derive(Default)]
pub(super) struct Placing {
    known: Vec<Known>,
    waiting: Vec<Comparison>,
    look_at: usize,
}

impl Placing {
    /// Takes the next comparison; gives those that need not wait any more, from time to time.
    pub(super) fn push(&mut self, comparison: Comparison) -> Vec<Placed> {
        self.known.push(Known::of(&comparison));
        self.waiting.push(comparison);
        if self.waiting.len() < self.look_at.max(WAITING_MAX) { Vec::new() } else { self.ready() }
    }

    /// Those that need not wait. After the last comparison that is all of them.
    pub(super) fn ready(&mut self) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(self.waiting.len());
        for comparison in std::mem::take(&mut self.waiting) {
            match self.held(&comparison) {
                Some(held) => {
                    let part_of = comparison.part_of.map(|wider| self.known[wider].code.to_string());
                    placed.push(Placed { comparison, part_of, held });
                }
                None => self.waiting.push(comparison),
            }
        }
        // However many wait, looking at them again and again costs no more than twice what they are.
        self.look_at = 2 * self.waiting.len();
        placed
    }

    /// In which columns some wider comparison has an amount; none where one of those was not made yet.
    fn held(&self, own: &Comparison) -> Option<[bool; 4]> {
        let (mut held, mut wider) = ([false; 4], own.part_of);
        // Each step leads to a wider comparison; the count only guards against a damaged list.
        for _ in 0..self.known.len() {
            let Some(index) = wider else { break };
            let whole = self.known.get(index)?;
            held.iter_mut().zip(whole.has_amount).for_each(|(held, has)| *held |= has);
            wider = whole.part_of;
        }
        Some(held)
    }
}
