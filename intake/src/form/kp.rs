//! Production statistics of the Kimberley Process: half-years by country, of all production or of artisanal and large-scale
//! mining apart, in carats and in dollars.
//!
//! Each row becomes a statement of carats and one of value, in the streams that the casebook's own form has. Values are revised for
//! years: a half-year that is told again keeps both figures, each with the day it was said.

use std::collections::BTreeMap;

use reconcile::{Absence, Currency, Day, Period};

use super::country;
use super::desk::{Beside, Desk, Outcome, not_stated, place};
use super::detect::{Reader, Score};
use super::headed::{Heading, Table, is_header, maybe, needed, plain, tables};
use super::ledger::Ledger;
use super::spelled::{Sort, Spelled};
use super::{Draft, Drafts, Field, Form, Given, Step, Told};
use crate::finding::{Code, Findings, Spot};
use crate::grid::{Grid, Row};
use crate::production::stream_of;

/// The reader of such statistics.
pub(super) const READER: Reader = Reader { form: Form::KimberleyProduction, score, read };

const COUNTRY: usize = 0;
const YEAR: usize = 1;
const HALF: usize = 2;
const TRADE: usize = 3;
const KIND: usize = 4;
const CARATS: usize = 5;
const VALUE: usize = 6;
const CREATED: usize = 7;
const MODIFIED: usize = 8;

const HEADINGS: [Heading; 9] = [
    needed(&["country name", "country", "participant", "pays"]),
    needed(&["year", "annee"]),
    needed(&["quarter", "half year", "half", "semester", "semestre", "trimestre"]),
    needed(&["trade type"]),
    maybe(&["production type"]),
    needed(&["carat", "carats", "volume cts", "volume carats"]),
    needed(&["us value", "value us", "value usd", "value us usd"]),
    maybe(&["created"]),
    maybe(&["last modified", "modified"]),
];

/// Words of the column of kinds, as [`plain`] has them, and the kinds of the casebook's own form.
const KINDS: &[(&str, &str)] = &[
    ("production", "all"),
    ("", "all"),
    ("asm", "artisanal"),
    ("artisanal", "artisanal"),
    ("lsm", "large_scale"),
    ("large scale", "large_scale"),
];

/// What the statistics call all production.
const ALL: &str = "Production";

fn score(grid: &Grid) -> Score {
    let mut rows = grid.sheets.iter().flat_map(|sheet| sheet.rows().take(50));
    if rows.any(|row| is_header(&row, &HEADINGS)) { 90 } else { 0 }
}

