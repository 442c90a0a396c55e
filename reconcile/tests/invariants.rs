//! What must hold for every pack: the invariants of the domain, on random ones.

mod common;

use common::{facts, say, strict};
use proptest::prelude::*;
use reconcile::*;

const PARTIES: &str = "
party acme company in group
party beta company in group
party group company
party treasury government
party north council in district takes north
party south council in district takes south
party district council
mine hill in range
mine range
rule lease royalty base=turnover rate=8 mine=hill force=lease
rule statute royalty base=turnover rate=10 to=2019
rule later royalty base=turnover rate=12.5 from=2019-07
rule split share base=royalty split=north:60;south:40
rule least dotation base=turnover rate=0.3 min
rule pool fund base=pool rate=15 pool=royalty;dotation
rule shares paid_on base=royalty split=north:55;south:45 of=statute
";

#[derive(Clone, Debug)]
struct Row {
    side: &'static str,
    role: &'static str,
    payer: &'static str,
    recipient: &'static str,
    stream: &'static str,
    span: &'static str,
    amount: String,
    tail: String,
}

fn row() -> impl Strategy<Value = Row> {
    let side = prop::sample::select(vec!["company", "government", "community", "third_party"]);
    let role = prop::sample::select(vec!["paid", "received", "pledged", "base", "paid", "received"]);
    let payer = prop::sample::select(vec!["acme", "beta", "group", "treasury", "?"]);
    let recipient = prop::sample::select(vec!["treasury", "north", "south", "district", "?"]);
    let stream = prop::sample::select(vec!["royalty", "share", "dotation", "turnover", "fund", "paid_on"]);
    let span = prop::sample::select(vec![
        "2018",
        "2019",
        "2020",
        "2018..2020",
        "2019-04..2020-03",
        "2019-01..2019-06",
        "2019-07..2019-12",
        "2019..",
        "event:x",
    ]);
    let amount = prop_oneof![
        4 => (0u64..100_000_000_000, 0u32..4).prop_map(|(mantissa, scale)| {
            let digits = rust_decimal::Decimal::from_i128_with_scale(i128::from(mantissa), scale);
            format!("{digits} {}", ["USD", "USD", "USD", "GNF"][(mantissa % 4) as usize])
        }),
        1 => Just("- not_disclosed".to_owned()),
        1 => Just("- none_reported".to_owned()),
        1 => Just("0 USD".to_owned()),
        1 => Just("1000000 USD".to_owned()),
    ];
    let precision = prop::sample::select(vec!["", "", "", " rounded", " at_least", " about"]);
    let mine = prop::sample::select(vec!["", " mine=hill", " mine=range"]);
    let case = prop::sample::select(vec![" case=one", " case=two"]);
    (side, role, payer, recipient, stream, span, amount, (precision, mine, case)).prop_map(
        |(side, role, payer, recipient, stream, span, amount, (precision, mine, case))| Row {
            side,
            role,
            payer,
            recipient,
            stream,
            span,
            amount,
            tail: format!("{precision}{mine}{case}"),
        },
    )
}

fn table(rows: &[Row]) -> Vec<String> {
    let line = |(index, row): (usize, &Row)| {
        let Row { side, role, payer, recipient, stream, span, amount, tail } = row;
        format!("c{index:03} {side} {role} {payer} -> {recipient} {stream} {span} {amount}{tail}")
    };
    rows.iter().enumerate().map(line).collect()
}

fn pack(lines: &[String]) -> Facts {
    facts(&format!("{PARTIES}{}", lines.join("\n")))
}

