//! Approving a few claims more: only what they touch is computed again, and the answer is that of computing everything.

mod common;

use common::{facts, strict};
use proptest::prelude::*;
use reconcile::*;

const REGISTRIES: &str = "
party acme company in group
party beta company in group
party group company
party treasury government
party north council in district takes north
party south council in district takes south
party district council
mine hill in range
mine range
mine lake
rule lease royalty base=turnover rate=8 mine=hill force=lease
rule statute royalty base=turnover rate=10 to=2019 due=next-year-03-15
rule later royalty base=turnover rate=12.5 from=2019-07 due=days-after-30
rule shared share base=royalty split=north:60;south:40 of=statute
rule local share2 base=royalty split=north:70;south:30
rule least dotation base=turnover rate=0.3 min prev
rule stone stone base=valuation rate=10 highest above=5000USD
rule onward onward base=royalty rate=25 of=statute
rule disputed share base=royalty split=north:50;south:50 of=statute rival=shared
rule pooled pooled base=pool rate=15 pool=royalty;dotation
rule weighed onward base=onward of=onward by=licences
rule sold sale_tax base=sold rate=3 each_sale due=at-sale-30
rate USD GNF 9225 2019
rate SLE SLL 1000 2022-07-01 redenomination
";

fn pick(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

/// A claim without its code.
fn row() -> impl Strategy<Value = String> {
    let speaker = pick(&[
        "company paid",
        "company paid",
        "government received",
        "community received",
        "government paid",
        "company pledged",
        "third_party received",
    ]);
    let flow = (
        speaker,
        pick(&["acme", "beta", "group", "treasury", "?"]),
        pick(&["treasury", "north", "south", "district", "?"]),
        pick(&["royalty", "share", "share2", "dotation", "stone", "onward", "pooled", "sale_tax", "free"]),
    );
    let flow =
        flow.prop_map(|(speaker, payer, recipient, stream)| format!("{speaker} {payer} -> {recipient} {stream}"));
    let base = (pick(&["acme", "beta", "?"]), pick(&["turnover", "valuation", "kp_production", "sold"]));
    let base = base.prop_map(|(payer, stream)| format!("company base {payer} -> ? {stream}"));
    let span = || pick(&["2018", "2019", "2020", "2018..2019", "2019-01..2019-06", "2019-07..2019-12", "event:x"]);
    let amount = prop_oneof![
        4 => (1u64..10_000_000, pick(&["USD", "USD", "GNF", "SLE", "SLL"])).prop_map(|(sum, unit)| format!("{sum} {unit}")),
        1 => pick(&["- none_reported", "0 USD", "1000000 USD", "1000000 USD", "500 ct"]).prop_map(str::to_owned),
    ];
    let tail = (pick(&["", " mine=hill", " mine=range", " mine=lake"]), pick(&[" case=one", " case=two", ""]));
    let stated = (prop_oneof![3 => flow, 1 => base], span(), amount)
        .prop_map(|(flow, span, amount)| format!("{flow} {span} {amount}"));
    let weight = (pick(&["?", "north", "south", "?"]), span(), 1u64..9).prop_map(|(recipient, span, count)| {
        format!("government base ? -> {recipient} licences {span} {count} licence")
    });
    (prop_oneof![7 => stated, 1 => weight], tail).prop_map(|(stated, (mine, case))| format!("{stated}{mine}{case}"))
}

/// A remark about the claim of one number that names those of two others.
fn remark() -> impl Strategy<Value = (usize, &'static str, usize, usize)> {
    let kind = pick(&[
        "part_of",
        "part_of",
        "some_of",
        "same_money",
        "instalment_of",
        "contradicts",
        "base_for",
        "states_due",
        "states_difference",
        "set_aside",
        "holds",
        "unit_suspect",
        "explained",
        "compared_with",
        "computed_from",
        "stated_rate",
        "delayed",
    ]);
    (any::<prop::sample::Index>(), kind, any::<prop::sample::Index>(), any::<prop::sample::Index>())
        .prop_map(|(claim, kind, one, other)| (claim.index(1000), kind, one.index(1000), other.index(1000)))
}

fn pack(rows: &[String], remarks: &[(usize, &'static str, usize, usize)]) -> Facts {
    let mut table = REGISTRIES.to_owned();
    for (index, row) in rows.iter().enumerate() {
        table += &format!("c{index:03} {row}\n");
    }
    for (claim, kind, one, other) in remarks {
        let code = |number: &usize| format!("c{:03}", number % rows.len());
        let value = match *kind {
            "base_for" => "royalty".to_owned(),
            "stated_rate" => "5".to_owned(),
            "states_difference" => format!("{};{}", code(one), code(other)),
            _ => code(one),
        };
        table += &format!("remark {} {kind} {value}\n", code(claim));
    }
    facts(&table)
}

/// The facts before some claims and remarks were there, and what has changed since.
fn before(after: &Facts, is_new: &[bool], forgets: impl Fn(usize) -> bool) -> (Facts, Change) {
    let (added, old): (Vec<ClaimId>, Vec<ClaimId>) =
        (0..after.claims.len()).map(|rank| ClaimId(rank as u32)).partition(|id| is_new[id.index()]);
    let rank = |id: &ClaimId| old.binary_search(id).ok().map(|rank| ClaimId(rank as u32));
    let mut change = Change { added, remarked: Vec::new() };
    let mut before = after.clone();
    before.claims = old.iter().map(|id| after.claim(*id).clone()).collect();
    before.remarks.clear();
    for (number, remark) in after.remarks.iter().enumerate() {
        let others: Option<Vec<ClaimId>> = remark.others.iter().map(rank).collect();
        match (rank(&remark.claim), others) {
            (Some(claim), Some(others)) if !forgets(number) => {
                before.remarks.push(Remark { claim, others, ..remark.clone() });
            }
            (Some(_), _) => change.remarked.push(remark.claim),
            (None, _) => {}
        }
    }
    (before, change)
}

proptest! {
    #[test]
    fn incremental_gives_the_same_answer(
        rows in prop::collection::vec(row(), 1..40),
        remarks in prop::collection::vec(remark(), 0..8),
        new in prop::collection::vec(prop::bool::weighted(0.1), 40),
        forgotten in 0usize..8,
    ) {
        let after = pack(&rows, &remarks);
        let (before, change) = before(&after, &new, |number| number == forgotten);
        let said = reconcile(&before, &strict()).expect("small sums");
        let plots = Plots::new(&before);
        let touched = plots.touched(&after, &change);
        let answer = touched.reconcile(&strict()).expect("small sums");
        let spliced = touched.splice(said, &change, answer);
        let whole = reconcile(&after, &strict()).expect("small sums");
        prop_assert_eq!(format!("{spliced:?}"), format!("{whole:?}"));
    }

    #[test]
    fn one_by_one_is_all_at_once(rows in prop::collection::vec(row(), 1..30), remarks in prop::collection::vec(remark(), 0..6)) {
        let facts = pack(&rows, &remarks);
        let mut comparisons = Vec::new();
        let besides = reconcile_each(&facts, &strict(), |comparison| {
            comparisons.push(comparison);
            Ok::<(), TooLargeAt>(())
        });
        let Besides { doubts, sums, set_aside, silences } = besides.expect("small sums");
        let one_by_one = Reconciliation { comparisons, doubts, sums, set_aside, silences };
        let whole = reconcile(&facts, &strict()).expect("small sums");
        prop_assert_eq!(format!("{one_by_one:?}"), format!("{whole:?}"));
    }
}

const TWO_MINES: &str = "
    party acme company
    party beta company
    party treasury government
    mine hill
    mine lake
    rule statute royalty base=turnover rate=10
    b1 company    base     acme -> ?        turnover 2020 1000 USD mine=hill
    b2 company    base     beta -> ?        turnover 2020 1000 USD mine=lake
    p1 company    paid     acme -> treasury royalty  2020 100 USD mine=hill
    p2 company    paid     beta -> treasury royalty  2020 100 USD mine=lake
    r1 government received acme -> treasury royalty  2020 100 USD mine=hill
    r2 government received beta -> treasury royalty  2020 90 USD mine=lake
";

#[test]
fn a_claim_at_one_mine_touches_no_other() {
    let after = facts(TWO_MINES);
    let is_new: Vec<bool> = after.claims.iter().map(|claim| &*claim.code == "r2").collect();
    let (before, change) = before(&after, &is_new, |_| false);
    let plots = Plots::new(&before);
    let touched = plots.touched(&after, &change);
    let codes: Vec<&str> = touched.claims.iter().map(|id| &*after.claim(*id).code).collect();
    assert_eq!(codes, ["b2", "p2", "r2"]);
}

#[test]
fn a_sink_that_fails_ends_the_reconciling() {
    #[derive(Debug, PartialEq)]
    struct Full;
    impl From<TooLargeAt> for Full {
        fn from(_: TooLargeAt) -> Full {
            Full
        }
    }
    let mut seen = 0;
    let ended = reconcile_each(&facts(TWO_MINES), &strict(), |_| {
        seen += 1;
        Err(Full)
    });
    assert_eq!((ended.err(), seen), (Some(Full), 1));
}
