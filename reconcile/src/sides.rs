//! What a side says at a line: itself, else through a wider line or through parts that cover it without a hole.

use crate::amount::TooLarge;
use crate::currency::Currency;
use crate::outcome::Total;
use crate::period::Period;
use crate::said::Reason;
use crate::spot::Spot;
use crate::statement::{hear, own_side};
use crate::table::Table;
use crate::words::Role;

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
        if own.is_some() || role == Role::Pledged {
            return Ok(own);
        }
        if let Some(nought) = self.nought_of_whole(index, near, role, currency)? {
            return Ok(Some(nought));
        }
        self.sum_of_parts(index, near, role, currency)
    }

    fn own(&self, index: usize, role: Role, currency: Option<Currency>) -> Result<Option<Total>, TooLarge> {
        let line = self.line(index);
        let party = if role == Role::Received { line.spot().recipient } else { line.spot().payer };
        let speaker = (role != Role::Pledged).then(|| own_side(self.desk.facts, party)).flatten();
        hear(self.desk, line.of(role), speaker, currency)
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

    /// The sum of parts that cover the line without a hole: the printed parts of one of its totals, or periods that
    /// tile its period.
    fn sum_of_parts(
        &self,
        index: usize,
        near: &[usize],
        role: Role,
        currency: Option<Currency>,
    ) -> Result<Option<Total>, TooLarge> {
        let listed = self.listed_parts(index, role);
        let parts = if listed.is_empty() { self.tiling_parts(index, near, role) } else { listed };
        let mut sum: Option<Total> = None;
        for part in parts {
            let Some(total) = self.own(part, role, currency)?.filter(|total| total.amount.is_some()) else {
                return Ok(None);
            };
            sum = Some(match sum {
                Some(sum) => sum.plus(&total)?,
                None => total,
            });
        }
        Ok(sum)
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