/// What tells one half-year of production from another: country, year, half, kind.
type Key = (String, i32, u32, &'static str);

/// A row as it was read.
struct Entry<'g> {
    number: u32,
    carats: (Spelled<'g>, Outcome),
    value: (Spelled<'g>, Outcome),
}

/// A row whose words are known.
struct Heads<'g> {
    key: Key,
    /// The words that there was none.
    no_production: Option<Spelled<'g>>,
    country: Spelled<'g>,
    year: Spelled<'g>,
    half: Spelled<'g>,
    kind: Spelled<'g>,
}

fn read(grid: &Grid, given: &Given, out: &mut Findings) -> Drafts {
    let mut desk = Desk::new(&grid.file, given, out);
    let tables: Vec<_> = grid.sheets.iter().flat_map(|sheet| tables(sheet, &HEADINGS, |_| false)).collect();
    let columns = |wanted: [usize; 2]| {
        let file = &grid.file;
        tables.iter().flat_map(move |table| wanted.map(|column| table.column(file, column))).flatten()
    };
    desk.prove_marks(columns([CARATS, VALUE]));
    desk.prove_orders(columns([CREATED, MODIFIED]));
    let mut entries: BTreeMap<Key, Vec<Entry<'_>>> = BTreeMap::new();
    let mut others: BTreeMap<String, (Spelled<'_>, u32)> = BTreeMap::new();
    for table in &tables {
        for row in table.rows() {
            let trade = table.at(&grid.file, &row, TRADE);
            let no_production = match plain(trade.text).as_str() {
                "production" => None,
                "no production" => Some(trade),
                "" => continue,
                _ => {
                    others.entry(trade.text.to_owned()).or_insert((trade, 0)).1 += 1;
                    continue;
                }
            };
            if let Some(heads) = heads(&mut desk, table, &row, no_production) {
                let entry = entry(&mut desk, table, &row, &heads);
                entries.entry(heads.key).or_default().push(entry);
            }
        }
    }
    for (at, rows) in others.into_values() {
        desk.note(&at, Code::RowsNotRead, vec![("found", rows.to_string())]);
    }
    tell_revisions(&mut desk, &entries);
    compare_parts(&mut desk, &entries);
    desk.finish()
}

/// The words of a row; nothing where one of them is not known, which a finding tells.
fn heads<'g>(
    desk: &mut Desk<'_>,
    table: &Table<'g, 9>,
    row: &Row<'g>,
    no_production: Option<Spelled<'g>>,
) -> Option<Heads<'g>> {
    let file = desk.file.clone();
    let [country, year, half, kind] = [COUNTRY, YEAR, HALF, KIND].map(|column| table.at(&file, row, column));
    let mut known = |at: &Spelled<'_>, column: usize, allowed: &str, found: bool| {
        let spot = || Spot { column: Some(table.heading(column).into()), ..at.spot.clone() };
        if at.sort == Sort::Blank && !found {
            desk.out.note(spot(), "", Code::ValueMissing, Vec::new());
        } else if !found {
            desk.out.note(spot(), at.raw, Code::WordUnknown, vec![("allowed", allowed.to_owned())]);
        }
    };
    let number = year.text.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
    let nth = half.text.parse::<u32>().ok().filter(|half| matches!(half, 1 | 2));
    let word = KINDS.iter().find(|(word, _)| *word == plain(kind.text)).map(|(_, kind)| *kind);
    known(&country, COUNTRY, "", country.sort != Sort::Blank);
    known(&year, YEAR, "2024", number.is_some());
    known(&half, HALF, "1, 2", nth.is_some());
    known(&kind, KIND, "Production, ASM, LSM", word.is_some());
    let key = (plain(country.text), number?, nth?, word?);
    (country.sort != Sort::Blank).then_some(Heads { key, no_production, country, year, half, kind })
}

/// Reads the two figures of a row, and makes a claim-to-be of each.
fn entry<'g>(desk: &mut Desk<'_>, table: &Table<'g, 9>, row: &Row<'g>, heads: &Heads<'g>) -> Entry<'g> {
    let file = desk.file.clone();
    let base = base(desk, table, row, heads);
    let [carats, value] = [CARATS, VALUE].map(|column| table.at(&file, row, column));
    let read = |desk: &mut Desk<'_>, at: &Spelled<'_>, currency: Option<Currency>| match (
        desk.figure(at, &Beside { currency, ..Beside::default() }),
        &heads.no_production,
    ) {
        (Outcome::Blank, Some(said)) => none_reported(said),
        (Outcome::Blank, None) => {
            desk.note(at, Code::AmountBlank, Vec::new());
            not_stated(at)
        }
        (Outcome::Figure(figure), Some(_)) if !figure.amount.is_zero() => {
            desk.note(at, Code::ProductionContradicted, Vec::new());
            Outcome::Figure(figure)
        }
        (other, _) => other,
    };
    let outcomes = [read(desk, &carats, None), read(desk, &value, Some(Currency::USD))];
    for (outcome, field, word) in [(&outcomes[0], Field::Unit, "ct"), (&outcomes[1], Field::Currency, "USD")] {
        if *outcome != Outcome::Unread {
            let mut draft = base.clone();
            draft.imply(field, word);
            draft.set_outcome(outcome.clone());
            desk.push(draft);
        }
    }
    let [first, second] = outcomes;
    Entry { number: row.number(), carats: (carats, first), value: (value, second) }
}

