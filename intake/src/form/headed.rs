//! Tables within sheets, found by the texts of their header rows: wherever they stand, and in whatever order their columns do.

use std::sync::Arc;

use super::spelled::Spelled;
use crate::grid::{Row, Sheet, Value};
use crate::nearest::distance_within;
use crate::number::phrase::fold;

/// Longer texts head no column.
const HEADING_CHARS_MAX: usize = 160;

/// A column that a table may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    /// Its texts as [`plain`] has them; one that ends in `*` is only how the text begins.
    pub names: &'static [&'static str],
    /// Without it, a row is not the header of this table.
    pub needed: bool,
}

/// A column without which a row is no header of its table.
pub(super) const fn needed(names: &'static [&'static str]) -> Heading {
    Heading { names, needed: true }
}

/// A column that a table may lack.
pub(super) const fn maybe(names: &'static [&'static str]) -> Heading {
    Heading { names, needed: false }
}

impl Heading {
    /// How well a text fits: 3 in full, 2 by its beginning, 0 not at all.
    fn fit(&self, text: &str) -> u8 {
        let fit = |name: &&str| match name.strip_suffix('*') {
            Some(start) => 2 * u8::from(text.starts_with(start)),
            None => 3 * u8::from(text == *name),
        };
        self.names.iter().map(fit).max().unwrap_or_default()
    }

    /// True where a text fits but for a slip in twelve letters: `comma-seperated`, `goverment`.
    fn nearly_fits(&self, text: &str) -> bool {
        let nearly = |name: &&str| {
            let name = name.trim_end_matches('*');
            let slips = name.chars().count() / 12;
            slips > 0 && distance_within(name, text, slips)
        };
        self.names.iter().any(nearly)
    }
}

/// A table of a sheet: the columns that were found, and the rows that follow its header.
#[derive(Clone, Debug)]
pub(super) struct Table<'g, const N: usize> {
    /// The sheet.
    pub sheet: &'g Sheet,
    /// The row of its header, from 1.
    pub header: u32,
    /// The first row that is not its own any more.
    pub end: u32,
    /// Where each column stands, from 0.
    pub columns: [Option<u32>; N],
}

impl<'g, const N: usize> Table<'g, N> {
    /// The rows below the header.
    pub fn rows(&self) -> impl Iterator<Item = Row<'g>> + use<'g, N> {
        let (header, end) = (self.header, self.end);
        self.sheet.rows().filter(move |row| row.number() > header && row.number() < end)
    }

    /// What a row says in a column; blank where the table lacks the column.
    pub fn at(&self, file: &Arc<str>, row: &Row<'g>, column: usize) -> Spelled<'g> {
        match self.columns[column] {
            Some(column) => Spelled::at(file, self.sheet, row.number(), column),
            None => Spelled::nothing(file, self.sheet, row.number()),
        }
    }

    /// What all rows say in a column.
    pub fn column(&self, file: &Arc<str>, column: usize) -> impl Iterator<Item = Spelled<'g>> {
        let file = file.clone();
        let own = self.clone();
        self.rows().map(move |row| own.at(&file, &row, column))
    }

    /// The heading of a column, as it is written; empty where the table lacks it.
    pub fn heading(&self, column: usize) -> &'g str {
        self.columns[column]
            .and_then(|column| self.sheet.cell(self.header, column))
            .map_or("", |cell| cell.text().trim())
    }
}

/// All tables of this shape on a sheet. Each ends where `ends` says that something else begins, or at the end of the sheet.
pub(super) fn tables<'g, const N: usize>(
    sheet: &'g Sheet,
    headings: &[Heading; N],
    ends: impl Fn(u32) -> bool,
) -> Vec<Table<'g, N>> {
    let mut found: Vec<Table<'g, N>> = Vec::new();
    for row in sheet.rows() {
        let columns = columns(&texts(&row), headings);
        // What ends a table is asked for only while one is open.
        if let Some(open) = found.last_mut().filter(|open| open.end == u32::MAX)
            && (columns.is_some() || ends(row.number()))
        {
            open.end = row.number();
        }
        found.extend(columns.map(|columns| Table { sheet, header: row.number(), end: u32::MAX, columns }));
    }
    found
}

/// True where the row is the header of a table of this shape.
pub(super) fn is_header<const N: usize>(row: &Row<'_>, headings: &[Heading; N]) -> bool {
    columns(&texts(row), headings).is_some()
}

/// The texts of a row, each with its column, as headings are compared. Nothing of a row with a stored number: it has data, and
/// large sheets are made of such rows.
fn texts(row: &Row<'_>) -> Vec<(u32, String)> {
    if row.cells().any(|cell| matches!(cell.value(), Value::Number(_))) {
        return Vec::new();
    }
    row.cells()
        .filter(|cell| matches!(cell.value(), Value::Text(text) if text.len() <= HEADING_CHARS_MAX))
        .map(|cell| (cell.column(), plain(cell.text())))
        .collect()
}

/// Where each column stands in a row, if the row is a header: the best fit of each, every cell for one column only.
fn columns<const N: usize>(texts: &[(u32, String)], headings: &[Heading; N]) -> Option<[Option<u32>; N]> {
    let lacks = |own: &&Heading| own.needed && !texts.iter().any(|(_, text)| own.fit(text) > 0);
    // Rows of data end here: slips are looked for only where all but one heading were found without.
    if headings.iter().filter(lacks).nth(1).is_some() {
        return None;
    }
    let mut columns = [None; N];
    for wanted in [3, 2] {
        serve(&mut columns, headings, texts, |heading, text| heading.fit(text) == wanted);
    }
    serve(&mut columns, headings, texts, Heading::nearly_fits);
    let is_complete = headings.iter().zip(&columns).all(|(own, at)| !own.needed || at.is_some());
    is_complete.then_some(columns)
}

/// Gives each heading that has no column yet the first one that fits and that no other heading has.
fn serve<const N: usize>(
    columns: &mut [Option<u32>; N],
    headings: &[Heading; N],
    texts: &[(u32, String)],
    fits: impl Fn(&Heading, &str) -> bool,
) {
    for index in 0..N {
        if columns[index].is_none() {
            let found = texts.iter().find(|(at, text)| !columns.contains(&Some(*at)) && fits(&headings[index], text));
            columns[index] = found.map(|(at, _)| *at);
        }
    }
}

/// A text as headings are compared: small letters without accents, digits, and single spaces for all else.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().map(fold) {
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with(' ') && !plain.is_empty() && c != '\'' {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_signs_accents_and_capitals() {
        assert_eq!(plain(" Payment made in-kind (Y/N)\n"), "payment made in kind y n");
        assert_eq!(plain("Entité de l’État *"), "entite de letat");
    }

    #[test]
    fn a_slip_in_a_long_heading_is_forgiven_and_none_in_a_short_one() {
        let heading = needed(&["commodities comma separated", "sector", "levied on project*"]);
        assert!(heading.nearly_fits("commodities comma seperated"));
        assert_eq!(heading.fit("levied on project y n"), 2);
        assert_eq!(heading.fit("sector"), 3);
        assert_eq!((heading.fit("sectors"), heading.nearly_fits("sectors")), (0, false));
    }
}
