//! The dashboard's way to an API in the same process: the same operations as over HTTP, without a socket.

use api::graphql::{Request, Response, Service, Variables};
use dashboard::{Answer, Refusal, Transport, TransportError};
use serde_json::Value;

/// Asks the service beside it.
pub struct InProcess(pub Service);

impl Transport for InProcess {
    fn execute<'a>(&'a self, query: String, variables: Value) -> Answer<'a> {
        let request = Request::new(query).variables(Variables::from_json(variables));
        Box::pin(async move { data(self.0.execute(request).await) })
    }
}

fn data(response: Response) -> Result<Value, TransportError> {
    if response.errors.is_empty() {
        return response.data.into_json().map_err(|error| TransportError::Unreadable(error.to_string()));
    }
    let refusals = response.errors.into_iter().map(|error| {
        let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
        let code =
            code.and_then(|code| code.clone().into_json().ok()).and_then(|code| code.as_str().map(str::to_owned));
        Refusal { message: error.message, code }
    });
    Err(TransportError::Refused(refusals.collect()))
}
