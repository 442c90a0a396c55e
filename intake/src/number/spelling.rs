//! One cell: what its text can mean, before anything is decided about its file.

use reconcile::Precision;

use crate::finding::Code;
use crate::number::digits::{Reading, readings};
use crate::number::money::{Counted, counted, is_before_only};
use crate::number::phrase::{after, bare};
use crate::number::scale::{SCALES, Scale, shifted};
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

/// Words that say how sure the figure is; folded.
const PRECISIONS: &[(&str, Precision)] = &[
    ("about", Precision::About),
    ("around", Precision::About),
    ("approx.", Precision::About),
    ("approx", Precision::About),
    ("approximately", Precision::About),
    ("nearly", Precision::About),
    ("almost", Precision::About),
    ("circa", Precision::About),
    ("ca.", Precision::About),
    ("c.", Precision::About),
    ("~", Precision::About),
    ("≈", Precision::About),
    ("environ", Precision::About),
    ("env.", Precision::About),
    ("pres de", Precision::About),
    ("presque", Precision::About),
    ("cerca de", Precision::About),
    ("aproximadamente", Precision::About),
    ("at least", Precision::AtLeast),
    ("more than", Precision::AtLeast),
    ("over", Precision::AtLeast),
    (">", Precision::AtLeast),
    (">=", Precision::AtLeast),
    ("≥", Precision::AtLeast),
    ("plus de", Precision::AtLeast),
    ("au moins", Precision::AtLeast),
    ("mais de", Precision::AtLeast),
    ("pelo menos", Precision::AtLeast),
];

/// Words that join a figure to its currency.
const JOINTS: &[&str] = &["de", "d'", "of", "en", "in", "em"];

/// No cents: `1,500/=` in East Africa, `1.500,-` elsewhere.
const NO_CENTS: &[&str] = &["/=", "/-", ",-", ",--", ".-", ",–", ",—", ",="];

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
    let is_zero = ["zero", "zeros"].contains(&super::phrase::folded(text).as_str());
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// What stands around the digits.
#[derive(Default)]
struct Around {
    minus: Option<Minus>,
    opened: bool,
    closed: bool,
    plus: bool,
    is_whole: bool,
    counted: Option<Counted>,
    scale: Option<usize>,
    precision: Option<Precision>,
}

