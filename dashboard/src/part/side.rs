//! One side of a comparison in full: its sum, its claims, and the claims that say otherwise.

use maud::{Markup, html};

use crate::number;
use crate::part::{claim, conversion, figure};
use crate::query::figure::SideFull;
use crate::query::word::Column;
use crate::site::Here;
use crate::text;

/// The side with its claims written out. `None` is silence, and says whose.
pub fn full(here: &Here, column: Column, side: Option<&SideFull>, currency: Option<&str>) -> Markup {
    let lang = here.lang();
    html! {
        section.side id=(anchor(column)) {
            h3 { (text::column(lang, column)) }
            @match side {
                None => { p.silent { (text::silent(lang, Some(column))) } }
                Some(side) => {
                    p.total { (total(here, side, currency)) }
                    (conversion::of_side(here, &side.conversions, currency))
                    @if side.stand_in { p.aside { (figure::stand_in(here, column)) } }
                    @if !side.absent.is_empty() { (absent(here, side)) }
                    @for one in &side.claims { (claim::card(here, one)) }
                    @if !side.others.is_empty() {
                        div.others {
                            h4 { (here.pick("Says otherwise", "Dit autre chose")) }
                            p.small { (here.pick(
                                "Shown beside the figure above; neither averaged nor added.",
                                "Montré à côté du chiffre ci-dessus\u{202f}; ni moyenne, ni addition.",
                            )) }
                            @for one in &side.others { (claim::card(here, one)) }
                        }
                    }
                }
            }
        }
    }
}

/// The fragment under which a column's section is found.
pub fn anchor(column: Column) -> &'static str {
    match column {
        Column::Due => "due",
        Column::Declared => "declared",
        Column::Received => "received",
        Column::Pledged => "pledged",
    }
}

fn total(here: &Here, side: &SideFull, currency: Option<&str>) -> Markup {
    let lang = here.lang();
    html! {
        @match (&side.amount, side.absence) {
            (Some(amount), _) => {
                @if side.lower_bound { span.bound { (here.pick("at least", "au moins")) } " " }
                span.num { (number::money(lang, &amount.0, currency)) }
                @if let Some(high) = &side.high {
                    (here.pick(" to ", " à ")) span.num { (number::money(lang, &high.0, currency)) }
                }
            }
            (None, Some(code)) => { span.absent { (text::absence(lang, code)) } }
            (None, None) => { span.absent { (here.pick("No figure", "Pas de chiffre")) } }
        }
    }
}

fn absent(here: &Here, side: &SideFull) -> Markup {
    let missing = i32::try_from(side.absent.len()).unwrap_or(i32::MAX);
    html! {
        p.aside {
            (figure::known_of(here, side.known, missing)) (here.colon())
            @for (index, code) in side.absent.iter().enumerate() {
                @if index > 0 { "; " }
                (text::absence(here.lang(), *code))
            }
        }
    }
}
