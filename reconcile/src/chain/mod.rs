//! Chains: company → treasury → fund → commune. What came in, what went on, and where it stopped.
//!
//! A chain is made of flows that were compared already; nothing is judged again here. Flows of one case belong
//! together, since a case is one story. Without a case, flows belong together where their streams are one or are joined
//! by a rule (a share of the other, or computed from it) and their times touch.
//!
//! For each holder the sums are made apart by currency, and say what they do not know. A part of a wider flow is never
//! added to it, and what overlaps without being a part is not added at all. What stopped at a holder is what it says
//! it received less what it says it passed on, and only where both are known of the same mines and times.

mod account;
mod flow;
mod group;
mod holder;

pub use account::{Account, Bound, FlowSum, Passage, Stopped};
pub use flow::{Flow, Heard, Ties};
pub use holder::{Holder, Who};

use crate::amount::TooLarge;

/// Chains of flows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowGraph {
    /// By country, case, time and stream.
    pub chains: Vec<Chain>,
}

/// Flows that belong together, and the hands they pass through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Positions in the list of flows, by scope.
    pub flows: Vec<usize>,
    /// Pairs of flows: the first arrives where the second leaves, in the same case and time.
    pub hops: Vec<(usize, usize)>,
    /// Payers before those whom they pay.
    pub holders: Vec<Holder>,
}

/// The chains that flows make. `part_of` of a flow is a position in the same list.
///
/// The work grows with the square of the flows of one holder: callers bound the list.
pub fn flow_graph(flows: &[Flow], ties: &Ties) -> Result<FlowGraph, TooLarge> {
    let mut chains = Vec::new();
    for members in group::groups(flows, ties) {
        let hops = group::hops(flows, &members, ties);
        let holders = holder::holders(flows, &members, ties)?;
        chains.push(Chain { flows: members, hops, holders });
    }
    Ok(FlowGraph { chains })
}
