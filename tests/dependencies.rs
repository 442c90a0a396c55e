//! What comes in from outside: licences, bans and doubles, read from `deny.toml` and held without a network.

use std::collections::{BTreeMap, BTreeSet};

use crate::metadata::{Metadata, Package};

/// Crates that are here in more than one version, because libraries we need disagree. The list can only shrink:
/// a new double makes the test fail, and so does a line here that is no longer true.
const DOUBLES: &[&str] = &[
    "atoi",
    "base64",
    "block-buffer",
    "cpufeatures",
    "crypto-common",
    "darling",
    "darling_core",
    "darling_macro",
    "digest",
    "getrandom",
    "hashbrown",
    "heck",
    "hkdf",
    "hmac",
    "nix",
    "num-bigint",
    "rand",
    "rand_chacha",
    "rand_core",
    "sha1",
    "sha2",
    "strsim",
    "syn",
    "thiserror",
    "thiserror-impl",
    "toml_datetime",
    "winnow",
];

#[test]
fn every_licence_is_allowed() {
    let allowed = allowed_licences();
    let refused: Vec<String> = Metadata::read()
        .outside()
        .filter(|package| !licence_fits(&package.license.replace('/', " OR "), &allowed))
        .map(|package| format!("{} {}: {}", package.name, package.version, package.license))
        .collect();
    assert!(refused.is_empty(), "not in [licenses] of deny.toml: {refused:#?}");
}

#[test]
fn no_banned_crate_comes_in() {
    let metadata = Metadata::read();
    for ban in deny_toml()["bans"]["deny"].as_array().expect("[bans] deny is a list") {
        let spec = ban["crate"].as_str().expect("a ban names a crate");
        let reason = ban["reason"].as_str().expect("a ban has its reason");
        let (name, below) = spec.split_once("@<").map_or((spec, None), |(name, version)| (name, Some(version)));
        let found = metadata.outside().find(|package| {
            package.name == name && below.is_none_or(|limit| numbers(&package.version) < numbers(limit))
        });
        assert!(found.is_none(), "{spec} came in: {reason}");
    }
}

#[test]
fn doubles_can_only_shrink() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Package { name, version, .. } in Metadata::read().outside() {
        versions.entry(name.clone()).or_default().insert(version.clone());
    }
    let found: Vec<&str> = versions.iter().filter(|(_, seen)| seen.len() > 1).map(|(name, _)| name.as_str()).collect();
    let new: Vec<_> = found.iter().filter(|name| !DOUBLES.contains(name)).collect();
    assert!(new.is_empty(), "now here in two versions: {new:?}. Ask the dependency for one version, or say why not");
    let gone: Vec<_> = DOUBLES.iter().filter(|name| !found.contains(name)).collect();
    assert!(gone.is_empty(), "no longer double, so the line goes: {gone:?}");
}

#[test]
fn a_licence_expression_is_read_as_spdx_means_it() {
    let allowed =
        BTreeSet::from(["MIT".to_owned(), "BSD-3-Clause".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()]);
    for (expression, fits) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("(GPL-3.0-only OR MIT) AND BSD-3-Clause", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("", false),
    ] {
        assert_eq!(licence_fits(expression, &allowed), fits, "{expression}");
    }
}

fn deny_toml() -> toml::Table {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml");
    std::fs::read_to_string(path).expect("deny.toml").parse().expect("deny.toml is TOML")
}

fn allowed_licences() -> BTreeSet<String> {
    let table = deny_toml();
    let list = table["licenses"]["allow"].as_array().expect("[licenses] allow is a list");
    list.iter().map(|name| name.as_str().expect("a licence is a text").to_owned()).collect()
}

/// True if the expression can be met with allowed licences alone: any arm of an OR, all arms of an AND.
fn licence_fits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.trim();
    if let Some(arms) = split_outside_brackets(expression, " OR ") {
        return arms.iter().any(|arm| licence_fits(arm, allowed));
    }
    if let Some(arms) = split_outside_brackets(expression, " AND ") {
        return arms.iter().all(|arm| licence_fits(arm, allowed));
    }
    match expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => licence_fits(inner, allowed),
        None => allowed.contains(expression.split_whitespace().collect::<Vec<_>>().join(" ").as_str()),
    }
}

/// The arms of `expression` between `word` where no bracket is open; `None` if there is only one.
fn split_outside_brackets<'a>(expression: &'a str, word: &str) -> Option<Vec<&'a str>> {
    let (mut arms, mut start, mut depth) = (Vec::new(), 0, 0i32);
    for (at, letter) in expression.char_indices() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth == 0 && expression[at..].starts_with(word) {
            arms.push(&expression[start..at]);
            start = at + word.len();
        }
    }
    arms.push(&expression[start..]);
    (arms.len() > 1).then_some(arms)
}

/// `1.20.3+meta` as numbers, for comparing versions of one crate.
fn numbers(version: &str) -> Vec<u64> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}
