//! Workbooks: what is added, and what stays to the last byte.

use expect_test::expect;
use intake::{Code, FileKind, Lang, Limits, Marked, mark, read_grid};
use rust_xlsxwriter::{DocProperties, Format, Formula, Note};

use super::{finding, part, parts};
use crate::workbooks::{Workbook, codes, ods, rels, shown};
use crate::zip::Part;

fn marked(bytes: &[u8], findings: &[intake::Finding], lang: Lang) -> Marked {
    mark(bytes, findings, lang, &Limits::default())
}

/// The cells of a workbook as the reader of grids gives them, without the list of findings.
fn cells(bytes: &[u8]) -> String {
    let read = read_grid("a.xlsx", bytes, &Limits::default());
    assert!(!read.is_blocked(), "{:?}", read.findings);
    shown(&read.grid.expect("a grid"))
}

/// A workbook as a member makes one: formats, a formula, a note, a hidden sheet, a link of widths.
fn members_own() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let money = Format::new().set_num_format("#,##0.00 [$FCFA]").set_bold();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("Q1 'Kao' & Co").expect("a name");
    sheet.set_column_width(1, 22).expect("a width").set_column_format(4, &date).expect("a format");
    sheet.write_string(0, 0, "Montant").expect("a cell");
    sheet.write_number_with_format(1, 1, 1_234.56, &money).expect("a cell");
    sheet.write_string(2, 1, "1.200").expect("a cell");
    sheet.write_formula(3, 1, Formula::new("SUM(B2:B3)").set_result("1234.56")).expect("a cell");
    sheet.insert_note(2, 1, &Note::new("Ask Awa").set_author("Kofi")).expect("a note");
    sheet.insert_note(7, 7, &Note::new("Elsewhere").set_author("Kofi")).expect("a note");
    book.add_worksheet().set_name("Lists").expect("a name").set_hidden(true).write_string(0, 0, "x").expect("a cell");
    book.set_properties(&DocProperties::new().set_author("Awa"));
    book.save_to_buffer().expect("memory grows")
}

const KAO: &str = "Q1 'Kao' & Co";

fn three() -> [intake::Finding; 3] {
    [
        finding(Code::ValueMissing, KAO, 2, 4, ""),
        finding(Code::StraySpaces, KAO, 3, 1, "1.200"),
        finding(Code::DateBad, KAO, 3, 1, "1.200"),
    ]
}

#[test]
fn the_cells_are_the_same_and_the_list_comes_last() {
    let before = members_own();
    let after = marked(&before, &three(), Lang::En);
    assert_eq!((after.kind, after.is_whole), (FileKind::Xlsx, true));
    assert_eq!(cells(&after.bytes), cells(&before));
    let read = read_grid("a.xlsx", &after.bytes, &Limits::default());
    assert_eq!(codes(&read), ["Fairlode findings - constats list_passed_over"]);
    let names = part(&after.bytes, "xl/workbook.xml");
    assert!(
        names.contains("name=\"Fairlode findings - constats\" sheetId=\"3\" r:id=\"rIdFindings\"/></sheets>"),
        "{names}"
    );
}

