//! One file of claims from a member, against the registries of a release.

use intake::{Limits, Registry, read_claims};

use crate::pack_files::{good, pack, text};

/// The claims of the good pack, under new ids.
fn upload(old: &str, new: &str) -> String {
    text("claims.csv").replace("rent/", "new/").replacen(old, new, 1)
}

#[test]
fn good_claims_are_read_against_the_registries() {
    let pack = pack(&good());
    let registry = Registry::of(&pack.rows);
    let read = read_claims("new.csv", upload("", "").as_bytes(), &registry, &Limits::default());
    assert!(!read.is_blocked(), "{:?}", read.findings);
    assert_eq!((read.claims.len(), read.values.len()), (5, 5));
    assert_eq!(read.claims[1].id.as_deref(), Some("new/paid"));
    assert_eq!(read.claims[1].place.file.as_ref(), "new.csv");
    let mine = read.values[1].mine.expect("a mine");
    assert_eq!(&*pack.facts.mine(mine).code, "north-pit");
    let mut rows = pack.rows.clone();
    rows.claims.extend(read.claims);
    let merged = intake::assemble(rows).expect("old and new together");
    assert_eq!(merged.facts.claims.len(), pack.facts.claims.len() + 5);
}

#[test]
fn a_published_id_is_never_taken_again() {
    let pack = pack(&good());
    let registry = Registry::of(&pack.rows);
    let read = read_claims("new.csv", upload("new/paid", "rent/paid").as_bytes(), &registry, &Limits::default());
    let told: Vec<&str> = read.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!((told, read.is_blocked()), (vec!["id_taken"], true));
}

#[test]
fn an_unknown_mine_names_the_file_as_it_was_sent_and_the_nearest_mine() {
    let pack = pack(&good());
    let registry = Registry::of(&pack.rows);
    let bytes = upload("north-pit", "nort-pit");
    let read = read_claims("q1.csv", bytes.as_bytes(), &registry, &Limits::default());
    let finding = &read.findings[0];
    assert_eq!((finding.file.as_ref(), finding.cell().as_deref()), ("q1.csv", Some("D2")));
    assert_eq!(finding.detail("nearest"), Some("north-pit"));
    assert_eq!(read.claims.len(), 4, "a bad row never costs the others");
}

#[test]
fn an_upload_that_is_too_large_is_not_read() {
    let pack = pack(&good());
    let registry = Registry::of(&pack.rows);
    let limits = Limits { bytes: 10, ..Limits::default() };
    let read = read_claims("new.csv", upload("", "").as_bytes(), &registry, &limits);
    assert_eq!(read.findings[0].code.as_str(), "too_many_bytes");
    assert!(read.claims.is_empty());
}
