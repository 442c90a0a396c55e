//! Which release a root field reads from.

use async_graphql::Context;

use super::code::Code;
use super::error::{ApiError, ApiResult};
use super::loader::loaders;

/// The number of the release that is meant: the one asked for, else the newest.
pub async fn chosen(ctx: &Context<'_>, asked: Option<i32>) -> ApiResult<i64> {
    // Releases are numbered from 1 without a gap, so the newest says which there are.
    let latest = loaders(ctx)?.latest_release().await?.ok_or_else(|| ApiError::plain(Code::NoRelease))?;
    let Some(asked) = asked else { return Ok(latest) };
    let number = i64::from(asked);
    if (1..=latest).contains(&number) {
        return Ok(number);
    }
    Err(ApiError::new(
        Code::ReleaseUnknown,
        format!("There is no release {asked}; the newest is {latest}."),
        format!("Il nâexiste pas de publication {asked} ; la dernière est la {latest}."),
    ))
}
