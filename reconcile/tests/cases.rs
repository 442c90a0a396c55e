//! Small cases, the answer beside the question.

mod common;

use common::check;
use expect_test::expect;

const PARTIES: &str = "
    party acme company
    party treasury government
    party north-council council in district
    party south-council council in district
    party district council
";

fn case(table: &str, expected: expect_test::Expect) {
    check(&format!("{PARTIES}{table}"), expected);
}

#[test]
fn what_both_sides_say_agrees() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000.00 USD
         c2 government received acme -> treasury royalty 2020 499999.99 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received agrees 0.01 USD 0.00 %
        "#]],
    );
}

#[test]
fn less_received_than_declared_is_a_gap() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 50000 USD 10.00 %
        "#]],
    );
}

#[test]
fn government_silent_is_not_zero() {
    case(
        "c1 company paid acme -> treasury royalty 2020 500000 USD",
        expect![[r#"
        royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
        royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
    "#]],
    );
}

#[test]
fn a_refusal_is_not_zero() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 - not_disclosed
         c2 government received acme -> treasury royalty 2020 450000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown absent declared
        "#]],
    );
}

#[test]
fn a_stated_zero_is_an_amount() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 30000000 USD rounded
         c2 government received acme -> treasury royalty 2020 0 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 30000000 USD 100.00 %
        "#]],
    );
}

