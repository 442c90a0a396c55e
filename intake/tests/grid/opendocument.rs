//! OpenDocument workbooks.

use expect_test::{Expect, expect};
use intake::{FileKind, Limits, Merged, Visibility, read_grid};

use crate::workbooks::{codes, ods, shown};
use crate::zip::{Part, pack};

fn check(spreadsheet: &str, findings: &[&str], cells: &Expect) {
    let read = read_grid("payments.ods", &ods(spreadsheet), &Limits::default());
    assert_eq!((read.kind, codes(&read)), (FileKind::Ods, findings.iter().map(|code| (*code).to_owned()).collect()));
    cells.assert_eq(&read.grid.map(|grid| shown(&grid)).unwrap_or_default());
}

#[test]
fn cells_hold_their_value_and_what_a_person_sees() {
    check(
        r#"<table:table table:name="Paiements"><table:table-column/><table:table-row>
        <table:table-cell office:value-type="string"><text:p>deux<text:s text:c="2"/>mots</text:p><text:p>et <text:span>plus</text:span></text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>
        <table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,50</text:p></table:table-cell>
        <table:table-cell office:value-type="currency" office:currency="XAF" office:value="840000000"><text:p>840 000 000 FCFA</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.0075"><text:p>0,75 %</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2024-02-29"><text:p>29/02/24</text:p></table:table-cell>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell table:formula="of:=[.B1]" office:value-type="float" office:value="1234.5599999999999"><text:p>1234.56</text:p></table:table-cell>
        </table:table-row></table:table>"#,
        &[],
        &expect![[r##"
            Paiements!A1 text deux  mots
            et plus
            Paiements!B1 number 1234.5 (raw 1 234,50)
            Paiements!C1 number 840000000 (raw 840 000 000 FCFA) (format 0 [$XAF])
            Paiements!D1 number 0.0075 (raw 0,75 %) (format 0%)
            Paiements!E1 date 2024-02-29 (raw 29/02/24)
            Paiements!F1 bool TRUE (raw VRAI)
            Paiements!G1 error #DIV/0! (formula)
            Paiements!H1 number 1234.56 (raw 1234.5599999999999) (formula) (noise_dropped)
        "##]],
    );
}

#[test]
fn repeated_cells_and_rows_stand_where_they_belong() {
    check(
        r#"<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table-row-group>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
        &[],
        &expect![[r#"
            A!C1 number 7
            A!D1 number 7
            A!A5 text x
            A!A6 text x
        "#]],
    );
}

#[test]
fn sheets_are_hidden_by_their_style_and_ranges_are_merged() {
    let cell = r#"<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>T</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"#;
    let spreadsheet = format!(
        r#"<table:table table:name="A" table:style-name="ta1">{cell}</table:table><table:table table:name="B" table:style-name="ta2">{cell}</table:table>"#
    );
    let grid = read_grid("a.ods", &ods(&spreadsheet), &Limits::default()).grid.expect("a grid");
    let seen: Vec<(&str, Visibility)> = grid.sheets.iter().map(|sheet| (sheet.name(), sheet.visibility())).collect();
    assert_eq!(seen, [("A", Visibility::Visible), ("B", Visibility::Hidden)]);
    assert_eq!(grid.sheets[0].merged(), [Merged { first_row: 1, first_column: 0, last_row: 1, last_column: 1 }]);
}

#[test]
fn links_are_told_and_locked_workbooks_are_not_read() {
    check(
        r#"<table:table table:name="A"><table:table-source xlink:href="file:///etc/passwd"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>"#,
        &["links_not_followed"],
        &expect![[r#"
            A!A1 number 1
        "#]],
    );
    let locked = pack(&[
        Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::new("content.xml", [0x80, 0x81, 0x82]),
        Part::new(
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
    ]);
    assert_eq!(codes(&read_grid("a.ods", &locked, &Limits::default())), ["file_locked"]);
}
