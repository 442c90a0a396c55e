//! A disclosure travels through the API: sent in by one, approved by another, published by a third.

use api::workflow::Role;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::pack::{claims_file, paid, received};
use crate::support::{code, published, ten_years};

const HARM: &str =
    "{noPersonNamed: true, noPlaceThatIsAPerson: true, noDateThatPointsToOne: true, noPaperHeldByOnePerson: true}";

fn submit(bytes: &[u8]) -> String {
    let content = STANDARD.encode(bytes);
    format!(
        "mutation {{ submitDisclosure(input: {{contentBase64: \"{content}\", format: PACK_CLAIMS}}) {{
           disclosure {{ code state claimCount release }}
           findings {{ code severity file line column seen messageEn messageFr fixEn fixFr }} }} }}"
    )
}

#[tokio::test]
async fn from_a_file_to_release_two() {
    for api in published(ten_years()).await {
        let member = api.token("meg", "Mine Co", Role::Member).await;
        let reviewer = api.token("rob", "Watchers", Role::Reviewer).await;
        let coordinator = api.token("carl", "Centre", Role::Coordinator).await;
        let file = claims_file(&[paid("new", 2021, "1000000.00"), received("new-too", 2021, "250000.00")]);

        let sent = api.ask_as(&member, &submit(&file)).await;
        let disclosure = &sent["data"]["submitDisclosure"]["disclosure"];
        assert_eq!(disclosure["state"], json!("SUBMITTED"), "{sent}");
        assert_eq!(disclosure["claimCount"], json!(2));
        let d = disclosure["code"].as_str().expect("a code").to_owned();
        assert_eq!(
            api.ask_as(&member, &submit(&file)).await["data"]["submitDisclosure"]["disclosure"]["code"],
            json!(d)
        );

        let open = HARM.replacen("true", "false", 1);
        let refused = api
            .ask_as(
                &reviewer,
                &format!("mutation {{ approveDisclosure(code: \"{d}\", harmCheck: {open}) {{ state }} }}"),
            )
            .await;
        assert_eq!(code(&refused), "harm_check_open");
        let approve = format!("mutation {{ approveDisclosure(code: \"{d}\", harmCheck: {HARM}) {{ state }} }}");
        let colleague = api.token("mia", "Mine Co", Role::Reviewer).await;
        assert_eq!(code(&api.ask_as(&colleague, &approve).await), "own_disclosure");
        assert_eq!(api.ask_as(&reviewer, &approve).await["data"]["approveDisclosure"]["state"], json!("APPROVED"));
        assert_eq!(code(&api.ask_as(&reviewer, &approve).await), "disclosure_state");

        let publish = "mutation { publishRelease(noteEn: \"A year more.\", noteFr: \"Une année de plus.\") { number noteFr claimCount gapCount } }";
        let released = api.ask_as(&coordinator, publish).await;
        let expected = json!({ "number": 2, "noteFr": "Une année de plus.", "claimCount": 22, "gapCount": 11 });
        assert_eq!(released["data"]["publishRelease"], expected, "{released}");
        assert_eq!(code(&api.ask_as(&coordinator, publish).await), "nothing_to_publish");
        assert_eq!(
            api.data("{ claims { totalCount } old: claims(release: 1) { totalCount } }").await,
            json!({ "claims": { "totalCount": 22 }, "old": { "totalCount": 20 } })
        );
    }
}

#[tokio::test]
async fn findings_block_and_nothing_is_kept() {
    for api in published(ten_years()).await {
        let member = api.token("meg", "Mine Co", Role::Member).await;
        let sent = api.ask_as(&member, &submit(&claims_file(&[paid("bad", 2021, "1,000.00")]))).await;
        let payload = &sent["data"]["submitDisclosure"];
        assert_eq!(payload["disclosure"], json!(null));
        let finding = &payload["findings"][0];
        assert_eq!((&finding["code"], &finding["severity"]), (&json!("amount_separator"), &json!("MUST_FIX")));
        assert_eq!((&finding["line"], &finding["seen"]), (&json!(2), &json!("1,000.00")));
        assert_ne!(finding["messageEn"], finding["messageFr"]);
    }
}

#[tokio::test]
async fn a_document_comes_once_and_readable() {
    for api in published(ten_years()).await {
        let member = api.token("meg", "Mine Co", Role::Member).await;
        for input in ["format: PACK_CLAIMS", "contentBase64: \"§\", format: PACK_CLAIMS"] {
            let query = format!("mutation {{ submitDisclosure(input: {{{input}}}) {{ findings {{ code }} }} }}");
            assert_eq!(code(&api.ask_as(&member, &query).await), "document_invalid", "{input}");
        }
    }
}

#[tokio::test]
async fn a_returned_disclosure_says_why_and_goes_no_further() {
    for api in published(ten_years()).await {
        let member = api.token("meg", "Mine Co", Role::Member).await;
        let reviewer = api.token("rob", "Watchers", Role::Reviewer).await;
        let sent = api.ask_as(&member, &submit(&claims_file(&[paid("new", 2021, "1.00")]))).await;
        let d = sent["data"]["submitDisclosure"]["disclosure"]["code"].as_str().expect("a code").to_owned();
        let give_back = |reason: &str| {
            format!("mutation {{ returnDisclosure(code: \"{d}\", reason: \"{reason}\") {{ state returnReason }} }}")
        };
        assert_eq!(code(&api.ask_as(&reviewer, &give_back(" ")).await), "input_invalid");
        let returned = api.ask_as(&reviewer, &give_back("Which year?")).await;
        assert_eq!(returned["data"]["returnDisclosure"], json!({ "state": "RETURNED", "returnReason": "Which year?" }));
        let unknown = "mutation { returnDisclosure(code: \"D-0\", reason: \"x\") { state } }";
        assert_eq!(code(&api.ask_as(&reviewer, unknown).await), "disclosure_unknown");
    }
}
