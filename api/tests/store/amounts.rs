//! Amounts go into the database and come back as they were written, and sort and filter as the numbers they are.

use api::store::read::{ClaimFilter, ClaimList, ClaimSort, Reader, Window};
use reconcile::Amount;

use crate::database::stores;
use crate::pack::{files, given, paid};
use crate::people::People;

/// Amounts that a float, a locale, or a text's order would get wrong; from the smallest to the greatest.
const HOSTILE: [&str; 22] = [
    "-9999999999999999999999999999",
    "-98765432109876.54",
    "-10",
    "-9.99",
    "-0.0000000000000000000000000001",
    "0",
    "0.0000000000000000000000000001",
    "0.1",
    "0.30",
    "0.300000000000000000000000001",
    "9",
    "10.00",
    "99.99",
    "100",
    "9007199254740992",
    "9007199254740993",
    "98765432109876.54",
    "98765432109876.6",
    "9223372036854775808",
    "12345678901234567890.12345678",
    "9999999999999999999999999998",
    "9999999999999999999999999999",
];

fn amount(text: &str) -> Amount {
    text.parse().expect(text)
}

/// The list above, sorted by the numbers, so that the test does not trust its author.
fn in_order() -> Vec<&'static str> {
    let mut sorted = HOSTILE.to_vec();
    sorted.sort_by_key(|text| amount(text));
    sorted
}

fn window(limit: u64) -> Window {
    Window { limit, backward: false, after: None, before: None }
}

async fn listed(reader: &Reader, filter: ClaimFilter, sort: ClaimSort) -> Vec<String> {
    let list = ClaimList { release: 1, filter, sort };
    let page = reader.page(&list, &window(200)).await.expect("a page");
    page.rows.iter().map(|row| row.amount.clone().expect("an amount")).collect()
}

#[tokio::test]
async fn hostile_amounts_come_back_with_their_digits_and_in_order() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let claims =
            HOSTILE.iter().zip(1900..).map(|(text, year)| given(&format!("claim-{year}"), year, text)).collect();
        people.release(files(claims)).await;
        let reader = Reader::new(store.clone());

        let ascending = listed(&reader, ClaimFilter::default(), ClaimSort::AmountAscending).await;
        assert_eq!(ascending, in_order());
        let mut descending = listed(&reader, ClaimFilter::default(), ClaimSort::AmountDescending).await;
        descending.reverse();
        assert_eq!(descending, in_order());

        for (low, high) in [("-10", "0.1"), ("98765432109876.54", "98765432109876.6"), ("10", "9007199254740992.0")] {
            let (low, high) = (amount(low), amount(high));
            let filter = ClaimFilter {
                amount_min: Some(low.order_key()),
                amount_max: Some(high.order_key()),
                ..ClaimFilter::default()
            };
            let within: Vec<&str> =
                in_order().into_iter().filter(|text| low <= amount(text) && amount(text) <= high).collect();
            assert_eq!(listed(&reader, filter, ClaimSort::AmountAscending).await, within, "{low} to {high}");
        }
    }
}

#[tokio::test]
async fn no_column_of_any_table_is_a_float_or_a_decimal_of_the_database() {
    for (_store, database) in stores().await {
        let types = if database.url.starts_with("sqlite") {
            "SELECT DISTINCT lower(c.type) FROM sqlite_schema t, pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'seaql_migrations' ORDER BY 1"
        } else {
            "SELECT DISTINCT data_type::text FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name <> 'seaql_migrations' ORDER BY 1"
        };
        let types = database.column(types).await;
        let allowed = ["bigint", "blob", "boolean", "bytea", "integer", "text"];
        assert!(types.iter().all(|name| allowed.contains(&name.as_str())), "{types:?}");
    }
}

#[tokio::test]
async fn an_amount_and_its_absence_never_stand_together() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.submit(files(vec![paid("one", 2020, "1.00")])).await;
        assert!(database.execute("UPDATE claim SET absence = 'not_stated'").await.is_err());
        assert!(database.execute("UPDATE claim SET amount = NULL, amount_key = NULL").await.is_err());
        assert!(database.execute("UPDATE claim SET amount_key = NULL").await.is_err());
    }
}
