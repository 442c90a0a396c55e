//! One file per command.

mod approve;
mod check;
mod dashboard;
mod demo;
mod gap;
mod import;
mod migrate;
mod publish;
mod reconcile;
mod schema;
mod serve;
mod user;

use std::future::Future;

use api::store::Store;
use api::workflow::ReleaseNote;

use crate::cli::{Cli, Command};
use crate::failure::Failure;
use crate::lang::Lang;
use crate::settings::Settings;

/// Does what was asked.
pub fn run(cli: Cli, lang: Lang) -> Result<(), Failure> {
    let given = cli.given;
    match cli.command {
        Command::Demo { listen, data } => {
            wait(demo::run(&given.settings_over(listen, demo::defaults())?, data.as_deref(), lang))
        }
        Command::Serve { listen } => wait(serve::run(&given.settings(listen)?, lang)),
        Command::Dashboard { api, listen } => wait(dashboard::run(&given.settings(listen)?, &api, lang)),
        Command::Check { files, format, pack, mapping, marked, json } => {
            let asked = check::Asked {
                files: &files,
                format: format.as_deref(),
                registry: pack.as_deref(),
                mapping: mapping.as_deref(),
                marked: marked.as_deref(),
                json,
            };
            check::run(&asked, lang)
        }
        Command::Reconcile { pack, policy, json } => reconcile::run(&pack, policy.as_deref(), json, lang),
        Command::Import { path, format, actor } => {
            wait(import::run(&given.settings(None)?, &path, format, &actor, lang))
        }
        Command::Approve { disclosure, actor, no_harm } => {
            wait(approve::run(&given.settings(None)?, &disclosure, &actor, no_harm, lang))
        }
        Command::Gap { act } => wait(gap::run(&given.settings(None)?, act, lang)),
        Command::Publish { actor, note_en, note_fr } => {
            let note = ReleaseNote { en: note_en, fr: note_fr };
            wait(publish::run(&given.settings(None)?, &actor, note, lang))
        }
        Command::Migrate => wait(migrate::run(&given.settings(None)?, lang)),
        Command::User { act } => wait(user::run(&given.settings(None)?, act, lang)),
        Command::Schema => schema::run(),
    }
}

/// Runs a command that speaks to the database or the network.
fn wait(command: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| {
        Failure::unusable(
            "The program could not start its threads.",
            "Le programme n’a pas pu lancer ses fils d’exécution.",
        )
        .because(error)
    })?;
    runtime.block_on(command)
}

/// The database of the settings, if it is of this version.
async fn open(settings: &Settings) -> Result<Store, Failure> {
    settings.make_folder()?;
    let store = Store::open(&settings.database_url).await?;
    store.ensure_migrated().await?;
    Ok(store)
}