#[test]
fn every_other_part_stays_to_the_last_byte() {
    let before = members_own();
    let after = marked(&before, &three(), Lang::En);
    let old = parts(&before);
    let changed: Vec<String> =
        parts(&after.bytes).into_iter().filter(|new| !old.contains(new)).map(|new| new.0).collect();
    expect![[r#"
        [
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/comments1.xml",
            "xl/worksheets/sheet3.xml",
        ]
    "#]]
    .assert_debug_eq(&changed);
    let (old, new) = (old.len(), parts(&after.bytes).len());
    assert_eq!(new, old + 1, "one sheet more, and nothing lost");
}

#[test]
fn a_marked_cell_keeps_its_format_and_a_missing_one_takes_that_of_its_column() {
    let before = members_own();
    let findings = [finding(Code::DateBad, KAO, 2, 1, "1"), finding(Code::ValueMissing, KAO, 2, 4, "")];
    let after = marked(&before, &findings, Lang::En);
    let sheet = part(&after.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<c r="B2" s="3"><v>1234.56</v></c><c r="E2" s="4"/></row>"#), "{sheet}");
    let styles = part(&after.bytes, "xl/styles.xml");
    let formats = styles.split("<cellXfs").nth(1).expect("formats").split("</cellXfs>").next().expect("an end");
    let fills = styles.split("<fills").nth(1).expect("fills").split("</fills>").next().expect("an end");
    let own = |list: &str, tag: &str, at: usize| list.split(tag).nth(at + 1).expect("an entry").to_owned();
    for (new, old) in [(3, 2), (4, 1)] {
        let (new, old) = (own(formats, "<xf ", new), own(formats, "<xf ", old));
        let number = |text: &str| text.split('"').nth(1).map(str::to_owned);
        assert_eq!(number(&new), number(&old), "the number format stays: {new} {old}");
        let fill = new.split("fillId=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a fill");
        assert!(own(fills, "<fill>", fill.parse().expect("a number")).contains("FFF4A6A0"), "{fills}");
    }
}

#[test]
fn notes_of_others_stay_and_are_added_to() {
    let after = marked(&members_own(), &three(), Lang::En);
    let notes = part(&after.bytes, "xl/comments1.xml");
    assert!(notes.contains("Ask Awa") && notes.contains("Elsewhere"), "{notes}");
    assert!(notes.contains("<author>Kofi</author><author>Fairlode</author>"), "{notes}");
    let gravest = notes.find("Must fix: ").expect("the gravest");
    assert!(notes.find("Could improve: ").expect("the other") > gravest, "{notes}");
    assert_eq!(notes.matches("<comment ").count(), 3);
    let drawing = part(&after.bytes, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(drawing.matches("<x:Row>").count(), 3, "{drawing}");
}

#[test]
fn notes_and_list_speak_the_readers_language() {
    let bytes = marked(&members_own(), &three(), Lang::Fr).bytes;
    let (notes, list) = (part(&bytes, "xl/comments1.xml"), part(&bytes, "xl/worksheets/sheet3.xml"));
    assert!(notes.contains("À corriger\u{a0}: "), "{notes}");
    for word in ["Gravité", "date_bad", "1.200", "Corrigez les cellules colorées"] {
        assert!(list.contains(word), "{word}: {list}");
    }
    assert!(list.contains(r#"<hyperlink ref="D6" location="'Q1 ''Kao'' &amp; Co'!E2"/>"#), "{list}");
}

#[test]
fn a_workbook_marked_again_has_one_list_and_says_what_is_settled() {
    let first = marked(&members_own(), &three(), Lang::En);
    let again = marked(&first.bytes, &[finding(Code::DateBad, KAO, 1, 0, "x")], Lang::En);
    let names: Vec<String> = parts(&again.bytes).into_iter().map(|part| part.0).collect();
    assert_eq!(names, parts(&first.bytes).into_iter().map(|part| part.0).collect::<Vec<_>>());
    let (notes, list) = (part(&again.bytes, "xl/comments1.xml"), part(&again.bytes, "xl/worksheets/sheet3.xml"));
    assert!(notes.contains("Settled: ") && !list.contains("value_missing"), "{notes}");
    assert_eq!(cells(&again.bytes), cells(&first.bytes));
    assert_eq!(notes.matches("— Fairlode —").count(), 3, "{notes}");
    assert!(notes.contains("Ask Awa") && notes.contains("Elsewhere"), "{notes}");
    // Once settled, a note says nothing more.
    let third = marked(&again.bytes, &[], Lang::En);
    assert_eq!(part(&third.bytes, "xl/comments1.xml").matches("Settled: ").count(), 3);
}

#[test]
fn notes_are_known_again_when_a_program_forgot_who_wrote_them() {
    let note = |text: &str| {
        format!(
            r#"<comments><authors><author> </author></authors><commentList><comment ref="A1" authorId="0"><text>{text}</text></comment></commentList></comments>"#
        )
    };
    let old = note("<r><t>Ask Awa &amp; co\n\n— Fairlode —\nMust fix: old</t></r>");
    let legacy = r#"<sheetData/><legacyDrawing xmlns:r="r" r:id="rId2"/>"#;
    let relations = rels(&[("rId1", "comments", "../comments7.xml"), ("rId2", "vmlDrawing", "../odd.vml")]);
    let book = Workbook::new(legacy)
        .with("xl/comments7.xml", &old)
        .with("xl/odd.vml", "<xml xmlns:ns0=\"urn:schemas-microsoft-com:vml\"><br></xml>")
        .with("xl/worksheets/_rels/sheet1.xml.rels", &relations);
    let first = finding(Code::DateBad, "Payments", 1, 0, "x");
    let after = marked(&book.bytes(), &[first, finding(Code::DateBad, "Payments", 1, 1, "y")], Lang::En);
    let notes = part(&after.bytes, "xl/comments7.xml");
    assert!(notes.contains("Ask Awa &amp; co</t></r>") && !notes.contains("Must fix: old"), "{notes}");
    assert_eq!(notes.matches("`x` is not a date.").count(), 1);
    let drawing = part(&after.bytes, "xl/odd.vml");
    assert_eq!(drawing.matches("<v:shape xmlns:v=").count(), 1, "only the new note needs a box: {drawing}");
}

#[test]
fn rows_and_cells_that_are_missing_are_made_in_their_places() {
    let rows = r#"<row r="2" spans="2:3" s="1" customFormat="1"><c r="B2"/><c r="C2"><v>5</v></c></row><row r="5"/>"#;
    let places = [(1, 1), (2, 0), (2, 2), (2, 9), (4, 0), (5, 3), (9, 0)];
    let findings = places.map(|(row, column)| finding(Code::ValueMissing, "Payments", row, column, ""));
    let after = marked(&Workbook::rows(rows).bytes(), &findings, Lang::En);
    expect![[r#"<row r="1"><c r="B1" s="4"/></row><row r="2" s="1" customFormat="1"><c r="A2" s="5"/><c r="B2"/><c r="C2" s="4"><v>5</v></c><c r="J2" s="5"/></row><row r="4"><c r="A4" s="4"/></row><row r="5"><c r="D5" s="4"/></row><row r="9"><c r="A9" s="4"/></row>"#]]
    .assert_eq(part(&after.bytes, "xl/worksheets/sheet1.xml").split("sheetData>").nth(1).expect("rows").trim_end_matches("</"));
}

#[test]
fn the_drawing_of_notes_stands_in_the_order_that_programs_want() {
    let sheet = r#"<sheetData/><pageMargins left="1"/><tableParts count="1"/><extLst/>"#;
    let after = marked(&Workbook::new(sheet).bytes(), &[finding(Code::DateBad, "payments ", 1, 0, "")], Lang::En);
    let sheet = part(&after.bytes, "xl/worksheets/sheet1.xml");
    let order =
        ["sheetData", "pageMargins", "legacyDrawing", "tableParts"].map(|name| sheet.find(name).expect("there"));
    assert!(order.is_sorted(), "{sheet}");
    let types = part(&after.bytes, "[Content_Types].xml");
    assert!(types.contains("Extension=\"vml\"") && types.contains("/xl/comments1.xml"), "{types}");
    assert!(part(&after.bytes, "xl/worksheets/_rels/sheet1.xml.rels").contains("/vmlDrawing\" Target=\"/xl/drawings/"));
}

#[test]
fn prefixed_names_and_a_workbook_without_formats_are_marked() {
    let sheet = r#"<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let relations = rels(&[("rId1", "worksheet", "worksheets/sheet1.xml")]);
    let book =
        Workbook::rows("").with("xl/worksheets/sheet1.xml", sheet).with("xl/_rels/workbook.xml.rels", &relations);
    let findings = [finding(Code::DateBad, "Payments", 1, 0, ""), finding(Code::DateBad, "Payments", 1, 1, "4")];
    let after = marked(&book.bytes(), &findings, Lang::En);
    let sheet = part(&after.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<x:c r="A1" s="1"/><x:c r="B1" s="1"><x:v>4</x:v></x:c>"#), "{sheet}");
    assert!(sheet.contains("<x:legacyDrawing xmlns:r="), "{sheet}");
    assert!(part(&after.bytes, "xl/styles1.xml").contains("<cellXfs count=\"6\">"));
}

#[test]
fn macros_are_copied_and_a_name_that_is_taken_is_not_taken_again() {
    let other = r#"<workbook xmlns:r="r"><sheets><sheet name="FAIRLODE findings - constats" sheetId="7" r:id="rId1"/></sheets></workbook>"#;
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let book = Workbook::rows(rows).with("xl/workbook.xml", other).with("xl/vbaProject.bin", "Sub Auto_Open()");
    let after = marked(&book.bytes(), &[], Lang::En);
    assert_eq!((after.kind, after.is_whole), (FileKind::Xlsm, true));
    assert_eq!(part(&after.bytes, "xl/vbaProject.bin"), "Sub Auto_Open()");
    assert!(part(&after.bytes, "xl/workbook.xml").contains("name=\"Fairlode findings - constats 2\" sheetId=\"8\""));
    let read = read_grid("a.xlsm", &after.bytes, &Limits::default());
    assert_eq!(shown(&read.grid.expect("a grid")), "FAIRLODE findings - constats!A1 number 1\n");
}

#[test]
fn what_cannot_be_marked_comes_as_the_list_alone() {
    let table = r#"<table:table table:name="A"><table:table-row><table:table-cell/></table:table-row></table:table>"#;
    let damaged = Workbook::rows("<row r=\"2\"/><row r=\"1\"/>").bytes();
    let bomb = Part::new("xl/worksheets/sheet1.xml", " ".repeat(3 << 20));
    let bomb = Workbook::rows("").with_part("xl/worksheets/sheet1.xml", bomb).bytes();
    let entities =
        Workbook::rows("").with("xl/worksheets/sheet1.xml", "<!DOCTYPE a><worksheet><sheetData/></worksheet>");
    for bytes in [&ods(table), &damaged, &bomb, &entities.bytes(), b"{}".as_slice(), b"%PDF-1.7", b""] {
        for lang in Lang::ALL {
            let after = marked(bytes, &[finding(Code::DateBad, "Payments", 3, 1, "=1+1")], lang);
            assert_eq!((after.kind, after.is_whole), (FileKind::Xlsx, false));
            let list = part(&after.bytes, "xl/worksheets/sheet1.xml");
            assert!(list.contains("date_bad") && list.contains(">=1+1<") && !list.contains("hyperlink"), "{list}");
            assert!(!read_grid("list.xlsx", &after.bytes, &Limits::default()).is_blocked());
        }
    }
}
