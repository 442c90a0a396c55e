//! A rule: what is due, from whom to whom, by which text, since when.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Reply, framed, here, json, keyed, only, released};
use crate::address::{Address, Form, Page};
use crate::lang::Lang;
use crate::number;
use crate::part::{example, facts, rules};
use crate::problem::Problem;
use crate::query::reference::RuleRef;
use crate::query::rule::{RuleFull, RulePage};
use crate::query::word::Force;
use crate::site::{Here, Named, Site};
use crate::text;

/// Answers as a page or the API's own answer.
pub async fn answer(site: &Site, address: &Address, key: &str) -> Result<Reply, Problem> {
    only(address, &[Form::Html, Form::Json])?;
    let question = RulePage::build(keyed(key, address));
    if address.form == Form::Json {
        return json(&site.ask_raw(question).await?);
    }
    let found = site.ask(question).await?;
    let here = here(site, address, released(found.release)?);
    let rule = found.rule.ok_or(Problem::NoSuchThing)?;
    let title = rule.name(here.lang()).to_owned();
    framed(here.clone(), title, body(&here, &rule))
}

fn body(here: &Here, rule: &RuleFull) -> Markup {
    let lang = here.lang();
    let mut way = vec![(rule.country.name(lang).to_owned(), Page::Country(rule.country.code.clone()))];
    way.extend(rule.mine.as_ref().map(|mine| (mine.name.clone(), Page::Mine(mine.slug.clone()))));
    html! {
        (facts::trail(here, &way))
        p.kicker { (here.pick("Rule · ", "Règle · ")) (text::force(lang, rule.force)) }
        h1 { (rule.name(lang)) }
        p.lede { (formula(here, rule)) }
        @if rule.minimum {
            p { (here.pick(
                "A minimum: only less than this is a gap, more is not.",
                "Un minimum\u{202f}: seul moins que cela est un écart, plus n’en est pas un.",
            )) }
        }
        @if rule.force == Force::Pledge {
            p {
                (here.pick("A promise: never called a tax, and never late.", "Une promesse\u{202f}: jamais appelée impôt, et jamais en retard."))
            }
        }
        (split(here, rule))
        (example::of_rule(here, &rule.examples))
        (about(here, rule))
        (facts::note(here, rule.note.as_deref()))
        section aria-labelledby="source" {
            h2 #source { (here.pick("Where it was read", "Où elle a été lue")) }
            p { (facts::source(here, &rule.source)) }
        }
        p.small {
            a href=(here.reading.path_as(&here.page, Form::Json)) {
                (here.pick("This page as JSON", "Cette page en JSON"))
            }
        }
    }
}

/// The rule as a line of arithmetic in words.
fn formula(here: &Here, rule: &RuleFull) -> Markup {
    let lang = here.lang();
    let base = match &rule.share_of {
        Some(_) => None,
        None => Some(format!("{} {}", text::base(lang, &rule.base), text::base_period(lang, rule.base_period))),
    };
    html! {
        @match (&rule.rate_percent, &rule.fixed_amount) {
            (Some(rate), _) => {
                strong.num { (number::percent(lang, &rate.0)) } " × "
                @match (&rule.share_of, base) {
                    (Some(whole), _) => { a href=(here.href(&Page::Rule(whole.slug.clone()))) { (whole.name(lang)) } }
                    (None, Some(base)) => (base),
                    (None, None) => {},
                }
            }
            (None, Some(fixed)) => {
                strong.num { (number::money(lang, &fixed.0, rule.fixed_currency.as_deref())) }
                @if rule.base == "net_tonnes_exported" { " × " (text::base(lang, &rule.base)) }
            }
            (None, None) if !rule.split.is_empty() || rule.split_by.is_some() => {
                (here.pick("A split of ", "Une répartition de\u{202f}: "))
                @match &rule.share_of {
                    Some(whole) => { a href=(here.href(&Page::Rule(whole.slug.clone()))) { (whole.name(lang)) } }
                    None => (text::base(lang, &rule.base)),
                }
                @if let Some(by) = &rule.split_by { (here.pick(", by ", ", selon\u{202f}: ")) (by.name(lang)) }
            }
            (None, None)
            => { (here.pick("The rate was not read in the source.", "Le taux n’a pas été lu dans la source.")) }
        }
    }
}

