//! What the sides say: small cases, the answer beside the question.

mod common;

use common::case;
use expect_test::expect;
use reconcile::{GapState, Question, Verdict, gap_code, reconcile};

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
fn the_wrong_party_owes_nothing() {
    case(
        "c1 community received acme -> district property_tax 2016 0 USD
         remark c1 wrong_entity",
        expect![[r#"
            property_tax acme -> district 2016-01-01..2016-12-31: due_declared unknown entity
        "#]],
    );
}

#[test]
fn an_old_and_a_new_unit_of_account_are_one_money() {
    case(
        "rate SLE SLL 1000 2022-07-01 redenomination
         c1 company   paid     acme -> district rent 2022 1431930000 SLL
         c2 community received acme -> district rent 2022 1431930 SLE",
        expect![[r#"
            rent acme -> district 2022-01-01..2022-12-31: due_declared unknown no_rule due
            rent acme -> district 2022-01-01..2022-12-31: declared_received agrees 0 SLE 0.00 %
        "#]],
    );
}

#[test]
fn a_gap_that_was_explained_says_so() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 USD
         remark c2 explained timing",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 50000 USD explained: timing 10.00 %
        "#]],
    );
}

#[test]
fn a_cause_that_names_its_gap_explains_no_other() {
    let table = |remark: &str| {
        format!(
            "party acme company
             party treasury government
             rule statute royalty base=turnover rate=10
             b1 company    base     acme -> ?        turnover 2020 6000000 USD
             c1 company    paid     acme -> treasury royalty  2020 500000 USD
             c2 government received acme -> treasury royalty  2020 450000 USD
             {remark}"
        )
    };
    let states = |remark: &str| -> Vec<Option<GapState>> {
        let said = reconcile(&common::facts(&table(remark)), &common::strict()).expect("small sums");
        said.comparisons.iter().flat_map(|comparison| &comparison.verdicts).map(Verdict::state).collect()
    };
    let code = |question| {
        let said = reconcile(&common::facts(&table("")), &common::strict()).expect("small sums");
        gap_code(&said.comparisons[0].code, question)
    };
    use GapState::{Explained, Open, Questioned};
    let (short, lost) = (code(Question::DueDeclared), code(Question::DeclaredReceived));
    assert_eq!(states(""), [Some(Open), Some(Open)]);
    assert_eq!(states("remark c1 explained timing"), [Some(Explained), Some(Explained)]);
    assert_eq!(states(&format!("remark c1 explained timing;{short}")), [Some(Explained), Some(Open)]);
    assert_eq!(states(&format!("remark c2 open_question {lost} Whose is it?")), [Some(Open), Some(Questioned)]);
    assert_eq!(
        states(&format!("remark c1 explained timing\nremark c2 open_question {short} Is it?")),
        [Some(Questioned), Some(Explained)]
    );
}

#[test]
fn an_instalment_without_a_figure_leaves_a_lower_bound() {
    case(
        "c1 company    paid     acme -> treasury royalty 2020 500000 USD
         c2 government received acme -> treasury royalty 2020 450000 USD
         c3 government received acme -> treasury royalty 2020 - not_read
         remark c3 instalment_of c2",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown imprecise received
        "#]],
    );
}

#[test]
fn a_rate_of_the_day_settles_two_currencies() {
    case(
        "rule r rent fixed=100000USD
         rate USD SLL 9757.55 2020-07-30
         c1 company paid acme -> district rent event:first 975755000 SLL paid=2020-07-30",
        expect![[r#"
            rent acme -> district first: due_declared agrees 0.00 SLL 0.00 %
            rent acme -> district first: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn between_rates_only_a_gap_that_no_rate_closes() {
    case(
        "rule r rent fixed=100000USD
         rate USD GNF 9000 2020-03-01
         rate USD GNF 10000 2020-09-01
         c1 company paid acme -> north-council rent 2020 950000000 GNF
         c2 company paid acme -> south-council rent 2020 800000000 GNF",
        expect![[r#"
            rent acme -> north-council 2020-01-01..2020-12-31: due_declared unknown imprecise due -50000000.00 GNF -5.56 %
            rent acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent received
            rent acme -> south-council 2020-01-01..2020-12-31: due_declared gap below_due 100000000.00 GNF 11.11 %
            rent acme -> south-council 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_free_gift_is_not_due() {
    case(
        "rule r gift fixed=100000USD force=voluntary
         c1 company paid acme -> district gift event:one 50000 USD nature=voluntary",
        expect![[r#"
            gift acme -> district one: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_sum_that_cannot_be_kept_names_its_flow() {
    let table = "party acme company
         party treasury government
         mine hill
         p1 company paid acme -> treasury royalty 2020 9999999999999999999999999999 USD mine=hill
         p2 company paid acme -> treasury royalty 2020 0.01 USD mine=hill
         remark p2 instalment_of p1";
    let facts = common::facts(table);
    let error = reconcile(&facts, &common::strict()).expect_err("too many digits");
    assert_eq!(error.name(&facts), "royalty acme → treasury, hill, 2020-01-01..2020-12-31");
}
