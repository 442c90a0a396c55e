//! Each finding about a value: one thing wrong with the good pack at a time.

use intake::{Limits, PackFiles, read_pack};

use crate::pack_files::{heads, only, with, with_bytes, without};

/// What is wrong: a text of a file and its replacement, the finding that must be the only one, and words of its message or fix.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

fn check(cases: &[Case]) {
    for (file, good, bad, head, words) in cases {
        let told = only(&with(file, good, bad), head);
        assert!(told.contains(words), "{head}: {told}");
    }
}

#[test]
fn every_malformed_amount_is_told_how_to_write_it() {
    let cases = [
        ("\"1,000.00\"", "amount_separator", "Write `1000.00`."),
        ("\"1.000,00\"", "amount_separator", "Write `1000.00`."),
        ("\"1,000\"", "amount_ambiguous", "may mean 1000 or 1.000"),
        ("1 000", "amount_space", "Write `1000`."),
        ("1e6", "amount_exponent", "Write `1000000`."),
        ("NaN", "amount_not_a_number", "leave it empty and say why in `absence`"),
        ("1234567890123456789012345678901234567890", "amount_too_long", "more than 28 digits"),
        ("0001000", "amount_leading_zeros", "Write `1000`."),
        ("$1000", "amount_symbol", "Write `1000`."),
        ("(1000)", "amount_sign", "Write `-1000`."),
        (".50", "amount_point", "Write `0.50`."),
    ];
    for (amount, code, words) in cases {
        let told =
            only(&with("claims.csv", "2023,1000.00,", &format!("2023,{amount},")), &format!("claims.csv:2 N2 {code}"));
        assert!(told.contains(words), "{amount}: {told}");
    }
}

#[test]
fn an_amount_and_its_absence_exclude_each_other_and_one_of_them_is_there() {
    check(&[
        (
            "claims.csv",
            "1000.00,SLE,,,",
            "1000.00,SLE,,not_disclosed,",
            "claims.csv:2 Q2 amount_and_absence",
            "Remove one",
        ),
        ("claims.csv", ",,none_reported,", ",,,", "claims.csv:4 N4 amount_missing", "Missing is not zero"),
        (
            "claims.csv",
            ",,none_reported,",
            ",,nothing_reported,",
            "claims.csv:4 Q4 word_unknown",
            "not_disclosed, not_stated",
        ),
        ("claims.csv", "1000.00,SLE,,", "1000.00,,,", "claims.csv:2 O2 unit_missing", "`unit` for carats"),
        ("claims.csv", "1000.00,SLE,,", "1000.00,SLE,ct,", "claims.csv:2 P2 currency_and_unit", "Remove one"),
        ("claims.csv", "1000.00,SLE,,", "1000.00,Leones,,", "claims.csv:2 O2 currency_shape", "three capital letters"),
        ("production.csv", ",0,,not_stated,", ",0,,,", "production.csv:3 F3 amount_missing", "Missing is not zero"),
        (
            "production.csv",
            "100.50,20000.25,,",
            "100.50,20000.25,not_read,",
            "production.csv:2 G2 amount_and_absence",
            "",
        ),
        ("production.csv", "100.50", "100;50", "production.csv:2 E2 amount_not_a_number", ""),
    ]);
}

#[test]
fn dates_exist_and_periods_end_after_they_start() {
    check(&[
        (
            "claims.csv",
            "2023-01-01,2023-12-31,2023,1000",
            "2023-12-31,2023-01-01,2023,1000",
            "claims.csv:2 L2 period_reversed",
            "before it starts on 2023-12-31",
        ),
        (
            "claims.csv",
            "2023-12-31,2023,1000",
            "2023-02-29,2023,1000",
            "claims.csv:2 L2 date_bad",
            "a day that the calendar has",
        ),
        ("claims.csv", "2024-05-01", "01/05/2024", "claims.csv:2 T2 date_bad", "YYYY-MM-DD"),
        ("rules.csv", "2020,2023-05-11", "2024,2023-05-11", "rules.csv:2 T2 period_reversed", ""),
        ("rules.csv", "next-year-03-15", "31 March", "rules.csv:2 U2 deadline_shape", "next-year-MM-DD"),
        ("rates.csv", "2022-07-01,,", "2022-07-01,2022,", "rates.csv:2 D2 rate_date", "not both"),
        ("rates.csv", "2022-07-01,,", ",,", "rates.csv:2 D2 rate_date", ""),
    ]);
}

