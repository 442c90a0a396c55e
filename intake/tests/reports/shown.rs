//! Drafts and findings as a reviewer reads them, and workbooks as rows of text.

use std::fmt::Write as _;

use expect_test::Expect;
use intake::form::{Field, Given, Origin, Reading, Told, read_form};
use intake::{Lang, Limits};

/// The fields that a report says once for all its rows.
const OF_REPORT: &[Field] =
    &[Field::Country, Field::Kind, Field::Side, Field::Role, Field::PeriodFrom, Field::PeriodTo];

/// Reads a report and compares all that comes of it with what a reviewer found right.
pub fn check(name: &str, bytes: &[u8], expected: &Expect) {
    let text = shown(&read(name, bytes));
    assert!(!text.contains('{'), "a place in a sentence was left open");
    expected.assert_eq(&text);
}

/// Reads a report with nothing known about it.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_form(name, bytes, None, &Given::default(), &Limits::default())
}

/// The form; what holds for rows in common, where it changes; each row; the findings; the totals.
pub fn shown(reading: &Reading) -> String {
    let mut text = format!("{}\n", reading.form.map_or("no form", |form| form.as_str()));
    let mut common_before = String::new();
    for draft in &reading.drafts {
        let common: Vec<String> =
            draft.fields().filter(|(field, _)| OF_REPORT.contains(field)).map(|(_, told)| said(told, true)).collect();
        let common = common.join(", ");
        if common != common_before {
            writeln!(text, "= {common}").expect("a string grows");
            common_before = common;
        }
        let own = draft.fields().filter(|(field, _)| !OF_REPORT.contains(field));
        let own: Vec<String> = own.map(|(field, told)| format!("{}={}", field.as_str(), said(told, false))).collect();
        let figure = draft.told(Field::Amount).or_else(|| draft.told(Field::Absence));
        let place = figure.map_or_else(|| "nowhere".to_owned(), |told| place(&told.origin));
        writeln!(text, "{place}: {}", own.join(" | ")).expect("a string grows");
    }
    for finding in &reading.findings {
        let (line, place) = (finding.line.map(|line| format!("line {line} ")), finding.place());
        let at = [line.unwrap_or_default(), place.unwrap_or_default()].concat();
        let column = finding.column.as_deref().unwrap_or_default();
        writeln!(text, "! {at}{column} {}: {}", finding.code, finding.message(Lang::En)).expect("a string grows");
        let french = [finding.message(Lang::Fr), finding.fix(Lang::Fr)];
        assert!(french.iter().all(|sentence| !sentence.is_empty()), "{}", finding.code);
    }
    for asked in &reading.questions {
        let question = &asked.question;
        let readings = question.readings.join(" or ");
        writeln!(text, "? {} ({} cells): {readings}", asked.place, asked.cells).expect("a string grows");
    }
    for total in &reading.totals {
        let word = |word: Option<&'static str>| word.unwrap_or("-");
        let (side, role) = (word(total.side.map(|side| side.as_str())), word(total.role.map(|role| role.as_str())));
        let unit = total.unit.map(|unit| unit.to_string()).unwrap_or_default();
        let amount = total.amount.map_or_else(|| "?".to_owned(), |amount| amount.to_string());
        writeln!(text, "+ {side} {role}: {amount} {unit} ({} known, {} absent)", total.known, total.absent)
            .expect("a string grows");
    }
    text
}

fn said(told: &Told, with_place: bool) -> String {
    let mut text = told.text.to_string();
    if told.raw() != &*told.text {
        write!(text, " `{}`", told.raw()).expect("a string grows");
    }
    let at = place(&told.origin);
    if with_place && !at.is_empty() {
        write!(text, " ({at})").expect("a string grows");
    }
    for step in &told.steps {
        write!(text, " <{}>", step.say(Lang::En)).expect("a string grows");
    }
    text
}

fn place(origin: &Origin) -> String {
    match origin {
        Origin::Cell(place) => place.to_string(),
        Origin::Pointer(pointer) => pointer.to_string(),
        Origin::Sender => "sender".to_owned(),
        Origin::Form => String::new(),
    }
}

/// A workbook of sheets of rows; `|` divides cells. What is written with `#` before it is stored as a number.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, line) in (0..).zip(rows.trim_matches('\n').lines()) {
            for (column, cell) in (0..).zip(line.split('|').map(str::trim)) {
                match cell.strip_prefix('#') {
                    _ if cell.is_empty() => {}
                    Some(number) => {
                        // A formula with a stored result is how this writer lets digits through untouched.
                        let formula = rust_xlsxwriter::Formula::new("0+0").set_result(number);
                        sheet.write_formula(row, column, formula).expect("a cell");
                    }
                    None => {
                        sheet.write_string(row, column, cell).expect("a cell");
                    }
                }
            }
        }
    }
    book.save_to_buffer().expect("memory grows")
}
