//! What was done between the spelling and the figure, so that it can be shown and disputed.

use reconcile::Currency;

use crate::lang::Lang;
use crate::number::Mark;

/// One step from a spelling to a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The decimal mark was decided by the rest of the file.
    MarkDecided(Mark),
    /// A word multiplied the digits: the figure is rounded to what it printed.
    Scaled {
        /// The word, folded.
        word: String,
        /// How many zeros it added.
        zeros: u32,
    },
    /// The header multiplies every figure of its column.
    ScaledByHeader(u32),
    /// Brackets stand for a minus.
    Brackets,
    /// The minus stands after the digits.
    MinusAfter,
    /// A word of several currencies means that of the row.
    CurrencyByColumn(Currency),
    /// … means what a person answered.
    CurrencyAnswered(Currency),
    /// … means that of the country.
    CurrencyByCountry(Currency),
    /// … means that of the time.
    CurrencyByDate(Currency),
}

impl Step {
    /// The step in a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let power = |zeros: u32| format!("1{}", "0".repeat(zeros as usize));
        match (self, lang) {
            (Step::MarkDecided(mark), Lang::En) => format!("`{}` is the decimal mark of the file", mark.char()),
            (Step::MarkDecided(mark), Lang::Fr) => format!("`{}` est la marque décimale du fichier", mark.char()),
            (Step::Scaled { word, zeros }, Lang::En) => format!("`{word}` multiplies by {}", power(*zeros)),
            (Step::Scaled { word, zeros }, Lang::Fr) => format!("`{word}` multiplie par {}", power(*zeros)),
            (Step::ScaledByHeader(zeros), Lang::En) => format!("the header multiplies by {}", power(*zeros)),
            (Step::ScaledByHeader(zeros), Lang::Fr) => format!("l’en-tête multiplie par {}", power(*zeros)),
            (Step::Brackets, Lang::En) => "brackets stand for a minus".to_owned(),
            (Step::Brackets, Lang::Fr) => "les parenthèses valent un moins".to_owned(),
            (Step::MinusAfter, Lang::En) => "the minus stands after the digits".to_owned(),
            (Step::MinusAfter, Lang::Fr) => "le moins suit les chiffres".to_owned(),
            (Step::CurrencyByColumn(currency), Lang::En) => format!("the currency is that of the row: {currency}"),
            (Step::CurrencyByColumn(currency), Lang::Fr) => {
                format!("la monnaie est celle de la ligne\u{a0}: {currency}")
            }
            (Step::CurrencyAnswered(currency), Lang::En) => format!("as was answered, the word means {currency}"),
            (Step::CurrencyAnswered(currency), Lang::Fr) => {
                format!("selon la réponse donnée, le mot désigne {currency}")
            }
            (Step::CurrencyByCountry(currency), Lang::En) => format!("in this country the word means {currency}"),
            (Step::CurrencyByCountry(currency), Lang::Fr) => format!("dans ce pays le mot désigne {currency}"),
            (Step::CurrencyByDate(currency), Lang::En) => format!("at that time the word meant {currency}"),
            (Step::CurrencyByDate(currency), Lang::Fr) => format!("à cette date le mot désignait {currency}"),
        }
    }
}
