//! Worked examples: a rule and a few figures, and what the engine makes of them.

mod common;

use common::facts;
use expect_test::{Expect, expect};
use reconcile::example::{Answer, Example, Given, work};
use reconcile::{Facts, RuleId, Unit};

/// Reads `NAME[/LABEL]=AMOUNT UNIT`.
fn given(text: &str) -> Given {
    let (name, figure) = text.split_once('=').expect("a name");
    let (amount, unit) = figure.split_once(' ').expect("a unit");
    let (name, label) = name.split_once('/').map_or((name, None), |(name, label)| (name, Some(label)));
    let unit = Unit::from_code(unit).unwrap_or_else(|| Unit::Money(unit.parse().expect("a currency")));
    Given { name: name.into(), label: label.map(Into::into), amount: amount.parse().expect("an amount"), unit }
}

/// Works an example of the rule `r`: `on [-> recipient] [in currency]: figures`.
fn worked(facts: &Facts, line: &str) -> String {
    let (asked, figures) = line.split_once(':').expect("a colon");
    let words: Vec<&str> = asked.split_whitespace().collect();
    let after = |mark: &str| words.iter().position(|word| *word == mark).map(|index| words[index + 1]);
    let rule = facts.rules.iter().position(|rule| &*rule.code == "r").expect("a rule r");
    let expected = match after("in") {
        Some(currency) => Answer::Due(reconcile::Amount::whole(1), currency.parse().expect("a currency")),
        None => Answer::Unknown(reconcile::Reason::NoRule),
    };
    let example = Example {
        code: "example".into(),
        rule: RuleId(rule as u32),
        given: figures.split(';').map(str::trim).filter(|part| !part.is_empty()).map(given).collect(),
        on: words.first().and_then(|on| on.parse().ok()),
        recipient: after("->").map(Into::into),
        expected,
    };
    let worked = work(facts, &example).expect("figures that can be kept");
    let lines = worked.working.iter().map(|line| {
        let name = line
            .given
            .map_or(String::new(), |index| format!(" [{}]", figures.split(';').nth(index).expect("it").trim()));
        let rule = line.rule.map_or(String::new(), |id| format!(" by {}", facts.rule(id).code));
        let token = line.token.as_ref().map_or(String::new(), |token| format!(" {token}"));
        format!("\n    {}{token} {} {}{name}{rule}", line.step, line.amount, line.unit.code())
    });
    let lines: String = lines.collect();
    match worked.answer {
        Answer::Due(amount, currency) => format!("{amount} {currency}{lines}\n"),
        Answer::Unknown(reason) => format!("{reason}{lines}\n"),
    }
}

fn check(table: &str, lines: &[&str], expected: Expect) {
    let facts = facts(table);
    expected.assert_eq(&lines.iter().map(|line| worked(&facts, line)).collect::<String>());
}

