//! What each beneficiary is due of a due that a split divides, whether or not anybody spoke of it.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::query::comparison::ComparisonFull;
use crate::query::reference::RuleRef;
use crate::query::version::ShareDue;
use crate::site::{Here, Named};
use crate::text;

/// A table for each split; nothing where no split divides the due.
pub fn section(here: &Here, comparison: &ComparisonFull) -> Markup {
    let splits = by_split(&comparison.shares);
    html! {
        @if !splits.is_empty() {
            section aria-labelledby="shares" {
                h2 #shares { (here.pick("Who is due which share", "À qui revient quelle part")) }
                p.intro {
                    (here.pick(
                        "The rule divides what is due. The shares add up to it, to the last digit. Nobody has to have \
                            spoken of them.",
                        "La règle répartit le dû. Les parts en font la somme, au dernier chiffre près. Nul n’a besoin \
                            d’en avoir parlé.",
                    ))
                    @if splits.len() > 1 {
                        " " (here.pick(
                            "Sources disagree on which split is in force: each is shown.",
                            "Les sources ne s’accordent pas sur la répartition en vigueur\u{202f}: chacune est montrée.",
                        ))
                    }
                }
                div.splits {
                    @for shares in splits { (split(here, comparison, shares)) }
                }
            }
        }
    }
}

/// The shares of one split after those of another.
fn by_split(shares: &[ShareDue]) -> Vec<&[ShareDue]> {
    let slug = |share: &ShareDue| share.rule.as_ref().map(|rule| rule.slug.clone());
    shares.chunk_by(|one, next| slug(one) == slug(next)).collect()
}

fn split(here: &Here, comparison: &ComparisonFull, shares: &[ShareDue]) -> Markup {
    let lang = here.lang();
    let due = comparison.due.as_ref();
    let currency = due.and_then(|due| due.currency.as_deref());
    let in_percent = shares.iter().any(|share| share.percent.is_some());
    html! {
        table.plain {
            caption { @if let Some(rule) = shares.first().and_then(|share| share.rule.as_ref()) { (linked(here, rule)) } }
            thead { tr {
                th scope="col" { (here.pick("Beneficiary", "Bénéficiaire")) }
                @if in_percent { th.r scope="col" { (here.pick("Share", "Part")) } }
                th.r scope="col" { (here.pick("Amount", "Montant")) }
            } }
            tbody {
                @for share in shares {
                    tr {
                        th scope="row" { (beneficiary(here, share)) }
                        @if in_percent {
                            td.r.num { @if let Some(percent) = &share.percent { (number::percent(lang, &percent.0)) } }
                        }
                        td.r.num { (number::money(lang, &share.amount.0, currency)) }
                    }
                }
                @if let Some(amount) = due.and_then(|due| due.amount.as_ref()) {
                    tr.whole {
                        th scope="row" { (here.pick("Due, all shares together", "Dû, toutes parts réunies")) }
                        @if in_percent { td.r.num { (number::percent(lang, "100")) } }
                        td.r.num { (number::money(lang, &amount.0, currency)) }
                    }
                }
            }
        }
    }
}

fn beneficiary(here: &Here, share: &ShareDue) -> Markup {
    html! {
        @match &share.party {
            Some(party) => { a href=(here.href(&Page::Party(party.slug.clone()))) { (party.name(here.lang())) } }
            None => (text::share(here.lang(), &share.token)),
        }
    }
}

fn linked(here: &Here, rule: &RuleRef) -> Markup {
    html! { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(here.lang())) } }
}
