//! Versions of a rule in dispute, shares of a due, lower bounds, and results that are computed again.

use serde_json::{Value, json};

use super::{claim, page, page_of};
use crate::fake::Fake;
use crate::html;

const SHARE: &str = "comparison/F-9ECKS-9F9PG-T";
const ROYALTY: &str = "comparison/F-5K511-CKYZZ-G";

/// The text with every run of spaces, of whatever kind, made one plain space.
fn seen(page: &str) -> String {
    html::text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of a page under one heading.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.find(&format!("aria-labelledby=\"{id}\"")).unwrap_or_else(|| panic!("no section {id}"));
    &page[start..start + page[start..].find("</section>").expect("an end")]
}

/// The casebook with one comparison changed.
fn with(code: &str, change: impl FnOnce(&mut Value)) -> Fake {
    let key = code.trim_start_matches("comparison/").to_owned();
    Fake::changed(|store| change(&mut store["Comparison"][&key]))
}

#[tokio::test]
async fn every_version_is_shown_with_its_due_and_its_working() {
    for (lang, heading, first, second) in [
        ("en", "Under each version of the rule", "USD 183,596.62", "USD 196,710.67"),
        ("fr", "Selon chaque version de la règle", "183 596,62 USD", "196 710,67 USD"),
    ] {
        let page = page(&format!("/{lang}/{SHARE}")).await;
        let text = seen(section(&page, "versions"));
        for words in [heading, first, second] {
            assert!(text.contains(words), "{words} is missing: {text}");
        }
        // The share of the older version, and the product before it was allocated.
        assert!(text.contains("15%") || text.contains("15 %"), "{text}");
        assert!(text.contains("196,710.6675") || text.contains("196 710,6675"), "{text}");
        for rule in ["cd-split-2022", "cd-split-2018"] {
            assert!(html::links(&page).contains(&format!("/{lang}/rule/{rule}")), "{rule} is not linked");
        }
    }
}

#[tokio::test]
async fn versions_that_answer_differently_are_no_doubt_about_a_figure() {
    let disputed = || {
        with(SHARE, |found| {
            let own = &mut found["verdicts"][0];
            own["reason"] = json!("DOUBTED");
            own["column"] = json!("DUE");
            own["amount"] = json!("0.00");
            own["percent"] = json!("0.00");
            let rival = &mut found["rivals"][0];
            (rival["outcome"], rival["kind"], rival["reason"]) = (json!("GAP"), json!("BELOW_DUE"), Value::Null);
            (rival["amount"], rival["percent"]) = (json!("13114.05"), json!("6.67"));
        })
    };
    let english = seen(&page_of(disputed(), &format!("/en/{SHARE}")).await);
    assert!(english.contains("The versions of the rule in dispute give different answers"), "{english}");
    assert!(!english.contains("A doubt stands against a figure"), "{english}");
    assert!(english.contains("USD 13,114.05") && english.contains("6.67%"), "{english}");
    let french = seen(&page_of(disputed(), &format!("/fr/{SHARE}")).await);
    assert!(french.contains("donnent des réponses différentes") && french.contains("6,67 %"), "{french}");
}

#[tokio::test]
async fn a_page_without_a_dispute_has_no_table_of_versions() {
    let page = page(&format!("/en/{ROYALTY}")).await;
    assert!(!page.contains("id=\"versions\""));
}

#[tokio::test]
async fn the_shares_of_a_due_stand_under_each_split_that_divides_it() {
    for (lang, figures) in [
        ("en", ["USD 301,623.02", "USD 327,851.11", "USD 1,311,404.45", "FONAREV"]),
        ("fr", ["301 623,02 USD", "327 851,11 USD", "1 311 404,45 USD", "FONAREV"]),
    ] {
        let page = page(&format!("/{lang}/{ROYALTY}")).await;
        let shares = section(&page, "shares");
        let text = seen(shares);
        for figure in figures {
            assert!(text.contains(figure), "{figure} is missing: {text}");
        }
        assert_eq!(shares.matches("<table").count(), 2);
    }
}

#[tokio::test]
async fn a_share_of_a_party_leads_to_it() {
    let api = with(ROYALTY, |found| found["shares"][2]["party"] = json!({ "$ref": "Party/cd-etd-sacim" }));
    let page = page_of(api, &format!("/en/{ROYALTY}")).await;
    assert!(html::links(section(&page, "shares")).contains(&"/en/party/cd-etd-sacim".to_owned()));
}

