//! Amounts come out with the digits that went in, and only as strings.

use serde_json::json;

use crate::pack::{paid, received};
use crate::support::{code, published, silent, ten_years};

#[tokio::test]
async fn the_digits_of_the_publisher_come_out() {
    let hostile = ["0.10", "100.00", "98765432109876.54", "9007199254740993", "1234567890123456789012345.67", "0"];
    let claims = hostile.iter().zip(2000..).map(|(amount, year)| paid(&format!("c{year}"), year, amount)).collect();
    for api in published(claims).await {
        let data = api.data("{ claims { nodes { packId amount asPrinted place { raw } } } }").await;
        for (amount, year) in hostile.iter().zip(2000..) {
            let nodes = data["claims"]["nodes"].as_array().expect("nodes");
            let id = format!("c{year}");
            let node = nodes.iter().find(|node| node["packId"] == json!(id)).expect("the claim");
            assert_eq!((&node["amount"], &node["place"]["raw"]), (&json!(amount), &json!(amount)));
        }
    }
}

#[tokio::test]
async fn a_json_number_is_refused() {
    let query = "query($least: Amount) { claims(filter: {amountMin: $least}) { totalCount } }";
    for api in published(ten_years()).await {
        for number in [json!(1), json!(0.1), json!(9007199254740993_i64)] {
            assert_eq!(code(&api.ask_with(query, json!({ "least": number })).await), "query_invalid");
        }
        for literal in ["1", "0.1", "\"1,000\"", "\"1e6\""] {
            let query = format!("{{ claims(filter: {{amountMin: {literal}}}) {{ totalCount }} }}");
            assert_eq!(api.code(&query).await, "query_invalid", "{literal}");
        }
        let answer = api.ask_with(query, json!({ "least": "0.1" })).await;
        assert_eq!(answer["data"]["claims"]["totalCount"], json!(20));
    }
}

#[tokio::test]
async fn missing_is_not_zero() {
    for api in published(vec![paid("a", 2020, "1000000.00"), silent("b", 2020)]).await {
        let data = api
            .data(
                "{ comparisons { nodes { due { amount } declared { amount known } pledged { amount }
                   received { amount absence known absent lowerBound claims { amount absence } } verdicts { outcome reason column } } } }",
            )
            .await;
        let comparison = &data["comparisons"]["nodes"][0];
        assert_eq!(comparison["pledged"], json!(null));
        assert_eq!(comparison["declared"], json!({ "amount": "1000000.00", "known": 1 }));
        assert_eq!(comparison["received"]["amount"], json!(null));
        assert_eq!(comparison["received"]["absence"], json!("NOT_DISCLOSED"));
        assert_eq!(comparison["received"]["known"], json!(0));
        assert_eq!(comparison["received"]["claims"], json!([{ "amount": null, "absence": "NOT_DISCLOSED" }]));
    }
}

#[tokio::test]
async fn totals_are_exact_and_carry_their_ignorance() {
    let mut claims = vec![paid("x", 1990, "98765432109876.54"), silent("y", 1990), received("z", 1991, "0.01")];
    claims.extend(ten_years());
    for api in published(claims).await {
        let cell = "{ amount known absent lowerBound }";
        let data = api
            .data(&format!(
                "{{ totals(by: COUNTRY) {{ key labelFr currency declared {cell} received {cell} pledged {cell} }}
                   mines: totals(by: MINE, filter: {{year: 1900}}) {{ key labelEn due {cell} }}
                   years: totals(by: YEAR, filter: {{country: \"SL\"}}, currency: \"USD\") {{ key }}
                   none: totals(by: STREAM, currency: \"EUR\") {{ key }} }}"
            ))
            .await;
        let row = &data["totals"][0];
        assert_eq!(
            (&row["key"], &row["labelFr"], &row["currency"]),
            (&json!("SL"), &json!("Sierra Leone"), &json!("USD"))
        );
        assert_eq!(
            row["declared"],
            json!({ "amount": "98765442109876.54", "known": 11, "absent": 0, "lowerBound": false })
        );
        assert_eq!(row["received"], json!({ "amount": "8999555.01", "known": 11, "absent": 1, "lowerBound": true }));
        assert_eq!(row["pledged"], json!({ "amount": null, "known": 0, "absent": 0, "lowerBound": false }));
        assert_eq!(data["mines"][0]["labelEn"], json!("The Hill"));
        assert_eq!(data["mines"][0]["due"]["amount"], json!("1000000.00"));
        assert_eq!(data["years"].as_array().map(Vec::len), Some(12));
        assert_eq!(data["none"], json!([]));
    }
}
