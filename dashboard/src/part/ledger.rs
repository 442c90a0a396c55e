//! The ledger: comparisons as a table, parts under their wholes. On a narrow screen each row becomes a card.
//!
//! The roles are written out because a table that is laid out as cards loses them in some browsers.

use maud::{Markup, html};

use crate::address::Page;
use crate::part::{figure, flow, verdict};
use crate::query::comparison::{ComparisonRow, ComparisonTree};
use crate::query::word::Column;
use crate::site::{Here, Named};
use crate::text;

/// Which columns a ledger needs beside due, declared and received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Rows of many streams: each says its own.
    Stream,
    /// Rows under a stream's heading.
    Plain,
}

/// Comparisons with their parts.
pub fn trees(here: &Here, caption: &str, trees: &[&ComparisonTree], heading: Heading) -> Markup {
    table(
        here,
        caption,
        html! {
            @for tree in trees {
                (row(here, &tree.whole, heading, false))
                @for part in &tree.parts { (row(here, part, heading, true)) }
            }
        },
    )
}

/// Comparisons without parts.
pub fn rows(here: &Here, caption: &str, rows: &[ComparisonRow], heading: Heading) -> Markup {
    table(here, caption, html! { @for one in rows { (row(here, one, heading, false)) } })
}

fn table(here: &Here, caption: &str, rows: Markup) -> Markup {
    let lang = here.lang();
    html! {
        table.ledger role="table" {
            caption.sr { (caption) }
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" { (here.pick("Who pays whom", "Qui paie qui")) }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Due)) }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Declared)) }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Received)) }
                th role="columnheader" scope="col" { (here.pick("What the figures say", "Ce que disent les chiffres")) }
            } }
            tbody role="rowgroup" { (rows) }
        }
    }
}

fn row(here: &Here, row: &ComparisonRow, heading: Heading, part: bool) -> Markup {
    let lang = here.lang();
    let (due, declared, received) =
        (text::column(lang, Column::Due), text::column(lang, Column::Declared), text::column(lang, Column::Received));
    let time = flow::time(here, row.from.as_ref(), row.to.as_ref(), row.event.as_deref());
    html! {
        tr.part[part] role="row" {
            th role="rowheader" scope="row" {
                @if part { span.partof { (here.pick("part", "part")) } " " }
                a href=(here.href(&Page::Comparison(row.code.clone()))) {
                    (flow::parties(here, row.payer.as_ref(), row.recipient.as_ref()))
                }
                span.aside {
                    @if heading == Heading::Stream { (row.stream.name(lang)) " · " }
                    (time)
                }
            }
            td.r role="cell" data-label=(due) { div { (figure::due(here, row)) } }
            td.r role="cell" data-label=(declared) {
                div { (figure::side(here, row, Column::Declared, row.declared.as_ref())) }
            }
            td.r role="cell" data-label=(received) {
                div { (figure::side(here, row, Column::Received, row.received.as_ref())) }
            }
            td role="cell" {
                (verdict::list(here, row))
                @if let Some(doubt) = row.doubts.first() {
                    span.aside {
                        span.badge.unknown { span.sign aria-hidden="true" { "≁" } (here.pick("Doubt", "Doute")) }
                        " " (text::doubt(lang, doubt.cause))
                    }
                }
             }
        }
    }
}
