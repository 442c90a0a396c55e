//! The lines in canonical order, and how one line is turned into one comparison.

use std::ops::Range;

use crate::amount::{Amount, TooLarge};
use crate::compare::Columns;
use crate::currency::Currency;
use crate::doubts::Doubted;
use crate::due::{Desk, DueAnswer, Flow, due};
use crate::facts::ClaimId;
use crate::implied::imply;
use crate::lines::{Line, Lines};
use crate::neighbours::Neighbours;
use crate::outcome::{Comparison, Doubt, Due, ShareDue};
use crate::policy::Policy;
use crate::said::{Reason, Step};
use crate::shares::shares;
use crate::spot::Spot;
use crate::statement::currency_of;
use crate::suspicions::repeated_in_part;
use crate::timing::Timing;
use crate::too_large::TooLargeAt;
use crate::versions::{RivalDue, imply_under, under_rivals};
use crate::words::Role;

/// What is due on a line, in every way that it is asked.
struct Answer {
    due: DueAnswer,
    rivals: Vec<RivalDue>,
    shares: Vec<ShareDue>,
    /// True where siblings imply the due.
    implied: bool,
}

/// The lines in canonical order, and everything that they are compared by.
pub(crate) struct Table<'a> {
    pub(crate) desk: Desk<'a>,
    pub(crate) policy: &'a Policy,
    pub(crate) lines: Lines,
    pub(crate) doubted: Doubted,
    neighbours: Neighbours,
}

