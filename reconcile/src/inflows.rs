//! What passes through hands: receipts by holder, so that a share of them can be asked of the holder.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Claim, ClaimId, CountryId, Facts, PartyId, StreamId};
use crate::links::Links;
use crate::spot::{CaseId, Spot, Spots, Time};
use crate::statement::{own_side, precedence};
use crate::words::Role;

type Key = (CountryId, CaseId, StreamId, PartyId, Time);

/// The leading receipt of each holder, stream and time; `None` where several flows came in.
#[derive(Debug, Default)]
pub(crate) struct Inflows {
    leading: BTreeMap<Key, Option<ClaimId>>,
}

impl Inflows {
    pub(crate) fn new(facts: &Facts, links: &Links, spots: &Spots<'_>) -> Inflows {
        let shared = facts.rules.iter().filter_map(|rule| facts.rule(rule.share_of?).stream);
        let pooled = facts.rules.iter().flat_map(|rule| rule.pool.iter().copied());
        let shared: BTreeSet<StreamId> = shared.chain(pooled).collect();
        let mut inflows = Inflows::default();
        for (claim, id) in facts.claims.iter().zip((0..).map(ClaimId)) {
            if claim.role != Role::Received || !shared.contains(&claim.stream) || claim.stated().is_none() {
                continue;
            }
            let Some(holder) = claim.recipient.filter(|_| !links.is_aside(id)) else { continue };
            let key = (claim.country, spots.case(&claim.case), claim.stream, holder, spots.time(&claim.span));
            let own = own_side(facts, Some(holder));
            let leading = inflows.leading.entry(key).or_insert(Some(id));
            *leading = leading
                .filter(|other| same_flow(facts.claim(*other), claim))
                .map(|other| std::cmp::min_by_key(other, id, |one| precedence(facts, *one, own)));
        }
        inflows
    }

    /// What the payer of a flow received on another stream in the same case and time: the leading receipt, or nothing,
    /// since several payers' receipts together are not known to be all.
    pub(crate) fn of(&self, flow: &Spot, stream: StreamId) -> Option<ClaimId> {
        self.leading.get(&(flow.country, flow.case, stream, flow.payer?, flow.time)).copied().flatten()
    }
}

/// True if two receipts speak of one flow: of the same payer and mine.
fn same_flow(left: &Claim, right: &Claim) -> bool {
    (left.payer, left.mine) == (right.payer, right.mine)
}
