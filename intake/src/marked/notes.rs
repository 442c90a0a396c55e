//! The notes of a sheet: new ones are added, those of others stay and are added to, our own of another time are renewed.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::package::NewPart;
use super::xml::{self, Sink, Source};
use super::{Dialect, Edit, Stopped, say};
use crate::csv::column_letters;
use crate::grid::{Archive, place_of};
use crate::lang::Lang;

/// The notes to be made, by row (from 1) and column (from 0).
pub(super) type Texts = BTreeMap<(u32, u32), String>;

/// The notes of a sheet, written again.
pub(super) struct Written {
    pub part: NewPart,
    /// The notes that are new, and need to be drawn.
    pub new: Texts,
    /// Cells with a note of ours where nothing is found any more.
    pub settled: Vec<(u32, u32)>,
}

/// The notes of a sheet that had none.
pub(super) fn write_new(texts: Texts, dialect: Dialect) -> Edit<Written> {
    let notes: String = texts.iter().map(|(place, text)| note("", *place, 0, text)).collect();
    let part = NewPart::of(&format!(
        "{}<comments xmlns=\"{}\"><authors><author>{}</author></authors><commentList>{notes}</commentList></comments>",
        xml::DECLARATION,
        dialect.main(),
        say::AUTHOR,
    ))?;
    Ok(Written { part, new: texts, settled: Vec::new() })
}

/// The notes of a sheet that had some.
pub(super) fn write(archive: &Archive<'_>, part: &str, texts: Texts, lang: Lang) -> Edit<Written> {
    let mut from = Source::open(archive, part)?;
    let mut notes = Notes {
        to: Sink::new(),
        texts,
        prefix: String::new(),
        authors: 0,
        own_author: None,
        pending: None,
        replacing: false,
        settled: Vec::new(),
        lang,
    };
    let mut has_list = false;
    while let Some((depth, event)) = from.next()? {
        match event {
            Event::Start(tag) if depth == 1 => {
                notes.prefix = xml::prefix(&tag);
                notes.to.event(Event::Start(tag))?;
            }
            Event::Start(tag) if depth == 3 && local(&tag) == "author" => {
                notes.authors += 1;
                notes.to.event(Event::Start(tag))?;
            }
            Event::Text(text) if depth == 3 && notes.own_author.is_none() && *text == *say::AUTHOR => {
                notes.own_author = Some(notes.authors - 1);
                notes.to.event(Event::Text(text))?;
            }
            Event::Empty(tag) if depth == 2 && local(&tag) == "author" => {
                notes.authors += 1;
                notes.to.event(Event::Empty(tag))?;
            }
            Event::End(tag) if depth == 1 && tag.local_name().into_inner() == "authors" => {
                notes.sign()?;
                notes.to.event(Event::End(tag))?;
            }
            Event::Empty(tag) if depth == 1 && local(&tag) == "authors" => {
                notes.to.open(&tag)?;
                notes.sign()?;
                notes.to.close(&tag)?;
            }
            Event::Start(tag) if depth == 3 && local(&tag) == "comment" => {
                notes.begin(&tag)?;
                notes.to.event(Event::Start(tag))?;
            }
            Event::End(tag) if depth == 2 && tag.local_name().into_inner() == "comment" => {
                // A note without a text has no place for one.
                if notes.pending.is_some() {
                    return Err(Stopped);
                }
                notes.to.event(Event::End(tag))?;
            }
            Event::End(tag) if depth == 1 && tag.local_name().into_inner() == "commentList" => {
                has_list = true;
                notes.add_new()?;
                notes.to.event(Event::End(tag))?;
            }
            Event::Empty(tag) if depth == 1 && local(&tag) == "commentList" => {
                has_list = true;
                notes.to.open(&tag)?;
                notes.add_new()?;
                notes.to.close(&tag)?;
            }
            event if notes.pending.is_some() || notes.replacing => notes.piece(depth, event)?,
            event => notes.to.event(event)?,
        }
    }
    if !has_list {
        return Err(Stopped);
    }
    Ok(Written { part: notes.to.finish()?, new: notes.texts, settled: notes.settled })
}

