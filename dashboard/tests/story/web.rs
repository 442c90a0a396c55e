//! Methods, caching and the headers that keep a reader safe.

use std::sync::Arc;

use poem::http::{Method, StatusCode};
use poem::test::TestClient;
use poem::{Route, get, handler};

use super::reader;
use crate::fake::Fake;

#[tokio::test]
async fn every_answer_carries_the_safe_headers() {
    for path in ["/", "/en/", "/en/nowhere", "/fr/country/ZW.csv"] {
        let response = reader(Fake::casebook()).get(path).send().await.0;
        let header = |name: &str| response.header(name).unwrap_or_default().to_owned();
        assert!(header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert!(!header("content-security-policy").contains("unsafe"), "{path}");
        assert!(header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "no-referrer");
    }
}

#[tokio::test]
async fn a_page_is_not_sent_twice() {
    for (path, caching) in [("/en/release/1/country/ZW", "public, max-age=3600"), ("/en/country/ZW", "no-cache")] {
        let first = reader(Fake::casebook()).get(path).send().await.0;
        assert_eq!(first.header("cache-control"), Some(caching));
        let tag = first.header("etag").unwrap().to_owned();
        let second = reader(Fake::casebook()).get(path).header("if-none-match", &tag).send().await.0;
        assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(second.header("etag"), Some(tag.as_str()));
        assert!(second.into_body().into_bytes().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_style_sheet_is_kept_for_ever_under_its_own_name() {
    let home = super::page("/en/").await;
    let path = home.split('"').find(|part| part.starts_with("/style/") && part.ends_with(".css")).unwrap();
    let response = reader(Fake::casebook()).get(path).send().await;
    response.assert_status_is_ok();
    response.assert_header("cache-control", "public, max-age=31536000, immutable");
    response.assert_header("content-type", "text/css; charset=utf-8");
}

#[tokio::test]
async fn pages_are_read_and_never_written_to() {
    let head = reader(Fake::casebook()).head("/en/country/ZW").send().await;
    head.assert_status_is_ok();
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let response = reader(Fake::casebook()).request(method, "/en/").send().await;
        response.assert_status(StatusCode::METHOD_NOT_ALLOWED);
        response.assert_header("allow", "GET, HEAD");
    }
}

#[tokio::test]
async fn a_language_without_its_slash_finds_its_home() {
    let response = reader(Fake::casebook()).get("/fr").send().await;
    response.assert_header("location", "/fr/");
}

#[handler]
fn ready() -> &'static str {
    "ready"
}

#[tokio::test]
async fn the_pages_stand_beside_the_addresses_of_the_api() {
    let pages = dashboard::routes(Arc::new(Fake::casebook()), dashboard::Config::default());
    let both = TestClient::new(Route::new().at("/ready", get(ready)).nest("/", pages));
    both.get("/ready").send().await.assert_text("ready").await;
    both.get("/").send().await.assert_status(StatusCode::FOUND);
    for path in ["/en/", "/fr/country/ZW", "/en/release/1/mine/zw-marange"] {
        both.get(path).send().await.assert_status_is_ok();
    }
}
