//! The figures the casebook is known for, as they stand on the pages.

use super::{claim, gap, page};
use crate::fake::Fake;
use crate::html;

/// The text with its special spaces made plain.
fn seen(page: &str) -> String {
    html::text(page).replace(['\u{a0}', '\u{202f}'], " ")
}

#[tokio::test]
async fn a_pledge_is_shown_with_its_conflict() {
    let english = seen(&page(&format!("/en/{}", gap("49600000"))).await);
    for figure in
        ["USD 50,000,000", "USD 400,000", "USD 49,600,000", "99.20%", "USD 500,000", "USD 49,500,000", "99.00%"]
    {
        assert!(english.contains(figure), "{figure} is missing");
    }
    let french = seen(&page(&format!("/fr/{}", gap("49600000"))).await);
    for figure in ["50 000 000 USD", "400 000 USD", "49 600 000 USD", "99,20 %", "500 000 USD"] {
        assert!(french.contains(figure), "{figure} is missing");
    }
}

#[tokio::test]
async fn a_chain_shows_its_hands_in_a_drawing_and_in_a_table() {
    for (path, heading, not_known) in
        [("/en/mine/sl-koidu", "From hand to hand", "not known"), ("/fr/mine/sl-koidu", "De main en main", "inconnu")]
    {
        let whole = page(path).await;
        let start = whole.find("id=\"chains\"").expect("a section of chains");
        let section = &whole[start..];
        assert!(section.contains(heading), "{path}");
        let drawing = &section[section.find("<svg class=\"chain\"").expect("a drawing")..];
        let drawing = &drawing[..drawing.find("</svg>").expect("an end")];
        assert!(drawing.contains("<title id=\"chain0-t\">") && drawing.contains("<desc id=\"chain0-d\">"), "{path}");
        // Six were paid; none of them has said what it received.
        assert!(drawing.matches("stroke-dasharray").count() >= 6, "{drawing}");
        let table = &section[section.find("<table class=\"ledger hands\"").expect("a table")..];
        let table = seen(&table[..table.find("</table>").expect("an end")]);
        assert!(table.contains("1,559,732.19") || table.contains("1 559 732,19"), "{table}");
        assert!(table.contains(not_known), "{table}");
    }
}

#[tokio::test]
async fn a_split_shows_its_whole_working_and_where_each_line_comes_from() {
    let page = page(&format!("/en/{}", gap("732952.03"))).await;
    let text = seen(&page);
    let mut rest = text.as_str();
    let lines = [
        "2,793,470.01",
        "25%",
        "11,173,880.04",
        "15%",
        "1,676,082.0060",
        "1,676,082.01",
        "943,129.98",
        "732,952.03",
        "43.73%",
    ];
    rest = &rest[rest.find("The working").unwrap()..];
    for line in lines {
        rest = &rest[rest.find(line).unwrap_or_else(|| panic!("{line} is missing or out of order"))..];
    }
    for origin in
        [claim("cd-kasai-oriental-2018/province"), claim("cd-kasai-oriental-2018/etd"), "rule/cd-split-2018".to_owned()]
    {
        assert!(html::links(&page).contains(&format!("/en/{origin}")), "{origin} is not linked");
    }
}

#[tokio::test]
async fn a_country_without_a_rule_says_so_and_never_nought_percent() {
    for (lang, words) in [("en", "No rule"), ("fr", "Aucune règle")] {
        let text = seen(&page(&format!("/{lang}/country/BW")).await);
        assert!(text.contains(words));
        assert!(!text.contains(" 0%") && !text.contains(" 0 %") && !text.contains("0.00%"), "{text}");
    }
}

#[tokio::test]
async fn a_refusal_is_a_word_and_not_nought() {
    let text = seen(&page(&format!("/en/{}", claim("zw-treasury-2012/refused-anjin"))).await);
    assert!(text.contains("Refused to disclose"));
    assert!(!text.contains("USD 0"));
    let text = seen(&page("/en/country/ZW").await);
    assert!(text.contains("at least USD 293,000,000") || text.contains("at least   USD 293,000,000"), "{text}");
    assert!(text.contains("1 of 4 known"));
}

#[tokio::test]
async fn a_stated_nought_is_an_amount() {
    let text = seen(&page(&format!("/en/{}", gap("30000000"))).await);
    assert!(text.contains("USD 0"));
}

#[tokio::test]
async fn silence_names_its_side_and_a_stand_in_is_named() {
    let text = seen(&page(&format!("/en/{}", gap("732952.03"))).await);
    assert!(text.contains("The payer has said nothing"));
    assert!(text.contains("stated by a third party; the recipient itself is silent"));
}

#[tokio::test]
async fn a_gap_against_a_silent_recipient_speaks_of_what_was_declared() {
    let text = seen(&page(&format!("/en/{}", gap("10000000"))).await);
    assert!(text.contains("Declared less than pledged"));
}

#[tokio::test]
async fn a_claim_leads_to_its_cell_and_back() {
    let path = claim("sl-koidu-rent-2023/total");
    let page = page(&format!("/en/{path}")).await;
    assert!(seen(&page).contains("NLe1, 559, 732, 19"));
    let document = html::links(&page).into_iter().find(|link| link.contains("/document/")).unwrap();
    let document = super::page(&document).await;
    assert!(seen(&document).contains("The place you came for"));
    assert!(seen(&document).contains("1559732.19"));
    assert!(html::links(&document).contains(&format!("/en/{path}")));
}

#[tokio::test]
async fn parts_stand_under_their_whole() {
    let page = page("/en/country/CD").await;
    let whole = page.find("Province and").or_else(|| page.find("kor-province-etd")).unwrap_or(0);
    assert_eq!(page.matches("class=\"part\"").count(), 2);
    assert!(page.find("class=\"part\"").unwrap() > whole);
}

#[tokio::test]
async fn two_rows_for_one_half_year_are_both_shown() {
    let page = page("/en/country/CD").await;
    let text = seen(&page);
    for figure in ["1,761,189.74 ct", "871,287.39 ct", "two figures published"] {
        assert!(text.contains(figure), "{figure} is missing");
    }
    // Two marks in each of two charts, each drawn for two widths.
    assert_eq!(page.matches("<rect class=\"conflict\"").count(), 8);
}

#[tokio::test]
async fn tables_hold_the_digits_as_published() {
    let table = page("/en/country/CD.csv").await;
    assert!(table.contains("1676082.01,,,943129.98,"), "{table}");
    assert!(table.lines().count() > 3);
    let api = page(&format!("/en/{}.json", gap("49600000"))).await;
    let api: serde_json::Value = serde_json::from_str(&api).unwrap();
    assert_eq!(api["gap"]["amount"], "49600000");
    let picture = page(&format!("/fr/{}.svg", gap("49600000"))).await;
    assert!(picture.starts_with("<svg") && picture.contains("<style>"));
}

#[tokio::test]
async fn an_amount_of_any_length_is_shown_to_the_last_digit() {
    let digits = "12345678901234567890123456.78";
    let api = Fake::changed(|store| {
        for gap in store["Gap"].as_object_mut().unwrap().values_mut() {
            gap["amount"] = digits.into();
        }
    });
    let page = super::page_of(api, &format!("/en/{}", gap("49600000"))).await;
    assert!(seen(&page).contains("12,345,678,901,234,567,890,123,456.78"));
}
