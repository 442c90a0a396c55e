//! `fairlode migrate`: brings the database to this version of the program.

use api::store::Store;

use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::settings::Settings;

/// Migrates, and says that it is done.
pub async fn run(settings: &Settings, lang: Lang) -> Result<(), Failure> {
    settings.make_folder()?;
    let store = Store::open(&settings.database_url).await?;
    store.migrate().await?;
    print(pick(lang, "The database is up to date.\n", "La base de données est à jour.\n"))
}
