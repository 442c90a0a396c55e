//! What the API promises, over GraphQL and over HTTP, on SQLite always and on PostgreSQL where
//! `FAIRLODE_TEST_POSTGRES_URL` names a server.

#[path = "../store/database.rs"]
#[allow(dead_code, reason = "shared with the tests of the store, which use all of it")]
mod database;
#[path = "../store/pack.rs"]
#[allow(dead_code, reason = "shared with the tests of the store, which use all of it")]
mod pack;
#[path = "../store/people.rs"]
mod people;

mod amounts;
mod conversions;
mod disclosures;
mod flows;
mod gaps;
mod http;
mod incremental;
mod limits;
mod lists;
mod permissions;
mod releases;
mod schema;
mod statements;
mod support;
