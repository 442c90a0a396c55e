//! Which column means what, as its header and the cells below it make likely.

use crate::date::{DateSpelling, read_date};
use crate::form::Field;
use crate::form::heading::{Heading, plain};
use crate::form::hints::{BY_CONTENT, TECHNICAL};
use crate::form::mapping::MappedColumn;
use crate::grid::{Sheet, Value};
use crate::number::{Spelling, read_cell};

/// Cells below a header that are looked at.
const SAMPLE: usize = 40;

/// One column whose meaning is likely.
#[derive(Clone, Debug)]
pub(in crate::form) struct Proposed {
    /// From 0.
    pub column: u32,
    /// What it means.
    pub mapped: MappedColumn,
}

/// A column that may mean a field.
struct Candidate {
    column: u32,
    name: String,
    heading: Heading,
    field: Field,
    fit: u32,
}

/// What the columns mean, and those that need not be told because they are a form program's own.
pub(super) fn propose(sheet: &Sheet, row: u32, names: &[(u32, String)]) -> (Vec<Proposed>, Vec<u32>) {
    let is_form_export = names
        .iter()
        .any(|(_, name)| matches!(name.trim_start_matches("meta/"), "_uuid" | "instanceID" | "_submission_time"));
    let mut set_aside = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (column, name) in names {
        if is_choice(name, names) || (is_form_export && is_technical(name)) {
            set_aside.push(*column);
            continue;
        }
        let Some(heading) = Heading::read(name) else { continue };
        let below = || Below::of(sheet, row, *column);
        let by_content = BY_CONTENT.iter().find(|entry| heading.is_one_of(entry.phrases));
        let found = match by_content {
            Some(entry) => below().choose(entry.dates, entry.figures, entry.words).map(|field| (field, 1)),
            None => heading.field(),
        };
        let Some((field, fit)) = found else { continue };
        if field != Field::Amount || below().may_be_amounts() {
            candidates.push(Candidate { column: *column, name: name.clone(), heading, field, fit });
        }
    }
    // The surest first; the sort is stable, so that among equals the leftmost wins.
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.fit));
    let mut known: Vec<Proposed> = Vec::new();
    for candidate in candidates {
        if has_room(&known, &candidate) {
            known.push(proposed(candidate));
        }
    }
    known.sort_by_key(|proposed| proposed.column);
    (known, set_aside)
}

/// One column for each field; of amounts one for each role, as in a table of what was paid and what was received.
fn has_room(known: &[Proposed], candidate: &Candidate) -> bool {
    let mut rivals = known.iter().filter(|own| own.mapped.field == candidate.field);
    match (candidate.field, candidate.heading.role) {
        (Field::Amount, Some(role)) => rivals.all(|own| own.mapped.role.is_some_and(|own| own != role)),
        _ => rivals.next().is_none(),
    }
}

fn proposed(candidate: Candidate) -> Proposed {
    let is_amount = candidate.field == Field::Amount;
    let heading = candidate.heading;
    let mapped = MappedColumn {
        header: candidate.name,
        field: candidate.field,
        role: heading.role.filter(|_| is_amount),
        money: heading.money.filter(|_| is_amount),
        zeros: if is_amount { heading.zeros } else { 0 },
    };
    Proposed { column: candidate.column, mapped }
}

/// One answer of a question with several, beside the column of the question itself: `stream/rent` beside `stream`.
fn is_choice(name: &str, names: &[(u32, String)]) -> bool {
    name.rsplit_once('/').is_some_and(|(question, _)| names.iter().any(|(_, other)| other == question))
}

/// What a form program adds for itself; the form's own id and the time of sending are kept.
fn is_technical(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let is_kept = matches!(last, "_uuid" | "_submission_time");
    let is_own = name.starts_with('_') || name.starts_with("meta/") || name.starts_with("formhub/");
    !is_kept && (is_own || TECHNICAL.contains(&plain(last).as_str()))
}

/// What stands below a header.
#[derive(Default)]
struct Below {
    dates: usize,
    figures: usize,
    words: usize,
}

impl Below {
    fn of(sheet: &Sheet, row: u32, column: u32) -> Below {
        let mut below = Below::default();
        let rows = sheet.rows().skip_while(|own| own.number() <= row);
        for cell in rows.filter_map(|own| own.cell(column)).take(SAMPLE) {
            match cell.value() {
                Value::Number(_) => below.figures += 1,
                Value::Date(_) => below.dates += 1,
                Value::Text(text) => match (read_date(text), read_cell(text)) {
                    (DateSpelling::Refused(_) | DateSpelling::Blank | DateSpelling::Absent(_), Spelling::Number(_)) => {
                        below.figures += 1;
                    }
                    // A figure that is written wrongly is a figure still.
                    (DateSpelling::Refused(_), Spelling::Refused(_)) if is_mostly_digits(text) => below.figures += 1,
                    (DateSpelling::Refused(_), Spelling::Refused(_)) => below.words += 1,
                    (DateSpelling::Blank | DateSpelling::Absent(_) | DateSpelling::Refused(_), _) => {}
                    // Four digits are a year or a figure.
                    (_, Spelling::Number(_)) if text.trim().len() <= 4 => below.figures += 1,
                    _ => below.dates += 1,
                },
                _ => {}
            }
        }
        below
    }

    /// The field for what most of the cells are.
    fn choose(&self, dates: Option<Field>, figures: Option<Field>, words: Field) -> Option<Field> {
        match self.words.max(self.figures).max(self.dates) {
            0 => None,
            most if most == self.dates => dates,
            most if most == self.figures => figures,
            _ => Some(words),
        }
    }

    /// True but where words stand, and no figure.
    fn may_be_amounts(&self) -> bool {
        self.figures > 0 || (self.words == 0 && self.dates == 0)
    }
}

/// True for `10 000,000,00`, and not for `Ward 5`.
fn is_mostly_digits(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > text.chars().filter(|c| c.is_alphabetic()).count()
}
