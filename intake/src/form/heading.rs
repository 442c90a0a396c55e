//! What one header says: which field, in what role, of which money, in thousands or not.

use reconcile::{Role, Unit};

use super::Field;
use super::hints::{ROLES, SCALES};
use super::phrases::PHRASES;
use crate::number::phrase::folded;
use crate::number::{Context, ReadUnit, read_unit};

/// The longest text that is taken for a header.
const CHARS_MAX: usize = 120;
/// A header that is nothing but the phrase.
const WHOLE: u32 = 1_000;

/// A header, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// What it is called: each language of a bilingual header, and the last part of a form's path.
    names: Vec<String>,
    /// The word of money in it, as it is written.
    pub money: Option<String>,
    /// Zeros that it adds to the figures below.
    pub zeros: u32,
    /// In what role the figures below are.
    pub role: Option<Role>,
}

impl Heading {
    /// Takes a header apart; nothing where the text is too long to be one, or empty.
    pub fn read(text: &str) -> Option<Heading> {
        if text.trim().is_empty() || text.chars().count() > CHARS_MAX {
            return None;
        }
        let (outside, beside) = without_brackets(text);
        let all = plain(text);
        let words = || all.split(' ');
        let zeros = SCALES.iter().find(|(_, known)| words().any(|word| known.contains(&word)));
        let role = ROLES.iter().find(|(_, known)| words().any(|word| known.contains(&word)));
        let mut names: Vec<String> =
            outside.split(['\n', '|', '/']).map(plain).filter(|name| !name.is_empty()).collect();
        // The last part of a path such as `payment/amount` is the question itself.
        names.reverse();
        names.dedup();
        Some(Heading {
            names,
            money: money(&outside, &beside),
            zeros: zeros.map_or(0, |(zeros, _)| *zeros),
            role: role.map(|(role, _)| *role),
        })
    }

    /// True where the header is one of these phrases and nothing else.
    pub fn is_one_of(&self, phrases: &[&str]) -> bool {
        self.names.first().is_some_and(|name| phrases.contains(&name.as_str()))
    }

    /// The field that it names, and how surely: what is the whole header before what is a part of it, and then the longest.
    pub fn field(&self) -> Option<(Field, u32)> {
        let fits = self.names.iter().flat_map(|name| {
            PHRASES.iter().flat_map(move |(field, phrases)| {
                phrases.iter().filter_map(move |phrase| Some((*field, fit(name, phrase)?)))
            })
        });
        // Among equals the first phrase of the table wins.
        fits.fold(None, |best: Option<(Field, u32)>, found| match best {
            Some(best) if best.1 >= found.1 => Some(best),
            _ => Some(found),
        })
    }
}

/// How well a phrase fits a name: not at all, as a part of it, or wholly.
fn fit(name: &str, phrase: &str) -> Option<u32> {
    let length = phrase.len() as u32;
    if name == phrase {
        return Some(WHOLE + length);
    }
    let begins = |at: usize| at == 0 || name.as_bytes()[at - 1] == b' ';
    let ends = |at: usize| at == name.len() || name.as_bytes()[at] == b' ';
    let mut found = name.match_indices(phrase);
    // A word of one letter or two inside a longer header says nothing.
    (phrase.len() > 2 && found.any(|(at, _)| begins(at) && ends(at + phrase.len()))).then_some(length)
}

/// Small letters without accents, and only spaces between words.
pub(super) fn plain(text: &str) -> String {
    let words: String = folded(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands outside of brackets, and what within.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut within, mut depth) = (String::new(), Vec::new(), 0_u32);
    for c in text.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                within.push(String::new());
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => match within.last_mut().filter(|_| depth > 0) {
                Some(inner) => inner.push(c),
                None => outside.push(c),
            },
        }
    }
    (outside, within)
}

/// The word of money in a header: any in brackets or after "in"; elsewhere a code in capital letters only, because `Le`
/// is an article too.
fn money(outside: &str, within: &[String]) -> Option<String> {
    let is_money = |text: &str| match read_unit(text, &Context::default()) {
        ReadUnit::Unit(unit, _) => unit != Unit::Tonne || text.len() > 1,
        ReadUnit::Asked(_) => true,
        ReadUnit::Unknown => false,
    };
    let words = |text: &str| -> Vec<String> {
        text.split([' ', '_', ',', ';', '\n', '/', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let last_words =
        |words: &[String]| (0..words.len()).map(|first| words[first..].join(" ")).find(|text| is_money(text));
    let bracketed = within.iter().find_map(|text| last_words(&words(text)));
    let outside = words(outside);
    let joint = outside.iter().rposition(|word| matches!(word.as_str(), "in" | "en" | "em" | "IN" | "EN" | "EM"));
    let after = joint.and_then(|at| last_words(&outside[at + 1..]));
    let is_code =
        |word: &&String| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && is_money(word);
    bracketed.or(after).or_else(|| outside.iter().find(is_code).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let heading = Heading::read(text).expect("a header");
        let field = heading.field().map_or("nothing", |(field, _)| field.as_str());
        let role = heading.role.map_or(String::new(), |role| format!(" {role}"));
        let money = heading.money.map_or(String::new(), |money| format!(" in {money}"));
        let zeros = if heading.zeros > 0 { format!(" x10^{}", heading.zeros) } else { String::new() };
        format!("{field}{role}{money}{zeros}")
    }

    #[test]
    fn headers_are_read_in_three_languages() {
        let cases = [
            ("Amount (USD)", "amount in USD"),
            ("Montant payé (en milliers de FCFA)", "amount paid in FCFA x10^3"),
            ("Le montant", "amount"),
            ("VALOR RECEBIDO EM KWANZAS", "amount received in KWANZAS"),
            ("Amount_received_SLE", "amount received in SLE"),
            ("Date of payment", "paid_on"),
            ("Date de paiement", "paid_on"),
            ("Amount / Montant", "amount"),
            ("payment/amount_received", "amount received"),
            ("Empresa", "payer"),
            ("Collectivité bénéficiaire", "recipient"),
            ("Nom de l’entreprise", "payer"),
            ("Revenue stream name", "stream"),
            ("Exercice fiscal", "period_label"),
            ("_submission_time", "stated_on"),
            ("Mineral", "commodity"),
            ("Phone", "nothing"),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
