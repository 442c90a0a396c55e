//! A verdict in one line: the answer's shape, its words, its figure.

use maud::{Markup, html};

use crate::address::Page;
use crate::date;
use crate::number;
use crate::query::comparison::ComparisonRow;
use crate::query::figure::DueCell;
use crate::query::verdict::Verdict;
use crate::query::version::RivalMark;
use crate::query::word::{Column, GapKind, Outcome, Question, Reason};
use crate::site::{Here, Named};
use crate::text;

/// Every verdict of a comparison as a list; nothing where nothing could be asked.
pub fn list(here: &Here, row: &ComparisonRow) -> Markup {
    html! {
        @if row.verdicts.is_empty() {
            span.badge.unknown { (here.pick("Nothing to compare yet", "Rien à comparer encore")) }
        } @else {
            ul.verdicts {
                @for verdict in told(&row.verdicts) { li { (line(here, row, verdict)) } }
            }
        }
    }
}

/// The verdicts, but a reason that leaves several questions open is told once.
fn told(verdicts: &[Verdict]) -> Vec<&Verdict> {
    let same = |one: &Verdict, other: &Verdict| {
        one.outcome == Outcome::Unknown
            && (one.outcome, one.reason, one.column) == (other.outcome, other.reason, other.column)
    };
    let mut told: Vec<&Verdict> = Vec::with_capacity(verdicts.len());
    for verdict in verdicts {
        if !told.iter().any(|before| same(verdict, before)) {
            told.push(verdict);
        }
    }
    told
}

/// One verdict. Its colour never speaks alone: a word and a sign say the same.
pub fn line(here: &Here, row: &ComparisonRow, verdict: &Verdict) -> Markup {
    let currency = row.currency.as_deref();
    let columns = columns(verdict.question, row.received_known());
    html! {
        @match verdict.outcome {
            Outcome::Agrees => (agrees(here, row, verdict, columns)),
            Outcome::Gap => {
                @match &verdict.open_question {
                    // Not published as a gap until a reviewer has the answer.
                    Some(question) => (questioned(here, verdict, currency, question)),
                    None => (gap(here, verdict, currency, columns)),
                }
            }
            Outcome::Unknown => (unknown(here, row, verdict)),
        }
        (circumstances(here, verdict, currency))
        @if verdict.floor_missing {
            span.aside {
                (here.pick("no floor is set for this currency", "aucun plancher n’est fixé pour cette monnaie"))
            }
        }
    }
}

/// What belongs to a verdict beside its figure: how late, until when, the penalty, who holds the money, the cause found.
pub fn circumstances(here: &Here, verdict: &Verdict, currency: Option<&str>) -> Markup {
    let lang = here.lang();
    html! {
        @if let Some(days) = verdict.days {
            span.aside {
                (text::days(lang, days)) " "
                @match &verdict.due_by {
                    Some(day) => {
                        (here.pick("after the deadline of ", "après l’échéance du ")) (date::day(lang, &day.0))
                    }
                    None => { (here.pick("after the period; no deadline is known", "après la période\u{202f}; aucune échéance connue")) }
                }
            }
        }
        @if let Some(penalty) = &verdict.penalty {
            span.aside { (here.pick("penalty under the rule", "pénalité selon la règle")) (here.colon()) span.num { (number::money(lang, &penalty.0, currency)) } }
        }
        @if let Some(holder) = &verdict.holder {
            span.aside {
                (here.pick("held by ", "détenu par ")) a href=(here.href(&Page::Party(holder.slug.clone()))) { (holder.name(lang)) }
            }
        }
        @if let Some(cause) = verdict.explained {
            span.aside {
                (here.pick("explained: ", "expliqué\u{202f}: ")) (text::cause(lang, cause))
                @if let Some(note) = &verdict.explained_note { " · " (note) }
            }
        }
    }
}

fn agrees(here: &Here, row: &ComparisonRow, verdict: &Verdict, (left, right): (Column, Column)) -> Markup {
    let lang = here.lang();
    // Against "at least", more is no difference that a tolerance has to excuse.
    let bound = left == Column::Due && row.due.as_ref().is_some_and(DueCell::is_bound);
    let above = |digits: &str| bound && digits.starts_with('-');
    html! {
        span.badge.agrees { span.sign aria-hidden="true" { "=" } (here.pick("Agrees", "Concorde")) }
        " " span.muted {
            (text::column(lang, left)) " · " (text::column(lang, right))
            @if let Some(amount) = verdict.amount.as_ref().filter(|amount| !is_nought(&amount.0)) {
                " · "
                @if above(&amount.0) {
                    (here.pick("above the minimum by ", "au-dessus du minimum de "))
                    (number::money(lang, unsigned(&amount.0), row.currency.as_deref()))
                } @else {
                    (here.pick("difference ", "différence ")) (number::money(lang, &amount.0, row.currency.as_deref()))
                    (here.pick(", within tolerance", ", dans la tolérance"))
                }
            }
        }
    }
}

