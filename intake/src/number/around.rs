//! What stands around the digits: signs, currencies, scales, and words that say how sure the figure is.

use reconcile::Precision;

use crate::finding::Code;
use crate::number::Remark;
use crate::number::money::{Counted, counted, is_before_only};
use crate::number::phrase::Opening;
use crate::number::scale::SCALES;
use crate::number::spelling::Minus;

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

/// Before the digits, or after them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// What stands around the digits.
#[derive(Default)]
pub(super) struct Around {
    minus: Option<Minus>,
    opened: bool,
    closed: bool,
    plus: bool,
    /// The figure has no cents, and says so.
    pub is_whole: bool,
    pub counted: Option<Counted>,
    /// A position in the table of scales.
    pub scale: Option<usize>,
    pub precision: Option<Precision>,
}

impl Around {
    /// Takes the sign for "no cents" that follows the digits; what is left of the text.
    pub fn no_cents<'t>(&mut self, after: &'t str) -> &'t str {
        let longest = NO_CENTS.iter().filter(|sign| after.starts_with(**sign)).max_by_key(|sign| sign.len());
        self.is_whole = longest.is_some();
        &after[longest.map_or(0, |sign| sign.len())..]
    }

    /// Takes a side apart, word by word; a word that is not known refuses the cell.
    pub fn take(&mut self, text: &str, side: Side) -> Result<(), Remark> {
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

    /// How the figure is said to be below nought, if it is.
    pub fn minus(&self) -> Result<Option<Minus>, Remark> {
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

    /// Takes the longest known word that the text begins with; what is left of the text.
    fn word<'t>(&mut self, text: &'t str, side: Side) -> Result<&'t str, Remark> {
        let unknown = || Remark { code: Code::NumberWordUnknown, details: vec![("word", first_word(text).to_owned())] };
        let (known, rest) = known(text, side).ok_or_else(unknown)?;
        let is_first = match known {
            Known::Counted(word) => self.counts(word),
            Known::Scale(index) => self.scale.replace(index).is_none(),
            Known::Sure(said) => self.precision.replace(said).is_none(),
            Known::Joint => true,
        };
        is_first.then_some(rest).ok_or_else(unknown)
    }

    /// What the figure counts may be said twice: `$5 USD` is in the one currency that both words can mean.
    fn counts(&mut self, word: Counted) -> bool {
        let both = match self.counted.take() {
            None => Some(word),
            Some(own) if own == word => Some(own),
            Some(own) => own.narrowed_to(&word).or_else(|| word.narrowed_to(&own)),
        };
        self.counted = both;
        self.counted.is_some()
    }
}

/// What a word beside a figure says.
enum Known {
    Counted(Counted),
    Scale(usize),
    Sure(Precision),
    Joint,
}

/// The longest known word that a text begins with, and the rest of the text. Money comes first among equals.
fn known(text: &str, side: Side) -> Option<(Known, &str)> {
    let opening = Opening::new(text);
    // `M` and `K` before the digits are maloti and kwacha; after them, a million and a thousand.
    let money = counted(text).filter(|(word, _)| side == Side::Before || !is_before_only(word));
    // `Rs. 500`: without the space, the point may be that of the decimals.
    let money =
        money.map(|(word, rest)| (Known::Counted(word), if rest.starts_with(". ") { &rest[1..] } else { rest }));
    let scales = SCALES.iter().enumerate().filter(|_| side == Side::After);
    let scales =
        scales.filter_map(|(index, scale)| Some((Known::Scale(index), opening.after(scale.word, scale.exact)?)));
    let sure = PRECISIONS.iter().filter(|(_, said)| side == Side::Before || *said == Precision::About);
    let sure = sure.filter_map(|(word, said)| Some((Known::Sure(*said), opening.after(word, false)?)));
    let joints = JOINTS.iter().filter_map(|word| Some((Known::Joint, opening.after(word, false)?)));
    money.into_iter().chain(scales).chain(sure).chain(joints).min_by_key(|(_, rest)| rest.len())
}

/// The first word of a text, at most thirty characters of it.
fn first_word(text: &str) -> &str {
    let word = text.split_whitespace().next().unwrap_or(text);
    word.char_indices().nth(30).map_or(word, |(end, _)| &word[..end])
}
