//! The service as the program builds it.

use std::sync::Arc;

use async_graphql::{Request, Response, Variables};
use serde_json::Value;

use super::caller::Caller;
use super::drive::{Loads, drive};
use super::error::ApiResult;
use super::limits::coded;
use super::loader::Loaders;
use super::schema::{self, Schema};
use super::{Code, schema::sdl};
use crate::http::{Limits, Metrics};
use crate::store::Store;
use crate::store::read::Reader;
use crate::workflow::{Moment, session_of_token};

/// A store and the schema that answers from it. Cheap to clone.
///
/// ```text
/// let service = Service::new(store);
/// let answer = service.ask("{ release { number } }", json!({}), None).await;
/// ```
#[derive(Clone)]
pub struct Service(Arc<Inner>);

struct Inner {
    store: Store,
    reader: Reader,
    schema: Schema,
    sdl: String,
    metrics: Metrics,
    limits: Limits,
}

impl Service {
    /// With the usual limits.
    pub fn new(store: Store) -> Service {
        Service::with_limits(store, Limits::default())
    }

    /// With limits of one's own.
    pub fn with_limits(store: Store, limits: Limits) -> Service {
        Service(Arc::new(Inner {
            reader: Reader::new(store.clone()),
            schema: schema::build(store.clone(), limits),
            sdl: sdl(),
            metrics: Metrics::default(),
            limits,
            store,
        }))
    }

    /// Answers a request of nobody in particular, in this process: what a page asks.
    pub async fn execute(&self, request: Request) -> Response {
        self.execute_as(request, Caller::Anonymous).await
    }

    /// Answers a request of someone whose rights are known.
    pub async fn execute_as(&self, request: Request, caller: Caller) -> Response {
        let loads = Loads::default();
        let loaders = Loaders::new(self.0.reader.clone(), loads.clone());
        let request = request.data(loaders).data(caller);
        let mut response = drive(self.0.schema.execute(request), loads).await;
        for error in &mut response.errors {
            // What the library itself says while executing, such as of a variable that does not fit.
            let said = std::mem::replace(error, async_graphql::ServerError::new("", None));
            *error = coded(said, Code::QueryInvalid);
        }
        self.0.metrics.executed(response.is_err());
        response
    }

    /// Answers in plain JSON, as HTTP would: for callers that do not know GraphQL's types. A token that is not known
    /// is an error.
    pub async fn ask(&self, query: &str, variables: Value, token: Option<&str>) -> ApiResult<Value> {
        let caller = match token {
            Some(token) => self.caller(token).await?,
            None => Caller::Anonymous,
        };
        let request = Request::new(query).variables(Variables::from_json(variables));
        let response = self.execute_as(request, caller).await;
        serde_json::to_value(&response).map_err(super::error::ApiError::internal)
    }

    /// What the holder of a token may do.
    pub async fn caller(&self, token: &str) -> ApiResult<Caller> {
        let session = session_of_token(&self.0.store, token, Moment::now()).await?;
        Ok(Caller::Known(Box::new(session)))
    }

    /// The number of the newest release; none before the first.
    pub async fn latest_release(&self) -> ApiResult<Option<i64>> {
        Ok(self.0.reader.latest_release().await?)
    }

    /// The schema as text.
    pub fn sdl(&self) -> String {
        self.0.sdl.clone()
    }

    /// How many statements this service has sent to read what is public.
    pub fn statements(&self) -> u64 {
        self.0.reader.statements()
    }

    /// What has happened since the start.
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// The limits of a request.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }
}
