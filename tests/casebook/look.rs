//! Where the engine answers a row of `expected.csv`, and whether it agrees. The words are explained in `looks.txt`.

use reconcile::{Amount, ClaimId, Column, Comparison, DoubtKind, GapKind, Outcome, Question, Reason, Verdict};

use super::{Casebook, Expected};

impl Casebook {
    /// Looks where the row says, and reports what does not agree.
    pub(crate) fn look(&self, row: &Expected, look: &str) -> Result<(), String> {
        let words: Vec<&str> = look.split_whitespace().collect();
        match words.as_slice() {
            ["ask", claim, question] => self.ask(row, self.claim(claim), question),
            ["due", stream, base] => self.due_only(row, stream, self.claim(base)),
            ["sum", claim] => self.sum(row, self.claim(claim), false, false),
            ["some", claim] => self.sum(row, self.claim(claim), true, false),
            ["difference", claim] => self.sum(row, self.claim(claim), false, true),
            ["doubt", first, second] => {
                let doubt = self.doubt_of(self.claim(first), self.claim(second)).ok_or("no doubt is raised")?;
                if row.gap.is_empty() { Ok(()) } else { same_size(doubt.difference, &row.gap) }
            }
            ["aside", claim, reason] => match self.says.set_aside_reason(self.claim(claim)) {
                Some(aside) if &*aside.reason == *reason => Ok(()),
                other => Err(format!("set aside as {other:?}")),
            },
            ["never", amount, currency] if self.gap_of(amount, currency) => Err("the false gap is raised".into()),
            ["never", _, _] => Ok(()),
            ["suspect", claim] => {
                let claim = self.claim(claim);
                let mut suspicions = self.says.doubts.iter().filter(|doubt| doubt.kind == DoubtKind::UnitSuspect);
                suspicions.any(|doubt| doubt.claims.contains(&claim)).then_some(()).ok_or("not doubted".into())
            }
            ["delay", claim] => {
                let line = self.comparison_of(self.claim(claim)).ok_or("no comparison")?;
                // In days where they can be counted, else as the source states it; a gap only by a legal deadline.
                let tells = |v: &Verdict| match v.days {
                    Some(days) => days > 0,
                    None => (v.outcome, v.reason) == (Outcome::Unknown, Some(Reason::NoRule)),
                };
                let delayed = line.verdicts.iter().any(|v| v.question == Question::Deadline && tells(v));
                if delayed { Ok(()) } else { Err(format!("no delay is stated; {:?}", line.verdicts)) }
            }
            ["silent", claim] => self.silent(self.claim(claim)),
            ["apart", one, other] => self.apart(self.claim(one), self.claim(other)),
            ["scale", claim, percent] => self.scale(row, self.claim(claim), percent),
            ["share", stream, base, token, rule] => self.share(row, stream, self.claim(base), token, rule),
            ["working", claim, step] => self.working(row, self.claim(claim), step),
            ["alternative", claim, question] => self.alternative(row, self.claim(claim), question),
            ["computed", claim] => self.computed(row, self.claim(claim)),
            ["would_be", claim] => self.would_be(row, self.claim(claim)),
            ["together", question, claims @ ..] => self.together(row, question, claims),
            _ => Err(format!("no such look: {look}")),
        }
    }

    fn ask(&self, row: &Expected, claim: ClaimId, question: &str) -> Result<(), String> {
        let line = self.comparison_of(claim).ok_or("no comparison")?;
        let question = Question::from_code(question).ok_or("no such question")?;
        let verdict = line.verdicts.iter().find(|verdict| verdict.question == question);
        let verdict = verdict.ok_or_else(|| format!("not asked; {:?}", line.verdicts))?;
        let said = (verdict.outcome, verdict.kind, verdict.reason);
        let named = row.outcome != "held_by_intermediary" || verdict.holder.is_some();
        let delayed = row.outcome == "late" && verdict.days.is_some();
        if row.outcome == "held_by_intermediary" && !row.gap.is_empty() && verdict.outcome != Outcome::Gap {
            return Err(format!("no gap is raised: {said:?}"));
        }
        if !named {
            return Err("the holder is not named".into());
        }
        if !delayed && !fits(&row.outcome, said) {
            return Err(format!("{} is answered by {said:?} {:?}", row.outcome, verdict.column));
        }
        if row.outcome == "needs_explanation" && verdict.open_question.is_none() {
            return Err("no open question stands with the gap".into());
        }
        self.columns(row, line)?;
        if verdict.outcome == Outcome::Gap && !row.gap.is_empty() {
            same(verdict.amount, &row.gap)?;
            same(verdict.percent, &row.percent)?;
        }
        Ok(())
    }

