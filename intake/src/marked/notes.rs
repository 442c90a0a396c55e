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
        signed: false,
        place: None,
        settled: Vec::new(),
        lang,
    };
    let (mut has_list, mut text) = (false, None::<OldText>);
    while let Some((depth, event)) = from.next()? {
        if let Some(mut old) = text.take() {
            match event {
                Event::End(tag) if depth == 3 => {
                    notes.text(old)?;
                    notes.to.event(Event::End(tag))?;
                }
                event => {
                    old.push(depth, event);
                    text = Some(old);
                }
            }
            continue;
        }
        match event {
            Event::Start(tag) if depth == 1 => {
                notes.prefix = xml::prefix(&tag);
                notes.to.event(Event::Start(tag))?;
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
            Event::Empty(tag) if depth == 3 && local(&tag) == "text" => {
                notes.to.open(&tag)?;
                notes.text(OldText::default())?;
                notes.to.close(&tag)?;
            }
            event => {
                match &event {
                    Event::Start(tag) if depth == 3 && local(tag) == "author" => notes.authors += 1,
                    Event::Empty(tag) if depth == 2 && local(tag) == "author" => notes.authors += 1,
                    Event::Start(tag) if depth == 3 && local(tag) == "comment" => {
                        notes.place = xml::attribute(tag, "ref").and_then(|place| place_of(&place));
                    }
                    Event::Start(tag) if depth == 4 && local(tag) == "text" => text = Some(OldText::default()),
                    // A note without a text has no place for one.
                    Event::End(_) if depth == 2 && notes.is_wanted() => return Err(Stopped),
                    _ => {}
                }
                notes.to.event(event)?;
            }
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

/// The text of a note, while it is looked through.
#[derive(Default)]
struct OldText {
    /// Each piece, with how many elements are open after it.
    pieces: Vec<(usize, Event<'static>)>,
    /// Its letters, as XML.
    letters: String,
}

impl OldText {
    fn push(&mut self, depth: usize, event: Event<'_>) {
        match &event {
            // Letters stand in an element of their own, or in one of a run.
            Event::Text(text) if depth > 4 => self.letters.push_str(text),
            Event::GeneralRef(letter) => self.letters.extend(["&", letter, ";"]),
            Event::CData(text) => self.letters.push_str(&xml::escape(text)),
            _ => {}
        }
        self.pieces.push((depth, event.into_owned()));
    }
}

/// Notes that are being written.
struct Notes {
    to: Sink,
    /// Those that no note of the sheet has taken up yet.
    texts: Texts,
    prefix: String,
    authors: u32,
    /// We stand among the authors, as the last.
    signed: bool,
    /// The cell of the note that has begun.
    place: Option<(u32, u32)>,
    settled: Vec<(u32, u32)>,
    lang: Lang,
}

impl Notes {
    fn sign(&mut self) -> Edit {
        self.signed = true;
        let p = &self.prefix;
        self.to.raw(&format!("<{p}author>{}</{p}author>", say::AUTHOR))
    }

    fn is_wanted(&self) -> bool {
        self.place.is_some_and(|place| self.texts.contains_key(&place))
    }

    /// Writes the text of a note again, with what it is to be given. What an earlier marking wrote gives way: programs
    /// forget who wrote a note, and so it is known by how it begins.
    fn text(&mut self, old: OldText) -> Edit {
        let wanted = self.place.and_then(|place| self.texts.remove(&place));
        let own = old.letters.find(say::SIGN);
        let prefix = self.prefix.clone();
        match (wanted, own) {
            (None, None) => old.pieces.into_iter().try_for_each(|(_, piece)| self.to.event(piece)),
            (Some(text), None) => self.add(old, &text),
            (wanted, Some(at)) => {
                let text = wanted.unwrap_or_else(|| {
                    self.settled.extend(self.place);
                    say::settled(self.lang)
                });
                let before = old.letters[..at].trim_ascii_end();
                if before.is_empty() {
                    return self.to.raw(&run(&prefix, &text));
                }
                self.to
                    .raw(&format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{before}</{prefix}t></{prefix}r>"))?;
                self.to.raw(&run(&prefix, &format!("\n\n{text}")))
            }
        }
    }

    /// Writes somebody's text as it stands, and ours behind it.
    fn add(&mut self, old: OldText, text: &str) -> Edit {
        let p = self.prefix.clone();
        let before = if old.letters.is_empty() { "" } else { "\n\n" };
        let mut ours = Some(run(&p, &format!("{before}{text}")));
        for (depth, piece) in old.pieces {
            match piece {
                // Plain letters become a run, as runs must follow runs.
                Event::Start(tag) if depth == 5 && local(&tag) == "t" => {
                    self.to.open(&format!("{p}r"))?;
                    self.to.event(Event::Start(tag))?;
                }
                Event::End(tag) if depth == 4 && tag.local_name().into_inner() == "t" => {
                    self.to.event(Event::End(tag))?;
                    self.to.close(&format!("{p}r"))?;
                }
                Event::Empty(tag) if depth == 4 && local(&tag) == "t" => {
                    self.to.raw(&format!("<{p}r><{p}t/></{p}r>"))?;
                }
                piece => {
                    // Readings of letters come after all runs.
                    let reading = match &piece {
                        Event::Start(tag) => depth == 5 && local(tag) != "r",
                        Event::Empty(tag) => depth == 4 && local(tag) != "r",
                        _ => false,
                    };
                    if let Some(ours) = ours.take_if(|_| reading) {
                        self.to.raw(&ours)?;
                    }
                    self.to.event(piece)?;
                }
            }
        }
        ours.map_or(Ok(()), |ours| self.to.raw(&ours))
    }

    fn add_new(&mut self) -> Edit {
        let author = if self.signed { self.authors } else { return Err(Stopped) };
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
