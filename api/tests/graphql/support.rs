//! A service over a small pack that was sent in, approved and published as any other.

use api::graphql::{Request, Service, Variables};
use api::store::Store;
use api::workflow::{Moment, Right, Role, issue_token, operator_of_this_machine, session_of};
use intake::ClaimRow;
use serde_json::Value;

use crate::database::{TestDatabase, stores};
use crate::pack::{files, paid, received};
use crate::people::{People, add};

/// A service, and the database it keeps alive.
pub struct Api {
    pub service: Service,
    pub store: Store,
    database: TestDatabase,
}

/// A service on each engine, over an empty database.
pub async fn empty() -> Vec<Api> {
    let stores = stores().await.into_iter();
    stores.map(|(store, database)| Api { service: Service::new(store.clone()), store, database }).collect()
}

/// A service on each engine, with these claims published as release 1.
pub async fn published(claims: Vec<ClaimRow>) -> Vec<Api> {
    let apis = empty().await;
    for api in &apis {
        People::new(&api.store).await.release(files(claims.clone())).await;
    }
    apis
}

/// Ten years of a rent of which something is missing every year, more each year.
pub fn ten_years() -> Vec<ClaimRow> {
    years(10)
}

/// So many years of it.
pub fn years(count: u32) -> Vec<ClaimRow> {
    let mut claims = Vec::new();
    for index in 0..count {
        let year = 1900 + index;
        claims.push(paid(&format!("paid-{year}"), year, "1000000.00"));
        claims.push(received(&format!("received-{year}"), year, &format!("{}.50", 900_000 - index * 10)));
    }
    claims
}

/// A claim without an amount.
pub fn silent(id: &str, year: u32) -> ClaimRow {
    ClaimRow { amount: None, as_printed: None, absence: Some("not_disclosed".to_owned()), ..received(id, year, "1") }
}

impl Api {
    /// The first column of every row of a query, as text.
    pub async fn column(&self, query: &str) -> Vec<String> {
        self.database.column(query).await
    }

    /// Answers as anyone is answered; errors are in the answer.
    pub async fn ask(&self, query: &str) -> Value {
        self.ask_with(query, Value::Null).await
    }

    /// The same with variables.
    pub async fn ask_with(&self, query: &str, variables: Value) -> Value {
        let request = Request::new(query).variables(Variables::from_json(variables));
        serde_json::to_value(self.service.execute(request).await).expect("JSON")
    }

    /// The data of an answer without errors.
    pub async fn data(&self, query: &str) -> Value {
        let mut answer = self.ask(query).await;
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].take()
    }

    /// The code of the first error of an answer.
    pub async fn code(&self, query: &str) -> String {
        code(&self.ask(query).await)
    }

    /// Adds an account and gives its token.
    pub async fn token(&self, code: &str, organisation: &str, role: Role) -> String {
        add(&self.store, code, organisation, role).await;
        self.token_of(code, &Right::ALL).await
    }

    /// A token with these rights for an account.
    pub async fn token_of(&self, code: &str, rights: &[Right]) -> String {
        let at = Moment::now();
        let operator = operator_of_this_machine(&self.store, at).await.expect("an operator");
        issue_token(&self.store, &operator, code, rights, None, at).await.expect("a token").text
    }

    /// Answers as the holder of a token is answered.
    pub async fn ask_as(&self, token: &str, query: &str) -> Value {
        let caller = self.service.caller(token).await.expect("a token that is known");
        serde_json::to_value(self.service.execute_as(Request::new(query), caller).await).expect("JSON")
    }
}

/// The code of the first error; every error has one, and a sentence in each language.
pub fn code(answer: &Value) -> String {
    let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("no error in {answer}"));
    for error in errors {
        assert!(error["extensions"]["messageFr"].is_string() && error["message"].is_string(), "{error}");
    }
    errors[0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no code in {answer}")).to_owned()
}

/// The people who published release 1.
pub async fn people(store: &Store) -> People<'_> {
    let acting = async |code: &str| session_of(store, code).await.expect("an account");
    People {
        store,
        member: acting("mary").await.member().expect("a member"),
        reviewer: acting("rose").await.reviewer().expect("a reviewer"),
        coordinator: acting("cora").await.coordinator().expect("a coordinator"),
    }
}
