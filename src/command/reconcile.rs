//! `fairlode reconcile PACK`: every comparison, gap and doubt of a pack, without a database.

use std::path::Path;

use intake::{Limits, Pack, Severity, StreamRow, Worded, read_policy};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::output::{print, tell};
use crate::{pack, report};

/// Reads, compares, prints.
pub fn run(folder: &Path, policy: Option<&Path>, json: bool, lang: Lang) -> Result<(), Failure> {
    let mut pack = read(folder, json, lang)?;
    if let Some(file) = policy {
        replace_policy(&mut pack, file, lang)?;
    }
    let answer = reconcile::reconcile(&pack.facts, &pack.policy).map_err(|error| {
        let name = error.name(&pack.facts);
        Failure::unusable(
            format!("A sum at {name} has more digits than can be kept exactly; an inexact one is never given."),
            format!("Une somme, à {name}, a plus de chiffres qu’on n’en peut garder exactement ; une valeur inexacte n’est jamais donnée."),
        )
    })?;
    if json {
        let document = report::json::document(&pack.facts, &answer, &pack.pack_sha256, &pack.policy_sha256);
        print(&(to_json(&document)? + "\n"))
    } else {
        print(&report::text::text(&pack.facts, &answer, lang))
    }
}

/// What is printed instead of a reconciliation where findings block it.
#[derive(serde::Serialize)]
struct Blocked<'a> {
    findings: Vec<Worded<'a>>,
}

/// The pack in a folder; its findings are told, and block where something must be fixed.
fn read(folder: &Path, json: bool, lang: Lang) -> Result<Pack, Failure> {
    let limits = Limits::local();
    let files = pack::files(folder, limits)?;
    let read = intake::read_pack(&files, &limits);
    tell(&read.findings, Severity::ShouldCheck, lang);
    if json && read.pack.is_none() {
        let findings = read.findings.iter().map(|finding| finding.worded(lang)).collect();
        print(&(to_json(&Blocked { findings })? + "\n"))?;
    }
    read.pack.ok_or_else(|| {
        Failure::blocked(
            "The pack has findings that must be fixed first; nothing was compared.",
            "Le dossier a des constats à régler d’abord ; rien n’a été comparé.",
        )
    })
}

fn replace_policy(pack: &mut Pack, file: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = file.display();
    let bytes = pack::file(file, Limits::default().bytes).map_err(|error| {
        Failure::unusable(
            format!("The policy file {shown} cannot be read."),
            format!("Le fichier de seuils {shown} est illisible."),
        )
        .because(error)
    })?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let streams: &[StreamRow] = &pack.rows.streams;
    let read = read_policy(&name, &bytes, streams);
    tell(&read.findings, Severity::ShouldCheck, lang);
    let policy = read.policy.ok_or_else(|| {
        Failure::blocked(
            format!("The policy file {shown} has findings that must be fixed first; nothing was compared."),
            format!("Le fichier de seuils {shown} a des constats à régler d’abord ; rien n’a été comparé."),
        )
    })?;
    pack.policy_sha256 = intake::policy_sha256(&policy);
    pack.policy = policy;
    Ok(())
}

/// A document as JSON with two spaces of indent, so that two of them can be compared line by line.
pub fn to_json(document: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(document).map_err(|error| {
        Failure::unusable("The answer could not be written.", "La réponse n’a pas pu être écrite.").because(error)
    })
}
