//! Rules as a list: what each gives, to whom it applies, since when.

use maud::{Markup, html};

use crate::address::Page;
use crate::date;
use crate::number;
use crate::query::rule::{RuleLine, RuleShare};
use crate::query::word::Force;
use crate::site::{Here, Named};
use crate::text;

/// The rules, or that none is on record.
pub fn list(here: &Here, rules: &[RuleLine]) -> Markup {
    let lang = here.lang();
    html! {
        ul.rules {
            @for rule in rules {
                li {
                    a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(lang)) }
                    @if let Some(gives) = gives(here, rule) { (here.colon()) strong.num { (gives) } }
                    span.aside {
                        (text::force(lang, rule.force))
                        @if let Some(mine) = &rule.mine {
                            " · " a href=(here.href(&Page::Mine(mine.slug.clone()))) { (mine.name) }
                        }
                        @if let Some(time) = in_force(here, rule.effective_from.as_deref(), rule.effective_to.as_deref()) {
                            " · " (time)
                        }
                        @if !rule.split.is_empty() { " · " (split(here, &rule.split)) }
                    }
                    @if rule.force == Force::Pledge {
                        span.aside { (here.pick("A promise, not a tax", "Une promesse, pas un impôt")) }
                    }
                }
            }
        }
    }
}

/// What a rule gives in one phrase: a rate, a sum, at least so.
fn gives(here: &Here, rule: &RuleLine) -> Option<String> {
    let lang = here.lang();
    let minimum = if rule.minimum { here.pick("at least ", "au moins ") } else { "" };
    let given = match (&rule.rate_percent, &rule.fixed_amount) {
        (Some(rate), _) => number::percent(lang, &rate.0),
        (None, Some(fixed)) => number::money(lang, &fixed.0, rule.fixed_currency.as_deref()),
        (None, None) => return None,
    };
    Some(format!("{minimum}{given}"))
}

/// The shares of a split in one line.
pub fn split(here: &Here, shares: &[RuleShare]) -> String {
    let lang = here.lang();
    let share =
        |share: &RuleShare| format!("{} {}", text::share(lang, &share.token), number::percent(lang, &share.percent.0));
    shares.iter().map(share).collect::<Vec<_>>().join(", ")
}

/// From when to when a rule is in force, as far as its source says.
pub fn in_force(here: &Here, from: Option<&str>, to: Option<&str>) -> Option<String> {
    let lang = here.lang();
    match (from, to) {
        (None, None) => None,
        (Some(from), None) => Some(date::since(lang, from)),
        (None, Some(to)) => Some(date::until(lang, to)),
        (Some(from), Some(to)) => Some(format!("{} – {}", date::day(lang, from), date::day(lang, to))),
    }
}
