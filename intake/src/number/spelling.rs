//! One cell: what its text can mean, before anything is decided about its file.

use reconcile::Precision;

use crate::finding::Code;
use crate::number::around::{Around, Side};
use crate::number::digits::{Reading, readings};
use crate::number::money::{Counted, counted};
use crate::number::phrase::{bare, folded};
use crate::number::scale::{SCALES, shifted};
use crate::number::sentinel::{Absent, absent};
use crate::number::{About, Mark, Question, Remark};

/// What a cell's text can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Nothing is written.
    Blank,
    /// A word says that there is no figure, and why.
    Absent(Absent),
    /// A figure, with one reading or two.
    Number(Number),
    /// Neither: told with what would fix it.
    Refused(Remark),
}

/// A figure as it is written, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub(crate) readings: Vec<Reading>,
    pub(crate) negative: Option<Minus>,
    pub(crate) counted: Option<Counted>,
    /// A position in the table of scales.
    pub(crate) scale: Option<usize>,
    pub(crate) precision: Precision,
}

/// How a figure is said to be below nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Minus {
    Before,
    After,
    Brackets,
}

/// One reading of a figure: by which decimal mark, and which digits that gives, sign and scale left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneReading<'a> {
    /// The decimal mark; `None` where the figure has neither a point nor a comma.
    pub mark: Option<Mark>,
    /// Plain digits, with a point before the decimals.
    pub digits: &'a str,
}

impl Number {
    /// The readings: one, or two that only the rest of the file, or a person, can decide between.
    pub fn readings(&self) -> Vec<OneReading<'_>> {
        self.readings.iter().map(|reading| OneReading { mark: reading.mark, digits: &reading.digits }).collect()
    }

    /// The question between two readings, each with its sign and its scale.
    pub(crate) fn question(&self, spelling: &str) -> Question {
        let zeros = self.scale.and_then(|index| SCALES[index].zeros.first()).copied().unwrap_or_default();
        let sign = if self.negative.is_some() { "-" } else { "" };
        let say = |reading: &Reading| format!("{sign}{}", shifted(&reading.digits, zeros));
        let readings = self.readings.iter().map(say).collect();
        Question { about: About::DecimalMark, spelling: bare(spelling).to_owned(), readings }
    }
}

/// Reads one cell by itself. Nothing is decided here: a spelling with two readings keeps both.
pub fn read_cell(text: &str) -> Spelling {
    let text = bare(text);
    if text.is_empty() {
        return Spelling::Blank;
    }
    // No word of absence begins with a digit; most cells do.
    let begins_with_a_digit = text.starts_with(|c: char| c.is_ascii_digit());
    if let Some(absent) = (!begins_with_a_digit).then(|| absent(text)).flatten() {
        return Spelling::Absent(absent);
    }
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(digit), text.rfind(digit)) else {
        return without_digits(text);
    };
    match number(&text[..first], &text[first..=last], &text[last + 1..]) {
        Ok(number) => Spelling::Number(number),
        Err(remark) => Spelling::Refused(remark),
    }
}

/// `$ -`, `FCFA`: a sign of money beside a dash, or beside nothing.
fn without_digits(text: &str) -> Spelling {
    match counted(text.trim_end_matches([' ', '-', '–', '—'])) {
        Some((_, "")) => absent("-").map_or(Spelling::Blank, Spelling::Absent),
        _ => match zero(text) {
            Some(number) => Spelling::Number(number),
            None => Spelling::Refused(Remark::new(Code::AmountNotANumber)),
        },
    }
}

/// The word for nought states a nought.
fn zero(text: &str) -> Option<Number> {
    let is_zero = ["zero", "zeros"].contains(&folded(text).as_str());
    is_zero.then(|| Number {
        readings: vec![Reading { mark: None, digits: "0".to_owned(), regular: true }],
        negative: None,
        counted: None,
        scale: None,
        precision: Precision::Exact,
    })
}

fn number(before: &str, digits: &str, after: &str) -> Result<Number, Remark> {
    // A mark without a digit before it belongs to the figure: `.5`.
    let (before, led) = match before.strip_suffix(['.', ',']) {
        Some(rest) if !rest.ends_with(char::is_alphanumeric) => (rest, &before[rest.len()..]),
        _ => (before, ""),
    };
    let mut around = Around::default();
    let after = around.no_cents(after);
    around.take(before, Side::Before)?;
    around.take(after, Side::After)?;
    let mut readings = readings(&[led, digits].concat())?;
    if around.is_whole && readings.iter().any(|reading| !reading.digits.contains('.')) {
        readings.retain(|reading| !reading.digits.contains('.'));
    }
    let precision = match (around.precision, around.scale) {
        (Some(said), _) => said,
        (None, Some(_)) => Precision::Rounded,
        (None, None) => Precision::Exact,
    };
    let negative = around.minus()?;
    Ok(Number { readings, negative, counted: around.counted, scale: around.scale, precision })
}
