//! What holds for every input: no bytes make the reader panic, and every cell leads back to where it stands.

use intake::{Cell, Grid, Lang, Limits, ReadGrid, read_grid};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::workbooks::{Workbook, ods};

/// Reads and looks at everything there is. Cells must be in order, and be found again where they say they stand.
fn look_at_everything(read: &ReadGrid) {
    for finding in &read.findings {
        for lang in Lang::ALL {
            assert!(finding.render(lang).contains(finding.code.as_str()));
        }
    }
    for sheet in read.grid.iter().flat_map(|grid| &grid.sheets) {
        let cells: Vec<Cell<'_>> = sheet.rows().flat_map(|row| row.cells()).collect();
        assert_eq!(cells.len(), sheet.len());
        assert!(cells.windows(2).all(|pair| (pair[0].row(), pair[0].column()) < (pair[1].row(), pair[1].column())));
        for cell in cells {
            assert_eq!(sheet.cell(cell.row(), cell.column()), Some(cell));
        }
    }
}

fn small() -> Limits {
    Limits { rows: 200, cells: 2_000, cell_chars: 200, unpacked: 1 << 20, findings: 50, ..Limits::default() }
}

fn workbook() -> Vec<u8> {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45351.5</v></c></row>
        <row r="3" hidden="1"><c r="C3"><f>B1</f><v>1.5E3</v></c><c r="D3" t="e"><v>#N/A</v></c></row>"#;
    Workbook::rows(rows).shared("<si><t>Kao &amp; co</t></si>").bytes()
}

fn opendocument() -> Vec<u8> {
    ods(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row></table:table>"#,
    )
}

/// Letters of XML that spreadsheets use, in any order.
fn odd_xml() -> impl Strategy<Value = String> {
    let pieces = [
        "<row>",
        "</row>",
        "<row r=\"3\">",
        "<c r=\"B2\">",
        "<c t=\"s\">",
        "<c t=\"str\">",
        "<c t=\"b\">",
        "</c>",
        "<v>",
        "</v>",
        "<f>",
        "</f>",
        "<is>",
        "<t>",
        "</t>",
        "</is>",
        "1e5",
        "-7.5",
        "&amp;",
        "&#233;",
        "&x;",
        "_x000D_",
        "<c/>",
        "<mergeCell ref=\"A1:B2\"/>",
        "<dimension ref=\"A1:ZZ9\"/>",
        "<![CDATA[x]]>",
        "<!-- -->",
        "<v/>",
        "é",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

/// The texts of a grid, row by row.
fn texts(grid: &Grid) -> Vec<Vec<String>> {
    let row = |row: intake::Row<'_>| row.cells().map(|cell| cell.text().to_owned()).collect();
    grid.sheets[0].rows().map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in any::<Vec<u8>>(), name in ".{0,20}") {
        look_at_everything(&read_grid(&name, &bytes, &small()));
    }

    #[test]
    fn any_text_is_read_without_panic(text in "([a-z0-9,;|\t\"\r\n é]{0,8}[,;\t\n]){0,30}") {
        look_at_everything(&read_grid("a.csv", text.as_bytes(), &small()));
    }

    #[test]
    fn any_spoiling_of_a_workbook_is_read_without_panic(
        opened in any::<bool>(),
        at in any::<Index>(),
        length in 0usize..20,
        bytes in prop::collection::vec(any::<u8>(), 0..20),
    ) {
        let mut file = if opened { opendocument() } else { workbook() };
        let start = at.index(file.len());
        let end = (start + length).min(file.len());
        file.splice(start..end, bytes);
        look_at_everything(&read_grid("a.xlsx", &file, &small()));
    }

    #[test]
    fn any_order_of_elements_is_read_without_panic(sheet in odd_xml(), texts in odd_xml()) {
        look_at_everything(&read_grid("a.xlsx", &Workbook::rows(&sheet).shared(&texts).bytes(), &small()));
        let table = sheet.replace("row", "table:table-row").replace("<c", "<table:table-cell office:value-type=\"float\" office:value=\"2\"");
        let table = format!("<table:table>{}</table:table>", table.replace("</c", "</table:table-cell").replace("v>", "text:p>"));
        look_at_everything(&read_grid("a.ods", &ods(&table), &small()));
    }

    #[test]
    fn the_same_table_is_the_same_in_every_encoding_and_with_every_delimiter(
        rows in prop::collection::vec(prop::collection::vec("[a-zé]{1,6}", 3), 2..8),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
    ) {
        let text: String = rows.iter().map(|row| row.join(delimiter) + "\r\n").collect();
        let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), &wide] {
            let read = read_grid("a.csv", bytes, &small());
            prop_assert_eq!(&texts(&read.grid.expect("a grid")), &rows);
        }
    }
}
