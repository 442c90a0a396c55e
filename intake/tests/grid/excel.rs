//! Excel workbooks: what cells hold, and what was done to get it.

use expect_test::{Expect, expect};
use intake::{FileKind, Limits, Merged, Visibility, read_grid};
use rust_xlsxwriter::{Format, Formula};

use crate::workbooks::{Workbook, codes, rels, shown};

fn check(workbook: &Workbook, findings: &[&str], cells: &Expect) {
    let read = workbook.read();
    assert_eq!(codes(&read), findings);
    cells.assert_eq(&read.grid.map(|grid| shown(&grid)).unwrap_or_default());
}

#[test]
fn a_workbook_of_a_well_known_writer_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Part 4 - Government revenues").expect("a name");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_string(0, 0, "Néant & “Cie”").expect("a cell");
    sheet.write_number(1, 1, 1_234.56).expect("a cell");
    sheet.write_number_with_format(2, 2, 45_351, &date).expect("a cell");
    sheet.write_boolean(3, 0, true).expect("a cell");
    sheet.write_formula(4, 0, Formula::new("B2*2").set_result("2469.12")).expect("a cell");
    sheet.merge_range(6, 0, 7, 2, "Total", &Format::new()).expect("a range");
    book.add_worksheet().set_name("Lists").expect("a name").set_hidden(true).write_string(0, 0, "x").expect("a cell");
    let read = read_grid("summary.xlsx", &book.save_to_buffer().expect("memory grows"), &Limits::default());
    assert_eq!((codes(&read), read.kind), (Vec::new(), FileKind::Xlsx));
    let grid = read.grid.expect("a grid");
    expect![[r#"
        Part 4 - Government revenues!A1 text Néant & “Cie”
        Part 4 - Government revenues!B2 number 1234.56
        Part 4 - Government revenues!C3 date 2024-02-29 (raw 45351) (format yyyy-mm-dd) (day_counted)
        Part 4 - Government revenues!A4 bool TRUE (raw 1)
        Part 4 - Government revenues!A5 number 2469.12 (formula)
        Part 4 - Government revenues!A7 text Total
        Lists!A1 text x
    "#]]
    .assert_eq(&shown(&grid));
    let seen: Vec<Visibility> = grid.sheets.iter().map(|sheet| sheet.visibility()).collect();
    assert_eq!(seen, [Visibility::Visible, Visibility::Hidden]);
    let first = grid.sheet("part 4 - government revenues ").expect("a sheet");
    assert_eq!(first.merged(), [Merged { first_row: 7, first_column: 0, last_row: 8, last_column: 2 }]);
    assert_eq!(first.shown_at(8, 1).map(|cell| cell.text()), Some("Total"));
    assert_eq!((first.cell(8, 1), first.len()), (None, 6));
}

#[test]
fn numbers_keep_the_digits_that_were_typed_and_the_stored_ones_beside_them() {
    let rows = r#"<row r="1"><c r="A1"><v>1234.5599999999999</v></c><c r="B1"><v>98083.62434000001</v></c>
        <c r="C1"><v>1.2E3</v></c><c r="D1"><v>100.00</v></c><c r="E1" s="2"><v>-43646737007</v></c>
        <c r="F1"><v>123456789012345678901.25</v></c><c r="G1"><v>NaN</v></c><c r="H1"><v></v></c></row>"#;
    check(
        &Workbook::rows(rows),
        &[],
        &expect![[r#"
        Payments!A1 number 1234.56 (raw 1234.5599999999999) (noise_dropped)
        Payments!B1 number 98083.62434000001
        Payments!C1 number 1200 (raw 1.2E3) (exponent_written_out)
        Payments!D1 number 100.00
        Payments!E1 number -43646737007 (format #,##0\ [$FCFA])
        Payments!F1 number 123456789012345678901.25
        Payments!G1 text NaN
    "#]],
    );
}

#[test]
fn texts_errors_dates_and_formulas_are_told_apart() {
    let rows = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></is></c>
        <c r="D2" t="str"><f>A1</f><v>given</v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F2" t="b"><v>0</v></c>
        <c r="G2" t="d"><v>2024-02-29</v></c><c r="H2" s="3"><v>0.5</v></c><c r="I2" t="inlineStr"><is><t>Err:507</t></is></c></row>
        <row r="9" hidden="1"><c r="A9" s="1"/><c r="C9" s="1"><v>45351.5</v></c></row>"#;
    let texts =
        "<si><t>Redevance &amp; taxes</t></si><si><r><t xml:space=\"preserve\">a </t></r><r><t>b_x005F_</t></r></si>";
    check(
        &Workbook::rows(rows).shared(texts),
        &[],
        &expect![[r##"
        Payments!A2 text Redevance & taxes
        Payments!B2 text a b_
        Payments!C2 text rich
        Payments!D2 text given (formula)
        Payments!E2 error #DIV/0! (formula)
        Payments!F2 bool FALSE (raw 0)
        Payments!G2 date 2024-02-29
        Payments!H2 number 0.5 (format h:mm)
        Payments!I2 error Err:507
        Payments!C9 date 2024-02-29T12:00:00 (raw 45351.5) (format m/d/yyyy) (day_counted)
    "##]],
    );
}

#[test]
fn places_that_the_file_leaves_out_are_counted() {
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r=\"C3\"><v>3</v></c><c><v>4</v></c></row>";
    check(
        &Workbook::rows(rows),
        &[],
        &expect![[r#"
        Payments!A1 number 1
        Payments!B1 number 2
        Payments!C3 number 3
        Payments!D3 number 4
    "#]],
    );
}

#[test]
fn prefixed_names_and_the_count_of_1904_are_read() {
    let sheet = r#"<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>43889</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let book = r#"<x:workbook xmlns:x="m" xmlns:q="n"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Payments" q:id="rId1"/></x:sheets></x:workbook>"#;
    let workbook = Workbook::rows("").with("xl/worksheets/sheet1.xml", sheet).with("xl/workbook.xml", book);
    check(
        &workbook,
        &[],
        &expect![[r#"
        Payments!A1 date 2024-02-29 (raw 43889) (format m/d/yyyy) (day_counted)
    "#]],
    );
}

#[test]
fn formulas_without_a_stored_value_are_empty_and_told_once() {
    let rows = r#"<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v/></c></row>"#;
    check(
        &Workbook::rows(rows),
        &["Payments!A1 formula_without_value"],
        &expect![[r#"
        Payments!A1 empty  (formula)
        Payments!B1 empty  (formula)
    "#]],
    );
    let told = Workbook::rows(rows).read().findings[0].message(intake::Lang::En);
    assert!(told.starts_with("2 formulas of the sheet"), "{told}");
}

#[test]
fn macros_and_links_are_told_and_never_followed() {
    let workbook = Workbook::rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    let with_macros = workbook.clone().with("xl/vbaProject.bin", "Sub Auto_Open()");
    let read = read_grid("a.xlsm", &with_macros.bytes(), &Limits::default());
    assert_eq!((read.kind, codes(&read)), (FileKind::Xlsm, vec!["macros_not_run".to_owned()]));
    let read = with_macros.read();
    assert_eq!(codes(&read), ["format_mislabelled", "macros_not_run"]);
    let link = r#"<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="file:///C:/secret.xlsx" TargetMode="External"/></Relationships>"#;
    let list =
        [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId7", "externalLink", "externalLinks/externalLink1.xml")];
    let linked = workbook
        .with("xl/_rels/workbook.xml.rels", &rels(&list))
        .with("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        .with("xl/externalLinks/_rels/externalLink1.xml.rels", link);
    let read = linked.read();
    assert_eq!(codes(&read), ["links_not_followed"]);
    assert_eq!(&*read.findings[0].seen, "file:///C:/secret.xlsx");
    assert!(!read.is_blocked());
}

#[test]
fn names_are_compared_with_the_content_and_kept_without_folders() {
    let bytes = Workbook::rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes();
    for (name, expected) in [
        ("a.XLSX", vec![]),
        ("no ending", vec![]),
        ("a.csv", vec!["format_mislabelled"]),
        ("a.xlxs", vec!["format_mislabelled"]),
        ("../../etc/a.xlsx", vec!["file_name_path"]),
        ("C:\\Users\\me\\a.xlsx", vec!["file_name_path"]),
    ] {
        let read = read_grid(name, &bytes, &Limits::default());
        assert_eq!(codes(&read), expected, "{name}");
        assert!(!read.grid.expect("a grid").file.contains(['/', '\\']));
    }
}
