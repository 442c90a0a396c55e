//! Production statistics of the Kimberley Process.

use expect_test::expect;

use super::shown::{check, workbook};

pub const CSV: &str = "\
Country Name,Year,Quarter,Trade Type,Production Type,Carat,US Value,Public,Created,Last Modified,,,
Botswana,2023,1,Production,Production,\"12,695,263.00\",\"1,752,123,456.10\",Yes,20Sep23:09:31:08,,,,
Botswana,2023,2,Production,Production,\"12,399,555.00\",\"1,531,055,394.90\",Yes,20Sep24:09:31:08,,,,
\"Congo, Democratic Republic of\",2023,1,Production,ASM,\"3,000,000.50\",\"20,000,000.25\",Yes,20Sep23:09:31:08,,,,
\"Congo, Democratic Republic of\",2023,1,Production,LSM,\"1,000,000.00\",\"5,000,000.00\",Yes,20Sep23:09:31:08,,,,
\"Congo, Democratic Republic of\",2023,1,Production,Production,\"4,000,000.50\",\"26,000,000.25\",Yes,20Sep23:09:31:08,,,,
Cote D'ivoire,2023,1,Production,Production,580.855,\"97,931.73\",Yes,20Sep23:09:31:08,,,,
Norway,2023,1,No Production,,,,Yes,20Sep23:09:31:08,,,,
Ghana,2023,1,No Production,Production,0,0,Yes,20Sep23:09:31:08,,,,
Togo,2023,1,No Production,Production,12,,Yes,20Sep23:09:31:08,,,,
Guinea,2023,1,Production,Production,60000,,Yes,20Sep23:09:31:08,,,,
";

#[test]
fn half_years_in_carats_and_dollars_with_nothing_told_apart_from_nought() {
    check(
        "kp.csv",
        CSV.as_bytes(),
        &expect![[r#"
            kp-production
            = BW `Botswana` (A2) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B2) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C2) <a word of the file was read as a word of ours>
            F2: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=12695263.00 `12,695,263.00` | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G2: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=1752123456.10 `1,752,123,456.10` | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = BW `Botswana` (A3) <a word of the file was read as a word of ours>, production, government, base, 2023-07-01 `2023` (B3) <a word of the file was read as a word of ours>, 2023-12-31 `2` (C3) <a word of the file was read as a word of ours>
            F3: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=12399555.00 `12,399,555.00` | unit=ct | stated_on=2024-09-20 `20Sep24:09:31:08`
            G3: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=1531055394.90 `1,531,055,394.90` | currency=USD | stated_on=2024-09-20 `20Sep24:09:31:08`
            = CD `Congo, Democratic Republic of` (A4) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B4) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C4) <a word of the file was read as a word of ours>
            F4: stream=kp_production_artisanal `ASM` <a word of the file was read as a word of ours> | amount=3000000.50 `3,000,000.50` | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G4: stream=kp_production_artisanal `ASM` <a word of the file was read as a word of ours> | amount=20000000.25 `20,000,000.25` | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = CD `Congo, Democratic Republic of` (A5) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B5) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C5) <a word of the file was read as a word of ours>
            F5: stream=kp_production_large_scale `LSM` <a word of the file was read as a word of ours> | amount=1000000.00 `1,000,000.00` | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G5: stream=kp_production_large_scale `LSM` <a word of the file was read as a word of ours> | amount=5000000.00 `5,000,000.00` | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = CD `Congo, Democratic Republic of` (A6) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B6) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C6) <a word of the file was read as a word of ours>
            F6: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=4000000.50 `4,000,000.50` | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G6: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=26000000.25 `26,000,000.25` | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = CI `Cote D'ivoire` (A7) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B7) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C7) <a word of the file was read as a word of ours>
            F7: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=580.855 <`.` is the decimal mark of the file> | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G7: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=97931.73 `97,931.73` | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = NO `Norway` (A8) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B8) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C8) <a word of the file was read as a word of ours>
            D8: stream=kp_production `` <a word of the file was read as a word of ours> | unit=ct | absence=none_reported `No Production` <a word of the file was read as a word of ours> | stated_on=2023-09-20 `20Sep23:09:31:08`
            D8: stream=kp_production `` <a word of the file was read as a word of ours> | currency=USD | absence=none_reported `No Production` <a word of the file was read as a word of ours> | stated_on=2023-09-20 `20Sep23:09:31:08`
            = GH `Ghana` (A9) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B9) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C9) <a word of the file was read as a word of ours>
            F9: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=0 | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G9: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=0 | currency=USD | stated_on=2023-09-20 `20Sep23:09:31:08`
            = TG `Togo` (A10) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B10) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C10) <a word of the file was read as a word of ours>
            F10: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=12 | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            D10: stream=kp_production `Production` <a word of the file was read as a word of ours> | currency=USD | absence=none_reported `No Production` <a word of the file was read as a word of ours> | stated_on=2023-09-20 `20Sep23:09:31:08`
            = GN `Guinea` (A11) <a word of the file was read as a word of ours>, production, government, base, 2023-01-01 `2023` (B11) <a word of the file was read as a word of ours>, 2023-06-30 `1` (C11) <a word of the file was read as a word of ours>
            F11: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=60000 | unit=ct | stated_on=2023-09-20 `20Sep23:09:31:08`
            G11: stream=kp_production `Production` <a word of the file was read as a word of ours> | currency=USD | absence=not_stated `` | stated_on=2023-09-20 `20Sep23:09:31:08`
            ! G6 total_differs: The total of `Production` is 26,000,000.25 here; the figures in `ASM + LSM` add up to 25000000.25.
            ! F10 production_contradicted: The row says that there was no production, and has the figure `12`.
            ! G11 amount_blank: The row has no amount; it was read as not stated, not as nought.
            + government base: 3334276783.23 USD (7 known, 3 absent)
            + government base: 33155411.855 ct (9 known, 1 absent)
        "#]],
    );
}

