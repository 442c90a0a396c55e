//! What people recorded about claims, arranged by claim.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::Amount;
use crate::facts::{ClaimId, Facts, Remark, StreamId};
use crate::outcome::Explanation;
use crate::reviewed::Reviewed;
use crate::spot::{Spot, Spots};
use crate::words::{Cause, RemarkKind};

/// Remarks by what they say.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// Parts of each printed total.
    pub(crate) parts: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// Some parts of each printed total.
    pub(crate) some_parts: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// Totals that a claim is a part of.
    pub(crate) totals: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// The claim whose money this one states again.
    pub(crate) same_money: BTreeMap<ClaimId, ClaimId>,
    /// The first instalment.
    pub(crate) instalment_of: BTreeMap<ClaimId, ClaimId>,
    /// Recorded contradictions, with their notes.
    pub(crate) contradictions: BTreeSet<(ClaimId, ClaimId, Box<str>)>,
    /// The claims that contradictions were recorded about.
    pub(crate) contradicting: BTreeSet<ClaimId>,
    /// Streams that a base figure serves.
    pub(crate) base_for: BTreeMap<ClaimId, BTreeSet<StreamId>>,
    /// Claims that state the due of their own flow.
    pub(crate) states_due: BTreeSet<ClaimId>,
    /// Claims that print a difference, with left and right.
    pub(crate) differences: BTreeMap<ClaimId, (ClaimId, ClaimId)>,
    /// The claim at the other end of the same payment, where this one is compared.
    pub(crate) compared_with: BTreeMap<ClaimId, ClaimId>,
    /// Percent of its base that the source says a claim is.
    pub(crate) stated_rate: BTreeMap<ClaimId, Amount>,
    /// Claims that print what a rule gives on a base, with that base.
    pub(crate) computed_from: BTreeMap<ClaimId, ClaimId>,
    /// Claims that a source says came after their time.
    pub(crate) delayed: BTreeSet<ClaimId>,
    /// Claims set aside, with the reason.
    pub(crate) set_aside: BTreeMap<ClaimId, Box<str>>,
    /// Claims about a party that is not the one that owes.
    pub(crate) wrong_entity: BTreeSet<ClaimId>,
    /// Claims that state what is held back.
    pub(crate) holds: BTreeSet<ClaimId>,
    /// Claims whose unit or magnitude a person doubts, with the note.
    pub(crate) unit_suspect: BTreeMap<ClaimId, Box<str>>,
    /// Causes that reviewers attached.
    pub(crate) explained: Reviewed<Explanation>,
    /// Open questions of reviewers.
    pub(crate) questions: Reviewed<Box<str>>,
}

impl Links {
    pub(crate) fn new(facts: &Facts) -> Links {
        let mut links = Links::default();
        for remark in &facts.remarks {
            links.add(facts, remark);
        }
        links
    }

