//! What passes through hands: receipts by holder, so that a share of them can be asked of the holder.

use std::collections::BTreeMap;

use crate::facts::{ClaimId, CountryId, Facts, PartyId, StreamId};
use crate::links::Links;
use crate::outcome::Scope;
use crate::period::Span;
use crate::statement::{by_precedence, own_side};
use crate::words::Role;

type Key<'a> = (CountryId, &'a str, StreamId, PartyId, &'a Span);

/// The leading receipt of each holder, stream and time.
#[derive(Debug, Default)]
pub(crate) struct Inflows<'a> {
    received: BTreeMap<Key<'a>, Vec<ClaimId>>,
}

impl<'a> Inflows<'a> {
    pub(crate) fn new(facts: &'a Facts, links: &Links) -> Inflows<'a> {
        let shared: Vec<StreamId> = facts.rules.iter().filter_map(|rule| facts.rule(rule.share_of?).stream).collect();
        let mut inflows = Inflows::default();
        for (index, claim) in facts.claims.iter().enumerate() {
            let id = ClaimId(index as u32);
            let aside = links.set_aside.contains_key(&id) || links.same_money.contains_key(&id);
            if claim.role != Role::Received || aside || !shared.contains(&claim.stream) || claim.stated().is_none() {
                continue;
            }
            if let Some(holder) = claim.recipient {
                let key = (claim.country, &*claim.case, claim.stream, holder, &claim.span);
                inflows.received.entry(key).or_default().push(id);
            }
        }
        for (key, claims) in &mut inflows.received {
            by_precedence(facts, claims, own_side(facts, Some(key.3)));
        }
        inflows
    }

    /// What the payer of a flow received on another stream in the same case and time: one receipt, or nothing,
    /// since several payers' receipts together are not known to be all.
    pub(crate) fn of(&self, flow: &Scope, stream: StreamId) -> Option<ClaimId> {
        let key = (flow.country, &*flow.case, stream, flow.payer?, &flow.span);
        self.received.get(&key).and_then(|claims| claims.first().copied())
    }
}
