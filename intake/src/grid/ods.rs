//! OpenDocument workbooks: one part holds all sheets, repeated cells are written once with a count.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::archive::Archive;
use super::build::{Builder, COLUMNS_MAX, NewCell, ROWS_MAX};
use super::cell::Marks;
use super::digits::plain;
use super::sheet::{Merged, Sheet, Sort, Visibility};
use super::xml::{Element, Node, Xml};
use crate::finding::{Code, Findings, Flagged, Spot};

const PART: &str = "content.xml";
/// Spaces that one element may stand for.
const SPACES_MAX: usize = 1_000;

/// Reads every sheet.
pub(super) fn read(archive: &Archive<'_>, out: &mut Findings) -> Vec<Sheet> {
    let mut book = Book { archive, sheets: Vec::new(), hidden_styles: HashSet::new(), tables: 0, linked: false };
    if is_locked(archive, out) {
        out.flag(Spot::file(&archive.file), "", Code::FileLocked, Vec::new());
        return book.sheets;
    }
    // A finding tells why it ends early; the sheets before are kept.
    let _ = book.read(out);
    if book.tables > archive.limits.sheets {
        let details = vec![("found", book.tables.to_string()), ("max", archive.limits.sheets.to_string())];
        out.flag(Spot::file(&archive.file), "", Code::TooManySheets, details);
    }
    book.sheets
}

