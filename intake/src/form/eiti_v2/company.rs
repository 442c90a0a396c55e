//! Part 5: what each company says it paid, by agency and stream, and by project where it is levied on one.

use std::collections::BTreeMap;

use super::government::finish;
use crate::finding::Code;
use crate::form::cover::{Cover, Foreign};
use crate::form::desk::Desk;
use crate::form::headed::{Heading, Table, maybe, needed, plain};
use crate::form::ledger::Ledger;
use crate::form::payment::{Columns, is_placeholder, read_row};
use crate::form::spelled::{Sort, Spelled};
use crate::form::{Draft, Field};

const COMPANY: usize = 0;
const ENTITY: usize = 1;
const STREAM: usize = 2;
pub(super) const VALUE: usize = 3;
const CURRENCY: usize = 4;
const PROJECT: usize = 5;
const VOLUME: usize = 6;
const UNIT: usize = 7;
const COMMENTS: usize = 8;

/// Of versions 2.0 and 2.1.
pub(super) const HEADINGS: [Heading; 9] = [
    needed(&["company", "company name", "entreprise", "societe", "nom de lentreprise"]),
    needed(&["government entity", "issuing government entity", "entite gouvernementale*", "entite de letat*"]),
    needed(&["revenue stream name", "name of revenue stream", "nom du flux de revenus"]),
    needed(&["revenue value", "valeur du revenu", "valeur des revenus"]),
    maybe(&["reporting currency", "currency", "devise de declaration", "devise", "monnaie"]),
    maybe(&["project name*", "nom du projet*"]),
    maybe(&["in kind volume*", "volume en nature*"]),
    maybe(&["unit", "unit if applicable", "unite*"]),
    maybe(&["comments", "comment", "commentaires"]),
];

/// What part 5 adds up to, and what it names.
#[derive(Default)]
pub(super) struct Paid<'g> {
    /// By company.
    pub by_company: Ledger,
    /// Companies, where each is named first.
    pub companies: BTreeMap<String, Spelled<'g>>,
    /// Agencies, where each is named first.
    pub entities: BTreeMap<String, Spelled<'g>>,
    /// Streams, where each is named first.
    pub streams: BTreeMap<String, Spelled<'g>>,
    /// Projects, where each is named first.
    pub projects: BTreeMap<String, Spelled<'g>>,
    /// The sheet's name.
    pub sheet: String,
}

/// Reads the tables; every row is a statement of a company.
pub(super) fn read<'g>(desk: &mut Desk<'_>, cover: &Cover, tables: &[Table<'g, 9>]) -> Paid<'g> {
    let mut paid = Paid::default();
    let columns = Columns { names: &[COMPANY, ENTITY, STREAM], value: VALUE, currency: CURRENCY };
    let mut foreign = Foreign::default();
    for table in tables {
        paid.sheet = table.sheet.name().to_owned();
        for row in table.rows() {
            let Some(payment) = read_row(desk, cover, table, &row, &columns, &mut foreign) else { continue };
            let at = |column| table.at(&payment.file, &row, column);
            let [company, entity, stream, project] = [at(COMPANY), at(ENTITY), at(STREAM), at(PROJECT)];
            paid.by_company.add(company.text, &payment.outcome);
            for (names, at) in
                [(&mut paid.companies, &company), (&mut paid.entities, &entity), (&mut paid.streams, &stream)]
            {
                names.entry(plain(at.text)).or_insert_with(|| at.clone());
            }
            let mut draft = Draft::default();
            draft.imply(Field::Side, "company");
            draft.imply(Field::Role, "paid");
            draft.imply(Field::Kind, "payment");
            cover.fill(&mut draft);
            draft.copy(Field::Payer, &company);
            draft.copy(Field::Recipient, &entity);
            draft.copy(Field::Stream, &stream);
            if names_a_project(&project) {
                paid.projects.entry(plain(project.text)).or_insert_with(|| project.clone());
                draft.copy(Field::Mine, &project);
            }
            set_in_kind(desk, &mut draft, &at(VOLUME), &at(UNIT));
            draft.copy(Field::Note, &at(COMMENTS));
            finish(desk, draft, payment);
        }
    }
    foreign.tell(desk, cover);
    paid
}

/// `Not applicable` and the like name no project.
fn names_a_project(at: &Spelled<'_>) -> bool {
    at.sort != Sort::Blank && !is_placeholder(at.text) && crate::number::absent(at.text).is_none()
}

/// The goods that were delivered in place of money, as they are written. A currency is no unit of goods: the columns may have
/// shifted.
fn set_in_kind(desk: &mut Desk<'_>, draft: &mut Draft, volume: &Spelled<'_>, unit: &Spelled<'_>) {
    if unit.text.len() == 3 && unit.text.parse::<reconcile::Currency>().is_ok() {
        desk.note(unit, Code::UnitIsCurrency, Vec::new());
    }
    if volume.sort != Sort::Blank && crate::number::absent(volume.text).is_none() {
        draft.copy(Field::InKind, volume);
        let text = [volume.text, unit.text].join(" ");
        if unit.sort != Sort::Blank {
            let told = crate::form::Told::read(text.as_str(), volume.raw, volume.origin.clone(), volume.steps.clone());
            draft.set(Field::InKind, told);
        }
    }
}
