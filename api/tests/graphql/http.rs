//! The endpoint over HTTP: what it takes, what it refuses, and how it says so.

use std::time::Duration;

use api::graphql::Service;
use api::http::{Limits, edge, routes};
use api::workflow::Role;
use poem::http::{StatusCode, header};
use poem::test::{TestClient, TestForm, TestFormField, TestResponse};
use poem::{Endpoint, Response};
use serde_json::{Value, json};

use crate::pack::{claims_file, paid};
use crate::statements::DEEP;
use crate::support::{Api, code, empty, published, ten_years};

const MODERN: &str = "application/graphql-response+json";

fn client(api: &Api) -> TestClient<impl Endpoint<Output = Response> + use<>> {
    TestClient::new(edge(routes(&api.service), &api.service))
}

async fn body(response: TestResponse) -> Value {
    serde_json::from_str(&response.0.into_body().into_string().await.expect("a body")).expect("JSON")
}

/// The status and the code of an answer.
async fn refused(response: TestResponse) -> (StatusCode, String) {
    let status = response.0.status();
    (status, code(&body(response).await))
}

#[tokio::test]
async fn a_query_goes_by_post_and_by_get() {
    for api in published(ten_years()).await {
        let client = client(&api);
        let posted = client
            .post("/graphql")
            .header("accept", MODERN)
            .body_json(&json!({ "query": "{ release { number } }" }))
            .send()
            .await;
        posted.assert_status_is_ok();
        posted.assert_content_type("application/graphql-response+json; charset=utf-8");
        assert!(posted.0.headers().contains_key("x-request-id"));
        assert!(
            posted.0.header("vary").is_some_and(|vary| vary.contains("accept") && vary.contains("accept-encoding"))
        );
        assert_eq!(posted.0.header("cache-control"), Some("public, max-age=60"));
        assert_eq!(body(posted).await, json!({ "data": { "release": { "number": 1 } } }));
        let asked = client
            .get("/graphql")
            .query("query", &"query($n: Int) { release(number: $n) { number } }")
            .query("variables", &r#"{"n":1}"#)
            .send()
            .await;
        asked.assert_content_type("application/json; charset=utf-8");
        assert_eq!(body(asked).await["data"]["release"]["number"], json!(1));
    }
}

#[tokio::test]
async fn nothing_changes_by_get_or_by_form() {
    for api in published(ten_years()).await {
        let client = client(&api);
        let mutation = "mutation { publishRelease { number } }";
        let by_get = client.get("/graphql").query("query", &mutation).send().await;
        assert_eq!(by_get.0.header("allow"), Some("POST"));
        assert_eq!(refused(by_get).await, (StatusCode::METHOD_NOT_ALLOWED, "mutation_by_get".to_owned()));
        let hidden = client
            .get("/graphql")
            .query("query", &"query A { __typename } mutation B { publishRelease { number } }")
            .send()
            .await;
        assert_eq!(refused(hidden).await.0, StatusCode::METHOD_NOT_ALLOWED);

        let form = client.post("/graphql").form(&[("query", mutation)]).send().await;
        assert_eq!(refused(form).await, (StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_unsupported".to_owned()));
        let plain = client
            .post("/graphql")
            .content_type("text/plain")
            .body(json!({ "query": mutation }).to_string())
            .send()
            .await;
        assert_eq!(refused(plain).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let multipart = client.post("/graphql").multipart(TestForm::new().text("operations", "{}")).send().await;
        assert_eq!(refused(multipart).await, (StatusCode::FORBIDDEN, "upload_refused".to_owned()));
        assert_eq!(
            refused(client.put("/graphql").send().await).await,
            (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed".to_owned())
        );
    }
}

#[tokio::test]
async fn a_request_that_is_not_one_is_refused() {
    for api in published(ten_years()).await {
        let client = client(&api);
        for (sent, code) in [
            ("[{\"query\":\"{__typename}\"}]".to_owned(), "batch_refused"),
            ("{".to_owned(), "request_malformed"),
            ("3".to_owned(), "request_malformed"),
            ("{\"query\":3}".to_owned(), "request_malformed"),
            ("{\"query\":\"{__typename}\",\"variables\":[]}".to_owned(), "request_malformed"),
            ("{\"query\":\"{__typename}\",\"operationName\":[]}".to_owned(), "request_malformed"),
            ("{\"query\":\"{__typename}\",\"extensions\":0}".to_owned(), "request_malformed"),
            ("{\"query\":\"{\"}".to_owned(), "query_syntax"),
            ("{\"query\":\"{ nothing }\"}".to_owned(), "query_invalid"),
        ] {
            let response = client
                .post("/graphql")
                .header("accept", MODERN)
                .content_type("application/json")
                .body(sent.clone())
                .send()
                .await;
            assert_eq!(refused(response).await, (StatusCode::BAD_REQUEST, code.to_owned()), "{sent}");
        }
        let large = json!({ "query": "{__typename}", "variables": { "a": "x".repeat(300_000) } });
        let response = client.post("/graphql").body_json(&large).send().await;
        assert_eq!(refused(response).await, (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large".to_owned()));
        let picky = client
            .post("/graphql")
            .header("accept", "text/html")
            .body_json(&json!({ "query": "{__typename}" }))
            .send()
            .await;
        assert_eq!(refused(picky).await, (StatusCode::NOT_ACCEPTABLE, "not_acceptable".to_owned()));
        for value in ["Basic eDp5", "Bearer fl_unknown"] {
            let request = client.post("/graphql").header("authorization", value);
            let response = request.body_json(&json!({ "query": "{__typename}" })).send().await;
            assert_eq!(response.0.header("www-authenticate"), Some("Bearer"));
            assert_eq!(refused(response).await, (StatusCode::UNAUTHORIZED, "token_invalid".to_owned()), "{value}");
        }
    }
}

fn upload(query: &str, file: Vec<u8>) -> TestForm {
    let operations = json!({ "query": query, "variables": { "file": null } }).to_string();
    TestForm::new()
        .text("operations", operations)
        .text("map", r#"{"0":["variables.file"]}"#)
        .field(TestFormField::bytes(file).name("0").filename("meg's own name for it.csv").content_type("text/csv"))
}

#[tokio::test]
async fn a_file_is_uploaded_with_a_token() {
    for api in published(ten_years()).await {
        let client = client(&api);
        let token = format!("Bearer {}", api.token("meg", "Mine Co", Role::Member).await);
        let submit = "mutation($file: Upload!) { submitDisclosure(input: {document: $file, format: PACK_CLAIMS}) { disclosure { state claimCount } findings { code } } }";
        let file = claims_file(&[paid("new", 2021, "1.00")]);
        let response = client
            .post("/graphql")
            .header("authorization", &token)
            .multipart(upload(submit, file.clone()))
            .send()
            .await;
        assert_eq!(response.0.header("cache-control"), Some("no-store"));
        let answer = body(response).await;
        assert_eq!(
            answer["data"]["submitDisclosure"]["disclosure"],
            json!({ "state": "SUBMITTED", "claimCount": 1 }),
            "{answer}"
        );

        for other in ["mutation { publishRelease { number } }", "{ release { number } }"] {
            let response = client
                .post("/graphql")
                .header("authorization", &token)
                .multipart(upload(other, file.clone()))
                .send()
                .await;
            assert_eq!(refused(response).await, (StatusCode::FORBIDDEN, "upload_refused".to_owned()), "{other}");
        }
        let large = vec![b'x'; 21 * 1024 * 1024];
        let response =
            client.post("/graphql").header("authorization", &token).multipart(upload(submit, large)).send().await;
        assert_eq!(refused(response).await, (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large".to_owned()));
    }
}

#[tokio::test]
async fn answers_are_compressed_where_that_is_accepted() {
    for api in published(ten_years()).await {
        let client = client(&api);
        for (accepted, coding) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
            let response = client.get("/schema.graphql").header(header::ACCEPT_ENCODING, accepted).send().await;
            assert_eq!(response.0.header("content-encoding"), coding);
            assert_eq!(response.0.header("vary"), Some("accept-encoding"));
        }
    }
}

#[tokio::test]
async fn health_needs_no_database_and_ready_needs_a_release() {
    for api in empty().await {
        let client = client(&api);
        client.get("/health").send().await.assert_status_is_ok();
        client.get("/ready").send().await.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    }
    for api in published(ten_years()).await {
        let client = client(&api);
        let ready = client.get("/ready").send().await;
        ready.assert_status_is_ok();
        ready.assert_text("ready: release 1\n").await;
        client.get("/schema.graphql").send().await.assert_text(api::graphql::sdl()).await;
        client.post("/graphql").body_json(&json!({ "query": "{ nothing }" })).send().await;
        let metrics = client.get("/metrics").send().await.0.into_body().into_string().await.expect("a page");
        for line in ["fairlode_http_answers_total{status=\"2xx\"} 3", "fairlode_graphql_failed_total 1"] {
            assert!(metrics.contains(line), "{line} is not in\n{metrics}");
        }
    }
}

#[tokio::test]
async fn the_page_to_try_a_query_on_asks_nobody_else() {
    for api in empty().await {
        let client = client(&api);
        for path in ["/graphiql", "/graphiql.js", "/graphiql.css"] {
            let response = client.get(path).send().await;
            response.assert_status_is_ok();
            let policy = response.0.header("content-security-policy").expect("a policy").to_owned();
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
            let text = response.0.into_body().into_string().await.expect("a page");
            assert!(!text.contains("://") && !text.contains("style=") && !text.contains("onclick"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    for api in empty().await {
        let limits = Limits { body_time_max: Duration::from_millis(20), ..Limits::default() };
        let service = Service::with_limits(api.store.clone(), limits);
        let client = TestClient::new(edge(routes(&service), &service));
        let never = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
        let request = client.post("/graphql").content_type("application/json");
        let response = request.body(poem::Body::from_bytes_stream(never)).send().await;
        assert_eq!(refused(response).await, (StatusCode::REQUEST_TIMEOUT, "body_too_slow".to_owned()));
    }
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up() {
    for api in published(ten_years()).await {
        let limits = Limits { answer_time_max: Duration::from_millis(1), ..Limits::default() };
        let service = Service::with_limits(api.store.clone(), limits);
        let client = TestClient::new(edge(routes(&service), &service));
        let response = client.post("/graphql").body_json(&json!({ "query": DEEP })).send().await;
        assert_eq!(response.0.header("retry-after"), Some("5"));
        assert_eq!(refused(response).await, (StatusCode::SERVICE_UNAVAILABLE, "query_too_slow".to_owned()));
    }
}
