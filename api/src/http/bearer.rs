//! The token of a request.

use poem::Request;
use poem::http::header::AUTHORIZATION;

use crate::graphql::{ApiError, ApiResult, Code};

/// The bearer token, if one is shown. Any other way of signing in is refused rather than ignored.
pub fn token(request: &Request) -> ApiResult<Option<String>> {
    let Some(value) = request.headers().get(AUTHORIZATION) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default();
    match text.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty() => {
            Ok(Some(token.trim().to_owned()))
        }
        _ => Err(ApiError::plain(Code::TokenInvalid)),
    }
}
