//! One flow in words: who pays whom, under what name, when.

use maud::{Markup, html};

use crate::address::Page;
use crate::date;
use crate::query::Date;
use crate::query::reference::PartyRef;
use crate::site::{Here, Named};

/// From whom to whom, as plain text.
pub fn parties(here: &Here, payer: Option<&PartyRef>, recipient: Option<&PartyRef>) -> String {
    let lang = here.lang();
    let name =
        |party: Option<&PartyRef>, unknown: &str| party.map_or(unknown.to_owned(), |party| party.name(lang).to_owned());
    format!(
        "{} → {}",
        name(payer, here.pick("payer not named", "payeur non nommé")),
        name(recipient, here.pick("recipient not named", "bénéficiaire non nommé"))
    )
}

/// From whom to whom, each linked.
pub fn linked_parties(here: &Here, payer: Option<&PartyRef>, recipient: Option<&PartyRef>) -> Markup {
    html! {
        (party(here, payer, here.pick("payer not named", "payeur non nommé")))
        span.arrow aria-hidden="true" { " → " }
        span.sr { (here.pick(" to ", " à ")) }
        (party(here, recipient, here.pick("recipient not named", "bénéficiaire non nommé")))
    }
}

/// A party with its link, or words for one that is not named.
pub fn party(here: &Here, party: Option<&PartyRef>, unknown: &str) -> Markup {
    html! {
        @match party {
            Some(party) => { a href=(here.href(&Page::Party(party.slug.clone()))) { (party.name(here.lang())) } }
            None => { span.muted { (unknown) } }
        }
    }
}

/// An event: its day where that is its name, else that it is one event; its inner name says nothing to a reader.
fn event(here: &Here, event: &str) -> String {
    if date::is_day(event) {
        here.pick(
            format!("payment of {}", date::day(here.lang(), event)),
            format!("paiement du {}", date::day(here.lang(), event)),
        )
    } else {
        here.pick("a single event, period not stated", "un événement, période non indiquée").to_owned()
    }
}

/// When: a span of days, else the event as the pack names it, else words for a time not stated.
pub fn time(here: &Here, from: Option<&Date>, to: Option<&Date>, event: Option<&str>) -> String {
    let span = date::span(here.lang(), from.map(|date| date.0.as_str()), to.map(|date| date.0.as_str()));
    match (span, event.filter(|event| !event.is_empty())) {
        (Some(span), _) => span,
        (None, Some(event)) => self::event(here, event),
        (None, None) => here.pick("period not stated", "période non indiquée").to_owned(),
    }
}
