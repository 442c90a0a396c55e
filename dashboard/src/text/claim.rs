//! Words about claims: who speaks, in what role, how, and why there is no figure.

use crate::lang::Lang;
use crate::query::word::{AbsenceCode, Nature, PartyKind, Precision, RemarkKind, Role, Side};

/// Every absence code, in the order in which the method page explains them.
pub const ABSENCES: [AbsenceCode; 14] = [
    AbsenceCode::NotDisclosed,
    AbsenceCode::NotStated,
    AbsenceCode::NotQuantified,
    AbsenceCode::NoneReported,
    AbsenceCode::NoAccount,
    AbsenceCode::NotFound,
    AbsenceCode::NotRead,
    AbsenceCode::NotCollected,
    AbsenceCode::AmbiguousPrint,
    AbsenceCode::Illegible,
    AbsenceCode::Disputed,
    AbsenceCode::Withheld,
    AbsenceCode::WithheldForSafety,
    AbsenceCode::NotApplicable,
];

/// What stands where a figure would.
pub fn absence(lang: Lang, code: AbsenceCode) -> &'static str {
    use AbsenceCode::*;
    match code {
        NotDisclosed => lang.pick("Refused to disclose", "A refusé de communiquer le chiffre"),
        NotStated => lang.pick("Not stated", "Non indiqué"),
        NotQuantified => lang.pick("Spoken of, without a number", "Évoqué, sans chiffre"),
        NoneReported => lang.pick("Says nothing came, without a figure", "Dit que rien n’est arrivé, sans chiffre"),
        NoAccount => lang.pick("No account to pay into", "Pas de compte où verser"),
        NotFound => lang.pick("Looked for, not found", "Cherché, non trouvé"),
        NotRead => lang.pick("In a part of the source not read", "Dans une partie non lue de la source"),
        NotCollected => lang.pick("Nobody collects this figure", "Personne ne recueille ce chiffre"),
        AmbiguousPrint => lang.pick("Printed with two readings", "Imprimé avec deux lectures possibles"),
        Illegible => lang.pick("Cannot be read", "Illisible"),
        Disputed => lang.pick("Before a court or a commission", "Devant un tribunal ou une commission"),
        Withheld => lang.pick("Held back by the source", "Retenu par la source"),
        WithheldForSafety => lang.pick("Held back by us, for safety", "Retenu par nous, par sécurité"),
        NotApplicable => lang.pick("The question does not arise", "La question ne se pose pas"),
    }
}

/// What an absence means, in a sentence.
pub fn absence_meaning(lang: Lang, code: AbsenceCode) -> &'static str {
    use AbsenceCode::*;
    match code {
        NotDisclosed => lang.pick(
            "The party was asked for the figure and declined to give it.",
            "On a demandé le chiffre à l’acteur, qui n’a pas voulu le donner.",
        ),
        NotStated => lang.pick(
            "The source speaks of the payment and leaves the amount out.",
            "La source parle du paiement et n’en donne pas le montant.",
        ),
        NotQuantified => lang.pick(
            "The source says “thousands” or “a large sum”: no number can be read from it.",
            "La source dit «\u{202f}des milliers\u{202f}» ou «\u{202f}une forte somme\u{202f}»\u{202f}: aucun nombre \
                ne s’y lit.",
        ),
        NoneReported => lang.pick(
            "A side says that nothing came and gives no figure. A stated 0 would be an amount.",
            "Un côté dit que rien n’est arrivé et ne donne pas de chiffre. Un 0 écrit serait un montant.",
        ),
        NoAccount => lang.pick(
            "The recipient has no account yet into which anyone could pay.",
            "Le bénéficiaire n’a pas encore de compte où l’on pourrait verser.",
        ),
        NotFound => lang.pick(
            "Someone looked for the figure and did not find it.",
            "Quelqu’un a cherché le chiffre et ne l’a pas trouvé.",
        ),
        NotRead => lang.pick(
            "The figure lies beyond the part of the source that was read.",
            "Le chiffre se trouve au-delà de la partie lue de la source.",
        ),
        NotCollected => lang.pick("No office gathers this figure.", "Aucun service ne recueille ce chiffre."),
        AmbiguousPrint => lang.pick(
            "The print can be read as two different amounts; we choose neither.",
            "Le texte imprimé se lit comme deux montants différents\u{202f}; nous n’en choisissons aucun.",
        ),
        Illegible => lang.pick("The print or the scan cannot be read.", "Le texte imprimé ou numérisé ne se lit pas."),
        Disputed => lang.pick(
            "The figure itself is before a court or a commission.",
            "Le chiffre lui-même est devant un tribunal ou une commission.",
        ),
        Withheld => {
            lang.pick("The source keeps the figure back and says so.", "La source retient le chiffre et le dit.")
        }
        WithheldForSafety => lang.pick(
            "We keep the figure back so that nobody is endangered.",
            "Nous retenons le chiffre pour ne mettre personne en danger.",
        ),
        NotApplicable => {
            lang.pick("There is nothing to pay or to receive here.", "Il n’y a rien à payer ni à recevoir ici.")
        }
    }
}

