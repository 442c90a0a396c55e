//! Words for powers of ten: `million`, `mds`, `k`.

use crate::lang::Lang;

/// A word that multiplies the figure beside it.
pub(crate) struct Scale {
    /// How it is written, folded (see [`super::phrase`]); `exact` ones as they stand.
    pub word: &'static str,
    /// How many zeros it adds; two where the word has two meanings.
    pub zeros: &'static [u32],
    /// Capital and small letters differ: `m` is a million, `M` may be maloti.
    pub exact: bool,
}

const fn word(word: &'static str, zeros: &'static [u32]) -> Scale {
    Scale { word, zeros, exact: false }
}

const fn letter(word: &'static str, zeros: &'static [u32]) -> Scale {
    Scale { word, zeros, exact: true }
}

/// `billion` is a thousand million in English, and a million million in French and in the Portuguese of Angola.
pub(crate) const SCALES: &[Scale] = &[
    word("hundred", &[2]),
    word("thousand", &[3]),
    word("thousands", &[3]),
    word("mille", &[3]),
    word("milliers", &[3]),
    word("mil", &[3]),
    word("million", &[6]),
    word("millions", &[6]),
    word("milhao", &[6]),
    word("milhoes", &[6]),
    word("mln", &[6]),
    word("mio", &[6]),
    word("mn", &[6]),
    word("milliard", &[9]),
    word("milliards", &[9]),
    word("mil milhoes", &[9]),
    word("mds", &[9]),
    word("mrd", &[9]),
    word("mrds", &[9]),
    word("bn", &[9]),
    word("bln", &[9]),
    word("billion", &[9, 12]),
    word("billions", &[9, 12]),
    word("thousand million", &[9]),
    word("trillion", &[12, 18]),
    word("trillions", &[12, 18]),
    letter("m", &[6]),
    letter("M", &[6]),
    letter("Md", &[9]),
    letter("md", &[9]),
    letter("B", &[9]),
    letter("k", &[3]),
    letter("K", &[3]),
];

/// The zeros that a word means in a language: the English meaning stands first, in French and Portuguese files both are open.
pub(crate) fn zeros(word: &Scale, lang: Option<Lang>) -> &'static [u32] {
    match lang {
        Some(Lang::En) => &word.zeros[..1],
        Some(Lang::Fr) | None => word.zeros,
    }
}

/// The digits with the point moved `zeros` places to the right.
pub(crate) fn shifted(digits: &str, zeros: u32) -> String {
    let zeros = zeros as usize;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = fraction.len().min(zeros);
    let whole = [whole, &fraction[..moved], &"0".repeat(zeros - moved)].concat();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match &fraction[moved..] {
        "" => whole.to_owned(),
        rest => format!("{whole}.{rest}"),
    }
}
