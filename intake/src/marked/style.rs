//! The formats of a workbook, and those that marked cells need: the same as before but for the colour behind.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::mark::Mark;
use super::package::NewPart;
use super::xml::{self, Sink, Source};
use super::{Dialect, Edit, Stopped};
use crate::grid::Archive;

/// Formats that one workbook can have, by the programs that open it.
const FORMATS_MAX: usize = 64_000;

/// The lists of a part of formats, in the order in which they must stand.
const ORDER: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// How a cell of the added sheet looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Look {
    /// Letters that may take several lines.
    Plain,
    /// A heading.
    Heading,
    /// A link to a cell.
    Link,
    /// A severity, in its colour.
    Severity(Mark),
}

/// Which format a new one is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Wanted {
    /// The format of a cell with a colour behind it.
    Marked(u32, Mark),
    /// A format of the added sheet.
    Own(Look),
}

/// The formats that there are, and those that are to be added.
pub(super) struct Styles {
    prefix: String,
    fonts: usize,
    fills: usize,
    /// Each as it stands: its tag, and what the element holds.
    formats: Vec<(String, String)>,
    wanted: Vec<Wanted>,
    known: HashMap<Wanted, u32>,
}

impl Styles {
    /// Of a new workbook.
    pub fn new() -> Styles {
        let formats =
            vec![("xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"".to_owned(), String::new())];
        Styles { prefix: String::new(), fonts: 1, fills: 2, formats, wanted: Vec::new(), known: HashMap::new() }
    }

    /// Counts those of a part.
    pub fn read(archive: &Archive<'_>, part: &str) -> Edit<Styles> {
        let mut from = Source::open(archive, part)?;
        let mut styles = Styles { fonts: 0, fills: 0, formats: Vec::new(), ..Styles::new() };
        let mut list = String::new();
        while let Some((depth, event)) = from.next()? {
            match &event {
                Event::Start(tag) if depth == 1 => styles.prefix = xml::prefix(tag),
                Event::Start(tag) if depth == 2 => list = tag.local_name().into_inner().to_owned(),
                Event::End(_) if depth == 1 => list.clear(),
                Event::Start(tag) if depth == 3 => styles.count(&list, tag)?,
                Event::Empty(tag) if depth == 2 => styles.count(&list, tag)?,
                Event::End(_) if depth == 2 => {}
                event if depth >= 3 && list == "cellXfs" => {
                    let (_, inner) = styles.formats.last_mut().ok_or(Stopped)?;
                    push_piece(inner, event);
                }
                _ => {}
            }
        }
        // A list without anything gets what every workbook begins with.
        styles.fonts = styles.fonts.max(1);
        styles.fills = styles.fills.max(2);
        if styles.formats.is_empty() {
            styles.formats = Styles::new().formats;
        }
        Ok(styles)
    }

    fn count(&mut self, list: &str, tag: &str) -> Edit {
        match list {
            "fonts" => self.fonts += 1,
            "fills" => self.fills += 1,
            "cellXfs" if self.formats.len() >= FORMATS_MAX => return Err(Stopped),
            "cellXfs" => self.formats.push((tag.to_owned(), String::new())),
            _ => {}
        }
        Ok(())
    }

    /// The format of a cell with a mark. Where a workbook can have no more formats, the cell keeps its own.
    pub fn marked(&mut self, old: u32, mark: Mark) -> u32 {
        self.want(Wanted::Marked(old, mark)).unwrap_or(old)
    }

    /// A format of the added sheet; that of every cell where a workbook can have no more.
    pub fn own(&mut self, look: Look) -> u32 {
        self.want(Wanted::Own(look)).unwrap_or(0)
    }

    fn want(&mut self, wanted: Wanted) -> Option<u32> {
        if let Some(known) = self.known.get(&wanted) {
            return Some(*known);
        }
        let index = self.formats.len() + self.wanted.len();
        let number = u32::try_from(index).ok().filter(|_| index < FORMATS_MAX)?;
        self.wanted.push(wanted);
        self.known.insert(wanted, number);
        Some(number)
    }

    /// The part of a workbook that had none.
    pub fn write_new(&self, dialect: Dialect) -> Edit<NewPart> {
        let mut to = Sink::new();
        let root = format!("styleSheet xmlns=\"{}\"", dialect.main());
        to.raw(xml::DECLARATION)?;
        to.open(&root)?;
        for list in ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] {
            self.write_list(list, &mut to)?;
        }
        to.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")?;
        to.close(&root)?;
        to.finish()
    }

    /// The part again, with what was added. Numbers of those that were there stay.
    pub fn write(&self, archive: &Archive<'_>, part: &str) -> Edit<NewPart> {
        let (mut from, mut to) = (Source::open(archive, part)?, Sink::new());
        let mut missing = vec!["fonts", "fills", "cellXfs"];
        let (mut list, mut is_empty) = ("", true);
        while let Some((depth, event)) = from.next()? {
            match event {
                Event::Start(tag) if depth == 2 => {
                    let name = tag.local_name().into_inner();
                    self.write_missing(name, &mut missing, &mut to)?;
                    list = missing.iter().find(|own| **own == name).copied().unwrap_or("");
                    is_empty = true;
                    match list {
                        "" => to.event(Event::Start(tag))?,
                        list => to.open(&xml::with(&tag, "count", &self.total(list).to_string()))?,
                    }
                }
                Event::Empty(tag) if depth == 1 => {
                    let name = tag.local_name().into_inner();
                    self.write_missing(name, &mut missing, &mut to)?;
                    match missing.iter().position(|own| *own == name) {
                        Some(at) => self.write_list(missing.remove(at), &mut to)?,
                        None => to.event(Event::Empty(tag))?,
                    }
                }
                Event::End(tag) if depth == 1 => {
                    if !list.is_empty() {
                        to.raw(&if is_empty { self.base(list) } else { String::new() })?;
                        to.raw(&self.added(list))?;
                        missing.retain(|own| *own != list);
                        list = "";
                    }
                    to.event(Event::End(tag))?;
                }
                Event::End(tag) if depth == 0 => {
                    self.write_missing("", &mut missing, &mut to)?;
                    to.event(Event::End(tag))?;
                }
                event => {
                    is_empty &= !matches!(&event, Event::Start(_) | Event::Empty(_));
                    to.event(event)?;
                }
            }
        }
        to.finish()
    }

    /// Writes the lists that the part lacks and that must stand before an element.
    fn write_missing(&self, before: &str, missing: &mut Vec<&'static str>, to: &mut Sink) -> Edit {
        let rank = |name: &str| ORDER.iter().position(|own| *own == name).unwrap_or(ORDER.len());
        missing.sort_by_key(|name| rank(name));
        while let Some(first) = missing.first().copied().filter(|first| rank(first) < rank(before)) {
            missing.remove(0);
            self.write_list(first, to)?;
        }
        Ok(())
    }

    /// A whole list: what every workbook begins with, and what is added.
    fn write_list(&self, list: &str, to: &mut Sink) -> Edit {
        let p = &self.prefix;
        let tag = format!("{p}{list} count=\"{}\"", self.total(list));
        to.open(&tag)?;
        to.raw(&self.base(list))?;
        to.raw(&self.added(list))?;
        to.close(&tag)
    }

    /// What every workbook begins a list with.
    fn base(&self, list: &str) -> String {
        let p = &self.prefix;
        match list {
            "fonts" => {
                format!("<{p}font><{p}sz val=\"11\"/><{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>")
            }
            "fills" => ["none", "gray125"]
                .map(|pattern| format!("<{p}fill><{p}patternFill patternType=\"{pattern}\"/></{p}fill>"))
                .concat(),
            "borders" => format!("<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>"),
            "cellStyleXfs" => format!("<{p}xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
            _ => self.formats.iter().map(|(tag, _)| format!("<{p}{tag}/>")).collect(),
        }
    }

    /// How many a list has in the end.
    fn total(&self, list: &str) -> usize {
        match list {
            "fonts" => self.fonts + FONTS.len(),
            "fills" => self.fills + Mark::ALL.len(),
            "cellXfs" => self.formats.len() + self.wanted.len(),
            _ => 1,
        }
    }

    /// What is added to a list.
    fn added(&self, list: &str) -> String {
        let p = &self.prefix;
        match list {
            "fonts" => FONTS
                .iter()
                .map(|look| {
                    format!("<{p}font>{}<{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>", look.replace('@', p))
                })
                .collect(),
            "fills" => Mark::ALL
                .iter()
                .map(|mark| {
                    let colour = mark.colour();
                    format!(
                        "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
                    )
                })
                .collect(),
            "cellXfs" => self.wanted.iter().map(|wanted| self.format(*wanted)).collect(),
            _ => String::new(),
        }
    }

    fn format(&self, wanted: Wanted) -> String {
        let p = &self.prefix;
        match wanted {
            Wanted::Marked(old, mark) => {
                let old = usize::try_from(old).ok().and_then(|old| self.formats.get(old)).or(self.formats.first());
                let (tag, inner) = old.map_or(("xf", ""), |(tag, inner)| (tag.as_str(), inner.as_str()));
                let tag = xml::with(tag, "fillId", &self.fill(mark).to_string());
                let tag = xml::with(&tag, "applyFill", "1");
                let name = xml::name(&tag);
                if inner.is_empty() { format!("<{tag}/>") } else { format!("<{tag}>{inner}</{name}>") }
            }
            Wanted::Own(look) => {
                let (font, fill) = match look {
                    Look::Plain => (self.fonts, 0),
                    Look::Heading => (self.fonts + 1, 0),
                    Look::Link => (self.fonts + 2, 0),
                    Look::Severity(mark) => (self.fonts, self.fill(mark)),
                };
                format!(
                    "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><{p}alignment vertical=\"top\" wrapText=\"1\"/></{p}xf>"
                )
            }
        }
    }

    fn fill(&self, mark: Mark) -> usize {
        self.fills + Mark::ALL.iter().position(|own| *own == mark).unwrap_or(0)
    }
}

/// Plain, bold, and that of a link; `@` is the prefix.
const FONTS: [&str; 3] =
    ["<@sz val=\"11\"/>", "<@b/><@sz val=\"11\"/>", "<@u/><@sz val=\"11\"/><@color rgb=\"FF0B5394\"/>"];

/// Adds a piece as it stands.
fn push_piece(to: &mut String, event: &Event<'_>) {
    match event {
        Event::Start(tag) => to.extend(["<", tag, ">"]),
        Event::Empty(tag) => to.extend(["<", tag, "/>"]),
        Event::End(tag) => to.extend(["</", tag, ">"]),
        // An alignment and a protection hold no letters.
        _ => {}
    }
}
