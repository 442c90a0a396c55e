//! The digits of a figure and the marks between them: what each decimal mark would make of them.

use crate::finding::Code;
use crate::number::{Mark, Remark};

/// The most characters of a figure's digits and marks that are looked at.
const CHARS_MAX: usize = 100;

/// What one decimal mark makes of the digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The decimal mark of this reading; `None` where the figure has neither a point nor a comma.
    pub mark: Option<Mark>,
    /// The plain digits, with a point before the decimals.
    pub digits: String,
    /// False where the groups are parted by two different marks: such a reading is asked about, never taken.
    pub regular: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Apostrophe,
    Marked(Mark),
}

impl Separator {
    fn of(c: char) -> Option<Separator> {
        match c {
            ',' => Some(Separator::Marked(Mark::Comma)),
            '.' => Some(Separator::Marked(Mark::Point)),
            '\'' | '’' | '‘' | 'ʼ' | '′' | '`' => Some(Separator::Apostrophe),
            // Every space that stands on a line: typists, spreadsheets and printers use six kinds of them.
            c if c.is_whitespace() && !c.is_control() => Some(Separator::Space),
            _ => None,
        }
    }
}

/// The runs of digits, and the separators between them.
struct Runs<'a> {
    /// The first is empty for `.5`.
    digits: Vec<&'a str>,
    separators: Vec<Separator>,
}

/// Every regular reading of a text that begins (after a mark, perhaps) and ends with a digit, and the irregular one
/// that competes with it. Never empty: a text without a regular reading is a remark.
pub(crate) fn readings(text: &str) -> Result<Vec<Reading>, Remark> {
    if text.chars().count() > CHARS_MAX {
        return Err(Remark::too_long());
    }
    let runs = runs(text)?;
    let found: Vec<Reading> = match runs.separators.iter().any(|separator| matches!(separator, Separator::Marked(_))) {
        false => reading(&runs, None).into_iter().collect(),
        true => Mark::ALL.into_iter().filter_map(|mark| reading(&runs, Some(mark))).collect(),
    };
    if found.iter().any(|reading| reading.regular) {
        return Ok(found);
    }
    let whole = runs.digits[0];
    if found.is_empty() && runs.separators.is_empty() && whole.starts_with('0') {
        let bare = whole.trim_start_matches('0');
        return Err(Remark::writing(
            Code::AmountLeadingZeros,
            Some(if bare.is_empty() { "0" } else { bare }.to_owned()),
        ));
    }
    Err(Remark::writing(Code::NumberGroups, by_hundreds(&runs)))
}

fn runs(text: &str) -> Result<Runs<'_>, Remark> {
    let mut runs = Runs { digits: Vec::new(), separators: Vec::new() };
    let mut start = 0;
    for (position, c) in text.char_indices().filter(|(_, c)| !c.is_ascii_digit()) {
        let Some(separator) = Separator::of(c) else {
            let code = if matches!(c, 'e' | 'E') { Code::AmountExponent } else { Code::AmountNotANumber };
            return Err(Remark::new(code));
        };
        runs.digits.push(&text[start..position]);
        runs.separators.push(separator);
        start = position + c.len_utf8();
    }
    runs.digits.push(&text[start..]);
    // Two separators side by side (`1, 559, 732, 19`): no run of digits may be empty, but the one before `.5`.
    match runs.digits.iter().skip(1).any(|run| run.is_empty()) {
        true => Err(Remark::new(Code::NumberGroups)),
        false => Ok(runs),
    }
}

/// The reading with one decimal mark, if there is one.
fn reading(runs: &Runs<'_>, mark: Option<Mark>) -> Option<Reading> {
    let (mut whole, mut groups) = (runs.digits.as_slice(), runs.separators.as_slice());
    let mut fraction = None;
    if let (Some(mark), [before @ .., last]) = (mark, groups)
        && *last == Separator::Marked(mark)
    {
        let (digits, rest) = whole.split_last()?;
        (whole, groups, fraction) = (rest, before, Some(*digits));
    }
    let decimal = mark.map(Separator::Marked);
    if groups.iter().any(|separator| Some(*separator) == decimal) || !are_grouped(whole, fraction.is_some()) {
        return None;
    }
    let regular = groups.iter().all(|separator| *separator == groups[0]);
    let whole = if whole == [""] { "0".to_owned() } else { whole.concat() };
    let digits = fraction.map_or_else(|| whole.clone(), |fraction| format!("{whole}.{fraction}"));
    Some(Reading { mark, digits, regular })
}

/// One run of any length, or groups of three after a first of one to three. Zeros do not lead.
fn are_grouped(whole: &[&str], has_fraction: bool) -> bool {
    match whole {
        [] => false,
        [""] => has_fraction,
        [only] => only.len() == 1 || !only.starts_with('0'),
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|run| run.len() == 3)
        }
    }
}

/// `12,34,567.89`: groups of two before the last three, as in India. Refused, but the plain spelling is suggested.
fn by_hundreds(runs: &Runs<'_>) -> Option<String> {
    let comma = Separator::Marked(Mark::Comma);
    let point = Separator::Marked(Mark::Point);
    let (groups, fraction) = match runs.separators.as_slice() {
        [before @ .., last] if *last == point => (before, runs.digits.last()),
        all => (all, None),
    };
    let whole = &runs.digits[..=groups.len()];
    let [first, middle @ .., last] = whole else { return None };
    let is_indian = groups.iter().all(|separator| *separator == comma)
        && (1..=2).contains(&first.len())
        && !first.starts_with('0')
        && !middle.is_empty()
        && middle.iter().all(|run| run.len() == 2)
        && last.len() == 3;
    is_indian.then(|| match fraction {
        Some(fraction) => format!("{}.{fraction}", whole.concat()),
        None => whole.concat(),
    })
}
