//! A name as words, and how near two names are.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::words::{Weight, weighed};
use crate::nearest::distance;

/// More than any name has; what follows is not compared.
const CHARS_MAX: usize = 200;
/// More than any name has.
const WORDS_MAX: usize = 24;
/// Names are never told as surely one but where they are the same words.
const NEAR_MAX: u32 = 99;
/// How near a name is whose words begin with the letters of another.
const INITIALS_NEAR: u32 = 85;

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    letters: Vec<char>,
    weight: Weight,
}

impl Word {
    /// How much it counts: its letters, within bounds; words that most names have count less.
    fn points(&self) -> u32 {
        match self.weight {
            Weight::Nothing => 0,
            Weight::Trade => 2,
            Weight::Body => 4,
            Weight::Number => 3,
            // At most ten, so the cast is exact.
            Weight::Own => self.letters.len().clamp(3, 10) as u32,
        }
    }

    /// The points that it shares with another, doubled as they are of both; none where they are different words.
    fn shared(&self, other: &Word) -> u32 {
        if self.letters == other.letters {
            return self.points() + other.points();
        }
        let length = self.letters.len().max(other.letters.len());
        // One slip in five letters, two in eight: a short word with a slip is another word.
        let slips_max = match length {
            0..5 => 0,
            5..8 => 1,
            8..12 => 2,
            _ => 3,
        };
        let is_own = self.weight == Weight::Own && other.weight == Weight::Own;
        if !is_own || self.letters.len().abs_diff(other.letters.len()) > slips_max {
            return 0;
        }
        let slips = distance(&self.letters, &other.letters);
        let points = self.points() + other.points();
        // A slip costs its share of the word.
        let left = length - slips.min(length);
        if slips <= slips_max { points * left as u32 / length as u32 } else { 0 }
    }
}

/// A name, without case, accents, marks and the form of a company, in the order of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    words: Vec<Word>,
    /// With what its words begin, as they were written: in another language, another letter.
    firsts: Vec<char>,
    /// The letters of a name that is an abbreviation, such as `SMB`.
    initials: Option<Vec<char>>,
}

impl Name {
    /// The name as a whole, and where part of it is in brackets, each part alone.
    pub fn all_of(text: &str) -> Vec<Name> {
        let text: String = text.chars().take(CHARS_MAX).collect();
        let mut names = vec![Name::of(&text)];
        if let Some((before, rest)) = text.split_once('(') {
            let (within, after) = rest.split_once(')').unwrap_or((rest, ""));
            let parts = [Name::of(&format!("{before} {after}")), Name::of(within)];
            // A remark, such as "(aggregate)", is no name.
            names.extend(parts.into_iter().filter(|part| part.words.iter().any(|word| word.weight == Weight::Own)));
        }
        names.retain(|name| !name.words.is_empty());
        names.dedup();
        names
    }

    fn of(text: &str) -> Name {
        let folded = folded(text);
        let weighed: Vec<(Word, char)> = folded
            .split_whitespace()
            .take(WORDS_MAX)
            .filter_map(|written| {
                let (word, weight) = weighed(written);
                Some((Word { letters: word.chars().collect(), weight }, written.chars().next()?))
            })
            .collect();
        let says = weighed.iter().any(|(word, _)| word.weight != Weight::Nothing);
        // A name of words that say nothing is nevertheless that name.
        let kept = weighed.into_iter().filter(|(word, _)| !says || word.weight != Weight::Nothing);
        let (words, firsts) = kept.unzip();
        let letters: Vec<char> = text.trim().chars().collect();
        let is_abbreviation = (3..=6).contains(&letters.len()) && letters.iter().all(|c| c.is_ascii_uppercase());
        let initials = is_abbreviation.then(|| letters.iter().map(char::to_ascii_lowercase).collect());
        Name { words, firsts, initials }
    }

    /// How near another name is, of a hundred; nought where it is another.
    pub fn near(&self, other: &Name) -> u32 {
        if self.sorted() == other.sorted() || self.joined() == other.joined() {
            let is_one = self.words == other.words && self.firsts == other.firsts;
            return if is_one { 100 } else { NEAR_MAX };
        }
        let numbers = |name: &Name| -> Vec<Vec<char>> {
            let numbers = name.words.iter().filter(|word| word.weight == Weight::Number);
            numbers.map(|word| word.letters.clone()).collect()
        };
        let (own, others) = (numbers(self), numbers(other));
        if own != others && !own.is_empty() && !others.is_empty() {
            return 0;
        }
        if self.abbreviates(other) || other.abbreviates(self) {
            return INITIALS_NEAR;
        }
        self.compared(other)
    }

    /// Each word takes the nearest of the other name that is still free.
    fn compared(&self, other: &Name) -> u32 {
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (left, word) in self.words.iter().enumerate() {
            for (right, candidate) in other.words.iter().enumerate() {
                let shared = word.shared(candidate);
                if shared > 0 {
                    pairs.push((shared, left, right));
                }
            }
        }
        pairs.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)).then(left.2.cmp(&right.2)));
        let (mut is_left_taken, mut is_right_taken) = (vec![false; self.words.len()], vec![false; other.words.len()]);
        let (mut shared, mut has_own) = (0, false);
        for (points, left, right) in pairs {
            if !is_left_taken[left] && !is_right_taken[right] {
                (is_left_taken[left], is_right_taken[right]) = (true, true);
                shared += points;
                has_own |= self.words[left].weight == Weight::Own;
            }
        }
        let has_free_own = |name: &Name, is_taken: &[bool]| {
            name.words.iter().zip(is_taken).any(|(word, taken)| word.weight == Weight::Own && !taken)
        };
        // Names that each have a word of their own are of two, however much else they share.
        let are_two = has_free_own(self, &is_left_taken) && has_free_own(other, &is_right_taken);
        let whole = self.points() + other.points();
        if !has_own || are_two || whole == 0 { 0 } else { (100 * shared / whole).min(NEAR_MAX) }
    }

    fn points(&self) -> u32 {
        self.words.iter().map(Word::points).sum()
    }

    fn sorted(&self) -> Vec<&[char]> {
        let mut words: Vec<&[char]> = self.words.iter().map(|word| word.letters.as_slice()).collect();
        words.sort_unstable();
        words
    }

    fn joined(&self) -> Vec<char> {
        self.words.iter().flat_map(|word| word.letters.iter().copied()).collect()
    }

    /// True where this name is the first letters of the other's words.
    fn abbreviates(&self, other: &Name) -> bool {
        let Some(initials) = &self.initials else { return false };
        other.firsts.len() >= 3 && other.firsts == *initials
    }
}

/// Lowercase words of plain letters and digits. A point between single letters joins them: `S.A.` is `sa`.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0usize;
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            letter if letter.is_alphanumeric() => out.push(letter),
            '.' if run == 1 => {
                run = 0;
                continue;
            }
            _ => {
                out.push(' ');
                run = 0;
                continue;
            }
        }
        run += 1;
    }
    out
}
