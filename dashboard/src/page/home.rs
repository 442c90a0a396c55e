//! The first page: what this is, the largest gaps by currency, the countries, the questions without an answer.

use cynic::QueryBuilder;
use futures_util::future::try_join_all;
use maud::{Markup, html};

use super::{Reply, framed, here, only, released};
use crate::address::{Address, Form, Page};
use crate::layout::find_form;
use crate::number;
use crate::part::{figure, flow, gaps, verdict};
use crate::problem::Problem;
use crate::query::ReleaseVariables;
use crate::query::gap::{GapRow, GapRows};
use crate::query::home::{CountryLine, CurrencyVariables, HomePage, LargestGaps};
use crate::query::release::ReleaseLine;
use crate::query::word::{Column, Question, Reason};
use crate::site::{Here, Named, Site};
use crate::text;

/// Asks for the counts first, then for the largest gaps of each currency.
pub async fn answer(site: &Site, address: &Address) -> Result<Reply, Problem> {
    only(address, &[Form::Html])?;
    let home = site.ask(HomePage::build(ReleaseVariables { release: address.reading.release })).await?;
    let release = released(home.release.clone())?;
    let mut currencies: Vec<String> = home.totals.iter().map(|row| row.currency.clone()).collect();
    currencies.sort();
    currencies.dedup();
    let questions = currencies.into_iter().map(|currency| async {
        let variables = CurrencyVariables { currency: currency.clone(), release: Some(release.number) };
        site.ask(LargestGaps::build(variables)).await.map(|found| (currency, found.gaps))
    });
    let mut gaps = try_join_all(questions).await?;
    gaps.retain(|(_, found)| !found.nodes.is_empty());
    gaps.sort_by_key(|(_, found)| std::cmp::Reverse(found.total_count));
    let here = here(site, address, release.reference());
    let body = body(&here, &home, &release, &gaps);
    framed(here.clone(), here.pick("What a mine owes its neighbours", "Ce qu’une mine doit à ses voisins"), body)
}

fn body(here: &Here, home: &HomePage, release: &ReleaseLine, gaps: &[(String, GapRows)]) -> Markup {
    html! {
        (opening(here, release))
        section aria-labelledby="gaps" {
            h2 #gaps { (here.pick("The widest gaps", "Les plus grands écarts")) }
            p.intro { (here.pick(
                "In each currency, from the widest down. Currencies are never added together, nor put in one order.",
                "Dans chaque monnaie, du plus grand au plus petit. Les monnaies ne sont jamais additionnées, ni \
                    classées entre elles.",
            )) }
            @if gaps.is_empty() {
                p.empty { (here.pick("This release holds no gap.", "Cette édition ne contient aucun écart.")) }
            }
            @for (currency, found) in gaps { (gap_table(here, currency, found)) }
        }
        section aria-labelledby="countries" {
            h2 #countries { (here.pick("Countries", "Pays")) }
            ul.countries { @for country in &home.countries.nodes { (country_card(here, country)) } }
        }
        (unanswered(here, home))
        section.lookup { (find_form(here)) }
    }
}

fn opening(here: &Here, release: &ReleaseLine) -> Markup {
    let lang = here.lang();
    html! {
        section.opening {
            h1 { (here.pick("What a mine owes its neighbours", "Ce qu’une mine doit à ses voisins")) }
            p.lede { (here.pick(
                "For each payment from a mine to the State or a community, this ledger sets side by side what was due, \
                    what the payer says it paid and what the recipient says arrived, and shows where the figures \
                    differ.",
                "Pour chaque paiement d’une mine à l’État ou à une communauté, ce registre met côte à côte ce qui \
                    était dû, ce que le payeur dit avoir versé et ce que le bénéficiaire dit avoir reçu, et montre où \
                    les chiffres diffèrent.",
            )) }
            dl.three {
                div.due {
                    dt { (text::column(lang, Column::Due)) }
                    dd { (here.pick("by a law, a lease or a promise", "selon une loi, un bail ou une promesse")) }
                }
                div.declared {
                    dt { (text::column(lang, Column::Declared)) }
                    dd { (here.pick("by the one who pays", "par celui qui paie")) }
                }
                div.received {
                    dt { (text::column(lang, Column::Received)) }
                    dd { (here.pick("by the one who should get it", "par celui qui doit recevoir")) }
                }
            }
            p.counts {
                a href=(here.href(&Page::Release(release.number))) {
                    (here.pick("Release ", "Édition ")) (number::whole(lang, release.number))
                }
                (here.colon())
                (lang.count(release.claim_count, ["claim", "claims"], ["déclaration", "déclarations"])) ", "
                (lang.count(release.comparison_count, ["comparison", "comparisons"], ["comparaison", "comparaisons"]))
                ", "
                (gaps::counted(here, release.gap_counts)) ", "
                (lang.count(release.doubt_count, ["doubt", "doubts"], ["doute", "doutes"])) "."
            }
        }
    }
}

