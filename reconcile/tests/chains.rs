//! Where money passes through hands: small cases, and what must hold of every chain.

mod common;

use common::{facts, name, strict};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use reconcile::*;

const PARTIES: &str = "
    party acme company in group
    party beta company
    party group company
    party treasury government
    party fund fund
    party north council in district takes north
    party south council in district takes south
    party district council
    rule roy royalty base=turnover rate=10
    rule split share base=royalty of=roy split=north:60;south:40
";

fn graph_of(facts: &Facts) -> (Vec<Comparison>, FlowGraph) {
    let said = reconcile(facts, &strict()).expect("small sums");
    let graph = flow_graph(&Flow::all(&said.comparisons), &Ties::of(facts)).expect("small sums");
    (said.comparisons, graph)
}

/// What is said of the chains of a table: each flow, and each holder through which money passes.
fn say(table: &str) -> String {
    let facts = facts(&format!("{PARTIES}{table}"));
    let (comparisons, graph) = graph_of(&facts);
    let mut text = String::new();
    for chain in &graph.chains {
        text += "chain\n";
        for flow in &chain.flows {
            let onward = chain.hops.iter().filter(|(from, _)| from == flow).count();
            let goes = if onward > 0 { format!(" (goes on: {onward})") } else { String::new() };
            text += &format!("  {}{goes}\n", name(&facts, &comparisons[*flow].scope));
        }
        for holder in &chain.holders {
            text += &said_of(&facts, holder);
        }
    }
    text
}

fn said_of(facts: &Facts, holder: &Holder) -> String {
    let who = match holder.who {
        Who::Party(party) => facts.party(party).code.to_string(),
        Who::UnnamedPayer => "a payer not named".to_owned(),
        Who::UnnamedRecipient => "a recipient not named".to_owned(),
    };
    let line = |account: &Account| {
        let currency = account.currency.map_or("?".to_owned(), |currency| currency.to_string());
        let came_in = account.came_in.as_ref().map_or("nothing".to_owned(), |side| sum(&side.received));
        let went_on = account.went_on.as_ref().map_or("nothing".to_owned(), |side| sum(&side.declared));
        format!("  {who} {currency}: in {came_in}, on {went_on}{}\n", stopped(account))
    };
    holder.accounts.iter().map(line).collect()
}

fn sum(sum: &FlowSum) -> String {
    let least = if sum.lower_bound { "at least " } else { "" };
    match (sum.amount, sum.apart) {
        (Some(amount), _) => format!("{least}{amount}"),
        (None, Some(reason)) => format!("not added: {reason}"),
        (None, None) => "unknown".to_owned(),
    }
}

fn stopped(account: &Account) -> String {
    match account.stopped {
        None => String::new(),
        Some(Stopped::Known { amount, bound, rough }) => {
            format!(", stopped {bound:?} {amount}{}", if rough { " about" } else { "" })
        }
        Some(Stopped::Unknown { reason, column }) => {
            format!(", stopped unknown: {reason}{}", column.map_or(String::new(), |column| format!(" {column}")))
        }
    }
}

fn check(table: &str, expected: Expect) {
    expected.assert_eq(&say(table));
}

