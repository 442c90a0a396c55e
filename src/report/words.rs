//! The engine's codes as a person says them, in both languages. Every code has its words, or this does not compile.

use reconcile::{Cause, Column, DoubtCause, GapKind, GapState, Outcome, Reason};

/// An English and a French word.
pub type Words = (&'static str, &'static str);

/// A column of a comparison.
pub fn column(column: Column) -> Words {
    match column {
        Column::Due => ("due", "dû"),
        Column::Declared => ("declared", "déclaré"),
        Column::Received => ("received", "reçu"),
        Column::Pledged => ("pledged", "promis"),
    }
}

/// An answer.
pub fn outcome(outcome: Outcome) -> Words {
    match outcome {
        Outcome::Agrees => ("agrees", "concorde"),
        Outcome::Gap => ("gap", "écart"),
        Outcome::Unknown => ("unknown", "inconnu"),
    }
}

/// A kind of gap.
pub fn gap(kind: GapKind) -> Words {
    match kind {
        GapKind::BelowDue => ("less than was due", "moins que le montant dû"),
        GapKind::NotReceived => ("declared and not received", "déclaré et non reçu"),
        GapKind::OverReceived => ("more received than declared", "reçu plus que déclaré"),
        GapKind::AboveDue => ("more than the rule gives", "plus que la règle ne donne"),
        GapKind::SplitShort => ("less than its share", "moins que sa part"),
        GapKind::PledgeUnmet => ("pledge not met", "promesse non tenue"),
        GapKind::HeldBack => ("kept on the way", "retenu en chemin"),
        GapKind::Late => ("paid after the deadline", "payé après l’échéance"),
        GapKind::Overdue => ("no statement by the deadline", "aucune déclaration à l’échéance"),
    }
}

/// Why nothing can be said.
pub fn reason(reason: Reason) -> Words {
    match reason {
        Reason::Silent => ("a side has said nothing", "une partie n’a rien dit"),
        Reason::Period => ("the sides speak of different times", "les parties parlent de périodes différentes"),
        Reason::Scope => {
            ("the sides speak of different mines or parties", "les parties parlent de mines ou d’acteurs différents")
        }
        Reason::Entity => ("the party named is not the one that owes", "l’acteur nommé n’est pas celui qui doit"),
        Reason::CurrencyNoRate => ("two currencies and no dated rate", "deux monnaies et aucun taux daté"),
        Reason::BaseUnknown => ("nobody disclosed the base", "la base n’est pas divulguée"),
        Reason::NoRule => ("no rule", "aucune règle"),
        Reason::Absent => ("no figure was given", "aucun chiffre n’est donné"),
        Reason::Imprecise => ("the figure is too vague", "le chiffre est trop vague"),
        Reason::Doubted => ("a doubt stands against a figure", "un chiffre est mis en doute"),
    }
}

/// How far a gap has come.
pub fn state(state: GapState) -> Words {
    match state {
        GapState::Open => ("open", "ouvert"),
        GapState::Questioned => ("not published, a question is open", "non publié, une question est ouverte"),
        GapState::Explained => ("explained", "expliqué"),
    }
}

/// Why a gap is there.
pub fn found(cause: Cause) -> Words {
    match cause {
        Cause::Stream => ("booked under another stream", "inscrit sous un autre flux"),
        Cause::Timing => ("paid or booked at another time", "payé ou inscrit à un autre moment"),
        Cause::Entity => ("paid by or to another entity", "payé par ou à une autre entité"),
        Cause::Rate => ("another exchange rate", "un autre taux de change"),
        Cause::Base => ("another base", "une autre base"),
        Cause::Unit => ("another unit or magnitude", "une autre unité ou grandeur"),
        Cause::Instalment => ("one of several instalments", "un versement parmi plusieurs"),
        Cause::InKind => ("paid in kind", "payé en nature"),
        Cause::Unpaid => ("not paid", "non payé"),
        Cause::Other => ("another cause", "une autre cause"),
    }
}

/// How a doubt was seen.
pub fn cause(cause: DoubtCause) -> Words {
    match cause {
        DoubtCause::SameScope => ("two statements of one fact differ", "deux déclarations d’un même fait diffèrent"),
        DoubtCause::Total => {
            ("the parts do not add up to the printed total", "la somme des parts n’est pas le total imprimé")
        }
        DoubtCause::Difference => {
            ("the printed difference is not the difference", "la différence imprimée n’est pas la différence")
        }
        DoubtCause::Computed => {
            ("a printed result is not what the rule gives", "un résultat imprimé n’est pas ce que donne la règle")
        }
        DoubtCause::Recorded => ("a person recorded a doubt", "une personne a noté un doute"),
        DoubtCause::Magnitude => ("a factor of a thousand or a million", "un facteur mille ou un million"),
        DoubtCause::Era => ("an old and a new unit of account", "une ancienne et une nouvelle unité de compte"),
        DoubtCause::Print => ("the print has two readings", "l’imprimé se lit de deux façons"),
        DoubtCause::Repeated => ("one figure for a whole and its part", "un même chiffre pour un tout et sa part"),
        DoubtCause::UnitValue => {
            ("a value per carat far from the country's", "une valeur par carat loin de celle du pays")
        }
        DoubtCause::Place => ("countries differ", "les pays diffèrent"),
    }
}
