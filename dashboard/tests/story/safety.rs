//! What strangers wrote stays text.

use serde_json::Value;

use super::{every_page, get, is_word, page_of};
use crate::fake::{Down, Fake};
use crate::html::{self, Piece};

const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";

fn poison(value: &mut Value, name: &str) {
    let theirs = [
        "nameEn",
        "nameFr",
        "name",
        "title",
        "publisher",
        "note",
        "statedBy",
        "asPrinted",
        "raw",
        "file",
        "column",
        "cell",
        "periodLabel",
        "ownerText",
        "legalBasis",
        "penalty",
        "noteEn",
        "noteFr",
        "engine",
        "packId",
        "unit",
        "currency",
        "event",
        "status",
        "kind",
        "language",
        "token",
        "base",
        "mediaType",
        "tier",
        "deadline",
        "valuation",
        "confidence",
        "setAside",
    ];
    match value {
        Value::Object(object) => object.iter_mut().for_each(|(name, value)| poison(value, name)),
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, name)),
        Value::String(text) if theirs.contains(&name) && !is_word(text) => *text = HOSTILE.to_owned(),
        Value::String(text) if name == "address" => *text = "javascript:alert(3)".to_owned(),
        _ => {}
    }
}

#[tokio::test]
async fn hostile_names_stay_text() {
    let api = Fake::changed(|store| poison(store, ""));
    for rest in every_page(&api) {
        let path = format!("/en/{rest}");
        let page = page_of(api.clone(), &path).await;
        html::assert_well_formed(&page, &path);
        assert!(!page.contains("<script") && !page.contains("<img"), "{path}");
        assert!(html::links(&page).iter().all(|link| !link.starts_with("javascript:")), "{path}");
    }
}

#[tokio::test]
async fn nothing_is_inline_and_nothing_is_fetched_from_elsewhere() {
    let api = Fake::casebook();
    for rest in every_page(&api) {
        let page = page_of(api.clone(), &format!("/en/{rest}")).await;
        for piece in html::pieces(&page) {
            let Piece::Tag(tag) = piece else { continue };
            assert!(!["script", "style", "iframe", "img", "object"].contains(&html::name(tag)), "{rest}: <{tag}>");
            assert!(!tag.contains(" style=") && !tag.contains(" onclick="), "{rest}: <{tag}>");
            if html::name(tag) == "link" {
                assert!(html::attribute(tag, "href").is_some_and(|href| href.starts_with('/')), "{rest}: <{tag}>");
            }
        }
    }
}

#[tokio::test]
async fn hostile_addresses_are_answered_in_peace() {
    for path in [
        "/en/mine/%00",
        "/en/mine/%ff",
        "/en/mine/..%2f..%2fetc",
        "/en/gap/%22%3E%3Cscript%3E",
        "/en/country/zw%0d%0aX:1",
        "/en/release/99999999999/",
        "/en/claim/%F0%9F%92%8E",
        "/fr/find?code=%3Cscript%3E",
        "/en/?after=%",
        "/en/mine/x?after=%ff",
    ] {
        let (status, page) = get(Fake::casebook(), path).await;
        assert!(status.as_u16() < 500, "{path}: {status}");
        assert!(!page.contains("<script"), "{path}");
    }
}

#[tokio::test]
async fn what_the_api_says_of_itself_is_not_shown() {
    let (status, page) = get(Down, "/en/").await;
    assert_eq!(status.as_u16(), 502);
    assert!(!page.contains("secret detail"));
}
