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
    /// The same by the highest rate observed, where no single dated rate settles it.
    pub(crate) high: Option<Amount>,
    /// How far it may be off.
    pub(crate) allowance: Amount,
    /// It may be more.
    pub(crate) lower_bound: bool,
    /// Nothing can be concluded from it.
    pub(crate) about: bool,
    /// Figures of other claims that conflict with it.
    pub(crate) conflicting: Vec<Dissent>,
}

/// A figure that another claim puts in a headline's place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dissent {
    pub(crate) claim: ClaimId,
    pub(crate) amount: Amount,
    /// By the highest rate observed.
    pub(crate) high: Option<Amount>,
}

impl Operand {
    /// Nothing at all, as a side states.
    pub(crate) fn nought(column: Column) -> Operand {
        let (amount, allowance) = (Amount::ZERO, Amount::ZERO);
        Operand { column, amount, high: None, allowance, lower_bound: false, about: false, conflicting: Vec::new() }
    }

    /// The figure at both ends of what the rates observed make of it.
    pub(crate) fn ends(&self) -> impl Iterator<Item = Amount> + Clone + use<> {
        std::iter::once(self.amount).chain(self.high)
    }

    /// The same side without the figures that conflict with it.
    fn bare(&self) -> Operand {
        Operand { conflicting: Vec::new(), ..*self }
    }

    /// The same side with another claim's figure.
    fn with(&self, other: &Dissent) -> Operand {
        Operand { amount: other.amount, high: other.high, ..self.bare() }
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
    pub(crate) reference: Reference,
    pub(crate) currency: Currency,
    pub(crate) threshold: &'a Threshold,
}

/// What a percentage is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reference {
    /// What should have come.
    Left,
    /// What came.
    Right,
    /// A figure of neither side.
    Other(Amount),
}

/// A difference under one choice of rates, and what its percentage is of.
#[derive(Clone, Copy, Debug)]
struct Difference {
    amount: Amount,
    reference: Amount,
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

/// Answers a question. A gap is raised only if the smallest difference that the sources allow exceeds both thresholds
/// by every rate observed, and if every conflicting figure in a headline's place would raise the same gap. Where one rate
/// closes a gap that another opens, the rates do not tell. The amount is the difference that is nearest to none of those
/// that the rates give; the ends are told besides.
pub(crate) fn judge(case: &Case<'_>) -> Result<Verdict, TooLarge> {
    for operand in [&case.left, &case.right] {
        if operand.about {
            return Ok(Verdict::unknown(case.question, Reason::Imprecise, Some(operand.column)));
        }
    }
    let differences = Differences::of(case)?;
    for difference in differences.all() {
        // "At least" on the left proves only that less arrived; on the right, only that more did.
        let unprovable = if difference.amount.is_negative() { &case.left } else { &case.right };
        if unprovable.lower_bound && !difference.amount.is_zero() {
            return Ok(Verdict::unknown(case.question, Reason::Imprecise, Some(unprovable.column)));
        }
    }
    let off = case.left.allowance.plus(case.right.allowance)?;
    let (kind, told) = gap_kind(case, &differences, off)?;
    let nearest = differences.nearest();
    let vague = !off.is_zero() || differences.others.is_some();
    let mut verdict = Verdict {
        outcome: if kind.is_some() { Outcome::Gap } else { Outcome::Agrees },
        kind,
        reason: None,
        column: None,
        amount: Some(nearest.amount),
        percent: nearest.amount.percent_of(nearest.reference),
        low: vague.then(|| differences.least().minus(off)).transpose()?,
        high: vague.then(|| differences.most().plus(off)).transpose()?,
        floor_missing: !case.threshold.floor.contains_key(&case.currency),
        alternatives: Vec::new(),
        ..Verdict::unknown(case.question, Reason::Doubted, None)
    };
    let mut dissenting = None;
    for (operand, other) in case.conflicting() {
        let instead = if operand.column == case.left.column {
            Case { left: operand.with(other), right: case.right.bare(), ..*case }
        } else {
            Case { left: case.left.bare(), right: operand.with(other), ..*case }
        };
        let differences = Differences::of(&instead)?;
        if kind.is_some() && dissenting.is_none() && gap_kind(&instead, &differences, off)?.0 != kind {
            dissenting = Some(operand.column);
        }
        let Difference { amount, reference } = differences.nearest();
        verdict.alternatives.push(Alternative { claim: other.claim, amount, percent: amount.percent_of(reference) });
    }
    if !told {
        verdict.outcome = Outcome::Unknown;
        let vague = if case.left.high.is_some() { &case.left } else { &case.right };
        (verdict.reason, verdict.column) = (Some(Reason::Imprecise), Some(vague.column));
    }
    if dissenting.is_some() {
        verdict.outcome = Outcome::Unknown;
        (verdict.kind, verdict.reason, verdict.column) = (None, Some(Reason::Doubted), dissenting);
    }
    Ok(verdict)
}

impl Case<'_> {
    fn conflicting(&self) -> impl Iterator<Item = (&Operand, &Dissent)> {
        [&self.left, &self.right].into_iter().flat_map(|side| side.conflicting.iter().map(move |other| (side, other)))
    }
}

