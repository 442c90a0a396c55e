//! The working, line by line: every operand linked to the claim or the rule it came from.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::part::{claim, conversion, example, verdict};
use crate::query::comparison::ComparisonFull;
use crate::query::example::{ExampleFull, ExampleLine};
use crate::query::figure::{DueFull, SideFull, WorkingLine};
use crate::query::word::{Column, Question, WorkingStep};
use crate::site::{Here, Named};
use crate::text;

/// One line on paper: a sign, words, a figure, and where the figure came from.
struct Line {
    sign: &'static str,
    words: String,
    figure: String,
    origin: Markup,
    result: bool,
}

/// How a due amount was reached.
pub fn of_due(here: &Here, due: &DueFull) -> Markup {
    of_lines(here, &due.working)
}

/// How what is due under another version of the rule was reached.
pub fn of_lines(here: &Here, working: &[WorkingLine]) -> Markup {
    let lines = working.iter().map(|line| working_line(here, line)).collect();
    paper(here, here.pick("How the due amount is reached", "Comment on arrive au dû"), lines)
}

/// How the amount of a rule's example is reached.
pub fn of_example(here: &Here, example: &ExampleFull) -> Markup {
    let lines = example.working.iter().map(|line| example_line(here, line)).collect();
    paper(here, here.pick("How the amount is reached", "Comment on arrive au montant"), lines)
}

/// How a gap was reached: the left figure with its own working, the right figure, their difference, its share.
pub fn of_gap(
    here: &Here,
    comparison: &ComparisonFull,
    question: Question,
    amount: &str,
    percent: Option<&str>,
) -> Markup {
    let (left, right) = verdict::columns(question, comparison.received_known());
    let lang = here.lang();
    let currency = comparison.currency.as_deref();
    let mut lines = column_lines(here, comparison, left, "");
    lines.extend(column_lines(here, comparison, right, "−"));
    let words = here.pick("Difference", "Différence").to_owned();
    lines.push(Line {
        sign: "=",
        words,
        figure: number::money(lang, amount, currency),
        origin: html! {},
        result: true,
    });
    if let Some(percent) = percent {
        let words = here.pick("As a share ", "En part ").to_owned() + text::percent_of(lang, left);
        lines.push(Line { sign: "=", words, figure: number::percent(lang, percent), origin: html! {}, result: true });
    }
    paper(here, here.pick("How the gap is reached", "Comment on arrive à l’écart"), lines)
}

fn column_lines(here: &Here, comparison: &ComparisonFull, column: Column, sign: &'static str) -> Vec<Line> {
    let side = match column {
        Column::Due => return comparison.due.as_ref().map_or_else(Vec::new, |due| due_of_gap(here, due)),
        Column::Declared => &comparison.declared,
        Column::Received => &comparison.received,
        Column::Pledged => &comparison.pledged,
    };
    side.as_ref().map_or_else(Vec::new, |side| side_lines(here, side, column, sign, comparison.currency.as_deref()))
}

/// The working of the due, and the due itself as the figure that the gap begins with.
fn due_of_gap(here: &Here, due: &DueFull) -> Vec<Line> {
    let lang = here.lang();
    let mut lines = due_lines(here, due);
    if let Some(amount) = &due.amount {
        lines.push(Line {
            sign: "",
            words: text::due(lang, due.cell().is_held()).to_owned(),
            figure: number::money(lang, &amount.0, due.currency.as_deref()),
            origin: rule_origin(here, due.rule.as_ref()),
            result: true,
        });
    }
    lines
}

fn due_lines(here: &Here, due: &DueFull) -> Vec<Line> {
    due.working.iter().map(|line| working_line(here, line)).collect()
}

fn working_line(here: &Here, line: &WorkingLine) -> Line {
    let lang = here.lang();
    let (sign, words) = step_words(here, line.step, line.token.as_deref());
    let origin = html! {
        @if let Some(claim) = &line.claim {
            a href=(here.href(&Page::Claim(claim.code.clone()))) {
                @match claim.stated_by.as_deref().filter(|by| !by.is_empty()) {
                    Some(by) => (by),
                    None => (claim.code),
                }
            }
            @if let Some(recipient) = &claim.recipient { span.muted { " · " (recipient.name(lang)) } }
        }
        @if let Some(rate) = &line.rate { (conversion::rate(here, rate)) }
        @if line.claim.is_none() { (rule_origin(here, line.rule.as_ref())) }
    };
    Line { sign, words, figure: number::money(lang, &line.amount.0, Some(&line.unit)), origin, result: sign == "=" }
}

