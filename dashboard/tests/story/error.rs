//! Error pages offer a way on.

use poem::http::StatusCode;

use super::{get, reader};
use crate::fake::{Down, Fake};
use crate::html;

async fn fails(path: &str, wanted: StatusCode, words: &str) {
    let (status, page) = get(Fake::casebook(), path).await;
    assert_eq!(status, wanted, "{path}");
    assert!(html::text(&page).contains(words), "{path} does not say {words:?}");
    html::assert_well_formed(&page, path);
    html::assert_headings_in_order(&page, path);
    let main = &page[page.find("<main").unwrap()..page.find("</main>").unwrap()];
    assert!(html::links(main).len() >= 3, "{path} offers no way on");
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_not_there() {
    fails("/en/nowhere", StatusCode::NOT_FOUND, "There is no page at this address").await;
    fails("/fr/nowhere/at/all", StatusCode::NOT_FOUND, "Il n’y a pas de page").await;
    fails("/en/country/XX", StatusCode::NOT_FOUND, "does not hold what you asked for").await;
    fails("/en/rule/cd-split-2018.csv", StatusCode::NOT_FOUND, "There is no page at this address").await;
    fails("/en/release/99/", StatusCode::NOT_FOUND, "This release does not exist").await;
    fails("/en/release/99", StatusCode::NOT_FOUND, "This release does not exist").await;
}

#[tokio::test]
async fn a_misread_letter_is_told_from_a_code_that_is_not_there() {
    fails("/en/gap/G-12345-6789B-D", StatusCode::NOT_FOUND, "A letter of this code was misread").await;
    fails("/en/gap/G-12345-6789A-D", StatusCode::NOT_FOUND, "does not hold what you asked for").await;
    fails("/en/find?code=G-12345-6789B-D", StatusCode::NOT_FOUND, "A letter of this code was misread").await;
}

#[tokio::test]
async fn a_code_is_found_as_people_type_it() {
    let written = super::gap("49600000");
    let typed = written.trim_start_matches("gap/").to_lowercase().replace('-', "%20");
    for path in [format!("/en/release/1/find?code={typed}"), format!("/en/release/1/gap/{typed}")] {
        let response = reader(Fake::casebook()).get(path).send().await;
        response.assert_status(StatusCode::FOUND);
        response.assert_header("location", format!("/en/release/1/{written}"));
    }
    let response = reader(Fake::casebook()).get("/fr/country/zw.csv").send().await;
    response.assert_header("location", "/fr/country/ZW.csv");
}

#[tokio::test]
async fn an_api_that_is_down_is_said_to_be_down() {
    for (path, words) in [("/en/", "cannot be reached"), ("/fr/country/ZW", "inaccessibles")] {
        let (status, page) = get(Down, path).await;
        assert_eq!(status, StatusCode::BAD_GATEWAY);
        assert!(page.contains(words));
    }
}
