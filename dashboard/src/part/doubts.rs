//! Doubts: what speaks against a claim as it stands, with the claims side by side.

use maud::{Markup, html};

use crate::number;
use crate::part::{claim, facts};
use crate::query::verdict::Doubt;
use crate::site::Here;
use crate::text;

/// Every doubt; nothing where there is none.
pub fn section(here: &Here, doubts: &[Doubt]) -> Markup {
    let lang = here.lang();
    html! {
        @if !doubts.is_empty() {
            section aria-labelledby="doubts" {
                h2 #doubts { (here.pick("Doubts", "Doutes")) }
                @for doubt in doubts {
                    div.doubtbox {
                        p {
                            span.badge.unknown {
                                span.sign aria-hidden="true" { "≁" } (here.pick("Conflict", "Conflit"))
                            }
                            " " (text::doubt(lang, doubt.cause))
                        }
                        @if let Some(difference) = &doubt.difference {
                            p { (here.pick("First minus second: ", "Le premier moins le second\u{202f}: "))
                                span.num { (number::money(lang, &difference.0, doubt.unit.as_deref())) } }
                        }
                        div.pair { @for one in &doubt.claims { (claim::card(here, one)) } }
                        (facts::note(here, doubt.note.as_deref()))
                    }
                }
            }
        }
    }
}
