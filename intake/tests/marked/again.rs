//! Sent, given back, mended in the marked cells alone, and sent again.

use std::collections::BTreeSet;

use intake::{Finding, Lang, Limits, Severity, Value, mark, read_grid};

use super::parts;
use crate::reports::eiti_v2::{ABOUT, COMPANY, ENTITIES, GOVERNMENT};
use crate::reports::shown::{read, workbook};
use crate::zip::{Part, pack};

fn summary(government: &str, company: &str) -> Vec<u8> {
    workbook(&[
        ("Introduction", "Summary data template version 2.0"),
        ("Part 1 - About", ABOUT),
        ("Part 3 - Reporting entities", ENTITIES),
        ("Part 4 - Government revenues", government),
        ("Part 5 - Company data", company),
    ])
}

fn must_fix(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.severity() == Severity::MustFix).collect()
}

#[test]
fn mending_only_the_marked_cells_of_a_workbook_makes_the_check_pass() {
    let right = summary(GOVERNMENT, COMPANY);
    let wrong = summary(
        &GOVERNMENT.replace("#559732.09", "559 732,000,09").replace("#155973.00", "about a lot"),
        &COMPANY.replace("#200", "200.1.2,3"),
    );
    assert!(must_fix(&read("summary.xlsx", &right).findings).is_empty());
    let faulty = read("summary.xlsx", &wrong);
    let told = must_fix(&faulty.findings);
    assert!(told.len() >= 3, "{:?}", faulty.findings);
    for lang in Lang::ALL {
        let marked = mark(&wrong, &faulty.findings, lang, &Limits::default());
        assert!(marked.is_whole);
        let again = read("summary.xlsx", &marked.bytes);
        assert_eq!(must_fix(&again.findings), told, "marks alone change nothing");
        let cells = told.iter().map(|finding| place(finding)).collect();
        let mended = read("summary.xlsx", &mended(&marked.bytes, &right, &cells));
        assert!(must_fix(&mended.findings).is_empty(), "{:?}", mended.findings);
        assert_eq!(mended.drafts.len(), read("summary.xlsx", &right).drafts.len());
    }
}

type Place = (String, u32, u32);

fn place(finding: &Finding) -> Place {
    let sheet = finding.sheet.as_deref().expect("a sheet").to_owned();
    (sheet, finding.row.expect("a row"), finding.column_index.expect("a column"))
}

/// The workbook with the content of some cells taken from another. Nothing else is touched.
fn mended(marked: &[u8], right: &[u8], cells: &BTreeSet<Place>) -> Vec<u8> {
    let (from, to) = (grid(right), grid(marked));
    let mut all = parts(marked);
    for (sheet, row, column) in cells {
        let part = to.sheet(sheet).and_then(|sheet| sheet.part()).expect("a part").to_owned();
        let xml = &mut all.iter_mut().find(|(name, _)| *name == part).expect("the part").1;
        let text = String::from_utf8(xml.clone()).expect("text");
        let name = format!("<c r=\"{}{row}\"", char::from(b'A' + u8::try_from(*column).expect("a near column")));
        let start = text.find(&name).expect("the cell");
        let end = start + text[start..].find("</c>").expect("its end") + 4;
        let content = match from.sheet(sheet).and_then(|sheet| sheet.cell(*row, *column)).expect("a cell").value() {
            Value::Number(number) => format!("{name}><v>{number}</v></c>"),
            value => panic!("{value:?} is no number"),
        };
        *xml = format!("{}{content}{}", &text[..start], &text[end..]).into_bytes();
    }
    pack(&all.iter().map(|(name, content)| Part::new(name, content)).collect::<Vec<_>>())
}

fn grid(bytes: &[u8]) -> intake::Grid {
    read_grid("summary.xlsx", bytes, &Limits::default()).grid.expect("a grid")
}