#[test]
fn a_later_vintage_is_kept_beside_the_earlier_one() {
    let rows = "
Country Name | Year | Quarter | Trade Type | Production Type | Carat | US Value | Created | Last Modified
South Africa | #2017 | #1 | Production | Production | #4800000.25 | #1545000000 | 2018-06-30 |
South Africa | #2017 | #1 | Production | Production | #4800000.25 | #651963525.29 | 2018-06-30 | 2021-07-15
South Africa | #2017 | #1 | Production | Production | #4800000.25 | #651963525.29 | 2018-06-30 | 2021-07-15
";
    check(
        "kp.xlsx",
        &workbook(&[("Production", rows)]),
        &expect![[r#"
        kp-production
        = ZA `South Africa` (Production!A2) <a word of the file was read as a word of ours>, production, government, base, 2017-01-01 `2017` (Production!B2) <a word of the file was read as a word of ours>, 2017-06-30 `1` (Production!C2) <a word of the file was read as a word of ours>
        Production!F2: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=4800000.25 | unit=ct | stated_on=2018-06-30
        Production!G2: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=1545000000 | currency=USD | stated_on=2018-06-30
        = ZA `South Africa` (Production!A3) <a word of the file was read as a word of ours>, production, government, base, 2017-01-01 `2017` (Production!B3) <a word of the file was read as a word of ours>, 2017-06-30 `1` (Production!C3) <a word of the file was read as a word of ours>
        Production!F3: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=4800000.25 | unit=ct | stated_on=2021-07-15
        Production!G3: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=651963525.29 | currency=USD | stated_on=2021-07-15
        = ZA `South Africa` (Production!A4) <a word of the file was read as a word of ours>, production, government, base, 2017-01-01 `2017` (Production!B4) <a word of the file was read as a word of ours>, 2017-06-30 `1` (Production!C4) <a word of the file was read as a word of ours>
        Production!F4: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=4800000.25 | unit=ct | stated_on=2021-07-15
        Production!G4: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=651963525.29 | currency=USD | stated_on=2021-07-15
        ! Production!G3 figure_revised: The same half-year of the same producer is told again, and otherwise; Production!G2 has 1545000000.
        ! Production!F4 row_repeated: The same row is on line 3.
        + government base: 2848927050.58 USD (3 known, 0 absent)
        + government base: 14400000.75 ct (3 known, 0 absent)
    "#]],
    );
}

#[test]
fn what_is_not_production_and_what_is_no_half_year_is_told() {
    let rows = "
Notes: official figures

Participant | Year | Quarter | Trade Type | Production Type | Carats | US Value
Angola | #2023 | #3 | Production | Production | #1 | #2
Angola | soon | #1 | Production | Recycled | #1 | #2
 | #2023 | #1 | Production | Production | #1 | #2
Angola | #2023 | #1 | Import | Production | #1 | #2
Angola | #2023 | #2 | Import | Production | #1 | #2
Angola | #2023 | #2 | Production | Production | 9.754.309,81 | US$ 1.531.977.106,05
";
    check(
        "kp.xlsx",
        &workbook(&[("Sheet1", rows)]),
        &expect![[r#"
        kp-production
        = AO `Angola` (Sheet1!A9) <a word of the file was read as a word of ours>, production, government, base, 2023-07-01 `2023` (Sheet1!B9) <a word of the file was read as a word of ours>, 2023-12-31 `2` (Sheet1!C9) <a word of the file was read as a word of ours>
        Sheet1!F9: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=9754309.81 `9.754.309,81` | unit=ct
        Sheet1!G9: stream=kp_production `Production` <a word of the file was read as a word of ours> | amount=1531977106.05 `US$ 1.531.977.106,05` | currency=USD
        ! Sheet1!C4Quarter word_unknown: `3` is not a word of `Quarter`.
        ! Sheet1!B5Year word_unknown: `soon` is not a word of `Year`.
        ! Sheet1!E5Production Type word_unknown: `Recycled` is not a word of `Production Type`.
        ! Sheet1!A6Participant value_missing: `Participant` is empty.
        ! Sheet1!D7 rows_not_read: 2 rows, the first one here, are about `Import` and were not read.
        + government base: 1531977106.05 USD (1 known, 0 absent)
        + government base: 9754309.81 ct (1 known, 0 absent)
    "#]],
    );
}
