//! A text file again, every byte of it, with one more column.

use crate::csv::Records;
use crate::finding::Finding;
use crate::grid::division;
use crate::lang::Lang;

use super::{Edit, Stopped, say};

/// A row of the file: where its last cell ends, and what is known of it.
struct Line {
    /// Bytes up to the end of its last own cell.
    end: usize,
    /// Where its line end begins.
    stop: usize,
    line: u32,
    row: u32,
}

/// What divides cells in one file or another. Text that has one of them stands in quotes, so that it proves nothing.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The text with a column of findings behind the last one. The column of an earlier marking gives way.
pub(super) fn mark(text: &str, findings: &[Finding], lang: Lang) -> Edit<String> {
    let (delimiter, head, lines_before) = division(text);
    let lines = lines(&text[head..], delimiter, lines_before);
    let told = told(&lines, findings);
    let mut marked = String::with_capacity(text.len() + findings.len() * 200);
    marked.push_str(&text[..head]);
    let body = &text[head..];
    let mut done = 0;
    for (index, (line, findings)) in lines.iter().zip(&told).enumerate() {
        marked.push_str(&body[done..line.end]);
        marked.push(char::from(delimiter));
        let said = say::row(findings, lang);
        match (index, said.is_empty()) {
            (0, true) => marked.push_str(say::COLUMN),
            (0, false) => marked.push_str(&format!("{}: {}", say::COLUMN, undivided(&said))),
            _ => push_cell(&mut marked, &said),
        }
        done = line.stop;
    }
    marked.push_str(&body[done..]);
    // Where lines are so uneven that ours would decide what divides the cells, the file stays as it is.
    let (same, _, _) = division(&marked);
    if same == delimiter { Ok(marked) } else { Err(Stopped) }
}

fn lines(text: &str, delimiter: u8, lines_before: u32) -> Vec<Line> {
    let mut records = Records::divided_by(delimiter, text);
    let (mut lines, mut width) = (Vec::new(), None);
    while let Some(at) = records.advance() {
        let stop = text[..records.position()].trim_end_matches(['\r', '\n']).len();
        let is_head = lines.is_empty();
        let marked = records.cells.len() > 1 && records.cells.last().is_some_and(|cell| cell.starts_with(say::COLUMN));
        if is_head && marked && at.fault.is_none() {
            width = Some(records.cells.len());
        }
        // What an earlier marking added begins with what divides it from the cell before.
        let has_old = at.fault.is_none() && Some(records.cells.len()) == width;
        let end = if has_old { records.last_cell() - 1 } else { stop };
        lines.push(Line { end, stop, line: at.line + lines_before, row: at.row + lines_before });
    }
    lines
}

/// The findings of each line; those of the file as a whole stand in the first.
fn told<'f>(lines: &[Line], findings: &'f [Finding]) -> Vec<Vec<&'f Finding>> {
    let mut told = vec![Vec::new(); lines.len()];
    for finding in findings {
        let after = match (finding.row, finding.line) {
            (Some(row), _) => lines.partition_point(|line| line.row <= row),
            (None, Some(number)) => lines.partition_point(|line| line.line <= number),
            (None, None) => 0,
        };
        if let Some(own) = told.get_mut(after.saturating_sub(1)) {
            own.push(finding);
        }
    }
    told
}

/// A text for the first line, which decides what divides the cells: nothing that could is in it.
fn undivided(text: &str) -> String {
    text.replace(DELIMITERS, " /").replace('"', "'")
}

fn push_cell(text: &mut String, cell: &str) {
    if cell.contains(DELIMITERS) || cell.contains('"') {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
