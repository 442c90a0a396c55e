//! `policy.toml`: from when on a difference is a gap.
//!
//! Figures are strings of digits. A bare number is refused, because TOML would hand it over as a float.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use reconcile::{Amount, Currency, Day, PartialDate, PercentOf, Policy, Threshold};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::amount::read_amount;
use crate::assemble::Index;
use crate::check::Details;
use crate::files::sha256_hex;
use crate::finding::{Code, Finding, Findings, Flagged, Spot};
use crate::limits::Limits;
use crate::rows::StreamRow;
use crate::text::{decode, line_of};

/// The version of the file's shape that we read and write.
const VERSION: u32 = 1;

/// What came of reading a policy.
#[derive(Debug)]
pub struct ReadPolicy {
    /// The policy; `None` where anything must be fixed first.
    pub policy: Option<Policy>,
    /// By line.
    pub findings: Vec<Finding>,
}

/// Reads a policy on its own. `streams` are those that its sections may name.
pub fn read_policy(file_name: &str, bytes: &[u8], streams: &[StreamRow]) -> ReadPolicy {
    let mut out = Findings::new(Limits::default().findings);
    let policy = read_policy_in(file_name, bytes, &Index::of(streams), &mut out);
    ReadPolicy { policy: policy.filter(|_| !out.blocking()), findings: out.finish() }
}

pub(crate) fn read_policy_in(file: &str, bytes: &[u8], streams: &Index<'_>, out: &mut Findings) -> Option<Policy> {
    let file: Arc<str> = file.into();
    let text = decode(&file, bytes, out).ok()?;
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let position = error.span().map_or(0, |span| span.start);
            let details = vec![("reason", error.message().to_owned())];
            out.flag(Spot::line(&file, line_of(bytes, position), None), "", Code::PolicySyntax, details);
            return None;
        }
    };
    let mut reader = Reader { file: &file, text, out };
    reader.policy(document.get_ref(), streams).ok()
}

/// The policy as a file, always in the same bytes: what a release keeps, and what its hash is over.
pub fn write_policy(policy: &Policy) -> String {
    let percent_of = percent_of_word(policy.percent_of);
    let mut text = format!("version = {}\npercent_of = \"{percent_of}\"\n", policy.version);
    if let Some(as_of) = policy.as_of {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "as_of = \"{as_of}\"");
    }
    write_threshold(&mut text, "default", &policy.default);
    for (stream, threshold) in &policy.streams {
        write_threshold(&mut text, &format!("stream.{}", key(stream)), threshold);
    }
    text
}

/// What identifies a policy: the SHA-256 of [`write_policy`], so spelling and comments do not change it.
pub fn policy_sha256(policy: &Policy) -> String {
    sha256_hex(write_policy(policy).as_bytes())
}

fn write_threshold(text: &mut String, section: &str, threshold: &Threshold) {
    let floors: Vec<String> =
        threshold.floor.iter().map(|(currency, amount)| format!("{currency} = \"{amount}\"")).collect();
    let floor = if floors.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", floors.join(", ")) };
    // Writing to a String cannot fail.
    let _ = write!(text, "\n[{section}]\npercent = \"{}\"\nfloor = {floor}\n", threshold.percent);
}

/// A key of TOML, quoted where it is not a bare word. Codes of streams hold no control characters.
fn key(code: &str) -> String {
    if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
        return code.to_owned();
    }
    format!("\"{}\"", code.replace('\\', "\\\\").replace('"', "\\\""))
}

fn percent_of_word(percent_of: PercentOf) -> &'static str {
    match percent_of {
        PercentOf::DueOrDeclared => "due_or_declared",
        PercentOf::Received => "received",
    }
}

type Entry<'a> = Option<&'a Spanned<DeValue<'a>>>;

struct Reader<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    out: &'a mut Findings,
}

