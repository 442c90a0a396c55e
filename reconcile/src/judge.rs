//! One question about two figures, answered with everything that speaks against a quick answer.

use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::facts::ClaimId;
use crate::outcome::{Alternative, Verdict};
use crate::policy::Threshold;
use crate::said::{Column, GapKind, Outcome, Question, Reason};

/// One side of a question.
#[derive(Clone, Debug)]
pub(crate) struct Operand {
    pub(crate) column: Column,
    pub(crate) amount: Amount,
    /// How far it may be off.
    pub(crate) allowance: Amount,
    /// It may be more.
    pub(crate) lower_bound: bool,
    /// Nothing can be concluded from it.
    pub(crate) about: bool,
    /// Figures of other claims that conflict with it.
    pub(crate) conflicting: Vec<(ClaimId, Amount)>,
}

impl Operand {
    /// Nothing at all, as a side states.
    pub(crate) fn nought(column: Column) -> Operand {
        let (amount, allowance) = (Amount::ZERO, Amount::ZERO);
        Operand { column, amount, allowance, lower_bound: false, about: false, conflicting: Vec::new() }
    }
}

/// A question with its two figures: `left` should not be more than `right`.
#[derive(Clone, Debug)]
pub(crate) struct Case<'a> {
    pub(crate) question: Question,
    pub(crate) left: Operand,
    pub(crate) right: Operand,
    /// The gap if right is less.
    pub(crate) less: GapKind,
    /// The gap if right is more; `None` where more is no gap.
    pub(crate) more: Option<GapKind>,
    /// What the percentage is of.
    pub(crate) reference: Amount,
    pub(crate) currency: Currency,
    pub(crate) threshold: &'a Threshold,
}

impl Verdict {
    /// An unanswered question.
    pub(crate) fn unknown(question: Question, reason: Reason, column: Option<Column>) -> Verdict {
        Verdict {
            question,
            outcome: Outcome::Unknown,
            kind: None,
            reason: Some(reason),
            column,
            amount: None,
            percent: None,
            low: None,
            high: None,
            alternatives: Vec::new(),
            floor_missing: false,
            days: None,
            penalty: None,
            due_by: None,
            holder: None,
            explained: None,
            open_question: None,
        }
    }
}

/// Answers a question. A gap is raised only if the smallest difference that the sources allow exceeds both thresholds,
/// and if every conflicting figure in a headline's place would raise the same gap.
pub(crate) fn judge(case: &Case<'_>) -> Result<Verdict, TooLarge> {
    for operand in [&case.left, &case.right] {
        if operand.about {
            return Ok(Verdict::unknown(case.question, Reason::Imprecise, Some(operand.column)));
        }
    }
    let difference = case.left.amount.minus(case.right.amount)?;
    let off = case.left.allowance.plus(case.right.allowance)?;
    // "At least" on the left proves only that less arrived; on the right, only that more did.
    let unprovable = if difference.is_negative() { &case.left } else { &case.right };
    if unprovable.lower_bound && !difference.is_zero() {
        return Ok(Verdict::unknown(case.question, Reason::Imprecise, Some(unprovable.column)));
    }
    let kind = gap_kind(case, difference, off)?;
    let alternatives = alternatives(case)?;
    let mut verdict = Verdict {
        outcome: if kind.is_some() { Outcome::Gap } else { Outcome::Agrees },
        kind,
        reason: None,
        column: None,
        amount: Some(difference),
        percent: difference.percent_of(case.reference),
        low: (!off.is_zero()).then(|| difference.minus(off)).transpose()?,
        high: (!off.is_zero()).then(|| difference.plus(off)).transpose()?,
        floor_missing: !case.threshold.floor.contains_key(&case.currency),
        alternatives: Vec::new(),
        ..Verdict::unknown(case.question, Reason::Doubted, None)
    };
    if kind.is_some()
        && let Some(column) = dissenting_column(case, kind, off, &alternatives)?
    {
        verdict.outcome = Outcome::Unknown;
        (verdict.kind, verdict.reason, verdict.column) = (None, Some(Reason::Doubted), Some(column));
    }
    verdict.alternatives = alternatives.into_iter().map(|(_, alternative)| alternative).collect();
    Ok(verdict)
}

/// The gap that a difference is, if it is one.
fn gap_kind(case: &Case<'_>, difference: Amount, off: Amount) -> Result<Option<GapKind>, TooLarge> {
    let kind = if difference.is_negative() { case.more } else { Some(case.less) };
    let smallest = difference.abs().minus(off)?;
    if smallest.is_negative() || smallest.is_zero() || kind.is_none() {
        return Ok(None);
    }
    let beyond_floor = case.threshold.floor.get(&case.currency).is_none_or(|floor| smallest > *floor);
    // Compared without dividing: smallest ÷ reference > percent ÷ 100. Against a reference of nought anything is beyond.
    let hundredfold = smallest.times(Amount::whole(100))?;
    let beyond_percent = hundredfold > case.reference.abs().times(case.threshold.percent)?;
    Ok(if beyond_floor && beyond_percent { kind } else { None })
}

/// The same question with each conflicting figure in its headline's place.
fn alternatives(case: &Case<'_>) -> Result<Vec<(Column, Alternative)>, TooLarge> {
    let mut found = Vec::new();
    for (claim, amount) in &case.left.conflicting {
        let difference = amount.minus(case.right.amount)?;
        let percent = difference.percent_of(*amount);
        found.push((case.left.column, Alternative { claim: *claim, amount: difference, percent }));
    }
    for (claim, amount) in &case.right.conflicting {
        let difference = case.left.amount.minus(*amount)?;
        let percent = difference.percent_of(case.reference);
        found.push((case.right.column, Alternative { claim: *claim, amount: difference, percent }));
    }
    Ok(found)
}

/// The column in which another source's figure would not raise the same gap.
fn dissenting_column(
    case: &Case<'_>,
    kind: Option<GapKind>,
    off: Amount,
    alternatives: &[(Column, Alternative)],
) -> Result<Option<Column>, TooLarge> {
    for (column, alternative) in alternatives {
        if gap_kind(case, alternative.amount, off)? != kind {
            return Ok(Some(*column));
        }
    }
    Ok(None)
}
