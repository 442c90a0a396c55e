//! What is due of something shared: a share of a split, or a rate of what another rule gives.

use crate::amount::{Amount, TooLarge};
use crate::choose::gives_a_whole;
use crate::currency::{Currency, Unit};
use crate::due::{Desk, DueAnswer, Flow, due_by_formula, is_about, is_at_least, line};
use crate::facts::{ClaimId, RuleId, StreamId};
use crate::outcome::{Due, WorkingLine};
use crate::pool::pool;
use crate::precision::allowance;
use crate::rule::{Rule, Share};
use crate::said::{Reason, Step};
use crate::split::{allocate, allocate_by_weight, exact_share};
use crate::spot::Spot;
use crate::weights::Weight;

/// What is to be shared: how much, in what, from which claims, and how far off it may be.
pub(crate) struct Whole {
    pub(crate) amount: Amount,
    pub(crate) currency: Currency,
    pub(crate) working: Vec<WorkingLine>,
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) allowance: Amount,
    /// True where a source said "about" of it.
    pub(crate) about: bool,
    /// True where it may be more.
    pub(crate) lower_bound: bool,
    /// The streams of a pool of which nothing is known.
    pub(crate) missing: Vec<StreamId>,
    /// True where the payer of the flow received it: what it does not pass on, it holds.
    pub(crate) inflow: bool,
}

/// The printed total, else what the payer itself received of the payment that the rule shares, else what is due of that payment.
fn whole(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Result<Option<Whole>, TooLarge> {
    let rule = desk.facts.rule(id);
    let stated = |claim: ClaimId, step: Step, inflow: bool| {
        let (amount, unit) = desk.facts.claim(claim).stated()?;
        let currency = unit.currency()?;
        let working = vec![line(step, amount, unit).by_claim(claim)];
        let speaker = desk.facts.claim(claim);
        Some(Whole {
            amount,
            currency,
            working,
            claims: vec![claim],
            allowance: allowance(speaker, amount),
            about: is_about(speaker),
            lower_bound: is_at_least(speaker),
            missing: Vec::new(),
            inflow,
        })
    };
    if let Some(whole) = printed_whole(desk, flow, rule).and_then(|claim| stated(claim, Step::Whole, false)) {
        return Ok(Some(whole));
    }
    let shared = rule.share_of.and_then(|id| desk.facts.rule(id).stream);
    let inflow = shared.and_then(|stream| desk.inflows.of(flow.spot, stream));
    if let Some(whole) = inflow.and_then(|claim| stated(claim, Step::Inflow, true)) {
        return Ok(Some(whole));
    }
    let Some((due, currency)) = shared_due(desk, flow, id)? else { return Ok(None) };
    let Some(amount) = due.amount else { return Ok(None) };
    let Due { working, claims, allowance, about, lower_bound, missing, .. } = due;
    Ok(Some(Whole { amount, currency, working, claims, allowance, about, lower_bound, missing, inflow: false }))
}

/// A share of a whole by a split: allocated, so that all shares add up to the whole.
pub(crate) fn due_share(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId, share: Share) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let Some(whole) = whole(desk, flow, id)? else {
        return Ok(DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: Some(share) });
    };
    let parts = allocate(whole.amount, &rule.split, whole.currency)?;
    let own = rule.split.iter().position(|other| other == &share).and_then(|index| parts.get(index).copied());
    let exact = exact_share(whole.amount, share.percent)?;
    let allocated = own.unwrap_or(exact);
    let step = line(Step::Share, share.percent, Unit::Percent).by_rule(Some(id)).token(&share);
    let last = line(Step::Allocated, allocated, Unit::Money(whole.currency));
    whole.shared(id, rule, share.percent, step, (exact, allocated, last))
}

/// A share of a whole by a count or by area. Where the weights of all beneficiaries are known, the parts add up to the
/// whole; where only this one's and the total are, it is rounded alone.
pub(crate) fn due_by_weight(
    desk: Desk<'_>,
    flow: &Flow<'_>,
    id: RuleId,
    weight: Weight,
) -> Result<DueAnswer, TooLarge> {
    let (facts, rule) = (desk.facts, desk.facts.rule(id));
    let unknown = DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: None };
    let (Some(total_claim), Some(whole)) = (weight.total, whole(desk, flow, id)?) else { return Ok(unknown) };
    let stated = (facts.claim(weight.own).stated(), facts.claim(total_claim).stated());
    let (Some((own, unit)), Some((total, _))) = stated else { return Ok(unknown) };
    let divided =
        |amount: Amount| amount.decimal().checked_div(total.decimal()).map(Amount::from_decimal).ok_or(TooLarge);
    let exact = divided(whole.amount.times(own)?)?;
    let all = desk.weights.complete(facts, desk.ground, desk.spots, total_claim, flow.spot)?;
    let (amount, step) = match all {
        Some(all) => {
            let weights: Vec<Amount> = all.iter().map(|(_, weight)| *weight).collect();
            let parts = allocate_by_weight(whole.amount, &weights, total, whole.currency)?;
            let position = all.iter().position(|(party, _)| Some(*party) == flow.spot.recipient);
            (position.and_then(|index| parts.get(index).copied()).unwrap_or(exact), Step::Allocated)
        }
        None => (exact.rounded(whole.currency.due_decimals()), Step::Rounded),
    };
    let mut working = whole.working;
    working.push(line(Step::Weight, own, unit).by_claim(weight.own));
    working.push(line(Step::WeightTotal, total, unit).by_claim(total_claim));
    working.push(line(step, amount, Unit::Money(whole.currency)).by_rule(Some(id)));
    let mut claims = whole.claims;
    claims.extend([weight.own, total_claim]);
    let due = Due {
        amount: Some(amount),
        exact: Some(exact),
        allowance: divided(whole.allowance.times(own)?)?,
        about: whole.about,
        lower_bound: whole.lower_bound,
        missing: whole.missing,
        minimum: rule.minimum,
        inflow: whole.inflow,
        rule: Some(id),
        claims,
        working,
        ..Due::nothing(Some(whole.currency))
    };
    Ok(DueAnswer::Known(Box::new(due), whole.currency))
}

