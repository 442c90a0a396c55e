//! Story: a figure travels. From a cell of the casebook to a page, and back to the cell.

use serde_json::{Value, json};

use crate::app::{App, casebook};
use crate::database::Engine;

const GAP: &str = "query ($country: String, $kind: GapKind) {
    gaps(first: 1, filter: { country: $country, kind: $kind }, sort: AMOUNT_DESC) { nodes {
        code amount percent currency
        comparison {
            due { amount working { step amount unit claim { packId amount } rule { slug ratePercent } } }
            received { amount claims { code packId amount place { file line column raw } document { sha256 } } others { packId amount } }
            pledged { amount claims { packId } }
        }
    } }
}";

async fn story(engine: Engine) {
    let Some(mut app) = App::on(engine).await else { return };
    app.publish_casebook();

    let release =
        app.ask("{ release { number claimCount gapCount engine } releases(first: 5) { totalCount } }", json!({}));
    let release = release.await;
    assert_eq!(release["release"]["number"], 1);
    assert_eq!(release["releases"]["totalCount"], 1);

    kasai_oriental(&mut app).await;
    marange(&mut app).await;
    letseng_and_botswana(&mut app).await;
    assert!(app.stop(), "the server ends well when it is asked to");
}

/// The province's share implies what the decentralised entities should have had; less arrived.
async fn kasai_oriental(app: &mut App) {
    let gap = first(app.ask(GAP, json!({ "country": "CD", "kind": "SPLIT_SHORT" })).await);
    assert_eq!(gap["amount"], "732952.03");
    assert_eq!(gap["percent"], "43.73");
    assert_eq!(gap["comparison"]["due"]["amount"], "1676082.01");
    assert_eq!(gap["comparison"]["received"]["amount"], "943129.98");
    let working = gap["comparison"]["due"]["working"].as_array().expect("a working");
    let sibling = working.iter().find(|line| line["amount"] == "2793470.01").expect("the province's share is a line");
    assert_eq!(sibling["claim"]["packId"], "cd-kasai-oriental-2018/province");

    // The page shows the same digits, and leads to the claim.
    let code = gap["code"].as_str().expect("a code");
    let page = app.page(&format!("/en/gap/{code}")).await;
    for figure in ["732,952.03", "1,676,082.01", "943,129.98", "2,793,470.01"] {
        assert!(page.contains(figure), "{figure} is not on the page of {code}");
    }
    let claim = &gap["comparison"]["received"]["claims"][0];
    let claim_path = format!("/en/claim/{}", claim["code"].as_str().expect("a code"));
    assert!(page.contains(&claim_path), "{code} does not lead to {claim_path}");

    // The claim leads to the document, and both show what the cell says.
    let raw = claim["place"]["raw"].as_str().expect("the literal text");
    let page = app.page(&claim_path).await;
    assert!(page.contains(raw), "{claim_path} does not show {raw}");
    let document_path = link(&page, &format!("/en/document/{}", claim["document"]["sha256"].as_str().expect("a hash")));
    assert!(app.page(&document_path).await.contains(raw), "{document_path} does not show {raw}");
    assert_eq!(cell(&claim["place"]), raw, "and the file says so");
    assert_eq!(raw, "943129.98");
}

/// A promise that was not kept, and a second source that says otherwise, shown beside.
async fn marange(app: &mut App) {
    let gap = first(app.ask(GAP, json!({ "country": "ZW", "kind": "PLEDGE_UNMET" })).await);
    assert_eq!(number(&gap["amount"]), "49600000");
    assert_eq!(gap["percent"], "99.20");
    let comparison = &gap["comparison"];
    assert_eq!(number(&comparison["pledged"]["amount"]), "50000000");
    assert_eq!(number(&comparison["received"]["amount"]), "400000");
    let others = comparison["received"]["others"].as_array().expect("a list");
    assert!(others.iter().any(|other| number(&other["amount"]) == "500000"), "{others:?}");
    let page = app.page(&format!("/fr/gap/{}", gap["code"].as_str().expect("a code"))).await;
    assert!(page.contains("49\u{202f}600\u{202f}000"), "French groups digits with a narrow space");
}

/// A lease that comes before the statute; and a country without a rule, which is not a rule of nought.
async fn letseng_and_botswana(app: &mut App) {
    let answer = app
        .ask(
            r#"{
                lease: comparisons(first: 20, filter: { country: "LS", case: "ls-910ct-2018" }) { nodes {
                    due { amount rule { mine { slug } ratePercent } } verdicts { outcome }
                } }
                botswana: comparisons(first: 50, filter: { country: "BW", reason: NO_RULE }) { nodes {
                    due { amount reason } verdicts { outcome reason amount }
                } }
            }"#,
            json!({}),
        )
        .await;
    let lease = answer["lease"]["nodes"].as_array().expect("a list");
    let by_lease =
        lease.iter().find(|one| number(&one["due"]["rule"]["ratePercent"]) == "8").expect("8 % of the lease");
    assert_eq!(number(&by_lease["due"]["amount"]), "3200000");
    assert!(by_lease["verdicts"].as_array().expect("a list").iter().all(|verdict| verdict["outcome"] != "GAP"));

    let without = answer["botswana"]["nodes"].as_array().expect("a list");
    assert!(!without.is_empty(), "Botswana has comparisons without a rule");
    for one in without {
        assert!(one["due"]["amount"].is_null(), "no rule is not a due of nought: {one}");
    }
}

/// The whole address of a link on a page that begins so.
fn link(page: &str, begins: &str) -> String {
    let start =
        page.find(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no link to {begins}")) + "href=\"".len();
    let end = page[start..].find(['"', '#']).expect("an attribute ends");
    page[start..start + end].replace("&amp;", "&")
}

fn first(data: Value) -> Value {
    data["gaps"]["nodes"].get(0).unwrap_or_else(|| panic!("no such gap: {data}")).clone()
}

/// An amount without the zeros that a publisher may have written after the point.
fn number(amount: &Value) -> &str {
    let text = amount.as_str().unwrap_or_default();
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// What the casebook's own file says at a place.
fn cell(place: &Value) -> String {
    let file = std::fs::read(format!("{}/{}", casebook(), place["file"].as_str().expect("a file"))).expect("the file");
    let mut reader = csv::Reader::from_reader(file.as_slice());
    let column = place["column"].as_str().expect("a column");
    let index = reader.headers().expect("a header").iter().position(|name| name == column).expect(column);
    let line = place["line"].as_u64();
    let records = reader.into_records().map(|record| record.expect("a record"));
    let row = records.into_iter().find(|record| record.position().map(csv::Position::line) == line);
    row.expect("the line")[index].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_travels_from_its_cell_to_the_page_and_back() {
    story(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_travels_the_same_way_on_postgres() {
    story(Engine::Postgres).await;
}
