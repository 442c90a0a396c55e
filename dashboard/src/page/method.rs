//! How figures are compared: the words, the questions, the kinds of gap, the thresholds, the reasons for no answer.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Reply, framed, here, only, released};
use crate::address::{Address, Form};
use crate::problem::Problem;
use crate::query::ReleaseVariables;
use crate::query::release::ReleaseNamed;
use crate::query::word::{Column, DoubtCause, Question};
use crate::site::{Here, Site};
use crate::text;

/// Answers.
pub async fn answer(site: &Site, address: &Address) -> Result<Reply, Problem> {
    only(address, &[Form::Html])?;
    let found = site.ask(ReleaseNamed::build(ReleaseVariables { release: address.reading.release })).await?;
    let here = here(site, address, released(found.release)?);
    framed(here.clone(), here.pick("Method", "Méthode"), body(&here))
}

fn body(here: &Here) -> Markup {
    html! {
        h1 { (here.pick("Method", "Méthode")) }
        p.lede { (here.pick(
            "We never decide who is right. We show what each party said, where the claims differ beyond tolerance, and \
                let anyone follow every digit back to the place it was read.",
            "Nous ne décidons jamais qui a raison. Nous montrons ce que chaque acteur a dit, où les déclarations \
                diffèrent au-delà de la tolérance, et chacun peut suivre chaque chiffre jusqu’à l’endroit où il a été \
                lu.",
        )) }
        (columns(here))
        (comparing(here))
        (gaps(here))
        (thresholds(here))
        (doubts(here))
        (reasons(here))
        (absences(here))
    }
}

fn columns(here: &Here) -> Markup {
    let lang = here.lang();
    let meaning = |column| match column {
        Column::Due => here.pick(
            "What a rule gives: a rate on a base, a share of another payment, a fixed sum. Each due amount carries its \
                working, and each rule the text it was read in.",
            "Ce que donne une règle\u{202f}: un taux sur une base, une part d’un autre paiement, une somme fixe. \
                Chaque dû porte son calcul, et chaque règle le texte où elle a été lue.",
        ),
        Column::Declared => {
            here.pick("What the payer itself says it paid.", "Ce que le payeur lui-même dit avoir versé.")
        }
        Column::Received => here.pick(
            "What the recipient itself says arrived. Where money passes through several hands, each hand is compared \
                on its own.",
            "Ce que le bénéficiaire lui-même dit avoir reçu. Quand l’argent passe par plusieurs mains, chacune est \
                comparée à part.",
        ),
        Column::Pledged => here.pick(
            "What was promised. A promise is not a tax: an unkept one is never called unpaid tax.",
            "Ce qui a été promis. Une promesse n’est pas un impôt\u{202f}: non tenue, elle ne s’appelle jamais impôt \
                impayé.",
        ),
    };
    html! {
        h2 { (here.pick("Due, declared, received, pledged", "Dû, déclaré, reçu, promis")) }
        dl.reasons {
            @for column in [Column::Due, Column::Declared, Column::Received, Column::Pledged] {
                div { dt { (text::column(lang, column)) } dd { (meaning(column)) } }
            }
        }
        p { (here.pick(
            "An auditor’s or a newspaper’s figure is a third party’s. It is shown beside, and stands in for a side \
                only where that side is silent. The page then says so.",
            "Le chiffre d’un auditeur ou d’un journal est celui d’un tiers. Il est montré à côté, et ne remplace un \
                côté que là où celui-ci ne dit rien. La page le dit alors.",
        )) }
    }
}

