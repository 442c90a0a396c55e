//! Which rule holds for a flow: the mine's before the country's, in force on its first day, for its kind of parties.

use std::collections::BTreeMap;

use crate::deadline::{Deadline, Penalty};
use crate::due::{Desk, Flow};
use crate::facts::{CountryId, Facts, PartyId, RuleId, StreamId};
use crate::period::Day;
use crate::rule::{Rule, Share};
use crate::words::PartyKind;

/// The rule that gives the due.
pub(crate) enum Choice {
    /// None.
    None,
    /// The flow has no date, and several versions could hold.
    Undated,
    /// A rate or a fixed sum; and another version that begins before the flow's last day.
    Plain {
        /// In force on the first day.
        rule: RuleId,
        /// In force on the last day.
        rival: Option<RuleId>,
    },
    /// A share of a whole.
    Share {
        /// The split.
        rule: RuleId,
        /// Which share.
        share: Share,
    },
}

/// The rules by country and stream. A promise is not a due: pledge rules are left out.
#[derive(Debug)]
pub(crate) struct RuleBook {
    by_flow: BTreeMap<(CountryId, StreamId), Vec<RuleId>>,
    /// By when each rule wants to be kept, and what being late costs.
    terms: Vec<(Option<Deadline>, Option<Penalty>)>,
    /// The stream whose figures each rule is computed from.
    measures: Vec<Option<StreamId>>,
}

impl RuleBook {
    pub(crate) fn new(facts: &Facts) -> RuleBook {
        let mut by_flow: BTreeMap<_, Vec<RuleId>> = BTreeMap::new();
        for (index, rule) in facts.rules.iter().enumerate().filter(|(_, rule)| rule.force.binds()) {
            if let Some(stream) = rule.stream {
                by_flow.entry((rule.country, stream)).or_default().push(RuleId(index as u32));
            }
        }
        let terms = |rule: &Rule| {
            let deadline = rule.deadline.as_deref().and_then(Deadline::from_code);
            (deadline, rule.penalty.as_deref().and_then(Penalty::from_text))
        };
        let measures = facts.rules.iter().map(|rule| facts.stream_by_code(&rule.base)).collect();
        RuleBook { by_flow, terms: facts.rules.iter().map(terms).collect(), measures }
    }

    /// The rules of a flow, in order.
    pub(crate) fn of(&self, country: CountryId, stream: StreamId) -> &[RuleId] {
        self.by_flow.get(&(country, stream)).map_or(&[], Vec::as_slice)
    }

    /// The stream whose figures a rule is computed from, where anything was said of it.
    pub(crate) fn measure(&self, rule: RuleId) -> Option<StreamId> {
        self.measures[rule.index()]
    }

    /// The deadline and the penalty of a rule.
    pub(crate) fn terms(&self, rule: RuleId) -> (Option<Deadline>, Option<Penalty>) {
        self.terms[rule.index()]
    }
}

/// Chooses the rule of a flow.
pub(crate) fn choose(desk: Desk<'_>, flow: &Flow<'_>) -> Choice {
    let (mut of_mine, mut of_country) = (Vec::new(), Vec::new());
    for id in desk.rules.of(flow.spot.country, flow.spot.stream).iter().copied() {
        let rule = desk.facts.rule(id);
        match rule.mine {
            Some(mine) if desk.ground.mine_covers(mine, flow.spot.mine) => of_mine.push((id, rule)),
            Some(_) => {}
            None => of_country.push((id, rule)),
        }
    }
    for level in [of_mine, of_country] {
        match choose_at(desk, flow, &level) {
            Choice::None => {}
            choice => return choice,
        }
    }
    Choice::None
}