/// The manifest says of each part how it is encrypted.
fn is_locked(archive: &Archive<'_>, out: &mut Findings) -> bool {
    let manifest = "META-INF/manifest.xml";
    if !archive.has(manifest) {
        return false;
    }
    let Ok(mut xml) = Xml::open(archive, manifest, out) else {
        return false;
    };
    loop {
        match xml.next(out) {
            Ok(Node::Start { element, .. }) if element.name() == "encryption-data" => return true,
            Ok(Node::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

struct Book<'a> {
    archive: &'a Archive<'a>,
    sheets: Vec<Sheet>,
    /// Names of the styles of sheets that are not shown.
    hidden_styles: HashSet<String>,
    tables: usize,
    linked: bool,
}

impl<'a> Book<'a> {
    fn read(&mut self, out: &mut Findings) -> Result<(), Flagged> {
        let mut xml = Xml::open(self.archive, PART, out)?;
        let mut style = String::new();
        loop {
            match xml.next(out)? {
                Node::Eof => return Ok(()),
                Node::Start { element, empty } => match element.name() {
                    "style" => style = element.attribute("style:name").unwrap_or_default().into_owned(),
                    "table-properties" if element.attribute("table:display").as_deref() == Some("false") => {
                        self.hidden_styles.insert(style.clone());
                    }
                    "table" if !empty => {
                        self.tables += 1;
                        if self.tables > self.archive.limits.sheets {
                            xml.skip(out)?;
                            continue;
                        }
                        let (name, visibility) = self.heading(&element);
                        let mut table = Table::new(self.archive, &name, visibility);
                        let ended = table.read(&mut xml, &mut self.linked, out);
                        self.sheets.push(table.finish(out));
                        ended?;
                    }
                    // What was changed and taken back is no sheet.
                    "tracked-changes" if !empty => xml.skip(out)?,
                    _ => {}
                },
                Node::End | Node::Text(_) => {}
            }
        }
    }

    fn heading(&self, element: &Element<'_>) -> (String, Visibility) {
        let name = element.attribute("table:name").unwrap_or_default().into_owned();
        let hidden = element.attribute("table:style-name").is_some_and(|style| self.hidden_styles.contains(&*style));
        (name, if hidden { Visibility::Hidden } else { Visibility::Visible })
    }
}

/// One sheet in the making.
struct Table<'a> {
    builder: Builder<'a>,
    file: Arc<str>,
    formats: Vec<Option<Box<str>>>,
    format_numbers: HashMap<Box<str>, u16>,
    cell: Stored,
}

/// What an element says of its cell.
#[derive(Default)]
struct Stored {
    repeats: u32,
    kind: String,
    value: String,
    currency: String,
    formula: bool,
    spans: (u32, u32),
    /// What a person sees: the paragraphs.
    shown: String,
}

impl<'a> Table<'a> {
    fn new(archive: &'a Archive<'a>, name: &str, visibility: Visibility) -> Table<'a> {
        Table {
            builder: Builder::new(&archive.file, name, visibility, archive.limits),
            file: archive.file.clone(),
            formats: vec![None],
            format_numbers: HashMap::new(),
            cell: Stored::default(),
        }
    }

    fn finish(mut self, out: &mut Findings) -> Sheet {
        self.builder.sheet.formats = self.formats.into();
        self.builder.finish(out)
    }

    /// Reads up to the end of the sheet. Groups of rows and of columns are elements of their own, and say nothing.
    fn read(&mut self, xml: &mut Xml<'_>, linked: &mut bool, out: &mut Findings) -> Result<(), Flagged> {
        let (mut depth, mut row) = (1_usize, 1_u32);
        loop {
            match xml.next(out)? {
                Node::Eof => return Ok(()),
                Node::Text(_) => {}
                Node::End => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                Node::Start { element, empty } => match element.name() {
                    "table-row" => {
                        let repeats = count(&element, "table:number-rows-repeated");
                        let hidden = element.attribute("table:visibility").is_some_and(|word| word != "visible");
                        self.builder.start_row(row, 0, hidden, out)?;
                        if !empty {
                            self.read_row(xml, out)?;
                        }
                        self.repeat_row(repeats, out)?;
                        row = row.saturating_add(repeats);
                        if row > ROWS_MAX {
                            // Programs fill the sheet up to its last row with one repeated empty row.
                            return xml.skip_to_end_of(depth, out);
                        }
                    }
                    "table-source" if !*linked => {
                        *linked = true;
                        let target = element.attribute("xlink:href").unwrap_or_default();
                        out.note(Spot::file(&self.file), &target, Code::LinksNotFollowed, Vec::new());
                        depth += usize::from(!empty);
                    }
                    // Drawings hold texts and tables that are no cells.
                    "shapes" | "forms" if !empty => xml.skip(out)?,
                    _ => depth += usize::from(!empty),
                },
            }
        }
    }

    fn repeat_row(&mut self, repeats: u32, out: &mut Findings) -> Result<(), Flagged> {
        if self.builder.row_is_open() {
            for _ in 1..repeats {
                self.builder.repeat_row(out)?;
            }
        }
        Ok(())
    }

    fn read_row(&mut self, xml: &mut Xml<'_>, out: &mut Findings) -> Result<(), Flagged> {
        let mut column = 0_u32;
        loop {
            match xml.next(out)? {
                Node::End | Node::Eof => return Ok(()),
                Node::Text(_) => {}
                Node::Start { element, empty } => match element.name() {
                    "table-cell" | "covered-table-cell" => {
                        self.cell.begin(&element);
                        if !empty {
                            self.cell.read(xml, out)?;
                        }
                        self.store(column, out)?;
                        column = column.saturating_add(self.cell.repeats);
                    }
                    _ if !empty => xml.skip(out)?,
                    _ => {}
                },
            }
        }
    }

    /// Adds the cell as often as it is repeated, if it holds anything.
    fn store(&mut self, column: u32, out: &mut Findings) -> Result<(), Flagged> {
        let (rows, columns) = self.cell.spans;
        let row = self.builder.row_number();
        if rows > 1 || columns > 1 {
            let (last_row, last_column) = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
            self.builder.merge(Merged { first_row: row, first_column: column, last_row, last_column }, out)?;
        }
        let format = self.format();
        let cell = &self.cell;
        if cell.kind.is_empty() && cell.shown.is_empty() {
            return if cell.formula { self.builder.push_unvalued(column, format, out) } else { Ok(()) };
        }
        let new = cell.new_cell(column, format);
        match &new {
            Kept::AsIs(new) => self.builder.push(*new, out)?,
            Kept::Plain(new, digits) => self.builder.push(NewCell { value: digits, ..*new }, out)?,
        }
        let last = column.saturating_add(cell.repeats).min(COLUMNS_MAX);
        for again in column + 1..last {
            self.builder.repeat_cell(again, out)?;
        }
        Ok(())
    }

    /// The number format, written as the other kind of workbook writes it.
    fn format(&mut self) -> u16 {
        let code: Box<str> = match self.cell.kind.as_str() {
            "percentage" => "0%".into(),
            "currency" if !self.cell.currency.is_empty() => format!("0 [${}]", self.cell.currency).into(),
            _ => return 0,
        };
        if let Some(number) = self.format_numbers.get(&code) {
            return *number;
        }
        let Ok(number) = u16::try_from(self.formats.len()) else {
            return 0;
        };
        self.formats.push(Some(code.clone()));
        self.format_numbers.insert(code, number);
        number
    }
}

/// A cell to be added; its digits may be others than those stored.
enum Kept<'a> {
    AsIs(NewCell<'a>),
    Plain(NewCell<'a>, String),
}

impl Stored {
    fn begin(&mut self, element: &Element<'_>) {
        self.kind.clear();
        self.value.clear();
        self.currency.clear();
        self.shown.clear();
        self.formula = false;
        self.repeats = count(element, "table:number-columns-repeated");
        self.spans = (count(element, "table:number-rows-spanned"), count(element, "table:number-columns-spanned"));
        for (name, value) in element.attributes() {
            match name {
                "office:value-type" => self.kind.push_str(&value),
                "office:currency" => self.currency.push_str(&value),
                "table:formula" => self.formula = true,
                "office:value" | "office:date-value" | "office:boolean-value" | "office:string-value" => {
                    self.value.push_str(&value);
                }
                _ => {}
            }
        }
    }

    /// Reads the paragraphs, up to the cell's end. Notes, pictures and tables within the cell are not its text.
    fn read(&mut self, xml: &mut Xml<'_>, out: &mut Findings) -> Result<(), Flagged> {
        let mut paragraphs = 0;
        loop {
            match xml.next(out)? {
                Node::End | Node::Eof => return Ok(()),
                Node::Text(_) => {}
                Node::Start { element, empty } => match (element.name(), empty) {
                    ("p", empty) => {
                        if paragraphs > 0 {
                            self.shown.push('\n');
                        }
                        paragraphs += 1;
                        if !empty {
                            self.paragraph(xml, out)?;
                        }
                    }
                    (_, true) => {}
                    (_, false) => xml.skip(out)?,
                },
            }
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, out: &mut Findings) -> Result<(), Flagged> {
        let mut depth = 1_usize;
        while depth > 0 {
            match xml.next(out)? {
                Node::Eof => return Ok(()),
                Node::End => depth -= 1,
                Node::Text(letters) => self.shown.push_str(&letters),
                Node::Start { element, empty } => match element.name() {
                    "annotation" | "note" if !empty => xml.skip(out)?,
                    name => {
                        match name {
                            "s" => {
                                let spaces = count(&element, "text:c") as usize;
                                self.shown.extend(std::iter::repeat_n(' ', spaces.min(SPACES_MAX)));
                            }
                            "tab" => self.shown.push('\t'),
                            "line-break" => self.shown.push('\n'),
                            _ => {}
                        }
                        depth += usize::from(!empty);
                    }
                },
            }
        }
        Ok(())
    }

    fn new_cell(&self, column: u32, format: u16) -> Kept<'_> {
        let marks = Marks::default().when(self.formula, Marks::FORMULA);
        let text = if self.shown.is_empty() { &self.value } else { &self.shown };
        let base = NewCell { format, marks, ..NewCell::text(column, text) };
        // What a formula could not compute is shown as an error beside a number that means nothing.
        if base.sort == Sort::Error {
            return Kept::AsIs(base);
        }
        let raw = |value: &str| (!self.shown.is_empty() && self.shown != value).then_some(self.shown.as_str());
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => match plain(&self.value) {
                Some(number) => {
                    let marks = number.marks.when(self.formula, Marks::FORMULA);
                    let digits = number.digits.into_owned();
                    let raw = raw(&digits).or((digits != self.value).then_some(&self.value));
                    Kept::Plain(NewCell { sort: Sort::Number, raw, marks, ..base }, digits)
                }
                None => Kept::AsIs(base),
            },
            "date" if is_date(&self.value) => {
                Kept::AsIs(NewCell { sort: Sort::Date, value: &self.value, raw: raw(&self.value), ..base })
            }
            "boolean" => {
                let sort = if self.value == "true" { Sort::True } else { Sort::False };
                Kept::AsIs(NewCell { sort, ..base })
            }
            _ => Kept::AsIs(base),
        }
    }
}

/// True for `2024-03-31` with or without a time of day.
fn is_date(text: &str) -> bool {
    let shape =
        |part: &str| part.bytes().map(|byte| if byte.is_ascii_digit() { '0' } else { char::from(byte) }).collect();
    let day: String = text.get(..10).map(shape).unwrap_or_default();
    day == "0000-00-00" && matches!(text.as_bytes().get(10), None | Some(b'T'))
}

/// A count that an attribute gives, 1 where it gives none.
fn count(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