/// What both claims of a row have in common.
fn base<'g>(desk: &mut Desk<'_>, table: &Table<'g, 9>, row: &Row<'g>, heads: &Heads<'g>) -> Draft {
    let file = desk.file.clone();
    let mut draft = Draft::default();
    draft.imply(Field::Side, "government");
    draft.imply(Field::Role, "base");
    draft.imply(Field::Kind, "production");
    draft.set(Field::Country, country::told(&heads.country));
    let (_, year, half, kind) = heads.key;
    if let Some(stream) = stream_of(kind) {
        draft.set(Field::Stream, Told::read(stream, heads.kind.raw, heads.kind.origin.clone(), vec![Step::WordRead]));
    }
    let months = if half == 1 { [(1, 1), (6, 30)] } else { [(7, 1), (12, 31)] };
    let [first, last] = months.map(|(month, day)| Day::new(year, month, day));
    if let Some(period) = first.zip(last).and_then(|(first, last)| Period::new(first, last)) {
        for (field, day, at) in
            [(Field::PeriodFrom, period.first, &heads.year), (Field::PeriodTo, period.last, &heads.half)]
        {
            draft.set(field, Told::read(day.to_string(), at.raw, at.origin.clone(), vec![Step::WordRead]));
        }
    }
    let said = [MODIFIED, CREATED].map(|column| table.at(&file, row, column));
    if let Some(at) = said.into_iter().find(|at| at.sort != Sort::Blank)
        && let Some(when) = desk.date(&at)
    {
        let steps = at.steps.iter().cloned().chain(desk.order_step(&at)).collect();
        draft.set(Field::StatedOn, Told::read(when.to_string(), at.raw, at.origin.clone(), steps));
    }
    draft
}

/// The row says in words that there was no production, and writes no figure.
fn none_reported(said: &Spelled<'_>) -> Outcome {
    let word = Absence::NoneReported.as_str();
    Outcome::Absent(Told::read(word, said.raw, said.origin.clone(), vec![Step::WordRead]))
}

/// Tells of half-years that are told more than once: the same again, or otherwise.
fn tell_revisions(desk: &mut Desk<'_>, entries: &BTreeMap<Key, Vec<Entry<'_>>>) {
    for same in entries.values() {
        for pair in same.windows(2) {
            let [before, after] = pair else { continue };
            let differs = |(_, left): &(Spelled<'_>, Outcome), (_, right): &(Spelled<'_>, Outcome)| match (left, right)
            {
                (Outcome::Figure(left), Outcome::Figure(right)) => left.amount != right.amount,
                _ => std::mem::discriminant(left) != std::mem::discriminant(right),
            };
            let figures = [(&before.carats, &after.carats), (&before.value, &after.value)];
            let revised = figures.into_iter().find(|(left, right)| differs(left, right));
            match revised {
                Some(((earlier, _), (later, _))) => {
                    let details = vec![("other", place(&earlier.origin)), ("before", earlier.raw.to_owned())];
                    desk.note(later, Code::FigureRevised, details);
                }
                None => desk.note(&after.carats.0, Code::RowRepeated, vec![("first", before.number.to_string())]),
            }
        }
    }
}

/// Where artisanal and large-scale production are told once each, they make up all production.
fn compare_parts(desk: &mut Desk<'_>, entries: &BTreeMap<Key, Vec<Entry<'_>>>) {
    for ((country, year, half, kind), all) in entries {
        let part = |kind: &'static str| match entries.get(&(country.clone(), *year, *half, kind)).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        };
        if let (&"all", [all], Some(artisanal), Some(large)) =
            (kind, all.as_slice(), part("artisanal"), part("large_scale"))
        {
            let mut sums = [Ledger::default(), Ledger::default()];
            for part in [artisanal, large] {
                sums[0].add(ALL, &part.carats.1);
                sums[1].add(ALL, &part.value.1);
            }
            for (sum, (at, stated)) in sums.iter().zip([&all.carats, &all.value]) {
                sum.compare(desk, ALL, at, stated, "ASM + LSM");
            }
        }
    }
}
