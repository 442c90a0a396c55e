//! The pieces of a date: numbers, months in letters, words for parts of a year.

use crate::number::phrase::fold;

/// One piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits as they stand: `2022` and `22` are not the same year.
    Digits(String),
    /// A month in letters, from 1.
    Month(u32),
    /// A word for a part of the year: four for quarters, two for halves.
    Part(u32),
    /// A word for business years.
    Business,
    /// `-`, `/` or `.`.
    Sign(char),
}

/// English, French, Portuguese; whole and shortened, folded.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "janeiro"],
    &["february", "feb", "fevrier", "fevr", "fev", "fevereiro"],
    &["march", "mar", "mars", "marco"],
    &["april", "apr", "avril", "avr", "abril", "abr"],
    &["may", "mai", "maio"],
    &["june", "jun", "juin", "junho"],
    &["july", "jul", "juillet", "juil", "julho"],
    &["august", "aug", "aout", "agosto", "ago"],
    &["september", "sept", "sep", "septembre", "setembro", "set"],
    &["october", "oct", "octobre", "outubro", "out"],
    &["november", "nov", "novembre", "novembro"],
    &["december", "dec", "decembre", "dezembro", "dez"],
];

const QUARTERS: &[&str] = &["q", "t", "quarter", "qtr", "trimestre", "trim"];
const HALVES: &[&str] = &["h", "s", "half", "semester", "semestre", "sem"];
const BUSINESS: &[&str] = &["fy", "exercice", "fiscal", "fiscale", "financial", "budgetaire", "exercicio"];
const ORDINALS: [&[&str]; 4] = [
    &["first", "premier", "premiere", "primeiro"],
    &["second", "deuxieme", "seconde", "segundo"],
    &["third", "troisieme", "terceiro"],
    &["fourth", "quatrieme", "quarto"],
];
/// Words that say nothing about the date: articles, ends of ordinals, days of the week.
const IDLE: &[&str] = &[
    "le",
    "la",
    "l",
    "the",
    "of",
    "de",
    "do",
    "da",
    "du",
    "d",
    "on",
    "from",
    "er",
    "re",
    "st",
    "nd",
    "rd",
    "th",
    "e",
    "eme",
    "o",
    "º",
    "ª",
    "year",
    "annee",
    "an",
    "ano",
    "calendar",
    "civile",
    "civil",
    "month",
    "mois",
    "mes",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "segunda",
    "terca",
    "quarta",
    "quinta",
    "sexta",
    "sabado",
    "domingo",
    "feira",
];

/// The pieces of a text; `None` where there is one that does not belong in a date.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let folded: Vec<char> = text.chars().map(fold).collect();
    let mut rest = folded.as_slice();
    while let Some(first) = rest.first().copied() {
        let class = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let length = match class(first) {
            (false, false) => 1,
            own => rest.iter().take_while(|c| class(**c) == own).count(),
        };
        let (piece, left) = rest.split_at(length);
        rest = left;
        match first {
            ' ' | ',' | '\'' | '°' | '(' | ')' => {}
            '-' | '/' | '.' => tokens.push(Token::Sign(first)),
            _ if first.is_ascii_digit() => tokens.push(Token::Digits(piece.iter().collect())),
            _ if first.is_alphabetic() => tokens.extend(word(&piece.iter().collect::<String>())?),
            _ => return None,
        }
    }
    // Signs between words only hold them together: `18-Apr-2016`, `sept. 2016`, `1st half-year 2022`.
    if tokens.iter().any(|token| matches!(token, Token::Month(_) | Token::Part(_))) {
        tokens.retain(|token| !matches!(token, Token::Sign(_)));
    }
    Some(tokens)
}

/// A word's meaning: the inner option is empty where it says nothing, the outer where it is not known.
fn word(word: &str) -> Option<Option<Token>> {
    let place = |lists: &[&[&str]]| lists.iter().position(|list| list.contains(&word));
    if let Some(month) = place(&MONTHS) {
        return Some(Some(Token::Month(month as u32 + 1)));
    }
    if let Some(ordinal) = place(&ORDINALS) {
        return Some(Some(Token::Digits((ordinal + 1).to_string())));
    }
    match word {
        _ if QUARTERS.contains(&word) => Some(Some(Token::Part(4))),
        _ if HALVES.contains(&word) => Some(Some(Token::Part(2))),
        _ if BUSINESS.contains(&word) => Some(Some(Token::Business)),
        _ if IDLE.contains(&word) => Some(None),
        _ => None,
    }
}
