//! Every page of the casebook, one by one and link by link.

use std::collections::{BTreeSet, VecDeque};

use poem::http::header;
use poem::middleware::Compression;
use poem::test::TestClient;
use poem::{EndpointExt, Response};

use super::{every_page, reader};
use crate::fake::Fake;
use crate::html;

/// HTML and CSS of one page together, compressed.
const BYTES_MAX: usize = 30_000;

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    let api = Fake::casebook();
    let reader = reader(api.clone());
    for lang in ["en", "fr"] {
        for rest in every_page(&api) {
            let path = format!("/{lang}/{rest}");
            let response = reader.get(&path).send().await;
            response.assert_status_is_ok();
            let page = response.0.into_body().into_string().await.unwrap();
            assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{path}");
            html::assert_well_formed(&page, &path);
            html::assert_headings_in_order(&page, &path);
        }
    }
}

#[tokio::test]
async fn every_link_leads_somewhere_and_every_other_address_is_a_source() {
    let reader = reader(Fake::casebook());
    let mut seen: BTreeSet<String> = ["/en/", "/fr/"].map(str::to_owned).into();
    let mut next: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = next.pop_front() {
        let response = reader.get(&path).send().await.0;
        assert!(response.status().is_success(), "{path} answers {}", response.status());
        if !is_page(&response) {
            continue;
        }
        let page = response.into_body().into_string().await.unwrap();
        for link in html::links(&page) {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let api = link == "/schema.graphql";
            let source = link.starts_with("https://") || link.starts_with("http://");
            assert!(
                link.is_empty() || api || source || link.starts_with("/en/") || link.starts_with("/fr/"),
                "{path}: {link}"
            );
            // The pages of a release have a story of their own.
            let followed = link.starts_with('/') && !api && !link[3..].starts_with("/release/");
            if followed && seen.insert(link.clone()) {
                next.push_back(link);
            }
        }
    }
    assert!(seen.len() > 300, "only {} pages were reached", seen.len());
}

fn is_page(response: &Response) -> bool {
    response.content_type().is_some_and(|kind| kind.starts_with("text/html"))
}

#[tokio::test]
async fn every_page_is_small_enough_for_a_slow_telephone() {
    let api = Fake::casebook();
    let pages = dashboard::routes(std::sync::Arc::new(api.clone()), dashboard::Config::default());
    let reader = TestClient::new(pages.with(Compression::new()));
    let size = async |path: &str| {
        let response = reader.get(path).header(header::ACCEPT_ENCODING, "gzip").send().await.0;
        response.into_body().into_bytes().await.unwrap().len()
    };
    let home = super::page("/en/").await;
    let sheet = home.split('"').find(|part| part.starts_with("/style/") && part.ends_with(".css")).unwrap();
    let sheet = size(sheet).await;
    for rest in every_page(&api) {
        let bytes = size(&format!("/fr/{rest}")).await + sheet;
        assert!(bytes <= BYTES_MAX, "/fr/{rest}: {bytes} bytes");
    }
}

#[tokio::test]
async fn a_page_of_a_release_stays_in_it() {
    for rest in ["", "country/ZW", "mine/zw-marange", "method", &super::gap("732952.03")] {
        let path = format!("/en/release/1/{rest}");
        let page = super::page(&path).await;
        let newest = format!("/en/{rest}");
        for link in html::links(&page).iter().filter(|link| link.starts_with("/en/") || link.starts_with("/fr/")) {
            let inside = link[3..].starts_with("/release/1");
            assert!(inside || *link == newest, "{path} leads out to {link}");
        }
        assert!(page.contains("class=\"banner\""), "{path} does not say where it is");
    }
}

#[tokio::test]
async fn the_language_switch_keeps_the_page() {
    let path = format!("/en/release/1/{}", super::gap("49600000"));
    let links = html::links(&super::page(&path).await);
    assert!(links.contains(&path.replacen("/en/", "/fr/", 1)));
}