fn local<'t>(tag: &'t BytesStart<'_>) -> &'t str {
    tag.local_name().into_inner()
}

/// Notes that are being written.
struct Notes {
    to: Sink,
    /// Those that no note of the sheet has taken up yet.
    texts: Texts,
    prefix: String,
    authors: u32,
    own_author: Option<u32>,
    /// What the note that has begun is still to be given.
    pending: Option<String>,
    /// The text that is there is ours, and gives way.
    replacing: bool,
    settled: Vec<(u32, u32)>,
    lang: Lang,
}

impl Notes {
    fn sign(&mut self) -> Edit {
        if self.own_author.is_none() {
            self.own_author = Some(self.authors);
            let p = &self.prefix;
            self.to.raw(&format!("<{p}author>{}</{p}author>", say::AUTHOR))?;
        }
        Ok(())
    }

    /// A note begins.
    fn begin(&mut self, tag: &BytesStart<'_>) -> Edit {
        let own = self.own_author.is_some() && xml::number(tag, "authorId") == self.own_author;
        let place = xml::attribute(tag, "ref").and_then(|place| place_of(&place));
        let Some(place) = place else { return Ok(()) };
        self.pending = self.texts.remove(&place);
        self.replacing = own;
        if own && self.pending.is_none() {
            self.settled.push(place);
            self.pending = Some(say::settled(self.lang));
        }
        Ok(())
    }

    /// A piece of a note that is given another text.
    fn piece(&mut self, depth: usize, event: Event<'_>) -> Edit {
        let p = self.prefix.clone();
        match event {
            // The text begins.
            Event::Start(tag) if depth == 4 && local(&tag) == "text" => self.to.event(Event::Start(tag)),
            Event::Empty(tag) if depth == 3 && local(&tag) == "text" => {
                self.to.open(&tag)?;
                self.give("")?;
                self.to.close(&tag)
            }
            // It ends.
            Event::End(tag) if depth == 3 && tag.local_name().into_inner() == "text" => {
                let before = if self.replacing { "" } else { "\n\n" };
                self.give(before)?;
                self.replacing = false;
                self.to.event(Event::End(tag))
            }
            _ if self.replacing && depth >= 4 => Ok(()),
            // Plain letters become a run, as runs must follow runs.
            Event::Start(tag) if depth == 5 && local(&tag) == "t" => {
                self.to.open(&format!("{p}r"))?;
                self.to.event(Event::Start(tag))
            }
            Event::End(tag) if depth == 4 && tag.local_name().into_inner() == "t" => {
                self.to.event(Event::End(tag))?;
                self.to.close(&format!("{p}r"))
            }
            Event::Empty(tag) if depth == 4 && local(&tag) == "t" => self.to.raw(&format!("<{p}r><{p}t/></{p}r>")),
            // Readings come after all runs.
            Event::Start(tag) if depth == 5 && local(&tag) != "r" => {
                self.give("\n\n")?;
                self.to.event(Event::Start(tag))
            }
            event => self.to.event(event),
        }
    }

    /// Writes what the note is to be given, after its own.
    fn give(&mut self, before: &str) -> Edit {
        match self.pending.take() {
            Some(text) => self.to.raw(&run(&self.prefix, &format!("{before}{text}"))),
            None => Ok(()),
        }
    }

    fn add_new(&mut self) -> Edit {
        let author = self.own_author.ok_or(Stopped)?;
        let (to, prefix) = (&mut self.to, &self.prefix);
        self.texts.iter().try_for_each(|(place, text)| to.raw(&note(prefix, *place, author, text)))
    }
}

fn note(p: &str, (row, column): (u32, u32), author: u32, text: &str) -> String {
    let (letters, run) = (column_letters(column), run(p, text));
    format!("<{p}comment ref=\"{letters}{row}\" authorId=\"{author}\"><{p}text>{run}</{p}text></{p}comment>")
}

fn run(p: &str, text: &str) -> String {
    format!("<{p}r><{p}t xml:space=\"preserve\">{}</{p}t></{p}r>", xml::escape(text))
}
