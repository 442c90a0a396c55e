//! Which lines can overlap with which, without comparing every line with every other.
//!
//! Two lines overlap in a tree where one's place is the other's or above it. So each line is entered under its own place
//! and every place above it, with a note of where it stands itself; two lines meet under a key if each of the three
//! places (payer, recipient, mine) is one of the two's own.

use std::collections::HashMap;

use crate::facts::{CountryId, StreamId};
use crate::lines::Line;
use crate::outcome::Scope;
use crate::scope::Ground;

/// Payer, recipient and mine; `None` where unstated.
type Place = [Option<u32>; 3];
/// Country, case, stream, place, and which of the three is the line's own.
type Key<'a> = (CountryId, &'a str, StreamId, Place, u8);

const ALL: u8 = 0b111;

/// The lines by the places they stand at or under.
#[derive(Debug)]
pub(crate) struct Neighbours {
    /// For each line, the lines of the same country, case and stream that may overlap with it, in order.
    near: Vec<Vec<u32>>,
}

impl Neighbours {
    pub(crate) fn new(ground: &Ground, lines: &[(Scope, Line)]) -> Neighbours {
        let mut entries: HashMap<Key<'_>, Vec<u32>> = HashMap::new();
        let places: Vec<Vec<(Place, u8)>> = lines.iter().map(|(scope, _)| places(ground, scope)).collect();
        for (index, (scope, _)) in lines.iter().enumerate() {
            for (place, own) in &places[index] {
                entries.entry((scope.country, &scope.case, scope.stream, *place, *own)).or_default().push(index as u32);
            }
        }
        let near = lines.iter().enumerate().map(|(index, (scope, _))| {
            let mut near = Vec::new();
            for (place, own) in &places[index] {
                for other in (0..=ALL).filter(|other| own | other == ALL) {
                    near.extend(
                        entries.get(&(scope.country, &*scope.case, scope.stream, *place, other)).into_iter().flatten(),
                    );
                }
            }
            near.retain(|other| *other != index as u32);
            near.sort_unstable();
            near.dedup();
            near
        });
        Neighbours { near: near.collect() }
    }

    /// The lines that may overlap with a line.
    pub(crate) fn of(&self, index: usize) -> impl Iterator<Item = usize> {
        self.near[index].iter().map(|other| *other as usize)
    }
}

/// A line's own place and all above it, each with the note of which of the three are its own.
fn places(ground: &Ground, scope: &Scope) -> Vec<(Place, u8)> {
    let [payers, recipients, mines] = ground.upwards(scope);
    let mut places = Vec::with_capacity(payers.len() * recipients.len() * mines.len());
    for (p, payer) in payers.iter().enumerate() {
        for (r, recipient) in recipients.iter().enumerate() {
            for (m, mine) in mines.iter().enumerate() {
                let own = u8::from(p == 0) | u8::from(r == 0) << 1 | u8::from(m == 0) << 2;
                places.push(([*payer, *recipient, *mine], own));
            }
        }
    }
    places
}
