//! A gap: the figures that differ, the whole working, what else was said, how to cite it.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::comparison::Working;
use super::{Reply, comparison, framed, here, json, keyed, only, released, well_written};
use crate::address::{Address, Form, Page};
use crate::date;
use crate::number;
use crate::part::{claim, doubts, facts, flow, gaps, verdict, versions, working};
use crate::problem::Problem;
use crate::query::gap::{GapFull, GapPage};
use crate::query::verdict::Verdict;
use crate::query::word::{Column, GapKind, GapState};
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page, a table, a picture or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json, Form::Svg, Form::Csv])?;
    if let Some(elsewhere) = well_written(address, key, Page::Gap)? {
        return Ok(elsewhere);
    }
    let question = GapPage::build(keyed(key, address));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let gap = found.gap.ok_or(Problem::NoSuchThing)?;
    match address.form {
        Form::Svg => Ok(crate::picture::of(&comparison::chart(&here, &gap.comparison))),
        Form::Csv => Ok(crate::csv::rows(&here, &[gap.comparison.row()])),
        _ => framed(here.clone(), words(&here, &gap), body(&here, &gap)),
    }
}

fn body(here: &Here, gap: &GapFull) -> Markup {
    let lang = here.lang();
    let found = &gap.comparison;
    html! {
        (facts::trail(here, &comparison::way(here, found)))
        div.gaphead { div {
            p.kicker {
                @if gap.state != GapState::Questioned {
                    span.badge.gap { span.sign aria-hidden="true" { "≠" } (here.pick("Gap", "Écart")) } " "
                }
                (gaps::state(here, gap.state)) " " code { (gap.code) }
            }
            h1 {
                (words(here, gap))
                @if let Some(amount) = &gap.amount {
                    span.big.num { (number::money(lang, verdict::unsigned(&amount.0), gap.currency.as_deref())) }
                }
            }
            p.lede { (headline(here, gap)) }
            p.flow {
                (flow::linked_parties(here, found.payer.as_ref(), found.recipient.as_ref()))
                span.aside { (found.stream.name(lang)) " · " (comparison::time(here, found)) }
            }
            p.meaning { (text::gap_meaning(lang, gap.kind)) }
        }
        figure.chart { (comparison::chart(here, found)) } }
        (reviewed(here, gap))
        (work(here, gap))
        (versions::section(here, found))
        (alternatives(here, gap))
        (comparison::sides(here, found, Working::ShownAbove))
        (doubts::section(here, &found.doubts))
        (other_verdicts(here, gap))
        (citation(here, gap))
    }
}

/// What a reviewer found or asks; nothing while nobody has said anything. Who it was is never public.
fn reviewed(here: &Here, gap: &GapFull) -> Markup {
    let lang = here.lang();
    html! {
        @if let Some(question) = &gap.open_question {
            section aria-labelledby="reviewed" {
                h2 #reviewed { (here.pick("A question is open", "Une question est ouverte")) }
                p.intro { (here.pick(
                    "A reviewer asks about these figures. Until there is an answer, the difference is not published as \
                        a gap and not counted as one.",
                    "Un relecteur s’interroge sur ces chiffres. Tant qu’il n’y a pas de réponse, la différence n’est \
                        ni publiée ni comptée comme un écart.",
                )) }
                blockquote { (question) }
            }
        } @else if let Some(cause) = gap.explained {
            section aria-labelledby="reviewed" {
                h2 #reviewed { (here.pick("Explained", "Expliqué")) }
                p.intro { (here.pick("A reviewer found why the figures differ: ", "Un relecteur a trouvé pourquoi les chiffres diffèrent\u{202f}: ")) strong { (text::cause(lang, cause)) } "." }
                @if let Some(note) = &gap.explained_note { blockquote { (note) } }
            }
        }
    }
}

/// The working; nothing where the gap has no size and so nothing was computed.
fn work(here: &Here, gap: &GapFull) -> Markup {
    html! {
        @if let Some(amount) = &gap.amount {
            section aria-labelledby="working" {
                h2 #working { (here.pick("The working", "Le calcul")) }
                p.intro { (here.pick(
                    "Line by line. Each figure leads to the claim or the rule it came from.",
                    "Ligne par ligne. Chaque chiffre mène à la déclaration ou à la règle dont il vient.",
                )) }
                (working::of_gap(here, &gap.comparison, gap.question, &amount.0, gap.percent.as_ref().map(|percent| percent.0.as_str())))
            }
        }
    }
}

/// The two columns that differ. A recipient who says that nothing came has spoken, even without a figure.
fn columns(gap: &GapFull) -> (Column, Column) {
    let spoken = gap.comparison.received_known() || gap.amount.is_none();
    verdict::columns(gap.question, spoken)
}

/// What the figures of this gap say.
fn words(here: &Here, gap: &GapFull) -> &'static str {
    text::gap(here.lang(), gap.kind, columns(gap))
}

