//! Characters become objects.

use std::cell::Cell;

use super::object::{Dict, Object};
use crate::evidence::refusal::{Outcome, Refusal};

/// What may still be read of one document, so that no way through it is endless.
#[derive(Debug)]
pub(super) struct Left {
    /// Values.
    pub values: Cell<usize>,
    /// Characters, where parts overlap.
    pub bytes: Cell<usize>,
    /// Levels of lists within lists.
    pub depth: usize,
}

impl Left {
    /// Takes characters from what is left; when there are none, the next object is refused.
    fn spend(&self, count: usize) {
        self.bytes.set(self.bytes.get().saturating_sub(count));
    }

    /// Takes from what is left.
    pub fn take(left: &Cell<usize>, count: usize) -> Outcome<()> {
        left.set(left.get().checked_sub(count).ok_or(Refusal::TooMuch)?);
        Ok(())
    }
}

/// Reads objects from one place on.
pub(super) struct Parser<'b> {
    bytes: &'b [u8],
    at: usize,
    left: &'b Left,
}

impl<'b> Parser<'b> {
    pub fn new(bytes: &'b [u8], at: usize, left: &'b Left) -> Parser<'b> {
        Parser { bytes, at: at.min(bytes.len()), left }
    }

    /// Where reading has come to.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over spaces and remarks.
    pub fn skip_spaces(&mut self) {
        let start = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            if *byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
            } else if is_space(*byte) {
                self.at += 1;
            } else {
                break;
            }
        }
        self.left.spend(self.at - start);
    }

    /// The word of ordinary characters that comes next; empty where there is none.
    pub fn word(&mut self) -> &'b [u8] {
        self.skip_spaces();
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| is_space(*byte) || is_bracket(*byte)).unwrap_or(rest.len());
        self.at += length;
        self.left.spend(length);
        &rest[..length]
    }

    /// Goes past this word if it comes next.
    pub fn take(&mut self, word: &str) -> bool {
        let before = self.at;
        let found = self.word() == word.as_bytes();
        if !found {
            self.at = before;
        }
        found
    }

    /// A whole number, if one comes next.
    pub fn number(&mut self) -> Option<usize> {
        let before = self.at;
        let word = self.word();
        let number = std::str::from_utf8(word).ok().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let number = number.and_then(|word| word.parse().ok());
        if number.is_none() {
            self.at = before;
        }
        number
    }

    /// The number of the object that begins here: `12 0 obj`.
    pub fn heading(&mut self) -> Option<u32> {
        let number = self.number()?;
        self.number()?;
        self.take("obj").then_some(u32::try_from(number).ok()?)
    }

    /// One object.
    pub fn object(&mut self) -> Outcome<Object> {
        let start = self.at;
        let object = self.nested(self.left.depth);
        Left::take(&self.left.bytes, self.at - start + 1)?;
        object
    }

    fn nested(&mut self, depth: usize) -> Outcome<Object> {
        Left::take(&self.left.values, 1)?;
        let depth = depth.checked_sub(1).ok_or(Refusal::TooMuch)?;
        self.skip_spaces();
        let rest = &self.bytes[self.at..];
        match rest {
            [b'<', b'<', ..] => self.dict(depth),
            [b'<', ..] => self.hexadecimal(),
            [b'(', ..] => self.text(),
            [b'[', ..] => self.array(depth),
            [b'/', ..] => self.name().map(Object::Name),
            [] => Err(Refusal::Cut),
            _ => self.plain(),
        }
    }

    fn dict(&mut self, depth: usize) -> Outcome<Object> {
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.skip_spaces();
            match &self.bytes[self.at..] {
                [b'>', b'>', ..] => break,
                [b'/', ..] => {}
                [] => return Err(Refusal::Cut),
                _ => return Err(Refusal::Damaged),
            }
            let key = self.name()?;
            entries.push((key, self.nested(depth)?));
        }
        self.at += 2;
        Ok(Object::Dict(Dict(entries)))
    }

    fn array(&mut self, depth: usize) -> Outcome<Object> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_spaces();
            if self.bytes.get(self.at) == Some(&b']') {
                break;
            }
            items.push(self.nested(depth)?);
        }
        self.at += 1;
        Ok(Object::Array(items))
    }

    fn text(&mut self) -> Outcome<Object> {
        let (start, mut open) = (self.at, 0usize);
        loop {
            match self.bytes.get(self.at).ok_or(Refusal::Cut)? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                break;
            }
        }
        let text = self.bytes.get(start..self.at).ok_or(Refusal::Cut)?;
        Ok(Object::Text(text.into()))
    }

    fn hexadecimal(&mut self) -> Outcome<Object> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| *byte == b'>').ok_or(Refusal::Cut)? + 1;
        let is_hexadecimal = rest[1..length - 1].iter().all(|byte| byte.is_ascii_hexdigit() || is_space(*byte));
        self.at += length;
        if is_hexadecimal { Ok(Object::Text(rest[..length].into())) } else { Err(Refusal::Damaged) }
    }

    fn name(&mut self) -> Outcome<Box<[u8]>> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| is_space(*byte) || is_bracket(*byte)).unwrap_or(rest.len());
        self.at += length;
        let mut name = Vec::with_capacity(length);
        let mut letters = &rest[..length];
        while let [first, others @ ..] = letters {
            let escaped = match letters {
                [b'#', high, low, ..] => hex_digit(*high).zip(hex_digit(*low)),
                _ => None,
            };
            name.push(escaped.map_or(*first, |(high, low)| high << 4 | low));
            letters = if escaped.is_some() { &letters[3..] } else { others };
        }
        Ok(name.into())
    }

    /// A number, a reference, or one of three words.
    fn plain(&mut self) -> Outcome<Object> {
        let word = self.word();
        match word {
            b"null" => return Ok(Object::Null),
            b"true" | b"false" => return Ok(Object::Word(word.into())),
            _ => {}
        }
        let is_number = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
        if word.is_empty() || !is_number {
            return Err(Refusal::Damaged);
        }
        let after = self.at;
        let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
        if let Some(number) = number
            && self.number().is_some()
            && self.take("R")
        {
            return Ok(Object::Ref(number));
        }
        self.at = after;
        Ok(Object::Word(word.into()))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_bracket(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
