//! `/graphiql`: a page to try a query on. Ours, small, and without any third party: nothing is loaded from elsewhere,
//! and the policy of the page forbids it.

use poem::http::header;
use poem::{Response, handler};

/// Only what this server serves, nothing inline, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The page.
#[handler]
pub fn page() -> Response {
    file("text/html; charset=utf-8", include_str!("graphiql.html"))
}

/// Its script.
#[handler]
pub fn script() -> Response {
    file("text/javascript; charset=utf-8", include_str!("graphiql.js"))
}

/// Its style.
#[handler]
pub fn style() -> Response {
    file("text/css; charset=utf-8", include_str!("graphiql.css"))
}

fn file(content_type: &'static str, body: &'static str) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, content_type)
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::CACHE_CONTROL, "public, max-age=300")
        .body(body)
}
