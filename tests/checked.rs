//! `fairlode check` on a disclosure as it comes: what was found, how each figure was read, and what comes back marked.

use std::fs;

use tempfile::TempDir;

use crate::app::{program, said};

const RECEIPTS: &str = "\
Commune;Entreprise;Flux;Qui parle;Année;Montant reçu (GNF)
Sinko;Diamants du Sud;Redevance;communauté;2023;12 500 000
Sinko;Diamants du Sud;Redevance;communauté;2022;10 000,000,00
";

/// A folder with a file of this content.
fn folder_with(name: &str, text: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(name), text).expect("written");
    folder
}

#[test]
fn a_table_is_read_back_in_words_with_every_finding() {
    let folder = folder_with("recettes.csv", RECEIPTS);
    let file = folder.path().join("recettes.csv");
    let told = said(&mut program(&["--lang", "en", "check", &file.to_string_lossy()]));
    assert_eq!(told.code, 1, "{}{}", told.out, told.err);
    assert!(told.out.contains("Must be fixed: number_groups (1)\n  F3 "), "{}", told.out);
    let line = "12,500,000 GNF (twelve million five hundred thousand Guinean francs); 2023; Diamants du Sud → Sinko";
    assert!(told.out.contains(line), "{}", told.out);
    assert!(told.out.contains("community, received: 12,500,000 GNF (1 known, 0 absent)"), "{}", told.out);
    let french = said(&mut program(&["--lang", "fr", "check", &file.to_string_lossy()]));
    assert!(
        french.out.contains("À corriger\u{a0}: number_groups") && french.out.contains("douze millions"),
        "{}",
        french.out
    );
}

#[test]
fn json_has_format_claims_findings_and_totals() {
    let folder = folder_with("recettes.csv", RECEIPTS);
    let file = folder.path().join("recettes.csv");
    let told = said(&mut program(&["check", "--json", &file.to_string_lossy()]));
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!((report["format"].as_str(), report["claims"].as_u64()), (Some("table"), Some(1)));
    assert_eq!(report["totals"][0]["amount"], "12500000");
    let cells: Vec<_> =
        report["findings"].as_array().expect("a list").iter().filter_map(|f| f["cell"].as_str()).collect();
    assert!(cells.contains(&"F3"), "{cells:?}");
}

#[test]
fn the_file_comes_back_marked_and_what_is_no_table_is_unreadable() {
    let folder = folder_with("recettes.csv", RECEIPTS);
    let (file, marked) = (folder.path().join("recettes.csv"), folder.path().join("marked.csv"));
    said(&mut program(&["check", "--marked", &marked.to_string_lossy(), &file.to_string_lossy()]));
    let text = fs::read_to_string(&marked).expect("a marked file");
    assert!(text.contains("number_groups") && text.contains("10 000,000,00"), "{text}");
    let letter = folder.path().join("letter.csv");
    fs::write(&letter, "Dear colleagues,the figures follow\n").expect("written");
    let told = said(&mut program(&["check", &letter.to_string_lossy()]));
    assert_eq!(told.code, 2, "{}{}", told.out, told.err);
}
