//! What siblings imply: when nobody stated the whole, one beneficiary's part and share tell what another's should be.

use std::collections::BTreeSet;

use crate::amount::{Amount, TooLarge};
use crate::compare::currency_of;
use crate::currency::{Currency, Unit};
use crate::due::{DueAnswer, line};
use crate::facts::{ClaimId, Facts, RuleId};
use crate::outcome::{Due, Reason, Scope, Step};
use crate::precision::allowance;
use crate::reconcile::Table;
use crate::rule::Share;
use crate::split::{exact_share, implied_whole};
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

/// Fills in the dues that siblings imply, and says for which lines. The sibling that implies the largest whole is
/// the measure; on it nothing is implied.
pub(crate) fn imply(table: &Table<'_>, dues: &mut [DueAnswer]) -> Result<BTreeSet<usize>, TooLarge> {
    let mut filled = BTreeSet::new();
    let open: Vec<(usize, RuleId, Share)> = dues.iter().enumerate().filter_map(open_share).collect();
    for (index, rule, share) in &open {
        let together = |other: &usize| same_split(&table.lines[*index].0, &table.lines[*other].0);
        let group =
            open.iter().filter(|(other, other_rule, _)| other_rule == rule && other != index && together(other));
        let mut siblings = Vec::new();
        for (other, _, other_share) in group {
            siblings.extend(sibling(table, *other, other_share)?);
        }
        let own = sibling(table, *index, share)?.map(|own| own.implied);
        let measure = siblings.into_iter().max_by(|a, b| a.implied.cmp(&b.implied).then(b.index.cmp(&a.index)));
        let Some(measure) = measure.filter(|measure| own.is_none_or(|own| own < measure.implied)) else { continue };
        let due = implied_due(table.desk.facts, *rule, share, &measure)?;
        dues[*index] = DueAnswer::Known(Box::new(due), measure.currency);
        filled.insert(*index);
    }
    Ok(filled)
}

fn open_share((index, due): (usize, &DueAnswer)) -> Option<(usize, RuleId, Share)> {
    match due {
        DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(rule), share: Some(share) } => {
            Some((index, *rule, share.clone()))
        }
        _ => None,
    }
}

/// True if two flows are beneficiaries of one payment: same case, stream, mine, payer and time.
fn same_split(left: &Scope, right: &Scope) -> bool {
    Scope { recipient: None, ..left.clone() } == Scope { recipient: None, ..right.clone() }
}

fn sibling(table: &Table<'_>, index: usize, share: &Share) -> Result<Option<Sibling>, TooLarge> {
    let line = &table.lines[index].1;
    let facts = table.desk.facts;
    let unknown = DueAnswer::unknown(Reason::BaseUnknown);
    let Some(currency) = currency_of(facts, &unknown, [&line.paid, &line.received, &line.pledged]) else {
        return Ok(None);
    };
    for role in [Role::Received, Role::Paid] {
        let Some(total) = table.side(index, role, Some(currency))? else { continue };
        // Only a firm figure of a single claim can measure another.
        let (Some(amount), [claim], false, false) =
            (total.amount, total.claims.as_slice(), total.about, total.lower_bound)
        else {
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
    let off = exact_share(off, share.percent)?.decimal() / measure.share.percent.decimal()
        * rust_decimal::Decimal::ONE_HUNDRED;
    Ok(Due {
        currency: Some(measure.currency),
        amount: Some(amount),
        exact: Some(due),
        rival: None,
        allowance: Amount::from_decimal(off),
        about: false,
        minimum: false,
        inflow: false,
        rule: Some(rule),
        claims: vec![measure.claim],
        working: vec![
            line(Step::Sibling, measure.amount, money).by_claim(measure.claim),
            line(Step::SiblingShare, measure.share.percent, Unit::Percent).by_rule(Some(rule)).token(&measure.share),
            line(Step::ImpliedWhole, measure.implied, money),
            line(Step::Share, share.percent, Unit::Percent).by_rule(Some(rule)).token(share),
            line(Step::Rounded, amount, money),
        ],
    })
}

impl Due {
    /// A rule holds, and what it is computed from is not known.
    pub(crate) fn unknown(rule: RuleId, facts: &Facts) -> Due {
        Due {
            currency: None,
            amount: None,
            exact: None,
            rival: None,
            allowance: Amount::ZERO,
            about: false,
            minimum: facts.rule(rule).minimum,
            inflow: false,
            rule: Some(rule),
            claims: Vec::new(),
            working: Vec::new(),
        }
    }
}
