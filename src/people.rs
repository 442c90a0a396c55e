//! Acting as a person from the command line: rights come from the account, as they do over HTTP.

use api::store::Store;
use api::workflow::{Coordinator, Member, Reviewer, Session, session_of};

use crate::failure::Failure;

/// The right to send in, held by the person of this name.
pub async fn member(store: &Store, name: &str) -> Result<Member, Failure> {
    held(store, name, Session::member).await
}

/// The right to review, held by the person of this name.
pub async fn reviewer(store: &Store, name: &str) -> Result<Reviewer, Failure> {
    held(store, name, Session::reviewer).await
}

/// The right to publish, held by the person of this name.
pub async fn coordinator(store: &Store, name: &str) -> Result<Coordinator, Failure> {
    held(store, name, Session::coordinator).await
}

async fn held<T>(store: &Store, name: &str, right: impl Fn(&Session) -> Option<T>) -> Result<T, Failure> {
    let session = session_of(store, name).await?;
    right(&session).ok_or_else(|| {
        Failure::blocked(
            format!("The account {name} does not have the right to do this."),
            format!("Le compte {name} n’a pas le droit de faire cela."),
        )
    })
}
