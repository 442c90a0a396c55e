//! A claim as a card: the figure, who said it, where it was read, the literal print.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::part::{facts, flow};
use crate::query::figure::ClaimLine;
use crate::site::Here;
use crate::text;

/// The figure of a claim: with the words that belong before it, or the word for its absence.
pub fn figure(here: &Here, claim: &ClaimLine) -> Markup {
    let lang = here.lang();
    let unit = claim.currency.as_deref().or(claim.unit.as_deref());
    let prefix = text::precision_prefix(lang, claim.precision);
    html! {
        @match (&claim.amount, claim.absence) {
            (Some(amount), _) => {
                @if !prefix.is_empty() { span.bound { (prefix) } " " }
                span.num { (number::money(lang, &amount.0, unit)) }
            }
            (None, Some(code)) => { span.absent { (text::absence(lang, code)) } }
            (None, None) => { span.absent { (here.pick("No figure", "Pas de chiffre")) } }
        }
    }
}

/// A figure linked to its claim.
pub fn linked_figure(here: &Here, claim: &ClaimLine) -> Markup {
    html! { a href=(here.href(&Page::Claim(claim.code.clone()))) { (figure(here, claim)) } }
}

/// Who said it.
pub fn speaker(here: &Here, claim: &ClaimLine) -> Markup {
    html! {
        @match claim.stated_by.as_deref().filter(|by| !by.is_empty()) {
            Some(by) => { (by) " " span.muted { "(" (text::side(here.lang(), claim.side)) ")" } }
            None => { (text::side(here.lang(), claim.side)) }
        }
    }
}

/// The literal print, in the language of its source.
pub fn print(here: &Here, claim: &ClaimLine) -> Markup {
    html! {
        @if let Some(print) = claim.as_printed.as_deref().filter(|print| !print.is_empty()) {
            span.print { (here.pick("printed ", "imprimé ")) q lang=[claim.source.language.as_deref()] { (print) } }
        }
    }
}

/// The whole card.
pub fn card(here: &Here, claim: &ClaimLine) -> Markup {
    html! {
        div.claim {
            p.claimfigure { (linked_figure(here, claim)) }
            p { (here.pick("said by ", "dit par ")) (speaker(here, claim)) }
            p.muted {
                (text::role(here.lang(), claim.role))
                (here.colon())
                (flow::parties(here, claim.payer.as_ref(), claim.recipient.as_ref()))
                " · " (when(here, claim))
            }
            p { (print(here, claim)) }
            p.small { (facts::source(here, &claim.source)) }
        }
    }
}

/// The time a claim speaks of: the days where they are known, else the source's own words.
pub fn when(here: &Here, claim: &ClaimLine) -> Markup {
    let label = claim.period_label.as_deref().filter(|label| !label.is_empty());
    html! {
        @match label {
            Some(label) if claim.from.is_none() && claim.to.is_none() => (label),
            _ => (flow::time(here, claim.from.as_ref(), claim.to.as_ref(), None)),
        }
    }
}
