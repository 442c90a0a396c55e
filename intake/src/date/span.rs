//! A whole cell: a time of day left aside, one date, or from one date to another.

use reconcile::Period;

use super::parse::read;
use super::token::{Token, tokens};
use super::{DateSpelling, Dated, When, calendar};
use crate::finding::Code;
use crate::number::phrase::{bare, folded};
use crate::number::{Remark, absent};

/// The longest text that is looked at as a date.
const CHARS_MAX: usize = 100;
/// What stands between the two ends of a period, folded; words before signs.
const BETWEEN: &[&str] =
    &[" jusqu'au ", " until ", " through ", " to ", " au ", " ate ", " a ", " et ", " and ", " - ", "..", "-"];
/// What stands before the first end.
const OPENING: &[&str] = &["du ", "from ", "between ", "entre ", "de ", "le "];

/// Reads one cell by itself. Nothing is decided here: a date with two readings keeps both.
pub fn read_date(text: &str) -> DateSpelling {
    let text = bare(text);
    let bad = || DateSpelling::Refused(Remark::new(Code::DateBad));
    if text.is_empty() {
        return DateSpelling::Blank;
    }
    if text.chars().count() > CHARS_MAX {
        return bad();
    }
    if let Some(absent) = absent(text) {
        return DateSpelling::Absent(absent);
    }
    let text = folded(text);
    if let Some(when) = stamped(&text) {
        return when;
    }
    let text = without_time(&text);
    let single = tokens(text).map(|tokens| read(&tokens)).unwrap_or_else(bad);
    match single {
        DateSpelling::Refused(remark) => between(text).unwrap_or(DateSpelling::Refused(remark)),
        read => read,
    }
}

/// `20Sep21:09:31:08`, as a statistical program stamps its rows: the year has two digits, of this century.
fn stamped(text: &str) -> Option<DateSpelling> {
    let (date, time) = text.split_once(':')?;
    let is_time = time.split(':').count() == 3 && time.split(':').all(|part| is_digits(part, 2));
    let tokens = tokens(date)?;
    let [Token::Digits(day), Token::Month(month), Token::Digits(year)] = tokens.as_slice() else { return None };
    if !is_time || !is_digits(day, 2) || !is_digits(year, 2) {
        return None;
    }
    let when = calendar::day(2000 + year.parse::<i32>().ok()?, *month, day.parse().ok()?)?;
    Some(DateSpelling::Dated(Dated::clear(when)))
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text before a time of day (`2017-12-21t00:00:00z`, `21/12/2017 8:15`).
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let Some(start) = text[..colon].rfind(['t', ' ']) else { return text };
    let time = text[start + 1..].trim_end_matches(['z', ' ']).trim_end_matches(" am").trim_end_matches(" pm");
    let mut parts = time.split([':', '.', '+']);
    let is_time = parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_time { &text[..start] } else { text }
}

/// From one date to another; the first may leave its year to the second (`janvier à mars 2022`).
fn between(text: &str) -> Option<DateSpelling> {
    let text = OPENING.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let (first, last) = BETWEEN.iter().find_map(|mark| {
        let (first, last) = text.split_once(mark)?;
        // One sign parts two dates; several belong to the dates themselves.
        (!last.contains(mark)).then_some((first, last))
    })?;
    let end = dated(last)?;
    let year: String = last.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let start = dated(first).or_else(|| dated(&format!("{first} {year}")))?;
    let join = |start: Option<When>, end: Option<When>| start.zip(end).map(|(start, end)| (start.first(), end.last()));
    let by_order = [join(start.day_first, end.day_first), join(start.month_first, end.month_first)];
    // A period that ends before it starts by one of the orders may be a slip, and is no proof of the other.
    if by_order.iter().flatten().any(|(first, last)| last < first) {
        return None;
    }
    let [day_first, month_first] = by_order.map(|ends| Period::new(ends?.0, ends?.1).map(When::Period));
    Dated::by_order(day_first, month_first).map(DateSpelling::Dated)
}

fn dated(text: &str) -> Option<Dated> {
    match read(&tokens(text)?) {
        DateSpelling::Dated(dated) => Some(dated),
        DateSpelling::Part(part) => part.resolve(None).ok().map(Dated::clear),
        _ => None,
    }
}
