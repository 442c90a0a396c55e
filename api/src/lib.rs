//! The GraphQL service: store, workflow, GraphQL, HTTP.

pub mod store;
