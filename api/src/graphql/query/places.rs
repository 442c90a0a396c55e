//! `country`, `countries`, `mine`, `mines`, `party`, `parties`.

use async_graphql::{Context, Object};

use super::find;
use crate::graphql::error::ApiResult;
use crate::graphql::object::country::Country;
use crate::graphql::object::mine::Mine;
use crate::graphql::object::party::Party;
use crate::graphql::paging::{self, Pages, Paging, page_cost};
use crate::graphql::release::chosen;
use crate::graphql::word::{PartyKind, Word};
use crate::store::read::{CountryByCode, CountryList, MineByCode, MineList, PartyByCode, PartyList};

/// Root fields about countries, mines and parties.
#[derive(Default)]
pub struct PlaceQuery;

#[Object]
impl PlaceQuery {
    /// A country by its code.
    async fn country(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "ISO 3166-1 alpha-2")] code: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Country>> {
        let found = find::<CountryByCode>(ctx, release, &code).await;
        found.transpose().map(|found| found.map(|(release, row)| Country { release, row }))
    }

    /// Countries, by code.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    async fn countries(
        &self,
        ctx: &Context<'_>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Country>> {
        let release = chosen(ctx, release).await?;
        let list = CountryList { release };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Country { release, row }).await
    }

    /// A mine by its slug.
    async fn mine(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its code in addresses")] slug: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Mine>> {
        let found = find::<MineByCode>(ctx, release, &slug).await;
        found.transpose().map(|found| found.map(|(release, row)| Mine { release, row }))
    }

    /// Mines, by slug.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn mines(
        &self,
        ctx: &Context<'_>,
        country: Option<String>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Mine>> {
        let release = chosen(ctx, release).await?;
        let list = MineList { release, country };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Mine { release, row }).await
    }

    /// A party by its slug.
    async fn party(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its code in addresses")] slug: String,
        release: Option<i32>,
    ) -> Option<ApiResult<Party>> {
        let found = find::<PartyByCode>(ctx, release, &slug).await;
        found.transpose().map(|found| found.map(|(release, row)| Party { release, row }))
    }

    /// Parties, by slug.
    #[graphql(complexity = "page_cost(first, last, child_complexity)")]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn parties(
        &self,
        ctx: &Context<'_>,
        country: Option<String>,
        kind: Option<PartyKind>,
        release: Option<i32>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> ApiResult<Pages<Party>> {
        let release = chosen(ctx, release).await?;
        let list = PartyList { release, country, kind: kind.map(Word::stored) };
        let paging = Paging { first, after, last, before };
        paging::root(ctx, list, paging, |row| Party { release, row }).await
    }
}
