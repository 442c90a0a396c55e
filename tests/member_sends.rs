//! Story: a member sends a disclosure. By token over HTTP, and by command; someone else approves it; release 2 has it and
//! release 1 answers as before.

use serde_json::{Value, json};

use crate::app::{App, code_in, write};
use crate::database::Engine;

const SUBMIT: &str = "mutation ($input: SubmitDisclosureInput!) { submitDisclosure(input: $input) {
    disclosure { code state claimCount documentSha256 release }
    findings { code severity file line column seen messageEn messageFr fixEn }
} }";
const APPROVE: &str = "mutation ($code: String!, $harmCheck: HarmCheckInput!) {
    approveDisclosure(code: $code, harmCheck: $harmCheck) { code state }
}";
const PUBLISH: &str =
    "mutation { publishRelease(noteEn: \"Two more statements\", noteFr: \"Deux déclarations de plus\") { number } }";
const CLAIM: &str = "query ($case: String) { claims(filter: { case: $case }, first: 5) { totalCount nodes {
    packId amount currency side firstRelease place { file line raw }
} } }";

/// Two statements about flows that the casebook knows, in the layout of a pack's claims.
fn claims(case: &str, amount: &str) -> String {
    format!(
        "id,case,kind,mine_id,payer_id,recipient_id,stream,nature,side,role,period_from,period_to,period_label,amount,\
         currency,unit,absence,paid_on,stated_by,stated_on,source_id,as_printed,note,precision\n\
         {case}/paid,{case},payment,sl-koidu,koidu-ltd,kono-dc,surface_rent,mandatory,company,paid,2024-01-01,2024-12-31,\
         2024,{amount},SLE,,,,company,,calabash-koidu-2023,,,exact\n\
         {case}/received,{case},payment,sl-koidu,koidu-ltd,kono-dc,surface_rent,mandatory,government,received,2024-01-01,\
         2024-12-31,2024,,SLE,,not_disclosed,,council,,calabash-koidu-2023,,,exact\n"
    )
}

fn harmless() -> Value {
    json!({
        "noPersonNamed": true, "noPlaceThatIsAPerson": true, "noDateThatPointsToOne": true, "noPaperHeldByOnePerson": true,
    })
}

async fn story(engine: Engine) {
    let Some(mut app) = App::on(engine).await else { return };
    app.publish_casebook();
    let before = release_one(&mut app).await;

    let [amina, bakary, chipo] = ["amina", "bakary", "chipo"].map(|name| token(&app, name));
    let by_json = send_base64(&mut app, &amina, &claims("story-json", "81234.50")).await;
    let by_form = send_form(&mut app, &amina, &claims("story-form", "81234.50")).await;
    assert_ne!(by_json, by_form, "two files are two disclosures");
    let by_command = send_by_command(&app);

    refused_where_they_must_be(&mut app, &amina, &bakary, &by_json).await;
    for code in [&by_json, &by_form] {
        let answer = app.send(Some(&bakary), APPROVE, json!({ "code": code, "harmCheck": harmless() })).await;
        assert_eq!(answer["data"]["approveDisclosure"]["state"], "APPROVED", "{answer}");
    }
    app.must(&["approve", &by_command, "--actor", "bakary", "--no-harm"]);

    // Approved is not published: nothing of it is public yet.
    let unpublished = app.ask(CLAIM, json!({ "case": "story-json" })).await;
    assert_eq!(unpublished["claims"]["totalCount"], 0);

    let answer = app.send(Some(&chipo), PUBLISH, json!({})).await;
    assert_eq!(answer["data"]["publishRelease"]["number"], 2, "{answer}");
    for case in ["story-json", "story-form", "story-command"] {
        let now = app.ask(CLAIM, json!({ "case": case })).await;
        assert_eq!(now["claims"]["totalCount"], 2, "{case}");
        let paid = now["claims"]["nodes"].as_array().expect("a list").iter().find(|claim| !claim["amount"].is_null());
        let paid = paid.expect("the amount");
        assert_eq!((&paid["amount"], &paid["firstRelease"]), (&json!("81234.50"), &json!(2)));
    }

    assert_eq!(release_one(&mut app).await, before, "release 1 answers byte for byte as it did");
    let nothing = app.send(Some(&chipo), PUBLISH, json!({})).await;
    assert_eq!(error_code(&nothing), "nothing_to_publish");
    assert!(app.run(&["publish", "--actor", "chipo"]).err.contains("Nothing was approved"));
}