    /// Refused: nothing is said of the two together, and no gap is their difference.
    fn apart(&self, one: ClaimId, other: ClaimId) -> Result<(), String> {
        let both = |claims: &[ClaimId]| claims.contains(&one) && claims.contains(&other);
        if self.says.comparisons.iter().any(|line| both(&line.claims)) {
            return Err("compared".into());
        }
        if self.says.doubts.iter().any(|doubt| both(&doubt.claims)) {
            return Err("doubted together".into());
        }
        let amount = |id: ClaimId| self.pack.facts.claim(id).stated().map(|(amount, _)| amount);
        let difference =
            amount(one).zip(amount(other)).and_then(|(left, right)| left.minus(right).ok()).map(Amount::abs);
        let mut verdicts = self.says.comparisons.iter().flat_map(|line| &line.verdicts);
        if verdicts.any(|verdict| verdict.amount.is_some() && verdict.amount.map(Amount::abs) == difference) {
            return Err("subtracted".into());
        }
        Ok(())
    }

    /// A percentage of a figure, for scale only: it is what the row says, and no column holds it.
    fn scale(&self, row: &Expected, claim: ClaimId, percent: &str) -> Result<(), String> {
        let (whole, _) = self.pack.facts.claim(claim).stated().ok_or("no amount")?;
        let percent = percent.parse().map_err(|_| "no percentage")?;
        let part = reconcile::exact_share(whole, percent).map_err(|error| error.to_string())?;
        let printed = [&row.due, &row.received].into_iter().find(|text| !text.is_empty()).ok_or("no figure")?;
        same(Some(part), printed)?;
        let holds = |line: &Comparison| {
            let sides = [&line.declared, &line.received, &line.pledged].into_iter().flatten();
            let due = line.due.as_ref().and_then(|due| due.amount);
            sides.filter_map(|total| total.amount).chain(due).any(|amount| amount == part)
        };
        if self.says.comparisons.iter().any(holds) { Err("it stands in a column".into()) } else { Ok(()) }
    }

    /// The due of a beneficiary that nobody spoke about.
    fn share(&self, row: &Expected, stream: &str, base: ClaimId, token: &str, rule: &str) -> Result<(), String> {
        let facts = &self.pack.facts;
        let mut lines = self.says.comparisons.iter().filter(|line| {
            &*facts.stream(line.scope.stream).code == stream
                && line.due.as_ref().is_some_and(|due| due.claims.contains(&base))
        });
        let line = lines.next().ok_or("no line calls this due")?;
        let found = line.shares.iter().find(|share| &*share.token == token && &*facts.rule(share.rule).code == rule);
        same(found.map(|share| share.amount), &row.due)
    }

    /// A step of the working of the due on a claim's line.
    fn working(&self, row: &Expected, claim: ClaimId, step: &str) -> Result<(), String> {
        let line = self.comparison_of(claim).ok_or("no comparison")?;
        let working = line.due.as_ref().map_or(&[][..], |due| due.working.as_slice());
        let found = working.iter().find(|line| line.step.as_str() == step);
        same(found.map(|line| line.amount), &row.due)
    }

    /// The same verdict with this claim in the headline's place.
    fn alternative(&self, row: &Expected, claim: ClaimId, question: &str) -> Result<(), String> {
        let line = self.comparison_of(claim).ok_or("no comparison")?;
        let verdict = line.verdicts.iter().find(|verdict| verdict.question.as_str() == question).ok_or("not asked")?;
        if !fits(&row.outcome, (verdict.outcome, verdict.kind, verdict.reason)) {
            return Err(format!("{verdict:?}"));
        }
        let found = verdict.alternatives.iter().find(|alternative| alternative.claim == claim);
        same(found.map(|alternative| alternative.amount), &row.gap)?;
        same(found.and_then(|alternative| alternative.percent), &row.percent)
    }

