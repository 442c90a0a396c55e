//! `fairlode check`: reads a pack or a disclosure as an upload would, and reports; needs no database.

mod disclosure;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use intake::form::{Form, Mapping, Reading};
use intake::{Code, Finding, Limits, PackFiles, PackRows, Registry, Severity, Worded};
use reconcile::{Amount, Claim, ClaimId, Facts, RemarkKind, Role, Side, Unit};
use serde::Serialize;

use super::reconcile::to_json;
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::{print, tell};
use crate::{casebook, pack};

/// What makes a file unreadable rather than wrong.
const UNREADABLE: [Code; 14] = [
    Code::FileEmpty,
    Code::EncodingUtf16,
    Code::EncodingWindows1252,
    Code::EncodingNotUtf8,
    Code::EncodingDamaged,
    Code::NulByte,
    Code::FileTooLarge,
    Code::FileBlank,
    Code::FormatUnknown,
    Code::FormatNotATable,
    Code::FormatNotRead,
    Code::FileLocked,
    Code::ArchiveDamaged,
    Code::FormUnknown,
];

/// The word of the form that only packs have.
const PACK_CLAIMS: &str = "pack-claims";

/// What was asked.
pub struct Asked<'a> {
    /// Packs' folders, and files.
    pub files: &'a [PathBuf],
    /// What the files are; left out, it is found by their content.
    pub format: Option<&'a str>,
    /// The pack whose registries the files of claims refer to.
    pub registry: Option<&'a Path>,
    /// Which columns of a table mean what.
    pub mapping: Option<&'a Path>,
    /// Where the file goes with its findings marked.
    pub marked: Option<&'a Path>,
    /// Answer in JSON.
    pub json: bool,
}

/// Reads each file and reports on all of them; fails where any has findings that block.
pub fn run(asked: &Asked<'_>, lang: Lang) -> Result<(), Failure> {
    if asked.marked.is_some() && asked.files.len() != 1 {
        return Err(Failure::unusable(
            "Only one file at a time can be marked.",
            "On ne peut marquer qu’un fichier à la fois.",
        ));
    }
    let mapping = asked.mapping.map(disclosure::read_mapping).transpose()?;
    let (mut blocked, mut unreadable) = (false, false);
    for file in asked.files {
        let checked = if file.is_dir() { check_pack(file)? } else { check_file(file, asked, mapping.as_ref(), lang)? };
        unreadable |= checked.findings.iter().any(|finding| UNREADABLE.contains(&finding.code));
        blocked |= checked.findings.iter().any(|finding| finding.severity() == Severity::MustFix);
        if asked.json {
            print(&(to_json(&checked.report(lang))? + "\n"))?;
        } else if let Some(reading) = &checked.reading {
            print(&disclosure::findings(&checked.findings, lang))?;
            print(&disclosure::read_as(&reading.drafts, lang))?;
            print(&disclosure::totals(&reading.totals, lang))?;
            print(&checked.summary(file, lang))?;
        } else {
            tell(&checked.findings, Severity::CouldImprove, lang);
            print(&checked.summary(file, lang))?;
        }
    }
    if unreadable {
        return Err(Failure::unusable(
            "A file cannot be read as text in a table; the findings say why.",
            "Un fichier ne se lit pas comme un texte en tableau ; les constats disent pourquoi.",
        ));
    }
    if blocked {
        return Err(Failure::blocked(
            "There are findings that must be fixed first.",
            "Il y a des constats à régler d’abord.",
        ));
    }
    Ok(())
}

/// What came of reading one file or pack.
struct Checked {
    format: &'static str,
    claims: usize,
    findings: Vec<Finding>,
    totals: BTreeMap<(Role, Unit), Total>,
    /// Of a disclosure in another form than a pack's.
    reading: Option<Reading>,
}

/// A sum that carries its ignorance.
#[derive(Default)]
struct Total {
    /// `None` where nothing is known, or where the sum has more digits than can be kept.
    amount: Option<Amount>,
    known: u32,
}

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    claims: usize,
    findings: Vec<Worded<'a>>,
    totals: Vec<TotalJson>,
}

#[derive(Serialize)]
struct TotalJson {
    /// Who speaks, where the form says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<Side>,
    role: Option<Role>,
    unit: Option<String>,
    amount: Option<Amount>,
    known: u32,
    /// How many say that there is no figure; of a disclosure.
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<u32>,
}

impl Checked {
    fn new(format: &'static str, read: usize, claims: &[Claim], findings: Vec<Finding>) -> Checked {
        Checked { format, claims: read, findings, totals: totals(claims), reading: None }
    }

    fn of_reading(mut reading: Reading) -> Checked {
        let format = reading.form.map_or("unknown", Form::as_str);
        let findings = std::mem::take(&mut reading.findings);
        Checked { format, claims: reading.drafts.len(), findings, totals: BTreeMap::new(), reading: Some(reading) }
    }

