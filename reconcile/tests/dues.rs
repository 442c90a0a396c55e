//! What was due, by when, and who holds it: small cases, the answer beside the question.

mod common;

use common::{case, check};
use expect_test::expect;

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
fn late_by_the_payers_own_date_with_its_penalty() {
    case(
        "rule r cdl base=turnover rate=1 due=next-year-03-15 penalty=5_%_for_every_3_months_late
         b1 company base acme -> ? turnover 2018 10000000 USD
         c1 company paid acme -> district cdl 2018 100000 USD paid=2019-12-23",
        expect![[r#"
            cdl acme -> district 2018-01-01..2018-12-31: due_declared agrees 0.00 USD 0.00 %
            cdl acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            cdl acme -> district 2018-01-01..2018-12-31: deadline gap late 283 days penalty 15000
        "#]],
    );
}

#[test]
fn only_the_payers_own_date_makes_it_late() {
    case(
        "rule r cdl base=turnover rate=1 due=next-year-03-15
         c1 community received acme -> district cdl 2018 100000 USD paid=2019-12-23",
        expect![[r#"
            cdl acme -> district 2018-01-01..2018-12-31: due_received unknown base_unknown due
            cdl acme -> district 2018-01-01..2018-12-31: declared_received unknown silent declared
            cdl acme -> district 2018-01-01..2018-12-31: deadline unknown silent declared 283 days
        "#]],
    );
}

#[test]
fn without_a_deadline_there_is_only_a_delay() {
    case(
        "c1 company paid acme -> district cdl 2018 100000 USD paid=2019-12-23",
        expect![[r#"
        cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown no_rule due
        cdl acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
        cdl acme -> district 2018-01-01..2018-12-31: deadline unknown no_rule 357 days
    "#]],
    );
}

#[test]
fn silence_after_the_deadline_is_overdue_and_before_it_is_not() {
    let table = "party acme company
         party district council
         rule r cdl base=turnover rate=1 due=next-year-03-15
         b1 company base acme -> district turnover 2018 10000000 USD";
    common::check_as_of(
        "2019-03-15",
        table,
        expect![[r#"
        cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown silent declared
    "#]],
    );
    common::check_as_of(
        "2019-03-16",
        table,
        expect![[r#"
        cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown silent declared
        cdl acme -> district 2018-01-01..2018-12-31: deadline gap overdue 1 days
    "#]],
    );
    check(
        table,
        expect![[r#"
        cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown silent declared
    "#]],
    );
}

#[test]
fn what_a_holder_received_and_did_not_pass_on_is_named_at_the_holder() {
    case(
        "rule r1 royalty base=sale rate=6
         rule r2 share base=royalty rate=25 of=r1 payer=government
         c1 company    paid     acme -> treasury royalty 2020 1000000 USD
         c2 government received acme -> treasury royalty 2020 1000000 USD
         c3 government paid     treasury -> district share 2020 50000 USD
         c4 community  received treasury -> district share 2020 50000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown base_unknown due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received agrees 0 USD 0.00 %
            share treasury -> district 2020-01-01..2020-12-31: due_declared gap held_back 200000.00 USD 80.00 %
            share treasury -> district 2020-01-01..2020-12-31: declared_received agrees 0 USD 0.00 %
        "#]],
    );
}

#[test]
fn money_said_to_be_held_is_held_by_the_payer_of_its_flow() {
    case(
        "c1 third_party base treasury -> district fund 2020 1753218 USD
         c2 third_party paid treasury -> district fund 2020 0 USD
         remark c1 holds",
        expect![[r#"
            fund treasury -> district 2020-01-01..2020-12-31: pass_through gap held_back 1753218 USD 100.00 %
            fund treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_base_of_one_mine_says_nothing_of_a_company() {
    case(
        "mine hill
         rule r royalty base=turnover rate=5
         b1 company base acme -> ? turnover 2018 1000000 USD mine=hill
         c1 company paid acme -> treasury royalty 2018 10000 USD",
        expect![[r#"
            royalty acme -> treasury 2018-01-01..2018-12-31: due_declared unknown base_unknown due
            royalty acme -> treasury 2018-01-01..2018-12-31: declared_received unknown silent received
            royalty acme -> ? at hill 2018-01-01..2018-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn the_due_of_all_communes_is_not_due_to_one() {
    case(
        "rule r share base=tax rate=15 payer=government
         b1 third_party base acme -> ? tax 2014 1000000 USD
         c1 third_party paid treasury -> district share 2014 150000 USD
         c2 community received treasury -> north-council share 2014 - none_reported",
        expect![[r#"
            share treasury -> district 2014-01-01..2014-12-31: due_declared agrees 0.00 USD 0.00 %
            share treasury -> district 2014-01-01..2014-12-31: declared_received unknown scope received
            share treasury -> north-council 2014-01-01..2014-12-31: due_declared unknown no_rule due
            share treasury -> north-council 2014-01-01..2014-12-31: declared_received gap not_received
        "#]],
    );
}

#[test]
fn a_share_of_about_is_about() {
    case(
        "rule r1 royalty base=sale rate=6
         rule r2 share base=royalty rate=25 of=r1 payer=government
         c2 government received acme -> treasury royalty 2020 1000000 USD about
         c3 government paid     treasury -> district share 2020 50000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown base_unknown due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            share treasury -> district 2020-01-01..2020-12-31: due_declared unknown imprecise due
            share treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn receipts_from_several_payers_are_not_known_to_be_all() {
    case(
        "party beta company
         rule r1 royalty base=sale rate=6
         rule r2 share base=royalty rate=25 of=r1 payer=government
         c1 government received acme -> treasury royalty 2020 1000000 USD
         c2 government received beta -> treasury royalty 2020 3000000 USD
         c3 government paid     treasury -> district share 2020 250000 USD",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown base_unknown due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            royalty beta -> treasury 2020-01-01..2020-12-31: due_received unknown base_unknown due
            royalty beta -> treasury 2020-01-01..2020-12-31: declared_received unknown silent declared
            share treasury -> district 2020-01-01..2020-12-31: due_declared unknown base_unknown due
            share treasury -> district 2020-01-01..2020-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn who_spoke_of_a_longer_time_is_not_overdue() {
    common::check_as_of(
        "2026-01-01",
        "party acme company
         party district council
         rule r cdl base=turnover rate=1 due=next-year-03-15
         b1 company base acme -> district turnover 2018 10000000 USD
         c1 company paid acme -> district cdl 2017..2018 200000 USD",
        expect![[r#"
            cdl acme -> district 2017-01-01..2018-12-31: due_declared unknown base_unknown due
            cdl acme -> district 2017-01-01..2018-12-31: declared_received unknown silent received
            cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown period declared
        "#]],
    );
}

#[test]
fn a_base_in_carats_beside_one_in_dollars() {
    case(
        "rule r royalty base=sale rate=5
         b1 company base acme -> ? sale 2018 9000 ct
         b2 company base acme -> ? sale 2018 1000000 USD
         c1 company paid acme -> treasury royalty 2018 50000 USD",
        expect![[r#"
            royalty acme -> treasury 2018-01-01..2018-12-31: due_declared agrees 0.00 USD 0.00 %
            royalty acme -> treasury 2018-01-01..2018-12-31: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn a_payment_is_paid_with_its_last_instalment() {
    case(
        "rule r cdl base=turnover rate=1 due=next-year-03-15
         c1 company paid acme -> district cdl 2018 50000 USD paid=2019-03-01
         c2 company paid acme -> district cdl 2018 50000 USD paid=2019-12-23
         remark c2 instalment_of c1",
        expect![[r#"
            cdl acme -> district 2018-01-01..2018-12-31: due_declared unknown base_unknown due
            cdl acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            cdl acme -> district 2018-01-01..2018-12-31: deadline gap late 283 days
        "#]],
    );
}

#[test]
fn a_rounded_siblings_share_may_divide_without_end() {
    case(
        "party north council takes north
         party south council takes south
         rule split share base=royalty split=north:60;south:40
         c1 company paid acme -> north share 2019 43478500988 USD rounded
         c2 company paid acme -> south share 2019 1567390560 USD",
        expect![[r#"
            share acme -> north 2019-01-01..2019-12-31: due_declared unknown base_unknown due
            share acme -> north 2019-01-01..2019-12-31: declared_received unknown silent received
            share acme -> south 2019-01-01..2019-12-31: split gap split_short 27418276765.33 USD 94.59 %
            share acme -> south 2019-01-01..2019-12-31: declared_received unknown silent received
        "#]],
    );
}
