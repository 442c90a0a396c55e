//! Releases are frozen, and come whole or not at all.

use std::time::Duration;

use api::error::ErrorCode;
use api::store::read::{ClaimFilter, ClaimList, ClaimSort, Reader, Window};
use api::store::{AuditState, DisclosureState};
use api::workflow::{Moment, submit_claims};
use intake::Limits;

use crate::database::{TestDatabase, stores};
use crate::pack::{claims_file, files, files_with_mine_named, paid, received};
use crate::people::People;

async fn claims_of(reader: &Reader, release: i64) -> Vec<String> {
    let list = ClaimList { release, filter: ClaimFilter::default(), sort: ClaimSort::Code };
    let window = Window { limit: 200, backward: false, after: None, before: None };
    let page = reader.page(&list, &window).await.expect("a page");
    let mut ids: Vec<String> = page.rows.iter().map(|row| format!("{} {:?}", row.pack_id, row.amount)).collect();
    ids.sort();
    ids
}

/// Everything that release 1 consists of, as the tables hold it.
async fn release_one(database: &TestDatabase) -> Vec<String> {
    let mut rows = Vec::new();
    for query in [
        "SELECT code || ' ' || name FROM mine WHERE first_release <= 1 AND (last_release IS NULL OR last_release >= 1)",
        "SELECT pack_id || ' ' || amount FROM claim WHERE first_release <= 1 AND (last_release IS NULL OR last_release >= 1)",
        "SELECT comparison || question || outcome || coalesce(gap_code, '') FROM verdict WHERE first_release = 1",
        "SELECT in_column || ' ' || amount FROM figure WHERE first_release = 1",
        "SELECT sha256 FROM document WHERE first_release <= 1",
    ] {
        let mut found = database.column(query).await;
        found.sort();
        rows.extend(found);
    }
    rows
}

#[tokio::test]
async fn release_one_reads_the_same_after_release_two() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        let first = people.release(files(vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00")])).await;
        assert_eq!((first.number, first.claim_count, first.gap_count), (1, 2, 1));
        let before = release_one(&database).await;

        let second =
            files_with_mine_named("The Great Hill", vec![paid("a", 2020, "1000000.00"), paid("c", 2021, "5.00")]);
        let second = people.release(second).await;
        assert_eq!((second.number, second.claim_count), (2, 3));
        assert_eq!(release_one(&database).await, before);

        let reader = Reader::new(store.clone());
        assert_eq!(claims_of(&reader, 1).await, [r#"a Some("1000000.00")"#, r#"b Some("900000.00")"#]);
        assert_eq!(claims_of(&reader, 2).await.len(), 3);
        let mines = database.column("SELECT name FROM mine WHERE last_release IS NULL AND first_release = 2").await;
        assert_eq!(mines, ["The Great Hill"]);
        let repeated = database.column("SELECT code FROM party WHERE first_release = 2").await;
        assert!(repeated.is_empty(), "what both packs say alike stays as it was: {repeated:?}");
        assert_ne!(first.pack_sha256, second.pack_sha256);
    }
}

#[tokio::test]
async fn a_figure_travels_from_a_file_to_a_gap() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00")])).await;
        let gaps =
            database.column("SELECT kind || ' ' || amount || ' ' || percent FROM verdict WHERE gap_code IS NOT NULL");
        assert_eq!(gaps.await, ["not_received 100000.00 10.00"]);
        let figures = database.column("SELECT in_column || ' ' || amount FROM figure ORDER BY in_column").await;
        assert_eq!(figures, ["declared 1000000.00", "due 1000000.00", "received 900000.00"]);
        let place = "SELECT file || ':' || \"column\" || ':' || raw FROM claim ORDER BY pack_id";
        assert_eq!(database.column(place).await, ["claims.csv:amount:1000000.00", "claims.csv:amount:900000.00"]);
    }
}

