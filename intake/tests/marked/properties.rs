//! Whatever is found wherever, marking changes no value; and no bytes make it panic.

use intake::{Code, Finding, Lang, Limits, mark, read_grid};
use proptest::prelude::*;
use proptest::sample::Index;

use super::finding;
use crate::workbooks::{Workbook, codes, shown};

fn small() -> Limits {
    Limits { rows: 500, cells: 2_000, unpacked: 1 << 20, ..Limits::default() }
}

fn any_finding() -> impl Strategy<Value = Finding> {
    let sheet = prop::sample::select(vec!["", "Payments", " payments", "Other"]);
    (prop::sample::select(Code::ALL), sheet, 1_u32..20, 0_u32..20, ".{0,12}", 0_u8..4).prop_map(
        |(code, sheet, row, column, seen, kept)| {
            let mut finding = finding(code, sheet, row, column, &seen);
            finding.row = (kept != 3).then_some(row);
            finding.column_index = (kept < 2).then_some(column);
            finding.line = (kept == 3).then_some(row);
            finding
        },
    )
}

fn findings() -> impl Strategy<Value = Vec<Finding>> {
    prop::collection::vec(any_finding(), 0..12)
}

/// Rows of a sheet, some numbered and some not, with gaps.
fn sheet() -> impl Strategy<Value = String> {
    let cell = (1_u32..4, any::<bool>(), 0_u32..5);
    let row = (1_u32..4, any::<bool>(), prop::collection::vec(cell, 0..5));
    prop::collection::vec(row, 0..6).prop_map(|rows| {
        let (mut text, mut number) = (String::new(), 0);
        for (step, named, cells) in rows {
            number += if named { step } else { 1 };
            text += &if named { format!("<row r=\"{number}\" spans=\"1:2\">") } else { "<row>".to_owned() };
            let mut column = 0;
            for (step, named, sort) in cells {
                column += if named { step } else { 1 };
                let letter = char::from(b'A' + column as u8 - 1);
                let name = if named { format!(" r=\"{letter}{number}\"") } else { String::new() };
                text += &match sort {
                    0 => format!("<c{name}/>"),
                    1 => format!("<c{name} s=\"1\"><v>45351.5</v></c>"),
                    2 => format!("<c s='2'{name}><f>A1</f><v>1.50</v></c>"),
                    3 => format!("<c{name} t=\"inlineStr\" ><is><t>a&amp;b</t></is></c>"),
                    _ => format!("<c{name} t=\"e\"><v>#N/A</v></c>"),
                };
            }
            text += "</row>";
        }
        text
    })
}

/// What a reader makes of it, without what speaks of the list itself.
fn read(bytes: &[u8]) -> (String, Vec<String>) {
    let read = read_grid("a.xlsx", bytes, &small());
    let told = codes(&read).into_iter().filter(|code| !code.ends_with("list_passed_over")).collect();
    (read.grid.as_ref().map(shown).unwrap_or_default(), told)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn marking_a_workbook_changes_no_value(rows in sheet(), first in findings(), second in findings(), french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let before = Workbook::rows(&rows).bytes();
        let once = mark(&before, &first, lang, &small());
        prop_assert!(once.is_whole);
        prop_assert_eq!(read(&once.bytes), read(&before));
        let twice = mark(&once.bytes, &second, lang, &small());
        prop_assert!(twice.is_whole);
        prop_assert_eq!(read(&twice.bytes), read(&before));
    }

    #[test]
    fn marking_a_text_changes_no_cell(
        rows in prop::collection::vec(prop::collection::vec("[a-z]{1,3}|\"[a-z,; \n]{1,3}\"", 3), 1..8),
        delimiter in prop::sample::select(vec![",", ";", "\t"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n"]),
        findings in findings(),
    ) {
        let text: String = rows.iter().map(|row| row.join(delimiter) + end).collect();
        let cells = |bytes: &[u8]| {
            let grid = read_grid("a.csv", bytes, &small()).grid.expect("a grid");
            let own = shown(&grid);
            let width = grid.sheets[0].rows().map(|row| row.cells().len()).max();
            (own.split_inclusive('\n').filter(|line| !line.starts_with('D')).collect::<String>(), width)
        };
        let (before, width) = cells(text.as_bytes());
        let marked = mark(text.as_bytes(), &findings, Lang::En, &small());
        let (after, new_width) = cells(&marked.bytes);
        if width == Some(3) {
            prop_assert_eq!(after, before);
            prop_assert_eq!(new_width, Some(4));
        }
    }

    #[test]
    fn any_bytes_are_marked_without_panic(bytes in any::<Vec<u8>>(), findings in findings()) {
        mark(&bytes, &findings, Lang::En, &small());
    }

    #[test]
    fn any_spoiling_of_a_workbook_is_marked_without_panic(
        at in any::<Index>(),
        length in 0_usize..20,
        spoil in prop::collection::vec(any::<u8>(), 0..20),
        findings in findings(),
    ) {
        let mut bytes = mark(&Workbook::rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes(), &findings, Lang::En, &small()).bytes;
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, spoil);
        mark(&bytes, &findings, Lang::En, &small());
    }
}
