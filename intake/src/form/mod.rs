//! Disclosures as they come: what form a file has, and the claims that can be made of it.
//!
//! ```text
//! bytes ── grid ── detect ──► Form ── reader ──► Reading: drafts, findings, questions, totals
//! ```
//!
//! A form is found by its content, never by its name. Each form has one reader, listed in `detect`; every reader gives
//! [`Draft`]s: claims-to-be that name parties, mines and streams as the file does, and for each field the cell that it was
//! read from and the steps of reading it. Who is meant by a name is decided later and elsewhere, by a person.

mod country;
mod cover;
mod desk;
mod detect;
mod document;
mod draft;
mod eiti_v1;
mod eiti_v2;
mod estma;
mod field;
mod headed;
mod heading;
mod hints;
mod kp;
mod ledger;
mod mapping;
mod payment;
mod phrases;
mod questions;
mod read;
mod spelled;
mod table;
pub mod template;
mod total;
mod uk;
mod values;

use std::sync::Arc;

use reconcile::Currency;

use crate::date::{FiscalYear, Order};
use crate::finding::{Finding, Severity};
use crate::grid::CellPlace;
use crate::lang::Lang;
use crate::number::{Mark, Question};

use detect::reader;
pub use detect::{Detected, detect};
pub use draft::{Draft, Origin, Step, Told};
pub use field::Field;
pub use mapping::{MappedColumn, Mapping, fingerprint};
pub use read::read_form;
pub use total::{Total, totals};

/// What form a disclosure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Our own template.
    Template,
    /// The summary data of a country's EITI report, versions 2.0 and 2.1.
    EitiSummary,
    /// The same in version 1, with a column for each company.
    EitiCrossTab,
    /// A Canadian ESTMA report.
    Estma,
    /// Payments to governments as Companies House publishes them, JSON or XML.
    UkPayments,
    /// Production statistics of the Kimberley Process.
    KimberleyProduction,
    /// Any table with a line of headers.
    Table,
}

impl Form {
    /// Every form; the general ones last.
    pub const ALL: &'static [Form] = &[
        Form::Template,
        Form::EitiSummary,
        Form::EitiCrossTab,
        Form::Estma,
        Form::UkPayments,
        Form::KimberleyProduction,
        Form::Table,
    ];

    /// The code word: the same on the command line, in reports and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Template => "template",
            Form::EitiSummary => "eiti-summary",
            Form::EitiCrossTab => "eiti-cross-tab",
            Form::Estma => "estma",
            Form::UkPayments => "uk-payments",
            Form::KimberleyProduction => "kp-production",
            Form::Table => "table",
        }
    }

    /// The form of a code word, if it is one.
    pub fn from_code(text: &str) -> Option<Form> {
        Form::ALL.iter().copied().find(|form| form.as_str() == text)
    }

    /// What a person calls it.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Form::Template, Lang::En) => "Fairlode's template",
            (Form::Template, Lang::Fr) => "modèle de Fairlode",
            (Form::EitiSummary, Lang::En) => "EITI summary data",
            (Form::EitiSummary, Lang::Fr) => "données résumées de l’ITIE",
            (Form::EitiCrossTab, Lang::En) => "EITI summary data, version 1",
            (Form::EitiCrossTab, Lang::Fr) => "données résumées de l’ITIE, version 1",
            (Form::Estma, Lang::En) => "ESTMA report",
            (Form::Estma, Lang::Fr) => "rapport LMTSE",
            (Form::UkPayments, Lang::En) => "UK report on payments to governments",
            (Form::UkPayments, Lang::Fr) => "rapport britannique sur les paiements aux gouvernements",
            (Form::KimberleyProduction, Lang::En) => "Kimberley Process production statistics",
            (Form::KimberleyProduction, Lang::Fr) => "statistiques de production du Processus de Kimberley",
            (Form::Table, Lang::En) => "a table",
            (Form::Table, Lang::Fr) => "un tableau",
        }
    }
}

/// What is known before a file is read: what the sender says of it, and what was answered to earlier questions.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The ISO 3166-1 alpha-2 code of the country that the file is about, where the file itself does not say.
    pub country: Option<Box<str>>,
    /// The language of the file.
    pub lang: Option<Lang>,
    /// The decimal mark, as answered.
    pub mark: Option<Mark>,
    /// Whether day or month stands first, as answered.
    pub order: Option<Order>,
    /// When business years begin, as answered.
    pub fiscal: Option<FiscalYear>,
    /// What words of money mean, as answered: each word as [`Question::spelling`] had it.
    pub words: Vec<(Box<str>, Currency)>,
    /// Which columns of a table mean what, as confirmed.
    pub mapping: Option<Mapping>,
}

impl Given {
    /// The words of money as readers of figures take them.
    pub(crate) fn words(&self) -> Vec<(&str, Currency)> {
        self.words.iter().map(|(word, currency)| (&**word, *currency)).collect()
    }
}

/// One question of a file, and where it arises first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked, and the answers it can have.
    pub question: Question,
    /// The first cell that waits for the answer.
    pub place: CellPlace,
    /// How many cells wait for it.
    pub cells: u32,
}

/// What came of reading a disclosure.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What form it has; nothing where it has none that is known.
    pub form: Option<Form>,
    /// The file's name, without folders.
    pub file: Arc<str>,
    /// The claims-to-be, in the order of the file. Not to be submitted while [`Reading::is_blocked`].
    pub drafts: Vec<Draft>,
    /// By sheet, row and column.
    pub findings: Vec<Finding>,
    /// What only a person can decide, each once; the cells that wait for an answer have findings too.
    pub questions: Vec<Asked>,
    /// What the drafts add up to, for whoever knows their own totals.
    pub totals: Vec<Total>,
    /// Of a table: which columns meant what, as given or as proposed.
    pub mapping: Option<Mapping>,
}

impl Reading {
    /// True where anything must be fixed or answered first.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::MustFix)
    }
}

/// What a reader of one form gives; what it finds goes to the findings that it is handed.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    /// In the order of the file.
    pub drafts: Vec<Draft>,
    /// Each once.
    pub questions: Vec<Asked>,
    /// Of a table: which columns meant what.
    pub mapping: Option<Mapping>,
}
