//! Files made to harm: each is told in one finding, in bounded memory and time.

use std::fmt::Write as _;

use intake::{FileKind, Limits, ReadGrid, read_grid};

use crate::workbooks::{Workbook, codes, ods};
use crate::zip::{Part, pack, pack_overlapping};

/// Small limits, so that what exceeds them stays small too.
fn small() -> Limits {
    Limits { rows: 100, cells: 500, cell_chars: 50, unpacked: 1 << 20, parts: 20, sheets: 3, ..Limits::default() }
}

fn read(bytes: &[u8]) -> ReadGrid {
    read_grid("payments.xlsx", bytes, &small())
}

/// The only finding, which blocks.
fn only(bytes: &[u8], code: &str) -> ReadGrid {
    let read = read(bytes);
    assert_eq!(codes(&read), [code]);
    assert!(read.is_blocked());
    read
}

/// How many cells could be read nevertheless.
fn cells(read: &ReadGrid) -> usize {
    read.grid.iter().flat_map(|grid| &grid.sheets).map(|sheet| sheet.len()).sum()
}

const ONE: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

#[test]
fn a_bomb_that_says_how_large_it_is_is_never_unpacked() {
    let bomb = Part::new("xl/media/bomb.png", vec![0; (1 << 20) + 1]);
    only(&Workbook::rows(ONE).with_part("xl/media/bomb.png", bomb).bytes(), "unpacked_too_large");
}

#[test]
fn a_bomb_that_lies_about_its_size_is_stopped_while_unpacking() {
    let spaces = " ".repeat(3 << 19);
    let sheet = format!("<worksheet><sheetData>{ONE}</sheetData>{spaces}</worksheet>");
    let name = "xl/worksheets/sheet1.xml";
    let lying = Part::new(name, &sheet).saying(1000);
    only(&Workbook::rows("").with_part(name, lying).bytes(), "archive_damaged");
    // It says how large it is, and that is allowed; what it was packed from is no table.
    let generous = Limits { unpacked: 2 << 20, ..small() };
    let bytes = Workbook::rows("").with_part(name, Part::new(name, &sheet)).bytes();
    assert_eq!(codes(&read_grid("a.xlsx", &bytes, &generous)), ["unpacked_ratio"]);
}

#[test]
fn parts_of_one_name_and_parts_that_overlap_are_refused() {
    let content = Part::new("content.xml", "<a/>");
    only(&pack(&[content.clone(), content.clone()]), "part_repeated");
    only(&pack(&[content.clone(), Part::new("Content.XML", "<b/>")]), "part_repeated");
    only(&pack_overlapping(&content, &["a", "b", "c"]), "archive_damaged");
}

#[test]
fn archives_that_are_cut_or_changed_are_damaged() {
    let bytes = Workbook::rows(ONE).bytes();
    assert_eq!(cells(&read(&bytes)), 1);
    for length in [4, 30, bytes.len() / 2, bytes.len() - 1] {
        only(&bytes[..length], "archive_damaged");
    }
    let name = "xl/worksheets/sheet1.xml";
    let sheet = format!("<worksheet><sheetData>{ONE}</sheetData></worksheet>");
    for part in
        [Part::new(name, &sheet).checksum(7), Part::new(name, &sheet).saying(7), Part::new(name, &sheet).method(93)]
    {
        only(&Workbook::rows("").with_part(name, part).bytes(), "archive_damaged");
    }
    only(&Workbook::rows("").with_part(name, Part::new(name, &sheet).locked()).bytes(), "file_locked");
}

#[test]
fn sizes_of_the_long_form_that_lie_lead_nowhere() {
    let mut bytes = Workbook::rows(ONE).bytes();
    let end = bytes.len() - 22;
    bytes[end + 10..end + 12].copy_from_slice(&[0xFF, 0xFF]);
    only(&bytes, "archive_damaged");
    let mut long = bytes[..end].to_vec();
    long.extend(b"PK\x06\x07\0\0\0\0");
    long.extend(u64::to_le_bytes(u64::MAX - 3));
    long.extend([1, 0, 0, 0]);
    long.extend(&bytes[end..]);
    only(&long, "archive_damaged");
    let mut counted = bytes[..end].to_vec();
    let record = counted.len() as u64;
    counted.extend(b"PK\x06\x06");
    counted.extend([0; 28]);
    [u64::MAX, 10, 0].into_iter().for_each(|field| counted.extend(u64::to_le_bytes(field)));
    counted.extend(b"PK\x06\x07\0\0\0\0");
    counted.extend(u64::to_le_bytes(record));
    counted.extend([1, 0, 0, 0]);
    counted.extend(&bytes[end..]);
    only(&counted, "too_many_parts");
}

