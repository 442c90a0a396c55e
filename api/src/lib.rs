//! The GraphQL service: store, workflow, GraphQL, HTTP.

pub mod error;
pub mod store;
pub mod workflow;
