//! In time, late, overdue, or only told to have come late: by whose date, and to the day.

mod common;

use common::{case, check_as_of};
use expect_test::expect;

#[test]
fn on_the_last_day_is_in_time_and_the_day_after_is_late() {
    case(
        "
        rule cdl grant base=fixed fixed=1000000USD due=next-year-03-15 penalty=5_%_for_every_3_months_late
        a company paid acme -> district grant 2018 1000000.00 USD paid=2019-03-15
        b company paid acme -> district grant 2019 1000000.00 USD paid=2020-03-16
        c company paid acme -> district grant 2020 1000000.00 USD paid=2021-06-15
        d company paid acme -> district grant 2021 1000000.00 USD paid=2022-06-14
        ",
        expect![[r#"
            grant acme -> district 2018-01-01..2018-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            grant acme -> district 2018-01-01..2018-12-31: deadline agrees
            grant acme -> district 2019-01-01..2019-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2019-01-01..2019-12-31: declared_received unknown silent received
            grant acme -> district 2019-01-01..2019-12-31: deadline gap late 1 days penalty 0
            grant acme -> district 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            grant acme -> district 2020-01-01..2020-12-31: deadline gap late 92 days penalty 50000
            grant acme -> district 2021-01-01..2021-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2021-01-01..2021-12-31: declared_received unknown silent received
            grant acme -> district 2021-01-01..2021-12-31: deadline gap late 91 days penalty 0
        "#]],
    );
}

#[test]
fn a_day_known_only_to_the_month_tells_nothing_where_the_deadline_is_in_it() {
    case(
        "
        rule cdl grant base=fixed fixed=1000000USD due=next-year-03-15
        a company paid acme -> district grant 2018 1000000.00 USD paid=2019-03
        b company paid acme -> district grant 2019 1000000.00 USD paid=2020-02
        c company paid acme -> district grant 2020 1000000.00 USD paid=2021-04
        ",
        expect![[r#"
            grant acme -> district 2018-01-01..2018-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            grant acme -> district 2018-01-01..2018-12-31: deadline unknown imprecise declared
            grant acme -> district 2019-01-01..2019-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2019-01-01..2019-12-31: declared_received unknown silent received
            grant acme -> district 2019-01-01..2019-12-31: deadline agrees
            grant acme -> district 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            grant acme -> district 2020-01-01..2020-12-31: deadline gap late 17 days
        "#]],
    );
}

#[test]
fn only_the_payers_own_date_makes_it_late() {
    case(
        "
        rule cdl grant base=fixed fixed=1000000USD due=next-year-03-15
        a community received acme -> district grant 2018 1000000.00 USD paid=2019-05-01
        b community received acme -> district grant 2019 1000000.00 USD paid=2020-03-15
        c third_party paid acme -> district grant 2020 1000000.00 USD paid=2021-05-01
        ",
        expect![[r#"
            grant acme -> district 2018-01-01..2018-12-31: due_received agrees 0.00 USD 0.00 %
            grant acme -> district 2018-01-01..2018-12-31: declared_received unknown silent declared
            grant acme -> district 2018-01-01..2018-12-31: deadline unknown silent declared 47 days
            grant acme -> district 2019-01-01..2019-12-31: due_received agrees 0.00 USD 0.00 %
            grant acme -> district 2019-01-01..2019-12-31: declared_received unknown silent declared
            grant acme -> district 2020-01-01..2020-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            grant acme -> district 2020-01-01..2020-12-31: deadline unknown silent declared 47 days
        "#]],
    );
}

#[test]
fn without_a_legal_deadline_days_after_the_period_are_a_stated_delay() {
    case(
        "
        a company paid acme -> district grant 2018 1000000.00 USD paid=2019-01-10
        b company paid acme -> district grant 2019 1000000.00 USD paid=2019-12-31
        c company paid acme -> district grant 2020 1000000.00 USD paid=2021-06-01
        d company paid acme -> district grant ..2022 1000000.00 USD paid=2022-01-01
        ",
        expect![[r#"
            grant acme -> district ..2022-12-31: due_declared unknown no_rule due
            grant acme -> district ..2022-12-31: declared_received unknown silent received
            grant acme -> district 2018-01-01..2018-12-31: due_declared unknown no_rule due
            grant acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            grant acme -> district 2018-01-01..2018-12-31: deadline unknown no_rule 10 days
            grant acme -> district 2019-01-01..2019-12-31: due_declared unknown no_rule due
            grant acme -> district 2019-01-01..2019-12-31: declared_received unknown silent received
            grant acme -> district 2020-01-01..2020-12-31: due_declared unknown no_rule due
            grant acme -> district 2020-01-01..2020-12-31: declared_received unknown silent received
            grant acme -> district 2020-01-01..2020-12-31: deadline unknown no_rule 152 days
        "#]],
    );
}

#[test]
fn silence_is_overdue_from_the_day_after_the_deadline() {
    let table = "
        party acme company
        party district council
        rule cdl grant base=turnover rate=1 due=next-year-03-15
        b company base acme -> ? turnover 2018 1000000.00 USD
        g company base acme -> ? turnover 2017 1000000.00 USD
        r community received acme -> district grant 2017 10000.00 USD
    ";
    check_as_of(
        "2019-03-15",
        table,
        expect![[r#"
        grant acme -> ? 2018-01-01..2018-12-31: due_declared unknown silent declared
        grant acme -> district 2017-01-01..2017-12-31: due_received agrees 0.00 USD 0.00 %
        grant acme -> district 2017-01-01..2017-12-31: declared_received unknown silent declared
        grant acme -> district 2017-01-01..2017-12-31: deadline gap overdue 365 days
    "#]],
    );
    check_as_of(
        "2019-03-16",
        table,
        expect![[r#"
        grant acme -> ? 2018-01-01..2018-12-31: due_declared unknown silent declared
        grant acme -> ? 2018-01-01..2018-12-31: deadline gap overdue 1 days
        grant acme -> district 2017-01-01..2017-12-31: due_received agrees 0.00 USD 0.00 %
        grant acme -> district 2017-01-01..2017-12-31: declared_received unknown silent declared
        grant acme -> district 2017-01-01..2017-12-31: deadline gap overdue 366 days
    "#]],
    );
}

#[test]
fn instalments_are_paid_with_the_last_one() {
    case(
        "
        rule cdl grant base=fixed fixed=1000000USD due=next-year-03-15
        a company paid acme -> district grant 2018 600000.00 USD paid=2019-03-01
        b company paid acme -> district grant 2018 400000.00 USD paid=2019-04-14
        remark b instalment_of a
        ",
        expect![[r#"
            grant acme -> district 2018-01-01..2018-12-31: due_declared agrees 0.00 USD 0.00 %
            grant acme -> district 2018-01-01..2018-12-31: declared_received unknown silent received
            grant acme -> district 2018-01-01..2018-12-31: deadline gap late 30 days
        "#]],
    );
}
