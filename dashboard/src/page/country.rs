//! A country: its flows with their gaps, its mines, its rules, its production.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Asked, Reply, framed, here, json, only, production, released, thing};
use crate::address::{Address, Form, Page};
use crate::part::ledger::{self, Heading};
use crate::part::{facts, gaps, rules, streams};
use crate::problem::Problem;
use crate::query::country::{Country, CountryPage, MineLine};
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page, a table or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str, asked: &Asked) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json, Form::Csv])?;
    let upper = key.to_ascii_uppercase();
    if upper != key {
        return Ok(Reply::Elsewhere(address.reading.path_as(&Page::Country(upper), address.form)));
    }
    let question = CountryPage::build(thing(key, address, asked));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let country = found.country.ok_or(Problem::NoSuchThing)?;
    if address.form == Form::Csv {
        return Ok(crate::csv::comparisons(&here, &country.comparisons.nodes));
    }
    let title = country.name(here.lang()).to_owned();
    framed(here.clone(), title, body(&here, &country))
}

fn body(here: &Here, country: &Country) -> Markup {
    let lang = here.lang();
    let name = country.name(lang);
    let mut trees = streams::newest_first(country.comparisons.nodes.iter().collect());
    trees.sort_by_key(|tree| tree.whole.stream.name(lang));
    html! {
        (facts::trail(here, &[]))
        h1 { (name) }
        p.counts {
            (gaps::counted(here, country.gap_counts)) ", "
            (lang.count(country.comparisons.total_count, ["flow compared", "flows compared"], ["flux comparé", "flux comparés"]))
            ". "
            (here.pick("Figures in ", "Chiffres en ")) (country.currencies.join(", "))
            (here.pick("; never added together.", "\u{202f}; jamais additionnés entre eux."))
        }
        @if !country.has_community_rule {
            p.callout {
                strong { (here.pick("No rule", "Aucune règle")) }
                (here.pick(
                    ": no redistribution rule to communities was found in law. What follows is information only.",
                    "\u{202f}: aucune règle de redistribution aux communautés n’a été trouvée en droit. Ce qui suit \
                        n’est qu’une information.",
                ))
            }
        }
        @if country.kimberley_participant {
            p.muted { (here.pick("Participant in the Kimberley Process.", "Participant au Processus de Kimberley.")) }
        }
        (facts::note(here, country.note.as_deref()))
        section aria-labelledby="flows" {
            h2 #flows { (here.pick("What was due, declared and received", "Ce qui était dû, déclaré et reçu")) }
            @if trees.is_empty() {
                p.empty { (here.pick("Nothing has been stated yet.", "Rien n’a encore été énoncé.")) }
            } @else {
                (ledger::trees(here, here.pick("Flows compared", "Flux comparés"), &trees, Heading::Stream))
            }
            (facts::more(here, &country.comparisons.page_info, trees.len(), country.comparisons.total_count))
            p.small {
                a href=(here.reading.path_as(&here.page, Form::Csv)) {
                    (here.pick("This table as CSV", "Ce tableau en CSV"))
                }
                " · "
                a href=(here.reading.path_as(&here.page, Form::Json)) {
                    (here.pick("This page as JSON", "Cette page en JSON"))
                }
            }
        }
        section aria-labelledby="mines" {
            h2 #mines { (here.pick("Mines and diamond areas", "Mines et zones diamantifères")) }
            (mines(here, &country.mines.nodes))
        }
        section aria-labelledby="rules" {
            h2 #rules { (here.pick("Rules", "Règles")) }
            @if country.rules.nodes.is_empty() {
                p.empty { (here.pick("No rule is on record.", "Aucune règle n’est enregistrée.")) }
            } @else {
                (rules::list(here, &country.rules.nodes))
            }
        }
        (production::section(here, name, &country.production))
    }
}

fn mines(here: &Here, mines: &[MineLine]) -> Markup {
    let lang = here.lang();
    html! {
        @if mines.is_empty() { p.empty { (here.pick("No mine is on record.", "Aucune mine n’est enregistrée.")) } }
        ul.countries {
            @for mine in mines {
                li {
                    a href=(here.href(&Page::Mine(mine.slug.clone()))) { (mine.name) }
                    p {
                        @if mine.gap_count > 0 {
                            span.some { (lang.count(mine.gap_count, ["gap", "gaps"], ["écart", "écarts"])) } " · "
                        }
                        @if let Some(kind) = &mine.kind { (text::mine_kind(lang, kind)) } @else {
                            (here.pick("Kind not stated", "Type non indiqué"))
                        }
                    }
                }
            }
        }
    }
}
