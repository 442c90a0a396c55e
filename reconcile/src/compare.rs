//! One line becomes one comparison: its four columns and its verdicts.

use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::doubts::{Doubted, in_unit};
use crate::due::{Desk, DueAnswer};
use crate::facts::ClaimId;
use crate::judge::{Case, Dissent, Operand, Reference, judge};
use crate::lines::Line;
use crate::outcome::{Due, Rival, Total, Verdict};
use crate::policy::{PercentOf, Policy};
use crate::precision::compatible;
use crate::said::{Column, GapKind, Outcome, Question, Reason};
use crate::timing::Timing;
use crate::versions::RivalDue;
use crate::words::{Absence, Nature};

/// Everything one line's verdicts are made from.
#[derive(Clone)]
pub(crate) struct Columns<'a> {
    pub(crate) desk: Desk<'a>,
    pub(crate) doubted: &'a Doubted,
    pub(crate) policy: &'a Policy,
    pub(crate) line: Line<'a>,
    pub(crate) currency: Option<Currency>,
    pub(crate) due: DueAnswer,
    /// The same under each version that disputes its rule.
    pub(crate) rivals: Vec<RivalDue>,
    pub(crate) timing: Timing,
    /// True where the due is what siblings imply.
    pub(crate) implied: bool,
    pub(crate) declared: Option<Total>,
    pub(crate) received: Option<Total>,
    pub(crate) pledged: Option<Total>,
    /// Why a side that says nothing here is not simply silent: others' claims overlap this scope.
    pub(crate) elsewhere: [Option<Reason>; 2],
    /// True where one side states the same figure for this flow and for the whole it is a part of.
    pub(crate) doubled: bool,
    /// A declared amount that covers this scope stands elsewhere.
    pub(crate) declared_wider: bool,
}

