//! Production by half-year.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::claim::Model;

use super::amount_or_none;
use super::claim::Claim;
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::{Amount, Date};
use crate::graphql::word::ProductionSegment;
use crate::store::read::{DoubtsOfClaim, ProductionOfCountry};

/// The currency in which the Kimberley Process gives values.
const VALUE_CURRENCY: &str = "USD";
/// The unit in which it gives weights.
const CARAT: &str = "ct";

/// A published row: its two claims.
pub struct ProductionPoint {
    release: i64,
    from: String,
    to: String,
    segment: ProductionSegment,
    carats: Option<Arc<Model>>,
    value: Option<Arc<Model>>,
}

/// The points of a country, by time, then segment, then as published. Each published row is two claims, of carats and
/// of their value, from one line of one file; a second row for the same half-year is a point of its own.
pub async fn of_country(ctx: &Context<'_>, release: i64, country: &str) -> ApiResult<Vec<ProductionPoint>> {
    let mut points: BTreeMap<(String, String, u8, String, i64), ProductionPoint> = BTreeMap::new();
    for claim in loader::related::<ProductionOfCountry>(ctx, release, country).await? {
        let (Some(from), Some(to)) = (claim.from_day.clone(), claim.to_day.clone()) else { continue };
        let (rank, segment) = segment(&claim.stream);
        let key = (from.clone(), to.clone(), rank, claim.file.clone(), claim.line);
        let point = ProductionPoint { release, from, to, segment, carats: None, value: None };
        let point = points.entry(key).or_insert(point);
        if claim.unit.as_deref() == Some(CARAT) {
            point.carats = Some(claim);
        } else {
            point.value = Some(claim);
        }
    }
    Ok(points.into_values().collect())
}

fn segment(stream: &str) -> (u8, ProductionSegment) {
    if stream.ends_with("artisanal") {
        (1, ProductionSegment::Artisanal)
    } else if stream.ends_with("large_scale") {
        (2, ProductionSegment::LargeScale)
    } else {
        (0, ProductionSegment::All)
    }
}

impl ProductionPoint {
    fn claim(&self, row: &Option<Arc<Model>>) -> Option<Claim> {
        row.clone().map(|row| Claim { release: self.release, row })
    }
}

/// A half-year of Kimberley Process statistics. Two published rows for one half-year are two points, both marked as in conflict.
#[Object]
impl ProductionPoint {
    /// First day.
    async fn from(&self) -> Date {
        Date::stored(self.from.clone())
    }

    /// Last day.
    async fn to(&self) -> Date {
        Date::stored(self.to.clone())
    }

    /// Which part of the production.
    async fn segment(&self) -> ProductionSegment {
        self.segment
    }

    /// How many carats.
    async fn carats(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.carats.as_ref().and_then(|row| row.amount.as_ref()))
    }

    /// The claim of the carats.
    async fn carats_claim(&self) -> Option<Claim> {
        self.claim(&self.carats)
    }

    /// Their value.
    async fn value(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.value.as_ref().and_then(|row| row.amount.as_ref()))
    }

    /// ISO 4217 code of the value.
    async fn value_currency(&self) -> &str {
        self.value.as_ref().and_then(|row| row.currency.as_deref()).unwrap_or(VALUE_CURRENCY)
    }

    /// The claim of the value.
    async fn value_claim(&self) -> Option<Claim> {
        self.claim(&self.value)
    }

    /// True where a doubt stands against one of the two claims.
    async fn conflict(&self, ctx: &Context<'_>) -> ApiResult<bool> {
        for claim in [&self.carats, &self.value].into_iter().flatten() {
            if !loader::related::<DoubtsOfClaim>(ctx, self.release, &claim.code).await?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
