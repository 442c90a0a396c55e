//! A cell or a header that names what figures count, without a figure: `USD`, `FCFA`, `carats`.

use reconcile::{Currency, Unit};

use super::money::{Chosen, Counted, choose, counted, written};
use super::phrase::bare;
use super::{About, Context, Question, Step};

/// What a text says that figures count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadUnit {
    /// One currency or unit, and how a word with several meanings was settled.
    Unit(Unit, Option<Step>),
    /// A word of several currencies, which nothing settles.
    Asked(Question),
    /// No word that is known.
    Unknown,
}

/// Reads a currency or a unit that stands alone.
pub fn read_unit(text: &str, context: &Context<'_>) -> ReadUnit {
    match counted(bare(text)) {
        Some((Counted::Unit(unit), "")) => ReadUnit::Unit(unit, None),
        Some((Counted::Word(word), "")) => match choose(word, context) {
            Chosen::One(currency, step) => ReadUnit::Unit(Unit::Money(currency), step),
            Chosen::Several(candidates) | Chosen::Differs(candidates) => {
                let readings = candidates.iter().map(Currency::to_string).collect();
                let spelling = written(word).to_owned();
                ReadUnit::Asked(Question { about: About::Currency, spelling, readings })
            }
        },
        _ => ReadUnit::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_settled_by_country_and_time_or_asked() {
        let read = |text, country| match read_unit(text, &Context { country, ..Context::default() }) {
            ReadUnit::Unit(unit, _) => unit.code().to_owned(),
            ReadUnit::Asked(question) => question.readings.join(" or "),
            ReadUnit::Unknown => "unknown".to_owned(),
        };
        assert_eq!(read(" usd", None), "USD");
        assert_eq!(read("FCFA", Some("CI")), "XOF");
        assert_eq!(read("F CFA", None), "XAF or XOF");
        assert_eq!(read("carats", None), "ct");
        assert_eq!(read("Ministry", None), "unknown");
    }
}
