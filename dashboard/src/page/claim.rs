//! A claim: the figure, the literal print, the cell it was read from, what speaks for and against it, where it is used.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Reply, framed, here, json, keyed, only, released, well_written};
use crate::address::{Address, Form, Page};
use crate::date;
use crate::number;
use crate::part::ledger::{self, Heading};
use crate::part::{claim, doubts, facts, flow, sums};
use crate::problem::Problem;
use crate::query::claim::{ClaimFull, ClaimPage, Remark};
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json])?;
    if let Some(elsewhere) = well_written(address, key, Page::Claim)? {
        return Ok(elsewhere);
    }
    let question = ClaimPage::build(keyed(key, address));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let claim = found.claim.ok_or(Problem::NoSuchThing)?;
    let title = format!("{} {}", here.pick("Claim", "Déclaration"), claim.code);
    framed(here.clone(), title, body(&here, &claim))
}

fn body(here: &Here, claim: &ClaimFull) -> Markup {
    let lang = here.lang();
    let mut way = vec![(claim.country.name(lang).to_owned(), Page::Country(claim.country.code.clone()))];
    way.extend(claim.mine.as_ref().map(|mine| (mine.name.clone(), Page::Mine(mine.slug.clone()))));
    html! {
        (facts::trail(here, &way))
        p.kicker { (here.pick("Claim ", "Déclaration ")) code { (claim.code) } }
        h1 { (figure(here, claim)) }
        p.lede { (sentence(here, claim)) }
        section aria-labelledby="source" {
            h2 #source { (here.pick("Where it was read", "Où elle a été lue")) }
            @if let Some(print) = claim.as_printed.as_deref().filter(|print| !print.is_empty()) {
                blockquote.print { p lang=[claim.source.language.as_deref()] { (print) } }
            }
            p { (facts::source(here, &claim.source)) }
            (place(here, claim))
        }
        section aria-labelledby="about" {
            h2 #about { (here.pick("What it says", "Ce qu’elle dit")) }
            (about(here, claim))
            (facts::note(here, claim.note.as_deref()))
            @if let Some(reason) = &claim.set_aside {
                p.callout {
                    strong { (here.pick("Not compared", "Non comparée")) } (here.colon()) (set_aside(here, reason))
                }
            }
        }
        (remarks(here, &claim.remarks))
        (sums::section(here, &claim.sums))
        (doubts::section(here, &claim.doubts))
        section aria-labelledby="used" {
            h2 #used { (here.pick("Where it is used", "Où elle sert")) }
            @if claim.comparisons.is_empty() {
                p.empty { (here.pick("No comparison uses it.", "Aucune comparaison ne l’emploie.")) }
            } @else {
                (ledger::rows(here, here.pick("Comparisons that use it", "Comparaisons qui l’emploient"), &claim.comparisons, Heading::Stream))
            }
        }
        p.small {
            a href=(here.reading.path_as(&here.page, Form::Json)) {
                (here.pick("This page as JSON", "Cette page en JSON"))
            }
        }
    }
}

fn figure(here: &Here, claim: &ClaimFull) -> Markup {
    let lang = here.lang();
    let prefix = text::precision_prefix(lang, claim.precision);
    html! {
        @match (&claim.amount, claim.absence) {
            (Some(amount), _) => {
                @if !prefix.is_empty() { span.bound { (prefix) } " " }
                span.num { (number::money(lang, &amount.0, claim.currency.as_deref().or(claim.unit.as_deref()))) }
            }
            (None, Some(code)) => (text::absence(lang, code)),
            (None, None) => (here.pick("No figure", "Pas de chiffre")),
        }
    }
}

/// Who says what about which flow.
fn sentence(here: &Here, claim: &ClaimFull) -> Markup {
    let lang = here.lang();
    let time = match claim.period_label.as_deref().filter(|_| claim.from.is_none() && claim.to.is_none()) {
        Some(label) => label.to_owned(),
        None => flow::time(here, claim.from.as_ref(), claim.to.as_ref(), None),
    };
    html! {
        @match claim.stated_by.as_deref().filter(|by| !by.is_empty()) {
            Some(by) => { (by) " (" (text::side(lang, claim.side)) ")" }
            None => (text::side(lang, claim.side)),
        }
        " · " (text::role(lang, claim.role)) " · "
        (flow::linked_parties(here, claim.payer.as_ref(), claim.recipient.as_ref()))
        " · " (claim.stream.name(lang)) " · " (time)
    }
}

