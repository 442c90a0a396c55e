//! Strangers' spellings of amounts. A plain decimal is read; anything else is named, and the plain spelling suggested
//! where only one is possible. Nothing is ever guessed into a figure.

use reconcile::{Amount, AmountError, DIGITS_MAX};

use crate::finding::Code;

/// Why a text is not a plain decimal, and how it would be written.
pub(crate) struct Misspelled {
    /// Which finding.
    pub code: Code,
    /// What the finding names.
    pub details: Vec<(&'static str, String)>,
}

/// Reads a plain decimal.
pub(crate) fn read_amount(text: &str) -> Result<Amount, Misspelled> {
    text.parse().map_err(|error| diagnose(text, error))
}

fn diagnose(text: &str, error: AmountError) -> Misspelled {
    if error == AmountError::TooLong {
        return too_long();
    }
    let tight: String = text.chars().filter(|c| !is_gap(*c)).collect();
    if tight.chars().count() < text.chars().count() && is_plain_or_separated(&tight) {
        return suggesting(Code::AmountSpace, without_separators(&tight).unwrap_or_default());
    }
    if let Some(misspelled) = separated(&tight) {
        return misspelled;
    }
    if let Some(expanded) = exponent(&tight) {
        return suggesting(Code::AmountExponent, expanded);
    }
    if let Some(bare) = without_symbol(&tight) {
        return suggesting(Code::AmountSymbol, without_separators(&bare).unwrap_or_default());
    }
    if let Some(unsigned) = without_sign(&tight) {
        return suggesting(Code::AmountSign, plain(&unsigned));
    }
    if let Some(code) = shape(&tight) {
        return suggesting(code, plain(&padded(&tight)));
    }
    Misspelled { code: Code::AmountNotANumber, details: Vec::new() }
}

fn too_long() -> Misspelled {
    Misspelled { code: Code::AmountTooLong, details: vec![("max", DIGITS_MAX.to_string())] }
}

/// A finding that suggests a spelling, where there is one that can be kept.
fn suggesting(code: Code, write: Option<String>) -> Misspelled {
    Misspelled { code, details: write.into_iter().map(|text| ("write", text)).collect() }
}

/// Spaces of any width, and the apostrophes that some countries write between thousands.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | '_' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_plain_or_separated(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

fn plain(text: &str) -> Option<String> {
    text.parse::<Amount>().is_ok().then(|| text.to_owned())
}

/// `1,000.00`, `1.000,00`, `1,5`, `1,000`: one meaning, or two.
fn separated(text: &str) -> Option<Misspelled> {
    let has_separators = text.contains(',') || text.matches('.').count() > 1;
    if !has_separators || !is_plain_or_separated(text) {
        return None;
    }
    Some(match without_separators(text) {
        Ok(write) => suggesting(Code::AmountSeparator, write),
        Err((either, or)) => Misspelled { code: Code::AmountAmbiguous, details: vec![("either", either), ("or", or)] },
    })
}

/// The plain spelling of separated digits: `None` where there is none, an error where there are two.
fn without_separators(text: &str) -> Result<Option<String>, (String, String)> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let without = |mark: char| text.replace(mark, "");
    let last_is_point = text.rfind('.') > text.rfind(',');
    Ok(match (commas, points) {
        (0, 0 | 1) => plain(text),
        (1, 0) => {
            let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
            let point = plain(&format!("{whole}.{fraction}"));
            let thousands = plain(&without(','));
            let may_be_thousands = fraction.len() == 3 && (1..=3).contains(&whole.trim_start_matches('-').len());
            match (point, thousands) {
                (Some(point), Some(thousands)) if may_be_thousands => return Err((thousands, point)),
                (point, _) => point,
            }
        }
        (_, 0) => plain(&without(',')),
        (0, _) => plain(&without('.')),
        (_, 1) if last_is_point => plain(&without(',')),
        (1, _) => plain(&without('.').replace(',', ".")),
        _ => None,
    })
}

/// The digits of `1.5e6`, written out; the inner option is empty where they cannot be kept.
fn exponent(text: &str) -> Option<Option<String>> {
    let (mantissa, power) = text.split_once(['e', 'E'])?;
    let power: i32 = power.parse().ok()?;
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let digits_max = DIGITS_MAX as i32;
    if !(-digits_max..=digits_max).contains(&power) || unsigned.len() > DIGITS_MAX {
        return Some(None);
    }
    let digits = format!("{whole}{fraction}");
    // Where the point falls among the digits; beyond either end it is zeros that stand there.
    let point = whole.len() as i32 + power;
    let written = if point <= 0 {
        format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
    } else if point as usize >= digits.len() {
        format!("{digits}{}", "0".repeat(point as usize - digits.len()))
    } else {
        format!("{}.{}", &digits[..point as usize], &digits[point as usize..])
    };
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    Some(plain(&format!("{sign}{}", padded(&written))))
}

