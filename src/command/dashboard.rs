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
    let (true, Ok(transport)) = (is_origin(origin), HttpTransport::new(format!("{origin}/graphql"))) else {
        return Err(Failure::unusable(
            format!("\"{api}\" is not the address of an API over plain HTTP, such as http://127.0.0.1:8080/graphql."),
            format!("« {api} » n’est pas l’adresse d’une API en HTTP simple, comme http://127.0.0.1:8080/graphql."),
        ));
    };
    let door = Door::open(settings.listen)?;
    start_log(&settings.log)?;
    let config = Config { origin: settings.origin.clone(), api_origin: origin.to_owned() };
    let pages = dashboard::routes(Arc::new(transport), config).with(Compression::new());
    let address = door.address;
    print(&pick(lang, format!("Serving on http://{address}/\n"), format!("En service sur http://{address}/\n")))?;
    door.serve(pages).await
}

/// A scheme and a host; whether anything answers there is seen when a page is asked for. The program speaks no TLS, in or
/// out: a proxy does, on either side.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("http://");
    host.is_some_and(|host| !host.is_empty() && !host.contains(char::is_whitespace))
}
