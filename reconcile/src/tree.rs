//! Scopes as trees: a mine lies in an area, a chief's office in a chiefdom, a company in a group.

use crate::facts::Facts;

/// Parents by rank. Cycles were refused when the facts were read; a walk is bounded all the same.
#[derive(Debug)]
pub(crate) struct Tree {
    parents: Vec<Option<u32>>,
}

impl Tree {
    /// The tree of parties.
    pub(crate) fn parties(facts: &Facts) -> Tree {
        Tree { parents: facts.parties.iter().map(|party| party.parent.map(|id| id.0)).collect() }
    }

    /// The tree of mines.
    pub(crate) fn mines(facts: &Facts) -> Tree {
        Tree { parents: facts.mines.iter().map(|mine| mine.parent.map(|id| id.0)).collect() }
    }

    /// True if `inner` is `outer` or a part of it.
    pub(crate) fn contains(&self, outer: u32, inner: u32) -> bool {
        let mut current = Some(inner);
        for _ in 0..=self.parents.len() {
            match current {
                Some(rank) if rank == outer => return true,
                Some(rank) => current = self.parents.get(rank as usize).copied().flatten(),
                None => return false,
            }
        }
        false
    }

    /// A place and everything above it, nearest first. Unstated has nothing above it.
    pub(crate) fn upwards(&self, place: Option<u32>) -> Vec<Option<u32>> {
        let mut path = vec![place];
        let mut current = place;
        for _ in 0..self.parents.len() {
            current = current.and_then(|rank| self.parents.get(rank as usize).copied().flatten());
            match current {
                Some(_) => path.push(current),
                None => break,
            }
        }
        path
    }

    /// The last of everything above a place.
    pub(crate) fn root(&self, place: Option<u32>) -> Option<u32> {
        let mut root = place?;
        for _ in 0..self.parents.len() {
            match self.parents.get(root as usize).copied().flatten() {
                Some(parent) => root = parent,
                None => break,
            }
        }
        Some(root)
    }

    /// True if `outer` covers `inner`. Unstated covers only unstated.
    pub(crate) fn covers(&self, outer: Option<u32>, inner: Option<u32>) -> bool {
        match (outer, inner) {
            (Some(outer), Some(inner)) => self.contains(outer, inner),
            (None, None) => true,
            _ => false,
        }
    }
}
