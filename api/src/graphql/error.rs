//! An error as the API says it: a code, and one sentence in each language. Its cause goes to the log, never out.

use std::fmt::Display;

use async_graphql::{ErrorExtensionValues, ServerError};

use super::code::Code;
use crate::error::Error;
use crate::store::StoreError;

/// Why a field, or a whole request, has no answer.
#[derive(Clone, Debug)]
pub struct ApiError {
    /// The documented word.
    pub code: Code,
    /// For the reader, in English.
    pub message: String,
    /// For the reader, in French.
    pub message_fr: String,
}

/// What a resolver gives.
pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// The code with its own sentence.
    pub fn plain(code: Code) -> ApiError {
        ApiError::new(code, code.sentence_en(), code.sentence_fr())
    }

    /// The code with sentences that name the thing.
    pub fn new(code: Code, message: impl Into<String>, message_fr: impl Into<String>) -> ApiError {
        ApiError { code, message: message.into(), message_fr: message_fr.into() }
    }

    /// The code's sentence, followed by a detail that is the same in both languages.
    pub fn detailed(code: Code, detail: impl Display) -> ApiError {
        let with = |sentence: &str| format!("{} ({detail})", sentence.trim_end_matches('.'));
        ApiError::new(code, with(code.sentence_en()), with(code.sentence_fr()))
    }

    /// An error of ours: the cause is logged here, once, and the reader gets a sentence that is safe to print.
    pub fn internal(cause: impl Display) -> ApiError {
        tracing::error!(cause = %cause, "a request failed");
        ApiError::plain(Code::Internal)
    }

    /// The members of `extensions`.
    pub fn extensions(&self) -> ErrorExtensionValues {
        let mut values = ErrorExtensionValues::default();
        values.set("code", self.code.word());
        values.set("messageFr", self.message_fr.as_str());
        values
    }

    /// As an error of the whole request.
    pub fn into_server_error(self) -> ServerError {
        let mut error = ServerError::new(self.message.clone(), None);
        error.extensions = Some(self.extensions());
        error
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> async_graphql::Error {
        let extensions = Some(error.extensions());
        async_graphql::Error { message: error.message, source: None, extensions }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> ApiError {
        Error::from(error).into()
    }
}

impl From<Error> for ApiError {
    /// An act's own sentences, where they say something about the request; what is ours goes to the log.
    fn from(error: Error) -> ApiError {
        error.log();
        match Code::from_word(error.code().as_str()) {
            // What the database says names files and steps: for the operator, not for the reader.
            Some(code @ (Code::Internal | Code::Unavailable)) => ApiError::plain(code),
            None => ApiError::plain(Code::Internal),
            Some(code) => ApiError::new(code, error.message_en(), error.message_fr()),
        }
    }
}
