//! Text files: one more column, and every other byte as it was.

use expect_test::{Expect, expect};
use intake::{Code, Finding, Lang, Limits, Registry, mark, read_claims, read_grid};

use super::finding;
use crate::pack_files::{good, pack, text as good_text};
use crate::workbooks::shown;

fn check(bytes: &[u8], findings: &[Finding], expected: &Expect) {
    let after = mark(bytes, findings, Lang::En, &Limits::default());
    assert!(after.is_whole);
    expected.assert_eq(&String::from_utf8(after.bytes).expect("UTF-8").replace("\r\n", "␍\n"));
}

#[test]
fn a_column_is_added_in_the_files_own_way_of_writing() {
    let mut on_a_line = finding(Code::NoRows, "", 0, 0, "");
    (on_a_line.row, on_a_line.column_index, on_a_line.line) = (None, None, Some(5));
    let findings = [finding(Code::DateBad, "", 2, 1, "x;y"), on_a_line];
    let bytes = "\u{feff}sep=;\r\n\"a\";b\r\n\r\nc;\"d;\r\nd\"\r\ne;f";
    check(
        bytes.as_bytes(),
        &findings,
        &expect![[r#"
            ﻿sep=;␍
            "a";b;fairlode_findings_constats: Must fix: `x /y` is not a date. Write YYYY-MM-DD / YYYY-MM or YYYY / and a day that the calendar has. [B2 date_bad]␍
            ␍
            c;"d;␍
            d";Should check: `payments.xlsx` has no rows. Check that the right file was sent. [no_rows]␍
            e;f;"#]],
    );
}

#[test]
fn other_encodings_come_as_utf8_with_its_mark() {
    let after = mark(b"mine,note\nKao,\xe9t\xe9\n", &[], Lang::En, &Limits::default());
    assert_eq!(after.bytes, "\u{feff}mine,note,fairlode_findings_constats\nKao,été,\n".as_bytes());
}

#[test]
fn a_file_marked_twice_has_one_column_of_findings() {
    let bytes = b"a,b\n1,\"2\"\n";
    let once = mark(bytes, &[finding(Code::DateBad, "", 2, 1, "2")], Lang::En, &Limits::default());
    let clean = mark(bytes, &[], Lang::En, &Limits::default());
    assert_ne!(once.bytes, clean.bytes);
    assert_eq!(mark(&once.bytes, &[], Lang::En, &Limits::default()).bytes, clean.bytes);
}

#[test]
fn a_stray_quote_costs_the_same_row_as_before() {
    let bytes = b"a,b,c\n1,\"2,3\n4,5,6\n7,8\"9,0\n";
    let before = read_grid("a.csv", bytes, &Limits::default());
    let after =
        read_grid("a.csv", &mark(bytes, &before.findings, Lang::En, &Limits::default()).bytes, &Limits::default());
    let own = |read: &intake::ReadGrid| {
        let cells = shown(read.grid.as_ref().expect("a grid"));
        cells.lines().filter(|line| !line.starts_with('D')).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(own(&after), own(&before));
    assert_eq!(after.findings.len(), before.findings.len());
}

#[test]
fn fixing_only_the_marked_cells_of_a_pack_of_claims_makes_the_check_pass() {
    let pack = pack(&good());
    let registry = Registry::of(&pack.rows);
    let check = |bytes: &[u8]| read_claims("claims.csv", bytes, &registry, &Limits::default());
    let right = good_text("claims.csv").replace("rent/", "new/");
    let wrong = right.replacen("north-pit", "nort-pit", 2).replacen("exact", "exactly", 1);
    let read = check(wrong.as_bytes());
    assert!(read.is_blocked() && read.findings.len() > 1, "{:?}", read.findings);
    let marked = mark(wrong.as_bytes(), &read.findings, Lang::Fr, &Limits::default());
    let again = check(&marked.bytes);
    assert!(again.is_blocked(), "marks alone change nothing");
    // The cells that the findings name are written as they should be, and nothing else is touched.
    let mut table = csv_rows(&String::from_utf8(marked.bytes).expect("UTF-8"));
    let right = csv_rows(&right);
    for finding in &read.findings {
        let (row, column) = (finding.row.expect("a row") as usize, finding.column_index.expect("a column") as usize);
        table[row - 1][column].clone_from(&right[row - 1][column]);
        assert!(table[row - 1].last().expect("a column of findings").contains(finding.code.as_str()));
    }
    let fixed = check(csv_text(&table).as_bytes());
    assert!(!fixed.is_blocked(), "{:?}", fixed.findings);
    assert_eq!(fixed.claims.len(), 5);
}

/// Cells of a file in which no cell is quoted but those of the last column.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let read = read_grid("a.csv", text.as_bytes(), &Limits::default());
    let grid = read.grid.expect("a grid");
    let width = grid.sheets[0].rows().flat_map(|row| row.cells()).map(|cell| cell.column()).max().expect("cells") + 1;
    let cell =
        |row: u32, column| grid.sheets[0].cell(row, column).map(|cell| cell.text().to_owned()).unwrap_or_default();
    let last = grid.sheets[0].rows().last().expect("rows").number();
    (1..=last).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect()
}

fn csv_text(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n").collect()
}
