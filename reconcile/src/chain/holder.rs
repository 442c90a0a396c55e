//! The hands that a chain passes through, each with its accounts.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, accounts};
use super::flow::{Flow, Ties};
use crate::amount::TooLarge;
use crate::facts::PartyId;

/// Whose hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A payer whom nobody named: not known to be any of the others.
    UnnamedPayer,
    /// A party.
    Party(PartyId),
    /// A recipient whom nobody named: not known to be any of the others.
    UnnamedRecipient,
}

impl Who {
    /// Who pays a flow.
    pub fn pays(flow: &Flow) -> Who {
        flow.scope.payer.map_or(Who::UnnamedPayer, Who::Party)
    }

    /// Who receives a flow.
    pub fn receives(flow: &Flow) -> Who {
        flow.scope.recipient.map_or(Who::UnnamedRecipient, Who::Party)
    }
}

/// A pair of hands in a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Whose.
    pub who: Who,
    /// By currency.
    pub accounts: Vec<Account>,
}

/// Every holder of a chain, payers before those whom they pay as far as money does not go in a circle.
pub(super) fn holders(flows: &[Flow], members: &[usize], ties: &Ties) -> Result<Vec<Holder>, TooLarge> {
    let mut holders = Vec::new();
    for who in in_order(flows, members) {
        let touching = |end: fn(&Flow) -> Who| {
            let own = move |index: &usize| end(&flows[*index]) == who && !flows[*index].stays();
            members.iter().copied().filter(own).collect::<Vec<usize>>()
        };
        let (arriving, leaving) = (touching(Who::receives), touching(Who::pays));
        // What is not named may be several: their sums would belong to nobody.
        let accounts = match who {
            Who::Party(_) => accounts(flows, &arriving, &leaving, ties)?,
            _ => Vec::new(),
        };
        holders.push(Holder { who, accounts });
    }
    Ok(holders)
}

/// Each time the holder with the fewest payers still to come, so that a circle is opened where it is thinnest.
fn in_order(flows: &[Flow], members: &[usize]) -> Vec<Who> {
    let mut payers: BTreeMap<Who, BTreeSet<Who>> = BTreeMap::new();
    for flow in members.iter().map(|index| &flows[*index]) {
        payers.entry(Who::pays(flow)).or_default();
        let receiving = payers.entry(Who::receives(flow)).or_default();
        if !flow.stays() {
            receiving.insert(Who::pays(flow));
        }
    }
    let mut order = Vec::with_capacity(payers.len());
    while let Some(next) = payers.iter().min_by_key(|(who, before)| (before.len(), **who)).map(|(who, _)| *who) {
        payers.remove(&next);
        for before in payers.values_mut() {
            before.remove(&next);
        }
        order.push(next);
    }
    order
}