fn gap_table(here: &Here, currency: &str, found: &GapRows) -> Markup {
    let lang = here.lang();
    let shown = i32::try_from(found.nodes.len()).unwrap_or(i32::MAX);
    html! {
        h3.currency {
            (currency) " " span.muted { (lang.count(found.total_count, ["gap", "gaps"], ["écart", "écarts"])) }
        }
        table.ledger role="table" {
            caption.sr { (here.pick("Widest gaps in ", "Plus grands écarts en ")) (currency) }
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" {
                    (here.pick("What differs, and between whom", "Ce qui diffère, et entre qui"))
                }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Due)) }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Declared)) }
                th.r role="columnheader" scope="col" { (text::column(lang, Column::Received)) }
                th.r role="columnheader" scope="col" { (here.pick("Gap", "Écart")) }
            } }
            tbody role="rowgroup" { @for gap in &found.nodes { (gap_row(here, gap)) } }
        }
        @if found.total_count > shown {
            p.more.muted {
                (here.pick("The others are on the pages of their countries.", "Les autres sont sur les pages de leurs pays."))
            }
        }
    }
}

fn gap_row(here: &Here, gap: &GapRow) -> Markup {
    let lang = here.lang();
    let row = &gap.comparison;
    let question = row.verdicts.iter().find(|verdict| verdict.gap.as_ref().is_some_and(|found| found.code == gap.code));
    let columns = verdict::columns(question.map_or(Question::DueReceived, |one| one.question), row.received_known());
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                a href=(here.href(&Page::Gap(gap.code.clone()))) { (text::gap(lang, gap.kind, columns)) }
                " " (gaps::state(here, gap.state))
                span.aside { (flow::parties(here, row.payer.as_ref(), row.recipient.as_ref())) }
                span.aside {
                    @if let Some(mine) = &row.mine {
                        a href=(here.href(&Page::Mine(mine.slug.clone()))) { (mine.name) } ", "
                    }
                    a href=(here.href(&Page::Country(row.country.code.clone()))) { (row.country.name(lang)) }
                    " · " (flow::time(here, row.from.as_ref(), row.to.as_ref(), row.event.as_deref()))
                }
            }
            td.r role="cell" data-label=(text::column(lang, Column::Due)) { div { (figure::due(here, row)) } }
            td.r role="cell" data-label=(text::column(lang, Column::Declared)) {
                div { (figure::side(here, row, Column::Declared, row.declared.as_ref())) }
            }
            td.r role="cell" data-label=(text::column(lang, Column::Received)) {
                div { (figure::side(here, row, Column::Received, row.received.as_ref())) }
            }
            td.r.gapcell role="cell" data-label=(here.pick("Gap", "Écart")) {
                div {
                    @match &gap.amount {
                        Some(amount) => {
                            span.num { (number::money(lang, verdict::unsigned(&amount.0), gap.currency.as_deref())) }
                        }
                        None => { span.absent { (here.pick("without a size", "sans mesure")) } }
                    }
                    @if let Some(percent) = &gap.percent {
                        span.aside.num { (number::percent(lang, verdict::unsigned(&percent.0))) }
                    }
                }
            }
        }
    }
}

fn country_card(here: &Here, country: &CountryLine) -> Markup {
    let lang = here.lang();
    html! {
        li {
            a href=(here.href(&Page::Country(country.code.clone()))) { (country.name(lang)) }
            p {
                @if country.gap_count > 0 {
                    span.some { (lang.count(country.gap_count, ["gap", "gaps"], ["écart", "écarts"])) } " · "
                }
                (lang.count(country.comparisons.total_count, ["flow compared", "flows compared"], ["flux comparé", "flux comparés"]))
                " · "
                (lang.count(country.mines.total_count, ["mine", "mines"], ["mine", "mines"]))
            }
            @if !country.has_community_rule {
                p.small {
                    (here.pick("No rule gives communities a share", "Aucune règle ne donne de part aux communautés"))
                }
            }
        }
    }
}

/// The questions without an answer have a place of their own: not knowing is a finding too.
fn unanswered(here: &Here, home: &HomePage) -> Markup {
    let lang = here.lang();
    let count = |reason| match reason {
        Reason::Silent => home.silent.total_count,
        Reason::Period => home.period.total_count,
        Reason::Scope => home.scope.total_count,
        Reason::Entity => home.entity.total_count,
        Reason::CurrencyNoRate => home.currency_no_rate.total_count,
        Reason::BaseUnknown => home.base_unknown.total_count,
        Reason::NoRule => home.no_rule.total_count,
        Reason::Absent => home.absent.total_count,
        Reason::Imprecise => home.imprecise.total_count,
        Reason::Doubted => home.doubted.total_count,
    };
    html! {
        section aria-labelledby="unanswered" {
            h2 #unanswered { (here.pick("No answer yet", "Pas encore de réponse")) }
            p.intro {
                (here.pick(
                    "Not knowing is an answer too, and it is never counted as zero. A comparison may have several open \
                        questions. ",
                    "Ne pas savoir est aussi une réponse, et elle ne compte jamais pour zéro. Une comparaison peut \
                        avoir plusieurs questions ouvertes. ",
                ))
                (here.pick("In ", "Dans "))
                (lang.count(home.agreeing.total_count, ["comparison", "comparisons"], ["comparaison", "comparaisons"]))
                (here.pick(" some question is answered with “agrees”.", ", une question au moins reçoit la réponse «\u{202f}concorde\u{202f}»."))
            }
            dl.reasons {
                @for reason in text::REASONS {
                    @let found = count(reason);
                    @if found > 0 {
                        div {
                            dt { span.num { (number::whole(lang, found)) } " " (text::reason(lang, reason, None)) }
                            dd { (text::reason_meaning(lang, reason)) }
                        }
                    }
                }
            }
        }
    }
}
