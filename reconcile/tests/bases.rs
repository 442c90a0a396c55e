//! Which figure serves as the base of a rule, and which does not.

mod common;

use common::{case, check};
use expect_test::expect;

#[test]
fn a_pool_takes_the_base_figures_of_its_streams_before_receipts() {
    case(
        "
        rule pool local_fund base=pool rate=10 pool=tax-a;tax-b payer=government
        a   government base     ? -> treasury tax-a 2020 1000000.00 USD
        b   government base     ? -> treasury tax-b 2020 500000.00 USD
        got government received acme -> treasury tax-a 2020 900000.00 USD
        on  government paid     treasury -> district local_fund 2020 150000.00 USD
        ",
        expect![[r#"
            local_fund treasury -> district 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            local_fund treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            tax-a acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-a acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn an_open_time_is_not_tiled() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        q1   company base acme -> ? sale_value 2020-01..2020-03 100000.00 USD
        rest company base acme -> ? sale_value 2020-04.. 900000.00 USD
        paid company paid acme -> treasury royalty 2020.. 50000.00 USD
        ",
        expect![[r#"
            royalty acme -> ? 2020-01-01..2020-03-31: due_declared unknown silent declared
            royalty acme -> ? 2020-04-01..: due_declared unknown silent declared
            royalty acme -> treasury 2020-01-01..: due_declared unknown base_unknown due
            royalty acme -> treasury 2020-01-01..: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_person_may_record_that_another_figure_serves_as_base() {
    case(
        "
        rule roy royalty base=gross_value rate=10
        exports government base acme -> ? exports 2020 1000000.00 USD
        paid company paid acme -> treasury royalty 2020 50000.00 USD
        remark exports base_for royalty
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared gap below_due 50000.00 USD 50.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn last_years_base_calls_for_this_years_payment() {
    case(
        "
        rule cda development base=turnover rate=1 prev
        sales company base acme -> ? turnover 2020 1000000.00 USD
        ",
        expect![[r#"
            development acme -> ? 2021-01-01..2021-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn two_statements_of_one_base_must_raise_the_same_gap() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        high company base acme -> ? sale_value 2020 1000000.00 USD
        low  government base acme -> ? sale_value 2020 500000.00 USD
        paid company paid acme -> treasury royalty 2020 50000.00 USD
        also company base acme -> ? sale_value 2021 1000000.00 USD
        less government base acme -> ? sale_value 2021 900000.00 USD
        then company paid acme -> treasury royalty 2021 50000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown doubted due 50000.00 USD 50.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared gap below_due 50000.00 USD 50.00 %
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent received
            doubt conflict same_scope: also, less 100000.00
            doubt conflict same_scope: high, low 500000.00
        "#]],
    );
}

#[test]
fn a_base_without_an_amount_leaves_the_due_unknown() {
    check(
        "
        party acme company
        party treasury government
        rule roy royalty base=sale_value rate=10
        none company base acme -> ? sale_value 2020 - not_disclosed
        paid company paid acme -> treasury royalty 2020 50000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown base_unknown due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn carats_are_no_money_and_money_no_carats() {
    case(
        "
        rule per  levy    base=sold fixed=2USD
        rule rate royalty base=sold rate=10
        stones  company base acme -> ? sold 2020 1000 ct
        dollars company base acme -> ? sold 2020 50000.00 USD
        l company paid acme -> treasury levy 2020 2000.00 USD
        r company paid acme -> treasury royalty 2020 5000.00 USD
        ",
        expect![[r#"
            levy acme -> treasury 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            levy acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_rounded_statement_of_the_same_base_is_no_rival() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        sale company    base acme -> ? sale_value 2020 1000400.00 USD
        told government base acme -> ? sale_value 2020 1000000 USD rounded
        gnf  government base acme -> ? sale_value 2020 900000 GNF
        paid company paid acme -> treasury royalty 2020 99000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared gap below_due 1040.00 USD 1.04 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn what_a_beneficiary_is_due_is_not_divided_again() {
    case(
        "
        rule rent rent base=fixed fixed=80000USD split=north-council:80;south-council:20
        rule use  rent base=rent of=rent split=works:90;running:10 from=2030
        n company paid acme -> north-council rent 2020 64000.00 USD
        w company paid acme -> district rent 2020 80000.00 USD
        ",
        expect![[r#"
            rent acme -> district 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            rent acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
              shares by rent: north-council 64000.00, south-council 16000.00
            rent acme -> north-council 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            rent acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}
