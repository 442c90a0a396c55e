//! What each beneficiary is due of a due that a split rule divides, whether or not anybody spoke of it.

use crate::amount::{Amount, TooLarge};
use crate::choose::{Choice, share_under, splits};
use crate::currency::Currency;
use crate::due::{Desk, Flow};
use crate::facts::{PartyId, RuleId};
use crate::outcome::{Due, ShareDue};
use crate::split::{allocate, allocate_by_weight};

/// The shares of a due by every split that holds for it: the one in force, and the versions that dispute it.
pub(crate) fn shares(desk: Desk<'_>, flow: &Flow<'_>, due: &Due) -> Result<Vec<ShareDue>, TooLarge> {
    let (Some(rule), Some(amount), Some(currency)) = (due.rule, due.amount, due.currency) else {
        return Ok(Vec::new());
    };
    // A lower bound, or a figure that nobody vouches for, is not divided to the last coin.
    if desk.rules.splits_of(rule).is_empty() || due.about || due.lower_bound {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    // A recipient's own share is not divided again by the split that it is a share of.
    let is_share = |id: &RuleId| !matches!(share_under(desk, flow, *id), Choice::None);
    for id in splits(desk, flow, rule).into_iter().filter(|id| !is_share(id)) {
        let split = desk.facts.rule(id);
        let parts = allocate(amount, &split.split, currency)?;
        found.extend(split.split.iter().zip(parts).map(|(share, amount)| ShareDue {
            rule: id,
            token: share.token.clone(),
            percent: Some(share.percent),
            amount,
        }));
        if split.split_by.is_some() {
            found.extend(weighed(desk, flow, id, (amount, currency))?);
        }
    }
    Ok(found)
}

/// The shares by weight, where the weights of all beneficiaries are known.
fn weighed(
    desk: Desk<'_>,
    flow: &Flow<'_>,
    rule: RuleId,
    (amount, currency): (Amount, Currency),
) -> Result<Vec<ShareDue>, TooLarge> {
    let Some(by) = desk.facts.rule(rule).split_by else { return Ok(Vec::new()) };
    let Some(total) = desk.weights.total(desk.facts, desk.spots, by, flow.spot) else { return Ok(Vec::new()) };
    let Some(all) = desk.weights.complete(desk.facts, desk.ground, desk.spots, total, flow.spot)? else {
        return Ok(Vec::new());
    };
    let weights: Vec<Amount> = all.iter().map(|(_, weight)| *weight).collect();
    let Some((whole, _)) = desk.facts.claim(total).stated() else { return Ok(Vec::new()) };
    let parts = allocate_by_weight(amount, &weights, whole, currency)?;
    let share = |(party, amount): (PartyId, Amount)| ShareDue {
        rule,
        token: desk.facts.party(party).code.clone(),
        percent: None,
        amount,
    };
    Ok(all.iter().map(|(party, _)| *party).zip(parts).map(share).collect())
}
