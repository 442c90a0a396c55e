//! `fairlode reconcile`: a reconciliation as a text that a person can read in a terminal.

use std::fmt::{self, Write};

use reconcile::{
    Amount, Column, Comparison, Doubt, Due, Facts, Reconciliation, Scope, Span, SumCheck, Tally, Total, Verdict,
};

use super::{Names, words};
use crate::lang::{Lang, pick};

/// The whole text.
pub fn text(facts: &Facts, answer: &Reconciliation, lang: Lang) -> String {
    let report = Report { names: Names(facts), lang };
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = report.write(&mut out, answer);
    out
}

struct Report<'a> {
    names: Names<'a>,
    lang: Lang,
}

impl Report<'_> {
    fn say(&self, words: words::Words) -> &'static str {
        pick(self.lang, words.0, words.1)
    }

    fn write(&self, out: &mut String, answer: &Reconciliation) -> fmt::Result {
        for comparison in &answer.comparisons {
            self.comparison(out, comparison)?;
        }
        self.doubts(out, &answer.doubts)?;
        self.sums(out, &answer.sums)?;
        self.closing(out, answer)
    }

    fn comparison(&self, out: &mut String, one: &Comparison) -> fmt::Result {
        writeln!(out, "{}", self.heading(&one.scope))?;
        writeln!(out, "  {}", one.code)?;
        let currency = one.currency.as_ref().map_or("", |currency| currency.code());
        if let Some(due) = &one.due {
            self.line(out, Column::Due, &self.due(due, currency))?;
        }
        for (column, total) in
            [(Column::Declared, &one.declared), (Column::Received, &one.received), (Column::Pledged, &one.pledged)]
        {
            if let Some(total) = total {
                self.line(out, column, &self.total(total, currency))?;
            }
        }
        for verdict in &one.verdicts {
            writeln!(out, "  = {}", self.verdict(verdict, currency))?;
        }
        writeln!(out)
    }

    fn heading(&self, scope: &Scope) -> String {
        let facts = self.names.0;
        let mut heading = format!("{} · {}", facts.country(scope.country).code, facts.stream(scope.stream).code);
        for part in [self.names.mine(scope), Some(&*scope.case).filter(|case| !case.is_empty())].into_iter().flatten() {
            heading.push_str(" · ");
            heading.push_str(part);
        }
        heading.push_str(&match &scope.span {
            Span::Period(period) => format!(" · {}–{}", period.first, period.last),
            Span::Event(key) => format!(" · {key}"),
        });
        let unnamed = "?";
        let payer = self.names.payer(scope).unwrap_or(unnamed);
        let recipient = self.names.recipient(scope).unwrap_or(unnamed);
        format!("{heading}\n  {payer} → {recipient}")
    }

    fn line(&self, out: &mut String, column: Column, figure: &str) -> fmt::Result {
        let word = self.say(words::column(column));
        writeln!(out, "  {word:<9} {figure}")
    }

    fn due(&self, due: &Due, currency: &str) -> String {
        let mut text = match due.amount {
            Some(amount) if due.minimum => format!("{} {}", self.at_least(), self.money(amount, currency)),
            Some(amount) => self.money(amount, currency),
            None => "—".to_owned(),
        };
        if let Some(rule) = due.rule {
            let _ = write!(text, "  ({})", self.names.0.rule(rule).code);
        }
        text
    }

    fn total(&self, total: &Total, currency: &str) -> String {
        let amount = total.amount.map(|amount| self.money(amount, currency));
        let mut text = match amount {
            Some(amount) if total.lower_bound => format!("{} {amount}", self.at_least()),
            Some(amount) => amount,
            None => "—".to_owned(),
        };
        if !total.absent.is_empty() {
            let reasons: Vec<&str> = total.absent.iter().map(|absence| absence.as_str()).collect();
            let _ = write!(text, "  [{}]", reasons.join(", "));
        }
        let _ = write!(text, "  ({})", self.names.claims(&total.claims).join(", "));
        text
    }

    fn verdict(&self, verdict: &Verdict, currency: &str) -> String {
        let mut text = self.say(words::outcome(verdict.outcome)).to_owned();
        if let Some(kind) = verdict.kind {
            let _ = write!(text, "{}{}", self.colon(), self.say(words::gap(kind)));
        }
        if let Some(reason) = verdict.reason {
            let _ = write!(text, "{}{}", self.colon(), self.say(words::reason(reason)));
        }
        if let Some(column) = verdict.column {
            let _ = write!(text, " ({})", self.say(words::column(column)));
        }
        if let Some(amount) = verdict.amount {
            let _ = write!(text, ", {}", self.money(amount, currency));
        }
        if let Some(percent) = verdict.percent {
            let _ = write!(text, ", {}{}%", self.digits(percent), pick(self.lang, "", "\u{a0}"));
        }
        if let Some(days) = verdict.days {
            let _ = write!(text, ", {days} {}", pick(self.lang, "days", "jours"));
        }
        if let Some(found) = &verdict.explained {
            let _ = write!(
                text,
                " — {}{}{}",
                pick(self.lang, "explained", "expliqué"),
                self.colon(),
                self.say(words::found(found.cause))
            );
        }
        if let Some(question) = &verdict.open_question {
            let _ = write!(text, " — {} {question}", pick(self.lang, "open question:", "question ouverte :"));
        }
        text
    }

    fn doubts(&self, out: &mut String, doubts: &[Doubt]) -> fmt::Result {
        if doubts.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", pick(self.lang, "Doubts", "Doutes"))?;
        for doubt in doubts {
            let claims = self.names.claims(&doubt.claims).join(" / ");
            write!(out, "  {}{}{claims}", self.say(words::cause(doubt.cause)), self.colon())?;
            if let Some(difference) = doubt.difference {
                let unit = doubt.unit.as_ref().map_or("", |unit| unit.code());
                write!(out, ", {}", self.money(difference, unit))?;
            }
            writeln!(out)?;
        }
        writeln!(out)
    }

    fn sums(&self, out: &mut String, sums: &[SumCheck]) -> fmt::Result {
        for sum in sums.iter().filter(|sum| !sum.agrees) {
            let claim = self.names.claim(sum.claim);
            let (printed, computed) =
                (self.money(sum.printed, sum.unit.code()), self.money(sum.computed, sum.unit.code()));
            let words = pick(self.lang, ["printed", "computed"], ["imprimé", "calculé"]);
            writeln!(out, "{claim}{}{} {printed}, {} {computed}", self.colon(), words[0], words[1])?;
        }
        Ok(())
    }

    fn closing(&self, out: &mut String, answer: &Reconciliation) -> fmt::Result {
        let Tally { agreed, gap, unknown, set_aside } = answer.tally();
        let (all, doubts) = (answer.comparisons.len(), answer.doubts.len());
        match self.lang {
            Lang::En => writeln!(
                out,
                "Comparisons: {all}. Doubts: {doubts}. Claims that agree: {agreed}, in gaps: {gap}, unknown: {unknown}, \
                 set aside: {set_aside}."
            ),
            Lang::Fr => writeln!(
                out,
                "Comparaisons : {all}. Doutes : {doubts}. Déclarations qui concordent : {agreed}, dans des écarts : {gap}, \
                 sans réponse : {unknown}, mises de côté : {set_aside}."
            ),
        }
    }

    /// French parts a colon from its word, and never at the end of a line.
    fn colon(&self) -> &'static str {
        pick(self.lang, ": ", "\u{a0}: ")
    }

    fn at_least(&self) -> &'static str {
        pick(self.lang, "at least", "au moins")
    }

    fn money(&self, amount: Amount, unit: &str) -> String {
        format!("{} {unit}", self.digits(amount))
    }

    /// The digits as they are, grouped as the language groups them.
    fn digits(&self, amount: Amount) -> String {
        let (group, point) = pick(self.lang, (',', '.'), ('\u{202f}', ','));
        let digits = amount.to_string();
        let (sign, digits) = digits.strip_prefix('-').map_or(("", &*digits), |rest| ("−", rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let mut text = sign.to_owned();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_and_never_changed() {
        let facts = Facts::default();
        let digits = |lang, text: &str| Report { names: Names(&facts), lang }.digits(text.parse().expect("an amount"));
        assert_eq!(digits(Lang::En, "49600000.00"), "49,600,000.00");
        assert_eq!(digits(Lang::Fr, "49600000.00"), "49\u{202f}600\u{202f}000,00");
        assert_eq!(digits(Lang::En, "-213392.72"), "−213,392.72");
        assert_eq!(digits(Lang::En, "0"), "0");
        assert_eq!(digits(Lang::En, "999"), "999");
    }
}
