//! The worked examples of the casebook: every rule has one, each is worked by the engine, and those that cite a source
//! have its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use intake::{ExampleRow, Limits, Pack, PackFiles, read_pack};
use reconcile::example::{Answer, Example, work};
use reconcile::{Amount, ClaimId, RuleId};

fn casebook() -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("casebook");
    let entries = std::fs::read_dir(folder).expect("the casebook folder");
    let files: PackFiles = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("a readable file"))
        })
        .collect();
    let read = read_pack(&files, &Limits::default());
    let findings: Vec<String> = read.findings.iter().map(|finding| finding.render(intake::Lang::En)).collect();
    assert_eq!(findings, Vec::<String>::new());
    read.pack.expect("a pack without findings")
}

fn with_rows(pack: &Pack) -> impl Iterator<Item = (&Example, &ExampleRow)> {
    pack.examples.iter().zip(&pack.rows.examples)
}

#[test]
fn every_rule_has_an_example() {
    let pack = casebook();
    let shown: BTreeSet<RuleId> = pack.examples.iter().map(|example| example.rule).collect();
    let without: Vec<&str> = (0..pack.facts.rules.len() as u32)
        .map(RuleId)
        .filter(|rule| !shown.contains(rule))
        .map(|rule| &*pack.facts.rule(rule).code)
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

#[test]
fn each_example_gives_what_it_says_and_shows_how() {
    let pack = casebook();
    for example in &pack.examples {
        let worked = work(&pack.facts, example).expect("figures that can be kept");
        assert_eq!(worked.answer, example.expected, "{}", example.code);
        assert_eq!(worked.working.is_empty(), matches!(worked.answer, Answer::Unknown(_)), "{}", example.code);
        let by_rule = worked.working.iter().any(|line| line.rule == Some(example.rule));
        assert!(by_rule || worked.working.is_empty(), "{}: its own rule is in the working", example.code);
    }
}

#[test]
fn an_example_of_another_figure_is_found_out() {
    let pack = casebook();
    for example in &pack.examples {
        let Answer::Due(amount, currency) = example.expected else { continue };
        let cent: Amount = "0.01".parse().expect("an amount");
        let spoiled = Answer::Due(amount.plus(cent).expect("a sum"), currency);
        let spoiled = Example { expected: spoiled, ..example.clone() };
        let worked = work(&pack.facts, &spoiled).expect("figures that can be kept");
        assert_eq!(worked.answer, example.expected, "{}: what is expected does not lead the engine", example.code);
    }
}

#[test]
fn the_shares_of_one_whole_add_up_to_it() {
    let pack = casebook();
    let mut wholes: BTreeMap<(RuleId, &str), BTreeMap<&str, Amount>> = BTreeMap::new();
    for (example, row) in with_rows(&pack) {
        if let (Some(recipient), Answer::Due(amount, _)) = (&example.recipient, example.expected) {
            let given = row.given.as_deref().unwrap_or_default();
            wholes.entry((example.rule, given)).or_default().insert(recipient, amount);
        }
    }
    let mut summed = 0;
    for ((rule, given), parts) in wholes {
        if parts.len() < pack.facts.rule(rule).split.len() {
            continue;
        }
        let sum = parts.values().try_fold(Amount::ZERO, |sum, part| sum.plus(*part)).expect("a sum");
        let first = with_rows(&pack).find(|(example, row)| example.rule == rule && row.given.as_deref() == Some(given));
        let (example, _) = first.expect("the example");
        let working = work(&pack.facts, example).expect("figures that can be kept").working;
        // The last line before the share is what is shared.
        let share = working.iter().position(|line| line.token.is_some()).expect("a share");
        assert_eq!(sum, working[share - 1].amount, "{given}");
        summed += 1;
    }
    assert!(summed >= 6, "{summed} splits are shown whole");
}

#[test]
fn an_example_that_a_source_prints_has_the_figures_of_its_claims() {
    let pack = casebook();
    let amount_of = |id: &str| {
        let rank = pack.facts.claims.binary_search_by(|claim| (*claim.code).cmp(id)).expect("a claim");
        pack.facts.claim(ClaimId(rank as u32)).stated().map(|(amount, _)| amount)
    };
    let mut printed = 0;
    for (example, row) in with_rows(&pack).filter(|(_, row)| row.arithmetic.as_deref() == Some("source")) {
        let claims = row.claim_ids.as_deref().unwrap_or_default().split(';');
        let mut amounts: Vec<Amount> = claims.filter_map(amount_of).collect();
        let cited = amounts.clone();
        for given in example.given.iter().filter(|given| given.rate_of().is_none()) {
            assert!(cited.contains(&given.amount), "{}: {} is in no claim", example.code, given.amount);
            amounts.retain(|amount| *amount != given.amount);
        }
        let Answer::Due(expected, _) = example.expected else { panic!("{}: nothing is printed", example.code) };
        let sum = amounts.iter().try_fold(Amount::ZERO, |sum, part| sum.plus(*part)).expect("a sum");
        let is_there = cited.contains(&expected) || sum == expected;
        assert!(is_there, "{}: {expected} is in no claim", example.code);
        printed += 1;
    }
    assert!(printed >= 20, "{printed} examples are printed by a source");
}
