//! A party: what it is, and the flows it pays or receives.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Asked, Reply, framed, here, json, only, released, thing};
use crate::address::{Address, Form, Page};
use crate::part::ledger::{self, Heading};
use crate::part::{chain, facts, flow, gaps};
use crate::problem::Problem;
use crate::query::comparison::ComparisonRow;
use crate::query::party::{Party, PartyPage};
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page, a table or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str, asked: &Asked) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json, Form::Csv])?;
    let question = PartyPage::build(thing(key, address, asked));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let party = found.party.ok_or(Problem::NoSuchThing)?;
    if address.form == Form::Csv {
        return Ok(crate::csv::comparisons(&here, &party.comparisons.nodes));
    }
    let title = party.name(here.lang()).to_owned();
    framed(here.clone(), title, body(&here, &party))
}

fn body(here: &Here, party: &Party) -> Markup {
    let lang = here.lang();
    let country = (party.country.name(lang).to_owned(), Page::Country(party.country.code.clone()));
    let rows = party.comparisons.nodes.iter().map(|tree| tree.whole.clone());
    let (pays, receives): (Vec<ComparisonRow>, Vec<ComparisonRow>) =
        rows.partition(|row| row.payer.as_ref().is_some_and(|payer| payer.slug == party.slug));
    html! {
        (facts::trail(here, &[country]))
        p.kicker { (text::party_kind(lang, party.kind)) }
        h1 { (party.name(lang)) }
        p.counts { (here.pick("Named in ", "Nommé dans ")) (gaps::counted(here, party.gap_counts)) ". "
            (here.pick("A gap names two figures that differ; it does not say why.", "Un écart nomme deux chiffres qui diffèrent\u{202f}; il ne dit pas pourquoi."))
            }
        @if let Some(parent) = &party.parent {
            p { (here.pick("Part of ", "Fait partie de ")) (flow::party(here, Some(parent), "")) }
        }
        (facts::note(here, party.note.as_deref()))
        @if !pays.is_empty() {
            section aria-labelledby="pays" {
                h2 #pays { (here.pick("As the payer", "Comme payeur")) }
                (ledger::rows(here, here.pick("As the payer", "Comme payeur"), &pays, Heading::Stream))
            }
        }
        @if !receives.is_empty() {
            section aria-labelledby="receives" {
                h2 #receives { (here.pick("As the recipient", "Comme bénéficiaire")) }
                (ledger::rows(here, here.pick("As the recipient", "Comme bénéficiaire"), &receives, Heading::Stream))
            }
        }
        @if pays.is_empty() && receives.is_empty() {
            p.empty {
                (here.pick("No flow of this party is compared in this release.", "Aucun flux de cet acteur n’est comparé dans cette édition."))
            }
        }
        (chain::section(here, &party.flow_graph))
        (facts::more(here, &party.comparisons.page_info, party.comparisons.nodes.len(), party.comparisons.total_count))
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
}
