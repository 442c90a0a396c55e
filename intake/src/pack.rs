//! A whole pack: its files become facts, a policy, and rows to keep.

use std::sync::Arc;

use reconcile::example::Example;
use reconcile::{Facts, Policy};

use crate::assemble::{Index, Sheets, assemble_in};
use crate::files::{FileKind, OPTIONAL, PackFiles, REQUIRED, kind_of, pack_sha256};
use crate::finding::{Code, Finding, Findings, Spot};
use crate::limits::Limits;
use crate::policy::{policy_sha256, read_policy_in};
use crate::production::{add_streams, place, read_production};
use crate::rows::{ClaimRow, PackRows, StreamRow};
use crate::sheet::{Sheet, read_sheet};
use crate::table::TableRow;

/// A pack that was read whole.
#[derive(Debug)]
pub struct Pack {
    /// What a reconciliation starts from. Lists are sorted by code; ids are ranks.
    pub facts: Facts,
    /// Worked examples of the rules, by code; each gives what it says.
    pub examples: Vec<Example>,
    /// From when on a difference is a gap.
    pub policy: Policy,
    /// What identifies the policy.
    pub policy_sha256: String,
    /// What identifies the pack.
    pub pack_sha256: String,
    /// Each list as long as that of the facts, and in the same order.
    pub rows: PackRows,
}

/// What came of reading a pack.
#[derive(Debug)]
pub struct ReadPack {
    /// The pack; `None` where anything must be fixed first: an import is all or nothing.
    pub pack: Option<Pack>,
    /// By file, line and column.
    pub findings: Vec<Finding>,
}

/// Reads a pack. Never panics and never reads beyond the limits, whatever the bytes are.
pub fn read_pack(files: &PackFiles, limits: &Limits) -> ReadPack {
    let mut out = Findings::new(limits.findings);
    let mut reader = Reader { files: check_files(files, limits, &mut out), limits, out };
    let (mut rows, sheets) = reader.tables();
    let policy = match reader.get("policy.toml") {
        Some(bytes) => {
            let streams = Index::of(&rows.streams).with_losses(&sheets.streams);
            read_policy_in("policy.toml", bytes, &streams, &mut reader.out)
        }
        None => Some(Policy::default()),
    };
    let (facts, examples) = assemble_in(&mut rows, &sheets, &mut reader.out);
    let blocking = reader.out.blocking();
    let pack = policy.filter(|_| !blocking).map(|policy| Pack {
        facts,
        examples,
        policy_sha256: policy_sha256(&policy),
        policy,
        pack_sha256: pack_sha256(files),
        rows,
    });
    ReadPack { pack, findings: reader.out.finish() }
}

/// The files that are to be read, each once and all of them within the limits.
fn check_files<'a>(files: &'a PackFiles, limits: &Limits, out: &mut Findings) -> Vec<(&'a str, &'a [u8])> {
    let mut readable: Vec<(&str, &[u8])> = Vec::new();
    let mut bytes_total = 0usize;
    if files.len() > limits.files {
        let details = vec![("found", files.len().to_string()), ("max", limits.files.to_string())];
        out.flag(Spot::file(&"".into()), "", Code::TooManyFiles, details);
    }
    for (name, bytes) in files.iter().take(limits.files) {
        let file: Arc<str> = name.into();
        let spot = Spot::file(&file);
        bytes_total = bytes_total.saturating_add(bytes.len());
        match kind_of(name) {
            FileKind::Ignored => {}
            FileKind::Unknown => {
                let known = REQUIRED.iter().chain(OPTIONAL.iter()).copied();
                let allowed = ("allowed", known.clone().collect::<Vec<_>>().join(", "));
                let details = std::iter::once(allowed).chain(out.nearest(name, known)).collect();
                out.note(spot, "", Code::FileUnknown, details);
            }
            FileKind::Known if readable.iter().any(|(own, _)| *own == name) => {
                out.flag(spot, "", Code::FileRepeated, Vec::new());
            }
            FileKind::Known if bytes_total > limits.bytes => {
                let details = vec![("found", bytes_total.to_string()), ("max", limits.bytes.to_string())];
                out.flag(spot, "", Code::TooManyBytes, details);
                // It is there, though it is not read: no second finding says that it is missing.
                readable.push((name, &[]));
            }
            FileKind::Known => readable.push((name, bytes)),
        }
    }
    readable
}

