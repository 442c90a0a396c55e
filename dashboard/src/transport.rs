//! How questions travel to the API: in the same process, over HTTP, or to a fake in a test. Pages never notice.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

/// The longest answer that we take from an API, in bytes. The largest page's answer is under a tenth of it.
const ANSWER_BYTES_MAX: usize = 8 * 1024 * 1024;
/// How long an API may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What comes back: the `data` of a GraphQL answer.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value, TransportError>> + Send + 'a>>;

/// Carries a GraphQL operation to the API and its `data` back.
pub trait Transport: Send + Sync {
    /// Asks. `variables` is a JSON object. An answer with errors is an error, even where it also has data.
    fn execute<'a>(&'a self, query: String, variables: Value) -> Answer<'a>;
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The API could not be reached, or broke off.
    #[error("the API could not be reached: {0}")]
    Unreachable(String),
    /// The API answered with errors.
    #[error("the API refused: {}", .0.iter().map(|refusal| refusal.message.as_str()).collect::<Vec<_>>().join("; "))]
    Refused(Vec<Refusal>),
    /// The API answered something that is no GraphQL answer.
    #[error("the API's answer could not be read: {0}")]
    Unreadable(String),
}

/// One error of a GraphQL answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What the API says.
    pub message: String,
    /// Its documented code, from `extensions.code`.
    pub code: Option<String>,
}

/// Asks an API elsewhere, by POST.
#[derive(Clone, Debug)]
pub struct HttpTransport {
    client: reqwest::Client,
    url: String,
}

impl HttpTransport {
    /// An API by the address of its GraphQL endpoint, such as `http://127.0.0.1:8080/graphql`.
    pub fn new(url: impl Into<String>) -> Result<HttpTransport, TransportError> {
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| TransportError::Unreachable(error.to_string()))?;
        Ok(HttpTransport { client, url: url.into() })
    }

    async fn post(&self, query: String, variables: Value) -> Result<Value, TransportError> {
        let unreachable = |error: reqwest::Error| TransportError::Unreachable(error.to_string());
        let request = self.client.post(&self.url).json(&json!({ "query": query, "variables": variables }));
        let accept = "application/graphql-response+json, application/json;q=0.9";
        let mut response = request.header("accept", accept).send().await.map_err(unreachable)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if bytes.len() + chunk.len() > ANSWER_BYTES_MAX {
                return Err(TransportError::Unreadable(format!("longer than {ANSWER_BYTES_MAX} bytes")));
            }
            bytes.extend_from_slice(&chunk);
        }
        read_answer(&bytes)
    }
}

impl Transport for HttpTransport {
    fn execute<'a>(&'a self, query: String, variables: Value) -> Answer<'a> {
        Box::pin(self.post(query, variables))
    }
}

/// The `data` of a GraphQL answer, or its errors.
pub fn read_answer(bytes: &[u8]) -> Result<Value, TransportError> {
    let answer: WireAnswer =
        serde_json::from_slice(bytes).map_err(|error| TransportError::Unreadable(error.to_string()))?;
    match answer {
        WireAnswer { errors: Some(errors), .. } if !errors.is_empty() => {
            Err(TransportError::Refused(errors.into_iter().map(WireError::into_refusal).collect()))
        }
        WireAnswer { data: Some(data), .. } => Ok(data),
        WireAnswer { data: None, .. } => Err(TransportError::Unreadable("neither data nor errors".to_owned())),
    }
}

#[derive(Deserialize)]
struct WireAnswer {
    data: Option<Value>,
    errors: Option<Vec<WireError>>,
}

#[derive(Deserialize)]
struct WireError {
    message: String,
    #[serde(default)]
    extensions: Value,
}

impl WireError {
    fn into_refusal(self) -> Refusal {
        let code = self.extensions.get("code").and_then(Value::as_str).map(str::to_owned);
        Refusal { message: self.message, code }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_with_errors_is_an_error_even_with_data() {
        let bytes = br#"{"data":{"gap":null},"errors":[{"message":"no","extensions":{"code":"too_deep"}}]}"#;
        let refusals = match read_answer(bytes) {
            Err(TransportError::Refused(refusals)) => refusals,
            other => panic!("{other:?}"),
        };
        assert_eq!(refusals, [Refusal { message: "no".to_owned(), code: Some("too_deep".to_owned()) }]);
    }

    #[test]
    fn what_is_no_answer_is_unreadable() {
        for bytes in [&b"<html>"[..], b"{}", b""] {
            assert!(matches!(read_answer(bytes), Err(TransportError::Unreadable(_))));
        }
    }
}