proptest! {
    #[test]
    fn order_changes_nothing(rows in prop::collection::vec(row(), 0..24), seed in any::<u64>()) {
        let mut lines = table(&rows);
        let before = say(&pack(&lines), &strict());
        // A fixed shuffle by a multiplicative hash of the position.
        let mut position = 0u64;
        lines.sort_by_cached_key(|_| { position += 1; position.wrapping_mul(seed | 1) });
        prop_assert_eq!(say(&pack(&lines), &strict()), before);
    }

    #[test]
    fn every_claim_ends_in_exactly_one_of_four(rows in prop::collection::vec(row(), 0..24)) {
        let facts = pack(&table(&rows));
        let outcome = reconcile(&facts, &Policy::default()).expect("small sums");
        let tally = outcome.tally();
        prop_assert_eq!(tally.agreed + tally.gap + tally.unknown + tally.set_aside, facts.claims.len());
        let mut seen: Vec<ClaimId> = outcome.comparisons.iter().flat_map(|line| line.claims.clone()).collect();
        seen.extend(outcome.set_aside.iter().map(|aside| aside.claim));
        seen.sort();
        prop_assert_eq!(seen, (0..facts.claims.len()).map(|rank| ClaimId(rank as u32)).collect::<Vec<_>>());
    }

    #[test]
    fn a_claim_on_one_flow_changes_no_verdict_on_another(rows in prop::collection::vec(row(), 0..16)) {
        let lines = table(&rows);
        let mut more = lines.clone();
        more.push("z company paid acme -> treasury elsewhere 2019 123 USD case=one".into());
        let before = say(&pack(&lines), &strict());
        let after: String = say(&pack(&more), &strict()).lines().filter(|line| !line.starts_with("elsewhere")).map(|line| format!("{line}\n")).collect();
        prop_assert_eq!(after, before);
    }

    #[test]
    fn absence_never_makes_an_amount(rows in prop::collection::vec(row(), 1..16)) {
        // With every amount of the received side withheld, no verdict can state how much was not received.
        let withheld: Vec<Row> = rows
            .into_iter()
            .map(|row| if row.role == "received" { Row { amount: "- not_disclosed".into(), ..row } } else { row })
            .collect();
        let outcome = reconcile(&pack(&table(&withheld)), &strict()).expect("small sums");
        for verdict in outcome.comparisons.iter().flat_map(|line| &line.verdicts) {
            prop_assert!(verdict.question != Question::DeclaredReceived || verdict.outcome == Outcome::Unknown);
        }
        for line in &outcome.comparisons {
            prop_assert!(line.received.as_ref().is_none_or(|total| total.amount.is_none()));
        }
    }

    #[test]
    fn a_gap_is_never_smaller_than_its_thresholds(rows in prop::collection::vec(row(), 0..24)) {
        let policy = Policy::default();
        let outcome = reconcile(&pack(&table(&rows)), &policy).expect("small sums");
        for line in &outcome.comparisons {
            for verdict in line.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Gap) {
                let (Some(amount), Some(currency)) = (verdict.amount, line.currency) else { continue };
                if let Some(floor) = policy.default.floor.get(&currency) {
                    prop_assert!(amount.abs() > *floor, "{:?}", verdict);
                }
                prop_assert!(verdict.percent.is_none_or(|percent| percent.abs() >= policy.default.percent), "{:?}", verdict);
            }
        }
    }

    #[test]
    fn a_payment_in_instalments_is_the_payment(parts in prop::collection::vec(1u64..1_000_000_000, 1..6), received in 0u64..3_000_000_000) {
        let whole: u64 = parts.iter().sum();
        let answer = format!("r government received acme -> treasury royalty 2020 {received} USD");
        let one = pack(&[format!("c0 company paid acme -> treasury royalty 2020 {whole} USD"), answer.clone()]);
        let mut lines = vec![answer];
        for (index, part) in parts.iter().enumerate() {
            lines.push(format!("c{index} company paid acme -> treasury royalty 2020 {part} USD"));
            if index > 0 {
                lines.push(format!("remark c{index} instalment_of c0"));
            }
        }
        prop_assert_eq!(say(&pack(&lines), &strict()), say(&one, &strict()));
    }

    #[test]
    fn gaps_of_the_parts_add_up_to_the_gap_of_the_whole(
        pairs in prop::collection::vec((0u64..1_000_000_000_000, 0u64..1_000_000_000_000), 4)
    ) {
        let quarters = ["2020-01..2020-03", "2020-04..2020-06", "2020-07..2020-09", "2020-10..2020-12"];
        let mut lines = Vec::new();
        for (index, ((paid, received), span)) in pairs.iter().zip(quarters).enumerate() {
            lines.push(format!("p{index} company paid acme -> treasury royalty {span} {paid}.25 USD"));
            lines.push(format!("r{index} government received acme -> treasury royalty {span} {received}.10 USD"));
        }
        let total: u64 = pairs.iter().map(|(paid, _)| paid).sum();
        lines.push(format!("whole company paid acme -> treasury royalty 2020 {}.00 USD", total + 1));
        let outcome = reconcile(&pack(&lines), &strict()).expect("sums that fit");
        let difference = |line: &&Comparison| line.verdicts.iter().find(|v| v.question == Question::DeclaredReceived).and_then(|v| v.amount);
        let is_year = |line: &&Comparison| line.declared.as_ref().is_some_and(|total| total.known == 1) && line.received.as_ref().is_some_and(|total| total.known == 4);
        let year = outcome.comparisons.iter().find(is_year).expect("the year is tiled by its quarters");
        let parts = outcome.comparisons.iter().filter(|line| !is_year(line)).filter_map(|line| difference(&line));
        let sum = parts.fold(Amount::ZERO, |sum, part| sum.plus(part).expect("fits"));
        prop_assert_eq!(Some(sum), difference(&year));
    }

    #[test]
    fn an_allocation_adds_up_to_its_whole(
        whole in -1_000_000_000_000_000i64..1_000_000_000_000_000, scale in 0u32..4,
        cuts in prop::collection::vec(1u32..10_000, 0..6), code in prop::sample::select(vec!["USD", "GNF", "KWD"])
    ) {
        let mut cuts: Vec<u32> = cuts.into_iter().chain([0, 10_000]).collect();
        cuts.sort();
        let percent = |pair: &[u32]| Amount::from_decimal(rust_decimal::Decimal::new(i64::from(pair[1] - pair[0]), 2));
        let shares: Vec<Share> = cuts.windows(2).map(|pair| Share { token: "x".into(), percent: percent(pair) }).collect();
        let whole = Amount::from_decimal(rust_decimal::Decimal::new(whole, scale));
        let currency: Currency = code.parse().expect("a code");
        let parts = allocate(whole, &shares, currency).expect("fits");
        let sum = parts.iter().fold(Amount::ZERO, |sum, part| sum.plus(*part).expect("fits"));
        prop_assert_eq!(sum, whole);
        let unit = Amount::from_decimal(rust_decimal::Decimal::new(1, currency.minor_unit().max(whole.decimals())));
        for (part, share) in parts.iter().zip(&shares) {
            let exact = exact_share(whole, share.percent).expect("fits");
            prop_assert!(part.minus(exact).expect("fits").abs() < unit);
        }
    }

    #[test]
    fn shares_of_a_due_add_up_to_it_and_a_rival_version_never_makes_a_gap(rows in prop::collection::vec(row(), 0..24)) {
        let lines = table(&rows);
        let outcome = reconcile(&pack(&lines), &strict()).expect("small sums");
        for line in outcome.comparisons.iter().filter(|line| !line.shares.is_empty()) {
            let sum = line.shares.iter().fold(Amount::ZERO, |sum, share| sum.plus(share.amount).expect("fits"));
            prop_assert_eq!(Some(sum), line.due.as_ref().and_then(|due| due.amount));
        }
        let mut disputed = lines;
        disputed.push("rule disputed royalty base=turnover rate=1 rival=statute".into());
        let disputed = reconcile(&pack(&disputed), &strict()).expect("small sums");
        for (one, other) in outcome.comparisons.iter().zip(&disputed.comparisons).filter(|(_, other)| !other.rivals.is_empty()) {
            for verdict in other.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Gap) {
                prop_assert!(one.verdicts.contains(verdict), "{:?}", verdict);
            }
        }
    }

    #[test]
    fn a_base_in_quarters_is_the_base(quarters in prop::collection::vec(0u64..1_000_000_000_000, 4), paid in 0u64..1_000_000_000_000) {
        let spans = ["2018-01..2018-03", "2018-04..2018-06", "2018-07..2018-09", "2018-10..2018-12"];
        let paid = format!("p company paid acme -> treasury royalty 2018 {paid} USD");
        let base = |(index, (amount, span)): (usize, (&u64, &str))| format!("b{index} company base acme -> ? turnover {span} {amount}.25 USD");
        let mut parts: Vec<String> = quarters.iter().zip(spans).enumerate().map(base).collect();
        parts.push(paid.clone());
        let whole = pack(&[format!("b company base acme -> ? turnover 2018 {}.00 USD", quarters.iter().sum::<u64>() + 1), paid]);
        // Of the endowment nobody has spoken: what is due of it is told quarter by quarter, as the base is.
        let royalty = |facts: &Facts| say(facts, &strict()).lines().filter(|line| !line.starts_with("dotation")).collect::<Vec<_>>().join("\n");
        prop_assert_eq!(royalty(&pack(&parts)), royalty(&whole));
    }

    #[test]
    fn weights_divide_to_the_last_coin(
        whole in -1_000_000_000_000i64..1_000_000_000_000, scale in 0u32..4,
        weights in prop::collection::vec(1u32..1000, 1..8), code in prop::sample::select(vec!["USD", "GNF", "KWD"])
    ) {
        let whole = Amount::from_decimal(rust_decimal::Decimal::new(whole, scale));
        let currency: Currency = code.parse().expect("a code");
        let total = Amount::whole(weights.iter().map(|weight| i64::from(*weight)).sum());
        let weights: Vec<Amount> = weights.into_iter().map(|weight| Amount::whole(i64::from(weight))).collect();
        let parts = allocate_by_weight(whole, &weights, total, currency).expect("fits");
        let sum = parts.iter().fold(Amount::ZERO, |sum, part| sum.plus(*part).expect("fits"));
        prop_assert_eq!(sum, whole);
        // Nobody is a whole coin away from the exact share: |part × total − whole × weight| < coin × total.
        let coin = Amount::from_decimal(rust_decimal::Decimal::new(1, currency.minor_unit().max(whole.decimals())));
        for (part, weight) in parts.iter().zip(&weights) {
            let off = part.times(total).and_then(|left| left.minus(whole.times(*weight)?)).expect("fits");
            prop_assert!(off.abs() < coin.times(total).expect("fits"));
        }
    }

    #[test]
    fn digits_survive_reading_and_writing(mantissa in 0i128..10_000_000_000_000_000_000_000_000_000, scale in 0u32..28) {
        let text = rust_decimal::Decimal::from_i128_with_scale(mantissa, scale).to_string();
        let amount: Amount = text.parse().expect("at most 28 digits");
        prop_assert_eq!(amount.to_string(), text);
    }

    #[test]
    fn keys_sort_as_amounts(a in any::<i64>(), b in any::<i64>(), scale_a in 0u32..19, scale_b in 0u32..19) {
        let (a, b) = (rust_decimal::Decimal::new(a, scale_a), rust_decimal::Decimal::new(b, scale_b));
        let (a, b) = (Amount::from_decimal(a), Amount::from_decimal(b));
        prop_assert_eq!(a.order_key().cmp(&b.order_key()), a.cmp(&b));
    }
}
