//! Releases: the list of them, and what one is.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Asked, Reply, framed, here, only, released};
use crate::address::{Address, Form, Page, Reading};
use crate::date;
use crate::number;
use crate::part::{facts, gaps};
use crate::problem::Problem;
use crate::query::ReleaseVariables;
use crate::query::release::{ReleaseFull, ReleaseLine, ReleasePage, ReleasesPage, ReleasesVariables};
use crate::site::{Here, Site};

/// Every release.
pub async fn list(site: &Site, address: &Address, asked: &Asked) -> Result<Reply, Problem> {
    only(address, &[Form::Html])?;
    let variables = ReleasesVariables { after: asked.after.clone(), release: address.reading.release };
    let found = site.ask(ReleasesPage::build(variables)).await?;
    let here = here(site, address, released(found.release)?);
    // Read as of a release, the list ends with it.
    let stood = |release: &&ReleaseLine| address.reading.release.is_none_or(|own| release.number <= own);
    let body = html! {
        h1 { (here.pick("Releases", "Éditions")) }
        p.lede { (here.pick(
            "Everything here is read from a numbered release. A release never changes: what you cite today answers the \
                same for ever.",
            "Tout ici est lu dans une édition numérotée. Une édition ne change jamais\u{202f}: ce que vous citez \
                aujourd’hui répondra toujours de même.",
        )) }
        ol.releases { @for release in found.releases.nodes.iter().filter(|release| stood(release)) { (line(&here, release)) } }
        @if let (true, Some(cursor)) = (found.releases.page_info.has_next_page, &found.releases.page_info.end_cursor) {
            p.more {
                a rel="next" href={ (here.href(&here.page)) "?after=" (crate::address::escape(cursor)) }
                { (here.pick("Show the next ones", "Voir la suite")) }
            }
        }
    };
    framed(here.clone(), here.pick("Releases", "Éditions"), body)
}

fn line(here: &Here, release: &ReleaseLine) -> Markup {
    let lang = here.lang();
    html! {
        li {
            h2 {
                a href=(here.href(&Page::Release(release.number))) {
                    (here.pick("Release ", "Édition ")) (number::whole(lang, release.number))
                }
                span.aside { (date::day(lang, &release.published_at.0)) }
            }
            @let note = here.pick(&release.note_en, &release.note_fr);
            @if !note.is_empty() { p { (note) } }
            p.muted { (counts(here, release)) }
        }
    }
}

fn counts(here: &Here, release: &ReleaseLine) -> String {
    let lang = here.lang();
    [
        lang.count(release.claim_count, ["claim", "claims"], ["déclaration", "déclarations"]),
        lang.count(release.comparison_count, ["comparison", "comparisons"], ["comparaison", "comparaisons"]),
        gaps::counted(here, release.gap_counts),
        lang.count(release.doubt_count, ["doubt", "doubts"], ["doute", "doutes"]),
    ]
    .join(", ")
}

/// What one release is.
pub async fn answer(site: &Site, address: &Address) -> Result<Reply, Problem> {
    only(address, &[Form::Html])?;
    let found = site.ask(ReleasePage::build(ReleaseVariables { release: address.reading.release })).await?;
    let release = released(found.release)?;
    let here = here(site, address, release.line.reference());
    let title = format!("{} {}", here.pick("Release", "Édition"), number::whole(here.lang(), release.line.number));
    framed(here.clone(), title, body(&here, &release))
}

fn body(here: &Here, release: &ReleaseFull) -> Markup {
    let lang = here.lang();
    let line = &release.line;
    let inside = Reading { release: Some(line.number), ..here.reading };
    let hash = |hash: &str| Some(html! { code.hash { (hash) } });
    html! {
        p.kicker { (date::day(lang, &line.published_at.0)) }
        h1 { (here.pick("Release ", "Édition ")) (number::whole(lang, line.number)) }
        @let note = here.pick(&line.note_en, &line.note_fr);
        @if !note.is_empty() { p.lede { (note) } }
        p {
            a href=(inside.path(&Page::Home)) {
                (here.pick("Read this release from its first page", "Lire cette édition depuis sa première page"))
            }
        }
        (facts::facts(vec![
            (here.pick("It holds", "Elle contient"), Some(html! { (counts(here, line)) })),
            (here.pick("Compared by", "Comparée par"), facts::plain(Some(&release.engine))),
            (here.pick("Fingerprint of the claims and rules", "Empreinte des déclarations et des règles"), hash(&release.pack_sha256)),
            (here.pick("Fingerprint of the thresholds", "Empreinte des seuils"), hash(&release.policy_sha256)),
        ]))
        p.intro { (here.pick(
            "The same claims, rules and thresholds give the same answers to the last digit. Anyone can compute them \
                again.",
            "Les mêmes déclarations, règles et seuils donnent les mêmes réponses au dernier chiffre près. Chacun peut \
                les recalculer.",
        )) }
    }
}
