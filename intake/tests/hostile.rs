//! Bytes that are not what they say they are, and limits that are met before they are read.

use intake::{Code, Lang, Limits, PackFiles, read_pack};

use crate::pack_files::{good, heads, only, text, with, with_bytes, without};

#[test]
fn a_missing_file_is_named_once_and_not_by_everything_that_refers_to_it() {
    for file in ["countries.csv", "parties.csv", "mines.csv", "rules.csv", "rates.csv", "sources.csv", "claims.csv"] {
        let told = only(&without(file), &format!("{file} file_missing"));
        assert!(told.contains("Add the file; its first line names the columns:"), "{told}");
    }
    assert_eq!(heads(&PackFiles::new()).len(), 7);
}

#[test]
fn an_empty_file_is_not_a_table_without_rows() {
    assert!(only(&with_bytes("rates.csv", Vec::new()), "rates.csv file_empty").contains("from_currency,to_currency"));
    only(&with_bytes("mines.csv", b"\n\n".to_vec()), "mines.csv file_empty");
    assert_eq!(heads(&with_bytes("rates.csv", text("rates.csv").lines().next().expect("a line").into())), [""; 0]);
}

#[test]
fn bytes_that_are_not_utf8_are_named_with_their_place() {
    let utf16: Vec<u8> = text("rates.csv").encode_utf16().flat_map(u16::to_le_bytes).collect();
    only(&with_bytes("rates.csv", utf16.clone()), "rates.csv:1 encoding_utf16");
    let marked = [&[0xFF, 0xFE][..], &utf16].concat();
    only(&with_bytes("rates.csv", marked), "rates.csv:1 encoding_utf16");
    let windows: Vec<u8> = text("parties.csv").chars().map(|letter| letter as u8).collect();
    let told = only(&with_bytes("parties.csv", windows), "parties.csv:5 encoding_windows_1252");
    assert!(told.contains("Byte 293 (0xE9) is not UTF-8; in Windows-1252 it would be `é`."), "{told}");
    let cut = [text("rates.csv").as_bytes(), &[0xC3]].concat();
    only(&with_bytes("rates.csv", cut), "rates.csv:4 encoding_not_utf8");
    only(&with("rates.csv", "9757.55", "9757\0.55"), "rates.csv:3 nul_byte");
    let mark = [&[0xEF, 0xBB, 0xBF], text("rates.csv").as_bytes()].concat();
    assert_eq!(heads(&with_bytes("rates.csv", mark)), ["rates.csv byte_order_mark"]);
}

#[test]
fn quotes_that_do_not_close_cost_their_row_and_no_other() {
    let told = only(&with("parties.csv", "Ward,Circ", "\"Ward,Circ"), "parties.csv:4 quote_unclosed");
    assert!(told.contains("Close it"), "{told}");
    only(&with("parties.csv", "Ward,Circ", "Wa\"rd,Circ"), "parties.csv:4 quote_misplaced");
    let told = only(&with("parties.csv", "Ward,Circ", "Ward,,Circ"), "parties.csv:4 fields_wrong");
    assert!(told.contains("10 cells; the first line names 9 columns"), "{told}");
}

#[test]
fn columns_are_held_to_their_names() {
    let told = heads(&with("rates.csv", ",year,", ",years,"));
    assert_eq!(told, ["rates.csv:1 year column_missing", "rates.csv:1 E1 column_unknown"]);
    let told = heads(&with("streams.csv", "gfs_code", "gfs_code,colour").clone());
    assert_eq!(told, ["streams.csv:1 F1 column_unknown", "streams.csv:2 fields_wrong"]);
    assert_eq!(
        heads(&with("sources.csv", ",read", ",read,title")),
        ["sources.csv:1 I1 column_repeated", "sources.csv:2 fields_wrong"]
    );
    let wider = "code,name_en,name_fr,payment_type,gfs_code,colour\nsurface_rent,Rent,Loyer,surface_rent,,red\n";
    let files = with_bytes("streams.csv", wider.into());
    assert_eq!(heads(&files), ["streams.csv:1 F1 column_unknown"]);
    assert!(read_pack(&files, &Limits::default()).pack.is_some(), "an unknown column does not block");
}

#[test]
fn limits_are_met_before_anything_is_read() {
    let told = |files: &PackFiles, limits: Limits| -> Vec<Code> {
        let read = read_pack(files, &limits);
        assert!(read.pack.is_none());
        read.findings.iter().map(|finding| finding.code).collect()
    };
    let few_rows = Limits { rows: 4, ..Limits::default() };
    assert_eq!(told(&good(), few_rows), [Code::TooManyRows]);
    let short_cells = Limits { cell_chars: 20, ..Limits::default() };
    assert!(told(&good(), short_cells).contains(&Code::CellTooLong));
    assert!(told(&good(), Limits { bytes: 2_000, ..Limits::default() }).contains(&Code::TooManyBytes));
    assert!(told(&good(), Limits { files: 3, ..Limits::default() }).contains(&Code::TooManyFiles));
    let mut twice = good();
    twice.push("rates.csv", text("rates.csv"));
    assert_eq!(told(&twice, Limits::default()), [Code::FileRepeated]);
}

#[test]
fn findings_beyond_the_limit_are_counted_and_still_block() {
    let claims = text("claims.csv").replace(",mandatory,", ",obligatory,");
    let limits = Limits { findings: 1, ..Limits::default() };
    let read = read_pack(&with_bytes("claims.csv", claims.into()), &limits);
    assert!(read.pack.is_none());
    assert_eq!(read.findings.len(), 2);
    assert_eq!(read.findings[1].message(Lang::En), "Only the first 1 findings are shown; there are 3 more.");
}