impl Columns<'_> {
    pub(crate) fn known_due(&self) -> Option<&Due> {
        match &self.due {
            DueAnswer::Known(due, currency) if Some(*currency) == self.currency => Some(due),
            _ => None,
        }
    }

    /// One verdict for each question that can be asked, with the answers under the rival versions of the due's rule.
    pub(crate) fn verdicts(&self, rivals: &[Rival]) -> Result<Vec<Verdict>, TooLarge> {
        if self.all_claims().any(|id| self.desk.links.wrong_entity.contains(&id)) {
            return Ok(vec![Verdict::unknown(Question::DueDeclared, Reason::Entity, None)]);
        }
        let mut verdicts = Vec::with_capacity(2);
        if self.pledged.is_some() {
            verdicts.push(self.pledge()?);
        }
        let mut of_due = self.due_verdict()?;
        if let Some(verdict) = &mut of_due {
            // What is doubted is no gap under any version, and then nothing is in dispute.
            if verdict.outcome == Outcome::Gap {
                self.block(verdict);
            }
            verdict.disputed(rivals);
        }
        verdicts.extend(of_due);
        if self.declared.is_some() || self.received.is_some() {
            let only_promised = self.pledged.is_some() && (self.declared.is_none() || self.received.is_none());
            if !only_promised {
                verdicts.push(self.arrival()?);
            }
        }
        verdicts.extend(self.deadline()?);
        for verdict in verdicts.iter_mut().filter(|verdict| verdict.outcome == Outcome::Gap) {
            self.block(verdict);
        }
        Ok(verdicts)
    }

    /// Was what is due paid, passed on, or shared?
    pub(crate) fn due_verdict(&self) -> Result<Option<Verdict>, TooLarge> {
        if !self.line.held().is_empty() {
            return self.pass_through().map(Some);
        }
        if self.implied {
            return self.split().map(Some);
        }
        self.due_question()
    }

    /// Was the promise kept? What was received counts, else what was declared. More than promised is no gap.
    fn pledge(&self) -> Result<Verdict, TooLarge> {
        let question = Question::PledgedReceived;
        let arrived = [(Column::Received, &self.received), (Column::Declared, &self.declared)];
        let arrived = arrived.into_iter().find(|(_, total)| total.as_ref().is_some_and(|total| total.amount.is_some()));
        match (self.operand(Column::Pledged, self.pledged.as_ref()), arrived) {
            (Err(reason), _) => Ok(Verdict::unknown(question, reason, Some(Column::Pledged))),
            (Ok(_), None) => {
                let reason = self.operand(Column::Received, self.received.as_ref()).err().unwrap_or(Reason::Silent);
                Ok(Verdict::unknown(question, self.elsewhere(1, reason), Some(Column::Received)))
            }
            (Ok(pledged), Some((column, total))) => match self.operand(column, total.as_ref()) {
                Err(reason) => Ok(Verdict::unknown(question, reason, Some(column))),
                Ok(operand) => self.ask(question, pledged, operand, GapKind::PledgeUnmet, None),
            },
        }
    }

    /// Was what was due declared; and where nothing was declared, did it arrive?
    fn due_question(&self) -> Result<Option<Verdict>, TooLarge> {
        let declared = self.operand(Column::Declared, self.declared.as_ref());
        let received = self.operand(Column::Received, self.received.as_ref());
        let asks_receipt = declared.is_err() && received.is_ok();
        let question = if asks_receipt { Question::DueReceived } else { Question::DueDeclared };
        let DueAnswer::Known(..) = &self.due else { return Ok(self.no_due(question)) };
        let Some(due) = self.known_due() else {
            return Ok(Some(Verdict::unknown(question, Reason::CurrencyNoRate, Some(Column::Due))));
        };
        let Some(due_operand) = due_operand(due) else {
            return Ok(Some(Verdict::unknown(question, Reason::BaseUnknown, Some(Column::Due))));
        };
        let (column, side, answer) =
            if asks_receipt { (Column::Received, 1, received) } else { (Column::Declared, 0, declared) };
        let arrived = match answer {
            Ok(operand) => operand,
            Err(reason) => return Ok(Some(Verdict::unknown(question, self.elsewhere(side, reason), Some(column)))),
        };
        let more = (!due.minimum).then_some(GapKind::AboveDue);
        let less = if due.inflow { GapKind::HeldBack } else { GapKind::BelowDue };
        let verdict = self.ask(question, due_operand.clone(), arrived.clone(), less, more)?;
        let holder = self.line.spot().payer.filter(|_| verdict.kind == Some(GapKind::HeldBack));
        let verdict = Verdict { holder, ..verdict };
        let Some(rival) = due.rival.filter(|_| verdict.outcome == Outcome::Gap) else { return Ok(Some(verdict)) };
        // Another version of the rule, or another statement of its base, must raise the same gap.
        let rival = Operand { amount: rival, high: due.rival_high, ..due_operand };
        let under_rival = self.ask(question, rival, arrived, less, more)?;
        if under_rival.kind == verdict.kind {
            return Ok(Some(verdict));
        }
        let doubted = Verdict { outcome: Outcome::Unknown, kind: None, reason: Some(Reason::Doubted), ..verdict };
        Ok(Some(Verdict { column: Some(Column::Due), ..doubted }))
    }

    /// Why nothing is known to be due. A promise needs no law, so nothing is asked of it.
    fn no_due(&self, question: Question) -> Option<Verdict> {
        let mut natures = self.all_claims().filter_map(|id| self.desk.facts.claim(id).nature);
        let freely = natures.any(|nature| matches!(nature, Nature::Pledge | Nature::Voluntary));
        match &self.due {
            DueAnswer::Unknown { reason, .. } if !(freely && *reason == Reason::NoRule) => {
                Some(Verdict::unknown(question, *reason, Some(Column::Due)))
            }
            _ => None,
        }
    }

    /// Did the holder pass on what it is said to hold? A claim without an amount says that all that is due is held.
    fn pass_through(&self) -> Result<Verdict, TooLarge> {
        let question = Question::PassThrough;
        let holder = self.line.spot().payer;
        let states_amount = self.line.held().iter().any(|id| self.desk.facts.claim(*id).stated().is_some());
        let passed_on = match self.operand(Column::Declared, self.declared.as_ref()) {
            Ok(operand) => Ok(operand),
            // All that is due is said to be held, so nothing of it was passed on.
            Err(_) if !states_amount => Ok(Operand::nought(Column::Declared)),
            Err(reason) => Err(reason),
        };
        let verdict = match (self.known_due().and_then(due_operand), passed_on) {
            (Some(held), Ok(passed_on)) => self.ask(question, held, passed_on, GapKind::HeldBack, None)?,
            (Some(_), Err(reason)) => Verdict::unknown(question, reason, Some(Column::Declared)),
            (None, _) => Verdict::unknown(question, Reason::Absent, Some(Column::Due)),
        };
        Ok(Verdict { holder, ..verdict })
    }

    /// Did a beneficiary get what its siblings' shares imply?
    fn split(&self) -> Result<Verdict, TooLarge> {
        let question = Question::Split;
        let received = self.operand(Column::Received, self.received.as_ref());
        let arrived = received.or_else(|_| self.operand(Column::Declared, self.declared.as_ref()));
        match (self.known_due().and_then(due_operand), arrived) {
            (Some(due), Ok(arrived)) => self.ask(question, due, arrived, GapKind::SplitShort, None),
            (_, Err(reason)) => Ok(Verdict::unknown(question, reason, Some(Column::Received))),
            (None, _) => Ok(Verdict::unknown(question, Reason::BaseUnknown, Some(Column::Due))),
        }
    }

    /// Did what was declared arrive?
    fn arrival(&self) -> Result<Verdict, TooLarge> {
        let question = Question::DeclaredReceived;
        let declared = self.operand(Column::Declared, self.declared.as_ref());
        let received = self.operand(Column::Received, self.received.as_ref());
        let says_nothing_came = self
            .received
            .as_ref()
            .is_some_and(|total| total.amount.is_none() && total.absent.contains(&Absence::NoneReported));
        let declared_something = declared.as_ref().is_ok_and(|operand| !operand.amount.is_zero());
        match (declared, received) {
            (Ok(declared), Ok(received)) => {
                self.ask(question, declared, received, GapKind::NotReceived, Some(GapKind::OverReceived))
            }
            // The recipient says that nothing came, without a figure: a gap without an amount, never a zero.
            (_, Err(_)) if says_nothing_came && (declared_something || self.declared_wider) => {
                let unknown = Verdict::unknown(question, Reason::Absent, None);
                let kind = Some(GapKind::NotReceived);
                Ok(Verdict { outcome: Outcome::Gap, kind, reason: None, ..unknown })
            }
            // A side that spoke without a figure tells more than one that is silent.
            (Err(Reason::Silent), Err(reason)) if reason != Reason::Silent => {
                Ok(Verdict::unknown(question, reason, Some(Column::Received)))
            }
            (Err(reason), _) => Ok(Verdict::unknown(question, self.elsewhere(0, reason), Some(Column::Declared))),
            (Ok(_), Err(reason)) => Ok(Verdict::unknown(question, self.elsewhere(1, reason), Some(Column::Received))),
        }
    }

    fn elsewhere(&self, side: usize, reason: Reason) -> Reason {
        match (reason, self.elsewhere[side]) {
            (Reason::Silent, Some(better)) => better,
            _ => reason,
        }
    }

    fn ask(
        &self,
        question: Question,
        left: Operand,
        right: Operand,
        less: GapKind,
        more: Option<GapKind>,
    ) -> Result<Verdict, TooLarge> {
        let Some(currency) = self.currency else {
            return Ok(Verdict::unknown(question, Reason::CurrencyNoRate, None));
        };
        let received = self.received.as_ref().and_then(|total| Some(total.amount?.max(total.high.or(total.amount)?)));
        let reference = match (self.policy.percent_of, received) {
            (PercentOf::DueOrDeclared, _) | (PercentOf::Received, None) => Reference::Left,
            (PercentOf::Received, Some(_)) if right.column == Column::Received => Reference::Right,
            (PercentOf::Received, Some(received)) => Reference::Other(received),
        };
        let threshold = self.policy.threshold(&self.desk.facts.stream(self.line.spot().stream).code);
        judge(&Case { question, left, right, less, more, reference, currency, threshold })
    }

    /// A column as an operand, or why it has none.
    fn operand(&self, column: Column, total: Option<&Total>) -> Result<Operand, Reason> {
        let total = total.ok_or(Reason::Silent)?;
        let Some(amount) = total.amount else {
            let in_other_currency = total.others.iter().any(|id| self.desk.facts.claim(*id).stated().is_some());
            return Err(if in_other_currency && total.absent.is_empty() {
                Reason::CurrencyNoRate
            } else {
                Reason::Absent
            });
        };
        let conflicting = self.conflicting(total);
        let (high, allowance) = (total.high, total.allowance);
        let (lower_bound, about) = (total.lower_bound, total.about);
        Ok(Operand { column, amount, high, allowance, lower_bound, about, conflicting })
    }

    /// Claims of the same side, scope and currency that say otherwise beyond their precision.
    fn conflicting(&self, total: &Total) -> Vec<Dissent> {
        let Some(lead) = total.claims.first().map(|id| self.desk.facts.claim(*id)) else { return Vec::new() };
        let Some((lead_amount, unit)) = lead.stated() else { return Vec::new() };
        let others = total.others.iter().filter(|id| !self.desk.links.is_explained(**id));
        let stated = others.filter_map(|id| {
            let amount = in_unit(self.desk.rates, self.desk.facts.claim(*id).stated()?, unit)?;
            Some((*id, amount))
        });
        let differ = |id: ClaimId, amount| !compatible(lead, lead_amount, self.desk.facts.claim(id), amount);
        let differing = stated.filter(|(id, amount)| differ(*id, *amount));
        differing.filter_map(|(claim, amount)| self.dissent(total, claim, amount, unit.currency()?)).collect()
    }

    /// A figure in a headline's place, in the comparison's currency: by the rates that the headline was converted by.
    fn dissent(&self, total: &Total, claim: ClaimId, amount: Amount, from: Currency) -> Option<Dissent> {
        let (rates, to) = (self.desk.rates, self.currency?);
        if from == to {
            return Some(Dissent { claim, amount, high: None });
        }
        let (amount, high) = match total.as_stated() {
            Some(conversion) => rates.again(self.desk.facts, conversion, amount, to).ok()?,
            None => (rates.redenominated(amount, from, to)?, None),
        };
        Some(Dissent { claim, amount, high })
    }

    /// The claims that the columns are made of, and those that stand beside them.
    pub(crate) fn all_claims(&self) -> impl Iterator<Item = ClaimId> {
        let sides = [&self.declared, &self.received, &self.pledged].into_iter().flatten();
        let due = match &self.due {
            DueAnswer::Known(due, _) => due.claims.as_slice(),
            DueAnswer::Unknown { .. } => &[],
        };
        sides.flat_map(|total| total.claims.iter().chain(&total.others)).chain(due).copied()
    }
}

fn due_operand(due: &Due) -> Option<Operand> {
    Some(Operand {
        column: Column::Due,
        amount: due.amount?,
        high: due.high(),
        allowance: due.allowance,
        lower_bound: due.lower_bound,
        about: due.about,
        conflicting: Vec::new(),
    })
}
