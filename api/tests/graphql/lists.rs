//! Pages go through a list once, in order, from either end.

use serde_json::{Value, json};

use crate::pack::{paid, received};
use crate::support::{Api, published, silent, ten_years};

/// Walks a whole list, page by page, and gives what `of` says of each node.
async fn walk(api: &Api, list: &str, sort: &str, size: usize, backward: bool) -> Vec<String> {
    let (count, from) = if backward { ("last", "before") } else { ("first", "after") };
    let mut seen: Vec<String> = Vec::new();
    let mut cursor = String::new();
    loop {
        let data = api
            .data(&format!(
                "{{ {list}(sort: {sort}, {count}: {size}{cursor}) {{ totalCount edges {{ cursor node {{ code amount }} }}
                   nodes {{ code }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
            ))
            .await;
        let page = &data[list];
        let edges = page["edges"].as_array().expect("edges");
        assert!(edges.len() <= size);
        assert_eq!(page["nodes"].as_array().map(Vec::len), Some(edges.len()));
        let codes = edges.iter().map(|edge| format!("{} {}", edge["node"]["amount"], edge["node"]["code"]));
        if backward {
            seen.splice(0..0, codes.collect::<Vec<_>>());
        } else {
            seen.extend(codes);
        }
        let (more, next) = if backward { ("hasPreviousPage", "startCursor") } else { ("hasNextPage", "endCursor") };
        if page["pageInfo"][more] != json!(true) {
            assert_eq!(page["totalCount"], json!(seen.len()));
            return seen;
        }
        cursor = format!(", {from}: {}", page["pageInfo"][next]);
    }
}

#[tokio::test]
async fn every_order_is_walked_whole_from_both_ends() {
    let mut claims = ten_years();
    claims.extend([
        silent("silent-1", 1950),
        silent("silent-2", 1951),
        paid("zero", 1952, "0"),
        paid("tie", 1953, "1000000"),
    ]);
    for api in published(claims).await {
        for (list, sorts) in [
            ("claims", ["CODE", "AMOUNT_ASC", "AMOUNT_DESC"].as_slice()),
            ("gaps", ["CODE", "AMOUNT_ASC", "AMOUNT_DESC", "PERCENT_DESC"].as_slice()),
        ] {
            for sort in sorts {
                let whole = walk(&api, list, sort, 200, false).await;
                for size in [1, 3, 7] {
                    assert_eq!(walk(&api, list, sort, size, false).await, whole, "{list} {sort} {size}");
                    assert_eq!(walk(&api, list, sort, size, true).await, whole, "{list} {sort} {size} backward");
                }
            }
        }
    }
}

#[tokio::test]
async fn amounts_are_sorted_as_numbers_and_the_absent_come_last() {
    let claims = vec![
        paid("a", 2001, "9.5"),
        paid("b", 2002, "10"),
        paid("c", 2003, "1234567890123456789012345.67"),
        paid("d", 2004, "0.05"),
        paid("e", 2005, "100.00"),
        silent("f", 2006),
    ];
    let up = ["0.05", "9.5", "10", "100.00", "1234567890123456789012345.67"];
    for api in published(claims).await {
        for (sort, reversed) in [("AMOUNT_ASC", false), ("AMOUNT_DESC", true)] {
            let data = api.data(&format!("{{ claims(sort: {sort}) {{ nodes {{ amount absence }} }} }}")).await;
            let nodes = data["claims"]["nodes"].as_array().expect("nodes");
            let mut amounts: Vec<&str> = nodes.iter().filter_map(|node| node["amount"].as_str()).collect();
            assert_eq!(nodes.last().map(|node| &node["absence"]), Some(&json!("NOT_DISCLOSED")));
            if reversed {
                amounts.reverse();
            }
            assert_eq!(amounts, up, "{sort}");
        }
        let filter =
            "{ claims(filter: {amountMin: \"9.50\", amountMax: \"100\"}, sort: AMOUNT_ASC) { nodes { amount } } }";
        let found = api.data(filter).await;
        assert_eq!(found["claims"]["nodes"], json!([{ "amount": "9.5" }, { "amount": "10" }, { "amount": "100.00" }]));
    }
}

#[tokio::test]
async fn lists_are_narrowed_by_what_is_asked() {
    for api in published(ten_years()).await {
        for (query, count) in [
            ("claims(filter: {side: COMPANY})", 10),
            (
                "claims(filter: {role: RECEIVED, mine: \"hill\", payer: \"digger\", recipient: \"council\", stream: \"rent\"})",
                10,
            ),
            ("claims(filter: {country: \"ZW\"})", 0),
            ("comparisons(filter: {outcome: GAP, kind: NOT_RECEIVED, party: \"council\"})", 10),
            ("comparisons(filter: {outcome: AGREES, kind: NOT_RECEIVED})", 0),
            ("comparisons(filter: {topLevel: true, case: \"rent\"})", 10),
            ("gaps(filter: {mine: \"hill\", currency: \"USD\", amountMin: \"100009.50\"})", 9),
            ("mines(country: \"SL\")", 1),
            ("parties(kind: COUNCIL)", 1),
            ("rules(country: \"SL\", stream: \"rent\")", 1),
            ("countries", 1),
            ("doubts(country: \"SL\")", 0),
        ] {
            let data = api.data(&format!("{{ list: {query} {{ totalCount }} }}")).await;
            assert_eq!(data["list"]["totalCount"], json!(count), "{query}");
        }
    }
}

#[tokio::test]
async fn a_page_that_cannot_be_given_says_why() {
    for api in published(vec![paid("a", 2000, "1"), received("b", 2000, "1")]).await {
        let cursor = api.data("{ claims(first: 1) { edges { cursor } } }").await;
        let cursor = &cursor["claims"]["edges"][0]["cursor"];
        for (arguments, code) in [
            ("first: 201".to_owned(), "page_invalid"),
            ("first: -1".to_owned(), "page_invalid"),
            ("first: 1, last: 1".to_owned(), "page_invalid"),
            ("after: \"x\"".to_owned(), "cursor_invalid"),
            (format!("after: {cursor}, sort: AMOUNT_DESC"), "cursor_invalid"),
        ] {
            assert_eq!(api.code(&format!("{{ claims({arguments}) {{ totalCount }} }}")).await, code, "{arguments}");
        }
        assert_eq!(api.data("{ claims(first: 0) { nodes { code } } }").await["claims"]["nodes"], Value::Array(vec![]));
    }
}
