//! Workbooks written by hand, part by part, so that each can be as odd as a real one.

use intake::{Cell, Grid, Lang, Limits, ReadGrid, Value, read_grid};

use crate::zip::{Part, pack};

/// A workbook of one sheet, `Payments`, whose `sheetData` and what follows it are given.
#[derive(Clone, Debug)]
pub struct Workbook {
    parts: Vec<(String, Part)>,
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES: &str = r##"<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0\ [$FCFA]"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>"##;

impl Workbook {
    /// `sheet` is the XML of a sheet, from its `dimension` to its `mergeCells`.
    pub fn new(sheet: &str) -> Workbook {
        let workbook = format!(
            r#"<workbook xmlns:r="{RELATIONS}"><sheets><sheet name="Payments" sheetId="1" r:id="rId1"/></sheets></workbook>"#
        );
        let relations = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")];
        Workbook { parts: Vec::new() }
            .with("[Content_Types].xml", TYPES)
            .with("_rels/.rels", &rels(&[("rId1", "officeDocument", "xl/workbook.xml")]))
            .with("xl/workbook.xml", &workbook)
            .with("xl/_rels/workbook.xml.rels", &rels(&relations))
            .with("xl/styles.xml", STYLES)
            .with("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>"))
    }

    /// Only the cells.
    pub fn rows(rows: &str) -> Workbook {
        Workbook::new(&format!("<sheetData>{rows}</sheetData>"))
    }

    /// With another part, or another content of one.
    pub fn with(self, name: &str, content: &str) -> Workbook {
        self.with_part(name, Part::new(name, content))
    }

    /// As [`Workbook::with`], packed in some special way.
    pub fn with_part(mut self, name: &str, part: Part) -> Workbook {
        match self.parts.iter_mut().find(|(own, _)| own == name) {
            Some(old) => old.1 = part,
            None => self.parts.push((name.to_owned(), part)),
        }
        self
    }

    /// With texts that cells share.
    pub fn shared(self, texts: &str) -> Workbook {
        let relations = [
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
        ];
        self.with("xl/_rels/workbook.xml.rels", &rels(&relations))
            .with("xl/sharedStrings.xml", &format!("<sst>{texts}</sst>"))
    }

    /// The packed file.
    pub fn bytes(&self) -> Vec<u8> {
        let parts: Vec<Part> = self.parts.iter().map(|(_, part)| part.clone()).collect();
        pack(&parts)
    }

    /// Reads it.
    pub fn read(&self) -> ReadGrid {
        read_grid("payments.xlsx", &self.bytes(), &Limits::default())
    }
}

/// A list of relations: id, kind, target.
pub fn rels(list: &[(&str, &str, &str)]) -> String {
    let each = |(id, kind, target): &(&str, &str, &str)| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", list.iter().map(each).collect::<String>())
}

/// An OpenDocument workbook whose `office:spreadsheet` is given.
pub fn ods(spreadsheet: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{spreadsheet}</office:spreadsheet></office:body></office:document-content>"#
    );
    pack(&[
        Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::new("content.xml", content),
    ])
}

/// One line for each cell: place, sort, text, and in brackets what else is known.
pub fn shown(grid: &Grid) -> String {
    let cells = grid.sheets.iter().flat_map(|sheet| sheet.rows().flat_map(|row| row.cells()));
    cells.map(|cell| format!("{}\n", shown_cell(&cell))).collect()
}

fn shown_cell(cell: &Cell<'_>) -> String {
    let sort = match cell.value() {
        Value::Empty => "empty",
        Value::Text(_) => "text",
        Value::Number(_) => "number",
        Value::Date(_) => "date",
        Value::Bool(_) => "bool",
        Value::Error(_) => "error",
    };
    let mut line = format!("{} {sort} {}", cell.place(), cell.text());
    if cell.raw() != cell.text() {
        line += &format!(" (raw {})", cell.raw());
    }
    if cell.is_formula() {
        line += " (formula)";
    }
    if let Some(format) = cell.format() {
        line += &format!(" (format {format})");
    }
    for step in cell.steps() {
        line += &format!(" ({})", step.as_str());
    }
    line
}

/// One word for each finding: where, and its code. Each is told in both languages on the way.
pub fn codes(read: &ReadGrid) -> Vec<String> {
    let told = |finding: &intake::Finding| {
        for lang in Lang::ALL {
            let text = finding.render(lang);
            assert!(!text.contains('{') && text.contains(finding.code.as_str()), "{text}");
        }
        let place = finding.place().or_else(|| finding.line.map(|line| format!("line {line}")));
        let place = place.map(|place| format!("{place} ")).unwrap_or_default();
        format!("{place}{}", finding.code)
    };
    read.findings.iter().map(told).collect()
}
