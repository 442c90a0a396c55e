//! Comparisons as CSV (RFC 4180): the digits as published, never formatted; a figure that is absent is an empty field
//! beside the word for its absence.

use crate::number;
use crate::page::Reply;
use crate::query::comparison::{ComparisonRow, ComparisonTree};
use crate::query::figure::SideCell;
use crate::query::word::{Column, GapState};
use crate::site::{Here, Named};
use crate::text;

const HEAD: [&str; 19] = [
    "comparison",
    "part_of",
    "country",
    "mine",
    "payer",
    "recipient",
    "stream",
    "from",
    "to",
    "event",
    "currency",
    "due",
    "pledged",
    "declared",
    "received",
    "remarks",
    "gaps",
    "gap_states",
    "questioned",
];

/// Comparisons and their parts.
pub fn comparisons(here: &Here, trees: &[ComparisonTree]) -> Reply {
    let flat: Vec<ComparisonRow> =
        trees.iter().flat_map(|tree| std::iter::once(&tree.whole).chain(&tree.parts)).cloned().collect();
    rows(here, &flat)
}

/// Comparisons.
pub fn rows(here: &Here, rows: &[ComparisonRow]) -> Reply {
    let mut text = line(&HEAD.map(str::to_owned));
    for row in rows {
        text.push_str(&line(&fields(here, row)));
    }
    Reply::File { media_type: "text/csv; charset=utf-8", text }
}

fn fields(here: &Here, row: &ComparisonRow) -> [String; 19] {
    let lang = here.lang();
    let amount = |side: &Option<SideCell>| {
        side.as_ref().and_then(|side| side.amount.as_ref()).map(|amount| amount.0.clone()).unwrap_or_default()
    };
    let day = |date: &Option<crate::query::Date>| date.as_ref().map(|date| date.0.clone()).unwrap_or_default();
    let name = |party: &Option<crate::query::reference::PartyRef>| {
        party.as_ref().map(|party| party.name(lang).to_owned()).unwrap_or_default()
    };
    let due = row.due_in_currency().map(|amount| amount.0.clone());
    let (mut gaps, mut states, mut questioned) = (Vec::new(), Vec::new(), Vec::new());
    for (verdict, gap) in row.verdicts.iter().filter_map(|verdict| Some((verdict, verdict.gap.as_ref()?))) {
        match (&verdict.open_question, verdict.explained) {
            (Some(_), _) => questioned.push(gap.code.as_str()),
            (None, cause) => {
                gaps.push(gap.code.as_str());
                states.push(if cause.is_some() { "explained" } else { "open" });
            }
        }
    }
    [
        row.code.clone(),
        row.part_of.as_ref().map(|whole| whole.code.clone()).unwrap_or_default(),
        row.country.code.clone(),
        row.mine.as_ref().map(|mine| mine.name.clone()).unwrap_or_default(),
        name(&row.payer),
        name(&row.recipient),
        row.stream.name(lang).to_owned(),
        day(&row.from),
        day(&row.to),
        row.event.clone().unwrap_or_default(),
        row.currency.clone().unwrap_or_default(),
        due.unwrap_or_default(),
        amount(&row.pledged),
        amount(&row.declared),
        amount(&row.received),
        remarks(here, row),
        gaps.join(" "),
        states.join(" "),
        questioned.join(" "),
    ]
}

/// The words that a bare figure, or an empty field, must not travel without.
fn remarks(here: &Here, row: &ComparisonRow) -> String {
    let lang = here.lang();
    let mut words = Vec::new();
    if let Some(reason) = row.due.as_ref().and_then(|due| due.reason) {
        words.push(format!("{}: {}", text::column(lang, Column::Due), text::reason(lang, reason, Some(Column::Due))));
    }
    if let Some(due) = row.due.as_ref().filter(|_| row.due_in_currency().is_none())
        && let Some(amount) = &due.amount
    {
        let money = number::money(lang, &amount.0, due.currency.as_deref());
        words.push(format!("{}: {money}", text::column(lang, Column::Due)));
    }
    if row.due.as_ref().is_some_and(|due| due.amount.is_some() && due.is_bound()) {
        words.push(format!("{}: {}", text::column(lang, Column::Due), here.pick("at least", "au moins")));
    }
    for (column, side) in [(Column::Declared, &row.declared), (Column::Received, &row.received)] {
        let Some(side) = side else {
            words.push(text::silent(lang, Some(column)).to_owned());
            continue;
        };
        let name = text::column(lang, column);
        words.extend(side.absence.map(|code| format!("{name}: {}", text::absence(lang, code))));
        if side.lower_bound {
            words.push(format!("{name}: {}", here.pick("at least", "au moins")));
        }
        if side.stand_in {
            words.push(format!("{name}: {}", crate::part::figure::stand_in(here, column)));
        }
    }
    for verdict in &row.verdicts {
        if let Some(question) = &verdict.open_question {
            words.push(format!("{}: {question}", text::gap_state(lang, GapState::Questioned)));
        } else if let Some(cause) = verdict.explained {
            let note = verdict.explained_note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            words.push(format!("{}: {}{note}", text::gap_state(lang, GapState::Explained), text::cause(lang, cause)));
        }
    }
    words.join("; ")
}

fn line<const N: usize>(fields: &[String; N]) -> String {
    let mut text = String::new();
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&quoted(field));
    }
    text.push_str("\r\n");
    text
}

/// A field, quoted where it must be. A name that a spreadsheet would run as a formula is kept from running.
fn quoted(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '@', '\t', '\r']) || (field.starts_with('-') && !is_amount(field));
    let guarded = if formula { format!("'{field}") } else { field.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

fn is_amount(field: &str) -> bool {
    field.strip_prefix('-').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_cannot_break_out_nor_run() {
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("-9336838.00"), "-9336838.00");
        assert_eq!(quoted("-cmd"), "'-cmd");
    }
}
