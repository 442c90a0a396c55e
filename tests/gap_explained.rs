//! Story: a reviewer finds the cause of a gap, and asks about another. The next release says so; this one does not change.

use serde_json::{Value, json};

use crate::app::App;
use crate::database::Engine;

const WIDEST: &str = "query ($release: Int) {
    gaps(first: 2, filter: { country: \"CD\" }, sort: AMOUNT_DESC, release: $release) {
        totalCount nodes { code state explained explainedNote comparison { country { code } } }
    }
}";

async fn story(engine: Engine) {
    let Some(mut app) = App::on(engine).await else { return };
    app.publish_casebook();
    app.must(&["user", "add", "dara", "--role", "reviewer", "--organisation", "Community Watch"]);
    let before = app.send_raw(None, WIDEST, json!({ "release": 1 })).await;
    let gaps = app.ask(WIDEST, json!({})).await["gaps"].clone();
    let code = |index: usize| gaps["nodes"][index]["code"].as_str().expect("a code").to_owned();
    let (explained, asked) = (code(0), code(1));

    refused_where_they_must_be(&app, &explained);
    let note = "Booked in the January after.";
    let said = app.must(&["gap", "explain", &explained, "--cause", "timing", "--note", note, "--actor", "bakary"]);
    assert_eq!(said, format!("{explained}: explained (paid or booked at another time) from the next release on.\n"));
    app.must(&["gap", "ask", &asked, "--note", "Which account is it?", "--actor", "bakary"]);
    assert_eq!(app.ask(WIDEST, json!({})).await["gaps"], gaps, "nothing of this is public yet");
    app.must(&["publish", "--actor", "chipo"]);

    let after = app.ask(WIDEST, json!({})).await["gaps"].clone();
    assert_eq!(after["totalCount"].as_i64(), gaps["totalCount"].as_i64().map(|count| count - 1));
    let first = &after["nodes"][0];
    let found = [&first["state"], &first["explained"], &first["explainedNote"]];
    assert_eq!(found, [&json!("EXPLAINED"), &json!("TIMING"), &json!(note)]);
    on_the_pages(&mut app, &explained, &asked).await;
    assert_eq!(app.send_raw(None, WIDEST, json!({ "release": 1 })).await, before, "release 1 answers as it did");

    app.must(&["gap", "answer", &asked, "--cause", "entity", "--note", "The province's.", "--actor", "bakary"]);
    app.must(&["publish", "--actor", "chipo"]);
    let all: Value = app.ask("{ release { number gapCounts { explained questioned } } }", json!({})).await;
    assert_eq!(all["release"]["number"], 3);
    assert_eq!(all["release"]["gapCounts"]["explained"], 2);
}

/// The page of each gap says how far it has come, in both languages; lists and tables count apart. Nobody is named.
async fn on_the_pages(app: &mut App, explained: &str, asked: &str) {
    for (path, words) in [
        (format!("/en/gap/{explained}"), ["Explained", "Booked in the January after."]),
        (format!("/fr/gap/{explained}"), ["Expliqué", "payé ou inscrit à un autre moment"]),
        (format!("/en/gap/{asked}"), ["A question is open", "Which account is it?"]),
        (format!("/fr/gap/{asked}"), ["Une question est ouverte", "Which account is it?"]),
        (format!("/en/gap/{explained}.csv"), [",explained,", "Explained: paid or booked at another time"]),
        (format!("/en/gap/{asked}.csv"), [asked, "Question open: Which account is it?"]),
        (format!("/en/gap/{explained}.json"), ["\"EXPLAINED\"", "Booked in the January after."]),
        ("/en/country/CD".to_owned(), ["of these 1", "question"]),
        ("/fr/country/CD".to_owned(), ["dont 1", "question"]),
    ] {
        let page = app.page(&path).await;
        for word in words {
            assert!(page.contains(word), "{path} does not say {word}");
        }
        assert!(!page.contains("bakary") && !page.contains("Audit House"), "{path} names the reviewer");
    }
}

fn refused_where_they_must_be(app: &App, gap: &str) {
    for (arguments, sentence) in [
        ([gap, "timing", "x", "dara"], "someone of another organisation than those that sent its figures in"),
        ([gap, "timing", "x", "amina"], "does not have the right"),
        ([gap, "magic", "x", "bakary"], "magic is not a cause; known are: stream, timing"),
        ([gap, "timing", " ", "bakary"], "one sentence or more"),
        (["G-00000-00000-0", "timing", "x", "bakary"], "There is no gap of the code G-00000-00000-0"),
    ] {
        let [gap, cause, note, actor] = arguments;
        let said = app.run(&["gap", "explain", gap, "--cause", cause, "--note", note, "--actor", actor]);
        assert_eq!(said.code, 1, "{arguments:?}");
        assert!(said.err.contains(sentence), "{arguments:?}: {}", said.err);
    }
    let french = app.run(&["--lang", "fr", "gap", "withdraw-question", gap, "--note", "x", "--actor", "bakary"]);
    assert!(french.err.contains("Aucune question sur cet écart n’est ouverte."), "{}", french.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_explained_in_the_next_release() {
    story(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_explained_in_the_next_release_on_postgres() {
    story(Engine::Postgres).await;
}
