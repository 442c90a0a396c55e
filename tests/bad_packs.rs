//! A pack that is not right is refused whole, with each thing to mend named: file, line, column, code. One small good
//! pack, and one thing wrong with it at a time.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::app::{App, program, said};
use crate::database::Engine;

/// What is wrong: in which file, what is written instead of what, and the finding that must name it.
struct Wrong {
    file: &'static str,
    good: &'static str,
    bad: &'static str,
    /// Place and code, as a finding begins.
    finding: &'static str,
}

const fn wrong(file: &'static str, good: &'static str, bad: &'static str, finding: &'static str) -> Wrong {
    Wrong { file, good, bad, finding }
}

const CASES: &[Wrong] = &[
    wrong("claims.csv", "2023,1000.00,", "2023,\"1,000.00\",", "claims.csv:2 N2 amount_separator"),
    wrong("claims.csv", "2023,1000.00,", "2023,1 000,", "claims.csv:2 N2 amount_space"),
    wrong("claims.csv", "2023,1000.00,", "2023,1e6,", "claims.csv:2 N2 amount_exponent"),
    wrong("claims.csv", "2023,1000.00,", "2023,NaN,", "claims.csv:2 N2 amount_not_a_number"),
    wrong(
        "claims.csv",
        "2023,1000.00,",
        "2023,1234567890123456789012345678901234567890,",
        "claims.csv:2 N2 amount_too_long",
    ),
    wrong("claims.csv", "1000.00,SLE,,,", "1000.00,SLE,,not_disclosed,", "claims.csv:2 Q2 amount_and_absence"),
    wrong("claims.csv", "2023,1000.00,", "2023,,", "claims.csv:2 N2 amount_missing"),
    wrong(
        "claims.csv",
        "2023-01-01,2023-12-31,2023,1000.00",
        "2023-12-31,2023-01-01,2023,1000.00",
        "claims.csv:2 L2 period_reversed",
    ),
    wrong("claims.csv", "received,,payment", "paid,,payment", "claims.csv:3 A3 id_repeated"),
    wrong(
        "claims.csv",
        "north-pit,acme,council,surface_rent,mandatory,company",
        "south-pit,acme,council,surface_rent,mandatory,company",
        "claims.csv:2 D2 reference_unknown",
    ),
    wrong("claims.csv", "mandatory,company", "obligatory,company", "claims.csv:2 H2 word_unknown"),
    wrong(
        "parties.csv",
        "council,SL,District Council,Conseil de district,council,,",
        "council,SL,District Council,Conseil de district,council,ward,",
        "parties.csv:3 F3 parent_cycle",
    ),
    wrong("rules.csv", "council:60;ward:40", "council:60;ward:30", "rules.csv:3 O3 split_total"),
    wrong("mines.csv", "north-pit,SL", "north-pit,XX", "mines.csv:2 B2 reference_unknown"),
];

/// The good pack, with one text of one file replaced.
fn pack(case: Option<&Wrong>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/good")).expect("the good pack") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_str().expect("UTF-8");
        let mut text = fs::read_to_string(&path).expect("readable");
        if let Some(Wrong { good, bad, .. }) = case.filter(|case| case.file == name) {
            assert!(text.contains(good), "{name} of the good pack has no {good:?}");
            text = text.replacen(good, bad, 1);
        }
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn path(folder: &TempDir) -> &str {
    folder.path().to_str().expect("UTF-8")
}

#[test]
fn the_good_pack_is_good() {
    let pack = pack(None);
    let told = said(&mut program(&["reconcile", path(&pack)]));
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    let told = said(&mut program(&["check", path(&pack)]));
    assert_eq!(told.code, 0, "{}{}", told.out, told.err);
}

#[test]
fn every_wrong_pack_is_refused_with_the_place_and_the_reason() {
    let mut unseen = Vec::new();
    for case in CASES {
        let pack = pack(Some(case));
        let told = said(&mut program(&["reconcile", path(&pack)]));
        if told.code != 1 || !told.err.contains(case.finding) {
            unseen.push(format!("{}: exit {}: {}", case.finding, told.code, told.err));
        }
        assert_eq!(told.out, "", "nothing is compared of a pack with findings that block");
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}

#[test]
fn a_pack_without_a_file_names_the_file() {
    let pack = pack(None);
    fs::remove_file(pack.path().join("parties.csv")).expect("removed");
    let told = said(&mut program(&["reconcile", path(&pack)]));
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.err.contains("parties.csv file_missing"), "{}", told.err);
}

#[test]
fn findings_are_told_in_french_too() {
    let pack = pack(Some(&CASES[0]));
    let told = said(&mut program(&["--lang", "fr", "reconcile", path(&pack)]));
    assert!(told.err.contains("claims.csv:2 N2 amount_separator") && told.err.contains("virgule"), "{}", told.err);
}

#[test]
fn check_as_json_names_each_finding_with_its_cell() {
    let pack = pack(Some(&CASES[0]));
    let told = said(&mut program(&["check", path(&pack), "--json"]));
    assert_eq!(told.code, 1, "{}", told.err);
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let finding = &report["findings"][0];
    assert_eq!((finding["code"].as_str(), finding["cell"].as_str()), (Some("amount_separator"), Some("N2")));
    assert_eq!(finding["severity"], "must_fix");
}

#[test]
fn what_is_no_folder_is_no_pack() {
    for path in ["no-such-folder", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")] {
        let told = said(&mut program(&["reconcile", path]));
        assert_eq!(told.code, 2);
        assert!(told.err.contains("is not a folder"), "{}", told.err);
    }
}

/// All or nothing: of a pack with one bad amount, nothing is in the database afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_with_a_finding_imports_nothing_and_says_so() {
    let Some(app) = App::on(Engine::Sqlite).await else { return };
    let bad = pack(Some(&CASES[0]));
    let told = app.run(&["import", path(&bad), "--actor", "amina"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("amount_separator") && told.err.contains("Nothing was imported"), "{}", told.err);
    assert!(Path::new(path(&bad)).exists());
    let published = app.run(&["publish", "--actor", "chipo"]);
    assert!(published.err.contains("Nothing was approved"), "{}", published.err);
    // The same pack, mended, comes in under the same ids: nothing of the first attempt is in the way.
    let good = pack(None);
    app.must(&["import", path(&good), "--actor", "amina"]);
}
