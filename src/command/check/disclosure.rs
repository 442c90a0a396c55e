//! A disclosure in any form, as `fairlode check` reports it: findings by code, how each figure was read, and totals.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use intake::form::{Draft, Field, Form, Given, Mapping, Reading, Total, read_form};
use intake::words::{grouped, in_words};
use intake::{Code, Finding, Limits, Severity};

use crate::failure::Failure;
use crate::lang::{Lang, pick};

/// The sender's mapping of columns, from a TOML file.
pub fn read_mapping(file: &Path) -> Result<Mapping, Failure> {
    let shown = file.display();
    let unusable = |cause: String| {
        Failure::unusable(
            format!("The mapping {shown} cannot be read."),
            format!("Le plan de lecture {shown} est illisible."),
        )
        .because(cause)
    };
    let text = fs::read_to_string(file).map_err(|error| unusable(error.to_string()))?;
    toml::from_str(&text).map_err(|error| unusable(error.to_string()))
}

/// Reads the bytes in the form that is named, else in the one that is found.
pub fn read(name: &str, bytes: &[u8], form: Option<Form>, mapping: Option<Mapping>) -> Reading {
    read_form(name, bytes, form, &Given { mapping, ..Given::default() }, &Limits::default())
}

/// True for a pack's `claims.csv`, whose header no other file has.
pub fn is_pack_claims(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let columns: Vec<&str> = head.trim_start_matches('\u{feff}').trim_end().split(',').collect();
    ["id", "as_printed", "source_id"].iter().all(|column| columns.contains(column))
}

/// Each code once, the gravest first, and under it every place with what was seen and what would fix it.
pub fn findings(findings: &[Finding], lang: Lang) -> String {
    let mut groups: BTreeMap<(Severity, Code), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry((finding.severity(), finding.code)).or_default().push(finding);
    }
    let mut text = String::new();
    for ((severity, code), group) in groups {
        let colon = pick(lang, ":", "\u{a0}:");
        text.push_str(&format!("{}{colon} {code} ({})\n", severity_words(severity, lang), group.len()));
        for finding in group {
            let place = finding.place().map(|place| format!("{place} ")).unwrap_or_default();
            text.push_str(&format!("  {place}{} → {}\n", finding.message(lang), finding.fix(lang)));
        }
    }
    text
}

fn severity_words(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::MustFix => pick(lang, "Must be fixed", "À corriger"),
        Severity::ShouldCheck => pick(lang, "Should be checked", "À vérifier"),
        Severity::CouldImprove => pick(lang, "Could be improved", "À améliorer"),
    }
}

/// Each figure in digits and in words, with its period, its side and its place.
pub fn read_as(drafts: &[Draft], lang: Lang) -> String {
    let mut text = pick(lang, "We read it as:\n", "Nous avons lu :\n").to_owned();
    for draft in drafts {
        let figure = match (draft.amount(), draft.absence()) {
            (Some(amount), _) => {
                let unit = draft.unit();
                let code = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                format!("{}{code} ({})", grouped(amount, lang), in_words(amount, unit, lang))
            }
            (None, absence) => absence.map_or("?", |absence| absence.as_str()).to_owned(),
        };
        let field = |field| draft.get(field).filter(|text| !text.is_empty());
        let ends = [field(Field::PeriodFrom).or(field(Field::PaidOn)), field(Field::PeriodTo)];
        let mut ends: Vec<&str> = ends.into_iter().flatten().collect();
        ends.dedup();
        let hands = [field(Field::Payer), field(Field::Recipient)].map(|party| party.unwrap_or("?"));
        let rest = [field(Field::Stream), field(Field::Mine), field(Field::Side), field(Field::Role)];
        let rest: Vec<&str> = rest.into_iter().flatten().collect();
        let told = draft.told(Field::Amount).or(draft.told(Field::Absence));
        let place = told.and_then(|told| told.place()).map(|place| format!(" [{place}]")).unwrap_or_default();
        let line = format!("  {figure}; {}; {}; {}{place}\n", ends.join(" – "), hands.join(" → "), rest.join(", "));
        text.push_str(&line);
    }
    text
}

/// The sums, to compare with one's own.
pub fn totals(totals: &[Total], lang: Lang) -> String {
    let mut text = pick(lang, "Totals:\n", "Totaux :\n").to_owned();
    for total in totals {
        let side = total.side.map_or("?", |side| side.as_str());
        let role = total.role.map_or("?", |role| role.as_str());
        let unit = total.unit.map_or("?".to_owned(), |unit| unit.to_string());
        let amount = total.amount.map_or("?".to_owned(), |amount| grouped(amount, lang));
        let (known, absent) = (total.known, total.absent);
        text.push_str(&pick(
            lang,
            format!("  {side}, {role}: {amount} {unit} ({known} known, {absent} absent)\n"),
            format!("  {side}, {role} : {amount} {unit} ({known} connus, {absent} absents)\n"),
        ));
    }
    text
}
