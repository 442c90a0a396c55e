//! Rows become facts: the same way for files and for a database.

mod claims;
mod cycles;
mod examples;
mod index;
mod links;
mod order;
mod places;
mod remarks;
mod rules;
mod small;

use reconcile::example::Example;
use reconcile::{Facts, Rate, Remark};

pub(crate) use claims::claim as read_claim;
pub(crate) use index::Index;
pub use index::Registry;
pub(crate) use order::by_id;

use crate::check::Checker;
use crate::finding::{Finding, Findings, Flagged};
use crate::limits::Limits;
use crate::production::ProductionSheets;
use crate::rows::{
    ClaimRow, CountryRow, ExampleRow, MineRow, PackRows, PartyRow, RateRow, RemarkRow, RuleRow, SourceRow, StreamRow,
};
use crate::sheet::Sheet;
use crate::table::TableRow;

/// Facts, and the rows they were made of.
#[derive(Debug)]
pub struct Assembled {
    /// Sorted by code; ids are ranks.
    pub facts: Facts,
    /// Worked examples of the rules, by code; each gives what it says.
    pub examples: Vec<Example>,
    /// Each list as long as that of the facts, and in the same order.
    pub rows: PackRows,
    /// What should be checked or could be improved; nothing that blocks.
    pub findings: Vec<Finding>,
}

/// Makes facts of rows, whether they come from files or from a database.
///
/// All or nothing: with anything that must be fixed, the findings are the answer.
pub fn assemble(mut rows: PackRows) -> Result<Assembled, Vec<Finding>> {
    let mut out = Findings::new(Limits::default().findings);
    let (facts, examples) = assemble_in(&mut rows, &Sheets::default(), &mut out);
    let blocking = out.blocking();
    let findings = out.finish();
    if blocking { Err(findings) } else { Ok(Assembled { facts, examples, rows, findings }) }
}

/// Where the rows of each table stand, for findings.
pub(crate) struct Sheets {
    pub countries: Sheet,
    pub parties: Sheet,
    pub mines: Sheet,
    pub streams: Sheet,
    pub rules: Sheet,
    pub examples: Sheet,
    pub rates: Sheet,
    pub sources: Sheet,
    pub claims: Sheet,
    pub remarks: Sheet,
    pub production: Option<ProductionSheets>,
}

impl Default for Sheets {
    /// Rows from elsewhere.
    fn default() -> Sheets {
        Sheets {
            countries: Sheet::of::<CountryRow>(),
            parties: Sheet::of::<PartyRow>(),
            mines: Sheet::of::<MineRow>(),
            streams: Sheet::of::<StreamRow>(),
            rules: Sheet::of::<RuleRow>(),
            examples: Sheet::of::<ExampleRow>(),
            rates: Sheet::of::<RateRow>(),
            sources: Sheet::of::<SourceRow>(),
            claims: Sheet::of::<ClaimRow>(),
            remarks: Sheet::of::<RemarkRow>(),
            production: None,
        }
    }
}

impl Sheets {
    /// The sheet that a claim was read from.
    fn of_claim(&self, row: &ClaimRow) -> &Sheet {
        self.production.as_ref().and_then(|sheets| sheets.of_claim(row)).unwrap_or(&self.claims)
    }
}

/// Sorts the rows and reads them. Facts and examples are whole, and aligned with the rows, if `out` does not block.
pub(crate) fn assemble_in(rows: &mut PackRows, sheets: &Sheets, out: &mut Findings) -> (Facts, Vec<Example>) {
    by_id(&mut rows.countries, |_| &sheets.countries, out);
    by_id(&mut rows.parties, |_| &sheets.parties, out);
    by_id(&mut rows.mines, |_| &sheets.mines, out);
    by_id(&mut rows.streams, |_| &sheets.streams, out);
    by_id(&mut rows.rules, |_| &sheets.rules, out);
    by_id(&mut rows.examples, |_| &sheets.examples, out);
    by_id(&mut rows.sources, |_| &sheets.sources, out);
    by_id(&mut rows.claims, |row| sheets.of_claim(row), out);
    // Rates and remarks have no id: their order is that of what they say, known once they are read.
    let (rate_rows, remark_rows) = (std::mem::take(&mut rows.rates), std::mem::take(&mut rows.remarks));

    let registry = Registry::of(rows).with_losses(sheets);
    let rules = Index::of(&rows.rules).with_losses(&sheets.rules);
    let mut facts = Facts {
        countries: read(&rows.countries, |_| &sheets.countries, out, places::country),
        mines: read(&rows.mines, |_| &sheets.mines, out, |row, check| places::mine(row, &registry, check)),
        parties: read(&rows.parties, |_| &sheets.parties, out, |row, check| places::party(row, &registry, check)),
        streams: read(&rows.streams, |_| &sheets.streams, out, small::stream),
        rules: read(&rows.rules, |_| &sheets.rules, out, |row, check| rules::rule(row, &registry, &rules, check)),
        sources: read(&rows.sources, |_| &sheets.sources, out, small::source),
        claims: read(&rows.claims, |row| sheets.of_claim(row), out, |row, check| read_claim(row, &registry, check)),
        rates: Vec::new(),
        remarks: Vec::new(),
    };
    let examples =
        read(&rows.examples, |_| &sheets.examples, out, |row, check| examples::example(row, &registry, &rules, check));
    let mut rates = pairs(rate_rows, &sheets.rates, out, |row, check| small::rate(row, &registry, check));
    rates.sort_by_cached_key(|(rate, _)| rate_order(rate));
    let mut remarks = pairs(remark_rows, &sheets.remarks, out, |row, check| remarks::remark(row, &registry, check));
    remarks.sort_by(|(left, _): &(Remark, RemarkRow), (right, _)| left.cmp(right));

    links::check_parents(rows, &registry, &rules, sheets, out);
    links::check_remarks(&remarks, rows, sheets, out);
    (facts.rates, rows.rates) = rates.into_iter().unzip();
    (facts.remarks, rows.remarks) = remarks.into_iter().unzip();
    if !out.blocking() {
        examples::check(&facts, &examples, rows, sheets, out);
    }
    (facts, examples)
}

/// Reads every row of a table; those that cannot be read are flagged and left out.
fn read<'s, R: TableRow, T>(
    rows: &[R],
    sheet: impl Fn(&R) -> &'s Sheet,
    out: &mut Findings,
    mut read_row: impl FnMut(&R, &mut Checker<'_>) -> Result<T, Flagged>,
) -> Vec<T> {
    rows.iter().filter_map(|row| read_row(row, &mut Checker::new(sheet(row), row.at(), out)).ok()).collect()
}

/// The same, each value beside its row, for what is sorted afterwards.
fn pairs<R: TableRow, T>(
    rows: Vec<R>,
    sheet: &Sheet,
    out: &mut Findings,
    mut read_row: impl FnMut(&R, &mut Checker<'_>) -> Result<T, Flagged>,
) -> Vec<(T, R)> {
    let with_row = |row: R| {
        let value = read_row(&row, &mut Checker::new(sheet, row.at(), out));
        value.ok().map(|value| (value, row))
    };
    rows.into_iter().filter_map(with_row).collect()
}

/// By currencies and date; the rest only so that no order is left to chance.
fn rate_order(rate: &Rate) -> impl Ord + use<> {
    (rate.from, rate.to, rate.on, rate.kind.clone(), rate.source, rate.rate.to_string())
}
