//! One date, one part of a year or one business year, from its pieces.

use super::token::Token;
use super::{BusinessYear, DateSpelling, Dated, Part, calendar};
use crate::finding::Code;
use crate::number::Remark;

/// What the pieces say.
pub(super) fn read(tokens: &[Token]) -> DateSpelling {
    let found = match tokens {
        [Token::Business, rest @ ..] | [rest @ .., Token::Business] => business(rest),
        _ if tokens.iter().any(|token| matches!(token, Token::Part(_))) => part(tokens),
        _ if tokens.iter().any(|token| matches!(token, Token::Month(_))) => lettered(tokens),
        _ => numeric(tokens),
    };
    found.unwrap_or_else(|code| DateSpelling::Refused(Remark::new(code)))
}

type Found = Result<DateSpelling, Code>;

fn dated(when: Option<super::When>) -> Found {
    when.map(|when| DateSpelling::Dated(Dated::clear(when))).ok_or(Code::DateBad)
}

/// A year of four digits.
fn year_of(digits: &str) -> Option<i32> {
    (digits.len() == 4).then(|| digits.parse().ok()).flatten()
}

/// A day, a month, the number of a quarter: one digit or two.
fn small(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// The error of a date whose last number should be a year: of two digits, or none at all.
fn short_or_bad(digits: &str) -> Code {
    if digits.len() == 2 { Code::DateYearShort } else { Code::DateBad }
}

/// `18 Apr 2016`, `April 18, 2016`, `2016 avril 18`, `avril 2016`.
fn lettered(tokens: &[Token]) -> Found {
    use Token::{Digits, Month};
    let (day, month, year) = match tokens {
        [Month(month), Digits(year)] | [Digits(year), Month(month)] => (None, *month, year),
        [Digits(year), Month(month), Digits(day)] if year.len() == 4 => (Some(day), *month, year),
        [Digits(day), Month(month), Digits(year)] | [Month(month), Digits(day), Digits(year)] => {
            (Some(day), *month, year)
        }
        _ => return Err(Code::DateBad),
    };
    let number = year_of(year).ok_or_else(|| short_or_bad(year))?;
    match day {
        None => dated(calendar::month(number, month)),
        Some(day) => dated(small(day).and_then(|day| calendar::day(number, month, day))),
    }
}

/// `T1 2022`, `2022-Q1`, `1er semestre 2023`, `first half of 2023`.
fn part(tokens: &[Token]) -> Found {
    let mut of = None;
    let mut numbers = Vec::new();
    for token in tokens {
        match token {
            Token::Part(parts) if of.is_none() => of = Some(*parts),
            Token::Digits(digits) => numbers.push(digits.as_str()),
            _ => return Err(Code::DateBad),
        }
    }
    let (Some(of), [one, other]) = (of, numbers.as_slice()) else { return Err(Code::DateBad) };
    let (nth, year) = if one.len() == 4 { (other, one) } else { (one, other) };
    let year = year_of(year).ok_or_else(|| short_or_bad(year))?;
    let nth = small(nth).filter(|nth| (1..=of).contains(nth)).ok_or(Code::DateBad)?;
    let part = Part { of, nth, year };
    part.resolve(None).map(|_| DateSpelling::Part(part)).map_err(|_| Code::DateBad)
}

/// What stands beside `exercice` or `FY`.
fn business(tokens: &[Token]) -> Found {
    let bare: Vec<&Token> = tokens.iter().filter(|token| **token != Token::Business).collect();
    match bare.as_slice() {
        [Token::Digits(year)] => {
            let number = year_of(year).ok_or_else(|| short_or_bad(year))?;
            dated(calendar::year(number)).map(|_| DateSpelling::BusinessYear(BusinessYear::One(number)))
        }
        [Token::Digits(first), Token::Sign('/' | '-'), Token::Digits(second)] => {
            two_years(first, second).map(DateSpelling::BusinessYear).ok_or(Code::DateBad)
        }
        _ => Err(Code::DateBad),
    }
}

/// `2022/23`, `2022-2023`: a year and the one after it.
fn two_years(first: &str, second: &str) -> Option<BusinessYear> {
    let number = year_of(first)?;
    calendar::year(number)?;
    let next = (number + 1).to_string();
    let is_next = second == next || (second.len() == 2 && next.ends_with(second));
    is_next.then_some(BusinessYear::Two(number))
}

fn numeric(tokens: &[Token]) -> Found {
    use Token::{Digits, Sign};
    match tokens {
        [Digits(digits)] if digits.len() == 8 => {
            let number = |range| digits.get(range).and_then(|part: &str| part.parse::<u32>().ok()).unwrap_or_default();
            dated(calendar::day(number(0..4) as i32, number(4..6), number(6..8)))
        }
        [Digits(year)] => dated(year_of(year).and_then(calendar::year)),
        [Digits(one), Sign(_), Digits(other)] => two_numbers(one, other),
        [Digits(one), Sign(sign), Digits(two), Sign(same), Digits(three)] if sign == same => {
            three_numbers(one, two, three)
        }
        _ => Err(Code::DateBad),
    }
}

/// `2022-03`, `03/2022`, `2022/23`; and `2011-12`, which may be either.
fn two_numbers(one: &str, other: &str) -> Found {
    if let (Some(month), Some(year)) = (small(one), year_of(other)) {
        return dated(calendar::month(year, month));
    }
    let years = two_years(one, other);
    let month = year_of(one).zip(small(other)).and_then(|(year, month)| calendar::month(year, month));
    match (month, years) {
        (Some(month), Some(years)) => Ok(DateSpelling::MonthOrYears(month, years)),
        (None, Some(years)) => Ok(DateSpelling::BusinessYear(years)),
        (month, None) => dated(month),
    }
}

/// `2017/12/21`, or by the order of day and month.
fn three_numbers(one: &str, two: &str, three: &str) -> Found {
    let middle = small(two).ok_or(Code::DateBad)?;
    if let Some(year) = year_of(one) {
        return dated(small(three).and_then(|day| calendar::day(year, middle, day)));
    }
    let first = small(one).ok_or(Code::DateBad)?;
    let year = year_of(three).ok_or_else(|| short_or_bad(three))?;
    Dated::by_order(calendar::day(year, middle, first), calendar::day(year, first, middle))
        .map(DateSpelling::Dated)
        .ok_or(Code::DateBad)
}
