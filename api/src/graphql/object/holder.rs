//! Holders: the hands of a chain, and their accounts.

use async_graphql::{Context, Enum, Object, SimpleObject};
use reconcile::{Account, Passage, Stopped, Who};

use super::party::Party;
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::scalar::Amount;
use crate::graphql::word::{Column, Reason};

/// A pair of hands.
pub struct Holder {
    /// Read from this release.
    pub release: i64,
    /// The party's code.
    pub party: Option<String>,
    /// What is known.
    pub own: reconcile::Holder,
}

/// Where a holder whom nobody named stands.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnnamedHolder {
    /// It pays: who it is, is not said.
    Payer,
    /// It receives: who it is, is not said.
    Recipient,
}

/// How an amount that stopped is meant.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "reconcile::Bound")]
pub enum StoppedBound {
    /// Neither more nor less.
    Exactly,
    /// More may have come in.
    AtLeast,
    /// More may have gone on.
    AtMost,
}

/// Hands that a chain passes through.
#[Object]
impl Holder {
    /// Who; null where nobody named it.
    async fn party(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.party.as_ref()).await
    }

    /// Where it stands, if nobody named it: it is not known to be any of the others.
    async fn unnamed(&self) -> Option<UnnamedHolder> {
        match self.own.who {
            Who::UnnamedPayer => Some(UnnamedHolder::Payer),
            Who::UnnamedRecipient => Some(UnnamedHolder::Recipient),
            Who::Party(_) => None,
        }
    }

    /// By currency; currencies do not mix.
    async fn accounts(&self) -> ApiResult<Vec<HolderAccount>> {
        self.own.accounts.iter().map(account).collect()
    }
}

/// What came in and what went on, in one currency.
#[derive(SimpleObject)]
pub struct HolderAccount {
    /// ISO 4217 code; null where nobody named an amount.
    currency: Option<String>,
    /// What others paid it; null where no flow arrives.
    came_in: Option<HolderSide>,
    /// What it paid others; null where no flow leaves.
    went_on: Option<HolderSide>,
    /// What came in and did not go on; null where money does not pass through. It is no gap: a rule may leave it there.
    stopped: Option<HolderStop>,
}

/// The flows on one side of a holder, by the word of each end.
#[derive(SimpleObject)]
pub struct HolderSide {
    /// By those who pay.
    declared: FlowSum,
    /// By those who receive.
    received: FlowSum,
}

/// A sum of flows that carries its ignorance. A total and its part are never both in it.
#[derive(SimpleObject)]
pub struct FlowSum {
    /// The exact sum of what is known; null where nothing is, or where it cannot be added.
    amount: Option<Amount>,
    /// How many flows are in the sum.
    known: i32,
    /// Of how many flows no amount is known.
    unknown: i32,
    /// The sum is only a lower bound.
    lower_bound: bool,
    /// A source rounded, or said "about".
    rough: bool,
    /// Why known amounts are not added: they may speak of the same money.
    not_added: Option<Reason>,
}

/// What stopped at a holder: what it says it received less what it says it passed on, of the same mines and times.
#[derive(SimpleObject)]
pub struct HolderStop {
    /// How much; negative where more went on than came in; null where it cannot be told.
    amount: Option<Amount>,
    /// How the amount is meant.
    bound: Option<StoppedBound>,
    /// A source rounded, or said "about".
    rough: bool,
    /// Why it cannot be told.
    reason: Option<Reason>,
    /// Which side is missing: `RECEIVED`, what came in; `DECLARED`, what went on.
    column: Option<Column>,
}

fn account(own: &Account) -> ApiResult<HolderAccount> {
    Ok(HolderAccount {
        currency: own.currency.map(|currency| currency.to_string()),
        came_in: own.came_in.as_ref().map(side).transpose()?,
        went_on: own.went_on.as_ref().map(side).transpose()?,
        stopped: own.stopped.map(stop),
    })
}

fn side(own: &Passage) -> ApiResult<HolderSide> {
    Ok(HolderSide { declared: sum(&own.declared)?, received: sum(&own.received)? })
}

fn sum(own: &reconcile::FlowSum) -> ApiResult<FlowSum> {
    let count = |flows: &[usize]| i32::try_from(flows.len()).map_err(ApiError::internal);
    Ok(FlowSum {
        amount: own.amount.map(Amount),
        known: count(&own.flows)?,
        unknown: count(&own.unknown)?,
        lower_bound: own.lower_bound,
        rough: own.rough,
        not_added: own.apart.map(Into::into),
    })
}

fn stop(own: Stopped) -> HolderStop {
    match own {
        Stopped::Known { amount, bound, rough } => {
            HolderStop { amount: Some(Amount(amount)), bound: Some(bound.into()), rough, reason: None, column: None }
        }
        Stopped::Unknown { reason, column } => HolderStop {
            amount: None,
            bound: None,
            rough: false,
            reason: Some(reason.into()),
            column: column.map(Into::into),
        },
    }
}
