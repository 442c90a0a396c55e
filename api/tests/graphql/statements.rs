//! A query costs the same number of statements however many rows it meets.

use serde_json::Value;

use crate::support::{published, years};

/// From gaps to the file, with lists within lists, in both directions.
pub const DEEP: &str = "{
    gaps(first: 200) {
        totalCount
        nodes {
            code
            comparison {
                country { nameEn hasCommunityRule gapCount mines(first: 5) { totalCount nodes { name gapCount } } }
                mine { name operator { nameEn gapCount comparisons(first: 200) { totalCount nodes { code } } } }
                payer { nameEn } recipient { nameEn parent { nameEn } } stream { nameEn }
                due { amount rule { slug source { title } } working { step amount claim { code } rule { slug } } }
                declared { amount claims { code place { raw } source { title } document { sha256 } remarks { kind } } }
                received { amount claims { code doubts { kind } sums { agrees } comparisons { code } setAside } others { code } }
                verdicts { question outcome gap { code } } parts { code } partOf { code }
                doubts { kind claims { code } }
            }
        }
    }
    mines(first: 5) { nodes { flowGraph { flowCount chains { flows { comparison { code } } holders { party { nameEn } accounts { stopped { amount } } } } } } }
    parties(first: 5) { nodes { flowGraph { flowCount } } }
    documents { nodes { name claims(first: 200) { totalCount nodes { code mine { name } } } } }
    claims(first: 200, sort: AMOUNT_DESC) { nodes { code payer { nameEn } recipient { nameEn } country { nameFr } } }
}";

async fn statements(rows: u32) -> Vec<(u64, usize)> {
    let mut counts = Vec::new();
    for api in published(years(rows)).await {
        let before = api.service.statements();
        let data = api.data(DEEP).await;
        let gaps = data["gaps"]["nodes"].as_array().map(Vec::len).unwrap_or_default();
        assert_eq!(data["gaps"]["totalCount"], Value::from(rows));
        counts.push((api.service.statements() - before, gaps));
    }
    counts
}

#[tokio::test]
async fn ten_times_the_rows_need_no_more_statements() {
    let (few, many) = (statements(20).await, statements(200).await);
    for ((few, few_rows), (many, many_rows)) in few.into_iter().zip(many) {
        assert_eq!((few_rows, many_rows), (20, 200));
        assert_eq!(few, many);
        assert!(many < 60, "{many} statements");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn threads_do_not_change_the_number_of_statements() {
    assert_eq!(statements(50).await, statements(50).await);
}
