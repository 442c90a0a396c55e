//! Everything is read from a release, and a release does not change.

use serde_json::json;

use crate::pack::{files_with_mine_named, paid, received};

use crate::support::{code, empty, people, published, ten_years};

const EVERYTHING: &str = "{
    release(number: 1) { number claimCount gapCount packSha256 }
    claims(release: 1, first: 200) { totalCount nodes { code amount firstRelease mine { name } comparisons { code } document { name } } }
    comparisons(release: 1, first: 200, sort: GAP_DESC) { nodes { code due { amount working { step amount unit } } received { amount } verdicts { outcome kind amount percent } } }
    gaps(release: 1, first: 200, sort: PERCENT_DESC) { nodes { code amount percent } }
    mines(release: 1) { nodes { name gapCount } }
    documents(release: 1) { totalCount nodes { name sha256 } }
    totals(by: YEAR, release: 1) { key declared { amount } received { amount known absent } }
}";

#[tokio::test]
async fn release_one_answers_the_same_bytes_after_release_two() {
    for api in published(ten_years()).await {
        let before = api.ask(EVERYTHING).await.to_string();
        assert!(before.contains("The Hill") && !before.contains("errors"), "{before}");
        assert_eq!(api.ask(EVERYTHING).await.to_string(), before);

        let people = people(&api.store).await;
        let more = vec![paid("more", 2020, "5.00"), received("more-too", 2020, "4.00")];
        people.release(files_with_mine_named("The Great Hill", more)).await;
        assert_eq!(api.ask(EVERYTHING).await.to_string(), before);

        let data = api.data("{ release { number } releases { totalCount nodes { number } } mine(slug: \"hill\") { name } old: mine(slug: \"hill\", release: 1) { name } }").await;
        assert_eq!(data["release"]["number"], json!(2));
        assert_eq!(data["releases"]["nodes"], json!([{ "number": 2 }, { "number": 1 }]));
        assert_eq!((&data["mine"]["name"], &data["old"]["name"]), (&json!("The Great Hill"), &json!("The Hill")));
    }
}

#[tokio::test]
async fn what_is_not_published_cannot_be_read() {
    for api in published(ten_years()).await {
        let people = people(&api.store).await;
        let secret = people.submit_file(crate::pack::claims_file(&[paid("secret", 2024, "7.77")])).await;
        let row = secret.disclosure.expect("submitted");
        let claim = api::store::claim_code("secret");
        let sha = &row.document_sha256;
        let data = api
            .data(&format!("{{ claim(code: \"{claim}\") {{ code }} document(sha256: \"{sha}\") {{ name }} claims {{ totalCount }} documents {{ nodes {{ sha256 }} }} }}"))
            .await;
        assert_eq!((&data["claim"], &data["document"]), (&json!(null), &json!(null)));
        assert_eq!(data["claims"]["totalCount"], json!(20));
        assert!(!data.to_string().contains(sha.as_str()));
    }
}

#[tokio::test]
async fn before_the_first_release_there_is_none() {
    for api in empty().await {
        assert_eq!(api.data("{ release { number } }").await["release"], json!(null));
        assert_eq!(api.code("{ claims { totalCount } }").await, "no_release");
        let answer = api.ask("{ release { number } mine(slug: \"hill\") { name } }").await;
        assert_eq!((code(&answer).as_str(), &answer["data"]["mine"]), ("no_release", &json!(null)));
        assert_eq!(api.service.latest_release().await.ok(), Some(None));
    }
}

#[tokio::test]
async fn a_release_that_does_not_exist_is_named() {
    for api in published(ten_years()).await {
        for number in [0, 2, -1, i32::MAX] {
            assert_eq!(api.code(&format!("{{ claims(release: {number}) {{ totalCount }} }}")).await, "release_unknown");
        }
        // One field that fails does not take the answer of another.
        let answer = api.ask("{ release(number: 9) { number } mine(slug: \"hill\") { name } }").await;
        assert_eq!(code(&answer), "release_unknown");
        assert_eq!(answer["data"], json!({ "release": null, "mine": { "name": "The Hill" } }));
        assert_eq!(answer["errors"][0]["path"], json!(["release"]));
    }
}

#[tokio::test]
async fn what_does_not_exist_is_null() {
    for api in published(ten_years()).await {
        let data =
            api.data("{ country(code: \"XX\") { code } gap(code: \"G-0\") { code } rule(slug: \"x\") { slug } }").await;
        assert_eq!(data, json!({ "country": null, "gap": null, "rule": null }));
    }
}