#[tokio::test]
async fn a_due_with_a_hole_is_at_least_and_names_what_is_missing() {
    let holed = || {
        with(ROYALTY, |found| {
            found["due"]["lowerBound"] = json!(true);
            found["due"]["missing"] = json!([{ "$ref": "Stream/surface_rent" }]);
            found["shares"] = json!([]);
        })
    };
    let english = seen(&page_of(holed(), &format!("/en/{ROYALTY}")).await);
    assert!(english.contains("at least USD 1,311,404.45"), "{english}");
    assert!(english.contains("nothing is known of Surface rent"), "{english}");
    let french = seen(&page_of(holed(), &format!("/fr/{ROYALTY}")).await);
    assert!(french.contains("au moins 1 311 404,45 USD"), "{french}");
    assert!(french.contains("on ne sait rien de : Loyer de surface"), "{french}");
    let ledger = seen(&page_of(holed(), "/en/mine/cd-sacim").await);
    assert!(ledger.contains("at least USD 1,311,404.45"), "{ledger}");
    let table = page_of(holed(), "/en/mine/cd-sacim.csv").await;
    assert!(table.contains("Due: at least"), "{table}");
}

#[tokio::test]
async fn more_than_a_minimum_is_above_it_and_within_no_tolerance() {
    let api = with(ROYALTY, |found| {
        found["due"]["minimum"] = json!(true);
        let verdict = &mut found["verdicts"][0];
        (verdict["outcome"], verdict["reason"], verdict["column"]) = (json!("AGREES"), Value::Null, Value::Null);
        verdict["amount"] = json!("-5338547592.11");
    });
    let text = seen(&page_of(api, &format!("/en/{ROYALTY}")).await);
    assert!(text.contains("above the minimum by USD 5,338,547,592.11"), "{text}");
    assert!(!text.contains("within tolerance"), "{text}");
}

#[tokio::test]
async fn a_rule_says_what_it_adds_up_weighs_by_and_disputes() {
    let api = || {
        Fake::changed(|store| {
            let rule = &mut store["Rule"]["cd-split-2018"];
            rule["pool"] = json!([{ "$ref": "Stream/surface_rent" }, { "$ref": "Stream/royalty" }]);
            rule["splitBy"] = json!({ "$ref": "Stream/production" });
            rule["deadline"] = json!("at-sale-30");
            rule["penalty"] = json!("5 % for every 3 months late, started");
        })
    };
    let english = seen(&page_of(api(), "/en/rule/cd-split-2018").await);
    for words in [
        "Surface rent + Royalty",
        "over the figure for all: Production",
        "Split of the mining royalty after FONAREV",
        "30 days after the sale",
        "5% for every 3 months late, counted as soon as begun",
    ] {
        assert!(english.contains(words), "{words} is missing: {english}");
    }
    let french = seen(&page_of(api(), "/fr/rule/cd-split-2018").await);
    for words in ["Loyer de surface + Redevance", "Conteste", "30 jours après la vente", "5 % par tranche de 3 mois"] {
        assert!(french.contains(words), "{words} is missing: {french}");
    }
}

#[tokio::test]
async fn a_printed_difference_that_does_not_hold_says_what_would_make_it_hold() {
    let path = claim("sl-koidu-rent-2023/total");
    let api = |rule: Value, difference: bool| {
        let key = path.trim_start_matches("claim/").to_owned();
        Fake::changed(move |store| {
            let sum = &mut store["Claim"][&key]["sums"][0];
            (sum["agrees"], sum["rule"], sum["ofDifference"]) = (json!(false), rule, json!(difference));
            sum["wouldBe"] = if difference { json!("3317933.05") } else { Value::Null };
        })
    };
    let english = seen(&page_of(api(Value::Null, true), &format!("/en/{path}")).await);
    assert!(english.contains("the second figure must be") && english.contains("3,317,933.05"), "{english}");
    let french = seen(&page_of(api(Value::Null, true), &format!("/fr/{path}")).await);
    assert!(french.contains("le second chiffre doit être") && french.contains("3 317 933,05"), "{french}");
    let result = page_of(api(json!({ "$ref": "Rule/cd-dot" }), false), &format!("/en/{path}")).await;
    assert!(seen(&result).contains("The printed result is not what the rule gives"), "{result}");
    assert!(html::links(section(&result, "sums")).contains(&"/en/rule/cd-dot".to_owned()));
}