fn gap(here: &Here, verdict: &Verdict, currency: Option<&str>, columns: (Column, Column)) -> Markup {
    let lang = here.lang();
    let words = text::gap(lang, verdict.kind.unwrap_or(GapKind::NotReceived), columns);
    let figure = html! {
        (words)
        @if let Some(amount) = &verdict.amount {
            (here.colon()) span.num { (number::money(lang, unsigned(&amount.0), currency)) }
        }
        @if let Some(percent) = &verdict.percent { " (" span.num { (number::percent(lang, unsigned(&percent.0))) } ")" }
    };
    html! {
        span.badge.gap { span.sign aria-hidden="true" { "≠" } (here.pick("Gap", "Écart")) } " "
        @match &verdict.gap {
            Some(gap) => { a.gaplink href=(here.href(&Page::Gap(gap.code.clone()))) { (figure) } }
            None => { (figure) }
        }
    }
}

/// A difference about which a reviewer has a question: it is told as a question, with what was asked.
fn questioned(here: &Here, verdict: &Verdict, currency: Option<&str>, question: &str) -> Markup {
    let lang = here.lang();
    let figure = html! {
        @match &verdict.amount {
            Some(amount) => {
                (here.pick("a difference of ", "une différence de "))
                span.num { (number::money(lang, unsigned(&amount.0), currency)) }
            }
            None => { (here.pick("a difference", "une différence")) }
        }
        @if let Some(percent) = &verdict.percent { " (" span.num { (number::percent(lang, unsigned(&percent.0))) } ")" }
    };
    html! {
        span.badge.unknown {
            span.sign aria-hidden="true" { "?" } (here.pick("Question open", "Question ouverte"))
        }
        " "
        @match &verdict.gap {
            Some(gap) => { a.gaplink href=(here.href(&Page::Gap(gap.code.clone()))) { (figure) } }
            None => { (figure) }
        }
        span.aside { (here.pick("A reviewer asks: ", "Un relecteur demande\u{202f}: ")) (question) }
    }
}

fn unknown(here: &Here, row: &ComparisonRow, verdict: &Verdict) -> Markup {
    let lang = here.lang();
    html! {
        span.badge.unknown {
            span.sign aria-hidden="true" { "?" } (here.pick("No answer yet", "Pas encore de réponse"))
        }
        " "
        @match verdict.reason {
            Some(Reason::Doubted) if is_disputed(row, verdict) => (text::disputed(lang)),
            Some(reason) => (text::reason(lang, reason, verdict.column)),
            None => {}
        }
    }
}

/// True where there is no answer because versions of the rule give different ones.
pub fn is_disputed(row: &ComparisonRow, verdict: &Verdict) -> bool {
    let answers = |rival: &RivalMark| rival.outcome.is_some_and(|outcome| outcome != Outcome::Unknown);
    (verdict.reason, verdict.column) == (Some(Reason::Doubted), Some(Column::Due)) && row.rivals.iter().any(answers)
}

/// The two columns a question sets against each other. Where the recipient gave no figure, what was due or pledged is
/// set against what the payer declared.
pub fn columns(question: Question, received_known: bool) -> (Column, Column) {
    let (left, right) = match question {
        Question::DueDeclared | Question::Deadline => (Column::Due, Column::Declared),
        Question::PassThrough => (Column::Due, Column::Declared),
        Question::DeclaredReceived => (Column::Declared, Column::Received),
        Question::DueReceived | Question::Split => (Column::Due, Column::Received),
        Question::PledgedReceived => (Column::Pledged, Column::Received),
    };
    match (left, right) {
        (Column::Due | Column::Pledged, Column::Received) if !received_known => (left, Column::Declared),
        both => both,
    }
}

/// The words of a gap already say which side is the smaller one.
pub fn unsigned(digits: &str) -> &str {
    digits.strip_prefix('-').unwrap_or(digits)
}

fn is_nought(digits: &str) -> bool {
    digits.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'))
}