fn comparing(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        h2 { (here.pick("Comparing", "Comparer")) }
        p { (here.pick(
            "Only what covers the same ground is compared: the same flow, mine, parties and time. A figure is never \
                cut up or spread out to fit another. Currencies are never added together; one is turned into another \
                only at a dated rate from a source.",
            "On ne compare que ce qui couvre la même chose\u{202f}: le même flux, la même mine, les mêmes acteurs, la \
                même période. Un chiffre n’est jamais découpé ni réparti pour répondre à un autre. Les monnaies ne \
                sont jamais additionnées\u{202f}; on ne passe de l’une à l’autre qu’à un taux daté, tiré d’une source.",
        )) }
        p {
            (here.pick("The questions asked of each comparison:", "Les questions posées à chaque comparaison\u{202f}:"))
        }
        ul {
            @for question in [Question::DueDeclared, Question::DeclaredReceived, Question::DueReceived, Question::PledgedReceived, Question::Split] {
                li { (text::question(lang, question)) }
            }
        }
        p {
            (here.pick("Each is answered by one of three words: ", "Chacune reçoit l’un de trois mots\u{202f}: "))
            span.badge.agrees { span.sign aria-hidden="true" { "=" } (here.pick("Agrees", "Concorde")) } " "
            span.badge.gap { span.sign aria-hidden="true" { "≠" } (here.pick("Gap", "Écart")) } " "
            span.badge.unknown {
                span.sign aria-hidden="true" { "?" } (here.pick("No answer yet", "Pas encore de réponse"))
            }
        }
    }
}

fn gaps(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        h2 { (here.pick("Kinds of gap", "Types d’écart")) }
        p { (here.pick(
            "A gap says that two figures differ. It says nothing about intent.",
            "Un écart dit que deux chiffres diffèrent. Il ne dit rien des intentions.",
        )) }
        dl.reasons {
            @for kind in text::GAP_KINDS {
                div {
                    dt { (text::gap(lang, kind, (Column::Declared, Column::Received))) }
                    dd { (text::gap_meaning(lang, kind)) }
                }
            }
        }
    }
}

fn thresholds(here: &Here) -> Markup {
    html! {
        h2 { (here.pick("Thresholds", "Seuils")) }
        p { (here.pick(
            "A difference is a gap only if it exceeds both a percentage and a floor. The percentage is of what was due \
                or, where nothing was due, of what was declared. The floor is a sum in the currency of the comparison; \
                where none is set, the percentage alone decides, and the answer says so.",
            "Une différence n’est un écart que si elle dépasse à la fois un pourcentage et un plancher. Le pourcentage \
                se prend sur le dû ou, si rien n’était dû, sur le déclaré. Le plancher est une somme dans la monnaie \
                de la comparaison\u{202f}; s’il n’y en a pas, le pourcentage décide seul, et la réponse le dit.",
        )) }
        p { (here.pick(
            "A source that rounds leaves room. Within that room there is no gap. “At least” can show a gap in one \
                direction only; “about” shows none. The thresholds are part of each release, which names their \
                fingerprint.",
            "Une source qui arrondit laisse une marge. Dans cette marge il n’y a pas d’écart. «\u{202f}Au \
                moins\u{202f}» ne montre un écart que dans un sens\u{202f}; «\u{202f}environ\u{202f}» n’en montre \
                aucun. Les seuils font partie de chaque édition, qui en donne l’empreinte.",
        )) }
    }
}

fn doubts(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        h2 { (here.pick("Doubts", "Doutes")) }
        p { (here.pick(
            "A doubt says that a figure should not be trusted as it stands. It holds an answer back, and accuses \
                nobody.",
            "Un doute dit qu’un chiffre ne peut être pris tel quel. Il suspend une réponse, et n’accuse personne.",
        )) }
        ul {
            @for cause in [DoubtCause::SameScope, DoubtCause::Total, DoubtCause::Difference, DoubtCause::Computed, DoubtCause::Recorded] {
                li { (text::doubt(lang, cause)) }
            }
        }
    }
}

fn reasons(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        h2 { (here.pick("Why there may be no answer", "Pourquoi il n’y a parfois pas de réponse")) }
        dl.reasons {
            @for reason in text::REASONS {
                div { dt { (text::reason(lang, reason, None)) } dd { (text::reason_meaning(lang, reason)) } }
            }
        }
    }
}

fn absences(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        h2 { (here.pick("What stands where a figure is missing", "Ce qui remplace un chiffre absent")) }
        p { strong { (here.pick("Missing is never zero.", "Absent n’est jamais zéro.")) } " "
            (here.pick(
                "Each absence has its own word. A zero that someone stated is an amount, and is shown as one.",
                "Chaque absence a son mot. Un zéro que quelqu’un a énoncé est un montant, et montré comme tel.",
            )) }
        dl.reasons {
            @for code in text::ABSENCES {
                div { dt { (text::absence(lang, code)) } dd { (text::absence_meaning(lang, code)) } }
            }
        }
    }
}
