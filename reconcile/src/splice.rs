//! One answer put into another.

use crate::facts::ClaimId;
use crate::outcome::{Comparison, Reconciliation, Scope, Silence};

/// Replaces what `before` says of replaced scopes and claims by what `answer` says.
pub(crate) fn splice(
    before: Reconciliation,
    answer: Reconciliation,
    replaces: impl Fn(&Scope) -> bool,
    replaced: impl Fn(ClaimId) -> bool,
) -> Reconciliation {
    let mut doubts = answer.doubts;
    // Whatever a doubt or a check is about is replaced together, so that its first claim stands for all.
    doubts.extend(before.doubts.into_iter().filter(|doubt| !doubt.claims.first().is_some_and(|id| replaced(*id))));
    doubts.sort_unstable();
    let mut sums = answer.sums;
    sums.extend(before.sums.into_iter().filter(|check| !replaced(check.claim)));
    sums.sort_by(|a, b| a.order().cmp(&b.order()));
    let mut set_aside = answer.set_aside;
    set_aside.extend(before.set_aside.into_iter().filter(|aside| !replaced(aside.claim)));
    set_aside.sort_unstable();

    let kept: Vec<bool> = before.comparisons.iter().map(|line| !replaces(&line.scope)).collect();
    let mut places = Places::new(before.comparisons.len(), answer.comparisons.len());
    let mut comparisons = Vec::with_capacity(kept.len() + answer.comparisons.len());
    let mut new = answer.comparisons.into_iter().enumerate().peekable();
    let mut old = before.comparisons.into_iter().enumerate().filter(|(index, _)| kept[*index]).peekable();
    loop {
        let new_first = match (old.peek(), new.peek()) {
            (Some((_, old)), Some((_, new))) => new.scope < old.scope,
            (old, _) => old.is_none(),
        };
        let (places, next) = if new_first { (&mut places.new, new.next()) } else { (&mut places.old, old.next()) };
        let Some((index, comparison)) = next else { break };
        places[index] = comparisons.len();
        comparisons.push((new_first, comparison));
    }
    let moved = |(is_new, comparison): (bool, Comparison)| {
        let part_of = comparison.part_of.map(|wider| places.of(is_new, wider));
        Comparison { part_of, ..comparison }
    };
    let silence =
        |is_new: bool, silence: Silence| Silence { comparison: places.of(is_new, silence.comparison), ..silence };
    let old_silences = before.silences.into_iter().filter(|silence| kept[silence.comparison]);
    let mut silences: Vec<Silence> = old_silences.map(|own| silence(false, own)).collect();
    silences.extend(answer.silences.into_iter().map(|own| silence(true, own)));
    silences.sort_unstable();
    Reconciliation { comparisons: comparisons.into_iter().map(moved).collect(), doubts, sums, set_aside, silences }
}

/// Where the comparisons of two answers have come to stand.
struct Places {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Places {
    fn new(old: usize, new: usize) -> Places {
        Places { old: vec![0; old], new: vec![0; new] }
    }

    fn of(&self, is_new: bool, index: usize) -> usize {
        if is_new { self.new[index] } else { self.old[index] }
    }
}

impl Reconciliation {
    /// Gives every claim another rank.
    pub(crate) fn renumber(&mut self, rank: impl Fn(ClaimId) -> ClaimId) {
        for comparison in &mut self.comparisons {
            comparison.renumber(&rank);
        }
        let doubted = self.doubts.iter_mut().flat_map(|doubt| &mut doubt.claims);
        let checked = self.sums.iter_mut().flat_map(|check| std::iter::once(&mut check.claim).chain(&mut check.parts));
        let aside = self.set_aside.iter_mut().map(|aside| &mut aside.claim);
        for id in doubted.chain(checked).chain(aside) {
            *id = rank(*id);
        }
    }
}

impl Comparison {
    fn renumber(&mut self, rank: &impl Fn(ClaimId) -> ClaimId) {
        let sides = [&mut self.declared, &mut self.received, &mut self.pledged].into_iter().flatten();
        let heard = sides.flat_map(|total| total.claims.iter_mut().chain(&mut total.others));
        let rivals = self.rivals.iter_mut().map(|rival| (rival.due.as_mut(), rival.verdict.as_mut()));
        let (rival_dues, rival_verdicts): (Vec<_>, Vec<_>) = rivals.unzip();
        let dues =
            self.due.iter_mut().chain(rival_dues.into_iter().flatten()).flat_map(|due| {
                due.claims.iter_mut().chain(due.working.iter_mut().filter_map(|line| line.claim.as_mut()))
            });
        let told = self.verdicts.iter_mut().chain(rival_verdicts.into_iter().flatten());
        let others = told.flat_map(|verdict| &mut verdict.alternatives).map(|other| &mut other.claim);
        for id in self.claims.iter_mut().chain(heard).chain(dues).chain(others) {
            *id = rank(*id);
        }
    }
}
