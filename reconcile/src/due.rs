//! What was due on a flow, and the working that shows it.

use crate::amount::{Amount, TooLarge};
use crate::bases::Bases;
use crate::choose::{Choice, RuleBook, choose, share_under};
use crate::currency::{Currency, Unit};
use crate::exchange::Rates;
use crate::facts::{Claim, ClaimId, Facts, RuleId};
use crate::formula::due_plain;
use crate::inflows::Inflows;
use crate::links::Links;
use crate::outcome::{Due, WorkingLine};
use crate::period::Day;
use crate::precision::allowance;
use crate::rule::{Rule, Share};
use crate::said::{Reason, Step};
use crate::scope::Ground;
use crate::share::{due_by_weight, due_rate_of_pool, due_rate_of_share, due_share};
use crate::spot::{Spot, Spots};
use crate::weights::Weights;
use crate::words::Precision;

/// What the computing of a due may look at.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) links: &'a Links,
    pub(crate) spots: &'a Spots<'a>,
    pub(crate) ground: &'a Ground,
    pub(crate) bases: &'a Bases,
    pub(crate) rules: &'a RuleBook,
    pub(crate) inflows: &'a Inflows,
    pub(crate) rates: &'a Rates<'a>,
    pub(crate) weights: &'a Weights,
}

/// A due with its currency, or the reason why there is none.
#[derive(Clone, Debug)]
pub(crate) enum DueAnswer {
    /// An amount.
    Known(Box<Due>, Currency),
    /// None, and why. The rule is named where one holds, and the share's token where the flow is a share.
    Unknown { reason: Reason, rule: Option<RuleId>, share: Option<Share> },
}

impl DueAnswer {
    pub(crate) fn unknown(reason: Reason) -> DueAnswer {
        DueAnswer::Unknown { reason, rule: None, share: None }
    }

    /// The rule that gives the due, or would if its base were known.
    pub(crate) fn rule(&self) -> Option<RuleId> {
        match self {
            DueAnswer::Known(due, _) => due.rule,
            DueAnswer::Unknown { rule, .. } => *rule,
        }
    }

    /// The currency of a known due.
    pub(crate) fn currency(&self) -> Option<Currency> {
        match self {
            DueAnswer::Known(_, currency) => Some(*currency),
            DueAnswer::Unknown { .. } => None,
        }
    }
}

/// The flow whose due is asked.
pub(crate) struct Flow<'a> {
    pub(crate) spot: &'a Spot,
    /// The first day it is about.
    pub(crate) day: Option<Day>,
    /// The last day it is about.
    pub(crate) last_day: Option<Day>,
    /// The printed totals of its stream that it is a part of.
    pub(crate) totals: Vec<ClaimId>,
    /// True where it is one recipient's part of a wider flow: then only a share can be due on it, not the whole.
    pub(crate) is_part: bool,
}

/// Computes what is due on a flow.
pub(crate) fn due(desk: Desk<'_>, flow: &Flow<'_>) -> Result<DueAnswer, TooLarge> {
    match choose(desk, flow) {
        Choice::None => Ok(DueAnswer::unknown(Reason::NoRule)),
        Choice::Undated => Ok(DueAnswer::unknown(Reason::Period)),
        Choice::Share { rule, share } => due_share(desk, flow, rule, share),
        Choice::Weighted { rule, weight } => due_by_weight(desk, flow, rule, weight),
        Choice::Plain { rule, rival } => due_by_formula(desk, flow, rule, rival),
    }
}

/// What is due on a flow under a version of its rule that some hold to be in force.
pub(crate) fn due_under(desk: Desk<'_>, flow: &Flow<'_>, rule: RuleId) -> Result<DueAnswer, TooLarge> {
    if !desk.facts.rule(rule).is_split() {
        return due_by_formula(desk, flow, rule, None);
    }
    match share_under(desk, flow, rule) {
        Choice::Share { rule, share } => due_share(desk, flow, rule, share),
        Choice::Weighted { rule, weight } => due_by_weight(desk, flow, rule, weight),
        _ => Ok(DueAnswer::unknown(Reason::NoRule)),
    }
}

/// A rate or a sum that a rule gives, of whatever it is taken: a pool, what another rule gives, or a base.
pub(crate) fn due_by_formula(
    desk: Desk<'_>,
    flow: &Flow<'_>,
    id: RuleId,
    rival: Option<RuleId>,
) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    if !rule.pool.is_empty() {
        due_rate_of_pool(desk, flow, id)
    } else if rule.share_of.is_some() {
        due_rate_of_share(desk, flow, id)
    } else {
        due_plain(desk, flow, id, rival)
    }
}