impl<'a> Table<'a> {
    pub(crate) fn new(desk: Desk<'a>, policy: &'a Policy, lines: Lines, doubted: Doubted) -> Table<'a> {
        let neighbours = Neighbours::new(desk.ground, &lines);
        Table { desk, policy, lines, doubted, neighbours }
    }

    pub(crate) fn line(&self, index: usize) -> Line<'_> {
        self.lines.line(index)
    }

    /// The other lines of the same flow that overlap with a line, in order.
    pub(crate) fn near(&self, index: usize) -> Vec<usize> {
        self.neighbours.of(&self.lines, index)
    }

    /// The lines where claims stand as paid, received or pledged.
    pub(crate) fn lines_of<'b>(
        &'b self,
        claims: impl Iterator<Item = ClaimId> + 'b,
    ) -> impl Iterator<Item = usize> + 'b {
        claims.filter_map(|id| {
            let claim = self.desk.facts.claim(id);
            let index = self.lines.at(&self.desk.links.spot(self.desk.facts, self.desk.spots, id))?;
            let stands = claim.role != Role::Base && self.line(index).of(claim.role).binary_search(&id).is_ok();
            stands.then_some(index)
        })
    }

    /// Hands the comparisons of one flow to `each`, with their positions.
    pub(crate) fn compare<E: From<TooLargeAt>>(
        &self,
        flow: Range<usize>,
        mut each: impl FnMut(usize, Comparison) -> Result<(), E>,
    ) -> Result<(), E> {
        // What a line is a part of is kept for the whole flow; what it overlaps with, which can be much, is not.
        let wider: Vec<Option<usize>> = flow.clone().map(|index| self.wider(index, &self.near(index))).collect();
        let (mut dues, mut rivals) = (Vec::with_capacity(flow.len()), Vec::with_capacity(flow.len()));
        let mut divided = Vec::with_capacity(flow.len());
        for (index, wider) in flow.clone().zip(&wider) {
            let place = self.flow(index, *wider);
            let due = self.due(index, &place).map_err(self.too_large(index))?;
            rivals.push(under_rivals(self.desk, &place, &due).map_err(self.too_large(index))?);
            divided.push(match &due {
                DueAnswer::Known(due, _) => shares(self.desk, &place, due).map_err(self.too_large(index))?,
                DueAnswer::Unknown { .. } => Vec::new(),
            });
            dues.push(due);
        }
        let implied = imply(self, flow.clone(), &mut dues).map_err(self.too_large(flow.start))?;
        imply_under(self, &flow, &mut rivals).map_err(self.too_large(flow.start))?;
        let answers = dues.into_iter().zip(rivals).zip(divided);
        for ((index, wider), ((due, rivals), shares)) in flow.zip(wider).zip(answers) {
            let answer = Answer { due, rivals, shares, implied: implied.contains(&index) };
            let comparison = self.comparison(index, wider, answer);
            each(index, comparison.map_err(self.too_large(index))?)?;
        }
        Ok(())
    }

    /// What a sum that cannot be kept is called, on one line.
    fn too_large(&self, index: usize) -> impl Fn(TooLarge) -> TooLargeAt {
        move |TooLarge| TooLargeAt::Flow(Box::new(self.desk.spots.scope(self.lines.spot(index))))
    }

    /// The line that holds the printed total this line is a part of, else the narrowest line that covers it.
    fn wider(&self, index: usize, near: &[usize]) -> Option<usize> {
        let (line, ground) = (self.line(index), self.desk.ground);
        let same_stream = |other: &usize| *other != index && self.lines.spot(*other).stream == line.spot().stream;
        let by_remark = self.lines_of(line.claims().iter().flat_map(|id| self.totals_of(*id))).find(same_stream);
        by_remark.or_else(|| {
            let covering = |other: &usize| ground.covers(self.lines.spot(*other), line.spot());
            near.iter().copied().filter(covering).min_by(|a, b| {
                // The narrower of two covering lines is covered by the other.
                let (left, right) = (self.lines.spot(*a), self.lines.spot(*b));
                ground.covers(left, right).cmp(&ground.covers(right, left)).then(a.cmp(b))
            })
        })
    }

    /// Printed totals that a claim is listed as a part of.
    fn totals_of(&self, id: ClaimId) -> impl Iterator<Item = ClaimId> {
        self.desk.links.totals.get(&id).into_iter().flatten().copied()
    }

    /// The printed totals of the same stream that the line's claims are listed parts of.
    fn printed_totals(&self, line: Line<'_>) -> Vec<ClaimId> {
        let links = self.desk.links;
        let listed = |total: &ClaimId, id: ClaimId| links.parts.get(total).is_some_and(|parts| parts.contains(&id));
        let totals = line.claims().iter().flat_map(|id| self.totals_of(*id).filter(move |total| listed(total, *id)));
        totals.filter(|total| self.desk.facts.claim(*total).stream == line.spot().stream).collect()
    }

    /// The flow of a line, as rules see it.
    fn flow(&self, index: usize, wider: Option<usize>) -> Flow<'_> {
        let line = self.line(index);
        let totals = self.printed_totals(line);
        let one_of_several = |wider: usize| {
            let other = self.lines.spot(wider);
            other.recipient != line.spot().recipient && other.time == line.spot().time
        };
        let is_part = !totals.is_empty() || wider.is_some_and(one_of_several);
        let (day, last_day) = line.days(self.desk.facts);
        Flow { spot: line.spot(), day, last_day, totals, is_part }
    }

    fn due(&self, index: usize, flow: &Flow<'_>) -> Result<DueAnswer, TooLarge> {
        let (line, facts) = (self.line(index), self.desk.facts);
        if let Some((id, amount, currency)) = self.first_money(line.of(Role::Base)) {
            let minimum = self.has_minimum_rule(line.spot());
            let due = Due::stated(facts, Step::StatedDue, id, (amount, currency), minimum);
            return Ok(DueAnswer::Known(Box::new(due), currency));
        }
        let answer = self.by_stated_rate(line, due(self.desk, flow)?)?;
        // What a holder is said to hold back is what it owes onward, where no rule tells.
        match (answer, self.first_money(line.held())) {
            (DueAnswer::Unknown { .. }, Some((id, amount, currency))) => {
                let due = Due::stated(facts, Step::Held, id, (amount, currency), false);
                Ok(DueAnswer::Known(Box::new(due), currency))
            }
            (answer, _) => Ok(answer),
        }
    }

    /// Where the base of a rule is not known, but a source calls the payment so many percent of it.
    fn by_stated_rate(&self, line: Line<'_>, answer: DueAnswer) -> Result<DueAnswer, TooLarge> {
        let DueAnswer::Unknown { reason: Reason::BaseUnknown, rule: Some(rule), share: None } = answer else {
            return Ok(answer);
        };
        for paid in line.of(Role::Paid) {
            if let Some(percent) = self.desk.links.stated_rate.get(paid)
                && let Some((due, currency)) = Due::of_stated_rate(self.desk.facts, rule, *paid, *percent)?
            {
                return Ok(DueAnswer::Known(Box::new(due), currency));
            }
        }
        Ok(answer)
    }

    /// The figure that one side states for a line and for the wider one it is a part of.
    pub(crate) fn doubled(&self, line: Line<'_>, wider: Option<usize>) -> Option<Doubt> {
        let (facts, wider) = (self.desk.facts, self.line(wider?));
        repeated_in_part(facts, line.own_claims(facts), || wider.own_claims(facts))
    }

    /// The first of some claims that states money.
    fn first_money(&self, claims: &[ClaimId]) -> Option<(ClaimId, Amount, Currency)> {
        claims.iter().find_map(|id| {
            let (amount, unit) = self.desk.facts.claim(*id).stated()?;
            Some((*id, amount, unit.currency()?))
        })
    }

    /// True where the rules of the flow all say "at least".
    fn has_minimum_rule(&self, spot: &Spot) -> bool {
        let rules = self.desk.rules.of(spot.country, spot.stream);
        !rules.is_empty() && rules.iter().all(|id| self.desk.facts.rule(*id).minimum)
    }

    /// The currency that the sides of a line speak.
    pub(crate) fn currency(&self, index: usize) -> Option<Currency> {
        currency_of(self.desk.facts, None, self.line(index).sides())
    }

    fn comparison(&self, index: usize, wider: Option<usize>, answer: Answer) -> Result<Comparison, TooLarge> {
        let Answer { due, rivals, shares, implied } = answer;
        let (line, facts) = (self.line(index), self.desk.facts);
        let near = &self.near(index);
        let currency = currency_of(facts, due.currency(), line.sides()).or_else(|| self.currency(wider?));
        let due = self.in_currency(line, due, currency)?;
        let convert = |rival: RivalDue| Ok(RivalDue { due: self.in_currency(line, rival.due, currency)?, ..rival });
        let rivals = rivals.into_iter().map(convert).collect::<Result<_, TooLarge>>()?;
        let declared = self.side(index, near, Role::Paid, currency)?;
        let columns = Columns {
            desk: self.desk,
            doubted: &self.doubted,
            policy: self.policy,
            currency,
            implied,
            line,
            timing: Timing::of(self.desk, line, &due, declared.as_ref()),
            declared,
            received: self.side(index, near, Role::Received, currency)?,
            pledged: self.side(index, near, Role::Pledged, currency)?,
            elsewhere: [Role::Paid, Role::Received].map(|role| self.elsewhere(index, near, role)),
            doubled: self.doubled(line, wider).is_some(),
            declared_wider: self.declared_wider(index, near),
            due,
            rivals,
        };
        let rivals = columns.under_rivals()?;
        let verdicts = columns.verdicts(&rivals)?;
        let scope = self.desk.spots.scope(line.spot());
        Ok(Comparison {
            code: scope.code(facts),
            scope,
            claims: line.own_claims(facts).collect(),
            part_of: wider,
            currency,
            due: match columns.due {
                DueAnswer::Known(due, _) => Some(*due),
                DueAnswer::Unknown { rule: Some(rule), .. } => Some(Due::unknown(rule, facts)),
                DueAnswer::Unknown { rule: None, .. } => None,
            },
            declared: columns.declared,
            received: columns.received,
            pledged: columns.pledged,
            verdicts,
            rivals,
            shares,
        })
    }
}
