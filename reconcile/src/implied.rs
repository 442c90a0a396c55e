//! What siblings imply: when nobody stated the whole, one beneficiary's part and share tell what another's should be.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::amount::{Amount, TooLarge};
use crate::currency::{Currency, Unit};
use crate::due::{DueAnswer, line};
use crate::facts::{ClaimId, Facts, RuleId};
use crate::outcome::Due;
use crate::precision::allowance;
use crate::said::{Reason, Step};

use crate::rule::Share;
use crate::split::{exact_share, implied_whole};
use crate::spot::Spot;
use crate::table::Table;
use crate::words::Role;

/// A beneficiary that got something of a split whose whole nobody stated.
struct Sibling {
    index: usize,
    share: Share,
    claim: ClaimId,
    amount: Amount,
    currency: Currency,
    implied: Amount,
}

/// Fills in the dues that siblings imply among the lines of a flow, and says for which lines. The sibling that implies
/// the largest whole is the measure; on it nothing is implied.
pub(crate) fn imply(
    table: &Table<'_>,
    flow: Range<usize>,
    dues: &mut [DueAnswer],
) -> Result<BTreeSet<usize>, TooLarge> {
    let mut filled = BTreeSet::new();
    let mut families: BTreeMap<(RuleId, Spot), Vec<(usize, Share)>> = BTreeMap::new();
    for (index, (rule, share)) in
        flow.clone().zip(dues.iter()).filter_map(|(index, due)| Some((index, open_share(due)?)))
    {
        // Beneficiaries of one payment: same case, stream, mine, payer and time.
        let payment = Spot { recipient: None, ..*table.lines.spot(index) };
        families.entry((rule, payment)).or_default().push((index, share));
    }
    for ((rule, _), family) in families {
        let mut siblings = Vec::with_capacity(family.len());
        for (index, share) in &family {
            siblings.push(sibling(table, *index, share)?);
        }
        let mut ranked: Vec<&Sibling> = siblings.iter().flatten().collect();
        ranked.sort_by(|a, b| b.implied.cmp(&a.implied).then(a.index.cmp(&b.index)));
        for ((index, share), own) in family.iter().zip(&siblings) {
            let measure = ranked.iter().find(|other| other.index != *index);
            let exceeds = |measure: &&&Sibling| own.as_ref().is_none_or(|own| own.implied < measure.implied);
            let Some(measure) = measure.filter(exceeds) else { continue };
            let due = implied_due(table.desk.facts, rule, share, measure)?;
            dues[*index - flow.start] = DueAnswer::Known(Box::new(due), measure.currency);
            filled.insert(*index);
        }
    }
    Ok(filled)
}

fn open_share(due: &DueAnswer) -> Option<(RuleId, Share)> {
    match due {
        DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(rule), share: Some(share) } => {
            Some((*rule, share.clone()))
        }
        _ => None,
    }
}

fn sibling(table: &Table<'_>, index: usize, share: &Share) -> Result<Option<Sibling>, TooLarge> {
    let Some(currency) = table.currency(index) else { return Ok(None) };
    let near = table.near(index);
    for role in [Role::Received, Role::Paid] {
        let Some(total) = table.side(index, &near, role, Some(currency))? else { continue };
        // Only a firm figure of a single claim can measure another: none that a rate stands before.
        let firm = !total.about && !total.lower_bound && total.as_stated().is_none();
        let (Some(amount), [claim], true) = (total.amount, total.claims.as_slice(), firm) else {
            continue;
        };
        let implied = implied_whole(amount, share.percent, currency.due_decimals());
        return Ok(implied.map(|implied| Sibling {
            index,
            share: share.clone(),
            claim: *claim,
            amount,
            currency,
            implied,
        }));
    }
    Ok(None)
}

fn implied_due(facts: &Facts, rule: RuleId, share: &Share, measure: &Sibling) -> Result<Due, TooLarge> {
    let money = Unit::Money(measure.currency);
    // Multiplied before dividing: part × own share ÷ the sibling's share, so that nothing is rounded twice.
    let exact = measure.amount.times(share.percent)?;
    let due = exact.decimal().checked_div(measure.share.percent.decimal()).map(Amount::from_decimal).ok_or(TooLarge)?;
    let amount = due.rounded(measure.currency.due_decimals());
    let off = allowance(facts.claim(measure.claim), measure.amount);
    let off = exact_share(off, share.percent)?;
    // A division may not end; an allowance is rounded up, so that it never says more than the source did.
    let decimals = measure.currency.due_decimals();
    let off = (off.decimal() / measure.share.percent.decimal() * Decimal::ONE_HUNDRED)
        .round_dp_with_strategy(decimals, RoundingStrategy::AwayFromZero);
    Ok(Due {
        amount: Some(amount),
        exact: Some(due),
        allowance: Amount::from_decimal(off),
        rule: Some(rule),
        claims: vec![measure.claim],
        working: vec![
            line(Step::Sibling, measure.amount, money).by_claim(measure.claim),
            line(Step::SiblingShare, measure.share.percent, Unit::Percent).by_rule(Some(rule)).token(&measure.share),
            line(Step::ImpliedWhole, measure.implied, money),
            line(Step::Share, share.percent, Unit::Percent).by_rule(Some(rule)).token(share),
            line(Step::Rounded, amount, money),
        ],
        ..Due::nothing(Some(measure.currency))
    })
}
