//! What a good pack becomes.

use intake::{At, assemble, pack_sha256, policy_sha256, write_pack};
use reconcile::{Absence, Claim, Day, Facts, Policy, Precision, Span, Statement};

use crate::pack_files::{good, heads, pack, text, with, with_bytes, without};

fn claim<'f>(facts: &'f Facts, code: &str) -> &'f Claim {
    facts.claims.iter().find(|claim| &*claim.code == code).unwrap_or_else(|| panic!("no claim {code}"))
}

#[test]
fn the_good_pack_has_no_findings() {
    assert_eq!(heads(&good()), Vec::<String>::new());
}

#[test]
fn facts_are_sorted_and_aligned_with_their_rows() {
    let pack = pack(&good());
    let codes: Vec<&str> = pack.facts.claims.iter().map(|claim| &*claim.code).collect();
    assert!(codes.is_sorted());
    let rows: Vec<&str> = pack.rows.claims.iter().filter_map(|row| row.id.as_deref()).collect();
    assert_eq!(codes, rows);
    let parties: Vec<&str> = pack.facts.parties.iter().map(|party| &*party.code).collect();
    assert_eq!(parties, ["acme", "district", "families", "ward"]);
    assert_eq!(pack.rows.parties[1].name_fr.as_deref(), Some("Conseil de district"));
    assert_eq!(pack.facts.rates.len(), pack.rows.rates.len());
    let examples: Vec<&str> = pack.examples.iter().map(|example| &*example.code).collect();
    assert_eq!(examples, ["rent/families", "rent/leones", "stone/highest", "stone/small"]);
    assert_eq!(pack.rows.examples[0].note_fr.as_deref(), Some("Quarante pour cent du loyer."));
    assert_eq!(pack.facts.remarks.len(), 3);
    assert_eq!(pack.rows.remarks[0].claim.as_deref(), Some("rent/cheque"));
    assert_eq!(pack.pack_sha256, pack_sha256(&good()));
}

#[test]
fn digits_stay_as_they_were_written() {
    let pack = pack(&good());
    let amounts: Vec<String> =
        pack.facts.claims.iter().filter_map(|claim| claim.stated()).map(|(amount, _)| amount.to_string()).collect();
    assert!(amounts.contains(&"1000.00".to_owned()) && amounts.contains(&"100.50".to_owned()), "{amounts:?}");
}

#[test]
fn a_claim_knows_the_cell_it_was_read_from() {
    let pack = pack(&good());
    let place = |id: &str| {
        let row = pack.rows.claims.iter().find(|row| row.id.as_deref() == Some(id)).expect(id);
        let place = &row.place;
        format!("{}:{} {} {} {:?}", place.file, place.line, place.column, place.cell, place.raw)
    };
    assert_eq!(place("rent/paid"), "claims.csv:2 amount N2 \"1000.00\"");
    assert_eq!(place("rent/received"), "claims.csv:4 absence Q4 \"none_reported\"");
    assert_eq!(place("kp/SL/2023-01-01/all/value"), "production.csv:2 value_usd F2 \"20000.25\"");
}

#[test]
fn columns_are_found_by_name_in_any_order_and_rows_may_span_lines() {
    let file = "note,value,remark,claim\n\"two\nlines\",rent/paid,part_of,rent/ward\n,,wrong_entity,rent/undated\n";
    let pack = pack(&with_bytes("remarks.csv", file.into()));
    assert_eq!(&*pack.facts.remarks[1].note, "two\nlines");
    assert_eq!(pack.rows.remarks[0].at, At { line: 4, row: 3 });
}

#[test]
fn silence_without_a_figure_is_an_absence_and_never_zero() {
    let pack = pack(&good());
    let claim = claim(&pack.facts, "rent/received");
    let leones = "SLE".parse().ok();
    assert_eq!(claim.statement, Statement::Absent(Absence::NoneReported, leones));
}

#[test]
fn a_period_takes_its_open_end_and_its_partial_dates_generously() {
    let pack = pack(&good());
    let received = claim(&pack.facts, "rent/received").span.period().expect("a period");
    assert_eq!((received.first.to_string(), received.last), ("2023-01-01".to_owned(), Day::OPEN_END));
    let ward = claim(&pack.facts, "rent/ward").span.period().expect("a period");
    assert_eq!((ward.first.to_string(), ward.last.to_string()), ("2023-01-01".into(), "2023-12-31".into()));
}

#[test]
fn an_event_that_a_person_set_comes_before_the_dates_which_stay_in_the_row() {
    let pack = pack(&good());
    assert_eq!(claim(&pack.facts, "rent/cheque").span, Span::Event("cheque-7".into()));
    let row = pack.rows.claims.iter().find(|row| row.id.as_deref() == Some("rent/cheque")).expect("the row");
    assert_eq!(row.period_from.as_deref(), Some("2023-01-01"));
    let undated = claim(&pack.facts, "rent/undated");
    assert_eq!(undated.span, Span::Event("rent/surface_rent/2023-02-10".into()));
    assert_eq!(undated.precision, Precision::Exact);
}

