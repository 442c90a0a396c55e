//! What was due on a flow, and the working that shows it.

use rust_decimal::Decimal;

use crate::amount::{Amount, TooLarge};
use crate::bases::Bases;
use crate::choose::{Choice, RuleBook, choose};
use crate::currency::{Currency, Unit};
use crate::facts::{ClaimId, Facts, RuleId};
use crate::links::Links;
use crate::outcome::{Due, Reason, Scope, Step, WorkingLine};
use crate::period::Day;
use crate::precision::{allowance, compatible};
use crate::rule::{Rule, Share, Valuation};
use crate::scope::Ground;
use crate::split::{allocate, exact_share};
use crate::words::Precision;

/// What the computing of a due may look at.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) links: &'a Links,
    pub(crate) ground: &'a Ground,
    pub(crate) bases: &'a Bases<'a>,
    pub(crate) rules: &'a RuleBook,
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
}

/// The flow whose due is asked.
pub(crate) struct Flow<'a> {
    pub(crate) scope: &'a Scope,
    /// The first day it is about.
    pub(crate) day: Option<Day>,
    /// The last day it is about.
    pub(crate) last_day: Option<Day>,
    /// The printed totals of its stream that it is a part of: then only a share can be due on it.
    pub(crate) totals: Vec<ClaimId>,
}

/// Computes what is due on a flow.
pub(crate) fn due(desk: Desk<'_>, flow: &Flow<'_>) -> Result<DueAnswer, TooLarge> {
    match choose(desk, flow) {
        Choice::None => Ok(DueAnswer::unknown(Reason::NoRule)),
        Choice::Undated => Ok(DueAnswer::unknown(Reason::Period)),
        Choice::Share { rule, share } => due_share(desk, flow, rule, share),
        Choice::Plain { rule, rival } => due_plain(desk, flow, rule, rival),
    }
}

/// Base × rate, or a fixed sum.
fn due_plain(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId, rival: Option<RuleId>) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let unknown = DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: None };
    let bases = match rule.fixed {
        Some((amount, currency)) if rule.rate_percent.is_none() && &*rule.base == "fixed" => {
            return Ok(DueAnswer::Known(Box::new(Due::fixed(id, rule, amount, currency)), currency));
        }
        _ => desk.bases.find(desk.facts, desk.links, desk.ground, rule, flow.scope),
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
    let stated = bases.iter().copied().filter(|id| facts.claim(*id).stated().is_some());
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
        let same_scope = Scope::of(claim) == Scope::of(leading) && unit == lead_unit;
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
    let vague = matches!(claim.precision, Precision::About | Precision::AtLeast);
    let due = Due {
        currency: Some(currency),
        amount: Some(rounded),
        exact: Some(exact),
        rival: None,
        allowance: allowance(claim, amount).times(factor)?,
        about: vague,
        minimum: rule.minimum,
        rule: Some(id),
        claims: vec![base],
        working,
    };
    Ok(Some((due, currency)))
}

/// A share of a whole: of its printed total, else of the payment that the rule shares, else of what is due of that payment.
fn due_share(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId, share: Share) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let unknown = |share| DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: Some(share) };
    let (whole, currency, mut working, claims, off) =
        match (printed_whole(desk, flow, rule), shared_due(desk, flow, rule)?) {
            (Some((claim, amount, currency)), _) => {
                let first = line(Step::Whole, amount, Unit::Money(currency)).by_claim(claim);
                let off = allowance(desk.facts.claim(claim), amount);
                (amount, currency, vec![first], vec![claim], off)
            }
            (None, Some((due, currency))) => match due.amount {
                Some(amount) => (amount, currency, due.working, due.claims, due.allowance),
                None => return Ok(unknown(share)),
            },
            (None, None) => return Ok(unknown(share)),
        };
    let money = Unit::Money(currency);
    let exact = exact_share(whole, share.percent)?;
    let parts = allocate(whole, &rule.split, currency)?;
    let own = rule.split.iter().position(|other| other == &share);
    let allocated = own.and_then(|index| parts.get(index).copied()).unwrap_or(exact);
    working.push(line(Step::Share, share.percent, Unit::Percent).by_rule(Some(id)).token(&share));
    working.push(line(Step::Product, exact, money));
    if allocated != exact {
        working.push(line(Step::Allocated, allocated, money));
    }
    let due = Due {
        currency: Some(currency),
        amount: Some(allocated),
        exact: Some(exact),
        rival: None,
        allowance: exact_share(off, share.percent)?,
        about: false,
        minimum: rule.minimum,
        rule: Some(id),
        claims,
        working,
    };
    Ok(DueAnswer::Known(Box::new(due), currency))
}

/// The printed total that is the whole of a split: its listed parts take every share. A total of some of the
/// beneficiaries only (province and communes, without the State) is not.
fn printed_whole(desk: Desk<'_>, flow: &Flow<'_>, rule: &Rule) -> Option<(ClaimId, Amount, Currency)> {
    let facts = desk.facts;
    let takes = |part: &ClaimId, share: &Share| {
        let recipient = facts.claim(*part).recipient.map(|id| facts.party(id));
        recipient.is_some_and(|party| party.takes(&share.token))
    };
    let covers = |total: &&ClaimId| {
        let parts = desk.links.parts.get(*total).map_or(&[][..], Vec::as_slice);
        rule.split.iter().all(|share| parts.iter().any(|part| takes(part, share)))
    };
    let total = flow.totals.iter().find(covers)?;
    let (amount, unit) = facts.claim(*total).stated()?;
    Some((*total, amount, unit.currency()?))
}

/// What is due of the payment that a split shares, under the rule named in `share_of`.
fn shared_due(desk: Desk<'_>, flow: &Flow<'_>, rule: &Rule) -> Result<Option<(Due, Currency)>, TooLarge> {
    let Some(shared) = rule.share_of else { return Ok(None) };
    let Some(stream) = desk.facts.rule(shared).stream else { return Ok(None) };
    let scope = Scope { stream, recipient: None, ..flow.scope.clone() };
    let wider = Flow { scope: &scope, day: flow.day, last_day: flow.last_day, totals: Vec::new() };
    match due_plain(desk, &wider, shared, None)? {
        DueAnswer::Known(due, currency) => Ok(Some((*due, currency))),
        DueAnswer::Unknown { .. } => Ok(None),
    }
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
            rule: Some(id),
            claims: Vec::new(),
            working: vec![line(Step::Fixed, amount, Unit::Money(currency)).by_rule(Some(id))],
        }
    }

    /// A due that a claim states.
    pub(crate) fn stated(facts: &Facts, claim: ClaimId, amount: Amount, currency: Currency, minimum: bool) -> Due {
        let speaker = facts.claim(claim);
        Due {
            currency: Some(currency),
            amount: Some(amount),
            exact: Some(amount),
            rival: None,
            allowance: allowance(speaker, amount),
            about: matches!(speaker.precision, Precision::About | Precision::AtLeast),
            minimum,
            rule: None,
            claims: vec![claim],
            working: vec![line(Step::StatedDue, amount, Unit::Money(currency)).by_claim(claim)],
        }
    }
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
