//! The root fields that change something. Each takes the right it needs from the caller, and calls one act of the workflow.

mod disclosure;
mod gap;
mod release;

use async_graphql::MergedObject;

/// What can be done.
#[derive(MergedObject, Default)]
pub struct Mutation(disclosure::DisclosureMutation, gap::GapMutation, release::ReleaseMutation);
