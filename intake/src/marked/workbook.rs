//! The workbook as a whole: which parts change, and what ties the new ones to the old.

use std::collections::{BTreeMap, HashSet};

use quick_xml::events::Event;

use super::cells::{self, Marks};
use super::mark::Mark;
use super::notes::{self, Texts};
use super::package::{self, NewPart, NewParts};
use super::style::Styles;
use super::xml::{self, Sink, Source};
use super::{Dialect, Edit, Stopped, drawing, list, say};
use crate::finding::{Finding, Findings};
use crate::grid::{Archive, Layout, Relations};
use crate::lang::Lang;

const TYPES: &str = "[Content_Types].xml";
const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const NOTES_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const STYLES_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const BOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const DRAWING_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const PACKAGE_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// A workbook that is being marked.
struct Book<'a> {
    archive: &'a Archive<'a>,
    layout: Layout,
    dialect: Dialect,
    lang: Lang,
    styles: Styles,
    new: NewParts,
    /// Names of parts that are taken, in small letters.
    taken: HashSet<String>,
    /// New parts and what they are.
    types: Vec<(String, &'static str)>,
    has_drawings: bool,
}

/// The workbook with its faulty cells marked and the list added. `old_list` is the part of the sheet that an earlier
/// marking added; it is written over.
pub(super) fn mark(archive: &Archive<'_>, findings: &[Finding], old_list: Option<&str>, lang: Lang) -> Edit<Vec<u8>> {
    let layout = Layout::of(archive, &mut Findings::new(0)).map_err(|_| Stopped)?;
    let dialect = Dialect::of(archive, &layout.workbook)?;
    let styles = match &layout.styles {
        Some(part) => Styles::read(archive, part)?,
        None => Styles::new(),
    };
    let taken = archive.names().map(str::to_ascii_lowercase).collect();
    let (new, types) = (NewParts::new(), Vec::new());
    let mut book = Book { archive, layout, dialect, lang, styles, new, taken, types, has_drawings: false };
    let mut by_sheet = book.by_sheet(findings);
    for index in 0..book.layout.sheets.len() {
        let part = book.layout.sheets[index].1.clone();
        // Two names may lead to one part: its cells are marked once.
        if Some(part.as_str()) != old_list && !book.new.contains_key(&part) {
            book.sheet(&part, by_sheet.remove(&index).unwrap_or_default())?;
        }
    }
    book.list(findings, old_list)?;
    book.finish()
}

/// The findings of each cell of a sheet.
type ByCell<'f> = BTreeMap<(u32, u32), Vec<&'f Finding>>;

impl<'a> Book<'a> {
    /// The sheet that a finding is about: by its very name, else apart from capitals and surrounding spaces.
    fn sheet_of(&self, finding: &Finding) -> Option<usize> {
        let wanted = finding.sheet.as_deref()?;
        let loose = |name: &str| name.trim().to_lowercase();
        let exact = self.layout.sheets.iter().position(|(name, _)| name == wanted);
        exact.or_else(|| self.layout.sheets.iter().position(|(name, _)| loose(name) == loose(wanted)))
    }

