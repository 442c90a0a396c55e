//! Comparisons, their verdicts and their claims.

use entity::shape::{Alternative, Conversion, Converted, WorkingLine};
use entity::{comparison, comparison_claim, verdict};
use reconcile::{Amount, ClaimId, Column, Comparison, Due, GapState, Reason, Total, Verdict, gap_code};

use super::{Names, filled, json};

/// A gap is published unless a reviewer's question about it is open.
pub(super) fn is_published_gap(verdict: &Verdict) -> bool {
    matches!(verdict.state(), Some(GapState::Open | GapState::Explained))
}

/// The comparison itself, with the code of the wider one that it is a part of.
pub(super) fn row(names: &Names<'_>, own: &Comparison, part_of: Option<String>) -> comparison::Model {
    let place = Place::of(names, own);
    let period = own.scope.span.period();
    let dated = |day: reconcile::Day| day.is_dated().then(|| day.to_string());
    let due = DueCells::of(names, own);
    let declared = SideCells::of(names, own.declared.as_ref());
    let received = SideCells::of(names, own.received.as_ref());
    let pledged = SideCells::of(names, own.pledged.as_ref());
    comparison::Model {
        first_release: names.release,
        last_release: None,
        code: own.code.clone(),
        case: filled(&own.scope.case),
        country: place.country,
        mine: place.mine,
        payer: place.payer,
        recipient: place.recipient,
        stream: place.stream,
        from_day: period.and_then(|period| dated(period.first)),
        to_day: period.and_then(|period| dated(period.last)),
        event: match &own.scope.span {
            reconcile::Span::Event(key) => Some(key.to_string()),
            reconcile::Span::Period(_) => None,
        },
        currency: place.currency,
        part_of,
        gap_key: greatest_gap_key(own),
        due_currency: due.currency,
        due_amount: due.amount,
        due_amount_key: due.amount_key,
        due_exact: due.exact,
        due_rival: due.rival,
        due_minimum: due.minimum,
        due_lower_bound: due.lower_bound,
        due_missing: due.missing,
        due_reason: due.reason,
        due_rule: due.rule,
        due_working: due.working,
        due_conversions: due.conversions,
        due_claims: due.claims,
        rivals: super::versions::rivals(names, own),
        shares: super::versions::shares(names, own),
        declared_amount: declared.amount,
        declared_amount_key: declared.amount_key,
        declared_known: declared.known,
        declared_absent: declared.absent,
        declared_lower_bound: declared.lower_bound,
        declared_stand_in: declared.stand_in,
        declared_conversions: declared.conversions,
        declared_claims: declared.claims,
        declared_others: declared.others,
        received_amount: received.amount,
        received_amount_key: received.amount_key,
        received_known: received.known,
        received_absent: received.absent,
        received_lower_bound: received.lower_bound,
        received_stand_in: received.stand_in,
        received_conversions: received.conversions,
        received_claims: received.claims,
        received_others: received.others,
        pledged_amount: pledged.amount,
        pledged_amount_key: pledged.amount_key,
        pledged_known: pledged.known,
        pledged_absent: pledged.absent,
        pledged_lower_bound: pledged.lower_bound,
        pledged_stand_in: pledged.stand_in,
        pledged_conversions: pledged.conversions,
        pledged_claims: pledged.claims,
        pledged_others: pledged.others,
    }
}

/// Where a comparison stands, by codes.
struct Place {
    country: String,
    mine: Option<String>,
    payer: Option<String>,
    recipient: Option<String>,
    stream: String,
    currency: Option<String>,
}

impl Place {
    fn of(names: &Names<'_>, own: &Comparison) -> Place {
        let (facts, scope) = (names.facts, &own.scope);
        Place {
            country: facts.country(scope.country).code.to_string(),
            mine: scope.mine.map(|mine| facts.mine(mine).code.to_string()),
            payer: scope.payer.map(|party| names.party(party)),
            recipient: scope.recipient.map(|party| names.party(party)),
            stream: facts.stream(scope.stream).code.to_string(),
            currency: own.currency.map(|currency| currency.to_string()),
        }
    }
}

