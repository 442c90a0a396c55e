//! Answers: status, headers, body.

use async_graphql::{Response as Answer, Value};
use poem::http::{HeaderName, StatusCode, header};
use poem::{IntoResponse, Response};
use serde_json::json;

use super::negotiate::Media;
use crate::graphql::{ApiError, Code};

/// The status of an error that concerns the request itself.
fn status(code: Code) -> StatusCode {
    match code {
        Code::MethodNotAllowed | Code::MutationByGet => StatusCode::METHOD_NOT_ALLOWED,
        Code::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
        Code::MediaTypeUnsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
        Code::SignInNeeded | Code::TokenInvalid => StatusCode::UNAUTHORIZED,
        Code::UploadRefused | Code::NotPermitted => StatusCode::FORBIDDEN,
        Code::QueryTooSlow | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    }
}

/// An error of the whole request, as a GraphQL answer without `data`.
pub fn refusal(error: ApiError, media: Media) -> Response {
    let status = status(error.code);
    let extensions = json!({ "code": error.code.word(), "messageFr": error.message_fr });
    let body = json!({ "errors": [{ "message": error.message, "extensions": extensions }] });
    let mut response = answer(status, media, body.to_string());
    let extra: Option<(HeaderName, &str)> = match error.code {
        Code::MutationByGet => Some((header::ALLOW, "POST")),
        Code::MethodNotAllowed => Some((header::ALLOW, "GET, POST")),
        Code::SignInNeeded | Code::TokenInvalid => Some((header::WWW_AUTHENTICATE, "Bearer")),
        Code::QueryTooSlow | Code::Unavailable => Some((header::RETRY_AFTER, "5")),
        _ => None,
    };
    if let Some((name, value)) = extra {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

/// What the schema answered. An answer without `data` is one that was never executed.
pub fn executed(answered: &Answer, media: Media, cache: Cache) -> Response {
    let never_executed = answered.data == Value::Null
        && !answered.errors.is_empty()
        && answered.errors.iter().all(|error| error.path.is_empty());
    let mut body = match serde_json::to_value(answered) {
        Ok(body) => body,
        Err(error) => return refusal(ApiError::internal(error), media),
    };
    if never_executed && let Some(members) = body.as_object_mut() {
        members.shift_remove("data");
    }
    let status = match media {
        Media::GraphqlResponse if never_executed => StatusCode::BAD_REQUEST,
        _ => StatusCode::OK,
    };
    let mut response = answer(status, media, body.to_string());
    if answered.is_ok() {
        response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(cache.header()));
    }
    response
}

/// How long others may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// A reading of what is published: it changes only when something new is published.
    Public,
    /// Anything else.
    Never,
}

impl Cache {
    fn header(self) -> &'static str {
        match self {
            Cache::Public => "public, max-age=60",
            Cache::Never => "no-store",
        }
    }
}

fn answer(status: StatusCode, media: Media, body: String) -> Response {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media.content_type())
        .header(header::VARY, "accept, accept-encoding, authorization")
        .header(header::CACHE_CONTROL, Cache::Never.header())
        .body(body)
}

/// A plain text page that is never kept.
pub fn text(status: StatusCode, body: impl Into<String>) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    let mut response = body.into().with_status(status).into_response();
    for (name, value) in headers {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}
