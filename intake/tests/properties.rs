//! What holds for every input.

use intake::{ClaimRow, Lang, Limits, PackFiles, PackRows, RemarkRow, TableRow, read_pack, write_pack, write_table};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::pack_files::{good, pack, with_bytes};

const FILES: [&str; 12] = [
    "claims.csv",
    "countries.csv",
    "examples.csv",
    "mines.csv",
    "parties.csv",
    "policy.toml",
    "production.csv",
    "rates.csv",
    "remarks.csv",
    "rules.csv",
    "sources.csv",
    "streams.csv",
];

/// Reads and tells everything; a panic anywhere fails the test. A pack comes out only where nothing blocks.
fn read_and_tell(files: &PackFiles) {
    let read = read_pack(files, &Limits { findings: 50, ..Limits::default() });
    for finding in &read.findings {
        for lang in Lang::ALL {
            let told = finding.render(lang);
            assert!(told.contains(finding.code.as_str()));
        }
    }
    let blocks = read.findings.iter().any(|finding| finding.severity() == intake::Severity::MustFix);
    assert_eq!(read.pack.is_none(), blocks);
    if let Some(pack) = read.pack {
        assert_eq!(pack.facts.claims.len(), pack.rows.claims.len());
        assert_eq!(pack.facts.rules.len(), pack.rows.rules.len());
        assert_eq!(pack.examples.len(), pack.rows.examples.len());
    }
}

/// Amounts as publishers write them, up to the most digits that can be kept.
fn amount() -> impl Strategy<Value = String> {
    prop_oneof!["[1-9][0-9]{0,27}", "-?[1-9][0-9]{0,15}\\.[0-9]{1,12}", "0\\.[0-9]{1,27}", Just("0".to_owned()),]
}

/// The good pack's rows with these amounts as its claims.
fn rows_with(amounts: &[String]) -> PackRows {
    let mut rows = pack(&good()).rows;
    let template = rows.claims.iter().find(|row| row.id.as_deref() == Some("rent/undated")).cloned().expect("a claim");
    rows.claims = amounts
        .iter()
        .enumerate()
        .map(|(index, amount)| ClaimRow {
            id: Some(format!("rent/{index}")),
            amount: Some(amount.clone()),
            note: Some(format!("\"{index}\",\nÉtat ;")),
            ..template.clone()
        })
        .collect();
    // They name claims that are there no more.
    rows.examples.clear();
    rows.remarks = vec![RemarkRow {
        claim: Some("rent/0".to_owned()),
        remark: Some("open_question".to_owned()),
        ..RemarkRow::default()
    }];
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_file_are_read_without_panic(file in any::<Index>(), bytes in any::<Vec<u8>>()) {
        read_and_tell(&with_bytes(FILES[file.index(FILES.len())], bytes));
    }

    #[test]
    fn any_spoiling_of_a_good_file_is_read_without_panic(
        file in any::<Index>(),
        at in any::<Index>(),
        length in 0usize..40,
        text in "[-0-9a-zA-Z,;:.\"\n\r é/>]{0,12}",
    ) {
        let name = FILES[file.index(FILES.len())];
        let mut bytes = good().get(name).expect("a file").to_vec();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, text.into_bytes());
        read_and_tell(&with_bytes(name, bytes));
    }

    #[test]
    fn a_written_pack_reads_back_with_the_same_digits(amounts in prop::collection::vec(amount(), 1..20)) {
        let rows = rows_with(&amounts);
        let read = pack(&write_pack(&rows, &reconcile::Policy::default()));
        for (index, amount) in amounts.iter().enumerate() {
            let code = format!("rent/{index}");
            let claim = read.facts.claims.iter().position(|claim| *claim.code == *code).expect("the claim");
            let stated = read.facts.claims[claim].stated().map(|(amount, _)| amount.to_string());
            prop_assert_eq!(stated.as_ref(), Some(amount));
            prop_assert_eq!(&read.rows.claims[claim].place.raw, amount);
            prop_assert_eq!(&read.rows.claims[claim].note, &rows.claims[index].note);
        }
    }

    #[test]
    fn the_order_of_rows_changes_no_fact(seed in any::<u64>()) {
        let files = good();
        let shuffled = files.iter().map(|(name, bytes)| {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            let (header, rest) = text.split_once('\n').expect("a header");
            let mut lines: Vec<&str> = rest.lines().collect();
            if name.ends_with(".csv") {
                shuffle(&mut lines, seed);
            }
            (name.to_owned(), [header, "\n", &lines.join("\n"), "\n"].concat())
        });
        let shuffled = pack(&PackFiles::from_iter(shuffled));
        let straight = pack(&good());
        prop_assert_eq!(format!("{:?}", shuffled.facts), format!("{:?}", straight.facts));
        prop_assert_eq!(write_table(&shuffled.rows.claims), write_table(&straight.rows.claims));
    }

    #[test]
    fn any_choice_of_files_is_read_without_panic(names in subsequence(FILES.to_vec(), 0..FILES.len())) {
        let files = good();
        let chosen = names.iter().map(|name| (*name, files.get(name).expect("a file").to_vec()));
        read_and_tell(&PackFiles::from_iter(chosen));
    }
}

#[test]
fn every_cell_of_every_column_is_written_where_it_is_read() {
    let mut row = ClaimRow::default();
    for column in 0..ClaimRow::COLUMNS.len() {
        row.set(column, format!("cell {column}"));
        assert_eq!(row.get(column), Some(format!("cell {column}").as_str()));
    }
    assert_eq!((row.get(ClaimRow::COLUMNS.len()), row.id.as_deref()), (None, Some("cell 0")));
}

/// Fisher and Yates, with a small generator: the same seed gives the same order.
fn shuffle(lines: &mut [&str], mut seed: u64) {
    for last in (1..lines.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        lines.swap(last, (seed >> 33) as usize % (last + 1));
    }
}