fn split(here: &Here, rule: &RuleFull) -> Markup {
    let lang = here.lang();
    html! {
        @if !rule.split.is_empty() {
            section aria-labelledby="split" {
                h2 #split { (here.pick("Who gets which share", "Qui reçoit quelle part")) }
                table.plain {
                    thead {
                        tr {
                            th scope="col" { (here.pick("Recipient", "Bénéficiaire")) }
                            th.r scope="col" { (here.pick("Share", "Part")) }
                        }
                    }
                    tbody {
                        @for share in &rule.split {
                            tr {
                                th scope="row" { (text::share(lang, &share.token)) }
                                td.r.num { (number::percent(lang, &share.percent.0)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn about(here: &Here, rule: &RuleFull) -> Markup {
    let lang = here.lang();
    let kind = |kind: Option<crate::query::word::PartyKind>| kind.map(|kind| html! { (text::party_kind(lang, kind)) });
    let base = html! { (text::base(lang, &rule.base)) ", " (text::base_period(lang, rule.base_period)) };
    let mine =
        rule.mine.as_ref().map(|mine| html! { a href=(here.href(&Page::Mine(mine.slug.clone()))) { (mine.name) } });
    let country = html! { (here.pick("every mine of the country without a rule of its own", "toute mine du pays qui n’a pas sa propre règle")) };
    let valuation = rule.valuation.as_deref().map(|valuation| html! { (text::valuation(lang, valuation)) });
    let pool = rule.pool.iter().map(|stream| stream.name(lang)).collect::<Vec<_>>().join(" + ");
    let weighed = rule.split_by.as_ref().map(|by| html! {
        (here.pick("each recipient’s own figure over the figure for all: ", "le chiffre de chaque bénéficiaire sur celui de tous\u{202f}: ")) (by.name(lang))
    });
    let sure = rule.confidence.as_deref().map(|sure| html! { (text::confidence(lang, sure)) });
    let time = rules::in_force(here, rule.effective_from.as_deref(), rule.effective_to.as_deref());
    let words = |code: Option<&str>, say: fn(Lang, &str) -> String| code.map(|code| html! { (say(lang, code)) });
    facts::facts(vec![
        (here.pick("Applies to", "S’applique à"), Some(mine.unwrap_or(country))),
        (here.pick("Flow", "Flux"), rule.stream.as_ref().map(|stream| html! { (stream.name(lang)) })),
        (here.pick("Who pays", "Qui paie"), kind(rule.payer_kind)),
        (here.pick("Who receives", "Qui reçoit"), kind(rule.recipient_kind)),
        (here.pick("Computed from", "Calculée sur"), Some(base)),
        (here.pick("The base is the sum of", "La base est la somme de"), facts::plain(Some(pool.as_str()))),
        (here.pick("Shares are weighed by", "Les parts se mesurent à"), weighed),
        (here.pick("Disputes", "Conteste"), rule.rival_of.as_ref().map(|rival| disputes(here, rival))),
        (here.pick("Valuation", "Évaluation"), valuation),
        (here.pick("From which value on", "À partir de quelle valeur"), facts::plain(rule.tier.as_deref())),
        (here.pick("In force", "En vigueur"), facts::plain(time.as_deref())),
        (here.pick("Deadline", "Échéance"), words(rule.deadline.as_deref(), text::deadline)),
        (here.pick("If late", "En cas de retard"), words(rule.penalty.as_deref(), text::penalty)),
        (here.pick("Legal basis", "Base légale"), facts::plain(rule.legal_basis.as_deref())),
        (here.pick("Certainty of the reading", "Certitude de la lecture"), sure),
    ])
}

/// The version that this one disputes, and what follows from it.
fn disputes(here: &Here, rival: &RuleRef) -> Markup {
    html! {
        a href=(here.href(&Page::Rule(rival.slug.clone()))) { (rival.name(here.lang())) }
        span.aside { (here.pick(
            "Some hold this version to be in force where that one is applied: the answers are given under both.",
            "Certains tiennent cette version pour en vigueur là où l’autre est appliquée\u{202f}: les réponses sont \
                données selon les deux.",
        )) }
    }
}
