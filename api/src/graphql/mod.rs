//! The public API: its schema, and how a request is answered from a release.
//!
//! One file per object in `object/`, one per group of root fields in `query/` and `mutation/`. A row of the database is
//! never a public type: each object says itself what it shows.

mod caller;
mod code;
mod drive;
mod error;
mod flows;
mod limits;
mod loader;
mod mutation;
mod object;
mod paging;
mod query;
mod release;
mod said;
mod scalar;
mod schema;
mod service;
mod word;

pub use async_graphql::{Request, Response, Variables};

pub use caller::Caller;
pub use code::Code;
pub use error::{ApiError, ApiResult};
pub use schema::sdl;
pub use service::Service;
