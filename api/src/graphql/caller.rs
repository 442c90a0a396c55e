//! Who asks.

use super::code::Code;
use super::error::{ApiError, ApiResult};
use crate::workflow::{Coordinator, Member, Reviewer, Session};

/// Who asks, as far as it matters: what they may do. Every right is taken from here, inside the resolver that needs it.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    /// Anyone. Everything that is published can be read.
    #[default]
    Anonymous,
    /// Someone who has shown a token.
    Known(Box<Session>),
}

impl Caller {
    /// The right to send disclosures in.
    pub fn member(&self) -> ApiResult<Member> {
        self.right(Session::member)
    }

    /// The right to review.
    pub fn reviewer(&self) -> ApiResult<Reviewer> {
        self.right(Session::reviewer)
    }

    /// The right to publish.
    pub fn coordinator(&self) -> ApiResult<Coordinator> {
        self.right(Session::coordinator)
    }

    fn right<R>(&self, of: impl Fn(&Session) -> Option<R>) -> ApiResult<R> {
        match self {
            Caller::Anonymous => Err(ApiError::plain(Code::SignInNeeded)),
            Caller::Known(session) => of(session).ok_or_else(|| ApiError::plain(Code::NotPermitted)),
        }
    }
}
