//! Why an act was not done: one half for whoever asked, one half for the log.
//!
//! [`Error`] has no `Display` on purpose. The public half is always safe to print; the private half leaves only
//! through [`Error::log`], once, at the edge.

use std::error::Error as StdError;

use crate::store::StoreError;

/// Declares the codes: word, English sentence, French sentence.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $en:literal, $fr:literal;)*) => {
        /// Why an act was not done: a documented word, the same wherever it is shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$name,)*];

            /// The word.
            pub fn as_str(self) -> &'static str {
                match self { $(ErrorCode::$name => $word,)* }
            }

            /// What it means, in English.
            pub fn sentence_en(self) -> &'static str {
                match self { $(ErrorCode::$name => $en,)* }
            }

            /// What it means, in French.
            pub fn sentence_fr(self) -> &'static str {
                match self { $(ErrorCode::$name => $fr,)* }
            }
        }
    };
}

codes! {
    /// Nobody is signed in.
    SignInNeeded = "sign_in_needed",
        "This needs a bearer token.", "Ceci demande un jeton d’accès.";
    /// The token is unknown, ended or withdrawn.
    TokenInvalid = "token_invalid",
        "This token is not known, or has ended.", "Ce jeton est inconnu ou a expiré.";
    /// The account or the token lacks the right.
    NotPermitted = "not_permitted",
        "This account does not have the right to do this.", "Ce compte n’a pas le droit de faire cela.";
    /// There is no account of that code.
    ActorUnknown = "actor_unknown",
        "There is no account of this name.", "Il n’existe pas de compte de ce nom.";
    /// There is an account of that code already.
    ActorExists = "actor_exists",
        "There is an account of this name already.", "Il existe déjà un compte de ce nom.";
    /// The sender, or someone of the same organisation, would review.
    OwnDisclosure = "own_disclosure",
        "A disclosure is reviewed by someone of another organisation than its sender.",
        "Une déclaration est relue par quelqu’un d’une autre organisation que celle qui l’a envoyée.";
    /// A point of the harm check is not confirmed.
    HarmCheckOpen = "harm_check_open",
        "Every point of the harm check must be confirmed before a disclosure is approved.",
        "Chaque point de la vérification des risques doit être confirmé avant d’approuver une déclaration.";
    /// There is no disclosure of that code.
    DisclosureUnknown = "disclosure_unknown",
        "There is no disclosure of this code.", "Il n’existe pas de déclaration de ce code.";
    /// The disclosure is not in a state that allows the act.
    DisclosureState = "disclosure_state",
        "The disclosure is not in a state that allows this.", "L’état de la déclaration ne permet pas cela.";
    /// There is no gap of that code in the latest release.
    GapUnknown = "gap_unknown",
        "There is no gap of this code in the latest release.",
        "Il n’existe pas d’écart de ce code dans la dernière publication.";
    /// The gap is not in a state that allows the act.
    GapState = "gap_state",
        "The gap is not in a state that allows this.", "L’état de l’écart ne permet pas cela.";
    /// The reviewer, or someone of the same organisation, sent in a figure that the gap is made of.
    OwnGap = "own_gap",
        "A gap is explained, and asked about, by someone of another organisation than those that sent its figures in.",
        "Un écart est expliqué, ou questionné, par quelqu’un d’une autre organisation que celles qui ont envoyé ses chiffres.";
    /// Nobody stated anything that a remark on the gap could stand on.
    GapWithoutClaim = "gap_without_claim",
        "No statement stands behind this gap, so nothing can be recorded of it.",
        "Aucune déclaration n’est à la base de cet écart : rien ne peut y être consigné.";
    /// What was written is empty or too long.
    InputInvalid = "input_invalid",
        "An input cannot be taken as it is.", "Une donnée ne peut être acceptée telle quelle.";
    /// Nothing was approved since the last release.
    NothingToPublish = "nothing_to_publish",
        "Nothing was approved since the last release.", "Rien n’a été approuvé depuis la dernière publication.";
    /// What was approved does not fit together with what is published.
    ReleaseInconsistent = "release_inconsistent",
        "What was approved does not fit together; nothing was published.",
        "Ce qui a été approuvé ne s’accorde pas ; rien n’a été publié.";
    /// A sum of the release has more digits than can be kept.
    TotalTooLarge = "total_too_large",
        "A total has more digits than can be kept exactly; nothing was published.",
        "Un total a plus de chiffres qu’on ne peut en garder exactement ; rien n’a été publié.";
    /// The database is busy or away.
    Unavailable = "unavailable",
        "The service cannot answer now; try again in a moment.",
        "Le service ne peut pas répondre maintenant ; réessayez dans un instant.";
    /// Something on our side.
    Internal = "internal",
        "Something went wrong on our side; it has been written to the log.",
        "Une erreur s’est produite de notre côté ; elle est notée dans le journal.";
}

/// An act that was not done.
#[derive(Debug)]
pub struct Error {
    code: ErrorCode,
    message_en: String,
    message_fr: String,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// The code with its own sentence.
    pub fn plain(code: ErrorCode) -> Error {
        Error::new(code, code.sentence_en(), code.sentence_fr())
    }

    /// The code with sentences that name the thing.
    pub fn new(code: ErrorCode, message_en: impl Into<String>, message_fr: impl Into<String>) -> Error {
        Error { code, message_en: message_en.into(), message_fr: message_fr.into(), cause: None }
    }

    /// An error of ours, with its cause for the log.
    pub fn internal(cause: impl StdError + Send + Sync + 'static) -> Error {
        Error { cause: Some(Box::new(cause)), ..Error::plain(ErrorCode::Internal) }
    }

    /// The documented word.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// For whoever asked, in English.
    pub fn message_en(&self) -> &str {
        &self.message_en
    }

    /// For whoever asked, in French.
    pub fn message_fr(&self) -> &str {
        &self.message_fr
    }

    /// Writes the private half to the log. Called once, where the error leaves the program.
    pub fn log(&self) {
        let Some(cause) = &self.cause else { return };
        let mut chain = cause.to_string();
        let mut source = cause.source();
        while let Some(cause) = source {
            chain.push_str(": ");
            chain.push_str(&cause.to_string());
            source = cause.source();
        }
        tracing::error!(code = self.code.as_str(), cause = %chain, "an act failed");
    }
}

impl From<StoreError> for Error {
    /// The database's own sentences are safe to print: they name files and steps, never addresses or rows.
    fn from(error: StoreError) -> Error {
        let code = match error {
            StoreError::Busy { .. } | StoreError::Unreachable { .. } => ErrorCode::Unavailable,
            _ => ErrorCode::Internal,
        };
        let (message_en, message_fr) = (error.sentence_en(), error.sentence_fr());
        Error { code, message_en, message_fr, cause: Some(Box::new(error)) }
    }
}
