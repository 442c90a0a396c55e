//! `fairlode dashboard --api URL`: the pages alone, reading an API elsewhere.

use std::sync::Arc;

use dashboard::{Config, HttpTransport};
use poem::EndpointExt;
use poem::middleware::Compression;

use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::serving::{Door, start_log};
use crate::settings::Settings;

/// Serves the pages until it is asked to end.
pub async fn run(settings: &Settings, api: &str, lang: Lang) -> Result<(), Failure> {
    let origin = api.trim_end_matches('/').trim_end_matches("/graphql");
    let transport = HttpTransport::new(format!("{origin}/graphql")).map_err(|error| {
        Failure::unusable(
            format!("{api} is not the address of an API."),
            format!("{api} n’est pas l’adresse d’une API."),
        )
        .because(error)
    })?;
    let door = Door::open(settings.listen)?;
    start_log(&settings.log)?;
    let config = Config { origin: settings.origin.clone(), api_origin: origin.to_owned() };
    let pages = dashboard::routes(Arc::new(transport), config).with(Compression::new());
    let address = door.address;
    print(&pick(lang, format!("Serving on http://{address}/\n"), format!("En service sur http://{address}/\n")))?;
    door.serve(pages).await
}
