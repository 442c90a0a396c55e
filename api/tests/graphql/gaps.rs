//! A gap is asked about, answered, explained: by someone else than those who sent its figures in, and in the next release.

use api::workflow::Role;
use serde_json::{Value, json};

use crate::pack::{claims_file, files, paid, received};
use crate::people::{CONFIRMED, add};
use crate::support::{Api, code, people, published};

const GAPS: &str = "gaps(filter: {kind: NOT_RECEIVED}) { nodes { code state explained explainedNote openQuestion } }";

/// One payment of which a tenth did not arrive; the due is met, so there is one gap.
async fn one_gap() -> Vec<Api> {
    published(vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00")]).await
}

async fn gap(api: &Api) -> Value {
    api.data(&format!("{{ {GAPS} }}")).await["gaps"]["nodes"][0].clone()
}

async fn asked(api: &Api, token: &str, act: &str) -> Value {
    let answer = api.ask_as(token, &format!("mutation {{ {act} {{ code state cause note openQuestion }} }}")).await;
    assert_eq!(answer.get("errors"), None, "{act}: {answer}");
    answer["data"].as_object().and_then(|data| data.values().next()).cloned().expect("an answer")
}

async fn publish(api: &Api) {
    people(&api.store).await.publish().await.expect("published");
}

#[tokio::test]
async fn a_cause_stands_in_the_next_release_and_not_in_this_one() {
    for api in one_gap().await {
        let rob = api.token("rob", "Watchers", Role::Reviewer).await;
        let before = gap(&api).await;
        assert_eq!(before["state"], json!("OPEN"));
        let g = before["code"].as_str().expect("a code").to_owned();

        let explain = format!("explainGap(code: \"{g}\", cause: TIMING, note: \" Booked in\\nJanuary. \")");
        let next = asked(&api, &rob, &explain).await;
        let expected = json!({
            "code": g, "state": "EXPLAINED", "cause": "TIMING", "note": "Booked in January.", "openQuestion": null,
        });
        assert_eq!(next, expected);
        assert_eq!(gap(&api).await, before, "what is published does not change");

        publish(&api).await;
        let after = gap(&api).await;
        assert_eq!(after["code"], json!(g));
        assert_eq!(after["state"], json!("EXPLAINED"));
        assert_eq!((&after["explained"], &after["explainedNote"]), (&json!("TIMING"), &json!("Booked in January.")));
        let old = api.data(&format!("{{ gap(code: \"{g}\", release: 1) {{ state explained }} }}")).await;
        assert_eq!(old["gap"], json!({ "state": "OPEN", "explained": null }));

        let again = format!("explainGap(code: \"{}\", cause: RATE, note: \"Another rate.\")", g.to_lowercase());
        assert_eq!(asked(&api, &rob, &again).await["cause"], json!("RATE"));
        publish(&api).await;
        assert_eq!(gap(&api).await["explainedNote"], json!("Another rate."), "the newer one takes its place");

        let withdraw = format!("withdrawExplanation(code: \"{g}\", reason: \"mistaken\")");
        assert_eq!(asked(&api, &rob, &withdraw).await["state"], json!("OPEN"));
        publish(&api).await;
        assert_eq!(gap(&api).await["state"], json!("OPEN"));
        let remarks = "{ claims { nodes { packId remarks { kind word note } } } }";
        let remarks = api.data(remarks).await["claims"]["nodes"].clone();
        assert!(remarks.as_array().expect("claims").iter().all(|claim| claim["remarks"] == json!([])), "{remarks}");
    }
}

#[tokio::test]
async fn a_questioned_gap_is_not_published_until_it_is_answered() {
    for api in one_gap().await {
        let rob = api.token("rob", "Watchers", Role::Reviewer).await;
        let g = gap(&api).await["code"].as_str().expect("a code").to_owned();
        let ask = format!("askQuestion(code: \"{g}\", question: \"Is it one payment?\")");
        assert_eq!(asked(&api, &rob, &ask).await["state"], json!("QUESTIONED"));
        publish(&api).await;

        let counts = "{ release { gapCount gapCounts { open explained questioned } } country(code: \"SL\") { gapCount \
                      gapCounts { questioned } } mine(slug: \"hill\") { gapCounts { questioned } } \
                      party(slug: \"council\") { gapCounts { questioned } } }";
        let expected = json!({
            "release": { "gapCount": 0, "gapCounts": { "open": 0, "explained": 0, "questioned": 1 } },
            "country": { "gapCount": 0, "gapCounts": { "questioned": 1 } },
            "mine": { "gapCounts": { "questioned": 1 } },
            "party": { "gapCounts": { "questioned": 1 } },
        });
        assert_eq!(api.data(counts).await, expected);
        let lists =
            "{ gaps { totalCount } asked: gaps(filter: {state: QUESTIONED}) { totalCount nodes { openQuestion } } }";
        let asked_about = json!({ "totalCount": 1, "nodes": [{ "openQuestion": "Is it one payment?" }] });
        assert_eq!(api.data(lists).await, json!({ "gaps": { "totalCount": 0 }, "asked": asked_about }));

        let explain = format!("mutation {{ explainGap(code: \"{g}\", cause: TIMING, note: \"x\") {{ code }} }}");
        assert_eq!(code(&api.ask_as(&rob, &explain).await), "gap_state");
        let answer = format!("answerQuestion(code: \"{g}\", cause: INSTALMENT, note: \"The second half came later.\")");
        assert_eq!(asked(&api, &rob, &answer).await["state"], json!("EXPLAINED"));
        let again = format!("mutation {{ {answer} {{ code }} }}");
        assert_eq!(code(&api.ask_as(&rob, &again).await), "gap_state");
        publish(&api).await;
        assert_eq!(gap(&api).await["explained"], json!("INSTALMENT"));
    }
}

#[tokio::test]
async fn what_is_withdrawn_before_it_is_published_leaves_nothing_to_publish() {
    for api in one_gap().await {
        let rob = api.token("rob", "Watchers", Role::Reviewer).await;
        let g = gap(&api).await["code"].as_str().expect("a code").to_owned();
        asked(&api, &rob, &format!("askQuestion(code: \"{g}\", question: \"Is it?\")")).await;
        asked(&api, &rob, &format!("withdrawQuestion(code: \"{g}\", reason: \"It is.\")")).await;
        let refused = people(&api.store).await.publish().await.expect_err("nothing changed");
        assert_eq!(refused.code().as_str(), "nothing_to_publish");
    }
}

#[tokio::test]
async fn nobody_explains_a_gap_of_her_own_file_and_every_input_is_checked() {
    for api in one_gap().await {
        let rob = api.token("rob", "Watchers", Role::Reviewer).await;
        let mia = api.token("mia", "ACME ", Role::Reviewer).await;
        let g = gap(&api).await["code"].as_str().expect("a code").to_owned();
        let explain = |code: &str, cause: &str, note: &str| {
            format!("mutation {{ explainGap(code: \"{code}\", cause: {cause}, note: \"{note}\") {{ code }} }}")
        };
        for (token, mutation, refused) in [
            (&mia, explain(&g, "TIMING", "Ours."), "own_gap"),
            (&rob, explain("G-00000-00000-0", "TIMING", "x"), "gap_unknown"),
            (&rob, explain(&g, "TIMING", "  "), "input_invalid"),
            (&rob, explain(&g, "TIMING", &"x".repeat(4_001)), "input_invalid"),
            (&rob, explain(&g, "MAGIC", "x"), "query_invalid"),
            (&rob, format!("mutation {{ withdrawQuestion(code: \"{g}\", reason: \"x\") {{ code }} }}"), "gap_state"),
            (&rob, format!("mutation {{ withdrawExplanation(code: \"{g}\", reason: \"x\") {{ code }} }}"), "gap_state"),
        ] {
            assert_eq!(code(&api.ask_as(token, &mutation).await), refused, "{mutation}");
        }

        // What arrived is stated again: the gap is in release 1 only, and the refusal says so.
        let team = people(&api.store).await;
        team.release(files(vec![paid("a", 2020, "1000000.00"), received("b", 2020, "1000000.00")])).await;
        let gone = api.ask_as(&rob, &explain(&g, "TIMING", "x")).await;
        assert_eq!(code(&gone), "gap_unknown");
        let message = gone["errors"][0]["message"].as_str().expect("a sentence");
        assert!(message.contains("was last in release 1") && message.contains("the latest release is 2"), "{message}");
    }
}

#[tokio::test]
async fn an_answered_question_of_a_pack_stays_answered_when_the_pack_comes_again() {
    for api in one_gap().await {
        let team = people(&api.store).await;
        let rob = add(&api.store, "rob", "Watchers", Role::Reviewer).await.reviewer().expect("a reviewer");
        let asking = |claims| crate::pack::files_asking(claims, "b", "Did it arrive in parts?");
        team.release(asking(vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00")])).await;
        let asked = api.data("{ gaps(filter: {state: QUESTIONED}) { nodes { code } } }").await;
        let g = asked["gaps"]["nodes"][0]["code"].as_str().expect("a code").to_owned();
        let cause = reconcile::Cause::Instalment;
        let answer =
            api::workflow::answer_question(&api.store, &rob, &g, cause, "It did.", api::workflow::Moment::now());
        assert_eq!(answer.await.expect("answered").state, reconcile::GapState::Explained);

        let more = vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00"), paid("c", 2021, "5.00")];
        team.release(asking(more)).await;
        let found = api.data(&format!("{{ gap(code: \"{g}\") {{ state explainedNote }} }}")).await;
        assert_eq!(found["gap"], json!({ "state": "EXPLAINED", "explainedNote": "It did." }));

        // A member's file of claims does not touch it either.
        let file = team.submit_file(claims_file(&[paid("d", 2022, "5.00")])).await.disclosure.expect("kept").code;
        let at = api::workflow::Moment::now();
        api::workflow::approve(&api.store, &team.reviewer, &file, CONFIRMED, at).await.expect("approved");
        team.publish().await.expect("published");
        let found = api.data(&format!("{{ gap(code: \"{g}\") {{ state }} }}")).await;
        assert_eq!(found["gap"]["state"], json!("EXPLAINED"));
    }
}