/// The differences under every choice of the rates observed: one where no figure was converted by several.
struct Differences {
    first: Difference,
    others: Option<Vec<Difference>>,
}

impl Differences {
    fn of(case: &Case<'_>) -> Result<Differences, TooLarge> {
        let between = |left: Amount, right: Amount| {
            let reference = match case.reference {
                Reference::Left => left,
                Reference::Right => right,
                Reference::Other(amount) => amount,
            };
            Ok(Difference { amount: left.minus(right)?, reference })
        };
        let first = between(case.left.amount, case.right.amount)?;
        if case.left.high.is_none() && case.right.high.is_none() {
            return Ok(Differences { first, others: None });
        }
        let rights = case.right.ends();
        let pairs = case.left.ends().flat_map(|left| rights.clone().map(move |right| (left, right))).skip(1);
        let others = pairs.map(|(left, right)| between(left, right)).collect::<Result<_, TooLarge>>()?;
        Ok(Differences { first, others: Some(others) })
    }

    fn all(&self) -> impl Iterator<Item = Difference> {
        std::iter::once(self.first).chain(self.others.iter().flatten().copied())
    }

    fn nearest(&self) -> Difference {
        self.all().min_by_key(|difference| difference.amount.abs()).unwrap_or(self.first)
    }

    fn least(&self) -> Amount {
        self.all().map(|difference| difference.amount).min().unwrap_or(self.first.amount)
    }

    fn most(&self) -> Amount {
        self.all().map(|difference| difference.amount).max().unwrap_or(self.first.amount)
    }
}

/// The gap that the differences are, if they all are the same one, and whether they all say the same. Between two rates a
/// difference runs in a straight line, so what holds at both ends holds for every rate between them.
fn gap_kind(case: &Case<'_>, differences: &Differences, off: Amount) -> Result<(Option<GapKind>, bool), TooLarge> {
    let kind = gap_kind_of(case, differences.first, off)?;
    for other in differences.others.iter().flatten() {
        if gap_kind_of(case, *other, off)? != kind {
            return Ok((None, false));
        }
    }
    Ok((kind, true))
}

/// The gap that one difference is, if it is one.
fn gap_kind_of(case: &Case<'_>, difference: Difference, off: Amount) -> Result<Option<GapKind>, TooLarge> {
    let Difference { amount, reference } = difference;
    let kind = if amount.is_negative() { case.more } else { Some(case.less) };
    let smallest = amount.abs().minus(off)?;
    if smallest.is_negative() || smallest.is_zero() || kind.is_none() {
        return Ok(None);
    }
    let beyond_floor = case.threshold.floor.get(&case.currency).is_none_or(|floor| smallest > *floor);
    // Compared without dividing: smallest ÷ reference > percent ÷ 100. Against a reference of nought anything is beyond.
    let hundredfold = smallest.times(Amount::whole(100))?;
    let beyond_percent = hundredfold > reference.abs().times(case.threshold.percent)?;
    Ok(if beyond_floor && beyond_percent { kind } else { None })
}
