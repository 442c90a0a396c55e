//! `fairlode serve`: the API and the dashboard on one port.

use std::sync::Arc;

use api::graphql::Service;
use api::http::{edge, routes};
use api::store::Store;
use dashboard::Config;
use poem::{Endpoint, Response};

use super::open;
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::serving::{Door, start_log};
use crate::settings::Settings;
use crate::transport::InProcess;

/// Serves until it is asked to end.
pub async fn run(settings: &Settings, lang: Lang) -> Result<(), Failure> {
    let door = Door::open(settings.listen)?;
    let store = open(settings).await?;
    start_log(&settings.log)?;
    let address = door.address;
    print(&pick(lang, format!("Serving on http://{address}/\n"), format!("En service sur http://{address}/\n")))?;
    door.serve(application(store, settings)).await
}

/// The API and the pages, behind what every request passes.
pub fn application(store: Store, settings: &Settings) -> impl Endpoint<Output = Response> + use<> {
    let service = Service::new(store);
    let config = Config { origin: settings.origin.clone(), ..Config::default() };
    let pages = dashboard::routes(Arc::new(InProcess(service.clone())), config);
    edge(routes(&service).nest("/", pages), &service)
}
