//! Comparisons by stream: a heading, the ledger, and bars for those that can be drawn.

use maud::{Markup, html};

use crate::chart::bars::{Bar, bars};
use crate::number;
use crate::part::flow;
use crate::part::ledger::{self, Heading};
use crate::query::comparison::{ComparisonRow, ComparisonTree};
use crate::query::figure::SideCell;
use crate::query::word::Column;
use crate::site::{Here, Named};
use crate::text;

/// The comparisons under the names of their streams, in the order in which the streams first come.
pub fn sections(here: &Here, trees: &[ComparisonTree]) -> Markup {
    let mut codes: Vec<&str> = Vec::new();
    for tree in trees {
        if !codes.contains(&tree.whole.stream.code.as_str()) {
            codes.push(&tree.whole.stream.code);
        }
    }
    html! {
        @for code in codes {
            @let group = newest_first(trees.iter().filter(|tree| tree.whole.stream.code == code).collect());
            @let name = group.first().map_or(code, |tree| tree.whole.stream.name(here.lang()));
            h3 { (name) }
            (ledger::trees(here, name, &group, Heading::Plain))
            @let drawn: Vec<&ComparisonRow> = group.iter().map(|tree| &tree.whole).filter(|row| figures(row) > 1).collect();
            @if !drawn.is_empty() {
                div.charts { @for row in drawn { (figure(here, row)) } }
            }
        }
    }
}

/// The newest time first; what has no time last.
pub fn newest_first(mut trees: Vec<&ComparisonTree>) -> Vec<&ComparisonTree> {
    let begins = |tree: &ComparisonTree| tree.whole.from.as_ref().map(|day| day.0.clone());
    trees.sort_by_key(|tree| std::cmp::Reverse(begins(tree)));
    trees
}

/// How many columns have an amount: one alone is no comparison to draw.
fn figures(row: &ComparisonRow) -> usize {
    let sides = [&row.declared, &row.received, &row.pledged].into_iter().flatten().filter(|side| side.amount.is_some());
    sides.count() + usize::from(row.due_in_currency().is_some())
}

fn figure(here: &Here, row: &ComparisonRow) -> Markup {
    let parties = flow::parties(here, row.payer.as_ref(), row.recipient.as_ref());
    let time = flow::time(here, row.from.as_ref(), row.to.as_ref(), row.event.as_deref());
    html! {
        figure.chart {
            figcaption { strong { (parties) } span.aside { (time) } }
            (bars(&row.code, &format!("{parties}, {time}"), &bars_of(here, row)))
        }
    }
}

/// The bars of a comparison. A column that was never asked for, such as a pledge where none was made, has none.
pub fn bars_of(here: &Here, row: &ComparisonRow) -> Vec<Bar> {
    let lang = here.lang();
    let currency = row.currency.as_deref();
    let mut drawn = Vec::with_capacity(4);
    if let Some(due) = &row.due {
        // Two currencies have no common scale: a due in another one is told and not drawn.
        let digits = row.due_in_currency().map(|amount| amount.0.clone());
        let words = match (&due.amount, due.reason) {
            (Some(amount), _) if due.is_bound() => at_least(here, &amount.0, due.currency.as_deref()),
            (Some(amount), _) => number::money(lang, &amount.0, due.currency.as_deref()),
            (None, Some(reason)) => text::reason(lang, reason, Some(Column::Due)).to_owned(),
            (None, None) => here.pick("Not known", "Inconnu").to_owned(),
        };
        drawn.push(Bar { label: text::due(lang, due.is_held()).to_owned(), digits, words, ink: "due" });
    }
    if row.pledged.is_some() {
        drawn.push(side_bar(here, Column::Pledged, row.pledged.as_ref(), currency));
    }
    if row.declared.is_some() || row.pledged.is_none() {
        drawn.push(side_bar(here, Column::Declared, row.declared.as_ref(), currency));
    }
    drawn.push(side_bar(here, Column::Received, row.received.as_ref(), currency));
    drawn
}

fn at_least(here: &Here, digits: &str, currency: Option<&str>) -> String {
    format!("{} {}", here.pick("at least", "au moins"), number::money(here.lang(), digits, currency))
}

fn side_bar(here: &Here, column: Column, side: Option<&SideCell>, currency: Option<&str>) -> Bar {
    let lang = here.lang();
    let ink = super::side::anchor(column);
    let label = text::column(lang, column).to_owned();
    let Some(side) = side else {
        return Bar { label, digits: None, words: text::silent(lang, Some(column)).to_owned(), ink };
    };
    let words = match (&side.amount, side.absence) {
        (Some(amount), _) if side.lower_bound => at_least(here, &amount.0, currency),
        (Some(amount), _) => number::money(lang, &amount.0, currency),
        (None, Some(code)) => text::absence(lang, code).to_owned(),
        (None, None) => here.pick("No figure", "Pas de chiffre").to_owned(),
    };
    Bar { label, digits: side.amount.as_ref().map(|amount| amount.0.clone()), words, ink }
}
