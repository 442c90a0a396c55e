//! Why a command stops: one plain sentence for the reader, and the code that the shell gets.

use std::fmt;
use std::process::ExitCode;

use api::error::{Error, ErrorCode};
use api::store::StoreError;

use crate::lang::{Lang, pick};

/// A sentence in both languages, and the exit code that goes with it.
#[derive(Debug)]
pub struct Failure {
    exit: u8,
    en: String,
    fr: String,
    cause: Option<String>,
}

/// Something was found that must be mended first: findings block, an act is refused.
pub const BLOCKED: u8 = 1;
/// What was given cannot be read or used at all: not a pack, an unwritable folder, a port in use.
pub const UNUSABLE: u8 = 2;

impl Failure {
    /// What was given cannot be used.
    pub fn unusable(en: impl Into<String>, fr: impl Into<String>) -> Failure {
        Failure { exit: UNUSABLE, en: en.into(), fr: fr.into(), cause: None }
    }

    /// Something must be mended first.
    pub fn blocked(en: impl Into<String>, fr: impl Into<String>) -> Failure {
        Failure { exit: BLOCKED, en: en.into(), fr: fr.into(), cause: None }
    }

    /// Adds what the machine said, for whoever has to look deeper.
    pub fn because(mut self, cause: impl fmt::Display) -> Failure {
        self.cause = Some(cause.to_string());
        self
    }

    /// The sentence, and in brackets what the machine said.
    pub fn say(&self, lang: Lang) -> String {
        let sentence = pick(lang, &self.en, &self.fr);
        match &self.cause {
            Some(cause) => format!("{sentence} ({cause})"),
            None => sentence.clone(),
        }
    }

    /// For the shell.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::unusable(error.sentence_en(), error.sentence_fr())
    }
}

impl From<Error> for Failure {
    /// The public half; the private half goes to the log, if one is kept.
    fn from(error: Error) -> Failure {
        error.log();
        match error.code() {
            ErrorCode::Internal => Failure::unusable(error.message_en(), error.message_fr()),
            _ => Failure::blocked(error.message_en(), error.message_fr()),
        }
    }
}
