//! Text whose cells a character divides: which one is found by what makes the lines equal, and said with its proof.

use std::cmp::Reverse;
use std::sync::Arc;

use super::build::{Builder, NewCell};
use super::sheet::{Sheet, Visibility};
use crate::csv::{Fault, Records};
use crate::finding::{Code, Findings, Spot};
use crate::limits::Limits;

/// What may divide cells, the likeliest first where lines decide nothing.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Lines that are looked at to find it.
const PROOF_LINES: usize = 200;

/// How well a character divides the first lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fit {
    delimiter: u8,
    /// Cells of most lines.
    width: usize,
    /// Lines that have so many, the first of them being one if it is.
    agree: usize,
    /// Lines that were looked at.
    lines: usize,
    /// The first line has as many cells as most.
    head_agrees: bool,
}

/// Reads the whole text into one sheet without a name.
pub(super) fn read(file: &Arc<str>, text: &str, limits: &Limits, out: &mut Findings) -> Sheet {
    let mut builder = Builder::new(file, "", Visibility::Visible, limits);
    let (declared, text, lines_before) = declared(text);
    let delimiter = declared.unwrap_or_else(|| find(file, text, out));
    // A finding has stopped the builder where this ends early.
    let _ = fill(&mut builder, file, text, delimiter, lines_before, out);
    let sheet = builder.finish(out);
    if sheet.is_empty() {
        out.note(Spot::file(file), "", Code::NoRows, Vec::new());
    }
    sheet
}

/// Spreadsheet programs write `sep=;` into the first line to say what divides the cells.
fn declared(text: &str) -> (Option<u8>, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if delimiter.is_ascii() && *delimiter != b'"' => (Some(*delimiter), rest, 1),
        // The tab was trimmed away.
        Some([]) => (Some(b'\t'), rest, 1),
        _ => (None, text, 0),
    }
}

/// What divides the cells of a text, by the same proof as when it is read; and the bytes and lines before its first row.
pub(crate) fn division(text: &str) -> (u8, usize, u32) {
    let (said, rest, lines_before) = declared(text);
    let delimiter = said.unwrap_or_else(|| find(&Arc::from(""), rest, &mut Findings::new(0)));
    (delimiter, text.len() - rest.len(), lines_before)
}

fn find(file: &Arc<str>, text: &str, out: &mut Findings) -> u8 {
    let mut fits: Vec<Fit> = DELIMITERS.iter().filter_map(|delimiter| fit(*delimiter, text)).collect();
    // The order of the list decides between equals, as the sort is stable.
    fits.sort_by_key(|fit| Reverse((fit.head_agrees, fit.agree * 1000 / fit.lines, fit.width)));
    let Some(best) = fits.first().copied() else {
        return DELIMITERS[0];
    };
    let name =
        |fit: &Fit| if fit.delimiter == b'\t' { "tab".to_owned() } else { char::from(fit.delimiter).to_string() };
    let agrees = |fit: &Fit| fit.head_agrees && fit.agree == fit.lines;
    match fits.get(1) {
        Some(other) if agrees(&best) && agrees(other) && best.lines > 1 => {
            out.note(Spot::file(file), &name(&best), Code::DelimiterUnclear, vec![("other", name(other))]);
        }
        _ if best.delimiter != b',' => {
            let details = vec![
                ("agree", best.agree.to_string()),
                ("lines", best.lines.to_string()),
                ("width", best.width.to_string()),
            ];
            out.note(Spot::file(file), &name(&best), Code::DelimiterRead, details);
        }
        _ => {}
    }
    best.delimiter
}

/// How a character divides the first lines, if it divides most of them at all.
fn fit(delimiter: u8, text: &str) -> Option<Fit> {
    let mut records = Records::divided_by(delimiter, text);
    let mut widths: Vec<usize> = Vec::new();
    while widths.len() < PROOF_LINES
        && let Some(at) = records.advance()
    {
        if at.fault.is_none() {
            widths.push(records.cells.len());
        }
    }
    let count = |width: usize| widths.iter().filter(|own| **own == width).count();
    let width = widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (count(*width), *width))?;
    let head_agrees = widths.first() == Some(&width);
    Some(Fit { delimiter, width, agree: count(width), lines: widths.len(), head_agrees })
}

fn fill(
    builder: &mut Builder<'_>,
    file: &Arc<str>,
    text: &str,
    delimiter: u8,
    lines_before: u32,
    out: &mut Findings,
) -> Result<(), crate::finding::Flagged> {
    let mut records = Records::divided_by(delimiter, text);
    while let Some(at) = records.advance() {
        let (line, row) = (at.line + lines_before, at.row + lines_before);
        if let Some((fault, fault_line)) = at.fault {
            let code = match fault {
                Fault::Unclosed => Code::QuoteUnclosed,
                Fault::Misplaced => Code::QuoteMisplaced,
            };
            out.flag(Spot::line(file, fault_line + lines_before, Some(row)), "", code, Vec::new());
            continue;
        }
        builder.start_row(row, line, false, out)?;
        for (column, cell) in (0..).zip(&records.cells) {
            if !cell.is_empty() {
                builder.push(NewCell::text(column, cell), out)?;
            }
        }
    }
    Ok(())
}