    /// A printed result, computed again.
    fn computed(&self, row: &Expected, claim: ClaimId) -> Result<(), String> {
        let check = self.says.sums.iter().find(|check| check.claim == claim && check.rule.is_some());
        let check = check.filter(|check| check.agrees).ok_or("not computed, or not the same")?;
        same(Some(check.computed), &row.due)?;
        same(Some(check.printed), &row.gap)
    }

    /// What the right-hand figure would have to be for a printed difference to hold.
    fn would_be(&self, row: &Expected, claim: ClaimId) -> Result<(), String> {
        let check = self.says.sums.iter().find(|check| check.claim == claim && check.of_difference);
        let check = check.ok_or("no difference is checked")?;
        same(check.would_be, &row.declared)?;
        same(Some(check.printed), &row.gap)
    }

    /// Several cases side by side: their columns and gaps add up, each raised on its own with its own question.
    fn together(&self, row: &Expected, question: &str, claims: &[&str]) -> Result<(), String> {
        let (mut due, mut declared, mut gap) = (Amount::ZERO, Amount::ZERO, Amount::ZERO);
        for claim in claims {
            let line = self.comparison_of(self.claim(claim)).ok_or("no comparison")?;
            let verdict = line.verdicts.iter().find(|verdict| verdict.question.as_str() == question);
            let verdict = verdict.ok_or("not asked")?;
            let columns = (line.due.as_ref().and_then(|due| due.amount), line.declared.as_ref().and_then(|d| d.amount));
            let ((Some(left), Some(right)), Some(difference)) = (columns, verdict.amount) else {
                return Err(format!("{claim}: not all is known"));
            };
            let sum = |sum: &mut Amount, part: Amount| sum.plus(part).map(|total| *sum = total);
            [(&mut due, left), (&mut declared, right), (&mut gap, difference)]
                .into_iter()
                .try_for_each(|(total, part)| sum(total, part))
                .map_err(|error| error.to_string())?;
        }
        same(Some(due), &row.due)?;
        same(Some(declared), &row.declared)?;
        same(Some(gap), &row.gap)?;
        same(gap.percent_of(due), &row.percent)
    }

    fn columns(&self, row: &Expected, line: &Comparison) -> Result<(), String> {
        if !row.due.is_empty() {
            let due = line.due.as_ref().map(|due| (due.amount, due.exact));
            // A promise is expected in the column "due" of the file; the engine keeps it in a column of its own.
            let pledged = line.pledged.as_ref().and_then(|total| total.amount);
            let (amount, exact) = due.unwrap_or((pledged, pledged));
            // The file rounds a share alone; the engine allocates, so that the shares add up to the whole.
            let rounded = exact.map(|exact| exact.rounded(2));
            same(amount, &row.due)
                .or_else(|_| same(rounded, &row.due))
                .or_else(|_| same(pledged, &row.due))
                .map_err(|e| format!("due: {e}"))?;
        }
        let amount = |total: &Option<reconcile::Total>| total.as_ref().and_then(|total| total.amount);
        // What is set aside is not declared as paid: the engine shows it as what is held.
        let declared = if row.outcome == "held_by_intermediary" && line.declared.is_none() {
            line.due.as_ref().and_then(|due| due.amount)
        } else {
            amount(&line.declared)
        };
        if !row.declared.is_empty() {
            same(declared, &row.declared).map_err(|e| format!("declared: {e}"))?;
        }
        if !row.received.is_empty() {
            same(amount(&line.received), &row.received).map_err(|e| format!("received: {e}"))?;
        }
        Ok(())
    }

