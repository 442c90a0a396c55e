//! Reads the GraphQL operations that the dashboard sends: enough of the language for those, and a panic for the rest.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// One selected field.
#[derive(Debug)]
pub struct Field {
    /// Under which name it goes into the answer.
    pub key: String,
    /// Its name in the schema.
    pub name: String,
    /// Its arguments, with variables filled in.
    pub arguments: BTreeMap<String, Value>,
    /// What is selected of it.
    pub fields: Vec<Field>,
}

/// The selected fields of an operation.
pub fn read(query: &str, variables: &Value) -> Vec<Field> {
    let mut reader = Reader { tokens: tokens(query), at: 0, variables };
    while reader.peek() != "{" {
        if reader.next() == "(" {
            while reader.next() != ")" {}
        }
    }
    reader.selection()
}

fn tokens(query: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut letters = query.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                let text: String = letters.by_ref().take_while(|letter| *letter != '"').collect();
                tokens.push(format!("\"{text}"));
            }
            '_' | '-' | '$' | 'a'..='z' | 'A'..='Z' | '0'..='9' => {
                let mut word = letter.to_string();
                while let Some(next) = letters.next_if(|next| next.is_ascii_alphanumeric() || *next == '_') {
                    word.push(next);
                }
                tokens.push(word);
            }
            letter if letter.is_whitespace() || letter == ',' => {}
            other => tokens.push(other.to_string()),
        }
    }
    tokens
}

struct Reader<'a> {
    tokens: Vec<String>,
    at: usize,
    variables: &'a Value,
}

impl Reader<'_> {
    fn peek(&self) -> &str {
        &self.tokens[self.at]
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.tokens[self.at - 1].clone()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.at < self.tokens.len() && self.peek() == token;
        self.at += usize::from(found);
        found
    }

    fn selection(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        if !self.eat("{") {
            return fields;
        }
        while !self.eat("}") {
            if self.eat(".") {
                self.at += 2;
                if self.eat("on") {
                    self.next();
                }
                fields.extend(self.selection());
                continue;
            }
            let key = self.next();
            let name = if self.eat(":") { self.next() } else { key.clone() };
            let arguments = if self.eat("(") { self.arguments() } else { BTreeMap::new() };
            let fields_of_field = self.selection();
            fields.push(Field { key, name, arguments, fields: fields_of_field });
        }
        fields
    }

    fn arguments(&mut self) -> BTreeMap<String, Value> {
        let mut arguments = BTreeMap::new();
        while !self.eat(")") {
            let name = self.next();
            assert!(self.eat(":"), "an argument without a value: {name}");
            let value = self.value();
            arguments.insert(name, value);
        }
        arguments
    }

    fn value(&mut self) -> Value {
        let token = self.next();
        match token.as_str() {
            "{" => {
                let mut object = Map::new();
                while !self.eat("}") {
                    let name = self.next();
                    assert!(self.eat(":"), "a field without a value: {name}");
                    let value = self.value();
                    object.insert(name, value);
                }
                Value::Object(object)
            }
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            word => match (word.strip_prefix('$'), word.strip_prefix('"')) {
                (Some(name), _) => self.variables.get(name).cloned().unwrap_or(Value::Null),
                (_, Some(text)) => Value::String(text.to_owned()),
                _ => word.parse::<i64>().map_or_else(|_| Value::String(word.to_owned()), Value::from),
            },
        }
    }
}