fn choose_at(desk: Desk<'_>, flow: &Flow<'_>, rules: &[(RuleId, &Rule)]) -> Choice {
    let shares: Vec<(RuleId, &Rule)> =
        rules.iter().copied().filter(|(_, rule)| share_for(desk, flow, rule).is_some()).collect();
    if !shares.is_empty() {
        return match in_force(&shares, flow.day) {
            InForce::One(id, rule) => match share_for(desk, flow, rule) {
                Some(share) => Choice::Share { rule: id, share },
                None => Choice::None,
            },
            InForce::None => Choice::None,
            InForce::Several => Choice::Undated,
        };
    }
    if flow.is_part {
        return Choice::None;
    }
    let has_formula = |rule: &Rule| rule.rate_percent.is_some() || rule.fixed.is_some();
    let plain: Vec<(RuleId, &Rule)> = rules.iter().copied().filter(|(_, rule)| has_formula(rule)).collect();
    let plain = with_fitting_tier(desk, flow, of_kind(desk, flow, plain));
    match in_force(&plain, flow.day) {
        InForce::One(id, _) => {
            let later = flow.last_day.map(|day| in_force(&plain, Some(day)));
            let rival = match later {
                Some(InForce::One(other, _)) if other != id => Some(other),
                _ => None,
            };
            Choice::Plain { rule: id, rival }
        }
        InForce::None => Choice::None,
        InForce::Several => Choice::Undated,
    }
}

/// The share that the flow's recipient has in a split: under its own code, or under a word it carries.
fn share_for(desk: Desk<'_>, flow: &Flow<'_>, rule: &Rule) -> Option<Share> {
    let recipient = desk.facts.party(flow.spot.recipient?);
    rule.split.iter().find(|share| recipient.takes(&share.token)).cloned()
}

/// Only the rules for these kinds of parties: a rule for councils says nothing of what is due to a fund.
fn of_kind<'a>(desk: Desk<'_>, flow: &Flow<'_>, rules: Vec<(RuleId, &'a Rule)>) -> Vec<(RuleId, &'a Rule)> {
    let kind = |party: Option<PartyId>| party.map(|id| desk.facts.party(id).kind);
    let (payer, recipient) = (kind(flow.spot.payer), kind(flow.spot.recipient));
    let fits = |named: Option<PartyKind>, kind: Option<PartyKind>| named.is_none() || kind.is_none() || named == kind;
    rules.into_iter().filter(|(_, rule)| fits(rule.payer_kind, payer) && fits(rule.recipient_kind, recipient)).collect()
}

/// Drops the rules whose tier the base does not reach; a tier that it reaches comes before a rule without one.
fn with_fitting_tier<'a>(desk: Desk<'_>, flow: &Flow<'_>, rules: Vec<(RuleId, &'a Rule)>) -> Vec<(RuleId, &'a Rule)> {
    let reaches = |id: RuleId, rule: &Rule| {
        rule.tier.is_some_and(|tier| {
            let bases = desk.bases.find(desk, id, flow.spot);
            let mut values = bases.iter().filter_map(|id| desk.facts.claim(*id).stated());
            values.any(|(amount, unit)| unit.currency() == Some(tier.currency) && amount > tier.above)
        })
    };
    let (tiered, plain): (Vec<_>, Vec<_>) = rules.into_iter().partition(|(_, rule)| rule.tier.is_some());
    let reached: Vec<_> = tiered.into_iter().filter(|(id, rule)| reaches(*id, rule)).collect();
    if reached.is_empty() { plain } else { reached }
}

enum InForce<'a> {
    None,
    One(RuleId, &'a Rule),
    Several,
}

/// The version in force on a day; of several the one that began last. Without a day, only a rule without rivals.
fn in_force<'a>(rules: &[(RuleId, &'a Rule)], day: Option<Day>) -> InForce<'a> {
    let Some(day) = day else {
        return match rules {
            [] => InForce::None,
            [(id, rule)] => InForce::One(*id, rule),
            _ => InForce::Several,
        };
    };
    let held = rules.iter().filter(|(_, rule)| rule.in_force_on(day));
    match held.max_by_key(|(id, rule)| (rule.effective_from.map(|from| from.first), std::cmp::Reverse(*id))) {
        Some((id, rule)) => InForce::One(*id, rule),
        None => InForce::None,
    }
}
