//! What the store promises, on SQLite always and on PostgreSQL where `FAIRLODE_TEST_POSTGRES_URL` names a server.

mod amounts;
mod amounts_elsewhere;
mod audit;
mod casebook;
mod database;
mod gaps;
mod opening;
mod pack;
mod people;
mod releases;
mod rights;