#[test]
fn references_lead_somewhere_and_the_nearest_code_is_suggested() {
    check(&[
        (
            "claims.csv",
            "north-pit,acme,district",
            "nort-pit,acme,district",
            "claims.csv:2 D2 reference_unknown",
            "Did you mean `north-pit`?",
        ),
        (
            "claims.csv",
            "north-pit,acme,district",
            "north-pit,acem,district",
            "claims.csv:2 E2 reference_unknown",
            "Did you mean `acme`?",
        ),
        (
            "claims.csv",
            "surface_rent,mandatory",
            "surface-rent,mandatory",
            "claims.csv:2 G2 reference_unknown",
            "Did you mean `surface_rent`?",
        ),
        ("claims.csv", ",report,", ",memory,", "claims.csv:2 U2 reference_unknown", "is not in `sources.csv`"),
        ("parties.csv", "ward,SL", "ward,ZZ", "parties.csv:4 B4 reference_unknown", "`countries.csv`"),
        ("mines.csv", "kimberlite,acme", "kimberlite,acmee", "mines.csv:3 F3 reference_unknown", "`acme`"),
        ("rules.csv", ",rent,,,2020-01", ",rnet,,,2020-01", "rules.csv:3 P3 reference_unknown", "`rent`"),
        ("rules.csv", "SL,north-pit", "SL,south-pole", "rules.csv:2 C2 reference_unknown", "`mines.csv`"),
        ("remarks.csv", "rent/ward,", "rent/wrad,", "remarks.csv:2 A2 reference_unknown", "`rent/ward`"),
        ("remarks.csv", "part_of,rent/paid", "part_of,rent/piad", "remarks.csv:2 C2 reference_unknown", "`rent/paid`"),
    ]);
}

#[test]
fn words_of_closed_vocabularies_are_listed_where_another_was_written() {
    check(&[
        (
            "claims.csv",
            "mandatory,company",
            "mandatory,firm",
            "claims.csv:2 I2 word_unknown",
            "company, government, community, third_party",
        ),
        ("claims.csv", "company,paid", "company,piad", "claims.csv:2 J2 word_unknown", "Did you mean `paid`?"),
        ("claims.csv", ",about,", ",roughly,", "claims.csv:5 X5 word_unknown", "exact, rounded, at_least, about"),
        ("parties.csv", ",company,", ",enterprise,", "parties.csv:2 E2 word_unknown", "civil_society"),
        ("streams.csv", ",surface_rent,", ",rent,", "streams.csv:2 D2 word_unknown", "surface_rent"),
        ("rules.csv", "lease,fixed", "leese,fixed", "rules.csv:2 H2 word_unknown", "Did you mean `lease`?"),
        ("rules.csv", "highest_of_three", "average", "rules.csv:4 Q4 word_unknown", "highest_of_three"),
        ("countries.csv", "SLE;SLL,yes", "SLE;SLL,si", "countries.csv:2 F2 word_unknown", "yes, no"),
        ("production.csv", ",all,100", ",everything,100", "production.csv:2 D2 word_unknown", "large_scale"),
        ("remarks.csv", "part_of", "part of", "remarks.csv:2 B2 word_unknown", "Did you mean `part_of`?"),
    ]);
}

#[test]
fn an_id_is_there_once() {
    check(&[
        ("claims.csv", "rent/received,rent", "rent/paid,rent", "claims.csv:4 A4 id_repeated", "the row on line 2"),
        ("parties.csv", "families,SL", "acme,SL", "parties.csv:5 A5 id_repeated", "line 2"),
        ("claims.csv", "rent/received,rent", ",rent", "claims.csv:4 A4 value_missing", "Fill it in"),
        (
            "claims.csv",
            "rent/received,rent",
            "rent received,rent",
            "claims.csv:4 A4 id_shape",
            "letters, digits and hyphens",
        ),
    ]);
}

#[test]
fn a_circle_is_told_from_its_first_member() {
    let told = only(
        &with("parties.csv", "council,,,report,councils", "council,ward,,report,councils"),
        "parties.csv:3 F3 parent_cycle",
    );
    assert!(told.contains("district → ward → district"), "{told}");
    let told =
        only(&with("mines.csv", "operating,report,\n", "operating,report,north-pit\n"), "mines.csv:2 M2 parent_cycle");
    assert!(told.contains("field → north-pit → field"), "{told}");
    let told = only(&with("parties.csv", "company,,,report", "company,acme,,report"), "parties.csv:2 F2 parent_cycle");
    assert!(told.contains("acme → acme"), "{told}");
    let told =
        only(&with("rules.csv", "1000.00,SLE,no,,,", "1000.00,SLE,no,,rent-split,"), "rules.csv:2 P2 share_cycle");
    assert!(told.contains("rent → rent-split → rent"), "{told}");
    let told = only(
        &with("remarks.csv", "rent/cheque,set_aside,forecast", "rent/paid,some_of,rent/ward"),
        "remarks.csv:3 C3 remark_cycle",
    );
    assert!(told.contains("rent/paid → rent/ward → rent/paid"), "{told}");
}

