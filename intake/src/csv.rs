//! RFC 4180, read strictly: what a quote leaves unclear is a fault with a line, not a guess.
//!
//! Common CSV readers take an unclosed quote to mean "the rest of the file"; here the line where it opened is given up
//! and reading goes on with the next, so that one stray quote costs one row.

use std::borrow::Cow;

/// What is wrong with the quotes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quote opens and never closes.
    Unclosed,
    /// A quote stands in the middle of a cell, or text follows a closing quote.
    Misplaced,
}

/// Where a record stands, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RecordAt {
    /// The line it begins on, from 1.
    pub line: u32,
    /// The row it takes in a spreadsheet, from 1: cells with line breaks make it less than the line.
    pub row: u32,
    /// Its quotes are at fault, on this line. The cells before the fault are kept.
    pub fault: Option<(Fault, u32)>,
}

/// Reads one record after the other; the cells borrow from the text wherever they can.
pub(crate) struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    position: usize,
    line: u32,
    row: u32,
    last_cell: usize,
    /// The cells of the last record.
    pub cells: Vec<Cow<'a, str>>,
}

impl<'a> Records<'a> {
    /// Begins at the first line; a comma divides the cells.
    pub fn new(text: &'a str) -> Records<'a> {
        Records::divided_by(b',', text)
    }

    /// Begins at the first line; this ASCII character divides the cells.
    pub fn divided_by(delimiter: u8, text: &'a str) -> Records<'a> {
        Records { text, delimiter, position: 0, line: 1, row: 0, last_cell: 0, cells: Vec::new() }
    }

    /// Reads the next record into `cells`. Empty lines are passed over, and counted.
    pub fn advance(&mut self) -> Option<RecordAt> {
        loop {
            if self.position >= self.text.len() {
                return None;
            }
            let line = self.line;
            self.row += 1;
            self.cells.clear();
            let fault = self.record().err();
            let blank = fault.is_none() && self.cells.len() == 1 && self.cells[0].is_empty();
            if !blank {
                return Some(RecordAt { line, row: self.row, fault });
            }
        }
    }

    /// Where the next record begins, in bytes; empty lines before it are passed over with it.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Where the last cell of the last record begins, its quote too, in bytes.
    pub fn last_cell(&self) -> usize {
        self.last_cell
    }

    fn record(&mut self) -> Result<(), (Fault, u32)> {
        loop {
            self.last_cell = self.position;
            if self.peek() == Some(b'"') {
                self.quoted_cell()?;
            } else {
                self.plain_cell()?;
            }
            match self.peek() {
                Some(byte) if byte == self.delimiter => self.position += 1,
                _ => {
                    self.end_line();
                    return Ok(());
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    fn plain_cell(&mut self) -> Result<(), (Fault, u32)> {
        let rest = &self.text[self.position..];
        let ends = |byte: u8| byte == self.delimiter || matches!(byte, b'\n' | b'\r' | b'"');
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        if rest.as_bytes().get(end) == Some(&b'"') {
            return Err(self.give_up(Fault::Misplaced, self.position, self.line));
        }
        self.cells.push(Cow::Borrowed(&rest[..end]));
        self.position += end;
        Ok(())
    }

    fn quoted_cell(&mut self) -> Result<(), (Fault, u32)> {
        let (opened_at, opened_on) = (self.position, self.line);
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        let mut at = opened_at + 1;
        loop {
            match bytes.get(at) {
                None => return Err(self.give_up(Fault::Unclosed, opened_at, opened_on)),
                Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                    escaped = true;
                    at += 2;
                }
                Some(b'"') => break,
                Some(byte) => {
                    let lone_return = *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
                    self.line += u32::from(*byte == b'\n' || lone_return);
                    at += 1;
                }
            }
        }
        let inner = &self.text[opened_at + 1..at];
        let after = bytes.get(at + 1).copied();
        if after.is_some_and(|byte| byte != self.delimiter && !matches!(byte, b'\n' | b'\r')) {
            return Err(self.give_up(Fault::Misplaced, opened_at, opened_on));
        }
        self.cells.push(if escaped { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) });
        self.position = at + 1;
        Ok(())
    }

    /// Leaves the line that holds `position`, where the quote in question opened, and goes on with the next.
    fn give_up(&mut self, fault: Fault, position: usize, line: u32) -> (Fault, u32) {
        let rest = &self.text[position..];
        self.position = position + rest.find(['\n', '\r']).unwrap_or(rest.len());
        self.line = line;
        self.end_line();
        (fault, line)
    }

    /// Passes one line end, of any kind.
    fn end_line(&mut self) {
        if self.peek() == Some(b'\r') {
            self.position += 1;
        }
        if self.peek() == Some(b'\n') {
            self.position += 1;
        }
        self.line += 1;
    }
}

/// The letters of a spreadsheet column: 0 is `A`, 26 is `AA`.
pub(crate) fn column_letters(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u32, u32, Option<Fault>, Vec<String>)> {
        let mut records = Records::new(text);
        let mut seen = Vec::new();
        while let Some(at) = records.advance() {
            let cells = records.cells.iter().map(|cell| cell.to_string()).collect();
            seen.push((at.line, at.row, at.fault.map(|(fault, _)| fault), cells));
        }
        seen
    }

    fn cells(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn quotes_commas_and_line_ends_are_read_as_the_rfc_says() {
        assert_eq!(
            all("a,\"b,\"\"c\"\"\"\r\n\n\"two\nlines\",\r\"\",x"),
            vec![
                (1, 1, None, cells(&["a", "b,\"c\""])),
                (3, 3, None, cells(&["two\nlines", ""])),
                (5, 4, None, cells(&["", "x"])),
            ]
        );
    }

    #[test]
    fn a_stray_quote_costs_one_row() {
        assert_eq!(
            all("a,b\"c\nd,e\n\"f\"g,h\ni,\"j\nk,l\n"),
            vec![
                (1, 1, Some(Fault::Misplaced), cells(&["a"])),
                (2, 2, None, cells(&["d", "e"])),
                (3, 3, Some(Fault::Misplaced), cells(&[])),
                (4, 4, Some(Fault::Unclosed), cells(&["i"])),
                (5, 5, None, cells(&["k", "l"])),
            ]
        );
    }

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let named: Vec<String> = [0, 13, 25, 26, 51, 52, 701, 702].into_iter().map(column_letters).collect();
        assert_eq!(named, ["A", "N", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
