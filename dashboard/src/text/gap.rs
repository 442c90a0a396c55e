//! Words about gaps, questions and doubts.

use crate::lang::Lang;
use crate::query::word::{Cause, Column, DoubtCause, GapKind, GapState, Question, WorkingStep};

/// Every kind of gap, in the order of the method page.
pub const GAP_KINDS: [GapKind; 9] = [
    GapKind::BelowDue,
    GapKind::NotReceived,
    GapKind::OverReceived,
    GapKind::AboveDue,
    GapKind::SplitShort,
    GapKind::PledgeUnmet,
    GapKind::HeldBack,
    GapKind::Late,
    GapKind::Overdue,
];

/// What the figures of a gap say. `larger` and `smaller` are the columns that were set against each other.
pub fn gap(lang: Lang, kind: GapKind, (larger, smaller): (Column, Column)) -> &'static str {
    let received = smaller == Column::Received;
    match kind {
        GapKind::BelowDue if received => lang.pick("Received less than due", "Moins reçu que dû"),
        GapKind::BelowDue => lang.pick("Declared less than due", "Moins déclaré que dû"),
        GapKind::NotReceived if larger == Column::Due => lang.pick("Received less than due", "Moins reçu que dû"),
        GapKind::NotReceived => lang.pick("Received less than declared", "Moins reçu que déclaré"),
        GapKind::OverReceived => lang.pick("Received more than declared", "Plus reçu que déclaré"),
        GapKind::AboveDue if received => {
            lang.pick("Received more than the rule gives", "Plus reçu que ne donne la règle")
        }
        GapKind::AboveDue => lang.pick("Declared more than the rule gives", "Plus déclaré que ne donne la règle"),
        GapKind::SplitShort if received => {
            lang.pick("Received less than the split implies", "Moins reçu que ne l’implique la répartition")
        }
        GapKind::SplitShort => {
            lang.pick("Declared less than the split implies", "Moins déclaré que ne l’implique la répartition")
        }
        GapKind::PledgeUnmet if received => lang.pick("Received less than pledged", "Moins reçu que promis"),
        GapKind::PledgeUnmet => lang.pick("Declared less than pledged", "Moins déclaré que promis"),
        GapKind::HeldBack => lang.pick("Kept on the way", "Retenu en chemin"),
        GapKind::Late => lang.pick("Paid after the deadline", "Payé après l’échéance"),
        GapKind::Overdue => lang.pick("No statement by the deadline", "Aucune déclaration à l’échéance"),
    }
}

/// What a kind of gap means, and what it does not.
pub fn gap_meaning(lang: Lang, kind: GapKind) -> &'static str {
    match kind {
        GapKind::BelowDue => lang.pick(
            "The rule gives more than the figure stated. Both figures and the rule are open to a reply.",
            "La règle donne plus que le chiffre annoncé. Les deux chiffres et la règle appellent une réponse.",
        ),
        GapKind::NotReceived => lang.pick(
            "More should have arrived than the recipient says. It does not say where on the way the figures part.",
            "Il aurait dû arriver plus que ne le dit le bénéficiaire. Cela ne dit pas où, en chemin, les chiffres se \
                séparent.",
        ),
        GapKind::OverReceived => lang.pick(
            "The recipient’s figure is larger than the payer’s. Most often some payers have not declared.",
            "Le chiffre du bénéficiaire dépasse celui du payeur. Le plus souvent, des payeurs n’ont pas déclaré.",
        ),
        GapKind::AboveDue => lang.pick(
            "More was stated than the rule gives. Timing or valuation may explain it: this informs and accuses nobody.",
            "Le chiffre annoncé dépasse ce que donne la règle. La date ou l’évaluation peuvent l’expliquer\u{202f}: \
                cela informe et n’accuse personne.",
        ),
        GapKind::SplitShort => lang.pick(
            "One recipient’s share is smaller than the shares of the others imply, whatever the whole was.",
            "La part d’un bénéficiaire est plus petite que ne l’impliquent celles des autres, quel que soit le tout.",
        ),
        GapKind::PledgeUnmet => lang.pick(
            "Less arrived than was promised. A promise is not a tax, and this is never called one.",
            "Il est arrivé moins que promis. Une promesse n’est pas un impôt, et nous ne l’appelons jamais ainsi.",
        ),
        GapKind::HeldBack => lang.pick(
            "An intermediary has the money and has not passed it on. The holder is named, not the first payer; it may \
                have a reason.",
            "Un intermédiaire détient l’argent et ne l’a pas transmis. On nomme celui qui détient, non le premier \
                payeur\u{202f}; il peut avoir une raison.",
        ),
        GapKind::Late => lang.pick(
            "By the payer’s own date it paid after the day the rule sets. Without such a day there is only a delay.",
            "À la date que le payeur donne lui-même, il a payé après le jour fixé par la règle. Sans un tel jour, il n’y \
                a qu’un délai.",
        ),
        GapKind::Overdue => lang.pick(
            "The rule made a statement expectable by a day that has passed, and the side that owes it has made none.",
            "La règle faisait attendre une déclaration avant un jour désormais passé, et la partie qui la doit n’en a \
                fait aucune.",
        ),
    }
}