/// The gap as a share of what it is measured against, and how far it may be off.
fn headline(here: &Here, gap: &GapFull) -> Markup {
    let lang = here.lang();
    let (left, _) = columns(gap);
    let differs = gap.low.as_ref().zip(gap.high.as_ref()).filter(|(low, high)| low != high);
    html! {
        @if let Some(percent) = &gap.percent {
            strong.num { (number::percent(lang, verdict::unsigned(&percent.0))) } " " (text::percent_of(lang, left)) "."
        }
        @if gap.amount.is_none() && gap.kind == GapKind::NotReceived {
            (here.pick(
                "The recipient says so without a figure: the gap is known, its size is not.",
                "Le bénéficiaire le dit sans chiffre\u{202f}: l’écart est connu, sa mesure ne l’est pas.",
            ))
            @if gap.comparison.declared.is_none() {
                " " (here.pick(
                    "What the payer declared covers a wider group, of which this recipient is a part.",
                    "Ce que le payeur a déclaré couvre un groupe plus large, dont ce bénéficiaire fait partie.",
                ))
            }
        }
        @if let Some(own) = own_verdict(gap) { (verdict::circumstances(here, own, gap.currency.as_deref())) }
        @if let Some((low, high)) = differs {
            " " (here.pick(
                "As the sources round, and by the exchange rates observed, the gap lies between ",
                "Selon l’arrondi des sources et les taux de change observés, l’écart se situe entre ",
            ))
            span.num { (number::money(lang, &low.0, gap.currency.as_deref())) }
            (here.pick(" and ", " et "))
            span.num { (number::money(lang, &high.0, gap.currency.as_deref())) } "."
        }
    }
}

/// The verdict that this gap is.
fn own_verdict(gap: &GapFull) -> Option<&Verdict> {
    gap.comparison.verdicts.iter().find(|verdict| verdict.gap.as_ref().is_some_and(|found| found.code == gap.code))
}

/// The figures in conflict with the headline's, each with the gap it would give.
fn alternatives(here: &Here, gap: &GapFull) -> Markup {
    let lang = here.lang();
    html! {
        @if !gap.alternatives.is_empty() {
            section aria-labelledby="otherwise" {
                h2 #otherwise { (here.pick("If another figure is used", "Si l’on prend un autre chiffre")) }
                p.intro { (here.pick(
                    "Other sources state this figure differently. Both stand; neither is averaged. The gap under each:",
                    "D’autres sources énoncent ce chiffre autrement. Les deux restent\u{202f}; on n’en fait pas la \
                        moyenne. L’écart selon chacun\u{202f}:",
                )) }
                @for other in &gap.alternatives {
                    div.alternative {
                        (claim::card(here, &other.claim))
                        p.becomes {
                            (here.pick("the gap would be", "l’écart serait de"))
                            strong.num { (number::money(lang, &other.amount.0, gap.currency.as_deref())) }
                            @if let Some(percent) = &other.percent { span.num { (number::percent(lang, &percent.0)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The other questions asked of the same comparison.
fn other_verdicts(here: &Here, gap: &GapFull) -> Markup {
    let others: Vec<_> = gap
        .comparison
        .verdicts
        .iter()
        .filter(|verdict| verdict.gap.as_ref().is_none_or(|found| found.code != gap.code))
        .cloned()
        .collect();
    let row = gap.comparison.row();
    html! {
        @if !others.is_empty() {
            section aria-labelledby="others" {
                h2 #others { (here.pick("The other questions", "Les autres questions")) }
                dl.facts {
                    @for verdict in &others {
                        div {
                            dt { (text::question(here.lang(), verdict.question)) }
                            dd { (verdict::line(here, &row, verdict)) }
                        }
                    }
                }
            }
        }
    }
}

fn citation(here: &Here, gap: &GapFull) -> Markup {
    let lang = here.lang();
    let parties = flow::parties(here, gap.comparison.payer.as_ref(), gap.comparison.recipient.as_ref());
    html! {
        section.cite aria-labelledby="cite" {
            h2 #cite { (here.pick("How to cite", "Comment citer")) }
            p.citation {
                "Fairlode, "
                @if let Some(release) = &here.release {
                    (here.pick("release ", "édition ")) (number::whole(lang, release.number)) ", "
                    (date::day(lang, &release.published_at.0)) ", "
                }
                (here.pick("gap ", "écart ")) (gap.code) (here.colon()) (words(here, gap)) ", " (parties) ". "
                code { (here.lasting_address()) }
            }
            p.small {
                (here.pick("The code never changes. ", "Le code ne change jamais. "))
                a href=(here.href(&Page::Comparison(gap.comparison.code.clone()))) {
                    (here.pick("The comparison behind this gap", "La comparaison derrière cet écart"))
                }
                " · "
                a href=(here.reading.path_as(&here.page, Form::Json)) { "JSON" } " · "
                a href=(here.reading.path_as(&here.page, Form::Csv)) { "CSV" } " · "
                a href=(here.reading.path_as(&here.page, Form::Svg)) { "SVG" }
            }
        }
    }
}
