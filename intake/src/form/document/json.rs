//! JSON with its lines, and with the digits of its numbers as they are written: no number ever becomes a float.

use std::borrow::Cow;
use std::sync::Arc;

use super::tree::{Budget, Node};
use crate::finding::{Findings, Flagged};
use crate::limits::Limits;

/// Reads a whole document; the root has no name.
pub(super) fn read<'d>(
    file: &Arc<str>,
    text: &'d str,
    limits: &Limits,
    out: &mut Findings,
) -> Result<Node<'d>, Flagged> {
    let mut parser = Parser { text, at: 0, line: 1, budget: Budget::new(file, "JSON", limits), out };
    let mut found = Vec::new();
    parser.value(Cow::Borrowed(""), None, 0, &mut found)?;
    parser.skip_spaces();
    if parser.at < text.len() {
        return Err(parser.damaged());
    }
    // A list without a name has its things in the root.
    let is_one = found.len() == 1 && found.first().is_some_and(|node| node.number.is_none());
    match found.pop() {
        Some(only) if is_one => Ok(only),
        last => {
            found.extend(last);
            Ok(Node { name: Cow::Borrowed(""), number: None, text: None, is_number: false, children: found, line: 1 })
        }
    }
}

struct Parser<'d, 'f, 'o> {
    text: &'d str,
    /// The next byte; always at the beginning of a character.
    at: usize,
    line: u32,
    budget: Budget<'f>,
    out: &'o mut Findings,
}

impl<'d> Parser<'d, '_, '_> {
    /// One value; a list becomes a node for each of its things, all of one name.
    fn value(
        &mut self,
        name: Cow<'d, str>,
        number: Option<u32>,
        depth: usize,
        into: &mut Vec<Node<'d>>,
    ) -> Result<(), Flagged> {
        self.skip_spaces();
        let line = self.line;
        self.budget.spend(depth, line, self.out)?;
        let mut node = Node { name, number, text: None, is_number: false, children: Vec::new(), line };
        match self.peek() {
            Some(b'{') => node.children = self.object(depth)?,
            Some(b'[') if number.is_none() => return self.list(node.name, depth, into),
            // A list within a list has a node of its own.
            Some(b'[') => self.list(Cow::Borrowed(""), depth, &mut node.children)?,
            Some(b'"') => node.text = Some(self.string()?),
            _ => {
                node.text = self.word()?;
                node.is_number = node.text.as_deref().is_some_and(|word| !matches!(word, "true" | "false"));
            }
        }
        into.push(node);
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Node<'d>>, Flagged> {
        let mut children = Vec::new();
        self.at += 1;
        self.skip_spaces();
        if self.take(b'}') {
            return Ok(children);
        }
        loop {
            self.skip_spaces();
            if self.peek() != Some(b'"') {
                return Err(self.damaged());
            }
            let name = self.string()?;
            self.skip_spaces();
            if !self.take(b':') {
                return Err(self.damaged());
            }
            self.value(name, None, depth + 1, &mut children)?;
            self.skip_spaces();
            if self.take(b'}') {
                return Ok(children);
            }
            if !self.take(b',') {
                return Err(self.damaged());
            }
        }
    }

    fn list(&mut self, name: Cow<'d, str>, depth: usize, into: &mut Vec<Node<'d>>) -> Result<(), Flagged> {
        self.at += 1;
        self.skip_spaces();
        if self.take(b']') {
            return Ok(());
        }
        for number in 0.. {
            self.value(name.clone(), Some(number), depth + 1, into)?;
            self.skip_spaces();
            if self.take(b']') {
                break;
            }
            if !self.take(b',') {
                return Err(self.damaged());
            }
        }
        Ok(())
    }

    /// A string: borrowed where it has no escapes.
    fn string(&mut self) -> Result<Cow<'d, str>, Flagged> {
        self.at += 1;
        let rest = &self.text[self.at..];
        let end = rest.find(['"', '\\', '\n']).ok_or_else(|| self.damaged())?;
        if rest.as_bytes()[end] == b'"' {
            self.at += end + 1;
            return Ok(Cow::Borrowed(&rest[..end]));
        }
        let mut text = String::new();
        let mut letters = rest.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.at += at + 1;
                    return Ok(Cow::Owned(text));
                }
                '\\' => text.push(escaped(&mut letters).ok_or_else(|| self.damaged())?),
                '\n' => break,
                letter => text.push(letter),
            }
        }
        Err(self.damaged())
    }

    /// A number, as it is written; `true` and `false`; nothing for `null`.
    fn word(&mut self) -> Result<Option<Cow<'d, str>>, Flagged> {
        let rest = &self.text[self.at..];
        let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let begins_as_number = word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
        if !begins_as_number && !matches!(word, "true" | "false" | "null") {
            return Err(self.damaged());
        }
        self.at += end;
        Ok((word != "null").then_some(Cow::Borrowed(word)))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip_spaces(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.peek() {
            self.at += 1;
            self.line += u32::from(byte == b'\n');
        }
    }

    fn damaged(&mut self) -> Flagged {
        self.budget.damaged(self.line, self.out)
    }
}

/// The letter that an escape stands for; those beyond the basic plane take two.
fn escaped(letters: &mut std::str::CharIndices<'_>) -> Option<char> {
    Some(match letters.next()?.1 {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => match four_digits(letters)? {
            high @ 0xD800..=0xDBFF => {
                let is_pair = letters.next()?.1 == '\\' && letters.next()?.1 == 'u';
                let low = is_pair.then(|| four_digits(letters)).flatten()?;
                let low = (0xDC00..=0xDFFF).contains(&low).then_some(low)?;
                char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))?
            }
            unit => char::from_u32(unit)?,
        },
        letter @ ('"' | '\\' | '/') => letter,
        _ => return None,
    })
}

fn four_digits(letters: &mut std::str::CharIndices<'_>) -> Option<u32> {
    (0..4).try_fold(0, |sum, _| Some(sum * 16 + letters.next()?.1.to_digit(16)?))
}
