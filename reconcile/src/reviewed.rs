//! What reviewers recorded of gaps: the cause that explains one, the question that holds one up.

use std::collections::BTreeMap;

use crate::facts::{ClaimId, Remark};

/// Something recorded on claims: of one gap, or of every gap that its claim stands in.
#[derive(Debug)]
pub(crate) struct Reviewed<T> {
    on: BTreeMap<ClaimId, Vec<(Box<str>, T)>>,
}

impl<T> Default for Reviewed<T> {
    fn default() -> Reviewed<T> {
        Reviewed { on: BTreeMap::new() }
    }
}

impl<T> Reviewed<T> {
    pub(crate) fn add(&mut self, remark: &Remark, said: T) {
        self.on.entry(remark.claim).or_default().push((remark.gap.clone(), said));
    }

    /// What is recorded of a gap on any of its claims. What names the gap counts before what is said of all gaps.
    pub(crate) fn of(&self, claims: &[ClaimId], gap: impl FnOnce() -> String) -> Option<&T> {
        let recorded: Vec<&(Box<str>, T)> = claims.iter().filter_map(|id| self.on.get(id)).flatten().collect();
        let (of_all, of_one): (Vec<_>, Vec<_>) = recorded.into_iter().partition(|(named, _)| named.is_empty());
        let named = (!of_one.is_empty()).then(gap);
        let of_this = of_one.into_iter().find(|(own, _)| named.as_deref() == Some(own));
        of_this.or_else(|| of_all.into_iter().next()).map(|(_, said)| said)
    }
}