#[tokio::test]
async fn claims_alone_join_what_is_published() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1.00")])).await;
        let more = claims_file(&[received("b", 2020, "1.00")]);
        people.approve(people.submit_file(more).await).await;
        assert_eq!(people.publish().await.expect("published").claim_count, 2);

        let again = people.submit_file(claims_file(&[received("b", 2020, "2.00")])).await;
        assert!(again.disclosure.is_none());
        assert_eq!(again.findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), ["id_taken"]);
    }
}

#[tokio::test]
async fn nothing_is_public_before_it_is_in_a_release() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1.00")])).await;
        let reader = Reader::new(store.clone());
        let before = claims_of(&reader, 1).await;
        people.approve(people.submit_file(claims_file(&[received("b", 2020, "1.00")])).await).await;
        assert_eq!(claims_of(&reader, 1).await, before);
        assert_eq!(claims_of(&reader, 2).await, before);
    }
}

#[tokio::test]
async fn many_who_write_at_once_wait_for_each_other_and_none_fails() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1.00")])).await;
        let sending = (0..40).map(|number| {
            let claim = received(&format!("claim-{number}"), 1900 + number, "1.00");
            let (store, member) = (store.clone(), people.member.clone());
            tokio::spawn(async move {
                submit_claims(&store, &member, claims_file(&[claim]), &Limits::default(), Moment::now()).await
            })
        });
        for sent in sending.collect::<Vec<_>>() {
            assert!(sent.await.expect("no panic").expect("no error").is_new);
        }
        assert_eq!(database.column("SELECT code FROM disclosure WHERE state = 'submitted'").await.len(), 40);
        assert!(matches!(store.verify_audit().await, Ok(AuditState::Whole { lines: 47 })));
    }
}

#[tokio::test]
async fn the_same_bytes_are_the_same_disclosure() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let first = people.submit(files(vec![paid("a", 2020, "1.00")])).await;
        let second = people.submit(files(vec![paid("a", 2020, "1.00")])).await;
        assert!(first.is_new && !second.is_new);
        assert_eq!(first.disclosure.map(|own| own.code), second.disclosure.map(|own| own.code));
    }
}

#[tokio::test]
async fn nothing_of_a_blocked_pack_is_kept() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        let blocked = people.submit(files(vec![paid("a", 2020, "1.00"), paid("b", 2021, "1,000.00")])).await;
        assert!(blocked.disclosure.is_none());
        assert!(blocked.findings.iter().any(|finding| finding.code.as_str() == "amount_separator"));
        assert!(database.column("SELECT pack_id FROM claim").await.is_empty());
        assert!(database.column("SELECT sha256 FROM document").await.is_empty());
    }
}

#[tokio::test]
async fn publishing_that_stops_halfway_leaves_the_old_release() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1.00")])).await;
        let before = release_one(&database).await;
        let claims = (2000..2015).map(|year| paid(&format!("c{year}"), year, "7.00")).collect();
        people.approve(people.submit(files(claims)).await).await;

        // Cut off a little later each time, as a crash would, until it is quick enough to finish.
        let (mut cuts, mut patience) = (0, Duration::from_micros(200));
        while tokio::time::timeout(patience, people.publish()).await.is_err() {
            // Whoever may write now finds what the one before left behind.
            drop(store.begin().await.expect("the right to write"));
            if store.latest_release().await.expect("read").map(|release| release.number) == Some(2) {
                // Cut off after the last word was said: then all of it holds.
                break;
            }
            cuts += 1;
            assert_eq!(store.disclosures(DisclosureState::Approved).await.expect("read").len(), 1);
            assert_eq!(release_one(&database).await, before);
            patience = patience * 5 / 4;
        }
        assert!(cuts > 0, "the first attempts had no time to finish");
        let second = store.latest_release().await.expect("read").expect("a release");
        assert_eq!((second.number, second.claim_count), (2, 16));
        assert_eq!(release_one(&database).await, before);
    }
}

#[tokio::test]
async fn there_is_nothing_to_publish_twice() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("a", 2020, "1.00")])).await;
        let error = people.publish().await.expect_err("nothing was approved");
        assert_eq!(error.code(), ErrorCode::NothingToPublish);
    }
}
