//! Figures in another currency are served with every rate they were made by, and totals are of what was stated.

use intake::{ClaimRow, PackFiles, PackRows, RateRow, write_pack};
use reconcile::Policy;
use serde_json::json;

use crate::pack::{given, registries};
use crate::people::People;
use crate::support::empty;

const CONVERSION: &str =
    "{ currency amount exact byRate { amount rate { fromCurrency toCurrency rate on kind source { code } } } }";

/// A company gives in dollars, a council receives in leones.
fn gift() -> Vec<ClaimRow> {
    let received = ClaimRow {
        side: Some("community".to_owned()),
        role: Some("received".to_owned()),
        currency: Some("SLE".to_owned()),
        ..given("b", 2020, "1000000.00")
    };
    vec![given("a", 2020, "100000.00"), received]
}

/// The files of a pack with rates of a dollar in leones: how many, on which day.
fn files_with_rates(claims: Vec<ClaimRow>, rates: &[(&str, &str)]) -> PackFiles {
    let some = |text: &str| Some(text.to_owned());
    let rate = |(rate, on): &(&str, &str)| RateRow {
        from_currency: some("USD"),
        to_currency: some("SLE"),
        rate: some(rate),
        on_date: some(on),
        kind: some("market"),
        source_id: some("report"),
        ..RateRow::default()
    };
    let rates = rates.iter().map(rate).collect();
    write_pack(&PackRows { claims, rates, ..registries() }, &Policy::default())
}

#[tokio::test]
async fn a_converted_side_names_its_rates_and_totals_keep_what_was_stated() {
    let rates = [("14", "2020-02-01"), ("15.5", "2020-09-01")];
    for api in empty().await {
        People::new(&api.store).await.release(files_with_rates(gift(), &rates)).await;
        let query = format!(
            "{{ comparisons {{ nodes {{ currency declared {{ amount high conversions {CONVERSION} }}
                received {{ amount high conversions {CONVERSION} }} verdicts {{ outcome kind amount low high }} }} }}
               totals(by: COUNTRY) {{ currency declared {{ amount }} received {{ amount }} }} }}"
        );
        let data = api.data(&query).await;
        let line = &data["comparisons"]["nodes"][0];
        let by = |amount: &str, rate: &str, on: &str| {
            let rate = json!({
                "fromCurrency": "USD", "toCurrency": "SLE", "rate": rate, "on": on, "kind": "market",
                "source": { "code": "report" },
            });
            json!({ "amount": amount, "rate": rate })
        };
        let conversion = json!({
            "currency": "USD", "amount": "100000.00", "exact": false,
            "byRate": [by("1400000.00", "14", "2020-02-01"), by("1550000.00", "15.5", "2020-09-01")],
        });
        let declared = json!({ "amount": "1400000.00", "high": "1550000.00", "conversions": [conversion] });
        assert_eq!((&line["currency"], &line["declared"]), (&json!("SLE"), &declared));
        assert_eq!(line["received"], json!({ "amount": "1000000.00", "high": null, "conversions": [] }));
        let gap = json!({
            "outcome": "GAP", "kind": "NOT_RECEIVED", "amount": "400000.00", "low": "400000.00", "high": "550000.00",
        });
        assert!(line["verdicts"].as_array().expect("verdicts").contains(&gap), "{line}");
        let totals = json!([
            { "currency": "SLE", "declared": { "amount": null }, "received": { "amount": "1000000.00" } },
            { "currency": "USD", "declared": { "amount": "100000.00" }, "received": { "amount": null } },
        ]);
        assert_eq!(data["totals"], totals);
    }
}

#[tokio::test]
async fn without_a_rate_nothing_is_made_of_it() {
    for api in empty().await {
        People::new(&api.store).await.release(files_with_rates(gift(), &[("14", "2019-12-31")])).await;
        let query = "{ comparisons { nodes { declared { amount conversions { amount } } verdicts { reason } } } }";
        let line = &api.data(query).await["comparisons"]["nodes"][0];
        assert_eq!(line["declared"], json!({ "amount": null, "conversions": [] }));
        assert!(line["verdicts"].as_array().expect("verdicts").contains(&json!({ "reason": "CURRENCY_NO_RATE" })));
    }
}