/// What is asked of a comparison.
pub fn question(lang: Lang, question: Question) -> &'static str {
    match question {
        Question::DueDeclared => lang.pick("Was what was due declared?", "Ce qui était dû a-t-il été déclaré\u{202f}?"),
        Question::DeclaredReceived => {
            lang.pick("Did what was declared arrive?", "Ce qui a été déclaré est-il arrivé\u{202f}?")
        }
        Question::DueReceived => lang.pick("Did what was due arrive?", "Ce qui était dû est-il arrivé\u{202f}?"),
        Question::PledgedReceived => lang.pick("Was the pledge kept?", "La promesse a-t-elle été tenue\u{202f}?"),
        Question::Deadline => lang.pick("Was it paid in time?", "A-t-on payé à temps\u{202f}?"),
        Question::Split => {
            lang.pick("Did each recipient get its share?", "Chaque bénéficiaire a-t-il eu sa part\u{202f}?")
        }
        Question::PassThrough => lang.pick(
            "Did the intermediary pass on what it received?",
            "L’intermédiaire a-t-il transmis ce qu’il a reçu\u{202f}?",
        ),
    }
}

/// Why a gap is there, as a reviewer found it.
pub fn cause(lang: Lang, cause: Cause) -> &'static str {
    match cause {
        Cause::Stream => lang.pick("booked under another stream", "inscrit sous un autre flux"),
        Cause::Timing => lang.pick("paid or booked at another time", "payé ou inscrit à un autre moment"),
        Cause::Entity => lang.pick("paid by or to another entity", "payé par ou à une autre entité"),
        Cause::Rate => lang.pick("another exchange rate", "un autre taux de change"),
        Cause::Base => lang.pick("another base", "une autre base"),
        Cause::Unit => lang.pick("another unit or magnitude", "une autre unité ou un autre ordre de grandeur"),
        Cause::Instalment => lang.pick("one of several instalments", "un versement parmi plusieurs"),
        Cause::InKind => lang.pick("paid in kind", "payé en nature"),
        Cause::Unpaid => lang.pick("not paid", "non payé"),
        Cause::Other => lang.pick("another reason, in the note", "une autre raison, dans la note"),
    }
}

/// How far a gap has come.
pub fn gap_state(lang: Lang, state: GapState) -> &'static str {
    match state {
        GapState::Open => lang.pick("Open", "Ouvert"),
        GapState::Questioned => lang.pick("Question open", "Question ouverte"),
        GapState::Explained => lang.pick("Explained", "Expliqué"),
    }
}

/// So many days.
pub fn days(lang: Lang, days: i32) -> String {
    match days {
        1 => lang.pick("1 day", "1 jour").to_owned(),
        _ => lang.pick(format!("{days} days"), format!("{days} jours")),
    }
}

/// A column's name.
pub fn column(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Due => lang.pick("Due", "Dû"),
        Column::Declared => lang.pick("Declared", "Déclaré"),
        Column::Received => lang.pick("Received", "Reçu"),
        Column::Pledged => lang.pick("Pledged", "Promis"),
    }
}

/// The due's name: what a payer is said to hold is no due by a rule.
pub fn due(lang: Lang, is_held: bool) -> &'static str {
    if is_held { lang.pick("Said to be held", "Dit être détenu") } else { column(lang, Column::Due) }
}

/// What a percentage is a share of.
pub fn percent_of(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Due => lang.pick("of what was due", "de ce qui était dû"),
        Column::Declared => lang.pick("of what was declared", "de ce qui a été déclaré"),
        Column::Received => lang.pick("of what was received", "de ce qui a été reçu"),
        Column::Pledged => lang.pick("of what was pledged", "de ce qui a été promis"),
    }
}

