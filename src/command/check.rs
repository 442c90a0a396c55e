//! `fairlode check`: reads a pack or a file of claims as an upload would, and reports; needs no database.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use intake::{Code, Finding, Limits, PackFiles, PackRows, Registry, Severity, Worded};
use reconcile::{Amount, Claim, ClaimId, Facts, RemarkKind, Role, Unit};
use serde::Serialize;

use super::reconcile::to_json;
use crate::cli::Format;
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::{print, tell};
use crate::{casebook, pack};

/// What makes a file unreadable rather than wrong.
const UNREADABLE: [Code; 4] = [Code::FileEmpty, Code::EncodingUtf16, Code::EncodingWindows1252, Code::EncodingNotUtf8];

/// Reads each file and reports on all of them; fails where any has findings that block.
pub fn run(files: &[PathBuf], format: Format, registry: Option<&Path>, json: bool, lang: Lang) -> Result<(), Failure> {
    let (mut blocked, mut unreadable) = (false, false);
    for file in files {
        let checked = if file.is_dir() { check_pack(file)? } else { check_file(file, format, registry, lang)? };
        unreadable |= checked.findings.iter().any(|finding| UNREADABLE.contains(&finding.code));
        blocked |= checked.findings.iter().any(|finding| finding.severity() == Severity::MustFix);
        if json {
            print(&(to_json(&checked.report(lang))? + "\n"))?;
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
    role: Role,
    unit: String,
    amount: Option<Amount>,
    known: u32,
}

impl Checked {
    fn new(format: &'static str, read: usize, claims: &[Claim], findings: Vec<Finding>) -> Checked {
        Checked { format, claims: read, findings, totals: totals(claims) }
    }

    fn report(&self, lang: Lang) -> Report<'_> {
        let total = |((role, unit), total): (&(Role, Unit), &Total)| TotalJson {
            role: *role,
            unit: unit.code().to_owned(),
            amount: total.amount,
            known: total.known,
        };
        Report {
            format: self.format,
            claims: self.claims,
            findings: self.findings.iter().map(|finding| finding.worded(lang)).collect(),
            totals: self.totals.iter().map(total).collect(),
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

fn check_file(file: &Path, format: Format, registry: Option<&Path>, lang: Lang) -> Result<Checked, Failure> {
    let Format::PackClaims = format;
    let limits = Limits::default();
    let shown = file.display();
    let bytes = pack::file(file, limits.bytes).map_err(|error| {
        Failure::unusable(format!("The file {shown} cannot be read."), format!("Le fichier {shown} est illisible."))
            .because(error)
    })?;
    let rows = registry_rows(registry, lang)?;
    let registry = Registry::new(&rows.countries, &rows.mines, &rows.parties, &rows.streams, &rows.sources, []);
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = intake::read_claims(&name, &bytes, &registry, &limits);
    Ok(Checked::new("pack-claims", read.values.len(), &read.values, read.findings))
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
