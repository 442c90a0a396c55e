//! The way in: bytes of a disclosure become a reading, in the form that was detected or that the sender chose.

use std::sync::Arc;

use super::{Drafts, Field, Form, Given, Reading, detect, reader, totals, uk};
use crate::finding::{Code, Findings, Spot};
use crate::grid::{read_grid_into, text_file};
use crate::lang::Lang;
use crate::limits::Limits;

/// Reads a disclosure, whatever it is called. Never panics and never reads beyond the limits.
///
/// `form` is what the sender says it is; left out, the form is found by the content.
pub fn read_form(name: &str, bytes: &[u8], form: Option<Form>, given: &Given, limits: &Limits) -> Reading {
    let mut out = Findings::new(limits.findings);
    if let Some(text) = text_file(name, bytes, limits, &mut out).filter(uk::is_report) {
        let drafts = uk::read(&text, given, limits, &mut out);
        return reading(Some(Form::UkPayments), text.file, drafts, out);
    }
    let (_, grid) = read_grid_into(name, bytes, limits, &mut out);
    let Some(grid) = grid else {
        return reading(None, name.into(), Drafts::default(), out);
    };
    let form = form.or_else(|| detect(&grid).map(|found| found.form));
    let drafts = match form.and_then(reader) {
        Some(reader) => (reader.read)(&grid, given, &mut out),
        None => {
            out.flag(Spot::file(&grid.file), "", Code::FormUnknown, expected());
            Drafts::default()
        }
    };
    reading(form, grid.file, drafts, out)
}

/// The columns that a table needs, by their names in each language.
pub(super) fn expected() -> Vec<(&'static str, String)> {
    const FIELDS: [Field; 6] =
        [Field::Payer, Field::Recipient, Field::Stream, Field::PeriodFrom, Field::Amount, Field::Currency];
    let names = |lang| FIELDS.map(|field| field.name(lang)).join(", ");
    vec![("expected", names(Lang::En)), ("expected_fr", names(Lang::Fr))]
}

fn reading(form: Option<Form>, file: Arc<str>, read: Drafts, out: Findings) -> Reading {
    let totals = totals(&read.drafts);
    Reading {
        form,
        file,
        drafts: read.drafts,
        findings: out.finish(),
        questions: read.questions,
        totals,
        mapping: read.mapping,
    }
}
