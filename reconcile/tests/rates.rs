//! Sides that speak two currencies: which rate settles it, what stays unknown, and what a converted figure carries.

mod common;

use common::{case, facts, strict};
use expect_test::expect;
use proptest::prelude::*;
use reconcile::*;

const PARTIES: &str = "
    party acme company
    party treasury government
";

#[test]
fn a_side_in_another_currency_is_converted_at_the_rate_of_its_day() {
    case(
        "rate USD SLL 9757.55 2020-07-30
         rate USD SLL 9000 2020-07-01
         c1 company   paid     acme -> district rent event:one 975755000 SLL paid=2020-07-30
         c2 community received acme -> district rent event:one 100000 USD paid=2020-07-30
         c3 community received acme -> district rent event:two 97575 USD paid=2020-08-01
         c4 company   paid     acme -> district rent event:two 975755000 SLL paid=2020-08-01",
        expect![[r#"
            rent acme -> district one: due_declared unknown no_rule due
            rent acme -> district one: declared_received agrees 0.00 SLL 0.00 %
            rent acme -> district two: due_declared unknown no_rule due
            rent acme -> district two: declared_received unknown currency_no_rate received
        "#]],
    );
}

#[test]
fn a_lease_in_dollars_agrees_before_and_after_the_redenomination() {
    case(
        "rule r rent fixed=100000USD
         rate SLE SLL 1000 2022-07-01 redenomination
         rate USD SLL 9757.55 2020-07-30
         rate USD SLE 14.3193 2022-09-13
         c1 company paid acme -> district rent event:first 975755000 SLL paid=2020-07-30
         c2 company paid acme -> district rent 2021-08..2022-07 1431930 SLE paid=2022-09-13",
        expect![[r#"
            rent acme -> district 2021-08-01..2022-07-31: due_declared agrees 0.00 SLE 0.00 %
            rent acme -> district 2021-08-01..2022-07-31: declared_received unknown silent received
            rent acme -> district 2021-08-01..2022-07-31: deadline unknown no_rule 44 days
            rent acme -> district first: due_declared agrees 0.00 SLL 0.00 %
            rent acme -> district first: declared_received unknown silent received
        "#]],
    );
}

#[test]
fn between_two_rates_a_side_is_short_only_if_no_rate_closes_it() {
    case(
        "rate USD GNF 9000 2020-03-01
         rate USD GNF 9500 2020-06-01
         rate USD GNF 10000 2020-09-01
         c1 company    paid     acme -> treasury royalty 2020 100000 USD
         c2 government received acme -> treasury royalty 2020 950000000 GNF
         c3 company    paid     acme -> treasury tax 2020 100000 USD
         c4 government received acme -> treasury tax 2020 800000000 GNF
         c5 company    paid     acme -> treasury fee 2020 100000 USD
         c6 government received acme -> treasury fee 2020 2000000000 GNF",
        expect![[r#"
            fee acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            fee acme -> treasury 2020-01-01..2020-12-31: declared_received gap over_received -1000000000.00 GNF -100.00 %
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown imprecise declared -50000000.00 GNF -5.56 %
            tax acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            tax acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 100000000.00 GNF 11.11 %
        "#]],
    );
}

#[test]
fn a_rate_outside_the_period_is_no_rate() {
    case(
        "rate USD GNF 9000 2019-12-31
         c1 company    paid     acme -> treasury royalty 2020 100000 USD
         c2 government received acme -> treasury royalty 2020 900000000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_received unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown currency_no_rate declared
        "#]],
    );
}

#[test]
fn a_rate_is_read_in_either_direction() {
    case(
        "rate GNF USD 0.0001 2020
         c1 company    paid     acme -> treasury royalty 2020 100000 USD
         c2 government received acme -> treasury royalty 2020 900000000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 100000000.00 GNF 10.00 %
        "#]],
    );
}

#[test]
fn a_promise_in_dollars_is_held_against_francs() {
    case(
        "rate USD GNF 9225 2016
         c1 company   pledged  acme -> district gift 2016 100000 USD
         c2 community received acme -> district gift 2016 500000000 GNF",
        expect![[r#"
            gift acme -> district 2016-01-01..2016-12-31: pledged_received gap pledge_unmet 422500000.00 GNF 45.80 %
            gift acme -> district 2016-01-01..2016-12-31: due_received unknown no_rule due
        "#]],
    );
}

#[test]
fn instalments_of_different_days_have_no_single_day() {
    case(
        "rate USD GNF 9000 2020-03-01
         rate USD GNF 10000 2020-09-01
         c1 company    paid     acme -> treasury royalty 2020 50000 USD paid=2020-03-01
         c2 company    paid     acme -> treasury royalty 2020 50000 USD paid=2020-09-01
         remark c2 instalment_of c1
         c3 government received acme -> treasury royalty 2020 900000000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown imprecise declared 0.00 GNF 0.00 %
        "#]],
    );
}

#[test]
fn quarters_in_another_currency_are_added_before_they_are_converted() {
    case(
        "rate USD GNF 9000 2020
         c1 company    paid     acme -> treasury royalty 2020-01..2020-06 50000.33 USD
         c2 company    paid     acme -> treasury royalty 2020-07..2020-12 50000.33 USD
         c3 government received acme -> treasury royalty 2020 800000000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-06-30: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-06-30: declared_received unknown period received
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received gap not_received 100005940.00 GNF 11.11 %
            royalty acme -> treasury 2020-07-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-07-01..2020-12-31: declared_received unknown period received
        "#]],
    );
}

#[test]
fn a_conflicting_figure_is_converted_by_the_rates_of_the_headline() {
    case(
        "rate USD GNF 9000 2020
         c1 company     paid     acme -> treasury royalty 2020 100000 USD
         c2 third_party paid     acme -> treasury royalty 2020 50000 USD
         c3 government  received acme -> treasury royalty 2020 450000000 GNF",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2020-01-01..2020-12-31: declared_received unknown doubted declared 450000000.00 GNF 50.00 %
            doubt conflict same_scope: c1, c2 50000
        "#]],
    );
}

#[test]
fn old_and_new_units_that_differ_are_a_conflict() {
    case(
        "rate SLE SLL 1000 2022-07-01 redenomination
         c1 company    paid     acme -> treasury royalty 2022 1000000 SLE
         c2 company    paid     acme -> treasury royalty 2022 1000000000 SLL
         c3 government received acme -> treasury royalty 2022 1000000 SLE
         c4 government received acme -> treasury royalty 2022 700000000 SLL",
        expect![[r#"
            royalty acme -> treasury 2022-01-01..2022-12-31: due_declared unknown no_rule due
            royalty acme -> treasury 2022-01-01..2022-12-31: declared_received agrees 0 SLE 0.00 %
            doubt conflict same_scope: c3, c4 300000
        "#]],
    );
}

fn one(table: &str) -> (Facts, Comparison) {
    let facts = facts(&format!("{PARTIES}{table}"));
    let mut said = reconcile(&facts, &strict()).expect("sums that can be kept").comparisons;
    assert_eq!(said.len(), 1, "{said:?}");
    (facts, said.remove(0))
}

/// Every rate of a conversion as a reader wants it: which, of when, and what it makes of the figure.
fn told(facts: &Facts, conversion: &Conversion) -> Vec<String> {
    let by_rate = conversion.by_rate().map(|one| {
        let rate = facts.rate(one.rate);
        let source = &facts.source(rate.source).code;
        format!("1 {} = {} {} on {} ({}, {source}): {}", rate.from, rate.rate, rate.to, rate.on, rate.kind, one.amount)
    });
    let stated = format!("{} {}", conversion.amount, conversion.from);
    std::iter::once(stated).chain(by_rate).collect()
}

#[test]
fn a_converted_side_names_both_rates() {
    let (facts, line) = one("
        rate USD GNF 9000 2020-03 market
        rate GNF USD 0.0001 2020-09-01 official_average
        c1 company    paid     acme -> treasury royalty 2020 100000 USD
        c2 government received acme -> treasury royalty 2020 800000000 GNF");
    let declared = line.declared.expect("the company spoke");
    let expected = [
        "100000 USD",
        "1 USD = 9000 GNF on 2020-03 (market, a-source): 900000000.00",
        "1 GNF = 0.0001 USD on 2020-09-01 (official_average, a-source): 1000000000.00",
    ];
    assert_eq!(told(&facts, &declared.conversions[0]), expected);
    assert_eq!(declared.amount.map(Amount::normal).as_deref(), Some("900000000"));
    assert_eq!(declared.high.map(Amount::normal).as_deref(), Some("1000000000"));
    let verdict = line.verdicts.iter().find(|verdict| verdict.outcome == Outcome::Gap).expect("no rate closes it");
    let digits = |amount: Option<Amount>| amount.map(Amount::normal).unwrap_or_default();
    assert_eq!(digits(verdict.amount), "100000000", "the smaller of the two differences");
    assert_eq!((digits(verdict.low), digits(verdict.high)), ("100000000".into(), "200000000".into()));
}

#[test]
fn a_redenominated_part_of_a_sum_names_its_rate() {
    let (facts, line) = one("
        rate SLE SLL 1000 2022-07-01 redenomination
        c1 company    paid     acme -> treasury royalty 2022 500 SLE
        c2 company    paid     acme -> treasury royalty 2022 123 SLL
        c3 company    paid     acme -> treasury royalty 2022 456 SLL
        remark c2 instalment_of c1
        remark c3 instalment_of c1
        c4 government received acme -> treasury royalty 2022 500.579 SLE");
    let declared = line.declared.expect("the company spoke");
    assert_eq!(declared.amount.map(|amount| amount.to_string()).as_deref(), Some("500.579"));
    let expected = ["579 SLL", "1 SLE = 1000 SLL on 2022-07-01 (redenomination, a-source): 0.579"];
    assert_eq!(told(&facts, &declared.conversions[0]), expected);
    assert!(declared.conversions[0].exact && declared.as_stated().is_none());
    assert_eq!(line.verdicts.last().map(|verdict| verdict.outcome), Some(Outcome::Agrees));
}

#[test]
fn a_converted_due_shows_its_rates_in_the_working() {
    let (facts, line) = one("
        rule r royalty fixed=100000USD
        rate USD GNF 9000 2020-03-01
        rate USD GNF 10000 2020-09-01
        c1 company paid acme -> treasury royalty 2020 800000000 GNF");
    let due = line.due.expect("a rule holds");
    let rates = due.working.iter().filter(|line| line.step == Step::ExchangeRate);
    let dates: Vec<String> = rates.map(|line| facts.rate(line.rate.expect("a rate")).on.to_string()).collect();
    assert_eq!(dates, ["2020-03-01", "2020-09-01"]);
    assert_eq!(told(&facts, &due.conversion.clone().expect("converted")).len(), 3);
    assert_eq!(due.high().map(Amount::normal).as_deref(), Some("1000000000"));
}

#[test]
fn nothing_is_converted_twice() {
    // Leones reach dollars only through a redenomination and a rate: two steps are one too many.
    let (_, line) = one("
        rate SLE SLL 1000 2022-07-01 redenomination
        rate USD SLE 14 2022
        c1 company    paid     acme -> treasury royalty 2022 1000000 SLL
        c2 government received acme -> treasury royalty 2022 71 USD");
    let verdict = line.verdicts.last().expect("a question");
    assert_eq!((verdict.outcome, verdict.reason), (Outcome::Unknown, Some(Reason::CurrencyNoRate)));
}

proptest! {
    #[test]
    fn a_gap_stands_only_if_no_observed_rate_closes_it(
        paid in 1u64..1_000_000, received in 1u64..1_000_000_000,
        rates in prop::collection::vec((1u64..2_000, 1u32..28), 1..6)
    ) {
        let mut table = String::new();
        for (rate, day) in &rates {
            table += &format!("rate USD GNF {rate} 2020-02-{day:02}\n");
        }
        table += &format!("c1 company paid acme -> treasury royalty 2020 {paid} USD\n");
        table += &format!("c2 government received acme -> treasury royalty 2020 {received} GNF\n");
        let (_, line) = one(&table);
        let verdict = line.verdicts.iter().find(|verdict| verdict.question == Question::DeclaredReceived);
        let verdict = verdict.expect("both sides spoke");
        let differences: Vec<i128> =
            rates.iter().map(|(rate, _)| i128::from(paid * rate) - i128::from(received)).collect();
        match verdict.kind {
            Some(GapKind::NotReceived) => prop_assert!(differences.iter().all(|one| *one > 0)),
            Some(GapKind::OverReceived) => prop_assert!(differences.iter().all(|one| *one < 0)),
            kind => {
                prop_assert_eq!(kind, None);
                // A factor of a thousand is a unit, not a gap, whatever the rates.
                let is_unit = verdict.reason == Some(Reason::Doubted);
                let one_sided = differences.iter().all(|one| *one > 0) || differences.iter().all(|one| *one < 0);
                prop_assert!(is_unit || !one_sided);
            }
        }
        // Both ends are shown, and the amount is the smaller one.
        let whole = |amount: Amount| amount.normal().parse::<i128>().expect("whole");
        let (least, most) = (differences.iter().min().copied(), differences.iter().max().copied());
        if least != most {
            prop_assert_eq!((verdict.low.map(whole), verdict.high.map(whole)), (least, most));
        }
        prop_assert_eq!(verdict.amount.map(|one| whole(one.abs())), least.map(i128::abs).min(most.map(i128::abs)));
    }

    #[test]
    fn a_side_without_a_rate_is_never_nought(paid in 1u64..1_000_000, received in 0u64..1_000_000) {
        let (_, line) = one(&format!(
            "rate USD EUR 1 2020\nc1 company paid acme -> treasury royalty 2020 {paid} USD
             c2 government received acme -> treasury royalty 2020 {received} GNF"));
        prop_assert_eq!(line.declared.and_then(|total| total.amount), None);
        prop_assert!(line.verdicts.iter().all(|verdict| verdict.outcome == Outcome::Unknown));
    }

    #[test]
    fn a_payment_split_into_instalments_converts_to_the_same(
        parts in prop::collection::vec(1u64..100_000_000, 1..5), cents in 0u32..3, rates in (1u64..99_999, 1u64..99_999)
    ) {
        let money = |number: u64| rust_decimal::Decimal::from_i128_with_scale(i128::from(number), cents);
        let tail = format!(
            "rate USD GNF {}.37 2020-01\nrate USD GNF {}.11 2020-02
             r government received acme -> treasury royalty 2020 1000000 GNF\n", rates.0, rates.1);
        let whole = format!("{tail}c0 company paid acme -> treasury royalty 2020 {} USD\n", money(parts.iter().sum()));
        let mut split = tail;
        for (index, part) in parts.iter().enumerate() {
            split += &format!("c{index} company paid acme -> treasury royalty 2020 {} USD\n", money(*part));
            if index > 0 {
                split += &format!("remark c{index} instalment_of c0\n");
            }
        }
        let said = |table: &str| one(table).1.verdicts;
        prop_assert_eq!(said(&split), said(&whole));
    }
}
