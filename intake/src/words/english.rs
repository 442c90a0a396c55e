//! Whole numbers in English words, on the short scale.

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Up to the ten groups of three that twenty-eight digits have.
const SCALES: [&str; 10] = [
    "",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
    "sextillion",
    "septillion",
    "octillion",
];

/// The words of a number given by its groups of three digits, the highest first.
pub(super) fn spell(groups: &[u16]) -> String {
    let mut words = Vec::new();
    for (index, group) in groups.iter().enumerate().filter(|(_, group)| **group > 0) {
        words.push(hundreds(*group));
        words.extend(
            SCALES.get(groups.len() - 1 - index).filter(|scale| !scale.is_empty()).map(|scale| (*scale).to_owned()),
        );
    }
    if words.is_empty() { UNITS[0].to_owned() } else { words.join(" ") }
}

/// One digit, for those behind the point.
pub(super) fn digit(digit: u16) -> &'static str {
    UNITS[usize::from(digit % 10)]
}

fn hundreds(number: u16) -> String {
    match (number / 100 % 10, number % 100) {
        (0, rest) => tens(rest),
        (hundreds, 0) => format!("{} hundred", UNITS[usize::from(hundreds)]),
        (hundreds, rest) => format!("{} hundred {}", UNITS[usize::from(hundreds)], tens(rest)),
    }
}

fn tens(number: u16) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => UNITS[usize::from(number)].to_owned(),
        (tens, 0) => TENS[usize::from(tens)].to_owned(),
        (tens, unit) => format!("{}-{}", TENS[usize::from(tens)], UNITS[usize::from(unit)]),
    }
}
