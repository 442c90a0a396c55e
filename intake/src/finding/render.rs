//! How a finding reads: as text for a terminal, as an object for a machine.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::finding::Finding;
use crate::lang::Lang;

impl Finding {
    /// What is the matter, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.code.wording(lang).message, lang)
    }

    /// What would put it right.
    pub fn fix(&self, lang: Lang) -> String {
        let fix = self.fill(self.code.wording(lang).fix, lang);
        let write = self.detail("write").map(|text| match lang {
            Lang::En => format!("Write `{text}`. "),
            Lang::Fr => format!("Écrivez `{text}`. "),
        });
        let nearest = self.detail("nearest").map(|text| match lang {
            Lang::En => format!(" Did you mean `{text}`?"),
            Lang::Fr => format!(" Vouliez-vous écrire `{text}`\u{a0}?"),
        });
        [write.unwrap_or_default(), fix, nearest.unwrap_or_default()].concat()
    }

    /// Some lines for a terminal: place and code, the cell with a mark below it, the fix.
    ///
    /// ```text
    /// claims.csv:14 N14 amount_separator: The amount has a thousands separator.
    ///   14 | 1,000.00
    ///        ^^^^^^^^
    /// Write `1000.00`. Digits stand together; a point marks the decimals.
    /// ```
    pub fn render(&self, lang: Lang) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let column = self.place().or_else(|| self.column.as_deref().map(str::to_owned));
        let column = column.map(|column| format!(" {column}")).unwrap_or_default();
        let mut text = format!("{}{line}{column} {}: {}\n", self.file, self.code, self.message(lang));
        if let (Some(line), false) = (self.line.or(self.row), self.seen.is_empty()) {
            let seen: String = self.seen.chars().map(|c| if c.is_control() { '␤' } else { c }).collect();
            let margin = " ".repeat(line.to_string().len());
            let mark = "^".repeat(seen.chars().count());
            text.push_str(&format!("  {line} | {seen}\n  {margin}   {mark}\n"));
        }
        text.push_str(&self.fix(lang));
        text.push('\n');
        text
    }

    /// The template with its places filled; `{seen}`, `{file}`, `{column}`, `{row}` and every detail are places.
    fn fill(&self, template: &str, lang: Lang) -> String {
        let mut text = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(&spaced(before, lang));
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            match name {
                "seen" => text.push_str(&self.seen),
                "file" => text.push_str(&self.file),
                "column" => text.push_str(self.column.as_deref().unwrap_or_default()),
                detail => text.push_str(self.detail(detail).unwrap_or_default()),
            }
            rest = after;
        }
        text.push_str(&spaced(rest, lang));
        text
    }

    /// The finding as an object whose sentences are in one language.
    pub fn worded(&self, lang: Lang) -> Worded<'_> {
        Worded { finding: self, lang }
    }
}

/// French typography: a double mark is never parted from its word by a line end.
fn spaced(template: &str, lang: Lang) -> String {
    match lang {
        Lang::En => template.to_owned(),
        Lang::Fr => template.replace(" :", "\u{a0}:").replace(" ;", "\u{a0};").replace(" ?", "\u{a0}?"),
    }
}

/// A finding in one language, ready to be serialised.
#[derive(Clone, Copy, Debug)]
pub struct Worded<'a> {
    finding: &'a Finding,
    lang: Lang,
}

impl Serialize for Worded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let finding = self.finding;
        let mut object = serializer.serialize_struct("Finding", 11)?;
        object.serialize_field("code", finding.code.as_str())?;
        object.serialize_field("severity", finding.severity().as_str())?;
        object.serialize_field("sheet", &finding.sheet.as_deref())?;
        object.serialize_field("file", &*finding.file)?;
        object.serialize_field("line", &finding.line)?;
        object.serialize_field("row", &finding.row)?;
        object.serialize_field("column", &finding.column.as_deref())?;
        object.serialize_field("cell", &finding.cell())?;
        object.serialize_field("seen", &*finding.seen)?;
        object.serialize_field("message", &finding.message(self.lang))?;
        object.serialize_field("fix", &finding.fix(self.lang))?;
        object.end()
    }
}

impl Serialize for Finding {
    /// In English; see [`Finding::worded`] for the other language.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.worded(Lang::En).serialize(serializer)
    }
}
