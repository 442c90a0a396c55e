//! A side's sum.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::comparison::Model;

use super::claim::Claim;
use super::conversion::Conversion;
use super::{amount_or_none, claims, list};
use crate::graphql::error::ApiResult;
use crate::graphql::paging::whole;
use crate::graphql::scalar::Amount;
use crate::graphql::word::{AbsenceCode, Column, word};

/// One side's columns of a comparison.
pub struct SideTotal {
    release: i64,
    row: Arc<Model>,
    column: Column,
    known: i64,
}

/// The stored columns of one side.
struct Cells<'a> {
    amount: Option<&'a String>,
    absent: Option<&'a String>,
    lower_bound: Option<bool>,
    stand_in: Option<bool>,
    conversions: Option<&'a String>,
    claims: Option<&'a String>,
    others: Option<&'a String>,
}

impl SideTotal {
    /// The side's total; none where the side said nothing.
    pub fn of(release: i64, row: &Arc<Model>, column: Column) -> Option<SideTotal> {
        let known = match column {
            Column::Declared => row.declared_known,
            Column::Received => row.received_known,
            Column::Pledged => row.pledged_known,
            Column::Due => None,
        };
        known.map(|known| SideTotal { release, row: row.clone(), column, known })
    }

    fn cells(&self) -> Cells<'_> {
        let row = &self.row;
        match self.column {
            Column::Received => Cells {
                amount: row.received_amount.as_ref(),
                absent: row.received_absent.as_ref(),
                lower_bound: row.received_lower_bound,
                stand_in: row.received_stand_in,
                conversions: row.received_conversions.as_ref(),
                claims: row.received_claims.as_ref(),
                others: row.received_others.as_ref(),
            },
            Column::Pledged => Cells {
                amount: row.pledged_amount.as_ref(),
                absent: row.pledged_absent.as_ref(),
                lower_bound: row.pledged_lower_bound,
                stand_in: row.pledged_stand_in,
                conversions: row.pledged_conversions.as_ref(),
                claims: row.pledged_claims.as_ref(),
                others: row.pledged_others.as_ref(),
            },
            // A due is no side: `of` never makes one.
            Column::Declared | Column::Due => Cells {
                amount: row.declared_amount.as_ref(),
                absent: row.declared_absent.as_ref(),
                lower_bound: row.declared_lower_bound,
                stand_in: row.declared_stand_in,
                conversions: row.declared_conversions.as_ref(),
                claims: row.declared_claims.as_ref(),
                others: row.declared_others.as_ref(),
            },
        }
    }

    fn converted(&self) -> ApiResult<Vec<Conversion>> {
        Conversion::all(self.release, self.cells().conversions)
    }

    fn absences(&self) -> ApiResult<Vec<AbsenceCode>> {
        list::<String>(self.cells().absent)?.iter().map(|text| word(text)).collect()
    }
}

/// A side's sum, with its ignorance. `amount` is null beside `absence` where the side spoke without a figure; the whole
/// object is null where it said nothing.
#[Object]
impl SideTotal {
    /// The sum of what is known; null where nothing is: never zero in its place.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.cells().amount)
    }

    /// The sum by the highest rate observed, where no single dated rate settles it: `amount` is then by the lowest.
    async fn high(&self) -> ApiResult<Option<Amount>> {
        Ok(self.converted()?.iter().find_map(Conversion::high))
    }

    /// What of the sum was stated in another currency, with the rates; empty where nothing was.
    async fn conversions(&self) -> ApiResult<Vec<Conversion>> {
        self.converted()
    }

    /// Why there is no amount.
    async fn absence(&self) -> ApiResult<Option<AbsenceCode>> {
        if self.cells().amount.is_some() {
            return Ok(None);
        }
        Ok(self.absences()?.first().copied())
    }

    /// How many claims are in the sum.
    async fn known(&self) -> ApiResult<i32> {
        whole(self.known)
    }

    /// Why the others hold no amount, one for each.
    async fn absent(&self) -> ApiResult<Vec<AbsenceCode>> {
        self.absences()
    }

    /// The sum is only a lower bound: claims are absent, or a source said "at least".
    async fn lower_bound(&self) -> bool {
        self.cells().lower_bound.unwrap_or(false)
    }

    /// The side itself is silent; others speak for it.
    async fn stand_in(&self) -> bool {
        self.cells().stand_in.unwrap_or(false)
    }

    /// The claims in the sum, or absent.
    async fn claims(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        claims(ctx, self.release, &list::<String>(self.cells().claims)?).await
    }

    /// Claims of the same side and scope that say otherwise.
    async fn others(&self, ctx: &Context<'_>) -> ApiResult<Vec<Claim>> {
        claims(ctx, self.release, &list::<String>(self.cells().others)?).await
    }
}
