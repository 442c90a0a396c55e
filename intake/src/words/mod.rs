//! A figure in words, for "we read it as": a slip of a digit is seen by nobody, a million that should be a thousand by everybody.
//!
//! ```
//! use intake::{Lang, words::{grouped, in_words}};
//! use reconcile::{Amount, Unit};
//!
//! let amount: Amount = "1200000.50".parse().unwrap();
//! let leones = Unit::Money("SLE".parse().unwrap());
//! assert_eq!(in_words(amount, Some(leones), Lang::En), "one million two hundred thousand leones and fifty cents");
//! assert_eq!(in_words(amount, Some(leones), Lang::Fr), "un million deux cent mille leones et cinquante cents");
//! assert_eq!(grouped(amount, Lang::En), "1,200,000.50");
//! ```

mod english;
mod french;
mod names;

use reconcile::{Amount, Unit};

use crate::lang::Lang;
use names::{Noun, names};

/// The digits as a language groups them: `1,234,567.89`; `1 234 567,89` with narrow no-break spaces.
pub fn grouped(amount: Amount, lang: Lang) -> String {
    let text = amount.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let (between, point, minus) = match lang {
        Lang::En => (",", ".", "-"),
        Lang::Fr => ("\u{202f}", ",", "-"),
    };
    let mut out = String::from(if amount.is_negative() { minus } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push_str(between);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(point);
        out.push_str(fraction);
    }
    out
}

/// The figure in words with what it counts; hundredths as cents where the currency has them, else digit by digit.
pub fn in_words(amount: Amount, unit: Option<Unit>, lang: Lang) -> String {
    let figure = Parts::of(amount, unit);
    let text = match lang {
        Lang::En => english(&figure),
        Lang::Fr => french(&figure),
    };
    match (amount.is_negative(), lang) {
        (false, _) => text,
        (true, Lang::En) => format!("minus {text}"),
        (true, Lang::Fr) => format!("moins {text}"),
    }
}

/// A figure taken apart.
struct Parts {
    whole: Vec<u16>,
    /// In whole minor units, where the currency has one and the digits are not finer.
    minor: Option<u16>,
    /// The digits behind the point, where there is no minor unit for them.
    fraction: Vec<u16>,
    unit: Option<Unit>,
}

impl Parts {
    fn of(amount: Amount, unit: Option<Unit>) -> Parts {
        let text = amount.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let fraction = fraction.trim_end_matches('0');
        let decimals = unit.and_then(Unit::currency).map_or(0, |currency| currency.minor_unit()) as usize;
        let has_name = unit.and_then(names).is_some_and(|names| names.minor_en.is_some());
        let minor = match has_name && !fraction.is_empty() && fraction.len() <= decimals {
            true => format!("{fraction:0<decimals$}").parse().ok(),
            false => None,
        };
        let digits = |text: &str| text.bytes().map(|byte| u16::from(byte - b'0')).collect();
        Parts {
            whole: groups(whole),
            minor,
            fraction: if minor.is_some() { Vec::new() } else { digits(fraction) },
            unit,
        }
    }

    fn is_whole_one(&self) -> bool {
        self.whole == [1] && self.fraction.is_empty()
    }

    /// French counts in the singular below two.
    fn is_below_two(&self) -> bool {
        matches!(self.whole.as_slice(), [0 | 1])
    }
}

/// The groups of three digits, the highest first.
fn groups(digits: &str) -> Vec<u16> {
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let number = |text: &[u8]| text.iter().fold(0, |number, byte| number * 10 + u16::from(byte - b'0'));
    let head = (!head.is_empty()).then(|| number(head.as_bytes()));
    head.into_iter().chain(rest.as_bytes().chunks(3).map(number)).collect()
}

fn english(figure: &Parts) -> String {
    let names = figure.unit.and_then(names);
    let form = |noun: &Noun, one: bool| if one { noun.one } else { noun.many };
    let mut text = english::spell(&figure.whole);
    if !figure.fraction.is_empty() {
        text.push_str(" point");
        figure.fraction.iter().for_each(|digit| text.extend([" ", english::digit(*digit)]));
    }
    if let Some(unit) = figure.unit {
        let name = names.map_or(unit.code(), |names| form(&names.en, figure.is_whole_one()));
        text.extend([" ", name]);
    }
    let minor = figure.minor.zip(names.and_then(|names| names.minor_en.as_ref()));
    let minor = minor.map(|(count, noun)| format!("{} {}", english::spell(&[count]), form(noun, count == 1)));
    match minor {
        Some(minor) => format!("{text} and {minor}"),
        None => text,
    }
}

fn french(figure: &Parts) -> String {
    let names = figure.unit.and_then(names);
    let form = |noun: &Noun, one: bool| if one { noun.one } else { noun.many };
    let is_counted = figure.fraction.is_empty();
    let mut text = french::spell(&figure.whole, is_counted && names.is_some_and(|names| names.fr.feminine));
    if !is_counted {
        text.push_str(" virgule");
        figure.fraction.iter().for_each(|digit| text.extend([" ", french::digit(*digit)]));
    }
    if let Some(unit) = figure.unit {
        let name = names.map_or(unit.code(), |names| form(&names.fr, figure.is_below_two()));
        let needs_de = is_counted && french::ends_in_a_noun(&figure.whole) && unit != Unit::Percent;
        text.push_str(match needs_de {
            true if name.starts_with(['a', 'e', 'i', 'o', 'u', 'é']) => " d’",
            true => " de ",
            false => " ",
        });
        text.push_str(name);
    }
    let minor = figure.minor.zip(names.and_then(|names| names.minor_fr.as_ref()));
    let minor =
        minor.map(|(count, noun)| format!("{} {}", french::spell(&[count], noun.feminine), form(noun, count < 2)));
    match minor {
        Some(minor) => format!("{text} et {minor}"),
        None => text,
    }
}