struct Reader<'a> {
    files: Vec<(&'a str, &'a [u8])>,
    limits: &'a Limits,
    out: Findings,
}

impl<'a> Reader<'a> {
    fn get(&self, name: &str) -> Option<&'a [u8]> {
        self.files.iter().find(|(own, _)| *own == name).map(|(_, bytes)| *bytes)
    }

    /// Reads every table of the pack.
    fn tables(&mut self) -> (PackRows, Sheets) {
        let (countries, countries_sheet) = self.table();
        let (parties, parties_sheet) = self.table();
        let (mines, mines_sheet) = self.table();
        let (streams, streams_sheet) = self.table();
        let (rules, rules_sheet) = self.table();
        let (examples, examples_sheet) = self.table();
        let (rates, rates_sheet) = self.table();
        let (sources, sources_sheet) = self.table();
        let (claims, claims_sheet) = self.claims();
        let (remarks, remarks_sheet) = self.table();
        let mut rows =
            PackRows { countries, parties, mines, streams, rules, examples, rates, sources, claims, remarks };
        let production = self.get("production.csv").map(|bytes| {
            let (claims, sheets) = read_production("production.csv", bytes, self.limits, &mut self.out);
            rows.claims.extend(claims);
            sheets
        });
        if self.get(StreamRow::FILE).is_none() {
            rows.streams = implied_streams(&rows);
        }
        add_streams(&mut rows.streams, &rows.claims);
        let sheets = Sheets {
            countries: countries_sheet,
            parties: parties_sheet,
            mines: mines_sheet,
            streams: streams_sheet,
            rules: rules_sheet,
            examples: examples_sheet,
            rates: rates_sheet,
            sources: sources_sheet,
            claims: claims_sheet,
            remarks: remarks_sheet,
            production,
        };
        (rows, sheets)
    }

    fn table<R: TableRow>(&mut self) -> (Vec<R>, Sheet) {
        match self.get(R::FILE) {
            Some(bytes) => read_sheet(R::FILE, bytes, self.limits, &mut self.out, |_, _, _| {}),
            None => (Vec::new(), self.missing::<R>()),
        }
    }

    fn claims(&mut self) -> (Vec<ClaimRow>, Sheet) {
        match self.get(ClaimRow::FILE) {
            Some(bytes) => read_claim_sheet(ClaimRow::FILE, bytes, self.limits, &mut self.out),
            None => (Vec::new(), self.missing::<ClaimRow>()),
        }
    }

    fn missing<R: TableRow>(&mut self) -> Sheet {
        if !REQUIRED.contains(&R::FILE) {
            return Sheet::of::<R>();
        }
        let columns: Vec<&str> = R::COLUMNS.iter().filter(|column| column.required).map(|column| column.name).collect();
        self.out.flag(Spot::file(&R::FILE.into()), "", Code::FileMissing, vec![("expected", columns.join(","))]);
        Sheet::unread::<R>()
    }
}

/// Reads a file of claims, and keeps the literal cell of each amount or absence.
pub(crate) fn read_claim_sheet(
    file: &str,
    bytes: &[u8],
    limits: &Limits,
    out: &mut Findings,
) -> (Vec<ClaimRow>, Sheet) {
    let (rows, sheet) = read_sheet::<ClaimRow>(file, bytes, limits, out, |row, cells, sheet| {
        let column = if row.amount.is_none() && row.absence.is_some() { "absence" } else { "amount" };
        row.place = place(sheet, row.at, column, cells);
    });
    if rows.is_empty() && sheet.complete {
        out.note(Spot::file(&sheet.file), "", Code::NoRows, Vec::new());
    }
    (rows, sheet)
}

/// In a pack without `streams.csv`, a stream is its code.
fn implied_streams(rows: &PackRows) -> Vec<StreamRow> {
    let of_claims = rows.claims.iter().filter(|claim| claim.place.file.as_ref() == ClaimRow::FILE);
    let mut codes: Vec<&String> = of_claims
        .filter_map(|claim| claim.stream.as_ref())
        .chain(rows.rules.iter().filter_map(|rule| rule.stream.as_ref()))
        .collect();
    codes.sort();
    codes.dedup();
    let stream = |code: &String| StreamRow {
        code: Some(code.clone()),
        name_en: Some(code.clone()),
        name_fr: Some(code.clone()),
        payment_type: Some("other".to_owned()),
        ..StreamRow::default()
    };
    codes.into_iter().map(stream).collect()
}