/// Who speaks.
pub fn side(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::Company => lang.pick("the company", "l’entreprise"),
        Side::Government => lang.pick("the State", "l’État"),
        Side::Community => lang.pick("the community side", "le côté des communautés"),
        Side::ThirdParty => lang.pick("a third party", "un tiers"),
    }
}

/// In what role a claim speaks, after "says".
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Paid => lang.pick("paid", "versé"),
        Role::Received => lang.pick("received", "reçu"),
        Role::Pledged => lang.pick("pledged", "promis"),
        Role::Base => lang.pick("a base, not a payment", "une base, pas un paiement"),
    }
}

/// What stands before a figure for how its source spoke; empty where it spoke exactly.
pub fn precision_prefix(lang: Lang, precision: Precision) -> &'static str {
    match precision {
        Precision::Exact | Precision::Rounded => "",
        Precision::AtLeast => lang.pick("at least", "au moins"),
        Precision::About => lang.pick("about", "environ"),
    }
}

/// How the source spoke.
pub fn precision(lang: Lang, precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => lang.pick("Exact, to the last digit printed", "Exact, jusqu’au dernier chiffre imprimé"),
        Precision::Rounded => lang.pick("Rounded by the source", "Arrondi par la source"),
        Precision::AtLeast => lang.pick("A lower bound: “more than”", "Un minimum\u{202f}: «\u{202f}plus de\u{202f}»"),
        Precision::About => lang
            .pick("“About”: nothing is concluded from it", "«\u{202f}Environ\u{202f}»\u{202f}: on n’en conclut rien"),
    }
}

/// Under what duty a payment is made.
pub fn nature(lang: Lang, nature: Nature) -> &'static str {
    match nature {
        Nature::Mandatory => lang.pick("Owed by law or contract", "Dû selon la loi ou un contrat"),
        Nature::Voluntary => lang.pick("Given freely", "Donné librement"),
        Nature::Pledge => lang.pick("Promised", "Promis"),
    }
}

/// What kind of party.
pub fn party_kind(lang: Lang, kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Company => lang.pick("Company", "Entreprise"),
        PartyKind::Government => lang.pick("Public body", "Organisme public"),
        PartyKind::Fund => lang.pick("Fund", "Fonds"),
        PartyKind::Trust => lang.pick("Trust", "Fiducie"),
        PartyKind::Council => lang.pick("Local council", "Collectivité locale"),
        PartyKind::Chiefdom => lang.pick("Chiefdom", "Chefferie"),
        PartyKind::Landowners => lang.pick("Landowners", "Propriétaires fonciers"),
        PartyKind::Community => lang.pick("Community", "Communauté"),
        PartyKind::Cooperative => lang.pick("Co-operative", "Coopérative"),
        PartyKind::CivilSociety => lang.pick("Civil society organisation", "Organisation de la société civile"),
    }
}

/// What a person recorded about a claim.
pub fn remark(lang: Lang, kind: RemarkKind) -> &'static str {
    use RemarkKind::*;
    match kind {
        PartOf => lang.pick("A printed part of this total", "Une part imprimée de ce total"),
        SomeOf => lang.pick(
            "One of several parts of this; others were not read",
            "Une des parts de ceci\u{202f}; d’autres n’ont pas été lues",
        ),
        SameMoney => lang.pick(
            "The same money, said again: never added",
            "Le même argent, dit une autre fois\u{202f}: jamais additionné",
        ),
        InstalmentOf => lang.pick(
            "A further instalment of this payment: added",
            "Un autre versement du même paiement\u{202f}: additionné",
        ),
        Contradicts => lang.pick("Both cannot hold", "Les deux ne peuvent pas tenir ensemble"),
        BaseFor => lang.pick("Serves as the base of a rule", "Sert de base à une règle"),
        StatesDue => lang.pick("States what is due", "Dit ce qui est dû"),
        StatesDifference => {
            lang.pick("Prints the difference between these two", "Imprime la différence entre ces deux")
        }
        SetAside => lang.pick("Not a statement of due, declared or received", "Ne dit ni dû, ni déclaré, ni reçu"),
        WrongEntity => {
            lang.pick("The payer named is not the one that owes", "Le payeur nommé n’est pas celui qui doit")
        }
        Holds => lang.pick("States what the payer holds back", "Dit ce que le payeur retient"),
        ComparedWith => {
            lang.pick("The other end of the same payment, compared there", "L’autre bout du même paiement, comparé là")
        }
        StatedRate => {
            lang.pick("The source calls it so many percent of the base", "La source en fait tant pour cent de la base")
        }
        ComputedFrom => lang.pick(
            "A result printed by the source: computed again, never compared",
            "Un résultat imprimé par la source\u{202f}: recalculé, jamais comparé",
        ),
        Delayed => lang.pick("The source says that it came late", "La source dit que cela est venu en retard"),
        UnitSuspect => lang.pick(
            "The unit or the magnitude of the print is in doubt",
            "L’unité ou l’ordre de grandeur de l’imprimé est en doute",
        ),
        Explained => lang.pick("The gap was explained", "L’écart a été expliqué"),
        OpenQuestion => lang.pick("A reviewer’s open question", "Une question ouverte d’un relecteur"),
    }
}
