//! The versions of a rule that some hold to be in force: what is due, and what is answered, under each.

use maud::{Markup, html};

use crate::address::Page;
use crate::number;
use crate::part::{verdict, working};
use crate::query::comparison::ComparisonFull;
use crate::query::figure::DueFull;
use crate::query::reference::RuleRef;
use crate::query::verdict::Verdict;
use crate::query::version::Rival;
use crate::query::word::{Column, Question};
use crate::site::{Here, Named};
use crate::text;

/// Every version with its due, its answer and its working; nothing where no version is disputed.
pub fn section(here: &Here, comparison: &ComparisonFull) -> Markup {
    let title = here.pick("Under each version of the rule", "Selon chaque version de la règle");
    html! {
        @if !comparison.rivals.is_empty() {
            section aria-labelledby="versions" {
                h2 #versions { (title) }
                p.intro { (here.pick(
                    "Sources disagree on which version is in force. Each is applied. Where the answers differ, none of \
                        them is given as the answer.",
                    "Les sources ne s’accordent pas sur la version en vigueur. Chacune est appliquée. Là où les \
                        réponses diffèrent, aucune n’est donnée pour la réponse.",
                )) }
                (table(here, comparison, title))
                @for rival in &comparison.rivals { (work(here, rival)) }
            }
        }
    }
}

fn table(here: &Here, comparison: &ComparisonFull, title: &str) -> Markup {
    let heads =
        [here.pick("Version", "Version"), text::column(here.lang(), Column::Due), here.pick("Answer", "Réponse")];
    html! {
        table.ledger role="table" {
            caption.sr { (title) }
            thead role="rowgroup" { tr role="row" {
                @for (index, head) in heads.iter().enumerate() {
                    th.r[index == 1] role="columnheader" scope="col" { (head) }
                }
            } }
            tbody role="rowgroup" {
                @if let Some(due) = &comparison.due { (applied(here, comparison, due, &heads)) }
                @for rival in &comparison.rivals { (disputing(here, comparison, rival, &heads)) }
            }
        }
    }
}

/// The version whose due stands in the comparison itself.
fn applied(here: &Here, comparison: &ComparisonFull, due: &DueFull, heads: &[&str; 3]) -> Markup {
    let figure = due.amount.as_ref().map(|amount| number::money(here.lang(), &amount.0, due.currency.as_deref()));
    let answer = html! {
        @if let Some(found) = asked(comparison) { (verdict::line(here, &comparison.row(), found)) }
    };
    let aside = here.pick("applied on this page", "appliquée sur cette page");
    row(here, due.rule.as_ref(), Some(aside), figure, answer, heads)
}

fn disputing(here: &Here, comparison: &ComparisonFull, rival: &Rival, heads: &[&str; 3]) -> Markup {
    let lang = here.lang();
    let figure = rival.due_amount.as_ref().map(|amount| number::money(lang, &amount.0, rival.due_currency.as_deref()));
    let answer = html! {
        @match rival.verdict(asked(comparison)) {
            Some(found) => (verdict::line(here, &comparison.row(), &found)),
            None => { span.silent { (here.pick("Nothing to compare", "Rien à comparer")) } }
        }
    };
    row(here, rival.rule.as_ref(), None, figure, answer, heads)
}

fn row(
    here: &Here,
    rule: Option<&RuleRef>,
    aside: Option<&str>,
    figure: Option<String>,
    answer: Markup,
    heads: &[&str; 3],
) -> Markup {
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                @if let Some(rule) = rule { a href=(here.href(&Page::Rule(rule.slug.clone()))) { (rule.name(here.lang())) } }
                @if let Some(aside) = aside { span.aside { (aside) } }
            }
            td.r role="cell" data-label=(heads[1]) {
                div {
                    @match figure {
                        Some(figure) => { span.num { (figure) } }
                        None => { span.absent { (here.pick("No amount", "Pas de montant")) } }
                    }
                }
            }
            td role="cell" data-label=(heads[2]) { div { (answer) } }
        }
    }
}

/// The answer to the question of the due.
fn asked(comparison: &ComparisonFull) -> Option<&Verdict> {
    let of_the_due = [Question::DueDeclared, Question::DueReceived, Question::Split, Question::PassThrough];
    comparison.verdicts.iter().find(|verdict| of_the_due.contains(&verdict.question))
}

fn work(here: &Here, rival: &Rival) -> Markup {
    html! {
        @if let (Some(rule), false) = (&rival.rule, rival.working.is_empty()) {
            details {
                summary {
                    (here.pick("The working under “", "Le calcul selon «\u{202f}")) (rule.name(here.lang())) (here.pick("”", "\u{202f}»"))
                }
                (working::of_lines(here, &rival.working))
            }
        }
    }
}
