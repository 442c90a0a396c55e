//! The worked examples of a rule: what it gives on a few figures, line by line.

use maud::{Markup, html};

use super::{facts, working};
use crate::address::Page;
use crate::date;
use crate::number;
use crate::query::example::{ExampleFigure, ExampleFull};
use crate::site::Here;
use crate::text;

/// All examples; the first stands open.
pub fn of_rule(here: &Here, examples: &[ExampleFull]) -> Markup {
    html! {
        @if !examples.is_empty() {
            section aria-labelledby="example" {
                h2 #example {
                    @if examples.len() == 1 { (here.pick("Worked example", "Exemple calculé")) }
                    @else { (here.pick("Worked examples", "Exemples calculés")) }
                }
                @for (index, example) in examples.iter().enumerate() {
                    details open[index == 0] {
                        summary { (heading(here, example)) }
                        (body(here, example))
                    }
                }
            }
        }
    }
}

/// When, whose share, and what comes out.
fn heading(here: &Here, example: &ExampleFull) -> Markup {
    let lang = here.lang();
    html! {
        @if let Some(on) = &example.on { (date::day(lang, on)) " · " }
        @if let Some(token) = &example.recipient { (text::share(lang, token)) " · " }
        @match &example.amount {
            Some(amount) => { strong.num { (number::money(lang, &amount.0, example.currency.as_deref())) } }
            None => { strong { (here.pick("no amount", "aucun montant")) } }
        }
    }
}

fn body(here: &Here, example: &ExampleFull) -> Markup {
    let lang = here.lang();
    html! {
        p { (lang.pick(&example.note_en, &example.note_fr)) }
        @if let (None, Some(reason)) = (&example.amount, example.reason) {
            p {
                @if !example.given.is_empty() {
                    (here.pick("From ", "À partir de\u{202f}: "))
                    @for (index, figure) in example.given.iter().enumerate() {
                        @if index > 0 { "; " }
                        (figure_name(here, figure)) " " span.num { (number::money(lang, &figure.amount.0, Some(&figure.unit))) }
                    }
                    ". "
                }
                (text::reason(lang, reason, None)) "."
            }
        }
        (working::of_example(here, example))
        p.small.muted { (origin(here, example)) }
    }
}

/// What a figure is, and whose.
pub fn figure_name(here: &Here, figure: &ExampleFigure) -> String {
    let lang = here.lang();
    let name = text::base(lang, &figure.name);
    match &figure.label {
        Some(label) => format!("{name}, {}", text::figure_label(lang, label)),
        None => name,
    }
}

/// Who made the arithmetic, and from which figures.
fn origin(here: &Here, example: &ExampleFull) -> Markup {
    html! {
        @if example.printed {
            (here.pick("Figures and result as the source prints them. ", "Chiffres et résultat tels que la source les imprime. "))
        } @else if example.source.is_some() {
            (here.pick("Figures of the source, arithmetic of ours. ", "Chiffres de la source, calcul de notre part. "))
        } @else {
            (here.pick("Round figures and arithmetic of ours. ", "Chiffres ronds et calcul de notre part. "))
        }
        @if let Some(source) = &example.source { (facts::source(here, source)) ". " }
        @if !example.claims.is_empty() {
            (here.pick("Claims: ", "Déclarations\u{202f}: "))
            @for (index, claim) in example.claims.iter().enumerate() {
                @if index > 0 { ", " }
                a href=(here.href(&Page::Claim(claim.code.clone()))) { (claim.code) }
            }
        }
    }
}
