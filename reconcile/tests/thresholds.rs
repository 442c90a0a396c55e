//! A gap must exceed both a percentage and a floor: a difference that only reaches one of them is none.

mod common;

use common::{PARTIES, case, facts, strict};
use expect_test::expect;
use reconcile::*;

#[test]
fn a_difference_of_exactly_the_floor_is_no_gap_and_one_coin_more_is() {
    case(
        "
        paid company    paid     acme -> treasury royalty 2020 10000.00 USD
        got  government received acme -> treasury royalty 2020 9000.00 USD
        more company    paid     acme -> treasury royalty 2021 10000.00 USD
        less government received acme -> treasury royalty 2021 8999.99 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received agrees 1000.00 USD 10.00 %
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received gap not_received 1000.01 USD 10.00 %
        "#]],
    );
}

#[test]
fn a_difference_of_exactly_the_percentage_is_no_gap_and_one_coin_more_is() {
    case(
        "
        paid company    paid     acme -> treasury royalty 2020 1000000.00 USD
        got  government received acme -> treasury royalty 2020 990000.00 USD
        more company    paid     acme -> treasury royalty 2021 1000000.00 USD
        less government received acme -> treasury royalty 2021 989999.99 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received agrees 10000.00 USD 1.00 %
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received gap not_received 10000.01 USD 1.00 %
        "#]],
    );
}

#[test]
fn a_currency_without_a_floor_is_compared_by_percentage_and_says_so() {
    let table = "
        paid company    paid     acme -> treasury royalty 2020 100.00 ZMW
        got  government received acme -> treasury royalty 2020 90.00 ZMW
        usd  company    paid     acme -> treasury royalty 2021 100000.00 USD
        same government received acme -> treasury royalty 2021 90000.00 USD
    ";
    let outcome = reconcile(&facts(&format!("{PARTIES}{table}")), &Policy::default()).expect("small sums");
    let asked = outcome.comparisons.iter().flat_map(|line| &line.verdicts);
    let told: Vec<(Option<GapKind>, bool)> = asked
        .filter(|verdict| verdict.question == Question::DeclaredReceived)
        .map(|verdict| (verdict.kind, verdict.floor_missing))
        .collect();
    assert_eq!(told, [(Some(GapKind::NotReceived), true), (Some(GapKind::NotReceived), false)]);
}

#[test]
fn the_percentage_is_of_what_came_where_the_policy_says_so() {
    let table = "
        paid company    paid     acme -> treasury royalty 2020 1000000.00 USD
        got  government received acme -> treasury royalty 2020 800000.00 USD
    ";
    let policy = Policy { percent_of: PercentOf::Received, ..Policy::default() };
    let outcome = reconcile(&facts(&format!("{PARTIES}{table}")), &policy).expect("small sums");
    let asked = outcome.comparisons.iter().flat_map(|line| &line.verdicts);
    let percents: Vec<String> =
        asked.filter_map(|verdict| verdict.percent).map(|percent| percent.to_string()).collect();
    assert_eq!(percents, ["25.00"]);
}

#[test]
fn what_a_source_rounded_is_taken_off_before_both_thresholds() {
    case(
        "
        paid company    paid     acme -> treasury royalty 2020 1000000 USD rounded
        got  government received acme -> treasury royalty 2020 984000.00 USD
        more company    paid     acme -> treasury royalty 2021 1000000 USD rounded
        less government received acme -> treasury royalty 2021 930000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received agrees 16000.00 USD 1.60 %
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received gap not_received 70000.00 USD 7.00 %
        "#]],
    );
}

#[test]
fn a_pool_of_which_one_stream_is_about_concludes_nothing() {
    case(
        "
        rule pool local_fund base=pool rate=10 pool=tax-a;tax-b payer=government
        a   government received acme -> treasury tax-a 2020 1000000 USD about
        b   government received acme -> treasury tax-b 2020 1000000.00 USD
        on  government paid treasury -> district local_fund 2020 50000.00 USD
        ",
        expect![[r#"
            local_fund treasury -> district 2020-01-01..2020-12-31: due_declared unknown imprecise due
            local_fund treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            tax-a acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-a acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            tax-b acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-b acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn a_conflict_that_closes_the_gap_blocks_it_and_names_its_column() {
    case(
        "
        paid company    paid     acme -> treasury royalty 2020 1000000.00 USD
        got  government received acme -> treasury royalty 2020 800000.00 USD
        also third_party received acme -> treasury royalty 2020 1000000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown doubted received 200000.00 USD 20.00 %
            doubt conflict same_scope: got, also -200000.00
        "#]],
    );
}

#[test]
fn strict_means_any_difference() {
    let table = "
        paid company    paid     acme -> treasury royalty 2020 0.02 USD
        got  government received acme -> treasury royalty 2020 0.01 USD
        nil  company    paid     acme -> treasury royalty 2021 0 USD
        more government received acme -> treasury royalty 2021 0.01 USD
    ";
    let outcome = reconcile(&facts(&format!("{PARTIES}{table}")), &strict()).expect("small sums");
    let kinds = outcome.comparisons.iter().flat_map(|line| &line.verdicts).filter_map(|verdict| verdict.kind);
    assert_eq!(kinds.collect::<Vec<_>>(), [GapKind::NotReceived, GapKind::OverReceived]);
}

#[test]
fn rounded_figures_that_only_touch_at_a_corner_are_in_conflict() {
    case(
        "
        a company     paid acme -> treasury royalty 2020 4000000 USD rounded
        b third_party paid acme -> treasury royalty 2020 4100000 USD rounded
        c company     paid acme -> treasury royalty 2021 4100000 USD rounded
        d third_party paid acme -> treasury royalty 2021 4150000 USD rounded
        e company     paid acme -> treasury royalty 2022 4100000 USD rounded
        f third_party paid acme -> treasury royalty 2022 4150000 USD
        g company     paid acme -> treasury royalty 2023 4100000 USD rounded
        h third_party paid acme -> treasury royalty 2023 4150000.01 USD
        i company     paid acme -> treasury royalty 2024 0.5 USD rounded
        j third_party paid acme -> treasury royalty 2024 0.54 USD
        k third_party paid acme -> treasury royalty 2024 0.56 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent received
            royalty acme -> treasury 2022-01-01..2022-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2022-01-01..2022-12-31: declared_received unknown silent received
            royalty acme -> treasury 2023-01-01..2023-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2023-01-01..2023-12-31: declared_received unknown silent received
            royalty acme -> treasury 2024-01-01..2024-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2024-01-01..2024-12-31: declared_received unknown silent received
            doubt conflict same_scope: a, b -100000
            doubt conflict same_scope: g, h -50000.01
            doubt conflict same_scope: i, j -0.04
            doubt conflict same_scope: i, k -0.06
        "#]],
    );
}
