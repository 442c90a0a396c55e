//! What the drafts of a file add up to, by side, role and unit: a checksum for whoever knows their own total.

use std::collections::BTreeMap;

use reconcile::{Amount, Role, Side, Unit};

use super::{Draft, Field};

/// A sum that carries its ignorance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// Who speaks, where the file says so.
    pub side: Option<Side>,
    /// In what role, where the file says so.
    pub role: Option<Role>,
    /// What is counted; nothing where the file does not say.
    pub unit: Option<Unit>,
    /// The sum of what is known. `None` where nothing is, or where it has more digits than can be kept.
    pub amount: Option<Amount>,
    /// How many drafts have a figure.
    pub known: u32,
    /// How many say that there is none.
    pub absent: u32,
}

/// What belongs together; nothing where the file does not say.
type Key = (Option<Side>, Option<Role>, Option<Unit>);

/// The totals of the drafts, in the order of sides, roles and units.
pub fn totals(drafts: &[Draft]) -> Vec<Total> {
    let mut sums: BTreeMap<Key, Total> = BTreeMap::new();
    for draft in drafts {
        let (amount, is_absent) = (draft.amount(), draft.absence().is_some());
        if amount.is_none() && !is_absent {
            continue;
        }
        let side = draft.get(Field::Side).and_then(Side::from_code);
        let role = draft.get(Field::Role).and_then(Role::from_code);
        let unit = draft.unit();
        let empty = Total { side, role, unit, amount: None, known: 0, absent: 0 };
        let total = sums.entry((side, role, unit)).or_insert(empty);
        match amount {
            Some(amount) => {
                let sum = total.amount.and_then(|sum| sum.plus(amount).ok());
                total.amount = if total.known == 0 { Some(amount) } else { sum };
                total.known += 1;
            }
            None => total.absent += 1,
        }
    }
    sums.into_values().collect()
}