#[test]
fn production_becomes_two_claims_a_row_and_a_second_row_of_one_half_year_its_own_claims() {
    let pack = pack(&good());
    let told: Vec<String> = pack
        .facts
        .claims
        .iter()
        .filter(|claim| claim.code.starts_with("kp/"))
        .map(|claim| match claim.statement {
            Statement::Stated(amount, unit) => format!("{} {amount} {unit}", claim.code),
            Statement::Absent(absence, _) => format!("{} {absence}", claim.code),
        })
        .collect();
    assert_eq!(
        told,
        [
            "kp/SL/2023-01-01/all/carats 100.50 ct",
            "kp/SL/2023-01-01/all/value 20000.25 USD",
            "kp/SL/2023-07-01/all/carats 0 ct",
            "kp/SL/2023-07-01/all/carats/2 7.25 ct",
            "kp/SL/2023-07-01/all/value not_stated",
            "kp/SL/2023-07-01/all/value/2 900 USD",
        ]
    );
    let streams: Vec<&str> = pack.facts.streams.iter().map(|stream| &*stream.code).collect();
    assert_eq!(streams, ["kp_production", "surface_rent"]);
}

#[test]
fn a_pack_without_streams_takes_a_stream_for_its_code() {
    let pack = pack(&without("streams.csv"));
    let names: Vec<Option<&str>> = pack.rows.streams.iter().map(|stream| stream.name_en.as_deref()).collect();
    assert_eq!(names, [Some("Production (Kimberley Process)"), Some("surface_rent")]);
}

#[test]
fn land_owning_families_take_the_share_of_their_name() {
    let pack = pack(&good());
    let families = &pack.facts.parties[2];
    assert_eq!((families.kind.as_str(), families.shares.join(";")), ("landowners", "landowners".to_owned()));
}

#[test]
fn a_rule_is_read_whole() {
    let pack = pack(&good());
    let told: Vec<String> = pack
        .facts
        .rules
        .iter()
        .map(|rule| {
            let shares: Vec<String> =
                rule.split.iter().map(|share| format!("{}:{}", share.token, share.percent)).collect();
            let tier = rule.tier.map(|tier| format!("{} {}", tier.above, tier.currency)).unwrap_or_default();
            let mine = rule.mine.map(|mine| pack.facts.mine(mine).code.to_string()).unwrap_or_default();
            let share_of = rule.share_of.map(|of| pack.facts.rule(of).code.to_string()).unwrap_or_default();
            format!("{}|{mine}|{}|{share_of}|{tier}|{}", rule.code, shares.join(";"), rule.minimum)
        })
        .collect();
    let expected =
        ["rent|north-pit||||false", "rent-split||district:60;families:40|rent||false", "stone||||500000 USD|true"];
    assert_eq!(told, expected);
    assert_eq!(pack.facts.rules[0].deadline.as_deref(), Some("next-year-03-15"));
    assert!(pack.facts.rules[0].effective_from.is_some_and(|from| from.first.to_string() == "2020-01-01"));
}

#[test]
fn a_pack_without_a_policy_has_the_default_one() {
    let pack = pack(&without("policy.toml"));
    assert_eq!(pack.policy, Policy::default());
    assert_eq!(pack.policy_sha256, policy_sha256(&Policy::default()));
}

#[test]
fn what_is_imported_is_what_is_exported() {
    let first = pack(&good());
    let exported = write_pack(&first.rows, &first.policy);
    assert_eq!(heads(&exported), Vec::<String>::new());
    let second = pack(&exported);
    assert_eq!(format!("{:?}", first.facts), format!("{:?}", second.facts));
    assert_eq!((&first.policy, &first.policy_sha256), (&second.policy, &second.policy_sha256));
    let again = write_pack(&second.rows, &second.policy);
    assert_eq!(exported, again, "an export of an import is the same bytes");
}

#[test]
fn rows_of_a_database_become_the_same_facts() {
    let first = pack(&good());
    let mut rows = first.rows.clone();
    rows.claims.reverse();
    rows.parties.reverse();
    rows.remarks.reverse();
    let assembled = assemble(rows).expect("good rows");
    assert_eq!(format!("{:?}", first.facts), format!("{:?}", assembled.facts));
    assert_eq!(first.rows, assembled.rows);
    let mut bad = first.rows;
    bad.claims[0].mine_id = Some("nowhere".to_owned());
    let findings = assemble(bad).expect_err("an unknown mine");
    assert_eq!(findings[0].code.as_str(), "reference_unknown");
}

#[test]
fn the_expected_verdicts_are_passed_over_and_a_stray_file_is_told() {
    assert_eq!(heads(&with_bytes("expected.csv", b"\xff".to_vec())), Vec::<String>::new());
    assert_eq!(heads(&with_bytes("claim.csv", b"x".to_vec())), ["claim.csv file_unknown"]);
    assert_eq!(heads(&with("claims.csv", "id,case", "id ,case")), Vec::<String>::new());
    assert!(text("claims.csv").starts_with("id,"));
}
