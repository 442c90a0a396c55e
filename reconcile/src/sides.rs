//! What a side says at a line: itself, else through a wider line or through parts that cover it without a hole.

use std::collections::BTreeSet;

use crate::amount::TooLarge;
use crate::convert::money_of;
use crate::currency::Currency;
use crate::outcome::Total;
use crate::period::Period;
use crate::said::Reason;
use crate::spot::Spot;
use crate::statement::{hear, own_side};
use crate::table::Table;
use crate::words::{Role, Side};

impl Table<'_> {
    /// What a side says at a line: itself, else by a whole's nought, else by parts that cover the line without a hole.
    /// `near` are the lines that overlap with it.
    pub(crate) fn side(
        &self,
        index: usize,
        near: &[usize],
        role: Role,
        currency: Option<Currency>,
    ) -> Result<Option<Total>, TooLarge> {
        let own = self.own(index, role, currency)?;
        if let (Some(told), Some(to)) = (&own, currency)
            && told.amount.is_none()
            && let Some(converted) = self.heard_abroad(index, role, self.speaker(index, role), to)?
        {
            return Ok(Some(converted));
        }
        if own.is_some() || role == Role::Pledged {
            return Ok(own);
        }
        if let Some(nought) = self.nought_of_whole(index, near, role, currency)? {
            return Ok(Some(nought));
        }
        let parts = self.parts(index, near, role);
        match (self.sum_of(&parts, role, currency)?, currency) {
            (None, Some(to)) => self.sum_abroad(index, &parts, role, to),
            (sum, _) => Ok(sum),
        }
    }

    /// What a side itself states at a line, converted by nothing but a redenomination.
    pub(crate) fn own(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        hear(self.desk, self.line(index).of(role), self.speaker(index, role), currency)
    }

    /// Whose word counts as the side's own.
    fn speaker(&self, index: usize, role: Role) -> Option<Side> {
        let spot = self.lines.spot(index);
        let party = if role == Role::Received { spot.recipient } else { spot.payer };
        (role != Role::Pledged).then(|| own_side(self.desk.facts, party)).flatten()
    }

    /// A stated nought over a wider scope is a nought over each of its parts.
    fn nought_of_whole(
        &self,
        index: usize,
        near: &[usize],
        role: Role,
        currency: Option<Currency>,
    ) -> Result<Option<Total>, TooLarge> {
        for other in near.iter().copied() {
            if self.desk.ground.covers(self.lines.spot(other), self.lines.spot(index))
                && let Some(total) = self.own(other, role, currency)?
                && total.is_stated_zero()
            {
                return Ok(Some(total));
            }
        }
        Ok(None)
    }

    /// The parts that cover the line without a hole: the printed parts of one of its totals, or periods that tile its
    /// period.
    fn parts(&self, index: usize, near: &[usize], role: Role) -> Vec<usize> {
        let listed = self.listed_parts(index, role);
        if listed.is_empty() { self.tiling_parts(index, near, role) } else { listed }
    }

    /// What the parts add up to in a currency; nothing where one of them has no figure in it.
    fn sum_of(&self, parts: &[usize], role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        let mut sum: Option<Total> = None;
        for part in parts {
            let Some(total) = self.own(*part, role, currency)?.filter(|total| total.amount.is_some()) else {
                return Ok(None);
            };
            sum = Some(match sum {
                Some(sum) => sum.plus(&total)?,
                None => total,
            });
        }
        Ok(sum)
    }

    /// The sum of parts that all speak another currency, converted as one: split in any way, it is the same.
    fn sum_abroad(&self, index: usize, parts: &[usize], role: Role, to: Currency) -> Result<Option<Total>, TooLarge> {
        let Some(first) = parts.first() else { return Ok(None) };
        let spoken: BTreeSet<Currency> =
            money_of(self.desk.facts, self.line(*first).of(role)).map(|(_, currency)| currency).collect();
        for from in spoken.into_iter().filter(|from| *from != to) {
            if let Some(sum) = self.sum_of(parts, role, Some(from))?
                && let Some(sum) = self.total_in(index, sum, from, to)?
            {
                return Ok(Some(sum));
            }
        }
        Ok(None)
    }

    /// Lines of the parts that a person listed for a printed total of this line, if all of them speak in this role.
    fn listed_parts(&self, index: usize, role: Role) -> Vec<usize> {
        let lists = self.line(index).claims().iter().filter_map(|id| self.desk.links.parts.get(id));
        for list in lists {
            if list.iter().all(|part| self.desk.facts.claim(*part).role == role) {
                let mut found: Vec<usize> =
                    self.lines_of(list.iter().copied()).filter(|other| *other != index).collect();
                found.sort_unstable();
                found.dedup();
                return found;
            }
        }
        Vec::new()
    }

    /// Lines of the same flow whose periods tile this line's period exactly: four quarters, two half-years.
    fn tiling_parts(&self, index: usize, near: &[usize], role: Role) -> Vec<usize> {
        let spot = self.lines.spot(index);
        let Some(whole) = spot.time.period() else { return Vec::new() };
        let inside = |other: usize| {
            let part = self.lines.spot(other);
            let period = part.time.period().filter(|period| whole.contains(*period))?;
            let speaks = part.place() == spot.place() && !self.line(other).of(role).is_empty();
            speaks.then_some((period, other))
        };
        let mut parts: Vec<(Period, usize)> = near.iter().copied().filter_map(inside).collect();
        parts.sort_unstable();
        let starts = parts.first().is_some_and(|(first, _)| first.first == whole.first);
        let ends = parts.last().is_some_and(|(last, _)| last.last == whole.last);
        let joined = parts.windows(2).all(|pair| pair[1].0.first.days_since(pair[0].0.last) == 1);
        if starts && ends && joined { parts.into_iter().map(|(_, other)| other).collect() } else { Vec::new() }
    }

    /// Why a silent side is not simply silent: it speaks of other times, or of other mines or parties.
    pub(crate) fn elsewhere(&self, index: usize, near: &[usize], role: Role) -> Option<Reason> {
        let time = self.lines.spot(index).time;
        let speaking = near.iter().filter(|other| !self.line(**other).of(role).is_empty());
        speaking.map(|other| if self.lines.spot(*other).time == time { Reason::Scope } else { Reason::Period }).min()
    }

    /// True where an amount was declared on a line that covers this one.
    pub(crate) fn declared_wider(&self, index: usize, near: &[usize]) -> bool {
        let spot: &Spot = self.lines.spot(index);
        near.iter().copied().filter(|other| self.desk.ground.covers(self.lines.spot(*other), spot)).any(|other| {
            let stated = self.line(other).of(Role::Paid).iter().filter_map(|id| self.desk.facts.claim(*id).stated());
            stated.into_iter().any(|(amount, _)| !amount.is_zero())
        })
    }
}
