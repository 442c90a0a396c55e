//! Part 3: the agencies, companies and projects of the report, with the totals that it states for each. They make no claims of
//! their own; they are held against parts 4 and 5.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::company::Paid;
use super::government::Received;
use super::{column, find as find_tables};
use crate::finding::Code;
use crate::form::cover::Cover;
use crate::form::desk::Desk;
use crate::form::headed::{Heading, Table, is_header, maybe, needed, plain};
use crate::form::ledger::Ledger;
use crate::form::payment::is_placeholder;
use crate::form::spelled::{Sort, Spelled};
use crate::grid::{Grid, Row};

const NAME: usize = 0;
const TOTAL: usize = 2;

const AGENCIES: [Heading; 3] = [
    needed(&["full name of agency", "full name of entity", "nom complet de lentite*", "nom complet de lagence*"]),
    needed(&["agency type", "entity type", "type dagence", "type dentite"]),
    maybe(&["total reported", "total declare"]),
];

const COMPANIES: [Heading; 3] = [
    needed(&["full company name", "company name", "nom complet de lentreprise", "nom de lentreprise"]),
    needed(&["company type", "type dentreprise"]),
    maybe(&["payments to governments report", "total payments to government*", "rapport sur les paiements*"]),
];

const PROJECTS: [Heading; 3] = [
    needed(&["full project name", "project name", "nom complet du projet"]),
    needed(&["affiliated companies*", "entreprises affiliees*"]),
    maybe(&["status", "statut"]),
];

/// The three lists.
pub(super) struct Registers<'g> {
    agencies: Vec<Table<'g, 3>>,
    companies: Vec<Table<'g, 3>>,
    projects: Vec<Table<'g, 3>>,
}

/// True where a row begins one of them.
pub(super) fn is_any(row: &Row<'_>) -> bool {
    [&AGENCIES, &COMPANIES, &PROJECTS].into_iter().any(|headings| is_header(row, headings))
}

/// Finds the lists, wherever they are.
pub(super) fn find(grid: &Grid) -> Registers<'_> {
    let [agencies, companies, projects] = [&AGENCIES, &COMPANIES, &PROJECTS].map(|own| find_tables(grid, own));
    Registers { agencies, companies, projects }
}

impl<'g> Registers<'g> {
    /// The totals that are stated.
    pub fn figures(&self, file: &Arc<str>) -> impl Iterator<Item = Spelled<'g>> {
        column(file, &self.agencies, TOTAL).chain(column(file, &self.companies, TOTAL))
    }

    /// Tells where the totals differ from what parts 4 and 5 add up to, and what these name that no list has.
    pub fn compare(&self, desk: &mut Desk<'_>, cover: &Cover, received: &Received<'_>, paid: &Paid<'_>) {
        compare_totals(desk, cover, &self.agencies, &received.by_entity, &received.sheet);
        compare_totals(desk, cover, &self.companies, &paid.by_company, &paid.sheet);
        let file = desk.file.clone();
        let agencies = names(&file, &self.agencies);
        tell_unlisted(desk, &agencies, received.entities.values().chain(paid.entities.values()));
        tell_unlisted(desk, &names(&file, &self.companies), paid.companies.values());
        tell_unlisted(desk, &names(&file, &self.projects), paid.projects.values());
        let streams = List {
            names: received.streams.iter().map(|(key, name)| (key.clone(), (*name).to_owned())).collect(),
            sheet: received.sheet.clone(),
        };
        tell_unlisted(desk, &streams, paid.streams.values());
    }
}

fn compare_totals(desk: &mut Desk<'_>, cover: &Cover, tables: &[Table<'_, 3>], sums: &Ledger, of: &str) {
    let file = desk.file.clone();
    for table in tables {
        for row in table.rows() {
            let [name, total] = [table.at(&file, &row, NAME), table.at(&file, &row, TOTAL)];
            if name.sort == Sort::Blank || is_placeholder(name.text) || total.sort == Sort::Blank {
                continue;
            }
            let currency = cover.currency.as_ref().map(|(currency, _)| *currency);
            let stated = desk.figure(&total, &cover.beside(currency));
            sums.compare(desk, name.text, &total, &stated, of);
        }
    }
}

/// The names of a list, as they are compared and as they are written.
struct List {
    names: BTreeMap<String, String>,
    sheet: String,
}

fn names(file: &Arc<str>, tables: &[Table<'_, 3>]) -> List {
    let named = column(file, tables, NAME).filter(|at| at.sort == Sort::Text && !is_placeholder(at.text));
    let sheet = tables.first().map_or("", |table| table.sheet.name()).to_owned();
    List { names: named.map(|at| (plain(at.text), at.text.to_owned())).collect(), sheet }
}

/// Tells each name that the list has not, once, and the nearest that it has: a suggestion, never applied.
fn tell_unlisted<'s>(desk: &mut Desk<'_>, list: &List, named: impl Iterator<Item = &'s Spelled<'s>>) {
    if list.names.is_empty() {
        return;
    }
    let mut told = BTreeSet::new();
    for at in named {
        let key = plain(at.text);
        if list.names.contains_key(&key) || !told.insert(key) {
            continue;
        }
        let nearest = desk.out.nearest(at.text, list.names.values().map(String::as_str));
        let details = [("table", list.sheet.clone())].into_iter().chain(nearest).collect();
        desk.note(at, Code::NameUnlisted, details);
    }
}
