//! Rows of the database as Rust types
