//! The committed corpus that fuzzers start from: each file is read whole, cut short and with bytes changed.
//! `UPDATE_EXPECT=1 cargo test -p intake corpus` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use intake::{Limits, read_grid};

use crate::workbooks::{Workbook, codes, ods};
use crate::zip::{Part, pack, pack_overlapping};

/// How many bytes of each file are changed, one at a time, and at how many places it is cut.
const CHANGES: usize = 64;

/// The files that we make; a fuzzer's finds lie beside them.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45351.5</v></c><c r="C1" s="2"><v>1234.5599999999999</v></c></row>
        <row r="3" hidden="1"><c r="C3"><f>B1</f><v>1.5E3</v></c><c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="inlineStr"><is><r><t>a</t></r></is></c></row>"#;
    let book = Workbook::rows(rows).shared("<si><t>Kao &amp; co_x000D_</t></si>");
    let table = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row></table:table>"#;
    let wide = "mine;amount\nKao;1,5\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entities = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>"#;
    let corner = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#;
    vec![
        ("comma.csv", b"mine,amount\nKao,\"1,200.50\"\n".to_vec()),
        ("semicolon.csv", "mine;montant\nKao;1 200,50\n".into()),
        ("declared.csv", b"sep=|\nmine|amount\nKao|1\n".to_vec()),
        ("quote.csv", b"a,b\n1,\"2\n3,4\"5\n".to_vec()),
        ("windows.csv", b"a;b\nn\xE9ant;l\x92\xC9tat\n".to_vec()),
        ("utf16.csv", wide),
        ("book.xlsx", book.bytes()),
        ("macros.xlsm", book.clone().with("xl/vbaProject.bin", "Sub Auto_Open()").bytes()),
        ("corner.xlsx", Workbook::new(corner).bytes()),
        ("entities.xlsx", Workbook::rows("").with("xl/worksheets/sheet1.xml", entities).bytes()),
        ("deep.xlsx", Workbook::rows(&"<a>".repeat(100)).bytes()),
        ("disorder.xlsx", Workbook::rows(r#"<row r="2"><c r="B2"><v>1</v></c><c r="A2"/></row><row r="1"/>"#).bytes()),
        ("repeated.zip", pack(&[Part::new("a", "b"), Part::new("a", "c")])),
        ("overlapping.zip", pack_overlapping(&Part::new("a", "b"), &["a", "b"])),
        ("lying.zip", pack(&[Part::new("[Content_Types].xml", "a"), Part::new("xl/workbook.xml", "<a/>").saying(900)])),
        ("table.ods", ods(table)),
        ("page.html", b"<html><table><tr><td>1</td></tr></table></html>".to_vec()),
        ("paper.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec()),
    ]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/grid")
}

/// Every file of the folder, by name.
fn committed() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder()).expect("the corpus is committed");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

fn limits() -> Limits {
    Limits { rows: 1_000, cells: 10_000, cell_chars: 1_000, unpacked: 1 << 20, ..Limits::default() }
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
        let read = read_grid(&name, &bytes, &limits());
        let cells: usize = read.grid.iter().flat_map(|grid| &grid.sheets).map(|sheet| sheet.len()).sum();
        writeln!(text, "{name}: {}, {cells} cells; {}", read.kind.as_str(), codes(&read).join(", ")).expect("grows");
    }
    expect_file!["corpus.txt"].assert_eq(&text);
}

#[test]
fn cut_and_changed_files_of_the_corpus_are_read_without_panic() {
    for (name, bytes) in committed() {
        for turn in 0..CHANGES.min(bytes.len()) {
            let at = turn * bytes.len() / CHANGES.min(bytes.len());
            read_grid(&name, &bytes[..at], &limits());
            let mut changed = bytes.clone();
            for value in [0, 0xFF, b'<', bytes[at].wrapping_add(1)] {
                changed[at] = value;
                read_grid(&name, &changed, &limits());
            }
        }
    }
}
