//! The words of the closed vocabularies, in both languages. A gap names figures, never guilt.

mod claim;
mod deadline;
mod gap;
mod reason;
mod rule;

pub use claim::*;
pub use deadline::*;
pub use gap::*;
pub use reason::*;
pub use rule::*;
