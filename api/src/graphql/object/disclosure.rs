//! Disclosures, as those who handle them see them.

use async_graphql::{Enum, Object};
use entity::disclosure::Model;

use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::paging::whole;
use crate::graphql::scalar::DateTime;

/// How far a disclosure has come.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureState {
    /// Waits for a reviewer.
    Submitted,
    /// A reviewer asked for something; it goes no further.
    Returned,
    /// Goes into the next release.
    Approved,
    /// Is part of a release.
    Published,
}

/// A disclosure. Shown only to whoever just acted on it: nothing here says who sent it.
pub struct Disclosure {
    /// Its row.
    pub row: Model,
}

/// One member's submission, reviewed as one.
#[Object]
impl Disclosure {
    /// Its code; never changes.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// How far it has come.
    async fn state(&self) -> ApiResult<DisclosureState> {
        match self.row.state.as_str() {
            "submitted" => Ok(DisclosureState::Submitted),
            "returned" => Ok(DisclosureState::Returned),
            "approved" => Ok(DisclosureState::Approved),
            "published" => Ok(DisclosureState::Published),
            other => Err(ApiError::internal(format!("the database holds the state `{other}`"))),
        }
    }

    /// SHA-256 of the document that was sent.
    async fn document_sha256(&self) -> &str {
        &self.row.document_sha256
    }

    /// How many claims were read in it.
    async fn claim_count(&self) -> ApiResult<i32> {
        whole(self.row.claim_count)
    }

    /// When it was sent.
    async fn submitted_at(&self) -> DateTime {
        DateTime::stored(self.row.submitted_at.clone())
    }

    /// What the reviewer asked for, where it was returned.
    async fn return_reason(&self) -> Option<&str> {
        self.row.return_reason.as_deref()
    }

    /// The release it is part of, once published.
    async fn release(&self) -> ApiResult<Option<i32>> {
        self.row.release.map(whole).transpose()
    }
}
