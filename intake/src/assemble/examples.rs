//! Worked examples: what a rule gives on a few figures, as the pack says and as the engine works it.

use std::collections::BTreeSet;

use reconcile::example::{Answer, Example, Given, Worked, work};
use reconcile::{Facts, Reason, RuleId, TooLarge, Unit};

use crate::amount::read_amount;
use crate::assemble::{Index, Registry, Sheets};
use crate::check::{Checker, boxed, list};
use crate::finding::{Code, Findings, Flagged};
use crate::rows::{ExampleRow, PackRows};
use crate::vocabulary::{ARITHMETIC, Word as _};

/// Reads one example; what it says is not yet compared with what the rule gives.
pub(crate) fn example(
    row: &ExampleRow,
    registry: &Registry<'_>,
    rules: &Index<'_>,
    check: &mut Checker<'_>,
) -> Result<Example, Flagged> {
    let code = check.id("id", &row.id);
    let rule = check.required_reference("rule_id", &row.rule_id, rules);
    let given = given(row, check);
    let on = check.date("on_date", &row.on_date);
    let expected = answer(row, check);
    let arithmetic = check.required("arithmetic", &row.arithmetic);
    let known = check.one_of("arithmetic", &row.arithmetic, ARITHMETIC);
    let claims: Vec<Result<u32, Flagged>> =
        list(&row.claim_ids).map(|code| check.code("claim_ids", code, &registry.claims)).collect();
    let source = match row.arithmetic.as_deref() {
        Some("source") => check.required_reference("source_id", &row.source_id, &registry.sources).map(Some),
        _ => check.reference("source_id", &row.source_id, &registry.sources),
    };
    let notes = (check.required("note_en", &row.note_en), check.required("note_fr", &row.note_fr));
    arithmetic?;
    known?;
    claims.into_iter().collect::<Result<Vec<u32>, Flagged>>()?;
    source?;
    notes.0?;
    notes.1?;
    Ok(Example {
        code: code?,
        rule: RuleId(rule?),
        given: given?,
        on: on?,
        recipient: boxed(&row.recipient),
        expected: expected?,
    })
}

/// `turnover=1000000 USD; export_value/owner=750000 USD; USD=9757.55 SLL`.
fn given(row: &ExampleRow, check: &mut Checker<'_>) -> Result<Vec<Given>, Flagged> {
    let read = |part: &str| {
        let (name, figure) = part.split_once('=')?;
        let (amount, unit) = figure.trim().split_once(' ')?;
        let (name, label) = match name.split_once('/') {
            Some((name, label)) => (name.trim(), Some(label.trim())),
            None => (name.trim(), None),
        };
        let unit = unit.trim();
        let unit = Unit::from_code(unit).or_else(|| unit.parse().ok().map(Unit::Money))?;
        let given = Given { name: name.into(), label: label.map(Box::from), amount: read_amount(amount).ok()?, unit };
        let is_empty = name.is_empty() || label.is_some_and(str::is_empty);
        // A rate leads from one currency to another.
        let leads_nowhere = given.rate_of().is_some_and(|from| unit.currency().is_none_or(|to| to == from));
        (!is_empty && !leads_nowhere).then_some(given)
    };
    let seen = row.given.as_deref().unwrap_or_default();
    let unread = |part: &str| vec![("part", part.to_owned())];
    let parts = list(&row.given);
    parts.map(|part| read(part).ok_or_else(|| check.flag("given", seen, Code::ExampleGiven, unread(part)))).collect()
}

/// An amount with its currency, or why there is none.
fn answer(row: &ExampleRow, check: &mut Checker<'_>) -> Result<Answer, Flagged> {
    let amount = check.amount("expected", &row.expected);
    let currency = check.currency("currency", &row.currency);
    let reason = check.word::<Reason>("reason", &row.reason);
    match (amount?, currency?, reason?) {
        (Some(amount), Some(currency), None) => Ok(Answer::Due(amount, currency)),
        (None, None, Some(reason)) => Ok(Answer::Unknown(reason)),
        _ => {
            let seen = row.expected.as_deref().unwrap_or_default();
            let allowed = Reason::words().collect::<Vec<_>>().join(", ");
            let columns = ["expected", "currency", "reason"];
            Err(check.flag_among(&columns, seen, Code::ExampleAnswer, vec![("allowed", allowed)]))
        }
    }
}

/// Works every example, and flags those that differ; notes the rules without one.
pub(crate) fn check(facts: &Facts, examples: &[Example], rows: &PackRows, sheets: &Sheets, out: &mut Findings) {
    for (example, row) in examples.iter().zip(&rows.examples) {
        check_one(facts, example, row, &mut Checker::new(&sheets.examples, row.at, out));
    }
    let shown: BTreeSet<RuleId> = examples.iter().map(|example| example.rule).collect();
    for (row, rule) in rows.rules.iter().zip((0..).map(RuleId)) {
        if !shown.contains(&rule) {
            let seen = row.id.as_deref().unwrap_or_default();
            Checker::new(&sheets.rules, row.at, out).note("id", seen, Code::RuleWithoutExample, Vec::new());
        }
    }
}

fn check_one(facts: &Facts, example: &Example, row: &ExampleRow, check: &mut Checker<'_>) {
    let rule = facts.rule(example.rule);
    let code = ("rule", rule.code.to_string());
    let takers = example.takers(facts);
    if let Some(recipient) = &example.recipient
        && !takers.contains(recipient)
    {
        let shares = takers.join(", ");
        check.flag("recipient", recipient, Code::ExampleShare, vec![code, ("allowed", shares)]);
        return;
    }
    let worked = work(facts, example);
    if worked.as_ref().is_ok_and(|worked| worked.answer == example.expected) {
        return;
    }
    let (says, says_fr) = told(example.expected);
    let (gives, gives_fr) = match worked {
        Ok(Worked { answer, .. }) => told(answer),
        Err(TooLarge) => {
            ("more digits than can be kept".to_owned(), "plus de chiffres qu’on n’en peut conserver".to_owned())
        }
    };
    let details = vec![code, ("says", says), ("gives", gives), ("says_fr", says_fr), ("gives_fr", gives_fr)];
    let (column, cell) = match example.expected {
        Answer::Due(..) => ("expected", &row.expected),
        Answer::Unknown(_) => ("reason", &row.reason),
    };
    check.flag(column, cell.as_deref().unwrap_or_default(), Code::ExampleDiffers, details);
}

/// An answer in words, in English and in French.
fn told(answer: Answer) -> (String, String) {
    match answer {
        Answer::Due(amount, currency) => (format!("{amount} {currency}"), format!("{amount} {currency}")),
        Answer::Unknown(reason) => (format!("no amount ({reason})"), format!("aucun montant ({reason})")),
    }
}