    fn add(&mut self, facts: &Facts, remark: &Remark) {
        let claim = remark.claim;
        let first = remark.others.first().copied();
        match (remark.kind, first) {
            (RemarkKind::PartOf, _) => {
                for total in &remark.others {
                    self.parts.entry(*total).or_default().push(claim);
                    self.totals.entry(claim).or_default().push(*total);
                }
            }
            (RemarkKind::SomeOf, _) => {
                for total in &remark.others {
                    self.some_parts.entry(*total).or_default().push(claim);
                    self.totals.entry(claim).or_default().push(*total);
                }
            }
            (RemarkKind::SameMoney, Some(other)) => {
                self.same_money.insert(claim, other);
            }
            (RemarkKind::InstalmentOf, Some(other)) => {
                self.instalment_of.insert(claim, other);
            }
            (RemarkKind::Contradicts, _) => {
                let pairs = remark.others.iter().map(|other| (claim, *other, remark.note.clone()));
                self.contradictions.extend(pairs);
                self.contradicting.insert(claim);
            }
            (RemarkKind::BaseFor, _) => {
                if let Some(stream) = facts.stream_by_code(&remark.word) {
                    self.base_for.entry(claim).or_default().insert(stream);
                }
            }
            (RemarkKind::StatesDue, _) => {
                self.states_due.insert(claim);
            }
            (RemarkKind::StatesDifference, Some(left)) => {
                if let Some(right) = remark.others.get(1) {
                    self.differences.insert(claim, (left, *right));
                }
            }
            (RemarkKind::ComparedWith, Some(other)) => {
                self.compared_with.insert(claim, other);
            }
            (RemarkKind::ComputedFrom, Some(other)) => {
                self.computed_from.insert(claim, other);
            }
            (RemarkKind::StatedRate, _) => {
                if let Some(percent) = remark.word.parse().ok().filter(|percent: &Amount| !percent.is_zero()) {
                    self.stated_rate.insert(claim, percent);
                }
            }
            (RemarkKind::Delayed, _) => {
                self.delayed.insert(claim);
            }
            (RemarkKind::SetAside, _) => {
                self.set_aside.insert(claim, remark.word.clone());
            }
            (RemarkKind::WrongEntity, _) => {
                self.wrong_entity.insert(claim);
            }
            (RemarkKind::Holds, _) => {
                self.holds.insert(claim);
            }
            (RemarkKind::UnitSuspect, _) => {
                self.unit_suspect.insert(claim, remark.note.clone());
            }
            (RemarkKind::Explained, _) => {
                let cause = Cause::from_code(&remark.word).unwrap_or(Cause::Other);
                self.explained.add(remark, Explanation { cause, note: remark.note.clone() });
            }
            (RemarkKind::OpenQuestion, _) => {
                self.questions.add(remark, remark.note.clone());
            }
            (
                RemarkKind::SameMoney
                | RemarkKind::InstalmentOf
                | RemarkKind::StatesDifference
                | RemarkKind::ComparedWith
                | RemarkKind::ComputedFrom,
                None,
            ) => {}
        }
    }

    /// True for a base figure that rules may be computed from: nobody said that it is something else.
    pub(crate) fn is_plain_base(&self, claim: ClaimId) -> bool {
        let otherwise = self.holds.contains(&claim)
            || self.states_due.contains(&claim)
            || self.differences.contains_key(&claim)
            || self.wrong_entity.contains(&claim);
        !otherwise && !self.is_aside(claim)
    }

    /// Where a claim is compared: where it stands, or where the other end of its payment stands.
    pub(crate) fn spot(&self, facts: &Facts, spots: &Spots<'_>, claim: ClaimId) -> Spot {
        let mut end = claim;
        // The count only guards against a circle, which no reader lets pass.
        for _ in 0..self.compared_with.len() {
            match self.compared_with.get(&end) {
                Some(other) => end = *other,
                None => break,
            }
        }
        spots.of(facts.claim(end))
    }

    /// True if the claim is not compared at all.
    pub(crate) fn is_aside(&self, claim: ClaimId) -> bool {
        self.set_aside.contains_key(&claim)
            || self.same_money.contains_key(&claim)
            || self.computed_from.contains_key(&claim)
    }

    /// True if a person said how the claim stands to others of its scope, so that a difference between them is no news.
    pub(crate) fn is_explained(&self, claim: ClaimId) -> bool {
        self.totals.contains_key(&claim)
            || self.instalment_of.contains_key(&claim)
            || self.differences.contains_key(&claim)
            || self.states_due.contains(&claim)
            || self.is_aside(claim)
            || self.contradicting.contains(&claim)
    }

    /// True if a person recorded that the two cannot both hold.
    pub(crate) fn contradict(&self, left: ClaimId, right: ClaimId) -> bool {
        let recorded = |from: ClaimId, to: ClaimId| {
            let next = self.contradictions.range((from, to, Box::default())..).next();
            next.is_some_and(|(one, other, _)| (*one, *other) == (from, to))
        };
        recorded(left, right) || recorded(right, left)
    }
}
