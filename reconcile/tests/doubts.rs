//! What blocks a gap: small cases, the answer beside the question.

mod common;

use common::case;
use expect_test::expect;

#[test]
fn a_conflicting_figure_that_closes_the_gap_blocks_it() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 USD
         c3 third_party received acme -> treasury royalty 2020 500000 USD
         p1 third_party pledged acme -> district fund event:launch 50000000 USD nature=pledge
         p2 community  received acme -> district fund event:launch 400000 USD nature=pledge
         p3 government received acme -> district fund event:launch 500000 USD nature=pledge",
        expect![[r#"
            fund acme -> district launch: pledged_received gap pledge_unmet 49600000 USD 99.20 %
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown doubted received 50000 USD 10.00 %
            doubt conflict same_scope: c2, c3 -50000
            doubt conflict same_scope: p2, p3 -100000
        "#]],
    );
}

#[test]
fn a_printed_difference_that_is_not_one_blocks_the_gap() {
    case(
        "c1 third_party base acme -> district dotation event:audit 3481319.91 USD
         c2 third_party paid acme -> district dotation event:audit 337933.5 USD
         c3 third_party base acme -> district dotation event:audit 163386.86 USD
         remark c1 states_due
         remark c3 states_difference c1;c2",
        expect![[r#"
            dotation acme -> district audit: due_declared unknown doubted 3143386.41 USD 90.29 %
            dotation acme -> district audit: declared_received unknown silent received
            doubt conflict difference: c3, c1, c2 -2979999.55
        "#]],
    );
}

#[test]
fn a_factor_of_a_thousand_is_a_unit_and_not_a_gap() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000000 USD
         c2 government received acme -> treasury royalty 2020 500000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown doubted 499500000 USD 99.90 %
            doubt unit_suspect magnitude: c1, c2
        "#]],
    );
}

#[test]
fn one_figure_for_a_whole_and_for_its_part_is_doubted() {
    case(
        "c1 company paid acme -> district      rent 2020 123456 USD
         c2 company paid acme -> north-council rent 2020 123456 USD",
        expect![[r#"
            rent acme -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            rent acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            rent acme -> north-council 2020-01-01..2020-12-31: due_declared unknown no_rule due
            rent acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent received
            doubt doubled repeated: c1, c2
        "#]],
    );
}

#[test]
fn a_value_per_carat_far_from_the_countrys_is_doubted() {
    case(
        "k1 government base ? -> ? kp_production 2020-01..2020-06 1000000 ct
         k2 government base ? -> ? kp_production 2020-01..2020-06 100000000 USD
         b1 company base acme -> ? sales 2020 10000 ct
         b2 company base acme -> ? sales 2020 20000000 USD
         b3 company base acme -> ? exports 2020 10000 ct
         b4 company base acme -> ? exports 2020 1500000 USD",
        expect![[r#"
            doubt implausible_unit_value unit_value: b2, b1
        "#]],
    );
}

#[test]
fn a_figure_in_the_old_unit_can_contradict_one_in_the_new() {
    case(
        "rate SLE SLL 1000 2022-07-01 redenomination
         c1 company    paid     acme -> treasury royalty 2022 1000000 SLE
         c2 government received acme -> treasury royalty 2022 600000 SLE
         c3 third_party received acme -> treasury royalty 2022 1000000000 SLL",
        expect![[r#"
            royalty acme -> treasury 2022-01-01..2022-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2022-01-01..2022-12-31: declared_received unknown doubted received 400000 SLE 40.00 %
            doubt conflict same_scope: c2, c3 -400000
        "#]],
    );
}

#[test]
fn a_part_that_states_the_figure_of_the_whole_raises_no_gap() {
    case(
        "c1 company   paid     acme -> district      rent 2020 123456 USD
         c2 company   paid     acme -> north-council rent 2020 123456 USD
         c3 community received acme -> north-council rent 2020 61728 USD",
        expect![[r#"
            rent acme -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            rent acme -> district 2020-01-01..2020-12-31: declared_received unknown scope received
            rent acme -> north-council 2020-01-01..2020-12-31: due_declared unknown no_rule due
            rent acme -> north-council 2020-01-01..2020-12-31: declared_received unknown doubted 61728 USD 50.00 %
            doubt doubled repeated: c1, c2
        "#]],
    );
}