/// The cells of one side's total; all NULL where the side said nothing.
#[derive(Default)]
struct SideCells {
    amount: Option<String>,
    amount_key: Option<String>,
    known: Option<i64>,
    absent: Option<String>,
    lower_bound: Option<bool>,
    stand_in: Option<bool>,
    conversions: Option<String>,
    claims: Option<String>,
    others: Option<String>,
}

impl SideCells {
    fn of(names: &Names<'_>, total: Option<&Total>) -> SideCells {
        let Some(total) = total else { return SideCells::default() };
        SideCells {
            amount: digits(total.amount),
            amount_key: key(total.amount),
            known: Some(i64::from(total.known)),
            absent: Some(json(&total.absent)),
            lower_bound: Some(total.lower_bound),
            stand_in: Some(total.stand_in),
            conversions: Some(json(&conversions(names, &total.conversions))),
            claims: Some(names.claim_list(&total.claims)),
            others: Some(names.claim_list(&total.others)),
        }
    }
}

/// The cells of the due; all NULL where there is none.
#[derive(Default)]
struct DueCells {
    currency: Option<String>,
    amount: Option<String>,
    amount_key: Option<String>,
    exact: Option<String>,
    rival: Option<String>,
    minimum: Option<bool>,
    lower_bound: Option<bool>,
    missing: Option<String>,
    reason: Option<String>,
    rule: Option<String>,
    working: Option<String>,
    conversions: Option<String>,
    claims: Option<String>,
}

impl DueCells {
    fn of(names: &Names<'_>, own: &Comparison) -> DueCells {
        let Some(due) = &own.due else { return DueCells::default() };
        DueCells {
            currency: due.currency.map(|currency| currency.to_string()),
            amount: digits(due.amount),
            amount_key: key(due.amount),
            exact: digits(due.exact),
            rival: digits(due.rival),
            minimum: Some(due.minimum),
            lower_bound: Some(due.lower_bound),
            missing: (!due.missing.is_empty()).then(|| names.stream_list(&due.missing)),
            reason: due.amount.is_none().then(|| why_unknown(own).as_str().to_owned()),
            rule: due.rule.map(|rule| names.rule(rule)),
            working: Some(json(&working(names, due))),
            conversions: Some(json(&conversions(names, due.conversion.as_slice()))),
            claims: Some(names.claim_list(&due.claims)),
        }
    }
}

/// Why the due has no amount: as the verdict on it says, else that its base is unknown.
fn why_unknown(own: &Comparison) -> Reason {
    own.verdicts
        .iter()
        .filter(|verdict| verdict.column == Some(Column::Due) || verdict.reason == Some(Reason::BaseUnknown))
        .find_map(|verdict| verdict.reason)
        .unwrap_or(Reason::BaseUnknown)
}

pub(super) fn working(names: &Names<'_>, due: &Due) -> Vec<WorkingLine> {
    let line = |line: &reconcile::WorkingLine| WorkingLine {
        step: line.step.as_str().to_owned(),
        amount: line.amount.to_string(),
        unit: line.unit.to_string(),
        claim: line.claim.map(|claim| names.claim(claim)),
        rule: line.rule.map(|rule| names.rule(rule)),
        rate: line.rate.map(|rate| names.rate(rate)),
        token: line.token.as_ref().map(|token| token.to_string()),
    };
    due.working.iter().map(line).collect()
}

fn conversions(names: &Names<'_>, told: &[reconcile::Conversion]) -> Vec<Conversion> {
    let by_rate = |one: &reconcile::Converted| Converted { rate: names.rate(one.rate), amount: one.amount.to_string() };
    let conversion = |one: &reconcile::Conversion| Conversion {
        from: one.from.to_string(),
        amount: one.amount.to_string(),
        exact: one.exact,
        by_rate: one.by_rate().map(by_rate).collect(),
    };
    told.iter().map(conversion).collect()
}

