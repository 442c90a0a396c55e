//! A query that asks for too much is told so, with a word and in two languages.

use crate::support::{published, ten_years};

fn nested(levels: usize) -> String {
    let (open, close) = ("{ country { mines(first: 1) { nodes ".repeat(levels), " } } }".repeat(levels));
    format!("{{ mines(first: 1) {{ nodes {open} {{ slug }} {close} }} }}")
}

#[tokio::test]
async fn each_limit_has_its_word() {
    let aliases: String = (0..41).map(|index| format!("a{index}: release {{ number }} ")).collect();
    let tokens = "release { number } ".repeat(1_001);
    for api in published(ten_years()).await {
        for (query, code) in [
            ("{ release { number }".to_owned(), "query_syntax"),
            ("{ nothing }".to_owned(), "query_invalid"),
            ("query A { __typename } query B { __typename }".to_owned(), "query_invalid"),
            (nested(6), "query_too_deep"),
            (nested(40), "query_too_deep"),
            (format!("{{ {aliases} }}"), "query_too_many_aliases"),
            (format!("{{ {tokens} }}"), "query_too_long"),
            (
                "{ release @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) { number } }"
                    .to_owned(),
                "query_too_many_directives",
            ),
            (
                "{ countries(first: 200) { nodes { comparisons(first: 200) { nodes { payer { nameEn } recipient { nameEn } \
                 stream { nameEn } } } } } }"
                    .to_owned(),
                "query_too_complex",
            ),
        ] {
            assert_eq!(api.code(&query).await, code, "{query:.80}");
        }
        api.data(&nested(5)).await;
    }
}

#[tokio::test]
async fn introspection_fits_into_the_limits() {
    let of_type = "ofType { kind name ".repeat(7) + &"}".repeat(7);
    let query = format!(
        "{{ __schema {{ queryType {{ name }} mutationType {{ name }} types {{ kind name description
           fields(includeDeprecated: true) {{ name description args {{ name type {{ kind name {of_type} }} defaultValue }}
             type {{ kind name {of_type} }} isDeprecated }}
           inputFields {{ name type {{ kind name {of_type} }} }} interfaces {{ name }}
           enumValues(includeDeprecated: true) {{ name }} possibleTypes {{ name }} }}
           directives {{ name locations args {{ name type {{ kind name {of_type} }} }} }} }} }}"
    );
    for api in published(ten_years()).await {
        assert!(api.data(&query).await["__schema"]["types"].is_array());
    }
}
