//! What goes wrong around the program is one plain sentence, in the reader's language, and a code for the shell.

use std::fs;
use std::net::TcpListener;

use crate::app::{App, Server, casebook, program, said};
use crate::database::Engine;

#[test]
fn a_port_in_use_is_one_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    for command in ["demo", "serve"] {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite://{}", folder.path().join("one.sqlite").display());
        said(program(&["migrate"]).env("FAIRLODE_DATABASE_URL", &database));
        let told = said(program(&[command, "--listen", &address]).env("FAIRLODE_DATABASE_URL", &database));
        assert_eq!(told.code, 2, "{}", told.err);
        let sentence = format!(
            "fairlode: Another program already listens on {address}; stop it, or choose another port with --listen.\n"
        );
        assert_eq!(told.err, sentence);
        let told =
            said(program(&["--lang", "fr", command, "--listen", &address]).env("FAIRLODE_DATABASE_URL", &database));
        assert!(told.err.starts_with("fairlode: Un autre programme écoute déjà sur"), "{}", told.err);
    }
}

/// A file where a folder should be cannot be written into, whoever asks.
#[test]
fn an_unwritable_folder_is_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let database = format!("sqlite://{}", file.join("below/fairlode.sqlite").display());
    let told = said(&mut program(&["migrate", "--database-url", &database]));
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("cannot be written") && told.err.lines().count() == 1, "{}", told.err);
    let told = said(&mut program(&["demo", "--listen", "127.0.0.1:0", "--data", file.to_str().expect("UTF-8")]));
    assert_eq!(told.code, 2, "{}", told.err);
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
}

#[test]
fn a_file_that_is_no_database_is_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letter.sqlite");
    fs::write(&file, "Dear Sir or Madam, ".repeat(100)).expect("written");
    let told = said(&mut program(&["serve", "--database-url", &format!("sqlite://{}", file.display())]));
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("is not a Fairlode database") && told.err.lines().count() == 1, "{}", told.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let Some(app) = App::on(engine).await else { continue };
        app.pretend_newer().await;
        for command in
            [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["import", casebook(), "--actor", "amina"]]
        {
            let told = app.run(command);
            assert_eq!(told.code, 2, "{command:?}: {}", told.err);
            assert!(told.err.contains("newer version of Fairlode") && told.err.lines().count() == 1, "{}", told.err);
        }
    }
}

#[test]
fn a_database_without_its_tables_says_what_to_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite://{}", folder.path().join("new.sqlite").display());
    let told = said(&mut program(&["serve", "--listen", "127.0.0.1:0", "--database-url", &database]));
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("fairlode migrate"), "{}", told.err);
}

#[test]
fn a_demo_writes_only_into_a_folder_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("thesis.txt"), "years of work").expect("written");
    let path = folder.path().to_str().expect("UTF-8");
    let told = said(&mut program(&["demo", "--listen", "127.0.0.1:0", "--data", path]));
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("holds something else"), "{}", told.err);
    assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 1, "nothing was written");

    // A folder of its own may be used again: the demo starts afresh.
    let own = tempfile::tempdir().expect("a folder");
    let path = own.path().to_str().expect("UTF-8");
    for _ in 0..2 {
        let server = Server::start(&mut program(&["demo", "--listen", "127.0.0.1:0", "--data", path]));
        assert!(server.stop(), "the demo ends well when it is asked to");
    }
}

#[test]
fn help_is_in_english_and_in_french() {
    let told = said(&mut program(&["--help"]));
    assert_eq!(told.code, 0);
    assert!(told.out.contains("Usage:") && told.out.contains("Serve the casebook"), "{}", told.out);
    let told = said(program(&["demo", "--help"]).env_remove("FAIRLODE_LANG").env("LC_ALL", "fr_CD.UTF-8"));
    assert_eq!(told.code, 0);
    assert!(told.out.contains("Utilisation") && told.out.contains("Adresse et port"), "{}", told.out);
}

#[test]
fn the_schema_that_is_printed_is_the_one_that_is_committed() {
    let told = said(&mut program(&["schema"]));
    let committed = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/api/schema.graphql")).expect("the schema");
    assert_eq!(told.out, committed);
}

#[test]
fn the_same_pack_gives_the_same_bytes() {
    for arguments in [&["reconcile", casebook(), "--json"][..], &["reconcile", casebook()]] {
        let first = said(&mut program(arguments));
        assert_eq!(first.code, 0, "{}", first.err);
        assert!(first.out.len() > 10_000, "the casebook has much to say");
        assert_eq!(first.out, said(program(arguments).env("TZ", "Asia/Kathmandu").env("LC_ALL", "de_DE.UTF-8")).out);
    }
    let json = said(&mut program(&["reconcile", casebook(), "--json"])).out;
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let counts = &document["counts"];
    let count = |name: &str| counts[name].as_u64().unwrap_or_else(|| panic!("counts.{name}"));
    assert_eq!(count("agreed") + count("gap") + count("unknown") + count("set_aside"), count("claims"));
    assert_eq!(document["comparisons"].as_array().map(Vec::len), counts["comparisons"].as_u64().map(|n| n as usize));
}

#[test]
fn versions_and_shares_are_told_in_both_languages() {
    let told = |language: &str| said(program(&["reconcile", casebook()]).env("FAIRLODE_LANG", language)).out;
    let (english, french) = (told("en"), told("fr"));
    for words in [
        "~ under cd-split-2018: due 196,710.67 USD, unknown",
        "shares under cd-split-2022\n    state 44%: 577,017.96 USD",
        "the second figure must be 3,317,933.05 USD",
    ] {
        assert!(english.contains(words), "{words}");
    }
    for words in
        ["~ selon cd-split-2018\u{a0}: dû 196\u{202f}710,67 USD", "parts selon cd-split-2022\n    state 44\u{a0}%"]
    {
        assert!(french.contains(words), "{words}");
    }
}

#[test]
fn a_policy_file_changes_what_is_a_gap() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = folder.path().join("strict.toml");
    fs::write(&policy, "version = 1\npercent_of = \"due_or_declared\"\n\n[default]\npercent = \"0\"\nfloor = {}\n")
        .expect("written");
    let gaps = |arguments: &[&str]| {
        let told = said(&mut program(arguments));
        assert_eq!(told.code, 0, "{}", told.err);
        let document: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
        (document["counts"]["gap"].as_u64().expect("a count"), document["policy_sha256"].to_string())
    };
    let usual = gaps(&["reconcile", casebook(), "--json"]);
    let strict = gaps(&["reconcile", casebook(), "--json", "--policy", policy.to_str().expect("UTF-8")]);
    assert!(strict.0 > usual.0, "without a tolerance there are more gaps: {strict:?}, {usual:?}");
    assert_ne!(strict.1, usual.1);
}
