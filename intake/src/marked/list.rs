//! The added sheet: every finding on a line of its own, with a link to its cell.

use super::mark::Mark;
use super::package::NewPart;
use super::style::{Look, Styles};
use super::xml::{self, Sink};
use super::{Dialect, Edit, say};
use crate::csv::column_letters;
use crate::finding::Finding;
use crate::grid::Sheet;
use crate::lang::Lang;

/// The row of the headings, from 1.
const HEADINGS_ROW: u32 = 5;
/// Findings that the sheet has room for: a sheet has 1,048,576 rows.
const FINDINGS_MAX: usize = 1_000_000;
/// Links that programs open on one sheet.
const LINKS_MAX: usize = 65_000;
/// Letters that a cell may have in the programs that open it.
const CELL_CHARS_MAX: usize = 32_000;
/// Widths of the columns, in letters.
const WIDTHS: [u32; 7] = [16, 24, 24, 10, 60, 30, 60];

/// True for the sheet that an earlier marking added.
pub(crate) fn is_list(sheet: &Sheet) -> bool {
    is_list_name(sheet.name()) && sheet.cell(1, 0).is_some_and(|cell| cell.text() == say::TITLE)
}

/// True for a name that an added sheet can have.
pub(crate) fn is_list_name(name: &str) -> bool {
    name.starts_with(say::TAB)
}

/// Writes the sheet. `place` gives the sheet of the workbook that a finding is about, if it has one.
pub(super) fn write<'s>(
    findings: &[Finding],
    place: impl Fn(&Finding) -> Option<&'s str>,
    whole: bool,
    lang: Lang,
    dialect: Dialect,
    styles: &mut Styles,
) -> Edit<NewPart> {
    let mut list = List { to: Sink::new(), links: Vec::new(), row: 0 };
    let root = format!("worksheet xmlns=\"{}\"", dialect.main());
    let widths = (1..)
        .zip(WIDTHS)
        .map(|(at, width)| format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"));
    list.to.raw(xml::DECLARATION)?;
    list.to.open(&root)?;
    list.to.raw(&format!(
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{HEADINGS_ROW}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>{}</cols><sheetData>",
        HEADINGS_ROW + 1,
        widths.collect::<String>(),
    ))?;
    // The first lines are wider than their columns, and are not to be broken.
    list.line(1, &[(say::TITLE, 0)])?;
    list.line(2, &[(&say::counts(findings, lang), 0)])?;
    list.line(3, &[(say::purpose(whole, lang), 0)])?;
    let heading = styles.own(Look::Heading);
    list.line(HEADINGS_ROW, &say::headings(lang).map(|text| (text, heading)))?;
    for finding in findings.iter().take(FINDINGS_MAX) {
        list.finding(finding, place(finding), lang, styles)?;
    }
    if findings.len() > FINDINGS_MAX {
        list.line(list.row + 1, &[(&say::more(findings.len() - FINDINGS_MAX, lang), 0)])?;
    }
    list.to.raw("</sheetData>")?;
    list.to.raw(&format!("<autoFilter ref=\"A{HEADINGS_ROW}:G{}\"/>", list.row))?;
    if !list.links.is_empty() {
        list.to.raw(&format!("<hyperlinks>{}</hyperlinks>", list.links.concat()))?;
    }
    list.to.close(&root)?;
    list.to.finish()
}

/// A sheet that is being written.
struct List {
    to: Sink,
    links: Vec<String>,
    row: u32,
}

impl List {
    fn finding(&mut self, finding: &Finding, sheet: Option<&str>, lang: Lang, styles: &mut Styles) -> Edit {
        let row = self.row + 1;
        let plain = styles.own(Look::Plain);
        let severity = styles.own(Look::Severity(Mark::of(finding)));
        let cell = finding.cell().or_else(|| finding.row.map(|row| format!("A{row}")));
        let mut linked = plain;
        if let (Some(sheet), true) = (sheet, self.links.len() < LINKS_MAX) {
            linked = styles.own(Look::Link);
            let to = format!("'{}'!{}", sheet.replace('\'', "''"), cell.as_deref().unwrap_or("A1"));
            self.links.push(format!("<hyperlink ref=\"D{row}\" location=\"{}\"/>", xml::escape(&to)));
        }
        let own_line = finding.line.map(|number| say::line(number, lang));
        let shown = match (finding.cell(), finding.row, own_line) {
            (Some(cell), _, _) => cell,
            (None, _, Some(line)) => line,
            (None, Some(row), None) => say::line(row, lang),
            // The link needs letters to stand on.
            (None, None, None) if linked != plain => "A1".to_owned(),
            (None, None, None) => String::new(),
        };
        let (message, fix) = (finding.message(lang), finding.fix(lang));
        self.line(
            row,
            &[
                (say::severity(finding.severity(), lang), severity),
                (finding.code.as_str(), plain),
                (finding.sheet.as_deref().unwrap_or_default(), plain),
                (&shown, linked),
                (&message, plain),
                (&finding.seen, plain),
                (&fix, plain),
            ],
        )
    }

    /// A line of texts; each is a text and never a formula, whatever it begins with.
    fn line(&mut self, row: u32, cells: &[(&str, u32)]) -> Edit {
        self.row = row;
        self.to.raw(&format!("<row r=\"{row}\">"))?;
        for (column, (text, style)) in (0..).zip(cells) {
            let name = column_letters(column);
            let text: String = text.chars().take(CELL_CHARS_MAX).collect();
            self.to.raw(&match text.is_empty() {
                true => format!("<c r=\"{name}{row}\" s=\"{style}\"/>"),
                false => format!(
                    "<c r=\"{name}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    xml::escape(&text)
                ),
            })?;
        }
        self.to.raw("</row>")
    }
}
