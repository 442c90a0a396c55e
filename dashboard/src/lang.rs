//! The two languages of every page.
//!
//! A text is always given in both, side by side, so that one without its French does not compile.

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The text in this language.
    pub fn pick<T>(self, en: T, fr: T) -> T {
        match self {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    /// As in an address and in `<html lang>`.
    pub fn code(self) -> &'static str {
        self.pick("en", "fr")
    }

    /// The language's own name for itself.
    pub fn name(self) -> &'static str {
        self.pick("English", "Français")
    }

    /// The language of an address, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The better of the two for a browser's `Accept-Language`; English if it prefers neither.
    pub fn preferred(accept_language: &str) -> Lang {
        let weight = |wanted: Lang| {
            accept_language.split(',').filter_map(|range| weight_for(range, wanted)).max().unwrap_or_default()
        };
        if weight(Lang::Fr) > weight(Lang::En) { Lang::Fr } else { Lang::En }
    }

    /// A number with its noun: "1 gap", "2 gaps". English counts nought as many, French as one.
    pub fn count(self, number: i32, en: [&str; 2], fr: [&str; 2]) -> String {
        let noun = match self {
            Lang::En => en[usize::from(number != 1)],
            Lang::Fr => fr[usize::from(number.abs() >= 2)],
        };
        format!("{}\u{a0}{noun}", crate::number::whole(self, number))
    }
}

/// The weight in thousandths that one range of `Accept-Language` gives to a language, if it speaks of it.
fn weight_for(range: &str, wanted: Lang) -> Option<u32> {
    let (tag, parameter) = range.split_once(';').unwrap_or((range, ""));
    let primary = tag.trim().split('-').next()?;
    if !primary.eq_ignore_ascii_case(wanted.code()) {
        return None;
    }
    let Some(quality) = parameter.trim().strip_prefix("q=") else { return Some(1000) };
    let (whole, fraction) = quality.split_once('.').unwrap_or((quality, ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<u32>().ok()?.min(1) * 1000 + thousandths.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_preference_is_kept() {
        assert_eq!(Lang::preferred("fr-CD,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::preferred("en;q=0.5, fr;q=0.55"), Lang::Fr);
        assert_eq!(Lang::preferred("pt, en;q=0.3, fr;q=0.2"), Lang::En);
        assert_eq!(Lang::preferred(""), Lang::En);
        assert_eq!(Lang::preferred("fr;q=zero,;;q=,"), Lang::En);
    }

    #[test]
    fn nought_is_plural_in_english_and_singular_in_french() {
        assert_eq!(Lang::En.count(0, ["gap", "gaps"], ["écart", "écarts"]), "0\u{a0}gaps");
        assert_eq!(Lang::Fr.count(0, ["gap", "gaps"], ["écart", "écarts"]), "0\u{a0}écart");
        assert_eq!(Lang::Fr.count(1200, ["gap", "gaps"], ["écart", "écarts"]), "1\u{202f}200\u{a0}écarts");
    }
}
