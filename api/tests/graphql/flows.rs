//! Flow graphs: where money passes through hands, and what stopped there.

use intake::ClaimRow;
use serde_json::{Value, json};

use crate::pack::{given, paid, received};
use crate::support::{Api, published, silent, years};

const GRAPH: &str = "flowCount truncated chains {
    case
    flows { comparison { code stream { code } payer { slug } recipient { slug } } goesOnAs }
    holders {
        party { slug } unnamed
        accounts {
            currency cameIn { declared { amount } received { amount known unknown lowerBound rough notAdded } }
            wentOn { declared { amount known unknown lowerBound } received { amount } }
            stopped { amount bound rough reason column }
        }
    }
}";

/// The council gives some of it on, to whom nobody says.
fn passed_on(id: &str, year: u32, amount: &str) -> ClaimRow {
    let side = Some("community".to_owned());
    ClaimRow { payer_id: Some("council".into()), recipient_id: None, side, ..given(id, year, amount) }
}

async fn graph(api: &Api, of: &str) -> Value {
    let mut data = api.data(&format!("{{ {of} {{ flowGraph {{ {GRAPH} }} }} }}")).await;
    let field = of.split('(').next().unwrap_or_default();
    data[field]["flowGraph"].take()
}

fn account<'a>(graph: &'a Value, party: &str) -> &'a Value {
    let holders = graph["chains"][0]["holders"].as_array().expect("holders").iter();
    let mut found = holders.filter(|holder| holder["party"]["slug"] == party);
    &found.next().unwrap_or_else(|| panic!("no {party} in {graph}"))["accounts"][0]
}

#[tokio::test]
async fn what_came_in_and_did_not_go_on_stopped_at_the_council() {
    let claims =
        vec![paid("a", 1900, "1000000.00"), received("b", 1900, "900000.50"), passed_on("c", 1900, "300000.25")];
    for api in published(claims).await {
        let graph = graph(&api, "mine(slug: \"hill\")").await;
        assert_eq!((&graph["flowCount"], &graph["truncated"]), (&json!(2), &json!(false)));
        let council = account(&graph, "council");
        assert_eq!(council["cameIn"]["declared"]["amount"], "1000000.00");
        assert_eq!(council["cameIn"]["received"]["amount"], "900000.50");
        assert_eq!(council["wentOn"]["declared"]["amount"], "300000.25");
        let stopped =
            json!({"amount": "600000.25", "bound": "EXACTLY", "rough": false, "reason": null, "column": null});
        assert_eq!(council["stopped"], stopped);
        assert_eq!(account(&graph, "digger")["stopped"], Value::Null);
        let flows = graph["chains"][0]["flows"].as_array().expect("flows");
        let rent = flows.iter().find(|flow| flow["comparison"]["stream"]["code"] == "rent").expect("the rent");
        let gift = flows.iter().find(|flow| flow["comparison"]["stream"]["code"] == "gift").expect("the gift");
        assert_eq!(rent["goesOnAs"], json!([gift["comparison"]["code"]]));
        let unnamed = graph["chains"][0]["holders"].as_array().expect("holders").last().expect("the last");
        assert_eq!((&unnamed["party"], &unnamed["unnamed"]), (&Value::Null, &json!("RECIPIENT")));
    }
}

#[tokio::test]
async fn a_rounded_figure_makes_what_stopped_rough_and_a_missing_one_makes_it_unknown() {
    let rounded = ClaimRow { precision: Some("rounded".to_owned()), ..received("b", 1900, "900000") };
    for api in published(vec![rounded, passed_on("c", 1900, "300000")]).await {
        let graph = graph(&api, "party(slug: \"council\")").await;
        assert_eq!(account(&graph, "council")["stopped"]["rough"], json!(true));
    }
    for api in published(vec![silent("b", 1900), passed_on("c", 1900, "300000")]).await {
        let graph = graph(&api, "party(slug: \"council\")").await;
        let stopped = &account(&graph, "council")["stopped"];
        assert_eq!((&stopped["amount"], &stopped["reason"]), (&Value::Null, &json!("ABSENT")));
        assert_eq!(stopped["column"], "RECEIVED");
    }
}

#[tokio::test]
async fn the_graph_of_a_party_gives_no_account_of_others() {
    for api in published(vec![received("b", 1900, "900000"), passed_on("c", 1900, "300000")]).await {
        let graph = graph(&api, "party(slug: \"digger\")").await;
        let holders = graph["chains"][0]["holders"].as_array().expect("holders");
        let council = holders.iter().find(|holder| holder["party"]["slug"] == "council").expect("the council");
        assert_eq!(council["accounts"], json!([]));
        assert_eq!(account(&graph, "digger")["wentOn"]["received"]["amount"], "900000");
    }
}

#[tokio::test]
async fn the_graph_of_a_country_is_of_one_stream_and_of_those_joined_to_it() {
    for api in published(vec![received("b", 1900, "900000"), passed_on("c", 1900, "300000")]).await {
        let of =
            |stream: &str| format!("{{ country(code: \"SL\") {{ flowGraph(stream: \"{stream}\") {{ flowCount }} }} }}");
        assert_eq!(api.data(&of("rent")).await["country"]["flowGraph"]["flowCount"], json!(1));
        assert_eq!(api.data(&of("no-such-stream")).await["country"]["flowGraph"]["flowCount"], json!(0));
    }
}

#[tokio::test]
async fn a_graph_that_is_cut_says_so_and_adds_nothing_up() {
    for api in published(years(101)).await {
        let graph = graph(&api, "mine(slug: \"hill\")").await;
        assert_eq!((&graph["flowCount"], &graph["truncated"]), (&json!(100), &json!(true)));
        for holder in graph["chains"][0]["holders"].as_array().expect("holders") {
            assert_eq!(holder["accounts"], json!([]));
        }
        let kept: Vec<&Value> = graph["chains"].as_array().expect("chains").iter().collect();
        assert_eq!(kept.len(), 1, "one case is one chain");
    }
}
