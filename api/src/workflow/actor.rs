//! Adding someone who may act, and acting as them from the machine itself.

use entity::actor;
use serde_json::json;

use super::moment::Moment;
use super::session::{Operator, Right, Session};
use crate::error::{Error, ErrorCode};
use crate::store::{Act, Store};

/// The account of whoever has a shell on the machine: it needs no token, for it could change the database anyway.
const THIS_MACHINE: &str = "operator";
/// The longest name, organisation or code of an account, in characters.
const NAME_CHARS_MAX: usize = 200;

/// What an account is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sends disclosures in.
    Member,
    /// Reviews them.
    Reviewer,
    /// Publishes them.
    Coordinator,
    /// Keeps accounts, tokens and the machine.
    Operator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Member, Role::Reviewer, Role::Coordinator, Role::Operator];

    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Reviewer => "reviewer",
            Role::Coordinator => "coordinator",
            Role::Operator => "operator",
        }
    }

    /// The meaning of a code word.
    pub fn from_code(text: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// An account to be.
#[derive(Clone, Debug)]
pub struct NewActor {
    /// Short name without spaces; unique, never changes.
    pub code: String,
    /// Name.
    pub name: String,
    /// On whose behalf. Nobody reviews what their own organisation sent.
    pub organisation: String,
    /// What it is for.
    pub role: Role,
}

/// Adds an account.
pub async fn add_actor(store: &Store, operator: &Operator, new: NewActor, at: Moment) -> Result<(), Error> {
    check(&new)?;
    let writing = store.begin().await?;
    if store.actor(&new.code).await?.is_some() {
        return Err(Error::plain(ErrorCode::ActorExists));
    }
    writing.add_actor(row(&new, at)).await?;
    let detail = json!({ "role": new.role.as_str(), "organisation": new.organisation });
    let at = at.to_string();
    writing.audit(Act { at: &at, actor: operator.code(), act: "add_actor", subject: &new.code, detail }).await?;
    Ok(writing.commit().await?)
}

/// Acts as an account, with every right of its role: for commands given on the machine itself.
pub async fn session_of(store: &Store, code: &str) -> Result<Session, Error> {
    let actor = store.actor(code).await?.ok_or_else(|| Error::plain(ErrorCode::ActorUnknown))?;
    session(actor, Right::ALL.to_vec())
}

/// The right of whoever has a shell on the machine; its account is made the first time.
pub async fn operator_of_this_machine(store: &Store, at: Moment) -> Result<Operator, Error> {
    if store.actor(THIS_MACHINE).await?.is_none() {
        let new = NewActor {
            code: THIS_MACHINE.to_owned(),
            name: "Operator of this machine".to_owned(),
            organisation: THIS_MACHINE.to_owned(),
            role: Role::Operator,
        };
        let writing = store.begin().await?;
        writing.add_actor(row(&new, at)).await?;
        let (at, detail) = (at.to_string(), json!({ "role": new.role.as_str() }));
        writing.audit(Act { at: &at, actor: THIS_MACHINE, act: "add_actor", subject: THIS_MACHINE, detail }).await?;
        writing.commit().await?;
    }
    session_of(store, THIS_MACHINE).await?.operator().ok_or_else(|| Error::plain(ErrorCode::NotPermitted))
}

/// What an actor may do under these scopes.
pub(super) fn session(actor: actor::Model, scopes: Vec<Right>) -> Result<Session, Error> {
    let role = Role::from_code(&actor.role).ok_or_else(|| Error::plain(ErrorCode::NotPermitted))?;
    Ok(Session::new(actor, role, scopes))
}

fn check(new: &NewActor) -> Result<(), Error> {
    let speakable = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if new.code.is_empty() || !speakable(&new.code) || new.code.len() > NAME_CHARS_MAX {
        return Err(Error::new(
            ErrorCode::InputInvalid,
            "The name of an account is made of lowercase letters, digits and hyphens.",
            "Le nom d’un compte se compose de minuscules, de chiffres et de traits d’union.",
        ));
    }
    if [&new.name, &new.organisation].iter().any(|text| text.trim().is_empty() || text.chars().count() > NAME_CHARS_MAX)
    {
        return Err(Error::new(
            ErrorCode::InputInvalid,
            "An account needs a name and an organisation, of at most 200 characters each.",
            "Un compte demande un nom et une organisation, de 200 caractères au plus.",
        ));
    }
    Ok(())
}

fn row(new: &NewActor, at: Moment) -> actor::Model {
    actor::Model {
        id: 0,
        code: new.code.clone(),
        name: new.name.clone(),
        organisation: new.organisation.clone(),
        role: new.role.as_str().to_owned(),
        created_at: at.to_string(),
    }
}
