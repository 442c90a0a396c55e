//! The Kimberley Process production of a country: a line over time, and a table that says the same.

use maud::{Markup, html};

use crate::address::Page;
use crate::chart::line::{NARROW, Point, Series, WIDE, line, unit_of};
use crate::number;
use crate::query::country::ProductionPoint;
use crate::query::word::ProductionSegment;
use crate::site::Here;
use crate::text;

/// Which of the two published measures.
#[derive(Clone, Copy)]
enum Measure {
    Carats,
    Value,
}

const SEGMENTS: [(ProductionSegment, &str); 3] = [
    (ProductionSegment::All, "all"),
    (ProductionSegment::LargeScale, "large"),
    (ProductionSegment::Artisanal, "artisanal"),
];

/// Both charts with their table; nothing where nothing is published.
pub fn section(here: &Here, country: &str, points: &[ProductionPoint]) -> Markup {
    if points.is_empty() {
        return html! {};
    }
    let conflict = points.iter().any(|point| point.conflict);
    html! {
        section aria-labelledby="production" {
            h2 #production { (here.pick("Diamond production", "Production de diamants")) }
            p.intro {
                (here.pick(
                    "As the Kimberley Process publishes it, by half-year. This is what was mined, not what was paid.",
                    "Telle que la publie le Processus de Kimberley, par semestre. C’est ce qui a été extrait, pas ce \
                        qui a été payé.",
                ))
                @if conflict {
                    " " (here.pick(
                        "Squares mark half-years for which two figures are published: both are shown, and the line \
                            passes through neither.",
                        "Les carrés marquent les semestres pour lesquels deux chiffres sont publiés\u{202f}: les deux \
                            sont montrés, et la ligne ne passe par aucun.",
                    ))
                }
            }
            div.charts {
                (chart(here, country, points, Measure::Carats))
                (chart(here, country, points, Measure::Value))
            }
            details {
                summary { (here.pick("The same figures as a table", "Les mêmes chiffres en tableau")) }
                (table(here, points))
            }
        }
    }
}

fn chart(here: &Here, country: &str, points: &[ProductionPoint], measure: Measure) -> Markup {
    let series = series(here, points, measure);
    let (id, measured) = match measure {
        Measure::Carats => ("carats", here.pick("carats", "carats")),
        Measure::Value => ("value", here.pick("value in US dollars", "valeur en dollars des États-Unis")),
    };
    let counted = match unit_of(&series) {
        1_000_000_000 => here.pick(" (billions)", " (milliards)"),
        1_000_000 => here.pick(" (millions)", " (millions)"),
        1_000 => here.pick(" (thousands)", " (milliers)"),
        _ => "",
    };
    let title = format!("{country}: {measured}{counted}");
    let description = description(here, &series);
    html! {
        figure.chart {
            figcaption {
                strong { (capital(measured)) (counted) }
                @if series.len() > 1 {
                    @for one in &series {
                        span.key {
                            svg viewBox="0 0 24 6" width="24" height="6" aria-hidden="true" {
                                g.(one.ink) { line.run x1="0" x2="24" y1="3" y2="3" {} }
                            }
                            (one.label)
                        }
                    }
                }
            }
            (line(&format!("{id}-wide"), &title, &description, &series, WIDE))
            (line(&format!("{id}-narrow"), &title, &description, &series, NARROW))
        }
    }
}

/// Artisanal and large-scale production are published apart from 2020 on: each has its own line, and none is a sum.
fn series(here: &Here, points: &[ProductionPoint], measure: Measure) -> Vec<Series> {
    let of = |segment: ProductionSegment| points.iter().filter(move |point| point.segment == segment);
    SEGMENTS
        .into_iter()
        .map(|(segment, ink)| Series {
            ink,
            label: text::segment(here.lang(), segment).to_owned(),
            points: of(segment).filter_map(|point| drawn(here, point, measure)).collect(),
        })
        .filter(|series| !series.points.is_empty())
        .collect()
}

fn drawn(here: &Here, point: &ProductionPoint, measure: Measure) -> Option<Point> {
    let (year, rest) = point.from.0.split_once('-')?;
    let year: i32 = year.parse().ok()?;
    let digits = match measure {
        Measure::Carats => point.carats.as_ref(),
        Measure::Value => point.value.as_ref(),
    };
    let digits = digits.map(|amount| amount.0.clone());
    let unit = match measure {
        Measure::Carats => "ct",
        Measure::Value => point.value_currency.as_str(),
    };
    let shown = digits.as_deref().map_or_else(String::new, |digits| number::money(here.lang(), digits, Some(unit)));
    Some(Point {
        half: year.checked_mul(2)? + i32::from(rest >= "07"),
        digits,
        conflict: point.conflict,
        words: format!("{}: {shown}", half_year(here, &point.from.0)),
    })
}

/// What the drawing shows, for those who do not see it: the first, the largest and the last mark of each line.
fn description(here: &Here, series: &[Series]) -> String {
    let ends = |one: &Series| {
        let first = one.points.first().map(|point| point.words.clone()).unwrap_or_default();
        let last = one.points.last().map(|point| point.words.clone()).unwrap_or_default();
        let (from, to) = (here.pick("from", "de"), here.pick("to", "à"));
        format!("{}: {from} {first} {to} {last}.", one.label)
    };
    let mut words = series.iter().map(ends).collect::<Vec<_>>().join(" ");
    words.push_str(
        here.pick(" Every figure is in the table below.", " Tous les chiffres sont dans le tableau ci-dessous."),
    );
    words
}

/// "first half of 2012".
fn half_year(here: &Here, from: &str) -> String {
    let (year, rest) = from.split_once('-').unwrap_or((from, ""));
    if rest < "07" {
        here.pick(format!("first half of {year}"), format!("premier semestre {year}"))
    } else {
        here.pick(format!("second half of {year}"), format!("second semestre {year}"))
    }
}

fn table(here: &Here, points: &[ProductionPoint]) -> Markup {
    let lang = here.lang();
    let cell = |digits: Option<&str>, unit: &str, claim: Option<&str>| {
        html! {
            @match (digits, claim) {
                (Some(digits), Some(code))
                => { a href=(here.href(&Page::Claim(code.to_owned()))) { (number::money(lang, digits, Some(unit))) } }
                (Some(digits), None) => { (number::money(lang, digits, Some(unit))) }
                (None, _) => { span.absent { (here.pick("Not stated", "Non indiqué")) } }
            }
        }
    };
    html! {
        div.scroll tabindex="0" role="region" aria-label=(here.pick("Production by half-year", "Production par semestre")) {
            table.plain {
                thead { tr {
                    th scope="col" { (here.pick("Half-year", "Semestre")) }
                    th scope="col" { (here.pick("Production", "Production")) }
                    th.r scope="col" { (here.pick("Carats", "Carats")) }
                    th.r scope="col" { (here.pick("Value", "Valeur")) }
                } }
                tbody {
                    @for point in points {
                        tr.doubted[point.conflict] {
                            th scope="row" {
                                (half_year(here, &point.from.0))
                                @if point.conflict {
                                    " " span.badge.unknown { (here.pick("two figures published", "deux chiffres publiés")) }
                                }
                            }
                            td { (text::segment(lang, point.segment)) }
                            td.r.num {
                                (cell(point.carats.as_ref().map(|a| a.0.as_str()), "ct", point.carats_claim.as_ref().map(|c| c.code.as_str())))
                            }
                            td.r.num {
                                (cell(point.value.as_ref().map(|a| a.0.as_str()), &point.value_currency, point.value_claim.as_ref().map(|c| c.code.as_str())))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
