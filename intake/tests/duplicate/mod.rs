//! What was already there is pointed out, and never dropped or merged.

mod claims;
mod names;