/// A rate of a pool of several streams: 15 % of six taxes.
pub(crate) fn due_rate_of_pool(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Result<DueAnswer, TooLarge> {
    rate_of(desk, id, pool(desk, flow, id)?)
}

/// A rate of what another rule gives: 25 % of the 3 % duty.
pub(crate) fn due_rate_of_share(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Result<DueAnswer, TooLarge> {
    rate_of(desk, id, whole(desk, flow, id)?)
}

fn rate_of(desk: Desk<'_>, id: RuleId, whole: Option<Whole>) -> Result<DueAnswer, TooLarge> {
    let rule = desk.facts.rule(id);
    let unknown = DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(id), share: None };
    let (Some(percent), Some(whole)) = (rule.rate_percent, whole) else { return Ok(unknown) };
    let exact = exact_share(whole.amount, percent)?;
    let rounded = exact.rounded(whole.currency.due_decimals());
    let step = line(Step::Rate, percent, Unit::Percent).by_rule(Some(id));
    let last = line(Step::Rounded, rounded, Unit::Money(whole.currency));
    whole.shared(id, rule, percent, step, (exact, rounded, last))
}

impl Whole {
    /// The due that a percentage of this whole is.
    fn shared(
        self,
        id: RuleId,
        rule: &Rule,
        percent: Amount,
        step: WorkingLine,
        (exact, amount, last): (Amount, Amount, WorkingLine),
    ) -> Result<DueAnswer, TooLarge> {
        let mut working = self.working;
        working.push(step);
        working.push(line(Step::Product, exact, Unit::Money(self.currency)));
        if amount != exact {
            working.push(last);
        }
        let due = Due {
            amount: Some(amount),
            exact: Some(exact),
            allowance: exact_share(self.allowance, percent)?,
            about: self.about,
            lower_bound: self.lower_bound,
            missing: self.missing,
            minimum: rule.minimum,
            inflow: self.inflow,
            rule: Some(id),
            claims: self.claims,
            working,
            ..Due::nothing(Some(self.currency))
        };
        Ok(DueAnswer::Known(Box::new(due), self.currency))
    }
}

/// The printed total that is the whole of a split: its listed parts take every share. A total of some of the
/// beneficiaries only (province and communes, without the State) is not.
fn printed_whole(desk: Desk<'_>, flow: &Flow<'_>, rule: &Rule) -> Option<ClaimId> {
    let facts = desk.facts;
    let takes = |part: &ClaimId, share: &Share| {
        let recipient = facts.claim(*part).recipient.map(|id| facts.party(id));
        recipient.is_some_and(|party| party.takes(&share.token))
    };
    let covers = |total: &&ClaimId| {
        let parts = desk.links.parts.get(*total).map_or(&[][..], Vec::as_slice);
        rule.split.iter().all(|share| parts.iter().any(|part| takes(part, share)))
    };
    flow.totals.iter().find(covers).copied()
}

/// What is due of the payment that is shared: under the rule named in `share_of`, else under the rule itself, where it
/// gives a sum and divides it too.
fn shared_due(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Result<Option<(Due, Currency)>, TooLarge> {
    let rule = desk.facts.rule(id);
    let own = Some(id).filter(|_| rule.share_of.is_none() && rule.is_split() && gives_a_whole(rule));
    let Some(shared) = rule.share_of.filter(|shared| desk.rules.ends(*shared)).or(own) else { return Ok(None) };
    let Some(stream) = desk.facts.rule(shared).stream else { return Ok(None) };
    let spot = Spot { stream, recipient: None, ..*flow.spot };
    let wider = Flow { spot: &spot, day: flow.day, last_day: flow.last_day, totals: Vec::new(), is_part: false };
    match due_by_formula(desk, &wider, shared, None)? {
        DueAnswer::Known(due, currency) => Ok(Some((*due, currency))),
        DueAnswer::Unknown { .. } => Ok(None),
    }
}
