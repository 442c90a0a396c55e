//! `fairlode user`: adds people, and gives them tokens.

use api::store::Store;
use api::workflow::{Moment, NewActor, Right, Role, add_actor, issue_token, operator_of_this_machine};

use super::open;
use crate::cli::{UserAct, UserRole};
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::settings::Settings;

/// Adds a person, or prints a token.
pub async fn run(settings: &Settings, act: UserAct, lang: Lang) -> Result<(), Failure> {
    let store = open(settings).await?;
    match act {
        UserAct::Add { name, role, organisation } => {
            add(&store, &name, role.into(), &organisation).await?;
            print(&pick(lang, format!("{name} may act from now on.\n"), format!("{name} peut agir désormais.\n")))
        }
        UserAct::Token { name } => {
            let token = token(&store, &name).await?;
            let word = pick(
                lang,
                "This token is shown once; the database keeps only its hash.",
                "Ce jeton n’est montré qu’une fois ; la base de données n’en garde que l’empreinte.",
            );
            print(&format!("{word}\n{token}\n"))
        }
    }
}

/// Adds an account, as the operator of this machine.
pub async fn add(store: &Store, name: &str, role: Role, organisation: &str) -> Result<(), Failure> {
    let now = Moment::now();
    let operator = operator_of_this_machine(store, now).await?;
    let new = NewActor { code: name.to_owned(), name: name.to_owned(), organisation: organisation.to_owned(), role };
    Ok(add_actor(store, &operator, new, now).await?)
}

/// A new token with every right that the account's role allows, and no end.
pub async fn token(store: &Store, name: &str) -> Result<String, Failure> {
    let now = Moment::now();
    let operator = operator_of_this_machine(store, now).await?;
    Ok(issue_token(store, &operator, name, &Right::ALL, None, now).await?.text)
}

impl From<UserRole> for Role {
    fn from(role: UserRole) -> Role {
        match role {
            UserRole::Member => Role::Member,
            UserRole::Reviewer => Role::Reviewer,
            UserRole::Coordinator => Role::Coordinator,
        }
    }
}
