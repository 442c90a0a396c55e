//! The frame of every page: head, masthead, the release banner, the footer.

use maud::{DOCTYPE, Markup, html};

use crate::address::{Page, Reading};
use crate::date;
use crate::lang::Lang;
use crate::number;
use crate::site::Here;
use crate::style;

/// A page's own part.
#[derive(Clone, Debug)]
pub struct Content {
    /// What stands in the browser's tab.
    pub title: String,
    /// What stands between masthead and footer.
    pub body: Markup,
}

/// The whole page.
pub fn page(here: &Here, content: &Content) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(here.lang().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (content.title) " · Fairlode" }
                link rel="stylesheet" href=(style::sheet_path());
                link rel="icon" type="image/svg+xml" href=(style::icon_path());
                @for lang in Lang::ALL {
                    link rel="alternate" hreflang=(lang.code()) href=(Reading { lang, ..here.reading }.path(&here.page));
                }
            }
            body {
                a.skip href="#main" { (here.pick("Skip to the content", "Aller au contenu")) }
                (masthead(here))
                main #main tabindex="-1" {
                    (banner(here))
                    (content.body)
                }
                (footer(here))
            }
        }
    }
}

fn masthead(here: &Here) -> Markup {
    html! {
        header.masthead {
            div.wrap {
                a.wordmark href=(here.href(&Page::Home)) {
                    svg viewBox="0 0 22 18" width="22" height="18" aria-hidden="true" focusable="false" {
                        path d="M0 0h22v4H0zM0 7h15v4H0zM0 14h9v4H0z" {}
                    }
                    "Fairlode"
                }
                nav aria-label=(here.pick("Main", "Principale")) {
                    ul {
                        (entry(here, here.pick("Countries", "Pays"), Page::Home))
                        (entry(here, here.pick("Method", "Méthode"), Page::Method))
                        (entry(here, here.pick("Data", "Données"), Page::Data))
                        (entry(here, here.pick("Releases", "Éditions"), Page::Releases))
                    }
                }
                (languages(here))
            }
        }
    }
}

fn entry(here: &Here, name: &str, page: Page) -> Markup {
    html! { li { a href=(here.href(&page)) aria-current=[(here.page == page).then_some("page")] { (name) } } }
}

/// The same page in the other language.
fn languages(here: &Here) -> Markup {
    html! {
        nav.languages aria-label=(here.pick("Language", "Langue")) {
            ul {
                @for lang in Lang::ALL {
                    li {
                        @if lang == here.lang() {
                            span aria-current="true" { (lang.name()) }
                        } @else {
                            a href=(Reading { lang, ..here.reading }.path(&here.page)) hreflang=(lang.code()) lang=(lang.code()) {
                                (lang.name())
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Says that the reader is in a release, and leads to the newest.
fn banner(here: &Here) -> Markup {
    let Some(number) = here.reading.release else { return html! {} };
    let latest = Reading { release: None, ..here.reading };
    let newest = match &here.page {
        Page::Release(_) => Page::Releases,
        page => page.clone(),
    };
    html! {
        div.banner {
            p {
                strong { (here.pick("Release ", "Édition ")) (number::whole(here.lang(), number)) }
                @if let Some(release) = &here.release {
                    (here.pick(", of ", ", du ")) (date::day(here.lang(), &release.published_at.0))
                }
                ". "
                (here.pick("This page and its links stay in it. ", "Cette page et ses liens y restent. "))
                a href=(latest.path(&newest)) { (here.pick("See the newest release", "Voir la plus récente")) }
            }
        }
    }
}

fn footer(here: &Here) -> Markup {
    let lang = here.lang();
    html! {
        footer.foot {
            div.wrap {
                p {
                    (here.pick(
                        "Every figure is what someone stated, with its source. A gap names two figures that differ. It \
                            names no guilt.",
                        "Chaque chiffre est ce que quelqu’un a énoncé, avec sa source. Un écart nomme deux chiffres \
                            qui diffèrent. Il ne nomme aucune faute.",
                    ))
                }
                @if let Some(release) = &here.release {
                    p.muted {
                        (here.pick("Read from ", "Lu dans l’"))
                        a href=(here.href(&Page::Release(release.number))) {
                            (here.pick("release ", "édition ")) (number::whole(lang, release.number))
                        }
                        (here.pick(" of ", " du ")) (date::day(lang, &release.published_at.0))
                        ". "
                        a href=(here.lasting_address()) {
                            (here.pick("Lasting address of this page", "Adresse durable de cette page"))
                        }
                    }
                }
            }
        }
    }
}

/// The form that leads from a code on paper to its page.
pub fn find_form(here: &Here) -> Markup {
    html! {
        form.find action=(here.href(&Page::Find)) method="get" role="search" aria-label=(here.pick("Find a code", "Trouver un code")) {
            label for="code" { (here.pick("Have a code?", "Vous avez un code\u{202f}?")) }
            span.field {
                input #code name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
                    placeholder="G-XXXXX-XXXXX-X" required;
                button type="submit" { (here.pick("Look it up", "Chercher")) }
            }
        }
    }
}
