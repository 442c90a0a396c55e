//! A comparison: every side in full, the due with its working, the verdicts, the whole or the parts.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Reply, framed, here, json, keyed, only, released, well_written};
use crate::address::{Address, Form, Page};
use crate::chart::bars::bars;
use crate::number;
use crate::part::ledger::{self, Heading};
use crate::part::{doubts, facts, flow, shares, side, streams, verdict, versions, working};
use crate::problem::Problem;
use crate::query::comparison::{ComparisonFull, ComparisonPage};
use crate::query::figure::DueFull;
use crate::query::word::Column;
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page, a picture or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json, Form::Svg])?;
    if let Some(elsewhere) = well_written(address, key, Page::Comparison)? {
        return Ok(elsewhere);
    }
    let question = ComparisonPage::build(keyed(key, address));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let comparison = found.comparison.ok_or(Problem::NoSuchThing)?;
    if address.form == Form::Svg {
        return Ok(crate::picture::of(&chart(&here, &comparison)));
    }
    let title = flow::parties(&here, comparison.payer.as_ref(), comparison.recipient.as_ref());
    framed(here.clone(), title, body(&here, &comparison))
}

fn body(here: &Here, comparison: &ComparisonFull) -> Markup {
    html! {
        (facts::trail(here, &way(here, comparison)))
        p.kicker { (comparison.stream.name(here.lang())) " · " (time(here, comparison)) }
        h1 { (flow::linked_parties(here, comparison.payer.as_ref(), comparison.recipient.as_ref())) }
        (verdict::list(here, &comparison.row()))
        figure.chart.alone { (chart(here, comparison)) }
        (versions::section(here, comparison))
        @if let Some(whole) = &comparison.part_of {
            section aria-labelledby="whole" {
                h2 #whole { (here.pick("A part of", "Une part de")) }
                (ledger::rows(here, here.pick("The whole", "Le tout"), std::slice::from_ref(whole), Heading::Stream))
            }
        }
        @if !comparison.parts.is_empty() {
            section aria-labelledby="parts" {
                h2 #parts { (here.pick("Its parts", "Ses parts")) }
                (ledger::rows(here, here.pick("Parts", "Parts"), &comparison.parts, Heading::Plain))
            }
        }
        (shares::section(here, comparison))
        (sides(here, comparison, Working::WithTheDue))
        (doubts::section(here, &comparison.doubts))
        p.small {
            (here.pick("Comparison ", "Comparaison ")) code { (comparison.code) } " · "
            a href=(here.reading.path_as(&here.page, Form::Json)) {
                (here.pick("This page as JSON", "Cette page en JSON"))
            }
            " · "
            a href=(here.reading.path_as(&here.page, Form::Svg)) {
                (here.pick("The chart as SVG", "Le graphique en SVG"))
            }
        }
    }
}

/// The way to a comparison: its country, its mine.
pub fn way(here: &Here, comparison: &ComparisonFull) -> Vec<(String, Page)> {
    let country = &comparison.country;
    let mut way = vec![(country.name(here.lang()).to_owned(), Page::Country(country.code.clone()))];
    way.extend(comparison.mine.as_ref().map(|mine| (mine.name.clone(), Page::Mine(mine.slug.clone()))));
    way
}

/// When a comparison is about.
pub fn time(here: &Here, comparison: &ComparisonFull) -> String {
    flow::time(here, comparison.from.as_ref(), comparison.to.as_ref(), comparison.event.as_deref())
}

/// The bars of a comparison.
pub fn chart(here: &Here, comparison: &ComparisonFull) -> Markup {
    let title = format!(
        "{}, {}",
        flow::parties(here, comparison.payer.as_ref(), comparison.recipient.as_ref()),
        time(here, comparison)
    );
    bars(&comparison.code, &title, &streams::bars_of(here, &comparison.row()))
}

/// Whether the working of the due stands elsewhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Working {
    /// It is shown with the due.
    WithTheDue,
    /// It is shown above.
    ShownAbove,
}

/// What each side said, in full. Where there is a pledge and no due, a rule was never asked for.
pub fn sides(here: &Here, comparison: &ComparisonFull, working: Working) -> Markup {
    let lang = here.lang();
    let currency = comparison.currency.as_deref();
    html! {
        section aria-labelledby="sides" {
            h2 #sides { (here.pick("What each side says", "Ce que dit chaque côté")) }
            div.sides {
                @if comparison.due.is_some() || comparison.pledged.is_none() {
                    section.side #due {
                        h3 { (text::due(lang, comparison.due.as_ref().is_some_and(|due| due.cell().is_held()))) }
                        (due(here, comparison, working))
                    }
                }
                @if comparison.pledged.is_some() {
                    (side::full(here, Column::Pledged, comparison.pledged.as_ref(), currency))
                }
                (side::full(here, Column::Declared, comparison.declared.as_ref(), currency))
                (side::full(here, Column::Received, comparison.received.as_ref(), currency))
            }
        }
    }
}

fn due(here: &Here, comparison: &ComparisonFull, working: Working) -> Markup {
    let lang = here.lang();
    let Some(due) = &comparison.due else {
        return html! { p.silent { (here.pick("No rule on record gives an amount", "Aucune règle connue ne donne de montant")) } };
    };
    html! {
        p.total {
            @match (&due.amount, due.reason) {
                (Some(amount), _) => {
                    @if due.cell().is_bound() { span.bound { (here.pick("at least", "au moins")) } " " }
                    span.num { (number::money(lang, &amount.0, due.currency.as_deref())) }
                }
                (None, Some(reason)) => { span.absent { (text::reason(lang, reason, Some(Column::Due))) } }
                (None, None) => { span.absent { (here.pick("No figure", "Pas de chiffre")) } }
            }
        }
        @if !due.missing.is_empty() { p.aside { (missing(here, due)) } }
        @if let Some(rule) = &due.rule {
            p { (here.pick("Rule: ", "Règle\u{202f}: ")) a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(lang)) }
                span.aside { (text::force(lang, rule.force)) } }
        }
        @if let Some(rival) = &due.rival {
            p.aside { (here.pick("Another version of the rule begins within this time. Under it: ", "Une autre version de la règle commence dans cette période. Selon elle\u{202f}: "))
                span.num { (number::money(lang, &rival.0, due.currency.as_deref())) } }
        }
        @if working == Working::WithTheDue || due.rule.is_none() { (working::of_due(here, due)) }
    }
}

/// Which parts of the base nobody stated, so that more may be due.
fn missing(here: &Here, due: &DueFull) -> String {
    let names: Vec<&str> = due.missing.iter().map(|stream| stream.name(here.lang())).collect();
    let words = here
        .pick("More may be due: nothing is known of ", "Il peut être dû plus\u{202f}: on ne sait rien de\u{202f}: ");
    format!("{words}{}", names.join(", "))
}
