//! A database that cannot be used says so in one sentence, in both languages.

use api::store::{Store, StoreError};

use crate::database::databases;

async fn refusal(url: &str) -> (String, String) {
    let error = Store::open(url).await.expect_err("cannot be used");
    (error.sentence_en(), error.sentence_fr())
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused() {
    for database in databases().await {
        Store::open(&database.url).await.expect("opens").migrate().await.expect("migrates");
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_tomorrow', 0)";
        database.execute(newer).await.expect("a step of tomorrow");
        let (english, french) = refusal(&database.url).await;
        assert_eq!(
            english,
            "The database was made by a newer version of Fairlode (step m9999_tomorrow); use that version, or a backup."
        );
        assert!(french.contains("version plus récente de Fairlode (étape m9999_tomorrow)"), "{french}");
    }
}

#[tokio::test]
async fn a_new_database_is_not_migrated_in_passing() {
    for database in databases().await {
        let store = Store::open(&database.url).await.expect("opens");
        assert!(matches!(store.ensure_migrated().await, Err(StoreError::NotMigrated)));
        store.migrate().await.expect("migrates");
        store.migrate().await.expect("a second time does nothing");
        store.ensure_migrated().await.expect("is up to date");
        store.ping().await.expect("answers");
    }
}

#[tokio::test]
async fn a_file_that_is_something_else_is_not_touched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("letter.txt");
    let letter = "Dear neighbours, this is a letter and not a database. ".repeat(100);
    std::fs::write(&path, &letter).expect("written");
    let (english, french) = refusal(&format!("sqlite:{}", path.display())).await;
    assert_eq!(english, format!("The file {} is not a Fairlode database.", path.display()));
    assert_eq!(french, format!("Le fichier {} n’est pas une base de Fairlode.", path.display()));
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), letter);
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("nowhere").join("data.sqlite");
    let (english, french) = refusal(&format!("sqlite:{}", path.display())).await;
    assert!(english.starts_with(&format!("The database {} cannot be created", path.display())), "{english}");
    assert!(french.starts_with(&format!("La base {} ne peut être", path.display())), "{french}");
}

#[tokio::test]
async fn an_unreachable_server_and_a_strange_address_are_told_apart_and_no_password_is_repeated() {
    let (english, french) = refusal("postgres://someone:secret@127.0.0.1:1/nothing").await;
    assert!(english.starts_with("PostgreSQL cannot be reached"), "{english}");
    assert!(french.starts_with("PostgreSQL est injoignable"), "{french}");
    let (strange, _) = refusal("mysql://someone:secret@host/nothing").await;
    assert_eq!(strange, "The database address must begin with sqlite: or postgres://.");
    assert!(![english, french, strange].concat().contains("secret"));
}

#[tokio::test]
async fn a_path_may_hold_any_character() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("the hill? 100 % of it.sqlite");
    Store::open(&format!("sqlite:{}", path.display())).await.expect("opens").migrate().await.expect("migrates");
    assert!(path.exists());
}