#[test]
fn too_many_parts_and_sheets_are_counted_before_they_are_read() {
    let parts: Vec<Part> = (0..21).map(|index| Part::new(&format!("xl/{index}"), "")).collect();
    only(&pack(&parts), "too_many_parts");
    let sheets: String = (0..5).map(|index| format!(r#"<sheet name="S{index}" r:id="rId1"/>"#)).collect();
    let book = format!(r#"<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>"#);
    let told = only(&Workbook::rows(ONE).with("xl/workbook.xml", &book).bytes(), "too_many_sheets");
    assert_eq!(cells(&told), 3);
}

#[test]
fn entities_are_refused_before_they_grow() {
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"#;
    only(&Workbook::rows("").with("xl/worksheets/sheet1.xml", bomb).bytes(), "xml_entities");
    let outside = r#"<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>"#;
    only(&Workbook::rows("").with("xl/worksheets/sheet1.xml", outside).bytes(), "xml_entities");
    only(&Workbook::rows(r#"<row r="1"><c t="str"><v>&secret;</v></c></row>"#).bytes(), "xml_damaged");
    let declared = r#"<!DOCTYPE a [<!ENTITY a "ha">]><sst/>"#;
    only(&Workbook::rows(ONE).shared("").with("xl/sharedStrings.xml", declared).bytes(), "xml_entities");
}

#[test]
fn xml_that_is_deep_cut_or_not_utf8_is_told() {
    only(&Workbook::rows(&"<a>".repeat(10_000)).bytes(), "xml_too_deep");
    let name = "xl/worksheets/sheet1.xml";
    let cut = only(&Workbook::rows("").with(name, &format!("<worksheet><sheetData>{ONE}<row")).bytes(), "xml_damaged");
    assert_eq!(cells(&cut), 1, "what came before is kept");
    let missing_end = format!("<worksheet><sheetData>{ONE}");
    only(&Workbook::rows("").with(name, &missing_end).bytes(), "xml_damaged");
    let bad = [b"<worksheet>\xFF\xFE".as_slice(), b"</worksheet>"].concat();
    only(&Workbook::rows("").with_part(name, Part::new(name, bad)).bytes(), "xml_damaged");
}

#[test]
fn a_part_that_is_missing_costs_no_other_sheet() {
    let book = r#"<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId9"/><sheet name="B" r:id="rId1"/></sheets></workbook>"#;
    let told = only(&Workbook::rows(ONE).with("xl/workbook.xml", book).bytes(), "part_missing");
    assert_eq!(cells(&told), 1);
    only(&pack(&[Part::new("[Content_Types].xml", ""), Part::new("xl/a", "")]), "part_missing");
}

#[test]
fn sizes_that_a_sheet_declares_cost_nothing() {
    let sheet = format!(r#"<dimension ref="A1:XFD1048576"/><sheetData>{ONE}</sheetData>"#);
    let told = read(&Workbook::new(&sheet).bytes());
    assert_eq!(codes(&told), ["Payments extent_overstated"]);
    assert!(!told.is_blocked() && told.grid.expect("a grid").bytes() < 10_000);
    let mut rows = ONE.to_owned();
    for row in 2..=20_000 {
        write!(rows, r#"<row r="{row}"/>"#).expect("a string grows");
    }
    let told = read(&Workbook::rows(&rows).bytes());
    assert_eq!(codes(&told), ["Payments extent_overstated"]);
    assert!(told.grid.expect("a grid").bytes() < 10_000);
    let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let told = read(&Workbook::rows(corner).bytes());
    assert_eq!((codes(&told), cells(&told)), (vec![], 1));
    assert!(told.grid.expect("a grid").bytes() < 10_000);
}

#[test]
fn cells_where_none_can_be_end_their_sheet() {
    for (rows, place) in [
        (r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, "Payments cell_misplaced"),
        (r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, "Payments cell_misplaced"),
        (r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>"#, "Payments cell_misplaced"),
        (r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048577"/>"#, "Payments cell_misplaced"),
        (r#"<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>"#, "Payments cell_misplaced"),
    ] {
        let told = only(&Workbook::rows(rows).bytes(), place);
        assert_eq!(cells(&told), 1, "{rows}");
    }
}

#[test]
fn rows_cells_and_letters_beyond_the_limits_are_told() {
    let rows = |count: u32, width: u32| -> String {
        let cells = "<c><v>1</v></c>".repeat(width as usize);
        (0..count).map(|_| format!("<row>{cells}</row>")).collect()
    };
    let told = only(&Workbook::rows(&rows(201, 1)).bytes(), "Payments too_many_rows");
    assert_eq!(cells(&told), 200, "a hundred rows of headings are no data");
    assert_eq!(cells(&only(&Workbook::rows(&rows(10, 60)).bytes(), "Payments!U9 too_many_cells")), 500);
    let long = format!(r#"<row r="1"><c r="B1" t="str"><v>{}</v></c></row>"#, "é".repeat(51));
    assert_eq!(cells(&only(&Workbook::rows(&long).bytes(), "Payments!B1 cell_too_long")), 1);
}

#[test]
fn shared_texts_are_kept_once_and_counted_where_they_are_shown() {
    let text = format!("<si><t>{}</t></si>", "a".repeat(50));
    let rows: String = (0..100).map(|_| format!("<row>{}</row>", r#"<c t="s"><v>0</v></c>"#.repeat(4))).collect();
    let shared = Workbook::rows(&rows).shared(&text);
    let told = read(&shared.bytes());
    assert_eq!((codes(&told), cells(&told)), (vec![], 400));
    assert!(told.grid.expect("a grid").bytes() < 20_000, "four hundred cells show one text");
    let bomb = format!("<si><t>{}</t></si>", "a b".repeat(2_000));
    let generous = Limits { cell_chars: 100_000, ..small() };
    let told = read_grid("a.xlsx", &Workbook::rows(&rows).shared(&bomb).bytes(), &generous);
    assert_eq!(codes(&told), ["Payments cells_too_long"]);
    only(
        &Workbook::rows(r#"<row r="1"><c t="s"><v>7</v></c></row>"#).shared(&text).bytes(),
        "Payments!A1 cell_text_missing",
    );
}

#[test]
fn repeated_cells_of_opendocument_are_counted_as_cells() {
    let row = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    let sheet = format!(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">{row}</table:table-row></table:table>"#
    );
    assert_eq!(codes(&read_grid("a.ods", &ods(&sheet), &small())), ["A!SG1 too_many_cells"]);
    let tables = r#"<table:table table:name="A"><table:table-row/></table:table>"#.repeat(5);
    assert_eq!(codes(&read_grid("a.ods", &ods(&tables), &small())), ["too_many_sheets"]);
    let counts = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="4294967295"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
    assert_eq!(codes(&read_grid("a.ods", &ods(counts), &small())), [""; 0]);
}

#[test]
fn merged_ranges_are_counted() {
    let range = r#"<mergeCell ref="A1:B1"/>"#;
    let sheet = |count: usize| Workbook::new(&format!("<sheetData>{ONE}</sheetData>{}", range.repeat(count))).bytes();
    assert_eq!(cells(&read(&sheet(100))), 1);
    assert_eq!(cells(&only(&sheet(101), "Payments too_many_merged")), 1);
}

#[test]
fn other_packed_files_are_named_and_not_read() {
    for (part, kind, code) in [
        ("word/document.xml", FileKind::Letter, "format_not_a_table"),
        ("xl/workbook.bin", FileKind::Xlsb, "format_not_read"),
        ("claims.csv", FileKind::Archive, "format_not_a_table"),
        ("../../etc/passwd", FileKind::Archive, "format_not_a_table"),
    ] {
        let told = only(&pack(&[Part::new(part, "x")]), code);
        assert_eq!((told.kind, told.grid.is_none()), (kind, true), "{part}");
    }
}

#[test]
fn a_file_larger_than_may_be_sent_is_not_looked_at() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(codes(&read_grid("a.csv", b"a,b\n1,2\n3,4\n", &limits)), ["file_too_large"]);
}
