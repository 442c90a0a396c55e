//! Words in cells that mean a word of ours: `reçu` is `received`, `Mairie` is nobody's side but a community's council.

use super::Field;
use super::heading::plain;
use crate::vocabulary::{CLAIM_KINDS, Word as _};
use reconcile::{Absence, Nature, Precision, Role, Side};

/// What people write for the words of a field; all plain.
const SYNONYMS: &[(Field, &str, &[&str])] = &[
    (Field::Side, "company", &["companies", "entreprise", "societe", "compagnie", "empresa", "operator", "operateur"]),
    (Field::Side, "government", &["state", "gouvernement", "etat", "administration", "governo", "estado"]),
    (
        Field::Side,
        "community",
        &[
            "council",
            "communaute",
            "commune",
            "collectivite",
            "mairie",
            "comunidade",
            "municipio",
            "chiefdom",
            "village",
        ],
    ),
    (
        Field::Side,
        "third_party",
        &["auditor", "press", "ngo", "tiers", "auditeur", "presse", "ong", "terceiro", "imprensa"],
    ),
    (Field::Role, "paid", &["paye", "payee", "verse", "versee", "payment", "paiement", "pago", "declared", "declare"]),
    (Field::Role, "received", &["recu", "recue", "percu", "receipt", "recette", "encaisse", "recebido"]),
    (Field::Role, "pledged", &["promised", "promis", "promise", "engagement", "prometido"]),
    (Field::Role, "base", &["production", "turnover", "chiffre d affaires", "base de calcul"]),
    (Field::Nature, "mandatory", &["obligatory", "obligatoire", "obrigatorio", "legal"]),
    (Field::Nature, "voluntary", &["volontaire", "voluntario"]),
    (Field::Nature, "pledge", &["promesse", "promessa"]),
    (Field::Precision, "about", &["approximate", "approximatif", "environ", "aproximado"]),
    (Field::Precision, "rounded", &["arrondi", "arredondado"]),
    (Field::Precision, "at_least", &["at least", "au moins", "pelo menos"]),
    (Field::Precision, "exact", &["exato"]),
];

/// The words that a field can have; nothing where it takes any text.
pub(super) fn words(field: Field) -> Option<Vec<&'static str>> {
    Some(match field {
        Field::Side => Side::words().collect(),
        Field::Role => Role::words().collect(),
        Field::Nature => Nature::words().collect(),
        Field::Precision => Precision::words().collect(),
        Field::Absence => Absence::words().collect(),
        Field::Kind => CLAIM_KINDS.to_vec(),
        _ => return None,
    })
}

/// The word of ours that a cell means; both halves of a bilingual choice such as `received / reçu` are looked at.
pub(super) fn read_word(field: Field, text: &str) -> Option<&'static str> {
    let allowed = words(field)?;
    text.split('/').find_map(|part| {
        let part = plain(part);
        let own = allowed.iter().find(|word| word.replace('_', " ") == part).copied();
        let other = SYNONYMS.iter().find(|(own, _, said)| *own == field && said.contains(&part.as_str()));
        let absent = (field == Field::Absence).then(|| crate::number::absent(&part)).flatten();
        own.or(other.map(|(_, word, _)| *word)).or(absent.map(|absent| absent.absence.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_three_languages_and_others_are_not_guessed() {
        assert_eq!(read_word(Field::Role, "received / reçu"), Some("received"));
        assert_eq!(read_word(Field::Role, "Reçu"), Some("received"));
        assert_eq!(read_word(Field::Side, "Third party"), Some("third_party"));
        assert_eq!(read_word(Field::Side, "Governo"), Some("government"));
        assert_eq!(read_word(Field::Absence, "Non communiqué"), Some("not_disclosed"));
        assert_eq!(read_word(Field::Side, "Bank"), None);
        assert_eq!(read_word(Field::Note, "received"), None);
    }

    #[test]
    fn every_synonym_means_a_word_that_its_field_has() {
        for (field, word, _) in SYNONYMS {
            assert!(words(*field).is_some_and(|words| words.contains(word)), "{word}");
        }
    }
}