#[test]
fn a_split_totals_one_hundred_to_the_last_digit() {
    check(&[
        ("rules.csv", "families:40", "families:30", "rules.csv:3 O3 split_total", "The shares total 90, not 100."),
        ("rules.csv", "families:40", "families:40.0001", "rules.csv:3 O3 split_total", "total 100.0001"),
        ("rules.csv", "families:40", "families", "rules.csv:3 O3 split_shape", "`families` is not a share"),
        ("rules.csv", "families:40", "families:0", "rules.csv:3 O3 split_shape", "above 0"),
        ("rules.csv", "families:40", "district:40", "rules.csv:3 O3 split_repeated", "two shares"),
        ("rules.csv", "value>500000 USD", "over 500000 USD", "rules.csv:4 R4 tier_shape", "value>500000 USD"),
        (
            "rules.csv",
            "1000.00,SLE,no",
            "1000.00,,no",
            "rules.csv:2 M2 fixed_incomplete",
            "both an amount and a currency",
        ),
    ]);
    let files = with("rules.csv", "each_sale,15,", "each_sale,,");
    let files = PackFiles::from_iter(files.iter().filter(|(name, _)| *name != "examples.csv"));
    assert!(heads(&files).contains(&"rules.csv:4 K4 rule_without_formula".to_owned()));
    assert!(read_pack(&files, &Limits::default()).pack.is_some(), "what should be checked does not block");
}

#[test]
fn a_claim_says_where_it_belongs() {
    check(&[
        (
            "claims.csv",
            "rent/undated,rent,payment,,acme,district,surface_rent,,third_party,paid,,,,70,SLE,,,2023-02-10",
            "rent/undated,,payment,,acme,district,surface_rent,,third_party,paid,,,,70,SLE,,,",
            "claims.csv:6 K6 span_missing",
            "`event`",
        ),
        (
            "claims.csv",
            "rent/undated,rent,payment,,acme,district",
            "rent/undated,rent,payment,north-pit,,",
            "claims.csv:6 E6 party_missing",
            "`recipient_id`",
        ),
        (
            "claims.csv",
            "payment,,acme,district,surface_rent,,third_party,paid",
            "payment,,,,surface_rent,,third_party,base",
            "claims.csv:6 country country_missing",
            "Fill in one",
        ),
        (
            "rules.csv",
            "rent,SL,north-pit",
            "rent,LS,north-pit",
            "rules.csv:2 B2 country_differs",
            "that of the mine `north-pit` is SL",
        ),
    ]);
}

#[test]
fn registries_hold_what_pages_need() {
    check(&[
        ("countries.csv", "LS,LSO", "ls,LSO", "countries.csv:3 A3 code_shape", "2 capital letters"),
        ("countries.csv", ",LSL,", ",Maloti,", "countries.csv:3 E3 currency_shape", ""),
        ("countries.csv", "Lesotho,Lesotho", "Lesotho,", "countries.csv:3 D3 value_missing", "`name_fr` is empty"),
        ("mines.csv", "8.5,-11.25", "8.5,", "mines.csv:3 H3 coordinate_shape", "stand together"),
        ("mines.csv", "8.5,-11.25", "98.5,-11.25", "mines.csv:3 H3 coordinate_shape", "90"),
        ("rates.csv", "SLE,SLL,1000", "SLE,SLE,1000", "rates.csv:2 B2 rate_same_currency", "two currencies"),
        ("rates.csv", "SLE,SLL,1000", "SLE,SLL,0", "rates.csv:2 C2 rate_not_positive", "above 0"),
        ("sources.csv", ",company,", ",rumour,", "sources.csv:2 G2 word_unknown", "official, press"),
        ("sources.csv", "Annual report", "Annual\u{1}report", "sources.csv:2 B2 control_character", ""),
    ]);
}

#[test]
fn a_remark_names_what_its_kind_asks_for() {
    check(&[
        ("remarks.csv", "part_of,rent/paid", "part_of,", "remarks.csv:2 C2 remark_value_count", "one claim or more"),
        (
            "remarks.csv",
            "part_of,rent/paid",
            "states_difference,rent/paid",
            "remarks.csv:2 C2 remark_value_count",
            "left;right",
        ),
        (
            "remarks.csv",
            "part_of,rent/paid",
            "open_question,rent/paid",
            "remarks.csv:2 C2 remark_value_count",
            "nothing",
        ),
        (
            "remarks.csv",
            "part_of,rent/paid",
            "explained,timing;G-00000-00000-1",
            "remarks.csv:2 C2 remark_value_count",
            "the code of one gap",
        ),
        ("remarks.csv", "set_aside,forecast", "set_aside,", "remarks.csv:3 C3 value_missing", ""),
        ("remarks.csv", "set_aside,forecast", "base_for,rents", "remarks.csv:3 C3 reference_unknown", "`streams.csv`"),
        ("remarks.csv", "wrong_entity,", "wrong_entity,nobody", "remarks.csv:4 C4 reference_unknown", "`parties.csv`"),
    ]);
}

