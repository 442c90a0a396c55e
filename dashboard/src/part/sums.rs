//! Printed totals, differences and results, each computed again beside what was printed.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::part::{claim, flow};
use crate::query::claim::SumCheck;
use crate::site::{Here, Named};

/// The checks that a claim takes part in; nothing where there is none.
pub fn section(here: &Here, sums: &[SumCheck]) -> Markup {
    html! {
        @if !sums.is_empty() {
            section aria-labelledby="sums" {
                h2 #sums { (here.pick("Computed again", "Recalculé")) }
                @for sum in sums { (one(here, sum)) }
            }
        }
    }
}

fn one(here: &Here, sum: &SumCheck) -> Markup {
    let lang = here.lang();
    let money = |digits: &str| number::money(lang, digits, Some(&sum.unit));
    let sign = if sum.of_difference { "−" } else { "+" };
    html! {
        table.working {
            caption { (caption(here, sum)) }
            tbody {
                @for (index, part) in sum.parts.iter().enumerate() {
                    tr { td.sign { @if index > 0 { (sign) } } th scope="row" { (flow::parties(here, part.payer.as_ref(), part.recipient.as_ref())) }
                        td.r.num { (claim::linked_figure(here, part)) } }
                }
                @if let Some(rule) = &sum.rule {
                    tr {
                        td.sign { "×" }
                        th scope="row" { (here.pick("Rule applied", "Règle appliquée")) }
                        td.r { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(lang)) } }
                    }
                }
                tr.result {
                    td.sign { "=" }
                    th scope="row" { (here.pick("Computed", "Calculé")) }
                    td.r.num { (money(&sum.computed.0)) }
                }
                tr {
                    td.sign { }
                    th scope="row" { (here.pick("As printed", "Tel qu’imprimé")) }
                    td.r.num { a href=(here.href(&Page::Claim(sum.claim.code.clone()))) { (money(&sum.printed.0)) } }
                }
                @if !sum.agrees {
                    tr {
                        td.sign { "≠" }
                        th scope="row" { (here.pick("Difference", "Différence")) }
                        td.r.num { (money(&sum.difference.0)) }
                    }
                    @if let Some(would_be) = &sum.would_be {
                        tr {
                            td.sign { "?" }
                            th scope="row" { (here.pick(
                                "For the printed difference to hold, the second figure must be",
                                "Pour que la différence imprimée tienne, le second chiffre doit être",
                            )) }
                            td.r.num { (money(&would_be.0)) }
                        }
                    }
                }
            }
        }
    }
}

fn caption(here: &Here, sum: &SumCheck) -> &'static str {
    match (sum.agrees, sum.some, &sum.rule) {
        (true, _, Some(_)) => {
            here.pick("The printed result is what the rule gives", "Le résultat imprimé est ce que donne la règle")
        }
        (false, _, Some(_)) => here.pick(
            "The printed result is not what the rule gives",
            "Le résultat imprimé n’est pas ce que donne la règle",
        ),
        (true, false, None) => here.pick("Adds up", "Tombe juste"),
        (false, false, None) => here.pick("Does not add up", "Ne tombe pas juste"),
        (true, true, None) => here.pick(
            "Only some parts were read; they do not exceed the total",
            "Seules quelques parts ont été lues\u{202f}; elles ne dépassent pas le total",
        ),
        (false, true, None) => here.pick(
            "Only some parts were read, and they exceed the total",
            "Seules quelques parts ont été lues, et elles dépassent le total",
        ),
    }
}