/// What release 1 answers to a reader who names it, in bytes.
async fn release_one(app: &mut App) -> Vec<String> {
    let mut answers = Vec::new();
    for query in [
        "{ release(number: 1) { number publishedAt engine packSha256 policySha256 claimCount comparisonCount gapCount doubtCount } }",
        "{ claims(release: 1, first: 200) { totalCount nodes { code amount absence currency from to asPrinted } } }",
        "{ gaps(release: 1, first: 200, sort: AMOUNT_DESC) { totalCount nodes { code kind amount percent low high } } }",
        "{ mine(slug: \"sl-koidu\", release: 1) { gapCount comparisons(first: 100) { totalCount nodes { code verdicts { outcome } } } } }",
        "{ totals(by: COUNTRY, release: 1) { key currency due { amount known absent } received { amount known absent } } }",
        "{ documents(release: 1) { totalCount nodes { sha256 byteCount } } }",
    ] {
        let text = app.send_raw(None, query, json!({})).await;
        assert!(!text.contains("\"errors\""), "{query}: {text}");
        answers.push(text);
    }
    answers.push(app.page("/en/release/1/mine/sl-koidu").await);
    answers
}

fn token(app: &App, name: &str) -> String {
    let printed = app.must(&["user", "token", name]);
    printed.trim().lines().last().expect("a token").trim().to_owned()
}

async fn send_base64(app: &mut App, token: &str, csv: &str) -> String {
    let input = json!({ "contentBase64": base64(csv.as_bytes()), "format": "PACK_CLAIMS" });
    let answer = app.send(Some(token), SUBMIT, json!({ "input": input })).await;
    submitted(&answer)
}

/// As the GraphQL multipart request specification has it.
async fn send_form(app: &mut App, token: &str, csv: &str) -> String {
    let operations = json!({
        "query": SUBMIT,
        "variables": { "input": { "document": null, "format": "PACK_CLAIMS" } },
    });
    let edge = "fairlode-story";
    let body = format!(
        "--{edge}\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{operations}\r\n\
         --{edge}\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{{\"0\":[\"variables.input.document\"]}}\r\n\
         --{edge}\r\nContent-Disposition: form-data; name=\"0\"; filename=\"claims.csv\"\r\nContent-Type: text/csv\r\n\r\n\
         {csv}\r\n--{edge}--\r\n"
    );
    let answer = app.post(token, &format!("multipart/form-data; boundary={edge}"), body.into_bytes()).await;
    submitted(&answer)
}

fn send_by_command(app: &App) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = write(folder.path(), "claims.csv", &claims("story-command", "81234.50"));
    let printed = app.must(&["import", file.to_str().expect("UTF-8"), "--as", "pack-claims", "--actor", "amina"]);
    code_in(&printed, 'D')
}

fn submitted(answer: &Value) -> String {
    let payload = &answer["data"]["submitDisclosure"];
    let disclosure = &payload["disclosure"];
    assert_eq!(disclosure["state"], "SUBMITTED", "{answer:#}");
    assert_eq!(disclosure["claimCount"], 2);
    disclosure["code"].as_str().expect("a code").to_owned()
}

/// Nobody without a token, not the sender, not without the harm check, not what cannot be read.
async fn refused_where_they_must_be(app: &mut App, amina: &str, bakary: &str, code: &str) {
    let approve = json!({ "code": code, "harmCheck": harmless() });
    assert_eq!(error_code(&app.send(None, APPROVE, approve.clone()).await), "sign_in_needed");
    assert_eq!(error_code(&app.send(Some("no-such-token"), APPROVE, approve.clone()).await), "token_invalid");
    assert_eq!(error_code(&app.send(Some(amina), APPROVE, approve).await), "not_permitted");
    assert_eq!(error_code(&app.send(Some(amina), PUBLISH, json!({})).await), "not_permitted");
    let own = app.run(&["approve", code, "--actor", "amina", "--no-harm"]);
    assert_eq!(own.code, 1, "{}", own.err);

    // A reviewer may send in too, but not review that.
    let own = send_base64(app, bakary, &claims("story-own", "1.00")).await;
    let answer = app.send(Some(bakary), APPROVE, json!({ "code": own, "harmCheck": harmless() })).await;
    assert_eq!(error_code(&answer), "own_disclosure");
    let told = app.run(&["approve", &own, "--actor", "bakary", "--no-harm"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.err.contains("another organisation than its sender"), "{}", told.err);

    let mut open = harmless();
    open["noPersonNamed"] = json!(false);
    let answer = app.send(Some(bakary), APPROVE, json!({ "code": code, "harmCheck": open })).await;
    assert_eq!(error_code(&answer), "harm_check_open");

    let bad = claims("story-bad", "1 234.50");
    let input = json!({ "contentBase64": base64(bad.as_bytes()), "format": "PACK_CLAIMS" });
    let answer = app.send(Some(amina), SUBMIT, json!({ "input": input })).await;
    let payload = &answer["data"]["submitDisclosure"];
    assert!(payload["disclosure"].is_null(), "{answer:#}");
    let finding = &payload["findings"][0];
    assert_eq!(finding["severity"], "MUST_FIX", "{answer:#}");
    assert_eq!((finding["line"].as_i64(), finding["column"].as_str()), (Some(2), Some("amount")));
}

fn error_code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no error: {answer}"))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]);
            text.push(if place <= group.len() { letter } else { '=' });
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_member_sends_and_another_approves_is_in_the_next_release() {
    story(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_member_sends_is_in_the_next_release_on_postgres() {
    story(Engine::Postgres).await;
}
