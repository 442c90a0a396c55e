//! The rules that the field needs beyond a rate of a base: pools, weights, rival versions, sales one by one, lower bounds.

mod common;

use common::{case, check_as_of};
use expect_test::expect;

#[test]
fn rival_versions_are_each_shown_and_only_a_gap_under_both_is_one() {
    case(
        "
        rule roy royalty base=sale_value rate=6
        rule old royalty_share base=royalty of=roy split=state:50;north-council:25;south-council:25 rival=new to=2022
        rule new royalty_share base=royalty of=roy split=state:44;north-council:23;south-council:22;fund:11 from=2023
        sale  government base     acme -> ? sale_value 2023 1000000.00 USD
        short community  received acme -> north-council royalty_share 2023 10000.00 USD
        even  community  received acme -> south-council royalty_share 2023 13200.00 USD
        ",
        expect![[r#"
            royalty acme -> ? 2023-01-01..2023-12-31: due_declared unknown silent declared
              shares by new: state 26400.00, north-council 13800.00, south-council 13200.00, fund 6600.00
              shares by old: state 30000.00, north-council 15000.00, south-council 15000.00
            royalty_share acme -> north-council 2023-01-01..2023-12-31: due_received gap below_due 3800.00 USD 27.54 %
            royalty_share acme -> north-council 2023-01-01..2023-12-31: declared_received unknown silent declared
              under old: due_received gap below_due 5000.00 USD 33.33 %
            royalty_share acme -> south-council 2023-01-01..2023-12-31: due_received unknown doubted due 0.00 USD 0.00 %
            royalty_share acme -> south-council 2023-01-01..2023-12-31: declared_received unknown silent declared
              under old: due_received gap below_due 1800.00 USD 12.00 %
        "#]],
    );
}

#[test]
fn an_older_version_alone_where_the_newer_has_not_begun() {
    case(
        "
        rule roy royalty base=sale_value rate=6
        rule old royalty_share base=royalty of=roy split=state:75;north-council:25 rival=new to=2022
        rule new royalty_share base=royalty of=roy split=state:77;north-council:23 from=2023
        sale  government base     acme -> ? sale_value 2020 1000000.00 USD
        share community  received acme -> north-council royalty_share 2020 15000.00 USD
        ",
        expect![[r#"
            royalty acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
              shares by old: state 45000.00, north-council 15000.00
            royalty_share acme -> north-council 2020-01-01..2020-12-31: due_received agrees 0.00 USD 0.00 %
            royalty_share acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn what_is_due_of_a_pool_of_taxes_is_asked_of_the_one_that_received_them() {
    case(
        "
        rule pool local_fund base=pool rate=15 pool=tax-a;tax-b payer=government
        a  government received acme -> treasury tax-a 2020 1000000.00 USD
        b  government received acme -> treasury tax-b 2020 500000.00 USD
        on government paid     treasury -> district local_fund 2020 200000.00 USD
        ",
        expect![[r#"
            local_fund treasury -> district 2020-01-01..2020-12-31: due_declared gap held_back 25000.00 USD 11.11 %
            local_fund treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            tax-a acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-a acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            tax-b acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-b acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn a_pool_with_a_hole_is_a_lower_bound_and_can_prove_only_that_too_little_came() {
    case(
        "
        rule pool local_fund base=pool rate=15 pool=tax-a;tax-b payer=government
        a     government received acme -> treasury tax-a 2020 1000000.00 USD
        short government paid     treasury -> district local_fund 2020 100000.00 USD
        c     government received acme -> treasury tax-a 2021 1000000.00 USD
        more  government paid     treasury -> district local_fund 2021 200000.00 USD
        none  government paid     treasury -> district local_fund 2022 200000.00 USD
        ",
        expect![[r#"
            local_fund treasury -> district 2020-01-01..2020-12-31: due_declared gap held_back 50000.00 USD 33.33 %
            local_fund treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            local_fund treasury -> district 2021-01-01..2021-12-31: due_declared unknown imprecise due
            local_fund treasury -> district 2021-01-01..2021-12-31: declared_received unknown silent received
            local_fund treasury -> district 2022-01-01..2022-12-31: due_declared unknown base_unknown due
            local_fund treasury -> district 2022-01-01..2022-12-31: declared_received unknown silent received
            tax-a acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            tax-a acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            tax-a acme -> treasury 2021-01-01..2021-12-31: due_received unknown no_rule due
            tax-a acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn quarters_that_tile_the_year_make_its_base_and_three_of_them_do_not() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        q1 company base acme -> ? sale_value 2020-01..2020-03 100000.00 USD
        q2 company base acme -> ? sale_value 2020-04..2020-06 200000.00 USD
        q3 company base acme -> ? sale_value 2020-07..2020-09 300000.00 USD
        q4 company base acme -> ? sale_value 2020-10..2020-12 400000.00 USD
        paid company paid acme -> treasury royalty 2020 90000.00 USD
        h1 company base acme -> ? sale_value 2021-01..2021-06 300000.00 USD
        q5 company base acme -> ? sale_value 2021-10..2021-12 400000.00 USD
        next company paid acme -> treasury royalty 2021 90000.00 USD
        ",
        expect![[r#"
            royalty acme -> ? 2021-01-01..2021-06-30: due_declared unknown silent declared
            royalty acme -> ? 2021-10-01..2021-12-31: due_declared unknown silent declared
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared gap below_due 10000.00 USD 10.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown base_unknown due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_royalty_due_at_each_sale_is_late_from_the_day_of_the_sale() {
    check_as_of(
        "2021-01-01",
        "
        party acme company
        party treasury government
        rule roy royalty base=sale_value rate=10 each_sale due=at-sale-30 penalty=5_%_for_every_1_months_late
        sale company base acme -> ? sale_value event:stone 1000000.00 USD paid=2020-03-01
        paid company paid acme -> treasury royalty event:stone 100000.00 USD paid=2020-06-15
        second company base acme -> ? sale_value event:parcel 500000.00 USD paid=2020-05-01
        ",
        expect![[r#"
            royalty acme -> ? parcel: due_declared unknown silent declared
            royalty acme -> ? parcel: deadline gap overdue 215 days
            royalty acme -> treasury stone: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury stone: declared_received unknown silent received
            royalty acme -> treasury stone: deadline gap late 76 days penalty 10000
        "#]],
    );
}

#[test]
fn at_least_a_base_is_at_least_a_due() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        sales company base acme -> ? sale_value 2020 1000000.00 USD at_least
        paid  company paid acme -> treasury royalty 2020 50000.00 USD
        more  company base acme -> ? sale_value 2021 1000000.00 USD at_least
        paid2 company paid acme -> treasury royalty 2021 150000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared gap below_due 50000.00 USD 50.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared unknown imprecise due
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_payment_called_one_percent_of_turnover_tells_what_the_minimum_was() {
    case(
        "
        rule least community base=turnover rate=0.01 min
        paid company paid acme -> north-council community event:cheque 5392472.15 USD paid=2022-05-24
        remark paid stated_rate 1 as printed
        ",
        expect![[r#"
            community acme -> north-council cheque: due_declared agrees -5338547.43 USD -9900.00 %
            community acme -> north-council cheque: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn the_other_end_of_a_payment_is_compared_where_a_person_says_so() {
    case(
        "
        paid company   paid     acme -> district grant 2016 300000.00 USD
        got  community received acme -> north-council grant 2018 250000.00 USD
        remark got compared_with paid
        remark got open_question - Is it the same payment?
        ",
        expect![[r#"
            grant acme -> district 2016-01-01..2016-12-31: due_declared unknown no_rule due
            grant acme -> district 2016-01-01..2016-12-31: declared_received gap not_received 50000.00 USD 16.67 % asked: Is it the same payment?
        "#]],
    );
}

#[test]
fn a_printed_result_is_computed_again_and_never_compared() {
    case(
        "
        rule dot endowment base=turnover rate=0.3 min
        gap  third_party base acme -> ? turnover 2020 1000000.00 USD
        loss third_party base acme -> north-council endowment 2020 3000.00 USD
        bad  third_party base acme -> north-council endowment 2020 30000.00 USD
        remark loss computed_from gap
        remark bad computed_from gap
        ",
        expect![[r#"
            endowment acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
            doubt conflict computed: bad, gap 27000.00
        "#]],
    );
}

#[test]
fn a_delay_that_a_source_states_is_told_and_is_no_gap() {
    case(
        "
        paid government paid treasury -> district grant event:cheque 9100000.00 USD
        remark paid delayed - nearly three years
        ",
        expect![[r#"
            grant treasury -> district cheque: due_declared unknown no_rule due
            grant treasury -> district cheque: declared_received unknown silent received
            grant treasury -> district cheque: deadline unknown no_rule
        "#]],
    );
}

#[test]
fn of_two_tiers_that_a_stone_reaches_the_higher_holds() {
    case(
        "
        rule plain royalty base=sale_value rate=6.5
        rule large royalty base=sale_value rate=15 above=500000USD
        rule giant royalty base=sale_value rate=20 above=5000000USD
        small company base acme -> ? sale_value event:a 400000.00 USD
        stone company base acme -> ? sale_value event:b 600000.00 USD
        huge  company base acme -> ? sale_value event:c 6000000.00 USD
        pa company paid acme -> treasury royalty event:a 26000.00 USD
        pb company paid acme -> treasury royalty event:b 90000.00 USD
        pc company paid acme -> treasury royalty event:c 900000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury a: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury a: declared_received unknown silent received
            royalty acme -> treasury b: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury b: declared_received unknown silent received
            royalty acme -> treasury c: due_declared gap below_due 300000.00 USD 25.00 %
            royalty acme -> treasury c: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn siblings_imply_under_each_version_too() {
    case(
        "
        rule old share base=royalty split=north-council:50;south-council:50 rival=new to=2022
        rule new share base=royalty split=north-council:60;south-council:40 from=2023
        n community received acme -> north-council share 2023 600000.00 USD
        s community received acme -> south-council share 2023 300000.00 USD
        x community received acme -> north-council share 2024 600000.00 USD
        y community received acme -> south-council share 2024 600000.00 USD
        ",
        expect![[r#"
            share acme -> north-council 2023-01-01..2023-12-31: due_received unknown base_unknown due
            share acme -> north-council 2023-01-01..2023-12-31: declared_received unknown silent declared
              under old: due_received unknown base_unknown due
            share acme -> north-council 2024-01-01..2024-12-31: split unknown doubted due 300000.00 USD 33.33 %
            share acme -> north-council 2024-01-01..2024-12-31: declared_received unknown silent declared
              under old: due_received unknown base_unknown due
            share acme -> south-council 2023-01-01..2023-12-31: split gap split_short 100000.00 USD 25.00 %
            share acme -> south-council 2023-01-01..2023-12-31: declared_received unknown silent declared
              under old: split gap split_short 300000.00 USD 50.00 %
            share acme -> south-council 2024-01-01..2024-12-31: due_received unknown base_unknown due
            share acme -> south-council 2024-01-01..2024-12-31: declared_received unknown silent declared
              under old: due_received unknown base_unknown due
        "#]],
    );
}

#[test]
fn a_due_that_is_vague_is_not_divided() {
    case(
        "
        rule roy royalty base=sale_value rate=10
        rule split share base=royalty of=roy split=north-council:60;south-council:40
        firm  company base acme -> ? sale_value 2020 1000000.00 USD
        vague company base acme -> ? sale_value 2021 1000000.00 USD about
        more  company base acme -> ? sale_value 2022 1000000.00 USD at_least
        ",
        expect![[r#"
            royalty acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
              shares by split: north-council 60000.00, south-council 40000.00
            royalty acme -> ? 2021-01-01..2021-12-31: due_declared unknown silent declared
            royalty acme -> ? 2022-01-01..2022-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn a_sum_that_its_own_rule_divides_is_asked_of_each_beneficiary() {
    case(
        "
        rule rent rent base=turnover rate=10 split=north-council:80;south-council:20
        b company base acme -> ? turnover 2020 800000.00 USD
        n company paid acme -> north-council rent 2020 64000.00 USD
        s company paid acme -> south-council rent 2020 10000.00 USD
        ",
        expect![[r#"
            rent acme -> north-council 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            rent acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent received
            rent acme -> south-council 2020-01-01..2020-12-31: due_declared gap below_due 6000.00 USD 37.50 %
            rent acme -> south-council 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_doubt_blocks_a_gap_under_every_version() {
    case(
        "
        rule held  royalty base=sale_value rate=10
        rule other royalty base=sale_value rate=5 rival=held
        a company base acme -> ? sale_value 2020 1000000.00 USD
        b company paid acme -> treasury royalty 2020 10000.00 USD
        remark b unit_suspect - digits lost
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown doubted 90000.00 USD 90.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
              under other: due_declared unknown doubted 40000.00 USD 80.00 %
            doubt unit_suspect recorded: b
        "#]],
    );
}

#[test]
fn a_recorded_base_serves_the_shares_of_what_it_is_a_base_of() {
    case(
        "
        rule roy royalty base=gross_value rate=10
        rule split share base=royalty of=roy split=north-council:60;south-council:40
        exports government base acme -> ? exports 2020 1000000.00 USD
        n community received acme -> north-council share 2020 60000.00 USD
        remark exports base_for royalty
        ",
        expect![[r#"
            royalty acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
              shares by split: north-council 60000.00, south-council 40000.00
            share acme -> north-council 2020-01-01..2020-12-31: due_received agrees 0.00 USD 0.00 %
            share acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}