fn example_line(here: &Here, line: &ExampleLine) -> Line {
    let (sign, words) = step_words(here, line.step, line.token.as_deref());
    let origin = match &line.figure {
        Some(figure) => html! { (example::figure_name(here, figure)) },
        None => rule_origin(here, line.rule.as_ref()),
    };
    let figure = number::money(here.lang(), &line.amount.0, Some(&line.unit));
    Line { sign, words, figure, origin, result: sign == "=" }
}

/// The sign and the words of a line; a share names whose it is.
fn step_words(here: &Here, step: WorkingStep, token: Option<&str>) -> (&'static str, String) {
    let lang = here.lang();
    let (sign, words) = text::step(lang, step);
    match token {
        Some(token) => (sign, format!("{words}{}{}", here.colon(), text::share(lang, token))),
        None => (sign, words.to_owned()),
    }
}

fn rule_origin(here: &Here, rule: Option<&crate::query::reference::RuleRef>) -> Markup {
    html! {
        @if let Some(rule) = rule { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(here.lang())) } }
    }
}

/// The claims of a side, one line each, and their sum where there are several.
fn side_lines(here: &Here, side: &SideFull, column: Column, sign: &'static str, currency: Option<&str>) -> Vec<Line> {
    let lang = here.lang();
    let name = text::column(lang, column);
    let known: Vec<_> = side.claims.iter().filter(|claim| claim.amount.is_some()).collect();
    // A claim stands in the currency that it speaks; where that is another, what was made of it follows.
    let converted = !side.conversions.is_empty();
    let several = known.len() > 1 || converted;
    let mut lines: Vec<Line> = known
        .iter()
        .map(|one| Line {
            sign: if known.len() > 1 {
                "+"
            } else if converted {
                ""
            } else {
                sign
            },
            words: name.to_owned(),
            figure: one.amount.as_ref().map_or_else(String::new, |amount| {
                number::money(lang, &amount.0, one.currency.as_deref().or(currency))
            }),
            origin: html! { a href=(here.href(&Page::Claim(one.code.clone()))) { (claim::speaker(here, one)) } },
            result: false,
        })
        .collect();
    for one in side.conversions.iter().flat_map(|one| &one.by_rate) {
        let (sign, words) = text::step(lang, WorkingStep::ExchangeRate);
        let figure = number::money(lang, &one.rate.rate.0, Some(&one.rate.to_currency));
        let origin = conversion::rate(here, &one.rate);
        lines.push(Line { sign, words: words.to_owned(), figure, origin, result: false });
    }
    if let (true, Some(amount)) = (several, &side.amount) {
        let words = match (converted, known.len()) {
            (true, 0 | 1) => format!("{name}, {}", here.pick("converted", "converti")),
            _ => here.pick(format!("{name}, together"), format!("{name}, ensemble")),
        };
        let figure = number::money(lang, &amount.0, currency);
        lines.push(Line {
            sign: if sign.is_empty() { "=" } else { sign },
            words,
            figure,
            origin: html! {},
            result: true,
        });
    }
    lines
}

fn paper(here: &Here, caption: &str, lines: Vec<Line>) -> Markup {
    html! {
        @if !lines.is_empty() {
            table.working role="table" {
                caption.sr { (caption) }
                thead.sr role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (here.pick("Sign", "Signe")) }
                    th role="columnheader" scope="col" { (here.pick("Line", "Ligne")) }
                    th role="columnheader" scope="col" { (here.pick("Figure", "Chiffre")) }
                    th role="columnheader" scope="col" { (here.pick("From", "Provenance")) }
                } }
                tbody role="rowgroup" {
                    @for line in lines {
                        tr.result[line.result] role="row" {
                            td.sign role="cell" { (line.sign) }
                            th role="rowheader" scope="row" { (line.words) }
                            td.r.num role="cell" { (line.figure) }
                            td.origin role="cell" { (line.origin) }
                        }
                    }
                }
            }
        }
    }
}
