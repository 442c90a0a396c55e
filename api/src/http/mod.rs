//! The service over HTTP: GraphQL as "GraphQL over HTTP" has it, and the few addresses around it.
//!
//! The program puts [`routes`] beside the dashboard's and passes everything through [`edge`]:
//!
//! ```text
//! let app = http::edge(http::routes(&service).nest("/", dashboard), &service);
//! ```

mod bearer;
mod compress;
mod edge;
mod graphiql;
mod graphql;
mod health;
mod limits;
mod metrics;
mod multipart;
mod negotiate;
mod patience;
mod reply;
mod request;

use poem::{EndpointExt, Route, get};

use crate::graphql::Service;

pub use edge::edge;
pub use limits::Limits;
pub use metrics::Metrics;
pub use patience::Patient;

/// The addresses of the API: `/graphql`, `/graphiql`, `/schema.graphql`, `/health`, `/ready`, `/metrics`.
pub fn routes(service: &Service) -> Route {
    Route::new()
        .at("/graphql", graphql::endpoint.data(service.clone()))
        .at("/graphiql", get(graphiql::page))
        .at("/graphiql.js", get(graphiql::script))
        .at("/graphiql.css", get(graphiql::style))
        .at("/schema.graphql", get(health::schema).data(service.clone()))
        .at("/health", get(health::health))
        .at("/ready", get(health::ready).data(service.clone()))
        .at("/metrics", get(metrics::page).data(service.clone()))
}
