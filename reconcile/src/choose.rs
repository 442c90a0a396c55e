//! Which rule holds for a flow: the mine's before the country's, in force on its first day, for its kind of parties.

use std::collections::BTreeMap;

use crate::deadline::{Deadline, Penalty};
use crate::due::{Desk, Flow};
use crate::facts::{Claim, CountryId, Facts, MineId, PartyId, RuleId, StreamId};
use crate::period::Day;
use crate::rule::{Rule, Share};
use crate::weights::Weight;
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
    /// A share of a whole by a count or by area.
    Weighted {
        /// The split.
        rule: RuleId,
        /// What weighs the recipient's share.
        weight: Weight,
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
    /// The versions that dispute a rule.
    rivals: BTreeMap<RuleId, Vec<RuleId>>,
    /// The splits of what a rule gives: those that name it, and those of its own stream that name none.
    splits: BTreeMap<RuleId, Vec<RuleId>>,
    ends: Vec<bool>,
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
        let ends = (0..facts.rules.len() as u32).map(|id| {
            let chain = std::iter::successors(Some(RuleId(id)), |id| facts.rule(*id).share_of);
            chain.take(facts.rules.len() + 1).count() <= facts.rules.len()
        });
        let ends = ends.collect();
        let (mut rivals, mut splits): (BTreeMap<_, Vec<_>>, BTreeMap<_, Vec<_>>) = Default::default();
        for (index, rule) in facts.rules.iter().enumerate().filter(|(_, rule)| rule.force.binds()) {
            let id = RuleId(index as u32);
            if let Some(disputed) = rule.rival_of {
                rivals.entry(disputed).or_default().push(id);
            }
            // A split of no stream says how money is used, not what anybody is due.
            let divides = rule.is_split() && rule.stream.is_some();
            for shared in facts.rules.iter().zip((0..).map(RuleId)).filter(|_| divides) {
                let own_stream = rule.share_of.is_none() && shared.0.stream == rule.stream && gives_a_whole(shared.0);
                if shared.0.country == rule.country && (rule.share_of == Some(shared.1) || own_stream) {
                    splits.entry(shared.1).or_default().push(id);
                }
            }
        }
        RuleBook { by_flow, terms: facts.rules.iter().map(terms).collect(), measures, rivals, splits, ends }
    }

    /// The splits of what a rule gives.
    pub(crate) fn splits_of(&self, rule: RuleId) -> &[RuleId] {
        self.splits.get(&rule).map_or(&[], Vec::as_slice)
    }

    /// True where the chain of what a rule shares comes to an end: a rule is never a share of itself.
    pub(crate) fn ends(&self, rule: RuleId) -> bool {
        self.ends[rule.index()]
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

/// True for a rule that gives a sum of its own, and not only shares of one.
pub(crate) fn gives_a_whole(rule: &Rule) -> bool {
    rule.rate_percent.is_some() || rule.fixed.is_some()
}

/// The versions that some hold to be in force on a flow where `rule` is applied: those that dispute it and have begun.
pub(crate) fn rivals(desk: Desk<'_>, flow: &Flow<'_>, rule: RuleId) -> Vec<RuleId> {
    let begun = |id: &RuleId| {
        let from = desk.facts.rule(*id).effective_from;
        from.is_none_or(|from| flow.day.is_none_or(|day| from.first <= day))
    };
    desk.rules.rivals.get(&rule).into_iter().flatten().copied().filter(begun).collect()
}

/// The rate or sum per unit that holds on a claim's flow, whatever its parties: the mine's before the country's.
pub(crate) fn formula(desk: Desk<'_>, claim: &Claim) -> Option<RuleId> {
    let plain = desk.rules.of(claim.country, claim.stream).iter().copied().filter(|id| {
        let rule = desk.facts.rule(*id);
        gives_a_whole(rule) && rule.share_of.is_none() && rule.pool.is_empty()
    });
    first_in_force(&levels(desk, plain, claim.mine), claim.first_day())
}

/// The splits that divide what a rule gives on a flow: the mine's before the country's, in force on its first day, with
/// the versions that dispute them.
pub(crate) fn splits(desk: Desk<'_>, flow: &Flow<'_>, rule: RuleId) -> Vec<RuleId> {
    let splits = levels(desk, desk.rules.splits_of(rule).iter().copied(), flow.spot.mine);
    let chosen = first_in_force(&splits, flow.day);
    chosen.into_iter().flat_map(|id| std::iter::once(id).chain(rivals(desk, flow, id))).collect()
}

/// Rules with the mine's own before the country's; those of other mines are left out.
fn levels<'a>(
    desk: Desk<'a>,
    rules: impl Iterator<Item = RuleId>,
    mine: Option<MineId>,
) -> [Vec<(RuleId, &'a Rule)>; 2] {
    let rules = rules.map(|id| (id, desk.facts.rule(id)));
    let here = rules.filter(|(_, rule)| rule.mine.is_none_or(|own| desk.ground.mine_covers(own, mine)));
    here.partition::<Vec<_>, _>(|(_, rule)| rule.mine.is_some()).into()
}

/// The rule in force on a day at the first level that has one.
fn first_in_force(levels: &[Vec<(RuleId, &Rule)>], day: Option<Day>) -> Option<RuleId> {
    levels.iter().find_map(|level| match in_force(level, day) {
        InForce::One(id) => Some(id),
        InForce::None | InForce::Several => None,
    })
}

/// Chooses the rule of a flow.
pub(crate) fn choose(desk: Desk<'_>, flow: &Flow<'_>) -> Choice {
    let rules = desk.rules.of(flow.spot.country, flow.spot.stream).iter().copied();
    for level in levels(desk, rules, flow.spot.mine) {
        match choose_at(desk, flow, &level) {
            Choice::None => {}
            choice => return choice,
        }
    }
    Choice::None
}

fn choose_at(desk: Desk<'_>, flow: &Flow<'_>, rules: &[(RuleId, &Rule)]) -> Choice {
    let divides = |(id, _): &(RuleId, &Rule)| !matches!(share_under(desk, flow, *id), Choice::None);
    let shares: Vec<(RuleId, &Rule)> = rules.iter().copied().filter(divides).collect();
    if !shares.is_empty() {
        return match in_force(&shares, flow.day) {
            InForce::One(id) => share_under(desk, flow, id),
            InForce::None => Choice::None,
            InForce::Several => Choice::Undated,
        };
    }
    if flow.is_part {
        return Choice::None;
    }
    let plain: Vec<(RuleId, &Rule)> = rules.iter().copied().filter(|(_, rule)| gives_a_whole(rule)).collect();
    let plain = with_fitting_tier(desk, flow, of_kind(desk, flow, plain));
    match in_force(&plain, flow.day) {
        InForce::One(id) => {
            let later = flow.last_day.map(|day| in_force(&plain, Some(day)));
            let rival = match later {
                Some(InForce::One(other)) if other != id => Some(other),
                _ => None,
            };
            Choice::Plain { rule: id, rival }
        }
        InForce::None => Choice::None,
        InForce::Several => Choice::Undated,
    }
}

/// What the flow's recipient is due of a split.
pub(crate) fn share_under(desk: Desk<'_>, flow: &Flow<'_>, id: RuleId) -> Choice {
    let rule = desk.facts.rule(id);
    if let Some(share) = share_for(desk, flow, rule) {
        return Choice::Share { rule: id, share };
    }
    let weight = rule.split_by.and_then(|by| desk.weights.of(desk.facts, desk.ground, desk.spots, by, flow.spot));
    weight.map_or(Choice::None, |weight| Choice::Weighted { rule: id, weight })
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
    let fits = |named: Option<PartyKind>, kind: Option<PartyKind>| match (named, kind) {
        // A community is who lives there: its chiefdom and its landowners are of it.
        (Some(PartyKind::Community), Some(PartyKind::Chiefdom | PartyKind::Landowners)) => true,
        (Some(named), Some(kind)) => named == kind,
        _ => true,
    };
    rules.into_iter().filter(|(_, rule)| fits(rule.payer_kind, payer) && fits(rule.recipient_kind, recipient)).collect()
}

/// Drops the rules whose tier the base does not reach; of the tiers that it reaches the highest comes before all others.
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
    let above = |rule: &Rule| rule.tier.map(|tier| tier.above);
    match reached.iter().map(|(_, rule)| above(rule)).max() {
        Some(highest) => reached.into_iter().filter(|(_, rule)| above(rule) == highest).collect(),
        None => plain,
    }
}

enum InForce {
    None,
    One(RuleId),
    Several,
}

/// The version in force on a day; of several the one that began last, and never one that disputes another of them.
/// Without a day, only a rule without rivals.
fn in_force(rules: &[(RuleId, &Rule)], day: Option<Day>) -> InForce {
    let Some(day) = day else {
        return match rules {
            [] => InForce::None,
            [(id, _)] => InForce::One(*id),
            _ => InForce::Several,
        };
    };
    let held: Vec<&(RuleId, &Rule)> = rules.iter().filter(|(_, rule)| rule.in_force_on(day)).collect();
    // Where a rule and one that disputes it both hold, the disputed one is applied, and the other shown beside it.
    let disputes = |rule: &Rule| rule.rival_of.is_some_and(|disputed| held.iter().any(|(id, _)| *id == disputed));
    let applied = held.iter().filter(|(_, rule)| !disputes(rule));
    match applied.max_by_key(|(id, rule)| (rule.effective_from.map(|from| from.first), std::cmp::Reverse(*id))) {
        Some((id, _)) => InForce::One(*id),
        None => InForce::None,
    }
}
