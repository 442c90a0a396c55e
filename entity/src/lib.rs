//! Rows of the database as Rust types: the same nouns as the tables, one file each.
//!
//! A row is not a public type: nothing here is shown as it stands. Amounts are texts of digits beside a text that
//! sorts as the number does ([`reconcile::Amount::order_key`]); no column is a float or a decimal of the database.

pub mod actor;
pub mod api_token;
pub mod audit_log;
pub mod claim;
pub mod comparison;
pub mod comparison_claim;
pub mod country;
pub mod disclosure;
pub mod disclosure_document;
pub mod document;
pub mod document_bytes;
pub mod doubt;
pub mod doubt_claim;
pub mod example;
pub mod figure;
pub mod gap_act;
pub mod mine;
pub mod party;
pub mod rate;
pub mod release;
pub mod remark;
pub mod rule;
pub mod set_aside;
pub mod shape;
pub mod source;
pub mod stream;
pub mod sum_check;
pub mod sum_part;
pub mod verdict;
pub mod worked_example;
