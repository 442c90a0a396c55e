//! Whether the process lives, whether it can answer, and the schema it answers by.

use poem::http::{StatusCode, header};
use poem::web::Data;
use poem::{Response, handler};

use super::reply::text;
use crate::graphql::Service;

/// `/health`: the process answers. Nothing else is asked, so that a slow database does not get it killed.
#[handler]
pub fn health() -> Response {
    text(StatusCode::OK, "ok\n")
}

/// `/ready`: the database answers, and something is published.
#[handler]
pub async fn ready(service: Data<&Service>) -> Response {
    match service.latest_release().await {
        Ok(Some(number)) => text(StatusCode::OK, format!("ready: release {number}\n")),
        Ok(None) => text(StatusCode::SERVICE_UNAVAILABLE, "not ready: nothing is published\n"),
        Err(_) => text(StatusCode::SERVICE_UNAVAILABLE, "not ready: the database does not answer\n"),
    }
}

/// `/schema.graphql`: the schema as text.
#[handler]
pub fn schema(service: Data<&Service>) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .header(header::CACHE_CONTROL, "public, max-age=300")
        .body(service.sdl())
}
