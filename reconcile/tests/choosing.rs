//! Which rule holds for a flow: of its mine, of its day, for its kind of parties; and which does not.

mod common;

use common::{case, check};
use expect_test::expect;

#[test]
fn rules_that_share_each_other_in_a_circle_give_nothing() {
    case(
        "
        rule one grant base=royalty rate=10 of=two
        rule two royalty base=grant rate=10 of=one
        paid company paid acme -> district grant 2020 100.00 USD
        ",
        expect![[r#"
            grant acme -> district 2020-01-01..2020-12-31: due_declared unknown base_unknown due
            grant acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_split_alone_gives_the_whole_no_due() {
    case(
        "
        rule split share base=royalty split=north-council:60;south-council:40
        paid company paid acme -> district share 2020 100.00 USD
        ",
        expect![[r#"
            share acme -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            share acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_rival_that_has_not_begun_is_not_shown() {
    case(
        "
        rule held  royalty base=sale_value rate=10
        rule later royalty base=sale_value rate=5 rival=held from=2021
        a company base acme -> ? sale_value 2020 1000000.00 USD
        b company paid acme -> treasury royalty 2020 100000.00 USD
        c company base acme -> ? sale_value 2022 1000000.00 USD
        d company paid acme -> treasury royalty 2022 100000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2022-01-01..2022-12-31: due_declared unknown doubted due 0.00 USD 0.00 %
            royalty acme -> treasury 2022-01-01..2022-12-31: declared_received unknown silent received
              under later: due_declared gap above_due -50000.00 USD -100.00 %
        "#]],
    );
}

#[test]
fn a_rule_of_another_mine_does_not_hold() {
    check(
        "
        party acme company
        party treasury government
        mine hill
        mine lake
        rule lease royalty base=sale_value rate=8 mine=lake force=lease
        rule law   royalty base=sale_value rate=10
        a company base acme -> ? sale_value 2020 1000000.00 USD mine=hill
        b company paid acme -> treasury royalty 2020 80000.00 USD mine=hill
        ",
        expect![[r#"
            royalty acme -> treasury at hill 2020-01-01..2020-12-31: due_declared gap below_due 20000.00 USD 20.00 %
            royalty acme -> treasury at hill 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_rule_that_changes_within_the_year_must_raise_the_gap_under_both_versions() {
    case(
        "
        rule first  royalty base=sale_value rate=10 to=2020-06
        rule second royalty base=sale_value rate=5 from=2020-07
        a company base acme -> ? sale_value 2020 1000000.00 USD
        b company paid acme -> treasury royalty 2020 60000.00 USD
        c company base acme -> ? sale_value 2021 1000000.00 USD
        d company paid acme -> treasury royalty 2021 60000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown doubted due 40000.00 USD 40.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent received
            royalty acme -> treasury 2021-01-01..2021-12-31: due_declared gap above_due -10000.00 USD -20.00 %
            royalty acme -> treasury 2021-01-01..2021-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_rule_for_communities_holds_for_their_chiefdoms_and_not_for_councils() {
    check(
        "
        party acme company
        party chief chiefdom
        party owners landowners
        party council council
        rule cda development base=fixed fixed=100000USD payer=company recipient=community
        a company paid acme -> chief development 2020 100000.00 USD
        b company paid acme -> owners development 2020 100000.00 USD
        c company paid acme -> council development 2020 100000.00 USD
        d company paid ? -> chief development 2021 100000.00 USD
        ",
        expect![[r#"
            development ? -> chief 2021-01-01..2021-12-31: due_declared agrees 0.00 USD 0.00 %
            development ? -> chief 2021-01-01..2021-12-31: declared_received unknown silent received
            development acme -> chief 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            development acme -> chief 2020-01-01..2020-12-31: declared_received unknown silent received
            development acme -> council 2020-01-01..2020-12-31: due_declared unknown no_rule due
            development acme -> council 2020-01-01..2020-12-31: declared_received unknown silent received
            development acme -> owners 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            development acme -> owners 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_rule_for_companies_does_not_bind_a_treasury() {
    case(
        "
        rule cda development base=fixed fixed=100000USD payer=company
        a government paid treasury -> district development 2020 100000.00 USD
        ",
        expect![[r#"
            development treasury -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            development treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_printed_result_is_computed_by_a_rate_of_a_base_and_not_by_a_share() {
    case(
        "
        rule tax  duty base=sale_value rate=3
        rule part duty base=duty rate=25 of=tax from=2019
        sale third_party base acme -> ? sale_value 2020 1000000.00 USD
        said third_party base acme -> treasury duty 2020 30000.00 USD
        remark said computed_from sale
        ",
        expect![[r#"
            duty acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn an_undated_flow_under_two_versions_has_no_rule_that_could_be_told() {
    case(
        "
        rule first  royalty base=sale_value rate=10 to=2020
        rule second royalty base=sale_value rate=5 from=2021
        b company paid acme -> treasury royalty event:cheque 60000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury cheque: due_declared unknown period due
            royalty acme -> treasury cheque: declared_received unknown silent received
        "#]],
    );
}
