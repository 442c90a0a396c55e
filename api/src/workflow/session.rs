//! Who is asking, and what they may do: rights are values, and only a session gives them.

use entity::actor;

use super::actor::Role;

/// What a token may be used for. An account's own role limits it further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Send disclosures in.
    Submit,
    /// Review those of others.
    Review,
    /// Publish what was approved.
    Publish,
    /// Keep accounts and tokens.
    Operate,
}

impl Right {
    /// Every right.
    pub const ALL: [Right; 4] = [Right::Submit, Right::Review, Right::Publish, Right::Operate];

    /// The code word, as a token's scopes hold it.
    pub fn as_str(self) -> &'static str {
        match self {
            Right::Submit => "submit",
            Right::Review => "review",
            Right::Publish => "publish",
            Right::Operate => "operate",
        }
    }

    /// The meaning of a code word.
    pub fn from_code(text: &str) -> Option<Right> {
        Right::ALL.into_iter().find(|right| right.as_str() == text)
    }

    /// Whether a role comes with this right. An operator keeps the machine and has no say about figures.
    fn comes_with(self, role: Role) -> bool {
        match self {
            Right::Submit => matches!(role, Role::Member | Role::Reviewer | Role::Coordinator),
            Right::Review => matches!(role, Role::Reviewer | Role::Coordinator),
            Right::Publish => role == Role::Coordinator,
            Right::Operate => role == Role::Operator,
        }
    }
}

/// An actor who has shown who they are.
#[derive(Clone, Debug)]
pub struct Session {
    actor: actor::Model,
    role: Role,
    scopes: Vec<Right>,
}

impl Session {
    pub(super) fn new(actor: actor::Model, role: Role, scopes: Vec<Right>) -> Session {
        Session { actor, role, scopes }
    }

    /// The actor's public-safe code. Names are never shown to others.
    pub fn code(&self) -> &str {
        &self.actor.code
    }

    /// The right to send disclosures in.
    pub fn member(&self) -> Option<Member> {
        self.has(Right::Submit).then(|| Member(self.actor.clone()))
    }

    /// The right to review disclosures of others.
    pub fn reviewer(&self) -> Option<Reviewer> {
        self.has(Right::Review).then(|| Reviewer(self.actor.clone()))
    }

    /// The right to publish.
    pub fn coordinator(&self) -> Option<Coordinator> {
        self.has(Right::Publish).then(|| Coordinator(self.actor.clone()))
    }

    /// The right to keep accounts.
    pub fn operator(&self) -> Option<Operator> {
        self.has(Right::Operate).then(|| Operator(self.actor.clone()))
    }

    fn has(&self, right: Right) -> bool {
        right.comes_with(self.role) && self.scopes.contains(&right)
    }
}

/// Declares a right that is held as a value.
macro_rules! held {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub struct $name(pub(super) actor::Model);

            impl $name {
                /// Code of the actor who holds it.
                pub fn code(&self) -> &str {
                    &self.0.code
                }
            }
        )*
    };
}

held! {
    /// May send disclosures in.
    Member
    /// May review disclosures of others.
    Reviewer
    /// May publish.
    Coordinator
    /// May keep accounts and tokens.
    Operator
}
