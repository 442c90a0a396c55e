//! Comparisons.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::comparison::Model;
use entity::shape;

use super::country::Country;
use super::doubt::Doubt;
use super::due::Due;
use super::gap::Gap;
use super::list;
use super::mine::Mine;
use super::party::Party;
use super::rival::{Rival, ShareDue};
use super::side_total::SideTotal;
use super::stream::Stream;
use super::verdict::Verdict;
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::scalar::Date;
use crate::graphql::word::Column;
use crate::store::read::{ComparisonByCode, DoubtsOfComparison, PartsOfComparison, VerdictsOfComparison};

/// A comparison.
pub struct Comparison {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

impl Comparison {
    /// The comparison of this code, which some row names.
    pub async fn named(ctx: &Context<'_>, release: i64, code: &str) -> ApiResult<Comparison> {
        Ok(Comparison { release, row: loader::needed::<ComparisonByCode>(ctx, release, code).await? })
    }
}

/// Due, declared and received of one flow over one span, and the verdicts.
#[Object]
impl Comparison {
    /// Its public code; never changes.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The country.
    async fn country(&self, ctx: &Context<'_>) -> ApiResult<Country> {
        Country::named(ctx, self.release, &self.row.country).await
    }

    /// The mine.
    async fn mine(&self, ctx: &Context<'_>) -> Option<ApiResult<Mine>> {
        Mine::named(ctx, self.release, self.row.mine.as_ref()).await
    }

    /// Who pays.
    async fn payer(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.payer.as_ref()).await
    }

    /// Who receives.
    async fn recipient(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.recipient.as_ref()).await
    }

    /// The flow.
    async fn stream(&self, ctx: &Context<'_>) -> ApiResult<Stream> {
        Stream::named(ctx, self.release, &self.row.stream).await
    }

    /// The case, where the pack has cases.
    async fn case(&self) -> Option<&str> {
        self.row.case.as_deref()
    }

    /// First day; null where it is open or the comparison is of an event.
    async fn from(&self) -> Option<Date> {
        self.row.from_day.clone().map(Date::stored)
    }

    /// Last day.
    async fn to(&self) -> Option<Date> {
        self.row.to_day.clone().map(Date::stored)
    }

    /// The event, where it is of one.
    async fn event(&self) -> Option<&str> {
        self.row.event.as_deref()
    }

    /// ISO 4217 code of the columns.
    async fn currency(&self) -> Option<&str> {
        self.row.currency.as_deref()
    }

    /// By rule; null where there is no rule.
    async fn due(&self) -> Option<Due> {
        self.row.due_minimum.map(|minimum| Due { release: self.release, row: self.row.clone(), minimum })
    }

    /// By the payer; null where it said nothing.
    async fn declared(&self) -> Option<SideTotal> {
        SideTotal::of(self.release, &self.row, Column::Declared)
    }

    /// By the recipient; null where it said nothing.
    async fn received(&self) -> Option<SideTotal> {
        SideTotal::of(self.release, &self.row, Column::Received)
    }

    /// By promise; null where nothing was promised.
    async fn pledged(&self) -> Option<SideTotal> {
        SideTotal::of(self.release, &self.row, Column::Pledged)
    }

    /// One for each question that can be asked.
    async fn verdicts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Verdict>> {
        let rows = loader::related::<VerdictsOfComparison>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Verdict { release: self.release, row }).collect())
    }

    /// The answers under the other versions of the due's rule that some hold to be in force.
    async fn rivals(&self) -> ApiResult<Vec<Rival>> {
        let shapes = list::<shape::Rival>(self.row.rivals.as_ref())?;
        Ok(shapes.into_iter().map(|shape| Rival { release: self.release, shape }).collect())
    }

    /// What each beneficiary is due of this due, where splits divide it, whether or not anybody spoke of it.
    async fn shares(&self) -> ApiResult<Vec<ShareDue>> {
        let shapes = list::<shape::ShareDue>(self.row.shares.as_ref())?;
        Ok(shapes.into_iter().map(|shape| ShareDue { release: self.release, shape }).collect())
    }

    /// Those of its verdicts that are published gaps.
    async fn gaps(&self, ctx: &Context<'_>) -> ApiResult<Vec<Gap>> {
        let rows = loader::related::<VerdictsOfComparison>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().filter_map(|row| Gap::of(self.release, row)).collect())
    }

    /// The wider comparison that it is a part of.
    async fn part_of(&self, ctx: &Context<'_>) -> Option<ApiResult<Comparison>> {
        Some(Comparison::named(ctx, self.release, self.row.part_of.as_deref()?).await)
    }

    /// Its parts.
    async fn parts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Comparison>> {
        let rows = loader::related::<PartsOfComparison>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Comparison { release: self.release, row }).collect())
    }

    /// The doubts about its claims.
    async fn doubts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Doubt>> {
        let rows = loader::related::<DoubtsOfComparison>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Doubt { release: self.release, row }).collect())
    }
}
