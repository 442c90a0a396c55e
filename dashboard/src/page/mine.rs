//! A mine: what is known about it, its flows by stream with bars, its rules.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Asked, Reply, framed, here, json, only, released, thing};
use crate::address::{Address, Form, Page};
use crate::number;
use crate::part::{chain, facts, flow, gaps, rules, streams};
use crate::problem::Problem;
use crate::query::mine::{Mine, MinePage};
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page, a table or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str, asked: &Asked) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json, Form::Csv])?;
    let question = MinePage::build(thing(key, address, asked));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let mine = found.mine.ok_or(Problem::NoSuchThing)?;
    if address.form == Form::Csv {
        return Ok(crate::csv::comparisons(&here, &mine.comparisons.nodes));
    }
    framed(here.clone(), mine.name.clone(), body(&here, &mine))
}

fn body(here: &Here, mine: &Mine) -> Markup {
    let lang = here.lang();
    let country = (mine.country.name(lang).to_owned(), Page::Country(mine.country.code.clone()));
    html! {
        (facts::trail(here, &[country]))
        h1 { (mine.name) }
        p.counts {
            (gaps::counted(here, mine.gap_counts)) ", "
            (lang.count(mine.comparisons.total_count, ["flow compared", "flows compared"], ["flux comparé", "flux comparés"]))
            "."
        }
        (about(here, mine))
        section aria-labelledby="flows" {
            h2 #flows { (here.pick("What was due, declared and received", "Ce qui était dû, déclaré et reçu")) }
            @if mine.comparisons.nodes.is_empty() {
                p.empty {
                    (here.pick("Nothing has been stated yet about this mine.", "Rien n’a encore été énoncé sur cette mine."))
                }
            }
            (streams::sections(here, &mine.comparisons.nodes))
            (facts::more(here, &mine.comparisons.page_info, mine.comparisons.nodes.len(), mine.comparisons.total_count))
            p.small {
                a href=(here.reading.path_as(&here.page, Form::Csv)) {
                    (here.pick("These figures as CSV", "Ces chiffres en CSV"))
                }
                " · "
                a href=(here.reading.path_as(&here.page, Form::Json)) {
                    (here.pick("This page as JSON", "Cette page en JSON"))
                }
            }
        }
        (chain::section(here, &mine.flow_graph))
        section aria-labelledby="rules" {
            h2 #rules { (here.pick("Rules that apply here", "Règles qui s’appliquent ici")) }
            p.intro { (here.pick(
                "A mine’s own lease comes before the law of the country.",
                "Le bail propre d’une mine passe avant la loi du pays.",
            )) }
            @if mine.rules.nodes.is_empty() {
                p.empty { (here.pick("No rule is on record.", "Aucune règle n’est enregistrée.")) }
            }
            (rules::list(here, &mine.rules.nodes))
        }
    }
}

fn about(here: &Here, mine: &Mine) -> Markup {
    let lang = here.lang();
    let place = mine.latitude.as_deref().zip(mine.longitude.as_deref()).map(|(latitude, longitude)| {
        html! {
            (number::amount(lang, latitude)) "; " (number::amount(lang, longitude))
            @if let Some(sure) = &mine.coordinate_confidence {
                span.muted { " · " (here.pick("certainty: ", "certitude\u{202f}: ")) (text::confidence(lang, sure)) }
            }
        }
    });
    let aliases = mine.aliases.join(", ");
    let kind = mine.kind.as_deref().map(|kind| text::mine_kind(lang, kind));
    facts::facts(vec![
        (here.pick("Kind", "Type"), facts::plain(kind.as_deref())),
        (here.pick("Also known as", "Aussi appelée"), facts::plain(Some(&aliases))),
        (
            here.pick("Worked by", "Exploitée par"),
            mine.operator.as_ref().map(|operator| flow::party(here, Some(operator), "")),
        ),
        (
            here.pick("Owned by, as the source says", "Détenue par, selon la source"),
            facts::plain(mine.owner_text.as_deref()),
        ),
        (
            here.pick("State, as the source says", "État, selon la source"),
            facts::plain(mine.status.as_deref().map(|status| text::mine_status(lang, status)).as_deref()),
        ),
        (here.pick("Place (latitude; longitude)", "Lieu (latitude\u{202f}; longitude)"), place),
    ])
}