/// `$5`, `5USD`, `5%`, `Le5`: the digits without the letters and signs around them.
fn without_symbol(text: &str) -> Option<String> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let bare = text.trim_matches(|c: char| !is_figure(c)).trim_matches([',', '.']);
    let around: String = text.chars().filter(|c| !is_figure(*c)).collect();
    let is_symbol = !around.is_empty()
        && around.chars().count() <= 4
        && around.chars().all(|c| c.is_alphabetic() || matches!(c, '%' | '$' | '€' | '£' | '¥' | '₦'));
    (is_symbol && is_plain_or_separated(bare) && bare.contains(|c: char| c.is_ascii_digit())).then(|| bare.to_owned())
}

/// `+5`, `-0`, `5-`, `(5)`, `−5`: what a plain decimal makes of the sign.
fn without_sign(text: &str) -> Option<String> {
    let is_plain = |rest: &str| plain(rest).is_some();
    let accounting = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let negative = accounting.or_else(|| text.strip_prefix('\u{2212}')).or_else(|| text.strip_suffix('-'));
    if let Some(rest) = negative.filter(|rest| is_plain(rest)) {
        return Some(format!("-{rest}"));
    }
    let positive = text.strip_prefix('+').or_else(|| text.strip_prefix('-'));
    positive.filter(|rest| is_plain(rest)).map(str::to_owned)
}

/// Digits and at most one point that are still not a plain decimal.
fn shape(text: &str) -> Option<Code> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = unsigned.bytes().filter(u8::is_ascii_digit).count();
    let points = unsigned.matches('.').count();
    if digits == 0 || points > 1 || digits + points != unsigned.len() {
        return None;
    }
    let zeros = unsigned.starts_with('0') && !unsigned.starts_with("0.");
    Some(if zeros { Code::AmountLeadingZeros } else { Code::AmountPoint })
}

/// Without leading zeros, and with a digit on both sides of the point.
fn padded(text: &str) -> String {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match fraction {
        None | Some("") => format!("{sign}{whole}"),
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The finding for a spelling: its code, and what it suggests.
    fn said(text: &str) -> (Code, String) {
        let misspelled = match read_amount(text) {
            Ok(amount) => panic!("{text} was read as {amount}"),
            Err(misspelled) => misspelled,
        };
        let texts: Vec<String> = misspelled.details.into_iter().map(|(_, text)| text).collect();
        (misspelled.code, texts.join(" or "))
    }

    #[test]
    fn every_misspelling_has_its_own_name_and_its_plain_spelling() {
        let cases = [
            ("1,000.00", Code::AmountSeparator, "1000.00"),
            ("1.000,00", Code::AmountSeparator, "1000.00"),
            ("1,559,732", Code::AmountSeparator, "1559732"),
            ("1.559.732", Code::AmountSeparator, "1559732"),
            ("0,5", Code::AmountSeparator, "0.5"),
            ("1,000", Code::AmountAmbiguous, "1000 or 1.000"),
            ("1 000", Code::AmountSpace, "1000"),
            ("1\u{202f}000,50", Code::AmountSpace, "1000.50"),
            ("1'000.50", Code::AmountSpace, "1000.50"),
            ("1e6", Code::AmountExponent, "1000000"),
            ("1.25E+3", Code::AmountExponent, "1250"),
            ("25e-3", Code::AmountExponent, "0.025"),
            ("1.234e1", Code::AmountExponent, "12.34"),
            ("1e999", Code::AmountExponent, ""),
            ("$80,000.00", Code::AmountSymbol, "80000.00"),
            ("5 USD", Code::AmountSymbol, "5"),
            ("12%", Code::AmountSymbol, "12"),
            ("+5", Code::AmountSign, "5"),
            ("-0", Code::AmountSign, "0"),
            ("(500)", Code::AmountSign, "-500"),
            ("−500", Code::AmountSign, "-500"),
            ("007", Code::AmountLeadingZeros, "7"),
            ("00", Code::AmountLeadingZeros, "0"),
            (".5", Code::AmountPoint, "0.5"),
            ("5.", Code::AmountPoint, "5"),
            ("NaN", Code::AmountNotANumber, ""),
            ("inf", Code::AmountNotANumber, ""),
            ("about a million", Code::AmountNotANumber, ""),
            ("٣", Code::AmountNotANumber, ""),
            ("-", Code::AmountNotANumber, ""),
            ("1234567890123456789012345678901234567890", Code::AmountTooLong, "28"),
        ];
        for (text, code, write) in cases {
            assert_eq!(said(text), (code, write.to_owned()), "{text}");
        }
    }
}