/// Why a doubt stands.
pub fn doubt(lang: Lang, cause: DoubtCause) -> &'static str {
    match cause {
        DoubtCause::SameScope => lang.pick(
            "Two claims about one fact differ. Both are shown; neither is averaged.",
            "Deux déclarations sur un même fait diffèrent. Les deux sont montrées\u{202f}; on n’en fait pas la \
                moyenne.",
        ),
        DoubtCause::Total => lang.pick(
            "The printed parts do not add up to the printed total.",
            "Les parts imprimées ne font pas le total imprimé.",
        ),
        DoubtCause::Difference => lang.pick(
            "The printed difference is not the difference of the printed figures.",
            "La différence imprimée n’est pas celle des chiffres imprimés.",
        ),
        DoubtCause::Computed => lang.pick(
            "A printed result is not what the rule gives.",
            "Un résultat imprimé n’est pas ce que donne la règle.",
        ),
        DoubtCause::Recorded => {
            lang.pick("A person recorded a doubt about these figures.", "Quelqu’un a noté un doute sur ces chiffres.")
        }
        DoubtCause::Magnitude => lang.pick(
            "Two figures differ by a factor of a thousand or a million: a unit may be wrong.",
            "Deux chiffres diffèrent d’un facteur mille ou un million\u{202f}: une unité est peut-être fausse.",
        ),
        DoubtCause::Era => lang.pick(
            "An old and a new unit of account may have been confused.",
            "Une ancienne et une nouvelle unité de compte ont peut-être été confondues.",
        ),
        DoubtCause::Print => lang.pick("The print has two readings.", "L’imprimé se lit de deux façons."),
        DoubtCause::Repeated => lang.pick(
            "One side states the same figure for a whole and for a part of it.",
            "Une partie énonce le même chiffre pour un tout et pour une de ses parts.",
        ),
        DoubtCause::UnitValue => lang.pick(
            "The value per carat is far from the country’s in the Kimberley Process tables.",
            "La valeur par carat est loin de celle du pays dans les tableaux du Processus de Kimberley.",
        ),
        DoubtCause::Place => lang.pick(
            "The mine lies in another country than those who pay or receive.",
            "La mine se trouve dans un autre pays que ceux qui paient ou reçoivent.",
        ),
    }
}

/// What a line of a working is, and the sign before its figure.
pub fn step(lang: Lang, step: WorkingStep) -> (&'static str, &'static str) {
    use WorkingStep::*;
    match step {
        Base => ("", lang.pick("Base, as stated", "Base, telle qu’énoncée")),
        ValuationNotUsed => ("·", lang.pick("A lower valuation, not used", "Une évaluation plus basse, non retenue")),
        Fixed => ("", lang.pick("Sum fixed by the rule", "Somme fixée par la règle")),
        PerUnit => ("×", lang.pick("Sum per unit", "Somme par unité")),
        Rate => ("×", lang.pick("Rate of the rule", "Taux de la règle")),
        Share => ("×", lang.pick("Share of this recipient", "Part de ce bénéficiaire")),
        Whole => ("", lang.pick("The whole to be split", "Le tout à répartir")),
        Sibling => ("", lang.pick("What another recipient got", "Ce qu’a reçu un autre bénéficiaire")),
        SiblingShare => ("÷", lang.pick("That recipient’s share", "Part de cet autre bénéficiaire")),
        ImpliedWhole => ("=", lang.pick("The whole that this implies", "Le tout que cela implique")),
        Pooled => ("+", lang.pick("One part of the base", "Une partie de la base")),
        Pool => ("=", lang.pick("The base, all parts together", "La base, toutes parties réunies")),
        Weight => ("×", lang.pick("What weighs this recipient’s share", "Ce qui pèse la part de ce bénéficiaire")),
        WeightTotal => ("÷", lang.pick("All weights together", "Tous les poids réunis")),
        StatedRate => {
            ("÷", lang.pick("The percentage that the source calls it", "Le pourcentage que la source en dit"))
        }
        ImpliedBase => ("=", lang.pick("The base that this implies", "La base que cela implique")),
        Product => ("=", lang.pick("Product, before rounding", "Produit, avant arrondi")),
        Rounded => ("≈", lang.pick("Rounded to the smallest coin", "Arrondi à la plus petite unité")),
        Allocated => (
            "=",
            lang.pick("This part, so that all parts make the whole", "Cette part, pour que toutes fassent le tout"),
        ),
        Rival => ("~", lang.pick("Under the other version of the rule", "Selon l’autre version de la règle")),
        StatedDue => ("", lang.pick("Due, as a source states it", "Dû, tel qu’une source l’énonce")),
        Held => ("", lang.pick("What the payer is said to hold", "Ce que le payeur est dit détenir")),
        Inflow => ("", lang.pick("What the holder received", "Ce que l’intermédiaire a reçu")),
        ExchangeRate => ("×", lang.pick("Exchange rate, as published", "Taux de change, tel que publié")),
        Converted => ("=", lang.pick("In the other currency", "Dans l’autre monnaie")),
    }
}
