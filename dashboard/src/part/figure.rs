//! A figure on a page: an amount with what must be said of it, linked to the claim or the rule it came from.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::query::comparison::ComparisonRow;
use crate::query::figure::{DueCell, SideCell};
use crate::query::word::{Column, Reason};
use crate::site::{Here, Named};
use crate::text;

/// What a side said, in a cell.
///
/// One claim is linked itself; several are listed on the comparison's page. Silence and absence are words, never 0.
pub fn side(here: &Here, row: &ComparisonRow, column: Column, side: Option<&SideCell>) -> Markup {
    let lang = here.lang();
    let Some(side) = side else {
        return html! { span.silent { (text::silent(lang, Some(column))) } };
    };
    let page = match &side.claims[..] {
        [claim] => Page::Claim(claim.code.clone()),
        _ => Page::Comparison(row.code.clone()),
    };
    html! {
        @match &side.amount {
            Some(amount) => {
                @if side.lower_bound { span.bound { (here.pick("at least", "au moins")) } " " }
                a.num href=(here.href(&page)) { (number::money(lang, &amount.0, row.currency.as_deref())) }
            }
            None => {
                a.absent href=(here.href(&page)) {
                    @match side.absence {
                        Some(code) => (text::absence(lang, code)),
                        None => (here.pick("No figure", "Pas de chiffre")),
                    }
                }
            }
        }
        (remarks(here, column, side))
    }
}

/// What must be said of a side's figure: who speaks, how much is known, what says otherwise.
fn remarks(here: &Here, column: Column, side: &SideCell) -> Markup {
    let absent = i32::try_from(side.absent.len()).unwrap_or(i32::MAX);
    html! {
        @if side.stand_in { span.aside { (stand_in(here, column)) } }
        @if side.amount.is_some() && absent > 0 {
            span.aside { (known_of(here, side.known, absent)) }
        }
        @if !side.others.is_empty() {
            span.aside.doubt { (here.pick("another source says otherwise", "une autre source dit autre chose")) }
        }
    }
}

/// Who speaks where the side itself does not.
pub fn stand_in(here: &Here, column: Column) -> &'static str {
    match column {
        Column::Received => here.pick(
            "stated by a third party; the recipient itself is silent",
            "énoncé par un tiers\u{202f}; le bénéficiaire lui-même ne dit rien",
        ),
        _ => here.pick(
            "stated by a third party; the payer itself is silent",
            "énoncé par un tiers\u{202f}; le payeur lui-même ne dit rien",
        ),
    }
}

/// How many of the claims have a figure.
pub fn known_of(here: &Here, known: i32, absent: i32) -> String {
    let all = known.saturating_add(absent);
    here.pick(format!("{known} of {all} known"), format!("{known} sur {all} connus"))
}

/// What was due, in a cell: the amount, or why there is none. A pledge stands here too, and says that it is one.
pub fn due(here: &Here, row: &ComparisonRow) -> Markup {
    let lang = here.lang();
    let pledged = row.pledged.as_ref();
    html! {
        @if let Some(pledged) = pledged {
            (side(here, row, Column::Pledged, Some(pledged)))
            span.aside { (here.pick("a pledge", "une promesse")) }
        } @else {
            @match &row.due {
                Some(due @ DueCell { amount: Some(amount), currency, .. }) => {
                    @if due.is_bound() { span.bound { (here.pick("at least", "au moins")) } " " }
                    a.num href={ (here.href(&Page::Comparison(row.code.clone()))) "#due" } {
                        (number::money(lang, &amount.0, currency.as_deref()))
                    }
                    @if due.is_held() { span.aside { (text::due(lang, true)) } }
                    @if let Some(rule) = &due.rule {
                        span.aside { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(lang)) } }
                    }
                }
                Some(DueCell { reason: Some(reason), rule, .. }) => {
                    span.absent { (text::reason(lang, *reason, Some(Column::Due))) }
                    @if let Some(rule) = rule {
                        span.aside { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(lang)) } }
                    }
                }
                _ => { span.silent { (text::reason(lang, Reason::NoRule, None)) } }
            }
        }
    }
}
