//! The schema, put together.

use async_graphql::EmptySubscription;

use super::limits::{self, Limits};
use super::mutation::Mutation;
use super::query::Query;
use crate::http;
use crate::store::Store;

/// The schema of the API.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// The schema, writing to this store within these limits. What is read comes with each request.
pub fn build(store: Store, limits: http::Limits) -> Schema {
    builder().data(store).data(limits).finish()
}

/// The schema as text, as it stands in `api/schema.graphql`.
pub fn sdl() -> String {
    builder().finish().sdl()
}

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, EmptySubscription> {
    async_graphql::Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .limit_depth(limits::DEPTH_MAX)
        .limit_complexity(limits::COMPLEXITY_MAX)
        .limit_aliases(limits::ALIASES_MAX)
        .limit_directives(limits::DIRECTIVES_MAX)
        .extension(Limits)
}
