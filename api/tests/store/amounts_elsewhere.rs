//! What the engines' own number types would have done with an amount: the measurements behind decision 0001, kept as a
//! test so that the decision is looked at again if one of them ever changes.

use std::str::FromStr;

use sea_orm::prelude::Decimal;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

use crate::database::stores;

/// A sum of Guinean francs, of the size that mining taxes have.
const FRANCS: &str = "98765432109876.54";

#[tokio::test]
async fn the_decimal_of_the_orm_is_a_float_on_sqlite_and_exact_on_postgresql() {
    for (_store, database) in stores().await {
        let connection = Database::connect(&database.url).await.expect("opens");
        let engine = connection.get_database_backend();
        let (column, place) = match engine {
            DbBackend::Postgres => ("DECIMAL", "$1"),
            _ => ("REAL", "?"),
        };
        connection.execute_unprepared(&format!("CREATE TABLE trial (amount {column})")).await.expect("a table");
        let amount = Decimal::from_str(FRANCS).expect("an amount");
        let insert = format!("INSERT INTO trial VALUES ({place})");
        let insert = Statement::from_sql_and_values(engine, insert, [amount.into()]);
        connection.execute_raw(insert).await.expect("inserted");
        let select = Statement::from_string(engine, "SELECT amount FROM trial");
        let row = connection.query_one_raw(select).await.expect("read").expect("a row");
        let back: Decimal = row.try_get("", "amount").expect("a decimal");
        let expected = if engine == DbBackend::Postgres { FRANCS } else { "98765432109876.6" };
        assert_eq!(back.to_string(), expected);
    }
}

#[tokio::test]
async fn a_sum_over_text_is_a_float_on_sqlite() {
    let (_store, database) = stores().await.remove(0);
    database.execute("CREATE TABLE trial (amount TEXT) STRICT").await.expect("a table");
    database.execute("INSERT INTO trial VALUES ('98765432109876.54'), ('0.01')").await.expect("two amounts");
    let sum = database.column("SELECT CAST(SUM(amount) AS TEXT) FROM trial").await;
    assert_ne!(sum, ["98765432109876.55"]);
}

#[tokio::test]
async fn digits_do_not_sort_as_numbers() {
    for (_store, database) in stores().await {
        database.execute("CREATE TABLE trial (amount TEXT)").await.expect("a table");
        database.execute("INSERT INTO trial VALUES ('9'), ('10'), ('-2'), ('-10')").await.expect("four amounts");
        let sorted = database.column("SELECT amount FROM trial ORDER BY amount").await;
        assert_ne!(sorted, ["-10", "-2", "9", "10"]);
    }
}
