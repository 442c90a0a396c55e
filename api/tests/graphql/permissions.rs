//! Every door, for everyone: the operations are listed from the schema, so that a new one without a line here fails.

use std::collections::BTreeMap;

use api::workflow::{Right, Role};
use serde_json::{Value, json};

use crate::people::add;
use crate::support::{Api, published, ten_years};

/// Who may call what; reading is free to all.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("submitDisclosure", &["member", "reviewer", "coordinator"]),
    ("approveDisclosure", &["reviewer", "coordinator"]),
    ("returnDisclosure", &["reviewer", "coordinator"]),
    ("explainGap", &["reviewer", "coordinator"]),
    ("askQuestion", &["reviewer", "coordinator"]),
    ("answerQuestion", &["reviewer", "coordinator"]),
    ("withdrawQuestion", &["reviewer", "coordinator"]),
    ("withdrawExplanation", &["reviewer", "coordinator"]),
    ("publishRelease", &["coordinator"]),
];

/// A way to call each operation. What it says about the act itself does not matter here, only that it was let through.
fn call(operation: &str) -> String {
    let harm = "harmCheck: {noPersonNamed: true, noPlaceThatIsAPerson: true, noDateThatPointsToOne: true, \
                noPaperHeldByOnePerson: true}";
    let fields = match operation {
        "submitDisclosure" => "(input: {contentBase64: \"\", format: PACK_CLAIMS}) { findings { code } }".to_owned(),
        "approveDisclosure" => format!("(code: \"D-0\", {harm}) {{ code }}"),
        "returnDisclosure" => "(code: \"D-0\", reason: \"unclear\") { code }".to_owned(),
        "explainGap" | "answerQuestion" => "(code: \"G-0\", cause: TIMING, note: \"paid in May\") { code }".to_owned(),
        "askQuestion" => "(code: \"G-0\", question: \"Is it?\") { code }".to_owned(),
        "withdrawQuestion" | "withdrawExplanation" => "(code: \"G-0\", reason: \"mistaken\") { code }".to_owned(),
        "publishRelease" => " { number }".to_owned(),
        "release" => " { number }".to_owned(),
        "country" | "stream" | "claim" | "comparison" | "gap" => "(code: \"none\") { code }".to_owned(),
        "mine" | "party" | "rule" => "(slug: \"none\") { slug }".to_owned(),
        "document" => "(sha256: \"none\") { name }".to_owned(),
        "totals" => "(by: COUNTRY) { key }".to_owned(),
        "releases" | "countries" | "mines" | "parties" | "streams" | "rules" | "documents" | "claims"
        | "comparisons" | "gaps" | "silences" | "doubts" => "(first: 1) { totalCount }".to_owned(),
        other => panic!("the permissions table has no line for {other}"),
    };
    format!("{operation}{fields}")
}

async fn operations(api: &Api, root: &str) -> Vec<String> {
    let asked = format!("{{ __type(name: \"{root}\") {{ fields {{ name }} }} }}");
    let data = api.data(&asked).await;
    let fields = data["__type"]["fields"].as_array().expect("fields").iter();
    fields.map(|field| field["name"].as_str().expect("a name").to_owned()).collect()
}

/// An account of each role, with every right that a token can carry.
async fn tokens(api: &Api) -> BTreeMap<&'static str, Option<String>> {
    let mut tokens = BTreeMap::from([("anonymous", None)]);
    let roles = [("member", Role::Member), ("reviewer", Role::Reviewer), ("coordinator", Role::Coordinator)];
    for (name, role) in roles {
        tokens.insert(name, Some(api.token(&format!("the-{name}"), "Elsewhere", role).await));
    }
    tokens.insert("operator", Some(api.token("the-operator", "Elsewhere", Role::Operator).await));
    tokens
}

/// The code with which a caller was turned away at the door; none where the operation itself was reached.
fn turned_away(answer: &Value) -> Option<&str> {
    let code = answer["errors"][0]["extensions"]["code"].as_str();
    code.filter(|code| ["sign_in_needed", "not_permitted", "token_invalid"].contains(code))
}

#[tokio::test]
async fn every_operation_lets_in_whom_it_should_and_nobody_else() {
    for api in published(ten_years()).await {
        let tokens = tokens(&api).await;
        for (root, kind) in [("Query", "query"), ("Mutation", "mutation")] {
            for operation in operations(&api, root).await {
                let allowed = ALLOWED.iter().find(|(name, _)| *name == operation).map(|(_, roles)| *roles);
                assert_eq!(allowed.is_some(), root == "Mutation", "{operation} has no line in the permissions table");
                for (role, token) in &tokens {
                    let query = format!("{kind} {{ {} }}", call(&operation));
                    let answer = match token {
                        Some(token) => api.ask_as(token, &query).await,
                        None => api.ask(&query).await,
                    };
                    let expected = match (allowed, *role) {
                        (None, _) => None,
                        (Some(roles), role) if roles.contains(&role) => None,
                        (Some(_), "anonymous") => Some("sign_in_needed"),
                        (Some(_), _) => Some("not_permitted"),
                    };
                    assert_eq!(turned_away(&answer), expected, "{operation} as {role}: {answer}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_token_gives_no_more_than_its_scopes() {
    for api in published(ten_years()).await {
        add(&api.store, "narrow", "Elsewhere", Role::Coordinator).await;
        let token = api.token_of("narrow", &[Right::Submit]).await;
        let answer = api.ask_as(&token, "mutation { publishRelease { number } }").await;
        assert_eq!(turned_away(&answer), Some("not_permitted"));
        assert_eq!(answer["data"], json!(null));
    }
}

#[tokio::test]
async fn a_token_that_is_not_known_is_refused_and_not_ignored() {
    for api in published(ten_years()).await {
        for token in ["", "fl_00", "Basic x"] {
            let error = api.service.caller(token).await.expect_err("refused");
            assert_eq!(error.code.word(), "token_invalid");
        }
    }
}
