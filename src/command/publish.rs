//! `fairlode publish`: what was approved becomes the next release.

use api::workflow::{Moment, ReleaseNote, publish};

use super::open;
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::people;
use crate::settings::Settings;

/// Publishes, and prints the number.
pub async fn run(settings: &Settings, actor: &str, note: ReleaseNote, lang: Lang) -> Result<(), Failure> {
    let store = open(settings).await?;
    let coordinator = people::coordinator(&store, actor).await?;
    let release = publish(&store, &coordinator, note, Moment::now()).await?;
    let (number, claims, gaps) = (release.number, release.claim_count, release.gap_count);
    print(&pick(
        lang,
        format!("Release {number}: {claims} claims, {gaps} gaps.\n"),
        format!("Édition {number} : {claims} déclarations, {gaps} écarts.\n"),
    ))
}
