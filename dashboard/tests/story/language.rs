//! Both languages are complete: with the data's own words taken out, no English is left on a French page.

use serde_json::Value;

use super::{every_page, get, page_of};
use crate::fake::{Down, Fake};
use crate::html;

/// Words of our English pages that no French text has.
const ENGLISH: [&str; 32] = [
    "the",
    "gap",
    "gaps",
    "received",
    "declared",
    "pledged",
    "release",
    "releases",
    "statement",
    "statements",
    "rule",
    "rules",
    "nothing",
    "said",
    "says",
    "recipient",
    "yet",
    "answer",
    "which",
    "and",
    "of",
    "to",
    "with",
    "country",
    "countries",
    "not",
    "known",
    "period",
    "said by",
    "mine's",
    "figure",
    "read",
];

/// The casebook with every text that a person wrote replaced, so that what is left is ours.
fn without_words() -> Fake {
    Fake::changed(|store| replace(store, ""))
}

fn replace(value: &mut Value, name: &str) {
    let theirs = [
        "note",
        "statedBy",
        "periodLabel",
        "title",
        "publisher",
        "name",
        "ownerText",
        "penalty",
        "legalBasis",
        "asPrinted",
        "nameEn",
        "nameFr",
        "noteEn",
        "noteFr",
        "packId",
        "raw",
        "event",
        "tier",
        "engine",
        "status",
        "column",
    ];
    match value {
        Value::Object(object) => object.iter_mut().for_each(|(name, value)| replace(value, name)),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, name)),
        Value::String(text) if theirs.contains(&name) && !super::is_word(text) => *text = "Xxx".to_owned(),
        _ => {}
    }
}

#[tokio::test]
async fn no_english_is_left_on_a_french_page() {
    let api = without_words();
    for rest in every_page(&api) {
        let page = page_of(api.clone(), &format!("/fr/{rest}")).await;
        assert_french(&page, &rest);
    }
}

#[tokio::test]
async fn error_pages_are_french_too() {
    for rest in ["nowhere", "country/XX", "gap/G-12345-6789B-D", "release/99/", "find?code=hello"] {
        let (_, page) = get(without_words(), &format!("/fr/{rest}")).await;
        assert_french(&page, rest);
    }
    let (_, page) = get(Down, "/fr/").await;
    assert_french(&page, "while the API is down");
}

fn assert_french(page: &str, path: &str) {
    let text = html::prose(page).to_lowercase().replace("release: 1", "");
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').collect();
    for english in ENGLISH {
        assert!(!words.contains(&english), "/fr/{path} says {english:?}");
    }
}

#[tokio::test]
async fn the_browsers_language_decides_where_to_begin() {
    for (accepts, place) in [("fr-CD,fr;q=0.9,en;q=0.5", "/fr/"), ("en", "/en/"), ("pt", "/en/")] {
        let response = super::reader(Fake::casebook()).get("/").header("accept-language", accepts).send().await;
        response.assert_status(poem::http::StatusCode::FOUND);
        response.assert_header("location", place);
        response.assert_header("vary", "accept-language");
    }
}