    fn by_sheet<'f>(&self, findings: &'f [Finding]) -> BTreeMap<usize, ByCell<'f>> {
        let mut by_sheet: BTreeMap<usize, ByCell<'f>> = BTreeMap::new();
        for finding in findings {
            if let (Some(sheet), Some(row), Some(column)) = (self.sheet_of(finding), finding.row, finding.column_index)
            {
                by_sheet.entry(sheet).or_default().entry((row, column)).or_default().push(finding);
            }
        }
        by_sheet
    }

    /// Marks the cells of one sheet, and writes their notes.
    fn sheet(&mut self, part: &str, cells: ByCell<'_>) -> Edit {
        let relations = Relations::of(self.archive, part, &mut Findings::new(0)).map_err(|_| Stopped)?;
        let old_notes = relations.first("comments").map(str::to_owned);
        let texts: Texts = cells.iter().map(|(place, own)| (*place, say::note(own, self.lang))).collect();
        let written = match &old_notes {
            Some(notes) => notes::write(self.archive, notes, texts, self.lang)?,
            None => notes::write_new(texts, self.dialect)?,
        };
        let mut marks: Marks = written.settled.iter().map(|place| (*place, Mark::Settled)).collect();
        marks
            .extend(cells.iter().filter_map(|(place, own)| Some((*place, own.iter().map(|own| Mark::of(own)).min()?))));
        if marks.is_empty() {
            return Ok(());
        }
        let mut lines = Vec::new();
        let notes_part = old_notes.unwrap_or_else(|| {
            let name = self.name("xl/comments", ".xml", Some(NOTES_TYPE));
            lines.push((free_id(&relations, "rIdNotes"), "comments", name.clone()));
            name
        });
        self.new.insert(notes_part, written.part);
        let drawing_id = free_id(&relations, "rIdNotesDrawing");
        let sheet = cells::mark(self.archive, part, &marks, &drawing_id, self.dialect, &mut self.styles)?;
        self.new.insert(part.to_owned(), sheet.part);
        match &sheet.drawing {
            // Every note had its box before.
            Some(_) if written.new.is_empty() => {}
            Some(id) => {
                let (_, drawn) = relations.target(id).ok_or(Stopped)?;
                self.new.insert(drawn.to_owned(), drawing::write(self.archive, drawn, &written.new)?);
            }
            None => {
                let name = self.name("xl/drawings/vmlDrawing", ".vml", None);
                self.has_drawings = true;
                self.new.insert(name.clone(), drawing::write_new(&written.new)?);
                lines.push((drawing_id, "vmlDrawing", name));
            }
        }
        self.relate(part, &lines)
    }

    /// Writes the list of findings, over the old one or as a new sheet.
    fn list(&mut self, findings: &[Finding], old_list: Option<&str>) -> Edit {
        let part = match old_list {
            Some(part) => part.to_owned(),
            None => self.name("xl/worksheets/sheet", ".xml", Some(SHEET_TYPE)),
        };
        let mut styles = std::mem::replace(&mut self.styles, Styles::new());
        let place = |finding: &Finding| self.sheet_of(finding).map(|at| self.layout.sheets[at].0.as_str());
        let list = list::write(findings, place, true, self.lang, self.dialect, &mut styles);
        self.styles = styles;
        self.new.insert(part.clone(), list?);
        let mut lines = Vec::new();
        let book = self.layout.workbook.clone();
        let relations = Relations::of(self.archive, &book, &mut Findings::new(0)).map_err(|_| Stopped)?;
        if old_list.is_none() {
            let id = free_id(&relations, "rIdFindings");
            let written = self.add_to_book(&id)?;
            self.new.insert(book.clone(), written);
            lines.push((id, "worksheet", part));
        }
        let styles = match &self.layout.styles {
            Some(part) => (part.clone(), self.styles.write(self.archive, part)?),
            None => {
                let name = self.name("xl/styles", ".xml", Some(STYLES_TYPE));
                lines.push((free_id(&relations, "rIdStyles"), "styles", name.clone()));
                (name, self.styles.write_new(self.dialect)?)
            }
        };
        self.new.insert(styles.0, styles.1);
        self.relate(&book, &lines)
    }

    /// The list of sheets with one more, at its end: whatever counts sheets counts as before.
    fn add_to_book(&self, relation: &str) -> Edit<NewPart> {
        let (mut from, mut to) = (Source::open(self.archive, &self.layout.workbook)?, Sink::new());
        let (mut last_id, mut added) = (0, false);
        while let Some((depth, event)) = from.next()? {
            match event {
                Event::End(tag) if depth == 1 && tag.local_name().into_inner() == "sheets" && !added => {
                    added = true;
                    let prefix = tag.name().into_inner().strip_suffix("sheets").unwrap_or_default();
                    let (name, namespace) = (self.list_name(), self.dialect.relations());
                    let id = last_id + 1_u32;
                    to.raw(&format!(
                        "<{prefix}sheet xmlns:r=\"{namespace}\" name=\"{name}\" sheetId=\"{id}\" r:id=\"{relation}\"/>"
                    ))?;
                    to.event(Event::End(tag))?;
                }
                Event::Empty(tag) | Event::Start(tag) if tag.local_name().into_inner() == "sheet" => {
                    // Programs number sheets up to 65,534.
                    last_id = last_id.max(xml::number(&tag, "sheetId").unwrap_or(0).min(65_000));
                    to.event(if depth == 2 { Event::Empty(tag) } else { Event::Start(tag) })?;
                }
                event => to.event(event)?,
            }
        }
        if added { to.finish() } else { Err(Stopped) }
    }

    /// A name for the list that no sheet has.
    fn list_name(&self) -> String {
        let taken: HashSet<String> = self.layout.sheets.iter().map(|(name, _)| name.trim().to_lowercase()).collect();
        let names = std::iter::once(say::TAB.to_owned()).chain((2..).map(|number| format!("{} {number}", say::TAB)));
        names.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
    }

    /// A name of a part that is not taken; takes it, and tells what the part is.
    fn name(&mut self, before: &str, after: &str, kind: Option<&'static str>) -> String {
        let names = (1..).map(|number: u32| format!("{before}{number}{after}"));
        let name = names.into_iter().find(|name| self.taken.insert(name.to_ascii_lowercase())).unwrap_or_default();
        self.types.extend(kind.map(|kind| (name.clone(), kind)));
        name
    }

    /// Adds lines (id, kind, part) to the list of what a part speaks of.
    fn relate(&mut self, part: &str, lines: &[(String, &str, String)]) -> Edit {
        if lines.is_empty() {
            return Ok(());
        }
        let (path, base) = (Relations::part_of(part), self.dialect.relations());
        let elements = |p: &str| -> String {
            let line = |(id, kind, target): &(String, &str, String)| {
                format!("<{p}Relationship Id=\"{id}\" Type=\"{base}/{kind}\" Target=\"/{target}\"/>")
            };
            lines.iter().map(line).collect()
        };
        let written = match self.archive.has(&path) {
            true => xml::append(self.archive, &path, elements)?,
            false => relations_part(&elements(""))?,
        };
        self.new.insert(path, written);
        Ok(())
    }

    fn finish(mut self) -> Edit<Vec<u8>> {
        let needs_default = self.has_drawings && !has_default(self.archive, "vml")?;
        if needs_default || !self.types.is_empty() {
            let types = &self.types;
            let written = xml::append(self.archive, TYPES, |p| {
                let default = format!("<{p}Default Extension=\"vml\" ContentType=\"{DRAWING_TYPE}\"/>");
                let each = types.iter().map(|(name, kind)| override_of(p, name, kind));
                let default = needs_default.then_some(default);
                default.into_iter().chain(each).collect()
            })?;
            self.new.insert(TYPES.to_owned(), written);
        }
        package::pack(self.archive, self.new)
    }
}

