//! What was due on a flow, and the working that shows it.

use rust_decimal::Decimal;

use crate::amount::{Amount, TooLarge};
use crate::bases::Bases;
use crate::choose::{Choice, RuleBook, choose};
use crate::currency::{Currency, Unit};
use crate::exchange::{Exchange, Quote, Rates};
use crate::facts::{Claim, ClaimId, Facts, RuleId};
use crate::inflows::Inflows;
use crate::links::Links;
use crate::outcome::{Due, WorkingLine};
use crate::period::Day;
use crate::precision::{allowance, compatible};
use crate::rule::{Rule, Share, Valuation};
use crate::said::{Reason, Step};
use crate::scope::Ground;
use crate::share::{due_rate_of_share, due_share};
use crate::spot::{Spot, Spots};
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
    fn unknown(reason: Reason) -> DueAnswer {
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
        Choice::Plain { rule, .. } if desk.facts.rule(rule).share_of.is_some() => due_rate_of_share(desk, flow, rule),
        Choice::Plain { rule, rival } => due_plain(desk, flow, rule, rival),
    }
}

/// Base × rate, or a fixed sum.
pub(crate) fn due_plain(
    desk: Desk<'_>,
    flow: &Flow<'_>,
    id: RuleId,
    rival: Option<RuleId>,
) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let unknown = DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: None };
    let bases = match rule.fixed {
        Some((amount, currency)) if rule.rate_percent.is_none() && &*rule.base == "fixed" => {
            return Ok(DueAnswer::Known(Box::new(Due::fixed(id, rule, amount, currency)), currency));
        }
        _ => desk.bases.find(desk, id, flow.spot),
    };
    let Some(base) = leading_base(desk.facts, rule, &bases) else { return Ok(unknown) };
    let Some((mut due, currency)) = evaluate(desk.facts, id, base)? else { return Ok(unknown) };
    due.working.splice(0..0, valuations_not_used(desk.facts, rule, &bases, base));
    due.rival = match rival.map(|rival| evaluate(desk.facts, rival, base)).transpose()?.flatten() {
        Some((other, _)) => other.amount,
        None => rival_base(desk.facts, id, &bases, base)?,
    };
    if let Some(amount) = due.rival {
        due.working.push(line(Step::Rival, amount, Unit::Money(currency)).by_rule(rival));
    }
    Ok(DueAnswer::Known(Box::new(due), currency))
}

/// The base that leads: the highest valuation where the rule says so, else the first by precedence.
fn leading_base(facts: &Facts, rule: &Rule, bases: &[ClaimId]) -> Option<ClaimId> {
    // A rate is of money, a sum per unit is of carats or tonnes: the same sales may be stated in both.
    let fits = |unit: Unit| unit.currency().is_some() == rule.rate_percent.is_some();
    let stated = bases.iter().copied().filter(|id| facts.claim(*id).stated().is_some_and(|(_, unit)| fits(unit)));
    match rule.valuation {
        Some(Valuation::Highest) => {
            stated.max_by_key(|id| (facts.claim(*id).stated().map(|(amount, _)| amount), std::cmp::Reverse(*id)))
        }
        None => stated.into_iter().next(),
    }
}

fn valuations_not_used(facts: &Facts, rule: &Rule, bases: &[ClaimId], used: ClaimId) -> Vec<WorkingLine> {
    if rule.valuation.is_none() {
        return Vec::new();
    }
    let others = bases.iter().filter(|id| **id != used);
    let lines = others.filter_map(|id| {
        let (amount, unit) = facts.claim(*id).stated()?;
        Some(line(Step::ValuationNotUsed, amount, unit).by_claim(*id))
    });
    lines.collect()
}

/// The due under another statement of the same base, where the two differ beyond their precision.
fn rival_base(facts: &Facts, rule: RuleId, bases: &[ClaimId], base: ClaimId) -> Result<Option<Amount>, TooLarge> {
    if facts.rule(rule).valuation.is_some() {
        return Ok(None);
    }
    let leading = facts.claim(base);
    for other in bases.iter().filter(|other| **other != base) {
        let claim = facts.claim(*other);
        let (Some((amount, unit)), Some((lead, lead_unit))) = (claim.stated(), leading.stated()) else { continue };
        let same_scope = claim.same_scope(leading) && unit == lead_unit;
        if same_scope && !compatible(leading, lead, claim, amount) {
            return Ok(evaluate(facts, rule, *other)?.and_then(|(due, _)| due.amount));
        }
    }
    Ok(None)
}