impl Around {
    fn no_cents<'t>(&mut self, after: &'t str) -> &'t str {
        let longest = NO_CENTS.iter().filter(|sign| after.starts_with(**sign)).max_by_key(|sign| sign.len());
        self.is_whole = longest.is_some();
        &after[longest.map_or(0, |sign| sign.len())..]
    }

    /// Takes a side apart, word by word; a word that is not known refuses the cell.
    fn take(&mut self, text: &str, side: Side) -> Result<(), Remark> {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            rest = match self.sign(first, side)? {
                true => &rest[first.len_utf8()..],
                false => self.word(rest, side)?,
            }
            .trim_start();
        }
        Ok(())
    }

    /// A sign of one character, if it is one.
    fn sign(&mut self, c: char, side: Side) -> Result<bool, Remark> {
        let once = |seen: bool| if seen { Err(Remark::new(Code::AmountSign)) } else { Ok(true) };
        match (c, side) {
            ('-' | '−' | '–' | '—' | '\u{2010}' | '\u{2011}' | '－' | '﹣', _) => {
                let minus = if side == Side::Before { Minus::Before } else { Minus::After };
                once(self.minus.replace(minus).is_some())
            }
            ('+', Side::Before) => once(std::mem::replace(&mut self.plus, true)),
            ('(', Side::Before) => once(std::mem::replace(&mut self.opened, true)),
            (')', Side::After) => once(std::mem::replace(&mut self.closed, true)),
            // A spreadsheet's mark that the cell is text.
            ('\'', Side::Before) => Ok(true),
            ('.' | ',', Side::After) => Err(Remark::new(Code::AmountPoint)),
            _ => Ok(false),
        }
    }

    fn minus(&self) -> Result<Option<Minus>, Remark> {
        let brackets = match (self.opened, self.closed) {
            (true, true) => true,
            (false, false) => false,
            _ => return Err(Remark::new(Code::AmountSign)),
        };
        match (brackets, self.minus, self.plus) {
            (true, None, false) => Ok(Some(Minus::Brackets)),
            (false, Some(minus), false) => Ok(Some(minus)),
            (false, None, _) => Ok(None),
            _ => Err(Remark::new(Code::AmountSign)),
        }
    }

    /// The longest known word that the text begins with; what is left of the text.
    fn word<'t>(&mut self, text: &'t str, side: Side) -> Result<&'t str, Remark> {
        let unknown = || Remark { code: Code::NumberWordUnknown, details: vec![("word", first_word(text).to_owned())] };
        // `M` and `K` before the digits are maloti and kwacha; after them, a million and a thousand.
        let money = counted(text).filter(|(word, _)| side == Side::Before || !is_before_only(word));
        let scale = (side == Side::After).then(|| scale(text)).flatten();
        let sure = longest(PRECISIONS.iter().map(|(word, said)| (*word, *said)), text);
        let joint = longest(JOINTS.iter().map(|word| (*word, ())), text);
        let left = |rest: Option<&str>| rest.map_or(usize::MAX, str::len);
        let (money_left, scale_left) = (left(money.as_ref().map(|m| m.1)), left(scale.as_ref().map(|s| s.1)));
        let (sure_left, joint_left) = (left(sure.map(|s| s.1)), left(joint.map(|j| j.1)));
        let least = money_left.min(scale_left).min(sure_left).min(joint_left);
        if let Some((word, rest)) = money.filter(|_| money_left == least) {
            return self.counts(word).map(|()| rest).ok_or_else(unknown);
        }
        if let Some((index, rest)) = scale.filter(|_| scale_left == least) {
            return self.scale.replace(index).is_none().then_some(rest).ok_or_else(unknown);
        }
        if let Some((said, rest)) =
            sure.filter(|(said, _)| sure_left == least && (side == Side::Before || *said == Precision::About))
        {
            return self.precision.replace(said).is_none().then_some(rest).ok_or_else(unknown);
        }
        joint.map(|(_, rest)| rest).ok_or_else(unknown)
    }

    /// The same may be said twice: `$5 USD` is in the one currency that both words can mean.
    fn counts(&mut self, word: Counted) -> Option<()> {
        let both = match self.counted.take() {
            None => word,
            Some(own) if own == word => own,
            Some(own) => own.narrowed_to(&word).or_else(|| word.narrowed_to(&own))?,
        };
        self.counted = Some(both);
        Some(())
    }
}

fn scale(text: &str) -> Option<(usize, &str)> {
    longest(SCALES.iter().enumerate().map(|(index, scale)| (scale, index)), text)
}

/// A word of a table.
trait Worded: Copy {
    fn worded(self) -> (&'static str, bool);
}

impl Worded for &'static str {
    fn worded(self) -> (&'static str, bool) {
        (self, false)
    }
}

impl Worded for &'static Scale {
    fn worded(self) -> (&'static str, bool) {
        (self.word, self.exact)
    }
}

/// The longest word of a table that a text begins with: what it means, and the rest of the text.
fn longest<W: Worded, T>(words: impl Iterator<Item = (W, T)>, text: &str) -> Option<(T, &str)> {
    words
        .filter_map(|(word, meaning)| {
            let (word, exact) = word.worded();
            after(text, word, exact).map(|rest| (meaning, rest))
        })
        .min_by_key(|(_, rest)| rest.len())
}

/// The first word of a text, at most thirty characters of it.
fn first_word(text: &str) -> &str {
    let word = text.split_whitespace().next().unwrap_or(text);
    word.char_indices().nth(30).map_or(word, |(end, _)| &word[..end])
}