    fn report(&self, lang: Lang) -> Report<'_> {
        let of_claims = self.totals.iter().map(|((role, unit), total)| TotalJson {
            side: None,
            role: Some(*role),
            unit: Some(unit.code().to_owned()),
            amount: total.amount,
            known: total.known,
            absent: None,
        });
        let of_drafts = self.reading.iter().flat_map(|reading| &reading.totals).map(|total| TotalJson {
            side: total.side,
            role: total.role,
            unit: total.unit.map(|unit| unit.code().to_owned()),
            amount: total.amount,
            known: total.known,
            absent: Some(total.absent),
        });
        Report {
            format: self.format,
            claims: self.claims,
            findings: self.findings.iter().map(|finding| finding.worded(lang)).collect(),
            totals: of_claims.chain(of_drafts).collect(),
        }
    }

    fn summary(&self, file: &Path, lang: Lang) -> String {
        let (shown, claims, findings) = (file.display(), self.claims, self.findings.len());
        pick(
            lang,
            format!("{shown}: {claims} claims read, {findings} findings.\n"),
            format!("{shown} : {claims} déclarations lues, {findings} constats.\n"),
        )
    }
}

fn check_pack(folder: &Path) -> Result<Checked, Failure> {
    let limits = Limits::local();
    let read = intake::read_pack(&pack::files(folder, limits)?, &limits);
    let count = read.pack.as_ref().map_or(0, |pack| pack.facts.claims.len());
    let claims = read.pack.map(|pack| own_money(pack.facts)).unwrap_or_default();
    Ok(Checked::new("pack", count, &claims, read.findings))
}

fn check_file(file: &Path, asked: &Asked<'_>, mapping: Option<&Mapping>, lang: Lang) -> Result<Checked, Failure> {
    let limits = Limits::default();
    let shown = file.display();
    let bytes = pack::file(file, limits.bytes).map_err(|error| {
        Failure::unusable(format!("The file {shown} cannot be read."), format!("Le fichier {shown} est illisible."))
            .because(error)
    })?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_claims = asked.format.map_or_else(|| disclosure::is_pack_claims(&bytes), |format| format == PACK_CLAIMS);
    let checked = if is_claims {
        let rows = registry_rows(asked.registry, lang)?;
        let registry = Registry::new(&rows.countries, &rows.mines, &rows.parties, &rows.streams, &rows.sources, []);
        let read = intake::read_claims(&name, &bytes, &registry, &limits);
        Checked::new(PACK_CLAIMS, read.values.len(), &read.values, read.findings)
    } else {
        let form = asked.format.and_then(Form::from_code);
        Checked::of_reading(disclosure::read(&name, &bytes, form, mapping.cloned()))
    };
    if let Some(target) = asked.marked {
        let marked = intake::mark(&bytes, &checked.findings, lang, &limits);
        std::fs::write(target, marked.bytes).map_err(|error| {
            let target = target.display();
            Failure::unusable(
                format!("The marked file {target} cannot be written."),
                format!("Le fichier marqué {target} n’a pas pu être écrit."),
            )
            .because(error)
        })?;
    }
    Ok(checked)
}

/// The registries that claims refer to: of the pack that is named, else of the casebook.
fn registry_rows(folder: Option<&Path>, lang: Lang) -> Result<PackRows, Failure> {
    let limits = Limits::local();
    let files: PackFiles = match folder {
        Some(folder) => pack::files(folder, limits)?,
        None => casebook::files(),
    };
    let read = intake::read_pack(&files, &limits);
    tell(&read.findings, Severity::MustFix, lang);
    read.pack.map(|pack| pack.rows).ok_or_else(|| {
        Failure::blocked(
            "The pack of registries has findings that must be fixed first.",
            "Le dossier des registres a des constats à régler d’abord.",
        )
    })
}

/// The claims but those that a remark says are parts of another, or the same money again: those are in another already.
fn own_money(facts: Facts) -> Vec<Claim> {
    use RemarkKind::{PartOf, SameMoney, SomeOf};
    let told_twice = facts.remarks.iter().filter(|remark| matches!(remark.kind, PartOf | SomeOf | SameMoney));
    let told_twice: BTreeSet<ClaimId> = told_twice.map(|remark| remark.claim).collect();
    let claims = (0..).map(ClaimId).zip(facts.claims);
    claims.filter(|(id, _)| !told_twice.contains(id)).map(|(_, claim)| claim).collect()
}

/// What the claims add up to, by role and unit: a checksum for whoever knows their own total.
fn totals(claims: &[Claim]) -> BTreeMap<(Role, Unit), Total> {
    let mut totals: BTreeMap<(Role, Unit), Total> = BTreeMap::new();
    for (role, amount, unit) in claims.iter().filter_map(|claim| claim.stated().map(|(a, u)| (claim.role, a, u))) {
        let total = totals.entry((role, unit)).or_default();
        total.amount = if total.known == 0 { Some(amount) } else { total.amount.and_then(|sum| sum.plus(amount).ok()) };
        total.known += 1;
    }
    totals
}