/// A workbook of the list alone.
pub(super) fn list_alone(findings: &[Finding], lang: Lang) -> Edit<Vec<u8>> {
    let (dialect, mut styles) = (Dialect::Transitional, Styles::new());
    let list = list::write(findings, |_| None, false, lang, dialect, &mut styles)?;
    let base = dialect.relations();
    let line = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{base}/{kind}\" Target=\"/{target}\"/>")
    };
    let (book, sheet, formats) = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml");
    let types = [(book, BOOK_TYPE), (sheet, SHEET_TYPE), (formats, STYLES_TYPE)];
    let types: String = types.iter().map(|(name, kind)| override_of("", name, kind)).collect();
    let types = format!(
        "{}<Types xmlns=\"{PACKAGE_TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{types}</Types>",
        xml::DECLARATION
    );
    let workbook = format!(
        "{}<workbook xmlns=\"{}\" xmlns:r=\"{base}\"><sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        xml::DECLARATION,
        dialect.main(),
        say::TAB
    );
    let of_book = line("rId1", "worksheet", sheet) + &line("rId2", "styles", formats);
    let new = NewParts::from([
        (TYPES.to_owned(), NewPart::of(&types)?),
        ("_rels/.rels".to_owned(), relations_part(&line("rId1", "officeDocument", book))?),
        (book.to_owned(), NewPart::of(&workbook)?),
        (Relations::part_of(book), relations_part(&of_book)?),
        (sheet.to_owned(), list),
        (formats.to_owned(), styles.write_new(dialect)?),
    ]);
    package::pack_new(new)
}

fn relations_part(lines: &str) -> Edit<NewPart> {
    let begin = xml::DECLARATION;
    NewPart::of(&format!("{begin}<Relationships xmlns=\"{PACKAGE_RELATIONS}\">{lines}</Relationships>"))
}

fn override_of(p: &str, name: &str, kind: &str) -> String {
    format!("<{p}Override PartName=\"/{name}\" ContentType=\"{kind}\"/>")
}

/// An id like this one that no line of a list has.
fn free_id(relations: &Relations, like: &str) -> String {
    let ids = std::iter::once(like.to_owned()).chain((2..).map(|number: u32| format!("{like}{number}")));
    ids.into_iter().find(|id| !relations.has(id)).unwrap_or_default()
}

/// True where the workbook says what parts of an ending are.
fn has_default(archive: &Archive<'_>, ending: &str) -> Edit<bool> {
    let mut from = Source::open(archive, TYPES)?;
    while let Some((_, event)) = from.next()? {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().into_inner() == "Default"
            && xml::attribute(&tag, "Extension").is_some_and(|own| own.eq_ignore_ascii_case(ending))
        {
            return Ok(true);
        }
    }
    Ok(false)
}
