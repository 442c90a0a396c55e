//! Error pages. Each says what happened and offers a way on.

use maud::{Markup, html};
use poem::http::StatusCode;

use crate::address::{Page, Reading};
use crate::layout::{Content, find_form};
use crate::problem::Problem;
use crate::site::Here;

/// The page for a problem, with its status.
pub fn failure(here: &Here, problem: &Problem) -> (StatusCode, Content) {
    let (status, title, explanation) = match problem {
        Problem::NoSuchPage => (
            StatusCode::NOT_FOUND,
            here.pick("There is no page at this address", "Il n’y a pas de page à cette adresse"),
            here.pick(
                "The address may have been cut off or mistyped.",
                "L’adresse a peut-être été coupée ou mal saisie.",
            ),
        ),
        Problem::NoSuchRelease => (
            StatusCode::NOT_FOUND,
            here.pick("This release does not exist", "Cette édition n’existe pas"),
            here.pick(
                "Releases are numbered from 1. If nothing has been published yet, there is none.",
                "Les éditions sont numérotées à partir de 1. Si rien n’a encore été publié, il n’y en a aucune.",
            ),
        ),
        Problem::NoSuchThing => (
            StatusCode::NOT_FOUND,
            here.pick(
                "This release does not hold what you asked for",
                "Cette édition ne contient pas ce que vous demandez",
            ),
            here.pick(
                "It may be in another release, or its name or code may be mistyped.",
                "Cela se trouve peut-être dans une autre édition, ou le nom ou le code est mal saisi.",
            ),
        ),
        Problem::MisreadCode => (
            StatusCode::NOT_FOUND,
            here.pick("A letter of this code was misread", "Une lettre de ce code a été mal lue"),
            here.pick(
                "The last letter of a code checks the ten before it, and here it does not fit. Our codes never use I, \
                    L, O or U. Look again at letters that resemble each other: 8 and B, 5 and S, 2 and Z, 0 and D.",
                "La dernière lettre d’un code vérifie les dix qui la précèdent, et ici elle ne convient pas. Nos codes \
                    n’emploient jamais I, L, O ni U. Regardez de nouveau les lettres qui se ressemblent\u{202f}: 8 et \
                    B, 5 et S, 2 et Z, 0 et D.",
            ),
        ),
        Problem::Api(_) => (
            StatusCode::BAD_GATEWAY,
            here.pick("The figures cannot be reached at the moment", "Les chiffres sont inaccessibles pour le moment"),
            here.pick(
                "The service behind these pages did not answer. Nothing is lost. Please try again in a few minutes.",
                "Le service derrière ces pages n’a pas répondu. Rien n’est perdu. Veuillez réessayer dans quelques \
                    minutes.",
            ),
        ),
    };
    (status, Content { title: title.to_owned(), body: body(here, status, title, explanation) })
}

fn body(here: &Here, status: StatusCode, title: &str, explanation: &str) -> Markup {
    let newest = Reading { release: None, ..here.reading };
    html! {
        div.failure {
            p.kicker { (here.pick("Error ", "Erreur ")) (status.as_u16()) }
            h1 { (title) }
            p.lede { (explanation) }
            ul.ways {
                li { a href=(newest.path(&Page::Home)) { (here.pick("All countries", "Tous les pays")) } }
                li { a href=(newest.path(&Page::Releases)) { (here.pick("All releases", "Toutes les éditions")) } }
                li {
                    a href=(newest.path(&Page::Method)) {
                        (here.pick("How figures are compared", "Comment les chiffres sont comparés"))
                    }
                }
            }
            (find_form(here))
        }
    }
}
