//! What was stated in another currency, beside the figure made of it: each rate with its date and its source.

use maud::{Markup, html};

use crate::part::facts;
use crate::query::figure::{Conversion, ExchangeRate};
use crate::site::Here;
use crate::{date, number, text};

/// What a side stated before it was converted, and by which rates.
pub fn of_side(here: &Here, conversions: &[Conversion], currency: Option<&str>) -> Markup {
    html! { @for one in conversions { (stated(here, one, currency)) } }
}

fn stated(here: &Here, conversion: &Conversion, currency: Option<&str>) -> Markup {
    let lang = here.lang();
    html! {
        div.conversion {
            p.aside {
                (here.pick("Stated as", "Énoncé")) (here.colon())
                span.num { (number::money(lang, &conversion.amount.0, Some(&conversion.currency))) } ". "
                @if conversion.exact {
                    (here.pick(
                        "The same money in another unit of account.",
                        "Le même argent dans une autre unité de compte.",
                    ))
                } @else if conversion.by_rate.len() > 1 {
                    (here.pick(
                        "No single rate settles it: the lowest and the highest observed are shown.",
                        "Aucun taux ne tranche à lui seul\u{202f}: le plus bas et le plus haut observés sont montrés.",
                    ))
                }
            }
            ul.rates {
                @for one in &conversion.by_rate {
                    li {
                        span.num { (number::money(lang, &one.amount.0, currency)) } " · "
                        (rate(here, &one.rate))
                    }
                }
            }
        }
    }
}

/// A rate as it was published: its direction, its date, its kind, its source.
pub fn rate(here: &Here, rate: &ExchangeRate) -> Markup {
    html! { (equation(here, rate)) ", " (facts::source(here, &rate.source)) }
}

/// "1 USD = 9,225 GNF, 2016, rate of a transaction".
pub fn equation(here: &Here, rate: &ExchangeRate) -> Markup {
    let lang = here.lang();
    html! {
        span.num {
            (number::money(lang, "1", Some(&rate.from_currency))) " = "
            (number::money(lang, &rate.rate.0, Some(&rate.to_currency)))
        }
        ", " (date::day(lang, &rate.on)) ", " (text::rate_kind(lang, &rate.kind))
    }
}
