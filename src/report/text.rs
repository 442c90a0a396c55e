//! `fairlode reconcile`: a reconciliation as a text that a person can read in a terminal.

use std::fmt::{self, Write};

use reconcile::{
    Amount, Column, Comparison, Doubt, Due, Facts, Reconciliation, Rival, Scope, ShareDue, Span, SumCheck, Tally,
    Total, Verdict,
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
        for rival in &one.rivals {
            writeln!(out, "  ~ {}", self.rival(rival, currency))?;
        }
        self.shares(out, &one.shares, currency)?;
        writeln!(out)
    }

    /// What is due, and the answer, under another version of the rule.
    fn rival(&self, rival: &Rival, currency: &str) -> String {
        let under = pick(self.lang, "under", "selon");
        let mut text = format!("{under} {}{}", self.names.0.rule(rival.rule).code, self.colon());
        let due = rival.due.as_ref().map_or("—".to_owned(), |due| self.due_amount(due, currency));
        let _ = write!(text, "{} {due}", self.say(words::column(Column::Due)));
        if let Some(verdict) = &rival.verdict {
            let _ = write!(text, ", {}", self.verdict(verdict, currency));
        }
        text
    }

    /// The shares of the due, those of each split under its rule.
    fn shares(&self, out: &mut String, shares: &[ShareDue], currency: &str) -> fmt::Result {
        for split in shares.chunk_by(|one, next| one.rule == next.rule) {
            let rule = &self.names.0.rule(split[0].rule).code;
            writeln!(out, "  {} {rule}", pick(self.lang, "shares under", "parts selon"))?;
            for share in split {
                let percent = share.percent.map_or(String::new(), |percent| format!(" {}", self.percent(percent)));
                writeln!(out, "    {}{percent}{}{}", share.token, self.colon(), self.money(share.amount, currency))?;
            }
        }
        Ok(())
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
        let mut text = self.due_amount(due, currency);
        if !due.missing.is_empty() {
            let streams: Vec<&str> = due.missing.iter().map(|id| &*self.names.0.stream(*id).code).collect();
            let words = pick(self.lang, "nothing known of", "rien de connu sur");
            let _ = write!(text, "  [{words} {}]", streams.join(", "));
        }
        if let Some(rule) = due.rule {
            let _ = write!(text, "  ({})", self.names.0.rule(rule).code);
        }
        text
    }

    /// A due of a minimum, or of a base with a hole, is said with "at least".
    fn due_amount(&self, due: &Due, currency: &str) -> String {
        match due.amount {
            Some(amount) if due.minimum || due.lower_bound => {
                format!("{} {}", self.at_least(), self.money(amount, currency))
            }
            Some(amount) => self.money(amount, currency),
            None => "—".to_owned(),
        }
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
            let _ = write!(text, ", {}", self.percent(percent));
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
            write!(out, "{claim}{}{} {printed}, {} {computed}", self.colon(), words[0], words[1])?;
            if let Some(would_be) = sum.would_be {
                let words = pick(
                    self.lang,
                    "for the printed difference to hold, the second figure must be",
                    "pour que la différence imprimée tienne, le second chiffre doit être",
                );
                write!(out, " — {words} {}", self.money(would_be, sum.unit.code()))?;
            }
            writeln!(out)?;
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

    fn percent(&self, percent: Amount) -> String {
        format!("{}{}%", self.digits(percent), pick(self.lang, "", "\u{a0}"))
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
