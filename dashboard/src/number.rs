//! Writing numbers as each language does, from strings of digits: no digit is added, dropped or changed.

use crate::lang::Lang;

/// The space inside and after French numbers: narrow, and never broken.
const NARROW: char = '\u{202f}';
/// The space between a number and its currency: never broken.
const FIRM: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// An amount: `49600000.00` is "49,600,000.00" in English and "49 600 000,00" in French.
///
/// What is not an amount is given back as it came: showing it oddly is better than showing another.
pub fn amount(lang: Lang, digits: &str) -> String {
    let (negative, unsigned) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits),
    };
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || fraction.is_some_and(|fraction| !plain(fraction)) {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() * 2);
    if negative {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(lang.pick(',', NARROW));
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(lang.pick('.', ','));
        text.push_str(fraction);
    }
    text
}

/// An amount with its unit. A currency code stands before the number in English and after it in French; any other
/// unit stands after it in both.
pub fn money(lang: Lang, digits: &str, unit: Option<&str>) -> String {
    let number = amount(lang, digits);
    match unit {
        None => number,
        Some("%" | "percent") => percent(lang, digits),
        Some(code) if lang == Lang::En && is_currency(code) => format!("{code}{FIRM}{number}"),
        Some(code) => format!("{number}{FIRM}{}", unit_word(lang, digits, code)),
    }
}

/// A unit behind its number. A code that we do not know is shown as it is.
fn unit_word<'a>(lang: Lang, digits: &str, code: &'a str) -> &'a str {
    // English counts only one as one; French everything below two.
    let one = lang.pick(digits == "1", matches!(digits.split('.').next(), Some("0" | "1")));
    match code {
        "licence" if one => "licence",
        "licence" => "licences",
        "km2" => "km²",
        other => other,
    }
}

/// A percentage.
pub fn percent(lang: Lang, digits: &str) -> String {
    let number = amount(lang, digits);
    match lang {
        Lang::En => format!("{number}%"),
        Lang::Fr => format!("{number}{NARROW}%"),
    }
}

/// A count.
pub fn whole(lang: Lang, number: i32) -> String {
    amount(lang, &number.to_string())
}

/// True for what looks like an ISO 4217 code.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_language_writes_its_own_way() {
        assert_eq!(amount(Lang::En, "49600000.00"), "49,600,000.00");
        assert_eq!(amount(Lang::Fr, "49600000.00"), "49\u{202f}600\u{202f}000,00");
        assert_eq!(amount(Lang::En, "-9336838"), "\u{2212}9,336,838");
        assert_eq!(amount(Lang::En, "0"), "0");
        assert_eq!(amount(Lang::En, "999"), "999");
        assert_eq!(money(Lang::En, "400000", Some("USD")), "USD\u{a0}400,000");
        assert_eq!(money(Lang::Fr, "400000", Some("USD")), "400\u{202f}000\u{a0}USD");
        assert_eq!(money(Lang::En, "131369", Some("ct")), "131,369\u{a0}ct");
        assert_eq!(money(Lang::En, "15", Some("percent")), "15%");
        assert_eq!(money(Lang::En, "1", Some("licence")), "1\u{a0}licence");
        assert_eq!(money(Lang::En, "0", Some("licence")), "0\u{a0}licences");
        assert_eq!(money(Lang::Fr, "0", Some("licence")), "0\u{a0}licence");
        assert_eq!(money(Lang::Fr, "1200", Some("licence")), "1\u{202f}200\u{a0}licences");
        assert_eq!(money(Lang::Fr, "7.5", Some("km2")), "7,5\u{a0}km²");
        assert_eq!(money(Lang::En, "7.5", Some("ha")), "7.5\u{a0}ha");
        assert_eq!(percent(Lang::Fr, "99.20"), "99,20\u{202f}%");
    }

    #[test]
    fn what_is_not_an_amount_is_not_made_into_one() {
        for odd in ["", "-", ".5", "5.", "1e6", "NaN", "1,000", "<b>1</b>"] {
            assert_eq!(amount(Lang::En, odd), odd);
        }
    }

    proptest! {
        #[test]
        fn every_digit_survives(digits in "-?[0-9]{1,40}(\\.[0-9]{1,20})?") {
            for lang in Lang::ALL {
                let shown = amount(lang, &digits);
                let read_back: String = shown.chars().filter_map(|letter| match letter {
                    MINUS => Some('-'),
                    ',' if lang == Lang::En => None,
                    ',' => Some('.'),
                    NARROW => None,
                    other => Some(other),
                }).collect();
                prop_assert_eq!(&read_back, &digits);
            }
        }
    }
}
