//! The same claim told again, in another file.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use reconcile::Amount;

use crate::finding::{Code, Finding, Findings, Spot};
use crate::rows::ClaimRow;

/// Claims of one flow and amount that are looked through for the one of the same day.
const CANDIDATES_MAX: usize = 64;

/// How a claim repeats another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retelling {
    /// The same amount, or the same absence.
    Same,
    /// Another figure for the same flow, span and unit.
    Changed,
}

/// A new claim that says what, or of what, a known one spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Retold {
    /// Position among the claims that are there.
    pub existing: usize,
    /// Position among the new ones.
    pub new: usize,
    /// Whether the figure is the same.
    pub retelling: Retelling,
}

/// Who says something of what: flow, speaker, span and unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Subject<'a>([&'a str; 13]);

/// What is said: an amount, whatever its spelling, or why there is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Figure<'a> {
    Stated(Amount),
    Other(&'a str),
}

fn text(cell: &Option<String>) -> &str {
    cell.as_deref().unwrap_or_default().trim()
}

impl<'a> Subject<'a> {
    fn of(row: &'a ClaimRow) -> Subject<'a> {
        let side = text(&row.side);
        // A company and an office speak for themselves; of newspapers and auditors there are many.
        let speaker = if matches!(side, "company" | "government") { "" } else { text(&row.stated_by) };
        Subject([
            text(&row.case),
            text(&row.mine_id),
            text(&row.payer_id),
            text(&row.recipient_id),
            text(&row.stream),
            side,
            text(&row.role),
            speaker,
            text(&row.period_from),
            text(&row.period_to),
            text(&row.event),
            text(&row.currency),
            text(&row.unit),
        ])
    }

    /// Without the unit a claim of an absence speaks of the same thing.
    fn without_unit(mut self) -> Subject<'a> {
        let [.., currency, unit] = &mut self.0;
        (*currency, *unit) = ("", "");
        self
    }
}

impl<'a> Figure<'a> {
    fn of(row: &'a ClaimRow) -> Figure<'a> {
        match text(&row.amount) {
            "" => Figure::Other(text(&row.absence)),
            amount => amount.parse().map_or(Figure::Other(amount), Figure::Stated),
        }
    }
}

/// The new claims that repeat one that is there, each with the one that it repeats, in the order of the new claims.
///
/// Claims are one-to-one: a payment that was made twice and is told twice repeats two. A changed figure is pointed out
/// only where one claim on each side is left for its subject; which of several changed is not guessed. Payments of
/// different days are different payments.
pub fn same_claims(existing: &[ClaimRow], new: &[ClaimRow]) -> Vec<Retold> {
    let mut told: HashMap<(Subject<'_>, Figure<'_>), VecDeque<usize>> = HashMap::new();
    for (index, row) in existing.iter().enumerate() {
        told.entry((Subject::of(row), Figure::of(row))).or_default().push_back(index);
    }
    let mut pairs = Vec::new();
    let mut is_paired = (vec![false; existing.len()], vec![false; new.len()]);
    // First what is of the same day, so that a claim without one does not take its place.
    for is_same_day in [true, false] {
        for (index, row) in new.iter().enumerate().filter(|(index, _)| !is_paired.1[*index]).collect::<Vec<_>>() {
            let Some(candidates) = told.get_mut(&(Subject::of(row), Figure::of(row))) else { continue };
            let fits = |other: &usize| {
                let (own, other) = (text(&row.paid_on), text(&existing[*other].paid_on));
                if is_same_day { own == other } else { may_be_one_day(own, other) }
            };
            let found = candidates.iter().take(CANDIDATES_MAX).position(fits);
            if let Some(other) = found.and_then(|position| candidates.remove(position)) {
                (is_paired.0[other], is_paired.1[index]) = (true, true);
                pairs.push(Retold { existing: other, new: index, retelling: Retelling::Same });
            }
        }
    }
    pairs.extend(changed(existing, new, &is_paired));
    pairs.sort_by_key(|pair| pair.new);
    pairs
}

/// Pairs of what is left: one claim of a subject on each side, with the same unit or with an absence on one of them.
fn changed(existing: &[ClaimRow], new: &[ClaimRow], is_paired: &(Vec<bool>, Vec<bool>)) -> Vec<Retold> {
    let mut left: BTreeMap<Subject<'_>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, row) in existing.iter().enumerate().filter(|(index, _)| !is_paired.0[*index]) {
        left.entry(Subject::of(row).without_unit()).or_default().0.push(index);
    }
    for (index, row) in new.iter().enumerate().filter(|(index, _)| !is_paired.1[*index]) {
        left.entry(Subject::of(row).without_unit()).or_default().1.push(index);
    }
    let mut pairs = Vec::new();
    for (before, after) in left.values() {
        let ([before], [after]) = (before.as_slice(), after.as_slice()) else { continue };
        let (old, row) = (&existing[*before], &new[*after]);
        let is_absent = text(&old.amount).is_empty() || text(&row.amount).is_empty();
        let is_one_unit = Subject::of(old) == Subject::of(row);
        if (is_one_unit || is_absent) && may_be_one_day(text(&old.paid_on), text(&row.paid_on)) {
            pairs.push(Retold { existing: *before, new: *after, retelling: Retelling::Changed });
        }
    }
    pairs
}

/// True where the days are the same, or one of them is not known.
fn may_be_one_day(left: &str, right: &str) -> bool {
    left == right || left.is_empty() || right.is_empty()
}

/// What a person is told of each pair, at the line of the new claim.
pub fn retold_findings(existing: &[ClaimRow], new: &[ClaimRow], pairs: &[Retold]) -> Vec<Finding> {
    let finding = |pair: &Retold| {
        let (old, row) = (existing.get(pair.existing)?, new.get(pair.new)?);
        let file: Arc<str> = row.place.file.clone();
        let spot = match row.at.line {
            0 => Spot::file(&file),
            line => Spot { column: Some("amount".into()), ..Spot::line(&file, line, Some(row.at.row)) },
        };
        let known = ("known", text(&old.id).to_owned());
        Some(match pair.retelling {
            Retelling::Same => Findings::only(spot, &said(row), Code::ClaimTold, vec![known]),
            Retelling::Changed => {
                Findings::only(spot, &said(row), Code::ClaimChanged, vec![known, ("before", said(old))])
            }
        })
    };
    pairs.iter().filter_map(finding).collect()
}

/// The amount with its unit, or the word for its absence.
fn said(row: &ClaimRow) -> String {
    match text(&row.amount) {
        "" => text(&row.absence).to_owned(),
        amount => format!("{amount} {}{}", text(&row.currency), text(&row.unit)),
    }
}
