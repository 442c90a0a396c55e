//! Why a question has no answer: a plain sentence for each, with the side that is meant.

use crate::lang::Lang;
use crate::query::word::{Column, Reason};

/// Every reason, in the order in which they are explained.
pub const REASONS: [Reason; 10] = [
    Reason::Silent,
    Reason::Absent,
    Reason::NoRule,
    Reason::BaseUnknown,
    Reason::Period,
    Reason::Scope,
    Reason::CurrencyNoRate,
    Reason::Imprecise,
    Reason::Doubted,
    Reason::Entity,
];

/// Who has said nothing. "Silent" always names the side.
pub fn silent(lang: Lang, column: Option<Column>) -> &'static str {
    match column {
        Some(Column::Declared) => lang.pick("The payer has said nothing", "Le payeur n’a rien dit"),
        Some(Column::Received) => lang.pick("The recipient has said nothing", "Le bénéficiaire n’a rien dit"),
        Some(Column::Pledged) => lang.pick("Nobody has stated the pledge", "Personne n’a énoncé la promesse"),
        Some(Column::Due) => lang.pick("Nobody has stated what is due", "Personne n’a énoncé ce qui est dû"),
        None => lang.pick("One side has said nothing", "Un des côtés n’a rien dit"),
    }
}

/// Why there is no answer, naming the side where the reason is about one.
pub fn reason(lang: Lang, reason: Reason, column: Option<Column>) -> &'static str {
    match (reason, column) {
        (Reason::Silent, column) => silent(lang, column),
        (Reason::Absent, Some(Column::Declared)) => {
            lang.pick("The payer spoke without giving an amount", "Le payeur a parlé sans donner de montant")
        }
        (Reason::Absent, Some(Column::Received)) => {
            lang.pick("The recipient spoke without giving an amount", "Le bénéficiaire a parlé sans donner de montant")
        }
        (Reason::Absent, _) => {
            lang.pick("A side spoke without giving an amount", "Un côté a parlé sans donner de montant")
        }
        (Reason::Period, _) => {
            lang.pick("The sides speak of different times", "Les deux côtés parlent de périodes différentes")
        }
        (Reason::Scope, _) => lang.pick(
            "The sides speak of different mines, payers or recipients",
            "Les deux côtés ne parlent pas des mêmes mines, payeurs ou bénéficiaires",
        ),
        (Reason::Entity, _) => {
            lang.pick("The party named is not the one that owes", "L’acteur nommé n’est pas celui qui doit")
        }
        (Reason::CurrencyNoRate, _) => {
            lang.pick("Two currencies, and no dated rate between them", "Deux monnaies, sans taux daté entre elles")
        }
        (Reason::BaseUnknown, _) => lang.pick(
            "Nobody disclosed what the rule is computed from",
            "Personne n’a publié ce à partir de quoi la règle se calcule",
        ),
        (Reason::NoRule, _) => {
            lang.pick("No rule on record gives an amount", "Aucune règle connue ne donne de montant")
        }
        (Reason::Imprecise, _) => {
            lang.pick("A figure is too vague to conclude from", "Un chiffre est trop vague pour conclure")
        }
        (Reason::Doubted, _) => lang.pick("A doubt stands against a figure", "Un doute pèse sur un chiffre"),
    }
}

/// Why there is no answer where versions of a rule are in dispute.
pub fn disputed(lang: Lang) -> &'static str {
    lang.pick(
        "The versions of the rule in dispute give different answers",
        "Les versions de la règle, en litige, donnent des réponses différentes",
    )
}

/// What each reason means for the reader, in a sentence.
pub fn reason_meaning(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::Silent => lang.pick(
            "A payment that one side states and the other does not mention is not a gap: it is a question to the \
                silent side.",
            "Un paiement qu’un côté énonce et dont l’autre ne parle pas n’est pas un écart\u{202f}: c’est une question \
                au côté qui se tait.",
        ),
        Reason::Absent => lang.pick(
            "A refusal or an unreadable figure is kept as such. It is never counted as zero.",
            "Un refus ou un chiffre illisible reste ce qu’il est. Il ne compte jamais pour zéro.",
        ),
        Reason::NoRule => lang.pick(
            "Where no law, lease or promise gives an amount, nothing can be due, and nothing can be missing.",
            "Là où aucune loi, aucun bail ni aucune promesse ne donne de montant, rien ne peut être dû, et rien ne \
                peut manquer.",
        ),
        Reason::BaseUnknown => lang.pick(
            "A rate needs a turnover, a sale or a tonnage to be applied to. Without it the due amount stays open.",
            "Un taux s’applique à un chiffre d’affaires, une vente ou un tonnage. Sans cela, le dû reste ouvert.",
        ),
        Reason::Period => lang.pick(
            "A figure for several years is never cut up to fit a figure for one.",
            "Un chiffre de plusieurs années n’est jamais découpé pour répondre à celui d’une seule.",
        ),
        Reason::Scope => lang.pick(
            "A figure for all mines is never divided to fit a figure for one.",
            "Un chiffre de toutes les mines n’est jamais divisé pour répondre à celui d’une seule.",
        ),
        Reason::CurrencyNoRate => lang.pick(
            "Without a rate of that day, in a source, two currencies are not put beside each other.",
            "Sans taux de ce jour-là, dans une source, deux monnaies ne sont pas mises côte à côte.",
        ),
        Reason::Imprecise => lang.pick(
            "“About”, a rounded figure and two exchange rates leave room; within that room nothing is concluded.",
            "«\u{202f}Environ\u{202f}», un chiffre arrondi et deux taux de change laissent une marge\u{202f}; dans \
                cette marge on ne conclut rien.",
        ),
        Reason::Doubted => lang.pick(
            "Two sources contradict each other, and the contradiction is large enough to change the answer.",
            "Deux sources se contredisent, assez pour changer la réponse.",
        ),
        Reason::Entity => lang.pick(
            "The company named by the claim is not the one bound by the rule.",
            "L’entreprise nommée n’est pas celle que la règle oblige.",
        ),
    }
}
