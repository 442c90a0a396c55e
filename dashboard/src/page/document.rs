//! A document: what file it is, and what was read in it, cell by cell.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Asked, Reply, framed, here, json, keyed, only, released, thing};
use crate::address::{Address, Form, Page};
use crate::code;
use crate::date;
use crate::number;
use crate::part::{claim, facts, flow};
use crate::problem::Problem;
use crate::query::document::{ClaimRead, Document, DocumentPage, Passage};
use crate::site::{Here, Site};

/// Answers as a page or the API's own answer. Someone who comes from a claim sees its passage first.
pub async fn answer(site: &Site, address: &Address, key: &str, asked: &Asked) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json])?;
    let question = DocumentPage::build(thing(key, address, asked));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let passage = match asked.code.as_deref().map(code::read) {
        Some(code::Reading::Fits(code)) => site.ask(Passage::build(keyed(&code, address))).await?.claim,
        _ => None,
    };
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let document = found.document.ok_or(Problem::NoSuchThing)?;
    framed(here.clone(), document.name.clone(), body(&here, &document, passage.as_ref()))
}

fn body(here: &Here, document: &Document, passage: Option<&ClaimRead>) -> Markup {
    let lang = here.lang();
    html! {
        p.kicker { (here.pick("Document", "Document")) }
        h1.file { (document.name) }
        (facts::facts(vec![
            (here.pick("Kind of file", "Type de fichier"), facts::plain(Some(&document.media_type))),
            (here.pick("Length", "Longueur"), Some(html! { (number::whole(lang, document.byte_count)) " " (here.pick("bytes", "octets")) })),
            (here.pick("Received", "Reçu le"), Some(html! { (date::day(lang, &document.received_at.0)) })),
            ("SHA-256", Some(html! { code.hash { (document.sha256) } })),
        ]))
        @if let Some(read) = passage {
            section.passage aria-labelledby="passage" {
                h2 #passage { (here.pick("The place you came for", "Le passage que vous cherchez")) }
                (entry(here, read))
            }
        }
        section aria-labelledby="read" {
            h2 #read { (here.pick("What was read in it", "Ce qui y a été lu")) }
            p.intro { (lang.count(document.claims.total_count, ["claim", "claims"], ["déclaration", "déclarations"])) }
            ol.read { @for read in &document.claims.nodes { li { (entry(here, read)) } } }
            (facts::more(here, &document.claims.page_info, document.claims.nodes.len(), document.claims.total_count))
        }
    }
}

/// A place in the file, its literal text, and the claim read from it.
fn entry(here: &Here, read: &ClaimRead) -> Markup {
    let place = &read.place;
    let line = &read.line;
    html! {
        div.entry {
            p.where {
                (place.file)
                @if let Some(line) = place.line {
                    ", " (here.pick("line ", "ligne ")) (number::whole(here.lang(), line))
                }
                @if let Some(column) = &place.column { ", " code { (column) } }
                @if let Some(cell) = &place.cell { ", " code { (cell) } }
            }
            pre.raw tabindex="0" { (place.raw) }
            p {
                a href=(here.href(&Page::Claim(line.code.clone()))) { (claim::figure(here, line)) }
                span.aside {
                    (flow::parties(here, line.payer.as_ref(), line.recipient.as_ref())) " · " (claim::when(here, line))
                }
            }
        }
    }
}