#[test]
fn a_rate_of_a_base() {
    check(
        "rule r royalty base=sale_value rate=8",
        &["2018: sale_value=40000000 USD", "2018:"],
        expect![[r#"
        3200000.00 USD
            base 40000000 USD [sale_value=40000000 USD]
            rate 8 percent by r
            product 3200000 USD
        base_unknown
    "#]],
    );
}

#[test]
fn the_year_before_is_the_base() {
    check(
        "rule r cdl base=turnover rate=1 prev",
        &["2019: turnover=1000.50 GNF"],
        expect![[r#"
        10.00 GNF
            base 1000.50 GNF [turnover=1000.50 GNF]
            rate 1 percent by r
            product 10.005 GNF
            rounded 10.00 GNF
    "#]],
    );
}

#[test]
fn a_rule_holds_in_its_time_only() {
    check(
        "rule r royalty base=turnover rate=10 from=2020 to=2021",
        &["2019-12-31: turnover=100 USD", "2020-01-01: turnover=100 USD", "2022: turnover=100 USD"],
        expect![[r#"
            no_rule
            10.00 USD
                base 100 USD [turnover=100 USD]
                rate 10 percent by r
                product 10 USD
            no_rule
        "#]],
    );
}

#[test]
fn a_fixed_sum_and_the_same_in_another_currency() {
    check(
        "mine hill
         rule r rent base=fixed fixed=100000USD mine=hill",
        &["2020-07-30:", "2020-07-30 in SLL: USD=9757.55 SLL"],
        expect![[r#"
            100000 USD
                fixed 100000 USD by r
            975755000.00 SLL
                fixed 100000 USD by r
                exchange_rate 9757.55 SLL
                converted 975755000.00 SLL
        "#]],
    );
}

#[test]
fn a_sum_for_each_tonne() {
    check(
        "rule r levy base=net_tonnes fixed=0.10USD",
        &["2016: net_tonnes=318590 t"],
        expect![[r#"
        31859.00 USD
            base 318590 t [net_tonnes=318590 t]
            per_unit 0.10 USD by r
            product 31859 USD
    "#]],
    );
}

#[test]
fn the_highest_valuation_and_only_above_the_threshold() {
    check(
        "rule r royalty base=export_value rate=15 highest above=500000USD",
        &[
            "2018-07-05: export_value/owner=601701 USD; export_value/independent=659925.48 USD",
            "2018-07-05: export_value=500000 USD",
        ],
        expect![[r#"
            98988.82 USD
                valuation_not_used 601701 USD [export_value/owner=601701 USD]
                base 659925.48 USD [export_value/independent=659925.48 USD]
                rate 15 percent by r
                product 98988.822 USD
                rounded 98988.82 USD
            no_rule
        "#]],
    );
}

#[test]
fn a_share_of_a_stated_whole_keeps_the_last_cent() {
    check(
        "rule r rent base=rent split=a:50;b:50",
        &["2020 -> a: rent=0.03 USD", "2020 -> b: rent=0.03 USD", "2020 -> a:"],
        expect![[r#"
            0.02 USD
                whole 0.03 USD [rent=0.03 USD]
                share a 50 percent by r
                product 0.015 USD
                allocated 0.02 USD
            0.01 USD
                whole 0.03 USD [rent=0.03 USD]
                share b 50 percent by r
                product 0.015 USD
                allocated 0.01 USD
            base_unknown
        "#]],
    );
}

#[test]
fn a_share_of_what_another_rule_gives() {
    check(
        "rule r share base=royalty split=state:60;province:40 of=statute
         rule statute royalty base=sale_value rate=6",
        &["2019 -> province: sale_value=1000 USD", "2019 -> province: royalty=60 USD"],
        expect![[r#"
            24.00 USD
                base 1000 USD [sale_value=1000 USD]
                rate 6 percent by statute
                product 60 USD
                share province 40 percent by r
                product 24 USD
            24.00 USD
                whole 60 USD [royalty=60 USD]
                share province 40 percent by r
                product 24 USD
        "#]],
    );
}

#[test]
fn a_rate_of_what_the_payer_received() {
    check(
        "rule r fund base=export_value rate=25 of=duty payer=government
         rule duty duty base=export_value rate=3",
        &["2019: export_value=1000 USD", "2019: duty=30 USD"],
        expect![[r#"
            7.50 USD
                base 1000 USD [export_value=1000 USD]
                rate 3 percent by duty
                product 30 USD
                rate 25 percent by r
                product 7.5 USD
            7.50 USD
                inflow 30 USD [duty=30 USD]
                rate 25 percent by r
                product 7.5 USD
        "#]],
    );
}

#[test]
fn a_rate_of_a_pool_of_several_streams() {
    check(
        "rule r fund base=pool rate=15 pool=tax;fee",
        &["2019: tax=1000 USD; fee=500 USD", "2019: tax=1000 USD", "2019:"],
        expect![[r#"
            225.00 USD
                pooled 1000 USD [tax=1000 USD]
                pooled 500 USD [fee=500 USD]
                pool 1500 USD
                rate 15 percent by r
                product 225 USD
            150.00 USD
                pooled 1000 USD [tax=1000 USD]
                pool 1000 USD
                rate 15 percent by r
                product 150 USD
            base_unknown
        "#]],
    );
}

#[test]
fn shares_by_a_count_of_licences_keep_the_last_cent() {
    check(
        "rule r fund base=fund by=licences recipient=chiefdom",
        &[
            "2019 -> a: fund=100 USD; licences=3 licence; licences/a=1 licence; licences/b=2 licence",
            "2019 -> b: fund=100 USD; licences=3 licence; licences/a=1 licence; licences/b=2 licence",
            "2019 -> b: fund=100 USD; licences/a=1 licence; licences/b=2 licence",
        ],
        expect![[r#"
            33.33 USD
                whole 100 USD [fund=100 USD]
                weight 1 licence [licences/a=1 licence]
                weight_total 3 licence [licences=3 licence]
                allocated 33.33 USD by r
            66.67 USD
                whole 100 USD [fund=100 USD]
                weight 2 licence [licences/b=2 licence]
                weight_total 3 licence [licences=3 licence]
                allocated 66.67 USD by r
            base_unknown
        "#]],
    );
}

#[test]
fn a_promise_gives_no_due() {
    check(
        "rule r fund base=sale rate=15 force=pledge",
        &["2019: sale=1000 USD"],
        expect![[r#"
        no_rule
    "#]],
    );
}

#[test]
fn a_share_in_kind_is_no_sum_of_money() {
    check(
        "rule r levy base=production rate=25",
        &["2019: production=1000 ct"],
        expect![[r#"
        base_unknown
    "#]],
    );
}

#[test]
fn what_else_the_facts_hold_changes_no_example() {
    let rule = "rule r royalty base=sale_value rate=8 from=2018";
    let alone = facts(rule);
    let among = facts(&format!(
        "{rule}
         rule q royalty base=sale_value rate=10 from=2019
         party acme company
         c1 company base acme -> ? sale_value 2020 70 USD"
    ));
    let line = "2020: sale_value=100 USD";
    assert_eq!(worked(&alone, line), worked(&among, line));
}
