//! The pieces that pages are made of.

pub mod chain;
pub mod claim;
pub mod conversion;
pub mod doubts;
pub mod example;
pub mod facts;
pub mod figure;
pub mod flow;
pub mod gaps;
pub mod ledger;
pub mod rules;
pub mod shares;
pub mod side;
pub mod streams;
pub mod sums;
pub mod verdict;
pub mod versions;
pub mod working;