/// True where a source said "about": nothing firm can be computed from it.
pub(crate) fn is_about(claim: &Claim) -> bool {
    claim.precision == Precision::About
}

/// True where a source said "at least": what is computed from it is a lower bound.
pub(crate) fn is_at_least(claim: &Claim) -> bool {
    claim.precision == Precision::AtLeast
}

impl Due {
    /// Nothing yet.
    pub(crate) fn nothing(currency: Option<Currency>) -> Due {
        Due {
            currency,
            amount: None,
            exact: None,
            rival: None,
            rival_high: None,
            conversion: None,
            allowance: Amount::ZERO,
            about: false,
            lower_bound: false,
            missing: Vec::new(),
            minimum: false,
            inflow: false,
            rule: None,
            claims: Vec::new(),
            working: Vec::new(),
        }
    }

    /// A sum that the rule itself states.
    pub(crate) fn fixed(id: RuleId, rule: &Rule, amount: Amount, currency: Currency) -> Due {
        Due {
            amount: Some(amount),
            exact: Some(amount),
            minimum: rule.minimum,
            rule: Some(id),
            working: vec![line(Step::Fixed, amount, Unit::Money(currency)).by_rule(Some(id))],
            ..Due::nothing(Some(currency))
        }
    }

    /// A rule holds, and what it is computed from is not known.
    pub(crate) fn unknown(rule: RuleId, facts: &Facts) -> Due {
        Due { minimum: facts.rule(rule).minimum, rule: Some(rule), ..Due::nothing(None) }
    }

    /// A due that a claim states, as such or as what the payer holds.
    pub(crate) fn stated(
        facts: &Facts,
        step: Step,
        claim: ClaimId,
        (amount, currency): (Amount, Currency),
        minimum: bool,
    ) -> Due {
        let speaker = facts.claim(claim);
        Due {
            amount: Some(amount),
            exact: Some(amount),
            allowance: allowance(speaker, amount),
            about: is_about(speaker),
            lower_bound: is_at_least(speaker),
            minimum,
            claims: vec![claim],
            working: vec![line(step, amount, Unit::Money(currency)).by_claim(claim)],
            ..Due::nothing(Some(currency))
        }
    }

    /// The due of a payment that the source itself calls so many percent of its base: the base is what that implies.
    pub(crate) fn of_stated_rate(
        facts: &Facts,
        id: RuleId,
        paid: ClaimId,
        stated_rate: Amount,
    ) -> Result<Option<(Due, Currency)>, TooLarge> {
        let (rule, speaker) = (facts.rule(id), facts.claim(paid));
        let (Some(percent), Some((amount, Unit::Money(currency)))) = (rule.rate_percent, speaker.stated()) else {
            return Ok(None);
        };
        let divided = |product: Amount| {
            product.decimal().checked_div(stated_rate.decimal()).map(Amount::from_decimal).ok_or(TooLarge)
        };
        let exact = divided(amount.times(percent)?)?;
        let base = divided(amount.times(Amount::whole(100))?)?.rounded(currency.due_decimals());
        let due = exact.rounded(currency.due_decimals());
        let money = Unit::Money(currency);
        let mut working = vec![
            line(Step::Base, amount, money).by_claim(paid),
            line(Step::StatedRate, stated_rate, Unit::Percent).by_claim(paid),
            line(Step::ImpliedBase, base, money),
            line(Step::Rate, percent, Unit::Percent).by_rule(Some(id)),
            line(Step::Product, exact, money),
        ];
        if due != exact {
            working.push(line(Step::Rounded, due, money));
        }
        let due = Due {
            amount: Some(due),
            exact: Some(exact),
            allowance: divided(allowance(speaker, amount).times(percent)?)?,
            about: is_about(speaker),
            minimum: rule.minimum,
            rule: Some(id),
            claims: vec![paid],
            working,
            ..Due::nothing(Some(currency))
        };
        Ok(Some((due, currency)))
    }
}

/// A line of a working.
pub(crate) fn line(step: Step, amount: Amount, unit: Unit) -> WorkingLine {
    WorkingLine { step, amount, unit, claim: None, rule: None, rate: None, token: None }
}

impl WorkingLine {
    pub(crate) fn by_claim(self, claim: ClaimId) -> WorkingLine {
        WorkingLine { claim: Some(claim), ..self }
    }

    pub(crate) fn by_rule(self, rule: Option<RuleId>) -> WorkingLine {
        WorkingLine { rule, ..self }
    }

    pub(crate) fn token(self, share: &Share) -> WorkingLine {
        WorkingLine { token: Some(share.token.clone()), ..self }
    }
}
