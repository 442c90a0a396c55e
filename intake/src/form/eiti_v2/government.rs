//! Part 4: what each agency says it received, by stream, from all companies together.

use std::collections::BTreeMap;

use crate::form::cover::{Cover, Foreign};
use crate::form::desk::Desk;
use crate::form::headed::{Heading, Table, maybe, needed, plain};
use crate::form::ledger::Ledger;
use crate::form::payment::{Columns, Payment, read_row};
use crate::form::spelled::Spelled;
use crate::form::{Draft, Field, Told};

const GFS: usize = 0;
const STREAM: usize = 1;
const ENTITY: usize = 2;
pub(super) const VALUE: usize = 3;
const CURRENCY: usize = 4;
const LEGAL_BASIS: usize = 5;
const FINAL_RECIPIENT: usize = 6;

/// Of version 2.0 and, where there are two, of version 2.1.
pub(super) const HEADINGS: [Heading; 7] = [
    needed(&["gfs classification*", "gfs code*", "classification sfp*", "classification gfs*"]),
    needed(&["revenue stream name", "name of revenue stream", "nom du flux de revenus"]),
    needed(&["government entity", "issuing government entity", "entite gouvernementale*", "entite de letat*"]),
    needed(&["revenue value", "valeur du revenu", "valeur des revenus"]),
    maybe(&["currency", "devise", "monnaie"]),
    maybe(&["legal basis", "base legale"]),
    maybe(&["final recipient", "beneficiaire final"]),
];

/// Revenues that version 2.1 lists apart, as not being of the extractive companies: they are not read.
pub(super) const EXCLUDED: [Heading; 4] = [
    needed(&["sector", "secteur"]),
    needed(&["revenue stream name", "nom du flux de revenus"]),
    needed(&["government entity", "entite gouvernementale*"]),
    needed(&["revenue value", "valeur du revenu", "valeur des revenus"]),
];

/// What part 4 adds up to, and what it names.
#[derive(Default)]
pub(super) struct Received<'g> {
    /// By agency.
    pub by_entity: Ledger,
    /// Streams as they are compared.
    pub streams: BTreeMap<String, &'g str>,
    /// Agencies, where each is named first.
    pub entities: BTreeMap<String, Spelled<'g>>,
    /// The sheet's name.
    pub sheet: String,
}

/// Reads the tables; every row is a statement of an agency.
pub(super) fn read<'g>(desk: &mut Desk<'_>, cover: &Cover, tables: &[Table<'g, 7>]) -> Received<'g> {
    let mut received = Received::default();
    let columns = Columns { names: &[STREAM, ENTITY], value: VALUE, currency: CURRENCY };
    let mut foreign = Foreign::default();
    for table in tables {
        received.sheet = table.sheet.name().to_owned();
        for row in table.rows() {
            let Some(payment) = read_row(desk, cover, table, &row, &columns, &mut foreign) else { continue };
            let at = |column| table.at(&payment.file, &row, column);
            let [stream, entity] = [at(STREAM), at(ENTITY)];
            received.by_entity.add(entity.text, &payment.outcome);
            received.streams.entry(plain(stream.text)).or_insert(stream.text);
            received.entities.entry(plain(entity.text)).or_insert_with(|| entity.clone());
            let mut draft = Draft::default();
            draft.imply(Field::Side, "government");
            draft.imply(Field::Role, "received");
            draft.imply(Field::Kind, "payment");
            cover.fill(&mut draft);
            draft.copy(Field::Stream, &stream);
            draft.copy(Field::Recipient, &entity);
            set_gfs(&mut draft, &at(GFS));
            set_note(&mut draft, &at(LEGAL_BASIS), &at(FINAL_RECIPIENT), entity.text);
            finish(desk, draft, payment);
        }
    }
    foreign.tell(desk, cover);
    received
}

/// Sets the figure and keeps the draft, unless the figure cannot be read: then a finding stands in its place.
pub(super) fn finish(desk: &mut Desk<'_>, mut draft: Draft, payment: Payment) {
    if payment.is_read() {
        payment.fill(&mut draft);
        desk.push(draft);
    }
}

/// The code stands in brackets behind the words: `Royalties (1415E1)`.
pub(in crate::form) fn set_gfs(draft: &mut Draft, at: &Spelled<'_>) {
    let code = at.text.trim_end_matches(')').rsplit('(').next().unwrap_or_default().trim();
    let is_code = code.contains('E')
        && code.starts_with(|c: char| c.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'E');
    if is_code {
        draft.set(Field::GfsCode, Told::read(code, at.raw, at.origin.clone(), at.steps.clone()));
    }
}

/// Version 2.1 says by which law a revenue is raised, and who has it in the end, where that is somebody else.
fn set_note(draft: &mut Draft, law: &Spelled<'_>, last: &Spelled<'_>, entity: &str) {
    let says = |at: &Spelled<'_>| !at.text.is_empty() && crate::number::absent(at.text).is_none();
    let law_note = says(law).then(|| law.text.to_owned());
    let is_other = says(last) && plain(last.text) != plain(entity);
    let last_note = is_other.then(|| format!("→ {}", last.text));
    let note: Vec<String> = law_note.into_iter().chain(last_note).collect();
    let at = if is_other { last } else { law };
    if !note.is_empty() {
        draft.set(Field::Note, Told::read(note.join("; "), at.raw, at.origin.clone(), Vec::new()));
    }
}