/// The key of the greatest published gap, by which comparisons are sorted.
fn greatest_gap_key(own: &Comparison) -> Option<String> {
    own.verdicts.iter().filter(|verdict| is_published_gap(verdict)).filter_map(|verdict| key(verdict.amount)).max()
}

/// One row for each verdict.
pub(super) fn verdicts(names: &Names<'_>, own: &Comparison) -> Vec<verdict::Model> {
    own.verdicts.iter().enumerate().map(|(position, verdict)| verdict_row(names, own, position, verdict)).collect()
}

fn verdict_row(names: &Names<'_>, own: &Comparison, position: usize, verdict: &Verdict) -> verdict::Model {
    let place = Place::of(names, own);
    let alternatives: Vec<Alternative> = verdict
        .alternatives
        .iter()
        .map(|other| Alternative {
            claim: names.claim(other.claim),
            amount: other.amount.to_string(),
            percent: digits(other.percent),
        })
        .collect();
    verdict::Model {
        first_release: names.release,
        last_release: None,
        comparison: own.code.clone(),
        position: position as i64,
        question: verdict.question.as_str().to_owned(),
        outcome: verdict.outcome.as_str().to_owned(),
        kind: verdict.kind.map(|kind| kind.as_str().to_owned()),
        reason: verdict.reason.map(|reason| reason.as_str().to_owned()),
        in_column: verdict.column.map(|column| column.as_str().to_owned()),
        amount: digits(verdict.amount),
        amount_key: key(verdict.amount),
        percent: digits(verdict.percent),
        percent_key: key(verdict.percent),
        low: digits(verdict.low),
        high: digits(verdict.high),
        floor_missing: verdict.floor_missing,
        days: verdict.days,
        penalty: digits(verdict.penalty),
        due_by: verdict.due_by.map(|day| day.to_string()),
        holder: verdict.holder.map(|party| names.party(party)),
        explained: verdict.explained.as_ref().map(|found| found.cause.as_str().to_owned()),
        explained_note: verdict.explained.as_ref().and_then(|found| filled(&found.note)),
        open_question: verdict.open_question.as_ref().map(|question| question.to_string()),
        alternatives: json(&alternatives),
        gap_code: verdict.state().map(|_| gap_code(&own.code, verdict.question)),
        state: verdict.state().map(|state| state.as_str().to_owned()),
        country: place.country,
        mine: place.mine,
        payer: place.payer,
        recipient: place.recipient,
        stream: place.stream,
        currency: place.currency,
    }
}

/// Which claims the comparison was made of. A claim stands once in a column, in the sum rather than beside it.
pub(super) fn claims(names: &Names<'_>, own: &Comparison) -> Vec<comparison_claim::Model> {
    let empty: &[ClaimId] = &[];
    let side =
        |total: &Option<Total>| total.as_ref().map_or((vec![], vec![]), |t| (t.claims.clone(), t.others.clone()));
    let due = own.due.as_ref().map_or(empty, |due| due.claims.as_slice()).to_vec();
    let columns = [
        (Column::Due, (due, vec![])),
        (Column::Declared, side(&own.declared)),
        (Column::Received, side(&own.received)),
        (Column::Pledged, side(&own.pledged)),
    ];
    let mut rows = Vec::new();
    for (column, (summed, others)) in columns {
        let mut seen = std::collections::BTreeSet::new();
        let marked =
            summed.into_iter().map(|claim| (claim, false)).chain(others.into_iter().map(|claim| (claim, true)));
        for (claim, is_other) in marked {
            if seen.insert(claim) {
                rows.push(comparison_claim::Model {
                    first_release: names.release,
                    last_release: None,
                    comparison: own.code.clone(),
                    claim: names.claim(claim),
                    in_column: column.as_str().to_owned(),
                    is_other,
                });
            }
        }
    }
    rows
}

pub(super) fn digits(amount: Option<Amount>) -> Option<String> {
    amount.map(|amount| amount.to_string())
}

fn key(amount: Option<Amount>) -> Option<String> {
    amount.map(Amount::order_key)
}
