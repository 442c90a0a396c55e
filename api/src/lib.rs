//! The GraphQL service: store, workflow, GraphQL, HTTP.

pub mod error;
pub mod graphql;
pub mod http;
pub mod store;
pub mod workflow;

pub use graphql::Service;
