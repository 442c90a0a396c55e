//! Words of names that say less than others: the form of a company, the kind of a body, the trade.

/// How much a word says of who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing: articles, and the form of a company.
    Nothing,
    /// The trade, which most names of the field have.
    Trade,
    /// What kind of body it is.
    Body,
    /// A number, a letter: two names with different ones are never one.
    Number,
    /// A word of its own.
    Own,
}

const NOTHING: &str = "the of and for at in on a de du des d la le les l et en au aux pour da do dos das e \
    sarl sarlu sa sas sau sasu sprl spr srl scs snc gie ltd limited ltee ltda lda pty proprietary plc inc incorporated llc llp \
    lp ag gmbh bv nv ab oy pvt pte private spa ooo oao pjsc jsc kk corp co cie";

/// A word, the English word that stands for it, and what it says.
const SHARED: &[(&str, &str, Weight)] = &[
    ("company", "company", Weight::Trade),
    ("compagnie", "company", Weight::Trade),
    ("societe", "company", Weight::Trade),
    ("companhia", "company", Weight::Trade),
    ("sociedade", "company", Weight::Trade),
    ("corporation", "company", Weight::Trade),
    ("entreprise", "company", Weight::Trade),
    ("enterprise", "company", Weight::Trade),
    ("enterprises", "company", Weight::Trade),
    ("mining", "mining", Weight::Trade),
    ("mine", "mining", Weight::Trade),
    ("mines", "mining", Weight::Trade),
    ("minier", "mining", Weight::Trade),
    ("miniere", "mining", Weight::Trade),
    ("minieres", "mining", Weight::Trade),
    ("mineira", "mining", Weight::Trade),
    ("mineral", "minerals", Weight::Trade),
    ("minerals", "minerals", Weight::Trade),
    ("mineraux", "minerals", Weight::Trade),
    ("minerales", "minerals", Weight::Trade),
    ("diamond", "diamonds", Weight::Trade),
    ("diamonds", "diamonds", Weight::Trade),
    ("diamant", "diamonds", Weight::Trade),
    ("diamants", "diamonds", Weight::Trade),
    ("gold", "gold", Weight::Trade),
    ("or", "gold", Weight::Trade),
    ("resource", "resources", Weight::Trade),
    ("resources", "resources", Weight::Trade),
    ("ressources", "resources", Weight::Trade),
    ("exploration", "exploration", Weight::Trade),
    ("holding", "holding", Weight::Trade),
    ("holdings", "holding", Weight::Trade),
    ("group", "group", Weight::Trade),
    ("groupe", "group", Weight::Trade),
    ("international", "international", Weight::Trade),
    ("investment", "investment", Weight::Trade),
    ("investments", "investment", Weight::Trade),
    ("investissement", "investment", Weight::Trade),
    ("development", "development", Weight::Trade),
    ("developpement", "development", Weight::Trade),
    ("government", "government", Weight::Body),
    ("gouvernement", "government", Weight::Body),
    ("governo", "government", Weight::Body),
    ("ministry", "ministry", Weight::Body),
    ("ministere", "ministry", Weight::Body),
    ("ministerio", "ministry", Weight::Body),
    ("council", "council", Weight::Body),
    ("conseil", "council", Weight::Body),
    ("district", "district", Weight::Body),
    ("city", "city", Weight::Body),
    ("commune", "commune", Weight::Body),
    ("communes", "commune", Weight::Body),
    ("municipal", "city", Weight::Body),
    ("rural", "rural", Weight::Body),
    ("rurale", "rural", Weight::Body),
    ("urban", "urban", Weight::Body),
    ("urbaine", "urban", Weight::Body),
    ("prefecture", "prefecture", Weight::Body),
    ("province", "province", Weight::Body),
    ("provincia", "province", Weight::Body),
    ("sector", "sector", Weight::Body),
    ("secteur", "sector", Weight::Body),
    ("chiefdom", "chiefdom", Weight::Body),
    ("chefferie", "chiefdom", Weight::Body),
    ("chief", "chief", Weight::Body),
    ("chef", "chief", Weight::Body),
    ("paramount", "paramount", Weight::Body),
    ("supreme", "paramount", Weight::Body),
    ("community", "community", Weight::Body),
    ("communaute", "community", Weight::Body),
    ("communities", "community", Weight::Body),
    ("village", "village", Weight::Body),
    ("fund", "fund", Weight::Body),
    ("fonds", "fund", Weight::Body),
    ("fundo", "fund", Weight::Body),
    ("trust", "trust", Weight::Body),
    ("treasury", "treasury", Weight::Body),
    ("tresor", "treasury", Weight::Body),
    ("agency", "agency", Weight::Body),
    ("agence", "agency", Weight::Body),
    ("authority", "authority", Weight::Body),
    ("autorite", "authority", Weight::Body),
    ("national", "national", Weight::Body),
    ("nationale", "national", Weight::Body),
    ("administration", "administration", Weight::Body),
    ("office", "office", Weight::Body),
    ("aggregate", "aggregate", Weight::Body),
    ("agregat", "aggregate", Weight::Body),
];

/// The word that stands for this one, and how much it says.
pub(super) fn weighed(word: &str) -> (&str, Weight) {
    if let Some((_, shared, weight)) = SHARED.iter().find(|(known, _, _)| *known == word) {
        return (shared, *weight);
    }
    let is_roman = word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    if NOTHING.split_whitespace().any(|known| known == word) {
        (word, Weight::Nothing)
    } else if is_roman || word.chars().count() == 1 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        (word, Weight::Number)
    } else {
        (word, Weight::Own)
    }
}
