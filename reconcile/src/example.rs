//! Worked examples: a rule, a few figures, and what the rule is said to give.
//!
//! Nothing is computed here. The figures are put into a pack of their own (see `stage`), that pack is reconciled like
//! any other, and the answer is read off the comparison.

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::facts::{ClaimId, Facts, RuleId};
use crate::outcome::{Comparison, WorkingLine};
use crate::period::PartialDate;
use crate::policy::Policy;
use crate::reconcile::reconcile;
use crate::said::{Column, Reason, Step};
use crate::stage::Stage;

/// One worked example of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The pack's own id.
    pub code: Box<str>,
    /// Of which rule.
    pub rule: RuleId,
    /// The figures that it starts from.
    pub given: Vec<Given>,
    /// When: a day for one sale or payment, a month or a year for a period.
    pub on: Option<PartialDate>,
    /// Whose share is asked, where the rule is a split: one of its tokens.
    pub recipient: Option<Box<str>>,
    /// What it should give.
    pub expected: Answer,
}

impl Example {
    /// The words under which the example's rule gives a share: the tokens of its split, or whoever has a weight.
    pub fn takers(&self, facts: &Facts) -> Vec<Box<str>> {
        let rule = facts.rule(self.rule);
        match rule.split_by {
            Some(by) => {
                let weights = self.given.iter().filter(|given| given.name == facts.stream(by).code);
                weights.filter_map(|given| given.label.clone()).collect()
            }
            None => rule.split.iter().map(|share| share.token.clone()).collect(),
        }
    }
}

/// One figure that an example starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// A measure or a stream, such as `turnover`; or a currency, where the figure is what one unit of it is worth.
    pub name: Box<str>,
    /// What sets it apart from other figures of that name: who made a valuation, whose licences these are.
    pub label: Option<Box<str>>,
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

impl Given {
    /// The currency whose rate this figure is, where it is one.
    pub fn rate_of(&self) -> Option<Currency> {
        self.name.parse().ok()
    }
}

/// What a rule gives on the figures of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// So much is due.
    Due(Amount, Currency),
    /// No amount, and why.
    Unknown(Reason),
}

/// An example as the engine works it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// What the rule gives.
    pub answer: Answer,
    /// Line by line; empty where there is no amount.
    pub working: Vec<WorkedLine>,
}

/// One line of the working of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedLine {
    /// What the line is.
    pub step: Step,
    /// The operand or result.
    pub amount: Amount,
    /// Its unit; percent for rates and shares.
    pub unit: Unit,
    /// The figure it was read from: its position in [`Example::given`].
    pub given: Option<usize>,
    /// The rule it comes from.
    pub rule: Option<RuleId>,
    /// A share's token, where the line is a share.
    pub token: Option<Box<str>>,
}

/// Works an example of a rule of these facts, by that rule and those it shares, and nothing else of the facts.
///
/// The only error is that of [`reconcile()`]: a figure with more digits than can be kept exactly.
pub fn work(facts: &Facts, example: &Example) -> Result<Worked, TooLarge> {
    let stage = Stage::set(facts, example);
    let said = reconcile(&stage.facts, &Policy::default()).map_err(|_| TooLarge)?;
    let asked = said.comparisons.iter().find(|comparison| comparison.claims.contains(&stage.asked));
    Ok(asked.map_or(Worked::nothing(Reason::NoRule), |comparison| read(&stage, comparison)))
}

/// The due of the comparison that was asked for.
fn read(stage: &Stage, comparison: &Comparison) -> Worked {
    let of_rule = comparison.due.as_ref().filter(|due| due.rule == Some(Stage::RULE));
    match of_rule.and_then(|due| Some((due, due.amount?, due.currency?))) {
        Some((due, amount, currency)) => Worked {
            answer: Answer::Due(amount, currency),
            working: due.working.iter().map(|line| worked_line(stage, line)).collect(),
        },
        None => {
            let verdict = comparison.verdicts.iter().find(|verdict| verdict.column == Some(Column::Due));
            Worked::nothing(verdict.and_then(|verdict| verdict.reason).unwrap_or(Reason::NoRule))
        }
    }
}

fn worked_line(stage: &Stage, line: &WorkingLine) -> WorkedLine {
    WorkedLine {
        step: line.step,
        amount: line.amount,
        unit: line.unit,
        given: line.claim.and_then(|ClaimId(claim)| stage.given.get(claim as usize).copied()),
        rule: line.rule.and_then(|rule| stage.rules.get(rule.index()).copied()),
        token: line.token.clone(),
    }
}

impl Worked {
    fn nothing(reason: Reason) -> Worked {
        Worked { answer: Answer::Unknown(reason), working: Vec::new() }
    }
}
