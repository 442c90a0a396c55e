//! Small pieces: a list of facts, a trail, a way to more, a source.

use maud::{Markup, html};

use crate::address::Page;
use crate::date;
use crate::query::PageInfo;
use crate::query::reference::SourceRef;
use crate::site::Here;
use crate::text;

/// A list of names and values. Facts without a value are left out.
pub fn facts(rows: Vec<(&str, Option<Markup>)>) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in rows {
                @if let Some(value) = value { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}

/// Plain text as a fact; nothing where it is empty.
pub fn plain(text: Option<&str>) -> Option<Markup> {
    text.filter(|text| !text.is_empty()).map(|text| html! { (text) })
}

/// The way from the first page to this one.
pub fn trail(here: &Here, steps: &[(String, Page)]) -> Markup {
    html! {
        nav.trail aria-label=(here.pick("You are here", "Vous êtes ici")) {
            ol {
                li { a href=(here.href(&Page::Home)) { (here.pick("All countries", "Tous les pays")) } }
                @for (name, page) in steps { li { a href=(here.href(page)) { (name) } } }
            }
        }
    }
}

/// The link to the rest of a list, if there is more.
pub fn more(here: &Here, info: &PageInfo, shown: usize, total: i32) -> Markup {
    let lang = here.lang();
    html! {
        @if let (true, Some(cursor)) = (info.has_next_page, &info.end_cursor) {
            p.more {
                a rel="next" href={ (here.href(&here.page)) "?after=" (crate::address::escape(cursor)) } {
                    (here.pick("Show the next ones", "Voir la suite"))
                }
                " "
                span.muted {
                    (here.pick("shown here: ", "montrés ici\u{202f}: ")) (shown) (here.pick(" of ", " sur "))
                    (crate::number::whole(lang, total))
                }
            }
        }
    }
}

/// A publication, with a link where there is one.
pub fn source(here: &Here, source: &SourceRef) -> Markup {
    let lang = here.lang();
    let title = html! { cite lang=[source.language.as_deref()] { (source.title) } };
    let safe = source.address.as_deref().filter(|address| is_web_address(address));
    html! {
        @match safe {
            Some(address) => { a.away href=(address) rel="noreferrer external" { (title) } }
            None => { (title) }
        }
        span.muted {
            ", " (source.publisher)
            @if let Some(on) = &source.published_on { ", " (date::day(lang, on)) }
            @if let Some(kind) = &source.kind { " · " (text::source_kind(lang, kind)) }
            @if let Some(read) = &source.read { " · " (text::how_much_read(lang, read)) }
        }
    }
}

/// True for addresses that a reader may be sent to: never `javascript:` or `data:`.
fn is_web_address(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A text that a person recorded, in whatever language they wrote.
pub fn note(here: &Here, text: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text.filter(|text| !text.is_empty()) {
            p.note { strong { (here.pick("Note: ", "Note\u{202f}: ")) } (text) }
        }
    }
}
