//! Flow graphs: chains of flows, and the hands they pass through.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use entity::comparison::Model;
use reconcile::{Who, flow_graph};

use super::comparison::Comparison;
use super::holder::Holder;
use crate::graphql::code::Code;
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::flows::{self, Ranks};
use crate::graphql::paging::whole;
use crate::store::read::Page;

/// Flows as chains of hands: company, treasury, fund, commune. Made from comparisons; nothing is judged again.
#[derive(SimpleObject)]
pub struct FlowGraph {
    /// The chains, by country, case, time and stream.
    chains: Vec<Chain>,
    /// How many flows are in them.
    flow_count: i32,
    /// There are more flows than a graph may have, and the oldest are left out. No account is given then: a sum of some
    /// of the flows would not be what came in or went on.
    truncated: bool,
}

/// Flows that belong together: those of one case; without a case, those of one time whose streams are one or are joined
/// by a rule.
#[derive(SimpleObject)]
pub struct Chain {
    /// The case, where there is one.
    case: Option<String>,
    /// The flows, totals and their parts alike; see `partOf`.
    flows: Vec<ChainFlow>,
    /// The hands, payers before those whom they pay.
    holders: Vec<Holder>,
}

/// A flow of a chain.
pub struct ChainFlow {
    release: i64,
    row: Arc<Model>,
    onward: Vec<String>,
}

/// A flow of a chain: one comparison, and where its money can have gone on.
#[Object]
impl ChainFlow {
    /// What was due, declared and received of it.
    async fn comparison(&self) -> Comparison {
        Comparison { release: self.release, row: self.row.clone() }
    }

    /// Codes of the flows whose payer is this one's recipient, in the same case and time.
    async fn goes_on_as(&self) -> &[String] {
        &self.onward
    }
}

impl FlowGraph {
    /// Traces the flows of a page. Where `only` names a party, only its accounts are given.
    pub async fn traced(
        ctx: &Context<'_>,
        release: i64,
        page: Page<Model>,
        only: Option<&str>,
    ) -> ApiResult<FlowGraph> {
        let (rows, truncated) = (page.rows, page.has_next);
        let found = flows::found(ctx, release, &rows).await?;
        let graph = flow_graph(&found.flows, &found.ties).map_err(|_| ApiError::plain(Code::TotalTooLarge))?;
        let mut chains = Vec::with_capacity(graph.chains.len());
        for chain in graph.chains {
            let flows = chain.flows.iter().map(|index| ChainFlow {
                release,
                row: rows[*index].clone(),
                onward: onward(&rows, &chain.hops, *index),
            });
            chains.push(Chain {
                case: chain.flows.first().and_then(|index| rows[*index].case.clone()),
                flows: flows.collect(),
                holders: holders(release, chain.holders, &found.parties, |code| {
                    !truncated && only.is_none_or(|own| own == code)
                }),
            });
        }
        Ok(FlowGraph { chains, flow_count: whole(rows.len() as i64)?, truncated })
    }
}

fn onward(rows: &[Arc<Model>], hops: &[(usize, usize)], index: usize) -> Vec<String> {
    hops.iter().filter(|(from, _)| *from == index).map(|(_, to)| rows[*to].code.clone()).collect()
}

fn holders(
    release: i64,
    holders: Vec<reconcile::Holder>,
    parties: &Ranks,
    shown: impl Fn(&str) -> bool,
) -> Vec<Holder> {
    let holder = |mut holder: reconcile::Holder| {
        let party = match holder.who {
            Who::Party(party) => parties.code(party.0).cloned(),
            Who::UnnamedPayer | Who::UnnamedRecipient => None,
        };
        if !party.as_deref().is_some_and(&shown) {
            holder.accounts.clear();
        }
        Holder { release, party, own: holder }
    };
    holders.into_iter().map(holder).collect()
}