impl Reader<'_> {
    fn policy(&mut self, table: &DeTable<'_>, streams: &Index<'_>) -> Result<Policy, Flagged> {
        let keys = self.only(table, &["version", "percent_of", "as_of", "default", "stream"]);
        let version = self.version(entry(table, "version"));
        let percent_of = self.percent_of(entry(table, "percent_of"));
        let as_of = entry(table, "as_of").map(|value| self.day(value, "as_of")).transpose();
        let default = self.section(entry(table, "default"), "default");
        let streams = self.streams(entry(table, "stream"), streams);
        keys?;
        Ok(Policy { version: version?, percent_of: percent_of?, as_of: as_of?, default: default?, streams: streams? })
    }

    fn version(&mut self, value: Entry<'_>) -> Result<u32, Flagged> {
        let value = self.present(value, "version")?;
        let DeValue::Integer(version) = value.get_ref() else {
            return Err(self.wrong_type(value, "version", "a whole number", "un nombre entier"));
        };
        if version.as_str() == VERSION.to_string() {
            return Ok(VERSION);
        }
        Err(self.flag(value.span(), "version", version.as_str(), Code::PolicyVersion, Vec::new()))
    }

    fn percent_of(&mut self, value: Entry<'_>) -> Result<PercentOf, Flagged> {
        let value = self.present(value, "percent_of")?;
        let word = self.string(value, "percent_of")?;
        let all = [PercentOf::DueOrDeclared, PercentOf::Received];
        if let Some(percent_of) = all.into_iter().find(|percent_of| percent_of_word(*percent_of) == word) {
            return Ok(percent_of);
        }
        let allowed = all.map(percent_of_word);
        let nearest = self.out.nearest(word, allowed.into_iter());
        let details = [("allowed", allowed.join(", "))].into_iter().chain(nearest).collect();
        Err(self.flag(value.span(), "percent_of", word, Code::WordUnknown, details))
    }

    fn streams(&mut self, value: Entry<'_>, known: &Index<'_>) -> Result<BTreeMap<Box<str>, Threshold>, Flagged> {
        let Some(value) = value else { return Ok(BTreeMap::new()) };
        let DeValue::Table(sections) = value.get_ref() else {
            return Err(self.wrong_type(
                value,
                "stream",
                "a section such as [stream.CODE]",
                "une section comme [stream.CODE]",
            ));
        };
        let mut read = Vec::new();
        for (code, section) in sections.iter() {
            if known.rank(code.get_ref()).is_none() && !known.is_lost(code.get_ref()) {
                let nearest = self.out.nearest(code.get_ref(), known.codes());
                let spot = self.spot(code.span(), "stream");
                self.out.note(spot, code.get_ref(), Code::PolicyStreamUnknown, nearest.into_iter().collect());
            }
            read.push((code.get_ref(), self.section(Some(section), "stream")));
        }
        read.into_iter().map(|(code, threshold)| Ok((Box::from(code.as_ref()), threshold?))).collect()
    }

    fn section(&mut self, value: Entry<'_>, column: &'static str) -> Result<Threshold, Flagged> {
        let value = self.present(value, column)?;
        let DeValue::Table(section) = value.get_ref() else {
            return Err(self.wrong_type(value, column, "a section", "une section"));
        };
        let keys = self.only(section, &["percent", "floor"]);
        let percent = match entry(section, "percent") {
            Some(percent) => self.figure(percent, "percent"),
            None => Err(self.flag(value.span(), "percent", "", Code::PolicyKeyMissing, Vec::new())),
        };
        let floor = self.floor(entry(section, "floor"));
        keys?;
        Ok(Threshold { percent: percent?, floor: floor? })
    }

    /// Floors by currency; a currency without one is compared by percentage alone.
    fn floor(&mut self, value: Entry<'_>) -> Result<BTreeMap<Currency, Amount>, Flagged> {
        let Some(value) = value else { return Ok(BTreeMap::new()) };
        let DeValue::Table(floors) = value.get_ref() else {
            return Err(self.wrong_type(
                value,
                "floor",
                "a table such as { USD = \"1000\" }",
                "une table comme { USD = \"1000\" }",
            ));
        };
        let mut read = Vec::new();
        for (code, amount) in floors.iter() {
            let currency = code.get_ref().parse::<Currency>();
            let currency =
                currency.map_err(|_| self.flag(code.span(), "floor", code.get_ref(), Code::CurrencyShape, Vec::new()));
            read.push((currency, self.figure(amount, "floor")));
        }
        read.into_iter().map(|(currency, amount)| Ok((currency?, amount?))).collect()
    }

    /// A string of digits, nought or above.
    fn figure(&mut self, value: &Spanned<DeValue<'_>>, column: &'static str) -> Result<Amount, Flagged> {
        let text = self.string(value, column)?;
        match read_amount(text) {
            Ok(amount) if amount.is_negative() => {
                Err(self.flag(value.span(), column, text, Code::PolicyNegative, Vec::new()))
            }
            Ok(amount) => Ok(amount),
            Err(misspelled) => Err(self.flag(value.span(), column, text, misspelled.code, misspelled.details)),
        }
    }

    fn string<'v>(&mut self, value: &'v Spanned<DeValue<'_>>, column: &'static str) -> Result<&'v str, Flagged> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text),
            _ => Err(self.wrong_type(value, column, "a text in quotation marks", "un texte entre guillemets")),
        }
    }

    /// A day of the calendar, as a text.
    fn day(&mut self, value: &Spanned<DeValue<'_>>, column: &'static str) -> Result<Day, Flagged> {
        let text = self.string(value, column)?;
        match text.parse::<PartialDate>() {
            Ok(date) if date.first == date.last => Ok(date.first),
            _ => Err(self.wrong_type(value, column, "a day such as \"2026-11-24\"", "un jour tel que \"2026-11-24\"")),
        }
    }

    /// Flags every key that a table should not have.
    fn only(&mut self, table: &DeTable<'_>, allowed: &[&'static str]) -> Result<(), Flagged> {
        let mut result = Ok(());
        for (key, _) in table.iter().filter(|(key, _)| !allowed.contains(&key.get_ref().as_ref())) {
            let nearest = self.out.nearest(key.get_ref(), allowed.iter().copied());
            let details = [("allowed", allowed.join(", "))].into_iter().chain(nearest).collect();
            let spot = Spot { column: None, ..self.spot(key.span(), "") };
            result = Err(self.out.flag(spot, key.get_ref(), Code::PolicyKeyUnknown, details));
        }
        result
    }

    fn present<'v>(&mut self, value: Entry<'v>, column: &'static str) -> Result<&'v Spanned<DeValue<'v>>, Flagged> {
        value.ok_or_else(|| self.flag(0..0, column, "", Code::PolicyKeyMissing, Vec::new()))
    }

    fn wrong_type(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        column: &'static str,
        expected: &str,
        expected_fr: &str,
    ) -> Flagged {
        let seen = self.text.get(value.span()).unwrap_or_default();
        let details = vec![("expected", expected.to_owned()), ("expected_fr", expected_fr.to_owned())];
        self.flag(value.span(), column, seen, Code::PolicyValueType, details)
    }

    fn flag(&mut self, span: Range<usize>, column: &'static str, seen: &str, code: Code, details: Details) -> Flagged {
        let spot = self.spot(span, column);
        self.out.flag(spot, seen, code, details)
    }

    fn spot(&self, span: Range<usize>, column: &'static str) -> Spot {
        let line = line_of(self.text.as_bytes(), span.start);
        Spot { column: Some(column.into()), ..Spot::line(self.file, line, None) }
    }
}

/// The value of a key.
fn entry<'a>(table: &'a DeTable<'a>, key: &str) -> Entry<'a> {
    table.iter().find(|(own, _): &(&Spanned<DeString<'_>>, _)| own.get_ref().as_ref() == key).map(|(_, value)| value)
}
