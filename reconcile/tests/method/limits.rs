//! The thresholds and limits that the pages name are those that the policy and the engine hold to.

use reconcile::{Amount, Currency, DoubtKind, GapKind, Policy};

use crate::{LANGUAGES, answer, each_page, page, section_at};

/// The pages of gaps that are differences of two amounts.
fn of_amounts(word: &str) -> bool {
    GapKind::from_code(word).is_some_and(|kind| !matches!(kind, GapKind::Late | GapKind::Overdue))
}

#[test]
fn the_thresholds_on_the_pages_are_those_of_the_policy() {
    let policy = Policy::default();
    let floor = policy.default.floor[&Currency::USD];
    let both = [format!("**{} %**", policy.default.percent), format!("**{floor} USD**")];
    each_page(|language, word, text| {
        for threshold in both.iter().filter(|_| of_amounts(word)) {
            let told = section_at(language, text, 1);
            assert!(told.contains(threshold.as_str()), "{}/{word}.md: {threshold} in {told}", language.folder);
        }
    });
}

/// True if a table is doubted in this way.
fn doubted(table: &str, kind: DoubtKind) -> bool {
    answer(table).contains(&format!("doubt {kind} "))
}

/// The greatest whole number in a range for which something holds.
fn greatest(range: std::ops::RangeInclusive<u32>, holds: impl Fn(u32) -> bool) -> u32 {
    range.rev().find(|number| holds(*number)).expect("a number for which it holds")
}

/// Two statements of one flow, in Acme's words and in another's.
fn two(speaks: &str, year: u16, left: &str, right: &str) -> String {
    format!(
        "party acme company
         party treasury government
         c1 company paid acme -> treasury r {year} {left}
         c2 {speaks} acme -> treasury r {year} {right}"
    )
}

/// How many percent off a thousandfold still is a matter of the unit.
fn magnitude_percent() -> u32 {
    greatest(1..=20, |percent| {
        let thousandth = format!("{} USD", (100 - percent) * 1000);
        doubted(&two("government received", 2020, &thousandth, "100000000 USD"), DoubtKind::UnitSuspect)
    })
}

/// How many percent apart the same number in two units of account still is the same.
fn era_percent() -> u32 {
    greatest(1..=20, |percent| {
        let old = format!("{} SLL", 10_000 + percent * 100);
        let table = two("company paid", 2023, "10000 SLE", &old);
        doubted(&format!("rate SLE SLL 1000 2022-07-01 redenomination\n{table}"), DoubtKind::UnitSuspect)
    })
}

/// How many times the country's value per carat is allowed.
fn unit_value_factor() -> u32 {
    greatest(1..=50, |factor| {
        let table = format!(
            "party acme company
             k1 government base ? -> ? kp_production 2020 10 ct
             k2 government base ? -> ? kp_production 2020 1 USD
             b1 company base acme -> ? sales 2020 10 ct
             b2 company base acme -> ? sales 2020 {factor} USD"
        );
        !doubted(&table, DoubtKind::ImplausibleUnitValue)
    })
}

/// How many digits a figure needs so that two flows hardly share it by chance.
fn telling_digits() -> u32 {
    1 + greatest(1..=9, |digits| {
        let amount = &"123456789"[..digits as usize];
        let table = format!(
            "party acme company
             party all council
             party one council in all
             c1 company paid acme -> all r 2020 {amount} USD
             c2 company paid acme -> one r 2020 {amount} USD"
        );
        !doubted(&table, DoubtKind::Doubled)
    })
}

#[test]
fn the_limits_on_the_pages_of_doubts_are_those_of_the_engine() {
    let limits = [
        (DoubtKind::UnitSuspect, format!("**{} %**", magnitude_percent())),
        (DoubtKind::UnitSuspect, format!("**{} %**", era_percent())),
        (DoubtKind::ImplausibleUnitValue, format!("**{}**", unit_value_factor())),
        (DoubtKind::Doubled, format!("**{}**", telling_digits())),
    ];
    for language in &LANGUAGES {
        for (kind, limit) in &limits {
            let text = page(language, kind.as_str());
            let told = section_at(language, &text, 1);
            assert!(told.contains(limit.as_str()), "{}/{kind}.md: {limit} in {told}", language.folder);
        }
    }
}

#[test]
fn exactly_at_a_threshold_is_no_gap() {
    let told = |received: &str| answer(&two("government received", 2020, "100000 USD", &format!("{received} USD")));
    assert_eq!(Policy::default().default.percent, Amount::whole(1));
    assert!(told("99000").contains("agrees 1000 USD"), "both thresholds are met and none is exceeded");
    assert!(told("98999.99").contains("gap not_received 1000.01 USD"));
}