/// The file, the line and the literal text of the cell.
fn place(here: &Here, claim: &ClaimFull) -> Markup {
    let document = format!("{}?claim={}", here.href(&Page::Document(claim.document.sha256.clone())), claim.code);
    html! {
        div.place {
            p {
                (here.pick("In the file ", "Dans le fichier ")) a href=(document) { (claim.place.file) }
                @if let Some(line) = claim.place.line {
                    ", " (here.pick("line ", "ligne ")) (number::whole(here.lang(), line))
                }
                @if let Some(column) = &claim.place.column { ", " (here.pick("column ", "colonne ")) code { (column) } }
                @if let Some(cell) = &claim.place.cell { ", " (here.pick("cell ", "cellule ")) code { (cell) } }
                ":"
            }
            pre.raw tabindex="0" { (claim.place.raw) }
        }
    }
}

fn about(here: &Here, claim: &ClaimFull) -> Markup {
    let lang = here.lang();
    let day =
        |day: &Option<String>| day.as_deref().filter(|day| !day.is_empty()).map(|day| html! { (date::day(lang, day)) });
    let precision = claim.amount.as_ref().map(|_| html! { (text::precision(lang, claim.precision)) });
    let absence = claim.absence.map(|code| html! { (text::absence_meaning(lang, code)) });
    facts::facts(vec![
        (here.pick("Precision", "Précision"), precision),
        (here.pick("Why there is no figure", "Pourquoi il n’y a pas de chiffre"), absence),
        (here.pick("Duty", "Obligation"), claim.nature.map(|nature| html! { (text::nature(lang, nature)) })),
        (
            here.pick("Period, in the source’s words", "Période, selon la source"),
            facts::plain(claim.period_label.as_deref()),
        ),
        (here.pick("Event", "Événement"), facts::plain(claim.event.as_deref())),
        (here.pick("Paid on", "Payé le"), day(&claim.paid_on)),
        (here.pick("Said on", "Dit le"), day(&claim.stated_on)),
        (
            here.pick("First published in", "Publiée d’abord dans"),
            Some(html! {
                a href=(here.href(&Page::Release(claim.first_release))) {
                    (here.pick("release ", "l’édition ")) (number::whole(lang, claim.first_release))
                }
            }),
        ),
        (here.pick("Name in its file", "Nom dans son fichier"), Some(html! { code { (claim.pack_id) } })),
    ])
}

/// Why a claim is not compared. A word we do not know is shown as it is.
fn set_aside(here: &Here, reason: &str) -> String {
    let known = match reason {
        "base" => {
            here.pick("it is a base from which something is computed", "c’est une base à partir de laquelle on calcule")
        }
        "forecast" => here.pick("it is a forecast, not a sum due", "c’est une prévision, pas une somme due"),
        "same_money" => here.pick(
            "it states money that another claim already states",
            "elle énonce un argent qu’une autre énonce déjà",
        ),
        "use_not_documented" => here.pick(
            "it is about the use of money, not its payment",
            "elle porte sur l’emploi de l’argent, pas sur son paiement",
        ),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

fn remarks(here: &Here, remarks: &[Remark]) -> Markup {
    html! {
        @if !remarks.is_empty() {
            section aria-labelledby="remarks" {
                h2 #remarks { (here.pick("Recorded by people", "Noté par des personnes")) }
                ul.remarks {
                    @for remark in remarks {
                        li {
                            (text::remark(here.lang(), remark.kind))
                            @if let Some(word) = remark.word.as_deref().filter(|word| !word.is_empty()) {
                                (here.colon()) (set_aside(here, word))
                            }
                            @for other in &remark.others { " · " (claim::linked_figure(here, other)) }
                            (facts::note(here, remark.note.as_deref()))
                        }
                    }
                }
            }
        }
    }
}
