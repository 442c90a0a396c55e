//! `fairlode schema`: the GraphQL schema as text.

use crate::failure::Failure;
use crate::output::print;

/// Prints it.
pub fn run() -> Result<(), Failure> {
    print(&api::graphql::sdl())
}
