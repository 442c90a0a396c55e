//! What every request passes, of the API and of the pages alike: an id, a log line, a count, compression, a net.

use std::time::Instant;

use poem::http::{HeaderValue, StatusCode, header};
use poem::middleware::{CatchPanic, RequestId};
use poem::{Endpoint, EndpointExt, IntoResponse, Middleware, Request, Response};

use super::compress;
use super::reply::text;
use crate::graphql::Service;

/// Wraps the whole application.
pub fn edge<E>(application: E, service: &Service) -> impl Endpoint<Output = Response> + use<E>
where
    E: Endpoint + 'static,
    E::Output: IntoResponse,
{
    // From the outermost: the id surrounds the log line, which sees what a panic became.
    let caught = CatchPanic::new().with_handler(|_| fallen()).transform(application);
    Watched { application: caught, service: service.clone() }.with(RequestId::new())
}

/// An application whose answers are compressed, counted and logged.
struct Watched<E> {
    application: E,
    service: Service,
}

impl<E> Endpoint for Watched<E>
where
    E: Endpoint,
    E::Output: IntoResponse,
{
    type Output = Response;

    /// One log line for each request: what was asked of which address, and how it went. No query string, no header,
    /// no network address: nothing that could say who asked, or for whom.
    async fn call(&self, request: Request) -> poem::Result<Response> {
        let begun = Instant::now();
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let coding = compress::accepted(&request);
        let response = match self.application.call(request).await {
            Ok(response) => response.into_response(),
            Err(error) => error.into_response(),
        };
        let response = compress::compressed(with_common_headers(response), coding);
        let status = response.status();
        let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.service.metrics().answered(status, milliseconds);
        if status.is_server_error() {
            tracing::warn!(%method, path, status = status.as_u16(), milliseconds, "answered");
        } else {
            tracing::info!(%method, path, status = status.as_u16(), milliseconds, "answered");
        }
        Ok(response)
    }
}

fn with_common_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    response
}

/// What a reader sees where the program itself fell.
fn fallen() -> Response {
    tracing::error!("a request made the program panic");
    let sentence = "Something went wrong on our side.\nUne erreur sâest produite de notre côté.\n";
    text(StatusCode::INTERNAL_SERVER_ERROR, sentence)
}
