//! What holds for every report, whole or not: nothing panics, and what is read leads back to where it stands.

use proptest::prelude::*;
use proptest::sample::Index;

use super::shown::{read, shown, workbook};
use super::{eiti_v1, eiti_v2, estma, kp, uk};

/// A report as it is before it is packed: sheets of rows, so that a slip of the pen reaches its reader.
type Sheets = Vec<(&'static str, &'static str)>;

fn reports() -> Vec<Sheets> {
    vec![
        vec![
            ("Part 1 - About", eiti_v2::ABOUT),
            ("Part 3 - Reporting entities", eiti_v2::ENTITIES),
            ("Part 4 - Government revenues", eiti_v2::GOVERNMENT),
            ("Part 5 - Company data", eiti_v2::COMPANY),
        ],
        vec![("1. About", eiti_v1::ABOUT), ("3. Revenues", eiti_v1::REVENUES)],
        vec![("Cover", estma::COVER), ("Payments by Payee", estma::PAYEES), ("Payments by Project", estma::PROJECTS)],
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_cut_and_no_flipped_byte_makes_a_reader_panic(which: Index, cut: Index, flips: Vec<(Index, u8)>) {
        let mut bytes = workbook(&reports()[which.index(reports().len())]);
        for (at, byte) in flips.iter().take(4) {
            let at = at.index(bytes.len());
            bytes[at] ^= byte;
        }
        shown(&read("report", &bytes));
        bytes.truncate(cut.index(bytes.len()));
        shown(&read("report", &bytes));
    }

    #[test]
    fn no_slip_in_a_text_makes_a_reader_panic(
        which: Index,
        cut: Index,
        slips in prop::collection::vec((any::<Index>(), "[\\[\\]{}<>/&\"\\\\:,0-9a-z-]{0,4}"), 0..8),
    ) {
        let mut text = which.get(&[uk::LISTS, uk::ONES, uk::XML, kp::CSV]).to_string();
        for (at, slip) in &slips {
            let at = at.index(text.len());
            if text.is_char_boundary(at) {
                text.insert_str(at, slip);
            }
        }
        shown(&read("report", text.as_bytes()));
        shown(&read("report", &text.as_bytes()[..cut.index(text.len())]));
    }

    #[test]
    fn no_slip_of_the_pen_makes_a_reader_panic(
        which: Index,
        slips in prop::collection::vec((any::<Index>(), any::<Index>(), "[|#0-9.,E<>()\n a-z-]{0,6}"), 1..12),
    ) {
        let mut sheets: Vec<(&str, String)> =
            reports()[which.index(reports().len())].iter().map(|(name, rows)| (*name, (*rows).to_owned())).collect();
        for (sheet, at, text) in &slips {
            let count = sheets.len();
            let rows = &mut sheets[sheet.index(count)].1;
            let at = at.index(rows.len() + 1);
            if rows.is_char_boundary(at) {
                rows.insert_str(at, text);
            }
        }
        let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, rows)| (*name, rows.as_str())).collect();
        let reading = read("report", &workbook(&sheets));
        for draft in &reading.drafts {
            prop_assert!(draft.amount().is_some() != draft.absence().is_some());
        }
        shown(&reading);
    }
}
