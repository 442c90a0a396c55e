//! Story: the dashboard on its own, against an API elsewhere, shows what the API's own pages show.

use crate::app::{Server, program, said};

async fn body(address: &str, path: &str) -> String {
    let answer = reqwest::get(format!("{address}{path}")).await.expect("an answer");
    assert_eq!(answer.status(), 200, "{path}");
    answer.text().await.expect("a text")
}

/// The words of a page: links to the API differ, and so does the address that a citation gives.
fn words(html: &str) -> String {
    let main = &html[html.find("<main").expect("a page")..html.find("<footer").unwrap_or(html.len())];
    let mut inside_tag = false;
    let text = main.chars().filter(|letter| {
        inside_tag = *letter == '<' || inside_tag && *letter != '>';
        !inside_tag && *letter != '>'
    });
    text.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_over_http_are_the_pages_in_process() {
    let together = Server::start(&mut program(&["demo", "--listen", "127.0.0.1:0"]));
    let api = format!("{}/graphql", together.address);
    let alone = Server::start(&mut program(&["dashboard", "--api", &api, "--listen", "127.0.0.1:0"]));
    for path in ["/en/", "/fr/", "/en/country/ZW", "/fr/country/BW", "/en/mine/sl-koidu", "/fr/method"] {
        let (left, right) = (body(&together.address, path).await, body(&alone.address, path).await);
        assert_eq!(words(&left), words(&right), "{path}");
    }
    let nothing = reqwest::get(format!("{}/en/no-such-page", alone.address)).await.expect("an answer");
    assert_eq!(nothing.status(), 404);
    assert!(together.stop() && alone.stop(), "both end well when they are asked to");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_api_a_page_says_so_and_offers_a_way_on() {
    let alone = Server::start(&mut program(&["dashboard", "--api", "http://127.0.0.1:1", "--listen", "127.0.0.1:0"]));
    let answer = reqwest::get(format!("{}/en/", alone.address)).await.expect("an answer");
    assert!(answer.status().is_server_error(), "{}", answer.status());
    let page = answer.text().await.expect("a text");
    assert!(page.contains("<h1") && page.contains("href="), "an error page is a page: {page}");
    assert!(alone.stop());
}

#[test]
fn what_is_no_address_is_one_sentence() {
    for address in ["not an address", "https://127.0.0.1/graphql", "http://"] {
        let told = said(&mut program(&["dashboard", "--api", address, "--listen", "127.0.0.1:0"]));
        assert_eq!(told.code, 2, "{}", told.err);
        assert!(told.err.contains("is not the address of an API over plain HTTP"), "{}", told.err);
        assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    }
}