#[test]
fn an_example_is_worked_by_the_engine_and_must_agree() {
    const HIGHEST: &str = "export_value/owner=600000 USD; export_value/agency=750000.50 USD";
    check(&[
        (
            "examples.csv",
            "112500.08",
            "112500.07",
            "examples.csv:4 F4 example_differs",
            "The example says 112500.07 USD; the rule `stone` gives 112500.08 USD.",
        ),
        (
            "examples.csv",
            "no_rule",
            "base_unknown",
            "examples.csv:5 H5 example_differs",
            "says no amount (base_unknown); the rule `stone` gives no amount (no_rule)",
        ),
        ("rules.csv", "each_sale,15,", "each_sale,14,", "examples.csv:4 F4 example_differs", "gives 105000.07 USD"),
    ]);
    check(&[
        ("examples.csv", "600000 USD;", "6e5 USD;", "examples.csv:4 C4 example_given", "export_value/owner"),
        ("examples.csv", HIGHEST, "export_value 600000", "examples.csv:4 C4 example_given", "`export_value 600000`"),
        ("examples.csv", HIGHEST, "USD=1 USD", "examples.csv:4 C4 example_given", "`USD=1 USD`"),
        ("examples.csv", ",families,", ",strangers,", "examples.csv:3 E3 example_share", "district, families"),
        ("examples.csv", "400,SLE", "400,", "examples.csv:3 F3 example_answer", "with its currency"),
        ("examples.csv", "rent-split,s", "rent-splat,s", "examples.csv:3 B3 reference_unknown", "`rent-split`"),
        ("examples.csv", "rent/paid,", "rent/piad,", "examples.csv:2 J2 reference_unknown", "`rent/paid`"),
        ("examples.csv", ",report,The", ",,The", "examples.csv:2 K2 value_missing", "Fill it in"),
        ("examples.csv", "La somme du bail.", "", "examples.csv:2 M2 value_missing", "`note_fr` is empty"),
    ]);
}

#[test]
fn a_rule_without_an_example_could_be_better() {
    let files = without("examples.csv");
    let head = |line: u32| format!("rules.csv:{line} A{line} rule_without_example");
    assert_eq!(heads(&files), [head(2), head(3), head(4)]);
    assert!(read_pack(&files, &Limits::default()).pack.is_some());
}

#[test]
fn what_only_should_be_looked_at_does_not_block() {
    let cases = [
        ("claims.csv", "Le 1,000.00", "Le 2,000.00", "claims.csv:2 V2 amount_not_in_print"),
        ("claims.csv", "nothing came,,,", "nothing came,,about,", "claims.csv:4 X4 precision_without_amount"),
        ("claims.csv", "1000.00,SLE", "1000.00, SLE", "claims.csv:2 O2 stray_spaces"),
        ("sources.csv", "https://example.org", "example.org", "sources.csv:2 D2 address_shape"),
    ];
    for (file, good, bad, head) in cases {
        let files = with(file, good, bad);
        assert_eq!(heads(&files), [head]);
        assert!(read_pack(&files, &Limits::default()).pack.is_some(), "{head}");
    }
    let header = "country,period_from,period_to,kind,carats,value_usd,absence,source_id,note\n";
    let row = "SL,2023-01-01,2023-06-30,all,1,2,,report,\n";
    assert_eq!(
        heads(&with_bytes("production.csv", [header, row, row].concat().into())),
        ["production.csv:3 A3 row_repeated"]
    );
    let files =
        with_bytes("claims.csv", crate::pack_files::text("claims.csv").lines().next().unwrap_or_default().into());
    assert!(heads(&files).contains(&"claims.csv no_rows".to_owned()));
}

#[test]
fn a_bad_row_never_costs_the_others() {
    let claims = crate::pack_files::text("claims.csv")
        .replacen("2023,1000.00,", "2023,1e3,", 1)
        .replacen("2023-12,2023", "2023-13,2023", 1)
        .replacen("none_reported", "none", 1);
    assert_eq!(
        heads(&with_bytes("claims.csv", claims.into())),
        ["claims.csv:2 N2 amount_exponent", "claims.csv:3 L3 date_bad", "claims.csv:4 Q4 word_unknown"]
    );
}
