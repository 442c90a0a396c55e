//! What people do here: one file per act, each a function that reads top to bottom: load, decide, store, audit.
//!
//! Permission is a value one must hold to call an act: [`Member`], [`Reviewer`], [`Coordinator`], [`Operator`]. They come
//! from a [`Session`] only. Time comes in by hand, as a [`Moment`].

use crate::error::Error;

mod actor;
mod gap;
mod moment;
mod publish;
mod reckon;
mod review;
mod session;
mod submit;
mod token;

pub use entity::shape::HarmCheck;

pub use actor::{NewActor, Role, add_actor, operator_of_this_machine, session_of};
pub use gap::{GapReviewed, answer_question, ask_question, explain_gap, withdraw_explanation, withdraw_question};
pub use moment::Moment;
pub use publish::{ENGINE, ReleaseNote, publish};
pub use review::{approve, return_with_reason};
pub use session::{Coordinator, Member, Operator, Reviewer, Right, Session};
pub use submit::{Submitted, submit_claims, submit_pack};
pub use token::{IssuedToken, issue_token, revoke_token, session_of_token};

/// Does long, pure work on a thread of its own, so that it holds nobody else's request up.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}
