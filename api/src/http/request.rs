//! From a query string or a JSON body to a GraphQL request. Strict: what is not as it should be is refused, not guessed.

use std::collections::HashMap;

use async_graphql::parser::types::OperationType;
use async_graphql::{Request, Variables};
use serde_json::Value;

use crate::graphql::{ApiError, ApiResult, Code};

/// Reads the parameters of a GET. A mutation is refused here, before anything runs.
pub fn from_parameters(parameters: &HashMap<String, String>) -> ApiResult<Request> {
    let given = |name: &str| parameters.get(name).filter(|text| !text.is_empty());
    let query = parameters.get("query").ok_or_else(|| malformed("query is missing", "query manque"))?;
    let mut members = serde_json::Map::new();
    members.insert("query".to_owned(), Value::from(query.as_str()));
    if let Some(name) = given("operationName") {
        members.insert("operationName".to_owned(), Value::from(name.as_str()));
    }
    for name in ["variables", "extensions"] {
        if let Some(text) = given(name) {
            members.insert(name.to_owned(), serde_json::from_str(text).map_err(|_| not_an_object(name))?);
        }
    }
    let mut request = from_members(members)?;
    if asks_for_change(&mut request) {
        return Err(ApiError::plain(Code::MutationByGet));
    }
    Ok(request)
}

/// Reads the body of a POST.
pub fn from_json(bytes: &[u8]) -> ApiResult<Request> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(members)) => from_members(members),
        Ok(Value::Array(_)) => Err(ApiError::plain(Code::BatchRefused)),
        Ok(_) => Err(malformed("the body must be a JSON object", "le corps doit être un objet JSON")),
        Err(_) => Err(malformed("the body is not JSON", "le corps nâest pas du JSON")),
    }
}

fn from_members(mut members: serde_json::Map<String, Value>) -> ApiResult<Request> {
    let Some(Value::String(query)) = members.remove("query") else {
        return Err(malformed("query must be a string", "query doit être une chaîne"));
    };
    let mut request = Request::new(query);
    match members.remove("operationName") {
        Some(Value::String(name)) => request = request.operation_name(name),
        None | Some(Value::Null) => {}
        Some(_) => return Err(malformed("operationName must be a string", "operationName doit être une chaîne")),
    }
    match members.remove("variables") {
        Some(variables @ Value::Object(_)) => request = request.variables(Variables::from_json(variables)),
        None | Some(Value::Null) => {}
        Some(_) => return Err(not_an_object("variables")),
    }
    match members.remove("extensions") {
        Some(Value::Object(_)) | None | Some(Value::Null) => Ok(request),
        Some(_) => Err(not_an_object("extensions")),
    }
}

/// True where an operation that could be meant changes something.
fn asks_for_change(request: &mut Request) -> bool {
    let chosen = request.operation_name.clone();
    // A query that cannot be parsed is refused later, with its own error.
    let Ok(document) = request.parsed_query() else { return false };
    let meant = |name: Option<&str>| chosen.is_none() || name.is_none() || name == chosen.as_deref();
    document
        .operations
        .iter()
        .filter(|(name, _)| meant(name.map(|name| name.as_str())))
        .any(|(_, operation)| operation.node.ty != OperationType::Query)
}

/// True where the one operation of the request consists of the mutation `field` alone.
pub fn is_only(request: &mut Request, field: &str) -> bool {
    use async_graphql::parser::types::Selection;
    let Ok(document) = request.parsed_query() else { return false };
    let mut operations = document.operations.iter();
    let (Some((_, operation)), None) = (operations.next(), operations.next()) else { return false };
    let selections = &operation.node.selection_set.node.items;
    operation.node.ty == OperationType::Mutation
        && matches!(selections.as_slice(), [one] if matches!(&one.node, Selection::Field(asked) if asked.node.name.node == field))
}

fn malformed(reason_en: &str, reason_fr: &str) -> ApiError {
    let message = format!("The request cannot be read: {reason_en}.");
    ApiError::new(Code::RequestMalformed, message, format!("La requête est illisible : {reason_fr}."))
}

fn not_an_object(name: &str) -> ApiError {
    malformed(&format!("{name} must be a JSON object"), &format!("{name} doit être un objet JSON"))
}
