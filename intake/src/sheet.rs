//! One file of a pack becomes rows of strings; its columns are found by name, in any order.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::csv::{Fault, RecordAt, Records};
use crate::finding::{Code, Findings, Flagged, Spot};
use crate::limits::Limits;
use crate::rows::At;
use crate::table::{Column, TableRow};
use crate::text::decode;

/// How a file lays out the columns of a table.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The file's name.
    pub file: Arc<str>,
    /// For each column of the table, where and under which name the file has it.
    columns: Vec<Shown>,
    /// False where rows were lost whose ids we do not know: a reference that is not found proves nothing.
    pub complete: bool,
    /// Ids of rows that could not be read.
    pub lost: HashSet<String>,
}

/// A column of a table, as the file has it.
#[derive(Clone, Copy, Debug)]
struct Shown {
    of: &'static str,
    name: &'static str,
    position: Option<u32>,
    absent: bool,
}

impl Sheet {
    /// A table whose rows come from elsewhere: no cell can be named.
    pub fn of<R: TableRow>() -> Sheet {
        let shown = |column: &Column| Shown { of: column.name, name: column.name, position: None, absent: false };
        Sheet {
            file: R::FILE.into(),
            columns: R::COLUMNS.iter().map(shown).collect(),
            complete: true,
            lost: HashSet::new(),
        }
    }

    /// A table whose file could not be read at all.
    pub fn unread<R: TableRow>() -> Sheet {
        Sheet { complete: false, ..Sheet::of::<R>() }
    }

    /// The same file seen as another table: `names` pairs that table's columns with the file's own.
    pub fn seen_as<R: TableRow>(&self, names: &[(&'static str, &'static str)]) -> Sheet {
        let shown = |column: &Column| {
            let own = names.iter().find(|(of, _)| *of == column.name).map_or(column.name, |(_, own)| *own);
            let known = self.columns.iter().find(|shown| shown.of == own);
            Shown {
                of: column.name,
                name: own,
                position: known.and_then(|shown| shown.position),
                absent: known.is_some_and(|shown| shown.absent),
            }
        };
        Sheet { columns: R::COLUMNS.iter().map(shown).collect(), ..self.clone() }
    }

    /// Where a column stands in the file.
    pub fn position(&self, column: &str) -> Option<u32> {
        self.shown(column).and_then(|shown| shown.position)
    }

    /// True where the file lacks the column, which has been said.
    pub fn lacks(&self, column: &str) -> bool {
        self.shown(column).is_some_and(|shown| shown.absent)
    }

    /// The place of a cell, for a finding.
    pub fn spot(&self, at: At, column: &'static str) -> Spot {
        let known = |number: u32| (number > 0).then_some(number);
        Spot {
            file: self.file.clone(),
            sheet: None,
            line: known(at.line),
            row: known(at.row),
            column: Some(self.shown(column).map_or(column, |shown| shown.name).into()),
            column_index: self.position(column),
        }
    }

    fn shown(&self, column: &str) -> Option<&Shown> {
        self.columns.iter().find(|shown| shown.of == column)
    }
}

