//! A fake API: answers the dashboard's questions from `casebook.json`, which holds real cases in the API's own shapes.
//!
//! It follows references, pages through lists and knows the few filters that the pages use. It knows no rules of
//! comparing: the figures are written in the file.

mod query;

use std::sync::Arc;

use dashboard::{Answer, Refusal, Transport, TransportError};
use query::Field;
use serde_json::{Map, Value, json};

/// The fake.
#[derive(Clone)]
pub struct Fake {
    store: Arc<Value>,
}

impl Fake {
    /// The casebook's cases.
    pub fn casebook() -> Fake {
        let store = serde_json::from_str(include_str!("casebook.json")).expect("the fixture is JSON");
        Fake { store: Arc::new(store) }
    }

    /// The same, changed by a test.
    #[allow(dead_code, reason = "the preview does not change anything")]
    pub fn changed(change: impl FnOnce(&mut Value)) -> Fake {
        let mut store = (*Fake::casebook().store).clone();
        change(&mut store);
        Fake { store: Arc::new(store) }
    }

    /// What the store holds, for tests that need every key.
    #[allow(dead_code, reason = "the preview does not look inside")]
    pub fn store(&self) -> &Value {
        &self.store
    }

    fn root(&self, field: &Field) -> Value {
        let release = field.arguments.get("release").and_then(Value::as_i64).unwrap_or(2);
        if self.store["Release"].get(release.to_string()).is_none() {
            if field.name == "totals" {
                return Value::Array(Vec::new());
            }
            return if is_list(field) { self.connection(field, &[]) } else { Value::Null };
        }
        if field.name == "totals" {
            let currency = |gap: &Value| gap["currency"].as_str().unwrap_or_default().to_owned();
            let mut currencies: Vec<String> = self.all("Gap").iter().map(|gap| currency(gap)).collect();
            currencies.sort();
            currencies.dedup();
            return currencies.into_iter().map(|currency| json!({ "currency": currency })).collect();
        }
        let kind = type_of(&field.name);
        if is_list(field) {
            return self.connection(field, &self.all(kind));
        }
        let key = ["code", "slug", "sha256", "number"].iter().find_map(|name| field.arguments.get(*name));
        let key = match key {
            Some(Value::String(key)) => key.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => "2".to_owned(),
        };
        self.store[kind].get(&key).map_or(Value::Null, |found| self.select(found, &field.fields))
    }

    fn all(&self, kind: &str) -> Vec<&Value> {
        self.store[kind].as_object().map(|things| things.values().collect()).unwrap_or_default()
    }

    fn select(&self, value: &Value, fields: &[Field]) -> Value {
        match value {
            _ if fields.is_empty() => value.clone(),
            Value::Array(items) => items.iter().map(|item| self.select(item, fields)).collect(),
            Value::Object(object) => {
                if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
                    let (kind, key) = reference.split_once('/').expect("a reference names a type and a key");
                    return self.select(&self.store[kind][key], fields);
                }
                let mut selected = Map::new();
                for field in fields {
                    if field.name == "__typename" {
                        selected.insert(field.key.clone(), Value::from("any"));
                        continue;
                    }
                    let found = object.get(&field.name).unwrap_or_else(|| panic!("no {} in {object:?}", field.name));
                    let value = match found {
                        Value::Array(items) if is_list(field) => {
                            self.connection(field, &items.iter().collect::<Vec<_>>())
                        }
                        other => self.select(other, &field.fields),
                    };
                    selected.insert(field.key.clone(), value);
                }
                Value::Object(selected)
            }
            other => other.clone(),
        }
    }

    fn connection(&self, field: &Field, items: &[&Value]) -> Value {
        let mut items: Vec<&Value> = items.iter().map(|item| self.target(item)).collect();
        if let Some(Value::Object(filter)) = field.arguments.get("filter") {
            items.retain(|item| filter.iter().all(|(name, wanted)| self.keeps(item, name, wanted)));
        }
        if field.arguments.get("sort").and_then(Value::as_str) == Some("AMOUNT_DESC") {
            items.sort_by_key(|item| std::cmp::Reverse(whole_amount(item)));
        }
        let total = items.len();
        let after = field.arguments.get("after").and_then(Value::as_str).and_then(|cursor| cursor.parse().ok());
        let first = field.arguments.get("first").and_then(Value::as_u64).unwrap_or(20);
        let start = after.map_or(0, |after: usize| after + 1);
        let shown: Vec<&&Value> = items.iter().skip(start).take(first as usize).collect();
        let end = start + shown.len();
        let info = json!({ "hasNextPage": end < total, "endCursor": end.checked_sub(1).map(|last| last.to_string()) });
        let part = |field: &Field| match field.name.as_str() {
            "nodes" => shown.iter().map(|item| self.select(item, &field.fields)).collect(),
            "totalCount" => Value::from(total),
            _ => self.select(&info, &field.fields),
        };
        Value::Object(field.fields.iter().map(|field| (field.key.clone(), part(field))).collect())
    }

    fn target<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value.get("$ref").and_then(Value::as_str).and_then(|reference| reference.split_once('/')) {
            Some((kind, key)) => &self.store[kind][key],
            None => value,
        }
    }

    fn keeps(&self, item: &Value, name: &str, wanted: &Value) -> bool {
        let verdicts = || item["verdicts"].as_array().into_iter().flatten();
        match name {
            "topLevel" => item["partOf"].is_null(),
            "reason" | "outcome" => verdicts().any(|verdict| &verdict[name] == wanted),
            "currency" => &item["currency"] == wanted,
            other => panic!("the fake does not know the filter {other}"),
        }
    }
}

impl Transport for Fake {
    fn execute<'a>(&'a self, query: String, variables: Value) -> Answer<'a> {
        let fields = query::read(&query, &variables);
        let answer: Map<String, Value> = fields.iter().map(|field| (field.key.clone(), self.root(field))).collect();
        Box::pin(std::future::ready(Ok(Value::Object(answer))))
    }
}

/// An API that is down.
#[allow(dead_code, reason = "the preview is never down")]
pub struct Down;

impl Transport for Down {
    fn execute<'a>(&'a self, _: String, _: Value) -> Answer<'a> {
        let refusal = Refusal { message: "secret detail of the database".to_owned(), code: None };
        Box::pin(std::future::ready(Err(TransportError::Refused(vec![refusal]))))
    }
}

fn is_list(field: &Field) -> bool {
    field.fields.iter().any(|field| ["nodes", "totalCount", "pageInfo"].contains(&field.name.as_str()))
}

fn type_of(name: &str) -> &'static str {
    match name {
        "release" | "releases" => "Release",
        "country" | "countries" => "Country",
        "mine" | "mines" => "Mine",
        "party" | "parties" => "Party",
        "rule" | "rules" => "Rule",
        "document" | "documents" => "Document",
        "claim" | "claims" => "Claim",
        "comparison" | "comparisons" => "Comparison",
        "gap" | "gaps" => "Gap",
        other => panic!("the fake does not know the root field {other}"),
    }
}

/// The whole part of a gap's size: enough to put the fixture's gaps in order.
fn whole_amount(item: &Value) -> i128 {
    let digits = item["amount"].as_str().unwrap_or("0").trim_start_matches('-');
    digits.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0)
}
