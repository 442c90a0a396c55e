//! Writing days and spans as each language does. Sources often give a month or a year only: that is kept.

use crate::lang::Lang;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A day, a month or a year: `2018-06-18` is "18 June 2018", `2018-06` "June 2018", `2018` "2018".
///
/// An instant is shown as its day. What is not a date is given back as it came.
pub fn day(lang: Lang, iso: &str) -> String {
    let date = iso.split('T').next().unwrap_or(iso);
    let mut parts = date.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().map(|month| month.parse::<usize>().ok().and_then(|number| number.checked_sub(1)));
    let number = parts.next().map(|day| day.parse::<u8>().ok());
    let name = |month: usize| lang.pick(MONTHS_EN, MONTHS_FR).get(month).copied();
    match (month, number) {
        (None, None) => year.to_owned(),
        (Some(Some(month)), None) => name(month).map_or_else(|| iso.to_owned(), |name| format!("{name} {year}")),
        (Some(Some(month)), Some(Some(number))) => match name(month) {
            Some(name) => format!("{}\u{a0}{name} {year}", ordinal(lang, number)),
            None => iso.to_owned(),
        },
        _ => iso.to_owned(),
    }
}

/// The day of the month; the first is "1er" in French.
fn ordinal(lang: Lang, number: u8) -> String {
    match (lang, number) {
        (Lang::Fr, 1) => "1er".to_owned(),
        _ => number.to_string(),
    }
}

/// "since 2018", "depuis le 18 juin 2018": French takes an article before a day, and none before a month or a year.
pub fn since(lang: Lang, iso: &str) -> String {
    let words = lang.pick("since", if is_day(iso) { "depuis le" } else { "depuis" });
    format!("{words} {}", day(lang, iso))
}

/// "until 2018", "jusqu’au 18 juin 2018".
pub fn until(lang: Lang, iso: &str) -> String {
    let words = lang.pick("until", if is_day(iso) { "jusqu’au" } else { "jusqu’en" });
    format!("{words} {}", day(lang, iso))
}

/// True for what names a day, and not only a month or a year.
pub fn is_day(iso: &str) -> bool {
    iso.len() == "2018-06-18".len() && iso.bytes().filter(|byte| *byte == b'-').count() == 2
}

/// A span of days: whole years as years, anything else from day to day. `None` where neither end is known.
pub fn span(lang: Lang, from: Option<&str>, to: Option<&str>) -> Option<String> {
    match (from, to) {
        (None, None) => None,
        (Some(from), None) => Some(since(lang, from)),
        (None, Some(to)) => Some(until(lang, to)),
        (Some(from), Some(to)) => Some(match (from.strip_suffix("-01-01"), to.strip_suffix("-12-31")) {
            (Some(first), Some(last)) if first == last => first.to_owned(),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            _ => format!("{} – {}", day(lang, from), day(lang, to)),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_keep_their_precision() {
        assert_eq!(day(Lang::En, "2018-06-18"), "18\u{a0}June 2018");
        assert_eq!(day(Lang::Fr, "2018-08-01"), "1er\u{a0}août 2018");
        assert_eq!(day(Lang::Fr, "2019-10"), "octobre 2019");
        assert_eq!(day(Lang::En, "2009"), "2009");
        assert_eq!(day(Lang::En, "2026-11-24T21:28:00Z"), "24\u{a0}November 2026");
        assert_eq!(day(Lang::En, "2019-13"), "2019-13");
        assert_eq!(day(Lang::En, "next-year-03-15"), "next-year-03-15");
    }

    #[test]
    fn whole_years_are_written_as_years() {
        let written = |from, to| span(Lang::En, from, to);
        assert_eq!(written(Some("2018-01-01"), Some("2018-12-31")).as_deref(), Some("2018"));
        assert_eq!(written(Some("2009-01-01"), Some("2011-12-31")).as_deref(), Some("2009–2011"));
        assert_eq!(
            written(Some("2018-01-01"), Some("2020-03-31")).as_deref(),
            Some("1\u{a0}January 2018 – 31\u{a0}March 2020")
        );
        assert_eq!(written(None, None), None);
    }
}