/// One rule on one base figure.
pub(crate) fn evaluate(facts: &Facts, id: RuleId, base: ClaimId) -> Result<Option<(Due, Currency)>, TooLarge> {
    let (rule, claim) = (facts.rule(id), facts.claim(base));
    let Some((amount, unit)) = claim.stated() else { return Ok(None) };
    let base_line = line(Step::Base, amount, unit).by_claim(base);
    let (factor, factor_line, currency) = match (rule.rate_percent, rule.fixed, unit) {
        (Some(percent), None, Unit::Money(currency)) => {
            let factor = percent.times(Amount::from_decimal(Decimal::new(1, 2)))?;
            (factor, line(Step::Rate, percent, Unit::Percent).by_rule(Some(id)), currency)
        }
        (None, Some((fixed, currency)), Unit::Tonne | Unit::Carat) => {
            (fixed, line(Step::PerUnit, fixed, Unit::Money(currency)).by_rule(Some(id)), currency)
        }
        _ => return Ok(None),
    };
    let exact = amount.times(factor)?;
    let rounded = exact.rounded(currency.due_decimals());
    let money = Unit::Money(currency);
    let mut working = vec![base_line, factor_line, line(Step::Product, exact, money)];
    if rounded != exact {
        working.push(line(Step::Rounded, rounded, money));
    }
    let due = Due {
        currency: Some(currency),
        amount: Some(rounded),
        exact: Some(exact),
        rival: None,
        allowance: allowance(claim, amount).times(factor)?,
        about: is_vague(claim),
        minimum: rule.minimum,
        inflow: false,
        rule: Some(id),
        claims: vec![base],
        working,
    };
    Ok(Some((due, currency)))
}

/// True where a source said "about" or "at least": no due computed from it is firm.
pub(crate) fn is_vague(claim: &Claim) -> bool {
    matches!(claim.precision, Precision::About | Precision::AtLeast)
}

impl Due {
    fn fixed(id: RuleId, rule: &Rule, amount: Amount, currency: Currency) -> Due {
        Due {
            currency: Some(currency),
            amount: Some(amount),
            exact: Some(amount),
            rival: None,
            allowance: Amount::ZERO,
            about: false,
            minimum: rule.minimum,
            inflow: false,
            rule: Some(id),
            claims: Vec::new(),
            working: vec![line(Step::Fixed, amount, Unit::Money(currency)).by_rule(Some(id))],
        }
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
            currency: Some(currency),
            amount: Some(amount),
            exact: Some(amount),
            rival: None,
            allowance: allowance(speaker, amount),
            about: is_vague(speaker),
            minimum,
            inflow: false,
            rule: None,
            claims: vec![claim],
            working: vec![line(step, amount, Unit::Money(currency)).by_claim(claim)],
        }
    }
}

/// A due in the currency that the sides speak, by the rates observed: one dated rate settles it; of several, the due
/// under the lowest and the highest are both kept, and a gap must stand under both.
pub(crate) fn converted(due: &Due, rates: &Exchange, to: Currency) -> Result<Option<Due>, TooLarge> {
    let (low, high) = match rates {
        Exchange::Settled(quote) => (quote, None),
        Exchange::Between(low, high) => (low, Some(high).filter(|high| *high != low)),
        Exchange::None => return Ok(None),
    };
    let Some(amount) = due.amount else { return Ok(None) };
    let money = Unit::Money(to);
    let mut working = due.working.clone();
    let converted = low.convert(amount, to)?;
    // Published as "one of this is so many of that": the side that is not one is the rate.
    let published =
        |quote: &Quote| if quote.denominator == Amount::whole(1) { quote.numerator } else { quote.denominator };
    working.push(line(Step::ExchangeRate, published(low), money));
    working.push(line(Step::Converted, converted, money));
    let mut rival = due.rival.map(|rival| low.convert(rival, to)).transpose()?;
    if let Some(high) = high {
        let other = high.convert(amount, to)?;
        working.push(line(Step::ExchangeRate, published(high), money));
        working.push(line(Step::Rival, other, money));
        rival = Some(other);
    }
    Ok(Some(Due {
        currency: Some(to),
        amount: Some(converted),
        exact: Some(converted),
        rival,
        allowance: low.convert(due.allowance, to)?,
        working,
        ..due.clone()
    }))
}

/// A line of a working.
pub(crate) fn line(step: Step, amount: Amount, unit: Unit) -> WorkingLine {
    WorkingLine { step, amount, unit, claim: None, rule: None, token: None }
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
