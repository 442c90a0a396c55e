//! Charts by hand: inline SVG with real text and whole-number geometry. Each stands beside a table that says the same.

pub mod bars;
pub mod chain;
pub mod exact;
pub mod line;