#[test]
fn what_a_holder_received_and_did_not_pass_on_stopped_there() {
    check(
        "c1 company    paid     acme -> treasury royalty 2020 100.00 USD
         c2 government received acme -> treasury royalty 2020 100.00 USD
         c3 government paid     treasury -> north share 2020 30.25 USD
         c4 government paid     treasury -> south share 2020 40 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 2)
              share treasury -> north 2020-01-01..2020-12-31
              share treasury -> south 2020-01-01..2020-12-31
              acme USD: in nothing, on 100.00
              treasury USD: in 100.00, on 70.25, stopped Exactly 29.75
              north USD: in unknown, on nothing
              south USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn a_silent_holder_is_not_said_to_keep_what_was_paid() {
    check(
        "c1 company    paid treasury -> fund royalty 2020 100 USD
         c2 government paid fund -> north share 2020 30 USD",
        expect![[r#"
            chain
              royalty treasury -> fund 2020-01-01..2020-12-31 (goes on: 1)
              share fund -> north 2020-01-01..2020-12-31
              treasury USD: in nothing, on 100
              fund USD: in unknown, on 30, stopped unknown: silent received
              north USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn missing_is_never_nought_on_the_way_out() {
    check(
        "c2 government received acme -> treasury royalty 2020 100 USD
         c3 government paid     treasury -> north share 2020 30 USD
         c4 government paid     treasury -> south share 2020 - not_disclosed",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 2)
              share treasury -> north 2020-01-01..2020-12-31
              share treasury -> south 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury USD: in 100, on at least 30, stopped AtMost 70
              north USD: in unknown, on nothing
              south USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn a_stated_nought_passed_on_is_a_figure() {
    check(
        "c2 government received acme -> treasury royalty 2020 100 USD
         c3 government paid     treasury -> north share 2020 0 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 1)
              share treasury -> north 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury USD: in 100, on 0, stopped Exactly 100
              north USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn a_total_and_its_parts_are_counted_once() {
    check(
        "c2 government received acme -> treasury royalty 2020 100 USD
         c3 government paid     treasury -> district share 2020 70 USD
         c4 government paid     treasury -> north share 2020 30 USD
         c5 government paid     treasury -> south share 2020 40 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 3)
              share treasury -> district 2020-01-01..2020-12-31
              share treasury -> north 2020-01-01..2020-12-31
              share treasury -> south 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury USD: in 100, on 70, stopped Exactly 30
              district USD: in unknown, on nothing
              north USD: in unknown, on nothing
              south USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn what_may_be_the_same_money_is_not_added() {
    check(
        "c1 government received acme -> treasury royalty 2020 100 USD
         c2 government received group -> treasury royalty 2020-07..2021-06 50 USD
         c3 government paid     treasury -> north share 2020 30 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 1)
              royalty group -> treasury 2020-07-01..2021-06-30 (goes on: 1)
              share treasury -> north 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              group USD: in nothing, on unknown
              treasury USD: in not added: period, on 30, stopped unknown: period received
              north USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn quarters_stand_against_their_year_and_not_against_another() {
    check(
        "c1 government received acme -> treasury royalty 2020 100 USD
         c2 government paid treasury -> north share 2020-01..2020-06 30 USD
         c3 government paid treasury -> north share 2020-07..2020-12 31 USD
         c4 government received beta -> treasury royalty 2022 100 USD
         c5 government paid treasury -> north share 2022-01..2022-06 30 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 2)
              share treasury -> north 2020-01-01..2020-06-30
              share treasury -> north 2020-07-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury USD: in 100, on 61, stopped Exactly 39
              north USD: in unknown, on nothing
            chain
              royalty beta -> treasury 2022-01-01..2022-12-31 (goes on: 1)
              share treasury -> north 2022-01-01..2022-06-30
              beta USD: in nothing, on unknown
              treasury USD: in 100, on 30, stopped unknown: period
              north USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn two_currencies_are_two_accounts() {
    check(
        "c1 government received acme -> treasury royalty 2020 100 USD
         c2 government paid treasury -> north share 2020 900 GNF",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 1)
              share treasury -> north 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury GNF: in nothing, on 900, stopped unknown: currency_no_rate
              treasury USD: in 100, on nothing, stopped unknown: currency_no_rate
              north GNF: in unknown, on nothing
        "#]],
    );
}

#[test]
fn a_case_holds_together_what_no_rule_joins() {
    check(
        "c1 company   paid     acme -> fund levy 2020 - not_stated case=x
         c2 community received treasury -> ? grant 2020 - none_reported case=x
         c3 company   paid     acme -> fund levy 2020 5 USD case=y",
        expect![[r#"
            chain
              grant treasury -> ? 2020-01-01..2020-12-31
              levy acme -> fund 2020-01-01..2020-12-31
              acme ?: in nothing, on unknown
              fund ?: in unknown, on nothing
              treasury ?: in nothing, on unknown
            chain
              levy acme -> fund 2020-01-01..2020-12-31
              acme USD: in nothing, on 5
              fund USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn more_may_go_on_than_came_in_and_a_rounded_figure_says_so() {
    check(
        "c1 government received acme -> treasury royalty 2020 100000 USD rounded
         c2 government paid treasury -> north share 2020 130000 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 1)
              share treasury -> north 2020-01-01..2020-12-31
              acme USD: in nothing, on unknown
              treasury USD: in 100000, on 130000, stopped Exactly -30000 about
              north USD: in unknown, on nothing
        "#]],
    );
}

#[test]
fn money_that_goes_in_a_circle_ends_too() {
    check(
        "c1 government received acme -> treasury royalty 2020 100 USD
         c2 government paid treasury -> acme royalty 2020 40 USD
         c3 government paid treasury -> treasury royalty 2020 60 USD",
        expect![[r#"
            chain
              royalty acme -> treasury 2020-01-01..2020-12-31 (goes on: 1)
              royalty treasury -> acme 2020-01-01..2020-12-31 (goes on: 1)
              royalty treasury -> treasury 2020-01-01..2020-12-31
              acme USD: in unknown, on unknown, stopped unknown: silent received
              treasury USD: in 100, on 40, stopped Exactly 60
        "#]],
    );
}

/// A random flow of a small world: who, whom, what, when, how much.
fn row() -> impl Strategy<Value = String> {
    let role = prop::sample::select(vec!["government received", "company paid", "community received"]);
    let ends = prop::sample::select(vec![
        "acme -> treasury",
        "group -> treasury",
        "beta -> treasury",
        "treasury -> fund",
        "treasury -> north",
        "treasury -> district",
        "fund -> north",
        "fund -> ?",
        "? -> fund",
    ]);
    let stream = prop::sample::select(vec!["royalty", "share", "other"]);
    let span = prop::sample::select(vec!["2020", "2020-01..2020-06", "2020-07..2020-12", "2021", "event:x"]);
    let amount = prop_oneof![
        4 => (0u64..1_000_000_000, 0u32..3).prop_map(|(digits, scale)| {
            let amount = rust_decimal::Decimal::from_i128_with_scale(i128::from(digits), scale);
            format!("{amount} {}", ["USD", "USD", "GNF"][(digits % 3) as usize])
        }),
        1 => Just("- not_disclosed".to_owned()),
    ];
    let case = prop::sample::select(vec!["", "", " case=x"]);
    (role, ends, stream, span, amount, case)
        .prop_map(|(role, ends, stream, span, amount, case)| format!("{role} {ends} {stream} {span} {amount}{case}"))
}

fn table(rows: &[String]) -> Vec<String> {
    rows.iter().enumerate().map(|(index, row)| format!("c{index:03} {row}")).collect()
}

/// The known sums of an account.
fn sums(account: &Account) -> impl Iterator<Item = &FlowSum> {
    [&account.came_in, &account.went_on].into_iter().flatten().flat_map(|side| [&side.declared, &side.received])
}

proptest! {
    #[test]
    fn the_order_of_the_flows_changes_nothing(rows in prop::collection::vec(row(), 0..20), seed in any::<u64>()) {
        let facts = facts(&format!("{PARTIES}{}", table(&rows).join("\n")));
        let said = reconcile(&facts, &strict()).expect("small sums");
        let flows = Flow::all(&said.comparisons);
        let ties = Ties::of(&facts);
        let mut order: Vec<usize> = (0..flows.len()).collect();
        order.sort_by_key(|index| (*index as u64 + 1).wrapping_mul(seed | 1));
        let place = |old: usize| order.iter().position(|index| *index == old).expect("every flow has a place");
        let shuffled: Vec<Flow> = order
            .iter()
            .map(|index| Flow { part_of: flows[*index].part_of.map(place), ..flows[*index].clone() })
            .collect();
        let (straight, crooked) = (flow_graph(&flows, &ties).unwrap(), flow_graph(&shuffled, &ties).unwrap());
        let scopes = |graph: &FlowGraph, flows: &[Flow]| -> Vec<Vec<Scope>> {
            graph.chains.iter().map(|chain| chain.flows.iter().map(|index| flows[*index].scope.clone()).collect()).collect()
        };
        prop_assert_eq!(scopes(&straight, &flows), scopes(&crooked, &shuffled));
        for (left, right) in straight.chains.iter().zip(&crooked.chains) {
            prop_assert_eq!(left.hops.len(), right.hops.len());
            let said = |chain: &Chain| chain.holders.iter().map(|holder| said_of(&facts, holder)).collect::<String>();
            prop_assert_eq!(said(left), said(right));
        }
    }

    #[test]
    fn every_flow_is_in_one_chain_and_no_sum_holds_a_total_and_its_part(rows in prop::collection::vec(row(), 0..24)) {
        let facts = facts(&format!("{PARTIES}{}", table(&rows).join("\n")));
        let (comparisons, graph) = graph_of(&facts);
        let mut seen: Vec<usize> = graph.chains.iter().flat_map(|chain| chain.flows.clone()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..comparisons.len()).collect::<Vec<_>>());
        let accounts = graph.chains.iter().flat_map(|chain| &chain.holders).flat_map(|holder| &holder.accounts);
        for sum in accounts.flat_map(sums) {
            for flow in &sum.flows {
                let mut whole = comparisons[*flow].part_of;
                while let Some(wider) = whole {
                    prop_assert!(!sum.flows.contains(&wider), "{flow} is counted with {wider}");
                    whole = comparisons[wider].part_of;
                }
            }
            prop_assert!(sum.amount.is_none() || sum.apart.is_none());
            prop_assert_eq!(sum.amount.is_some(), !sum.flows.is_empty() && sum.apart.is_none());
        }
    }

    #[test]
    fn what_stopped_is_what_came_in_less_what_went_on(rows in prop::collection::vec(row(), 0..24)) {
        let facts = facts(&format!("{PARTIES}{}", table(&rows).join("\n")));
        let (comparisons, graph) = graph_of(&facts);
        for account in graph.chains.iter().flat_map(|chain| &chain.holders).flat_map(|holder| &holder.accounts) {
            let Some(Stopped::Known { amount, bound, .. }) = account.stopped else { continue };
            let (Some(came_in), Some(went_on)) = (&account.came_in, &account.went_on) else { panic!("{account:?}") };
            let total = |flows: &[usize], side: fn(&Comparison) -> &Option<Total>| {
                let amounts = flows.iter().map(|flow| side(&comparisons[*flow]).as_ref().and_then(|total| total.amount));
                amounts.fold(Amount::ZERO, |sum, amount| sum.plus(amount.expect("known")).expect("fits"))
            };
            let arrived = total(&came_in.received.flows, |own| &own.received);
            let left = total(&went_on.declared.flows, |own| &own.declared);
            prop_assert_eq!(amount, arrived.minus(left).expect("fits"));
            prop_assert_eq!(bound == Bound::Exactly, came_in.received.unknown.is_empty() && went_on.declared.unknown.is_empty());
            for flow in came_in.received.flows.iter().chain(&went_on.declared.flows) {
                prop_assert_eq!(comparisons[*flow].currency, account.currency);
            }
        }
    }

    #[test]
    fn what_nobody_received_makes_no_amount_stop(rows in prop::collection::vec(row(), 1..20)) {
        let silent: Vec<String> = rows.into_iter().filter(|row| !row.contains("received")).collect();
        let facts = facts(&format!("{PARTIES}{}", table(&silent).join("\n")));
        let (_, graph) = graph_of(&facts);
        for account in graph.chains.iter().flat_map(|chain| &chain.holders).flat_map(|holder| &holder.accounts) {
            prop_assert!(!matches!(account.stopped, Some(Stopped::Known { .. })), "{account:?}");
        }
    }
}
