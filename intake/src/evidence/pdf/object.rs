//! What a document is made of. Numbers and texts keep the characters in which they were written.

use std::ops::Range;

/// A value of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Object {
    /// Nothing; also what leads nowhere.
    Null,
    /// A number, `true` or `false`, as written.
    Word(Box<[u8]>),
    /// A text with its brackets, as written.
    Text(Box<[u8]>),
    /// A name, with its escapes resolved.
    Name(Box<[u8]>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Another object, by its number.
    Ref(u32),
    /// A dictionary and where in the file its packed bytes are.
    Stream(Dict, Range<usize>),
}

/// Names and values, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dict(pub Vec<(Box<[u8]>, Object)>);

impl Dict {
    /// The first value of this name.
    pub fn get(&self, key: &str) -> Option<&Object> {
        self.0.iter().find(|(own, _)| **own == *key.as_bytes()).map(|(_, value)| value)
    }

    /// The value of this name, where it is itself a name.
    pub fn name(&self, key: &str) -> Option<&[u8]> {
        self.get(key).and_then(Object::as_name)
    }

    /// The value of this name, where it is a whole number.
    pub fn number(&self, key: &str) -> Option<usize> {
        self.get(key).and_then(Object::as_number)
    }
}

impl Object {
    /// A name.
    pub fn as_name(&self) -> Option<&[u8]> {
        if let Object::Name(name) = self { Some(name) } else { None }
    }

    /// A whole number of nought or more.
    pub fn as_number(&self) -> Option<usize> {
        let Object::Word(word) = self else { return None };
        std::str::from_utf8(word).ok()?.parse().ok()
    }

    /// The dictionary, also that of a stream.
    pub fn as_dict(&self) -> Option<&Dict> {
        match self {
            Object::Dict(dict) | Object::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }
}