/// Reads a file into rows. `finish` sees each row once more beside its literal cells.
pub(crate) fn read_sheet<R: TableRow>(
    file: &str,
    bytes: &[u8],
    limits: &Limits,
    out: &mut Findings,
    mut finish: impl FnMut(&mut R, &[Cow<'_, str>], &Sheet),
) -> (Vec<R>, Sheet) {
    let mut sheet = Sheet { file: file.into(), ..Sheet::unread::<R>() };
    let Ok(text) = decode(&sheet.file, bytes, out) else {
        return (Vec::new(), sheet);
    };
    let mut records = Records::new(text);
    let Ok(header) = read_header::<R>(&mut sheet, &mut records, out) else {
        return (Vec::new(), sheet);
    };
    sheet.complete = true;
    let mut rows = Vec::new();
    while let Some(at) = records.advance() {
        if rows.len() >= limits.rows {
            let spot = Spot::line(&sheet.file, at.line, Some(at.row));
            out.flag(spot, "", Code::TooManyRows, vec![("max", limits.rows.to_string())]);
            sheet.complete = false;
            break;
        }
        if check_record(&mut sheet, &header, at, &records.cells, out).is_ok() {
            let mut row = read_row::<R>(&sheet, &header, at, &records.cells, limits, out);
            finish(&mut row, &records.cells, &sheet);
            rows.push(row);
        }
    }
    (rows, sheet)
}

/// For each position of the file, the column of the table that stands there.
type Header = Vec<Option<usize>>;

fn read_header<R: TableRow>(
    sheet: &mut Sheet,
    records: &mut Records<'_>,
    out: &mut Findings,
) -> Result<Header, Flagged> {
    let Some(at) = records.advance() else {
        let details = vec![("expected", names(R::COLUMNS.iter().filter(|column| column.required)))];
        return Err(out.flag(Spot::file(&sheet.file), "", Code::FileEmpty, details));
    };
    if let Some((fault, line)) = at.fault {
        return Err(flag_quote(sheet, fault, line, at.row, out));
    }
    let mut header: Header = Vec::with_capacity(records.cells.len());
    for (position, name) in records.cells.iter().enumerate() {
        let position = position as u32;
        let column = R::COLUMNS.iter().position(|column| column.name == name.trim());
        let spot = Spot { column_index: Some(position), ..Spot::line(&sheet.file, at.line, Some(at.row)) };
        match column {
            Some(index) if header.contains(&Some(index)) => {
                out.flag(spot, name, Code::ColumnRepeated, Vec::new());
                header.push(None);
            }
            Some(index) => {
                sheet.columns[index].position = Some(position);
                header.push(Some(index));
            }
            None => {
                let nearest = out.nearest(name, R::COLUMNS.iter().map(|column| column.name));
                let details = [("allowed", names(R::COLUMNS))].into_iter().chain(nearest).collect();
                out.note(spot, name, Code::ColumnUnknown, details);
                header.push(None);
            }
        }
    }
    for (index, column) in R::COLUMNS.iter().enumerate() {
        if column.required && !header.contains(&Some(index)) {
            sheet.columns[index].absent = true;
            let spot = Spot { column: Some(column.name.into()), ..Spot::line(&sheet.file, at.line, None) };
            out.flag(spot, "", Code::ColumnMissing, Vec::new());
        }
    }
    Ok(header)
}

fn names<'a>(columns: impl IntoIterator<Item = &'a Column>) -> String {
    columns.into_iter().map(|column| column.name).collect::<Vec<_>>().join(",")
}

/// Refuses a record whose cells cannot be told apart, and keeps its id in mind.
fn check_record(
    sheet: &mut Sheet,
    header: &Header,
    at: RecordAt,
    cells: &[Cow<'_, str>],
    out: &mut Findings,
) -> Result<(), Flagged> {
    let flagged = match at.fault {
        Some((fault, line)) => flag_quote(sheet, fault, line, at.row, out),
        None if cells.len() != header.len() => {
            let details = vec![("found", cells.len().to_string()), ("expected", header.len().to_string())];
            out.flag(Spot::line(&sheet.file, at.line, Some(at.row)), "", Code::FieldsWrong, details)
        }
        None => return Ok(()),
    };
    let id = header.iter().position(|column| *column == Some(0)).and_then(|position| cells.get(position));
    match id {
        Some(id) => {
            sheet.lost.insert(id.trim().to_owned());
        }
        None => sheet.complete = false,
    }
    Err(flagged)
}

fn flag_quote(sheet: &Sheet, fault: Fault, line: u32, row: u32, out: &mut Findings) -> Flagged {
    let code = match fault {
        Fault::Unclosed => Code::QuoteUnclosed,
        Fault::Misplaced => Code::QuoteMisplaced,
    };
    out.flag(Spot::line(&sheet.file, line, Some(row)), "", code, Vec::new())
}

fn read_row<R: TableRow>(
    sheet: &Sheet,
    header: &Header,
    at: RecordAt,
    cells: &[Cow<'_, str>],
    limits: &Limits,
    out: &mut Findings,
) -> R {
    let mut row = R::default();
    let at = At { line: at.line, row: at.row };
    row.set_at(at);
    for (cell, index) in cells.iter().zip(header).filter(|(cell, _)| !cell.is_empty()) {
        if let Some(index) = *index {
            let column = R::COLUMNS[index];
            row.set(index, read_cell(cell, column, || sheet.spot(at, column.name), limits, out));
        }
    }
    row
}

/// The text of a cell as rows keep it. What is flagged is kept as far as it goes, so that it is not missed as well.
fn read_cell(cell: &str, column: Column, spot: impl Fn() -> Spot, limits: &Limits, out: &mut Findings) -> String {
    if cell.len() > limits.cell_chars && cell.chars().count() > limits.cell_chars {
        out.flag(spot(), cell, Code::CellTooLong, vec![("max", limits.cell_chars.to_string())]);
        return cell.chars().take(limits.cell_chars).collect();
    }
    // A line break or a tab in a note is the writer's own; any other control character came from copying.
    let stray = |c: char| c.is_control() && !(column.text && matches!(c, '\n' | '\r' | '\t'));
    let trimmed = cell.trim();
    if trimmed.contains(stray) {
        out.flag(spot(), cell, Code::ControlCharacter, Vec::new());
        return trimmed.replace(stray, "");
    }
    if column.text {
        return if trimmed.is_empty() { String::new() } else { cell.to_owned() };
    }
    if trimmed.len() != cell.len() {
        out.note(spot(), trimmed, Code::StraySpaces, Vec::new());
    }
    trimmed.to_owned()
}