#[test]
fn nothing_came_without_a_figure_is_a_gap_without_an_amount() {
    case(
        "c1 government paid     treasury -> district share 2020 500000 USD
         c2 community  received treasury -> north-council share 2020 - none_reported",
        expect![[r#"
            share treasury -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            share treasury -> district 2020-01-01..2020-12-31: declared_received unknown scope received
            share treasury -> north-council 2020-01-01..2020-12-31: due_declared unknown no_rule due
            share treasury -> north-council 2020-01-01..2020-12-31: declared_received gap not_received
        "#]],
    );
}

#[test]
fn different_years_are_not_compared() {
    case(
        "c1 company    paid     acme -> treasury royalty 2019-04..2020-03 500000 USD
         c2 government received acme -> treasury royalty 2019 450000 USD",
        expect![[r#"
            royalty acme -> treasury 2019-01-01..2019-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2019-01-01..2019-12-31: declared_received unknown period declared
            royalty acme -> treasury 2019-04-01..2020-03-31: due_declared unknown no_rule due
            royalty acme -> treasury 2019-04-01..2020-03-31: declared_received unknown period received
        "#]],
    );
}

#[test]
fn four_quarters_make_a_year_and_three_do_not() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         q1 government received acme -> treasury royalty 2020-01..2020-03 100000 USD
         q2 government received acme -> treasury royalty 2020-04..2020-06 100000 USD
         q3 government received acme -> treasury royalty 2020-07..2020-09 100000 USD
         q4 government received acme -> treasury royalty 2020-10..2020-12 100000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-03-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-03-31: declared_received unknown period declared
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 100000 USD 20.00 %
            royalty acme -> treasury 2020-04-01..2020-06-30: due_received unknown no_rule due
            royalty acme -> treasury 2020-04-01..2020-06-30: declared_received unknown period declared
            royalty acme -> treasury 2020-07-01..2020-09-30: due_received unknown no_rule due
            royalty acme -> treasury 2020-07-01..2020-09-30: declared_received unknown period declared
            royalty acme -> treasury 2020-10-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-10-01..2020-12-31: declared_received unknown period declared
        "#]],
    );
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         q1 government received acme -> treasury royalty 2020-01..2020-03 100000 USD
         q2 government received acme -> treasury royalty 2020-04..2020-06 100000 USD
         q4 government received acme -> treasury royalty 2020-10..2020-12 100000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-03-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-03-31: declared_received unknown period declared
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown period received
            royalty acme -> treasury 2020-04-01..2020-06-30: due_received unknown no_rule due
            royalty acme -> treasury 2020-04-01..2020-06-30: declared_received unknown period declared
            royalty acme -> treasury 2020-10-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-10-01..2020-12-31: declared_received unknown period declared
        "#]],
    );
}

#[test]
fn one_commune_is_not_compared_with_all() {
    case(
        "c1 government paid     treasury -> district share 2020 500000 USD
         c2 community  received treasury -> north-council share 2020 200000 USD",
        expect![[r#"
            share treasury -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            share treasury -> district 2020-01-01..2020-12-31: declared_received unknown scope received
            share treasury -> north-council 2020-01-01..2020-12-31: due_received unknown no_rule due
            share treasury -> north-council 2020-01-01..2020-12-31: declared_received unknown scope declared
        "#]],
    );
}

#[test]
fn printed_parts_make_their_total() {
    case(
        "c1 government paid     treasury -> district      share 2020 500000 USD
         c2 community  received treasury -> north-council share 2020 200000 USD
         c3 community  received treasury -> south-council share 2020 250000 USD
         remark c2 part_of c1
         remark c3 part_of c1",
        expect![[r#"
            share treasury -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            share treasury -> district 2020-01-01..2020-12-31: declared_received gap not_received 50000 USD 10.00 %
            share treasury -> north-council 2020-01-01..2020-12-31: due_received unknown no_rule due
            share treasury -> north-council 2020-01-01..2020-12-31: declared_received unknown scope declared
            share treasury -> south-council 2020-01-01..2020-12-31: due_received unknown no_rule due
            share treasury -> south-council 2020-01-01..2020-12-31: declared_received unknown scope declared
        "#]],
    );
}

#[test]
fn the_lease_comes_before_the_statute() {
    case(
        "mine hill
         rule statute royalty base=sale_value rate=10
         rule lease   royalty base=sale_value rate=8 mine=hill force=lease
         b1 company    base     acme -> ? sale_value 2018 40000000 USD mine=hill
         c1 government received acme -> treasury royalty 2018 3200000 USD mine=hill",
        expect![[r#"
            royalty acme -> treasury at hill 2018-01-01..2018-12-31: due_received agrees 0.00 USD 0.00 %
            royalty acme -> treasury at hill 2018-01-01..2018-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn less_than_due_is_a_gap_and_more_informs() {
    case(
        "rule r royalty base=turnover rate=5
         b1 company base acme -> ? turnover 2018 1000000 USD
         b2 company base acme -> ? turnover 2019 1000000 USD
         c1 company paid acme -> treasury royalty 2018 30000 USD
         c2 company paid acme -> treasury royalty 2019 70000 USD",
        expect![[r#"
            royalty acme -> treasury 2018-01-01..2018-12-31: due_declared gap below_due 20000.00 USD 40.00 %
            royalty acme -> treasury 2018-01-01..2018-12-31: declared_received unknown silent received
            royalty acme -> treasury 2019-01-01..2019-12-31: due_declared gap above_due -20000.00 USD -40.00 %
            royalty acme -> treasury 2019-01-01..2019-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn more_than_a_minimum_agrees() {
    case(
        "rule r dotation base=turnover rate=1 min
         b1 company base acme -> ? turnover 2018 1000000 USD
         c1 company paid acme -> treasury dotation 2018 70000 USD",
        expect![[r#"
            dotation acme -> treasury 2018-01-01..2018-12-31: due_declared agrees -60000.00 USD -600.00 %
            dotation acme -> treasury 2018-01-01..2018-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn the_base_of_the_year_before() {
    case(
        "rule r cdl base=turnover rate=1 prev
         b1 company base acme -> ? turnover 2018 1000000 USD
         c1 company paid acme -> district cdl 2019 5000 USD",
        expect![[r#"
            cdl acme -> district 2019-01-01..2019-12-31: due_declared gap below_due 5000.00 USD 50.00 %
            cdl acme -> district 2019-01-01..2019-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_base_that_nobody_disclosed_is_unknown_not_zero() {
    case(
        "rule r royalty base=turnover rate=5
         b1 company base acme -> ? turnover 2018 - not_disclosed
         c1 company paid acme -> treasury royalty 2018 30000 USD",
        expect![[r#"
            royalty acme -> treasury 2018-01-01..2018-12-31: due_declared unknown base_unknown due
            royalty acme -> treasury 2018-01-01..2018-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn two_versions_within_the_year_must_both_raise_the_gap() {
    case(
        "rule r1 royalty base=turnover rate=8 to=2019-10
         rule r2 royalty base=turnover rate=10 from=2019-10
         b1 company base acme -> ? turnover 2019 182000000 USD rounded
         c1 company paid acme -> treasury royalty 2019 14600000 USD rounded",
        expect![[r#"
            royalty acme -> treasury 2019-01-01..2019-12-31: due_declared agrees -40000.00 USD -0.27 %
            royalty acme -> treasury 2019-01-01..2019-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_siblings_share_tells_what_the_other_should_be() {
    case(
        "party province government takes province
         party communes council takes communes
         rule r share split=state:50;province:25;communes:15;fund:10 base=royalty
         c1 government received acme -> province share 2018..2020-03 2793470.01 USD
         c2 community  received acme -> communes share 2018..2020-03 943129.98 USD",
        expect![[r#"
            share acme -> communes 2018-01-01..2020-03-31: split gap split_short 732952.03 USD 43.73 %
            share acme -> communes 2018-01-01..2020-03-31: declared_received unknown silent declared
            share acme -> province 2018-01-01..2020-03-31: due_received unknown base_unknown due
            share acme -> province 2018-01-01..2020-03-31: declared_received unknown silent declared
        "#]],
    );
}

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
fn at_least_proves_a_gap_in_one_direction_only() {
    case(
        "c1 company    paid     acme -> treasury royalty 2019 500000 USD at_least
         c2 government received acme -> treasury royalty 2019 450000 USD
         c3 company    paid     acme -> treasury royalty 2020 500000 USD at_least
         c4 government received acme -> treasury royalty 2020 550000 USD
         c5 company    paid     acme -> treasury royalty 2021 500000 USD about
         c6 government received acme -> treasury royalty 2021 100000 USD",
        expect![[r#"
            royalty acme -> treasury 2019-01-01..2019-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2019-01-01..2019-12-31: declared_received gap not_received 50000 USD 10.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown imprecise declared
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown imprecise declared
        "#]],
    );
}

#[test]
fn two_currencies_without_a_rate_are_not_subtracted() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown currency_no_rate declared
        "#]],
    );
}

#[test]
fn cases_never_mix() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD case=one
         c2 government received acme -> treasury royalty 2020 450000 USD case=two",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn an_open_question_stays_with_its_gap() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 USD
         remark c1 open_question - Is it the same payment?",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 50000 USD 10.00 % asked: Is it the same payment?
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
fn instalments_of_one_payment_are_added() {
    case(
        "rule r royalty base=sale rate=6
         b1 government base acme -> ? sale event:auction 10261227.76 USD case=x
         c1 government paid acme -> treasury royalty event:auction 491498.70 USD case=x
         c2 government paid acme -> treasury royalty event:auction 124174.97 USD case=x
         remark c2 instalment_of c1",
        expect![[r#"
            royalty acme -> treasury auction: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury auction: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn the_wrong_party_owes_nothing() {
    case(
        "c1 community received acme -> district property_tax 2016 0 USD
         remark c1 wrong_entity",
        expect![[r#"
            property_tax acme -> district 2016-01-01..2016-12-31: due_declared unknown entity
        "#]],
    );
}