    fn due_only(&self, row: &Expected, stream: &str, base: ClaimId) -> Result<(), String> {
        let facts = &self.pack.facts;
        let mut lines = self.says.comparisons.iter().filter(|line| {
            &*facts.stream(line.scope.stream).code == stream
                && line.due.as_ref().is_some_and(|due| due.claims.contains(&base))
        });
        let line = lines.find(|line| line.claims.is_empty()).ok_or("no line calls this due")?;
        let silent =
            line.verdicts.iter().any(|v| v.reason == Some(Reason::Silent) && v.column == Some(Column::Declared));
        if !silent {
            return Err(format!("not answered as silent: {:?}", line.verdicts));
        }
        self.columns(row, line)
    }

    fn sum(&self, row: &Expected, claim: ClaimId, some: bool, difference: bool) -> Result<(), String> {
        let check = self
            .says
            .sums
            .iter()
            .find(|check| check.claim == claim && check.some == some && check.of_difference == difference);
        let check = check.ok_or("the sum is not checked")?;
        if !check.agrees {
            return Err(format!("does not add up: {}", check.difference));
        }
        let printed = [&row.due, &row.declared, &row.received].into_iter().find(|text| !text.is_empty());
        printed
            .map_or(Ok(()), |text| same(Some(check.printed), text))
            .and_then(|()| same_size(Some(check.difference), &row.gap))
    }

    fn silent(&self, claim: ClaimId) -> Result<(), String> {
        let doubted = self.says.doubts.iter().any(|doubt| doubt.claims.contains(&claim));
        let gap = self.says.comparisons.iter().any(|line| {
            let touches =
                line.claims.contains(&claim) || line.due.as_ref().is_some_and(|due| due.claims.contains(&claim));
            touches && line.verdicts.iter().any(|verdict| verdict.outcome == Outcome::Gap)
        });
        if doubted || gap { Err(format!("doubted {doubted}, gap {gap}")) } else { Ok(()) }
    }
}

/// The table of words in the domain's description: which answers a careful person's word allows.
fn fits(word: &str, (outcome, kind, reason): (Outcome, Option<GapKind>, Option<Reason>)) -> bool {
    use Reason::*;
    let unknown =
        |reasons: &[Reason]| outcome == Outcome::Unknown && reason.is_some_and(|reason| reasons.contains(&reason));
    match word {
        "no_gap" | "rounding" | "above_minimum" => outcome == Outcome::Agrees,
        "gap" => matches!(kind, Some(GapKind::NotReceived | GapKind::BelowDue)),
        "deducted_en_route" | "recipient_disputes" => kind == Some(GapKind::NotReceived),
        "below_minimum" => kind == Some(GapKind::BelowDue),
        "held_by_intermediary" => kind == Some(GapKind::HeldBack) || outcome == Outcome::Unknown,
        "late" => kind == Some(GapKind::Late),
        "needs_explanation" => outcome == Outcome::Gap,
        "split_short" => kind == Some(GapKind::SplitShort),
        "pledge_unmet" => kind == Some(GapKind::PledgeUnmet),
        "received_exceeds_declared" => kind == Some(GapKind::OverReceived),
        "received_exceeds_due" | "declared_exceeds_due" => kind == Some(GapKind::AboveDue),
        "not_comparable" | "incomplete_coverage" => unknown(&[Period, Scope, CurrencyNoRate]),
        "base_unknown" => unknown(&[BaseUnknown]),
        "no_rule" => unknown(&[NoRule]),
        "due_only" | "one_sided" | "no_evidence" => unknown(&[Silent, Absent]),
        "not_disclosed" | "not_quantified" | "approximate_only" => unknown(&[Absent, Imprecise]),
        "wrong_entity" => unknown(&[Entity]),
        _ => false,
    }
}

pub(crate) fn same(amount: Option<Amount>, text: &str) -> Result<(), String> {
    let expected: Amount = text.parse().map_err(|error| format!("{text}: {error}"))?;
    if amount.is_some_and(|amount| amount.rounded(2) == expected) {
        Ok(())
    } else {
        Err(format!("{amount:?}, expected {text}"))
    }
}

fn same_size(amount: Option<Amount>, text: &str) -> Result<(), String> {
    same(amount.map(Amount::abs), text.trim_start_matches('-'))
}
