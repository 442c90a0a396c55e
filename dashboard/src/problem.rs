//! Why a page cannot be shown. Each becomes a page that offers a way on.

use crate::transport::TransportError;

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// No page has this address.
    #[error("no page has this address")]
    NoSuchPage,
    /// The release does not exist, or nothing has been published yet.
    #[error("no such release")]
    NoSuchRelease,
    /// The release does not hold the thing asked for.
    #[error("the release does not hold this")]
    NoSuchThing,
    /// The code cannot be one of ours: a letter was misread.
    #[error("the code was misread")]
    MisreadCode,
    /// The API did not answer.
    #[error("the API did not answer")]
    Api(#[source] TransportError),
}

impl From<TransportError> for Problem {
    fn from(error: TransportError) -> Problem {
        let TransportError::Refused(refusals) = &error else { return Problem::Api(error) };
        match refusals.iter().find_map(|refusal| refusal.code.as_deref()) {
            Some("no_release" | "release_unknown") => Problem::NoSuchRelease,
            // A cursor comes from the address: someone cut it off.
            Some("cursor_invalid") => Problem::NoSuchPage,
            _ => Problem::Api(error),
        }
    }
}
