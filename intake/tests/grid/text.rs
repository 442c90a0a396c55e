//! Text files: encodings and what divides the cells.

use expect_test::{Expect, expect};
use intake::{FileKind, Limits, read_grid};

use crate::workbooks::{codes, shown};

fn check(bytes: &[u8], findings: &[&str], cells: &Expect) {
    let read = read_grid("payments.csv", bytes, &Limits::default());
    assert_eq!(codes(&read), findings);
    cells.assert_eq(&read.grid.map(|grid| shown(&grid)).unwrap_or_default());
}

#[test]
fn commas_are_expected_and_nothing_is_said_of_them() {
    check(
        b"mine,amount\nKao,\"1,200.50\"\nLiqhobong,\n",
        &[],
        &expect![[r#"
        A1 text mine
        B1 text amount
        A2 text Kao
        B2 text 1,200.50
        A3 text Liqhobong
    "#]],
    );
}

#[test]
fn semicolons_and_tabs_are_found_by_the_lines_they_make_equal() {
    let cells = expect![[r#"
        A1 text mine
        B1 text amount
        A2 text Kao
        B2 text 1 200,50
        A3 text Letšeng
        B3 text 7,25
    "#]];
    check("mine;amount\nKao;1 200,50\nLetšeng;7,25\n".as_bytes(), &["delimiter_read"], &cells);
    check("mine\tamount\nKao\t1 200,50\nLetšeng\t7,25\n".as_bytes(), &["delimiter_read"], &cells);
    let declared = expect![[r#"
        A2 text mine
        B2 text amount
        A3 text Kao, Lesotho
        B3 text 7,25
    "#]];
    check(b"sep=;\r\nmine;amount\r\nKao, Lesotho;7,25\r\n", &[], &declared);
}

#[test]
fn the_proof_of_a_delimiter_is_told() {
    let read = read_grid("a.csv", b"a;b;c\n1;2;3\n4;5;6;7\n", &Limits::default());
    let told = read.findings[0].message(intake::Lang::En);
    assert_eq!(told, "Cells are divided by `;`: 2 of the first 3 lines then have 3 cells.");
}

#[test]
fn two_delimiters_that_fit_equally_are_asked_about() {
    let read = read_grid("a.csv", b"a,b;c\n1,2;3\n", &Limits::default());
    assert_eq!(codes(&read), ["delimiter_unclear"]);
}

#[test]
fn encodings_are_found_and_said() {
    let text = "société,montant\nBafokéng,12\n";
    let cells = expect![[r#"
        A1 text société
        B1 text montant
        A2 text Bafokéng
        B2 text 12
    "#]];
    check(text.as_bytes(), &[], &cells);
    check(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), &["byte_order_mark"], &cells);
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    check(&little, &["encoding_read"], &cells);
    check(&[b"\xFF\xFE", &little[..]].concat(), &["encoding_read"], &cells);
    check(&big, &["encoding_read"], &cells);
    check(&[b"\xFE\xFF", &big[..]].concat(), &["encoding_read"], &cells);
    let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    check(&latin, &["line 1 encoding_assumed"], &cells);
}

#[test]
fn windows_1252_shows_the_first_word_that_was_assumed() {
    let read = read_grid("a.csv", b"a,b\nl\x92\xC9tat,n\xE9ant\n", &Limits::default());
    let told = read.findings[0].message(intake::Lang::En);
    assert_eq!(told, "The file is not UTF-8; it was read as windows-1252, in which this word is `État`.");
    assert_eq!(read.findings[0].line, Some(2));
}

#[test]
fn a_stray_quote_costs_its_row_and_no_other() {
    check(
        b"a,b\n1,\"2\n3,4\n",
        &["line 2 quote_unclosed"],
        &expect![[r#"
        A1 text a
        B1 text b
        A3 text 3
        B3 text 4
    "#]],
    );
}

#[test]
fn errors_that_were_saved_as_text_are_errors() {
    check(
        b"a,b\nErr:507,#REF!\nn/a,-\n",
        &[],
        &expect![[r##"
        A1 text a
        B1 text b
        A2 error Err:507
        B2 error #REF!
        A3 text n/a
        B3 text -
    "##]],
    );
}

#[test]
fn rows_know_their_line_where_cells_hold_line_breaks() {
    let read = read_grid("a.csv", b"a,b\n\"1\n2\",3\n4,5\n", &Limits::default());
    let grid = read.grid.expect("a grid");
    let last = grid.sheets[0].rows().next_back().expect("a row");
    assert_eq!((last.number(), last.line()), (3, Some(4)));
}

#[test]
fn what_is_no_table_is_told_by_its_content() {
    let cases: [(&[u8], FileKind, &str); 14] = [
        (b"%PDF-1.7\n", FileKind::Pdf, "format_not_a_table"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", FileKind::Jpeg, "format_not_a_table"),
        (b"\x89PNG\r\n\x1a\n", FileKind::Png, "format_not_a_table"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", FileKind::Heic, "format_not_a_table"),
        (b" {\"a\": 1}", FileKind::Json, "format_not_a_table"),
        (b"[{\"a\": 1}]", FileKind::Json, "format_not_a_table"),
        (b"<?xml version=\"1.0\"?><a/>", FileKind::Xml, "format_not_a_table"),
        (b"<html><table><tr>", FileKind::Html, "format_not_read"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1  W\0o\0r\0k\0b\0o\0o\0k\0", FileKind::Xls, "format_not_read"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
            FileKind::Letter,
            "format_not_a_table",
        ),
        (b"{\\rtf1", FileKind::Letter, "format_not_a_table"),
        (b"\0\x01\x02\x03\x04\x05", FileKind::Unknown, "format_unknown"),
        (b"", FileKind::Unknown, "file_blank"),
        (b" \r\n\r\n", FileKind::Unknown, "file_blank"),
    ];
    for (bytes, kind, code) in cases {
        let read = read_grid("payments.csv", bytes, &Limits::default());
        assert_eq!((read.kind, codes(&read)), (kind, vec![code.to_owned()]), "{bytes:?}");
        assert!(read.grid.is_none() && read.is_blocked());
        assert!(code == "file_blank" || FileKind::of(bytes, &Limits::default()) == kind);
    }
}
