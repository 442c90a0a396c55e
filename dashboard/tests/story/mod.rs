//! Stories by theme.

mod error;
mod figure;
mod language;
mod safety;
mod version;
mod web;
mod whole;

use std::sync::Arc;

use poem::http::StatusCode;
use poem::test::TestClient;
use poem::{Endpoint, Response};

use crate::fake::Fake;

/// A reader of the pages over this API.
pub fn reader(api: impl dashboard::Transport + 'static) -> TestClient<impl Endpoint<Output = Response>> {
    TestClient::new(dashboard::routes(Arc::new(api), dashboard::Config::default()))
}

/// The text of a page of the casebook that must be there.
pub async fn page(path: &str) -> String {
    page_of(Fake::casebook(), path).await
}

/// The text of a page that must be there.
pub async fn page_of(api: Fake, path: &str) -> String {
    let (status, text) = get(api, path).await;
    assert_eq!(status, StatusCode::OK, "{path}: {text}");
    text
}

/// Status and text of any page.
pub async fn get(api: impl dashboard::Transport + 'static, path: &str) -> (StatusCode, String) {
    let response = reader(api).get(path).send().await.0;
    let status = response.status();
    (status, response.into_body().into_string().await.unwrap())
}

/// Every page the casebook has, without its language: one for each thing, and those that are there once.
pub fn every_page(api: &Fake) -> Vec<String> {
    let kinds = ["Country", "Mine", "Party", "Rule", "Gap", "Comparison", "Claim", "Document"];
    let things = kinds.iter().flat_map(|kind| {
        let keys = api.store()[*kind].as_object().unwrap().keys();
        keys.map(|key| format!("{}/{key}", kind.to_lowercase())).collect::<Vec<_>>()
    });
    let once = ["", "releases", "release/1", "release/2", "method", "data", "release/1/", "release/1/country/ZW"];
    once.iter().map(|path| (*path).to_owned()).chain(things).collect()
}

/// The path of the gap of a size.
pub fn gap(amount: &str) -> String {
    let api = Fake::casebook();
    let gaps = api.store()["Gap"].as_object().unwrap();
    let (code, _) = gaps.iter().find(|(_, gap)| gap["amount"] == amount).unwrap();
    format!("gap/{code}")
}

/// The path of a claim by the pack's own id.
pub fn claim(pack_id: &str) -> String {
    let api = Fake::casebook();
    let claims = api.store()["Claim"].as_object().unwrap();
    let (code, _) = claims.iter().find(|(_, claim)| claim["packId"] == pack_id).unwrap();
    format!("claim/{code}")
}

/// True for a word of the API's closed vocabularies, which cannot be anything else. Currencies are three letters.
pub fn is_word(text: &str) -> bool {
    text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}
