//! Shares that the law divides by a count of licences or by area.

mod common;

use common::{case, check};
use expect_test::expect;

#[test]
fn shares_by_the_number_of_licences_add_up_to_the_fund() {
    case(
        "
        rule duty  export_tax base=sale_value rate=3
        rule fund  area_fund  base=sale_value rate=25 of=duty
        rule split area_fund  base=area_fund of=fund by=licences
        sale  government base acme -> ? sale_value 2020 1000000.00 USD
        all   government base ? -> ? licences 2020 12 licence
        north government base ? -> north-council licences 2020 7 licence
        south government base ? -> south-council licences 2020 5 licence
        n     community  received acme -> north-council area_fund 2020 4375.00 USD
        s     community  received acme -> south-council area_fund 2020 1000.00 USD
        ",
        expect![[r#"
            area_fund acme -> north-council 2020-01-01..2020-12-31: due_received agrees 0.00 USD 0.00 %
            area_fund acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent declared
            area_fund acme -> south-council 2020-01-01..2020-12-31: due_received gap below_due 2125.00 USD 68.00 %
            area_fund acme -> south-council 2020-01-01..2020-12-31: declared_received unknown silent declared
            export_tax acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn a_weight_without_the_stated_total_gives_nobody_a_share() {
    case(
        "
        rule fund  area_fund base=sale_value rate=1
        rule split area_fund base=area_fund of=fund by=area
        sale  government base acme -> ? sale_value 2020 1000000.00 USD
        north government base ? -> north-council area 2020 7.5 km2
        n     community  received acme -> north-council area_fund 2020 4375.00 USD
        ",
        expect![[r#"
            area_fund acme -> north-council 2020-01-01..2020-12-31: due_received unknown base_unknown due
            area_fund acme -> north-council 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn shares_by_licences_are_told_where_all_are_known() {
    case(
        "
        rule duty  export_tax base=sale_value rate=3
        rule split area_fund  base=export_tax of=duty by=licences
        sale  government base acme -> ? sale_value 2020 1000000.00 USD
        all   government base ? -> ? licences 2020 12 licence
        north government base ? -> north-council licences 2020 7 licence
        south government base ? -> south-council licences 2020 5 licence
        next  government base acme -> ? sale_value 2021 1000000.00 USD
        sum   government base ? -> ? licences 2021 12 licence
        part  government base ? -> north-council licences 2021 7 licence
        ",
        expect![[r#"
            export_tax acme -> ? 2020-01-01..2020-12-31: due_declared unknown silent declared
              shares by split: north-council 17500.00, south-council 12500.00
            export_tax acme -> ? 2021-01-01..2021-12-31: due_declared unknown silent declared
        "#]],
    );
}

#[test]
fn weights_count_in_their_own_unit_at_their_own_mine_and_in_their_own_time() {
    check(
        "
        party acme company
        party north-council council
        party south-council council
        mine hill
        mine lake
        rule fund  area_fund base=sale_value rate=1
        rule split onward base=area_fund of=fund by=weights
        # The total is of another unit, then nought, then of another mine, then of another year.
        a0 government base acme -> ? sale_value 2020 1000000.00 USD mine=hill
        a1 government base ? -> ? weights 2020 12 km2 mine=hill
        a2 government base ? -> north-council weights 2020 7 licence mine=hill
        a3 community received acme -> north-council onward 2020 1.00 USD mine=hill
        b0 government base acme -> ? sale_value 2021 1000000.00 USD mine=hill
        b1 government base ? -> ? weights 2021 0 licence mine=hill
        b2 government base ? -> north-council weights 2021 7 licence mine=hill
        b3 community received acme -> north-council onward 2021 1.00 USD mine=hill
        c0 government base acme -> ? sale_value 2022 1000000.00 USD mine=hill
        c1 government base ? -> ? weights 2022 12 licence mine=lake
        c2 government base ? -> north-council weights 2022 7 licence mine=hill
        c3 community received acme -> north-council onward 2022 1.00 USD mine=hill
        d0 government base acme -> ? sale_value 2023 1000000.00 USD mine=hill
        d1 government base ? -> ? weights 2024 12 licence mine=hill
        d2 government base ? -> north-council weights 2023 7 licence mine=hill
        d3 community received acme -> north-council onward 2023 1.00 USD mine=hill
        ",
        expect![[r#"
            area_fund acme -> ? at hill 2020-01-01..2020-12-31: due_declared unknown silent declared
            area_fund acme -> ? at hill 2021-01-01..2021-12-31: due_declared unknown silent declared
            area_fund acme -> ? at hill 2022-01-01..2022-12-31: due_declared unknown silent declared
            area_fund acme -> ? at hill 2023-01-01..2023-12-31: due_declared unknown silent declared
            onward acme -> north-council at hill 2020-01-01..2020-12-31: due_received unknown base_unknown due
            onward acme -> north-council at hill 2020-01-01..2020-12-31: declared_received unknown silent declared
            onward acme -> north-council at hill 2021-01-01..2021-12-31: due_received unknown base_unknown due
            onward acme -> north-council at hill 2021-01-01..2021-12-31: declared_received unknown silent declared
            onward acme -> north-council at hill 2022-01-01..2022-12-31: due_received unknown base_unknown due
            onward acme -> north-council at hill 2022-01-01..2022-12-31: declared_received unknown silent declared
            onward acme -> north-council at hill 2023-01-01..2023-12-31: due_received unknown base_unknown due
            onward acme -> north-council at hill 2023-01-01..2023-12-31: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn weights_of_a_case_serve_its_events_and_a_foreign_unit_is_not_among_them() {
    case(
        "
        rule fund  area_fund base=sale_value rate=1
        rule split onward base=area_fund of=fund by=weights
        sale  government base acme -> ? sale_value event:stone 1000000.00 USD case=one
        all   government base ? -> ? weights event:count 12 licence case=one
        north government base ? -> north-council weights event:count 7 licence case=one
        south government base ? -> south-council weights event:count 5 licence case=one
        area  government base ? -> district weights event:count 5 km2 case=one
        n community received acme -> north-council onward event:stone 5833.33 USD case=one
        lone  government base acme -> ? sale_value event:gem 1000000.00 USD
        sum   government base ? -> ? weights event:other 12 licence
        part  government base ? -> north-council weights event:other 7 licence
        m community received acme -> north-council onward event:gem 1.00 USD
        ",
        expect![[r#"
            area_fund acme -> ? gem: due_declared unknown silent declared
            onward acme -> north-council gem: due_received unknown no_rule due
            onward acme -> north-council gem: declared_received unknown silent declared
            area_fund acme -> ? stone: due_declared unknown silent declared
              shares by split: north-council 5833.33, south-council 4166.67
            onward acme -> north-council stone: due_received agrees 0.00 USD 0.00 %
            onward acme -> north-council stone: declared_received unknown silent declared
        "#]],
    );
}

#[test]
fn a_total_stated_for_the_whole_district_divides_to_the_last_coin() {
    check(
        "
        party acme company
        party district council
        party a-council council in district
        party b-council council in district
        party c-council council in district
        rule fund  fund   base=fixed fixed=100.00USD
        rule split onward base=fund of=fund by=licences
        all government base ? -> district  licences 2020 3 licence
        a   government base ? -> a-council licences 2020 1 licence
        b   government base ? -> b-council licences 2020 1 licence
        c   government base ? -> c-council licences 2020 1 licence
        x   community received acme -> a-council onward 2020 33.34 USD
        y   community received acme -> b-council onward 2020 33.33 USD
        ",
        expect![[r#"
            onward acme -> a-council 2020-01-01..2020-12-31: due_received agrees 0.00 USD 0.00 %
            onward acme -> a-council 2020-01-01..2020-12-31: declared_received unknown silent declared
            onward acme -> b-council 2020-01-01..2020-12-31: due_received agrees 0.00 USD 0.00 %
            onward acme -> b-council 2020-01-01..2020-12-31: declared_received unknown silent declared
        "#]],
    );
}
