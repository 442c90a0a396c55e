//! The committed corpus that fuzzers start from: each file is read whole, cut short and with bytes changed.
//! `UPDATE_EXPECT=1 cargo test -p intake evidence::corpus` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use intake::{Limits, inspect, public_copy};

use super::{heic, pdf, pictures};

/// How many bytes of each file are changed, one at a time, and at how many places it is cut.
const CHANGES: usize = 16;

/// The files that we make; a fuzzer's finds lie beside them.
pub fn made() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("photograph.jpg", pictures::photograph(6)),
        ("picture.png", pictures::picture()),
        ("photograph.heic", heic::photograph()),
        ("document.pdf", pdf::document()),
        ("together.pdf", pdf::together()),
        ("versions.pdf", pdf::versions()),
        ("locked.pdf", pdf::locked()),
    ]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/evidence")
}

/// Every file of the folder, by name.
fn committed() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder()).expect("the corpus is committed");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

#[test]
fn every_file_that_is_made_is_committed() {
    for (name, bytes) in made() {
        let path = folder().join(name);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(folder()).expect("a folder");
            fs::write(&path, &bytes).expect("a file");
        }
        // Another version of the packer may pack the same parts into other bytes, so only the parts are promised.
        assert!(path.is_file(), "{name}: write the corpus anew");
    }
}

#[test]
fn every_file_of_the_corpus_has_its_expected_findings() {
    let mut text = String::new();
    for (name, bytes) in committed() {
        let evidence = inspect(&name, &bytes, &Limits::default());
        let codes: Vec<&str> = evidence.findings.iter().map(|finding| finding.code.as_str()).collect();
        let personal: Vec<&str> = evidence.personal.iter().map(|kind| kind.as_str()).collect();
        let (codes, personal) = (codes.join(", "), personal.join(" "));
        writeln!(text, "{name}: {}, {:?}; {codes}; {personal}", evidence.kind.as_str(), evidence.extent)
            .expect("grows");
    }
    expect_file!["corpus.txt"].assert_eq(&text);
}

#[test]
fn cut_and_changed_files_of_the_corpus_are_read_without_panic() {
    for (name, bytes) in committed() {
        for turn in 0..CHANGES.min(bytes.len()) {
            let at = turn * bytes.len() / CHANGES.min(bytes.len());
            let cut = inspect(&name, &bytes[..at], &Limits::default());
            assert!(cut.extent.is_some() || cut.findings.len() == 1, "{name}, {at} bytes: one finding says why");
            let mut changed = bytes.clone();
            for value in [0, 0xFF, b'<', bytes[at].wrapping_add(1)] {
                changed[at] = value;
                // Whether there is a copy is another question; that there is an answer is this one.
                let _ = public_copy(&name, &changed, &Limits::default());
            }
        }
    }
}
