//! The GraphQL service: store, workflow, GraphQL, HTTP
