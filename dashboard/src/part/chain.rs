//! Chains of a mine or a party: the drawing, and the table that says the same and more.

use maud::{Markup, html};

use crate::address::Page;
use crate::chart::chain::{Band, Hand, chain};
use crate::number;
use crate::part::flow;
use crate::query::chain::{Chain, FlowGraph, FlowSum, Handed, Held, Holder, HolderAccount, HolderStop, Told};
use crate::query::word::{Column, Outcome, StoppedBound, UnnamedHolder};
use crate::site::{Here, Named};
use crate::text;

/// The most chains of one page: the others are in the lists, flow by flow.
const CHAINS_MAX: usize = 6;

/// The chains in which there is something to follow; nothing where there is none.
pub fn section(here: &Here, graph: &FlowGraph) -> Markup {
    let mut chains: Vec<&Chain> = graph.chains.iter().filter(|chain| chain.leads()).collect();
    // The newest first, and the longest before the others of one time.
    let begins =
        |chain: &Chain| chain.flows.iter().filter_map(|flow| Some(flow.comparison.from.as_ref()?.0.clone())).max();
    chains.sort_by_key(|chain| std::cmp::Reverse((begins(chain), chain.flows.len())));
    let left = chains.len().saturating_sub(CHAINS_MAX);
    html! {
        @if !chains.is_empty() {
            section aria-labelledby="chains" {
                h2 #chains { (here.pick("From hand to hand", "De main en main")) }
                p.intro { (here.pick(
                    "Who paid whom, and what stopped on the way. What stopped with a holder is what it says it received \
                        less what it says it passed on; a rule may leave it there, so it is no gap by itself.",
                    "Qui a payé qui, et ce qui s’est arrêté en chemin. Ce qui s’est arrêté chez un détenteur est ce qu’il \
                        dit avoir reçu moins ce qu’il dit avoir transmis\u{202f}; une règle peut le lui laisser, ce n’est \
                        donc pas un écart en soi.",
                )) }
                @if graph.truncated {
                    p.note { (here.pick(
                        "Only the newest hundred flows are drawn, and nothing is added up: part of a sum would say something else.",
                        "Seuls les cent flux les plus récents sont dessinés, et rien n’est additionné\u{202f}: une partie de \
                            la somme dirait autre chose.",
                    )) }
                }
                @for (index, one) in chains.iter().take(CHAINS_MAX).enumerate() { (figure(here, one, index)) }
                @if left > 0 {
                    p.small { (here.pick(
                        format!("{left} more are not drawn; their flows are listed on this page."),
                        format!("{left} autres ne sont pas dessinées\u{202f}; leurs flux sont listés sur cette page."),
                    )) }
                }
            }
        }
    }
}

fn figure(here: &Here, one: &Chain, index: usize) -> Markup {
    let title = title(here, one);
    let hands: Vec<Hand> = one.holders.iter().map(|holder| hand(here, one, holder)).collect();
    let bands: Vec<Band> = one.flows.iter().filter_map(|flow| band(one, &flow.comparison)).collect();
    let description: Vec<String> = one.flows.iter().map(|flow| told(here, &flow.comparison)).collect();
    let scaled = one_currency(one);
    html! {
        h3 { (title) }
        div.handed {
            figure.chart {
                figcaption {
                    (key("declared", here.pick("declared", "déclaré"))) (key("received", here.pick("received", "reçu")))
                    (key("unknown", here.pick("not known", "inconnu")))
                    @if !scaled { span.aside { (here.pick(
                        "Several currencies: the widths say nothing.",
                        "Plusieurs monnaies\u{202f}: les largeurs ne disent rien.",
                    )) } }
                }
                (chain(&format!("chain{index}"), &title, &description.join("; "), &hands, &bands, scaled))
            }
            (table(here, one, &title))
        }
    }
}

fn key(ink: &str, label: &str) -> Markup {
    html! {
        span.key {
            svg viewBox="0 0 24 6" width="24" height="6" aria-hidden="true" {
                path.band.(ink) d="M0 3H24" stroke-width=(if ink == "unknown" { "1.5" } else { "4" })
                    stroke-dasharray=[(ink == "unknown").then_some("3 4")] {}
            }
            (label)
        }
    }
}

/// The names of the flows, and their time where it is one.
fn title(here: &Here, one: &Chain) -> String {
    let mut names: Vec<&str> = one.flows.iter().map(|flow| flow.comparison.stream.name(here.lang())).collect();
    names.sort_unstable();
    names.dedup();
    let mut times: Vec<String> = one.flows.iter().map(|flow| time(here, &flow.comparison)).collect();
    times.dedup();
    match &times[..] {
        [time] => format!("{}, {time}", names.join(", ")),
        _ => names.join(", "),
    }
}

fn time(here: &Here, own: &Handed) -> String {
    flow::time(here, own.from.as_ref(), own.to.as_ref(), own.event.as_deref())
}

/// True where every known amount is of one currency.
fn one_currency(one: &Chain) -> bool {
    let mut currencies = one.flows.iter().filter_map(|flow| flow.comparison.currency.as_deref());
    let first = currencies.next();
    currencies.all(|other| Some(other) == first)
}

fn band(one: &Chain, own: &Handed) -> Option<Band> {
    let place = |slug: Option<&str>, unnamed: UnnamedHolder| {
        one.holders.iter().position(|holder| match (&holder.party, slug) {
            (Some(party), Some(slug)) => party.slug == slug,
            (None, None) => holder.unnamed == Some(unnamed),
            _ => false,
        })
    };
    let from = place(own.payer.as_ref().map(|party| party.slug.as_str()), UnnamedHolder::Payer)?;
    let to = place(own.recipient.as_ref().map(|party| party.slug.as_str()), UnnamedHolder::Recipient)?;
    let digits = |side: &Option<Told>| side.as_ref().and_then(|told| Some(told.amount.as_ref()?.0.clone()));
    let whole = own.part_of.as_ref();
    let part = whole.is_some_and(|whole| one.flows.iter().any(|flow| flow.comparison.code == whole.code));
    // What a party pays to itself changes no hands.
    (from != to).then(|| Band { from, to, declared: digits(&own.declared), received: digits(&own.received), part })
}

/// A flow in words, for those who do not see the drawing.
fn told(here: &Here, own: &Handed) -> String {
    let parties = flow::parties(here, own.payer.as_ref(), own.recipient.as_ref());
    let side = |column: Column, side: &Option<Told>| {
        let words = match side {
            None => text::silent(here.lang(), Some(column)).to_owned(),
            Some(Told { amount: Some(amount), lower_bound, .. }) => {
                bounded(here, *lower_bound, number::money(here.lang(), &amount.0, own.currency.as_deref()))
            }
            Some(Told { absence: Some(code), .. }) => text::absence(here.lang(), *code).to_owned(),
            Some(_) => here.pick("No figure", "Pas de chiffre").to_owned(),
        };
        format!("{}{}{words}", text::column(here.lang(), column), here.colon())
    };
    format!("{parties}. {}, {}", side(Column::Declared, &own.declared), side(Column::Received, &own.received))
}

fn bounded(here: &Here, lower_bound: bool, words: String) -> String {
    if lower_bound { format!("{} {words}", here.pick("at least", "au moins")) } else { words }
}

fn name<'a>(here: &Here, holder: &'a Holder) -> &'a str {
    match (&holder.party, holder.unnamed) {
        (Some(party), _) => party.name(here.lang()),
        (None, Some(UnnamedHolder::Payer)) => here.pick("payer not named", "payeur non nommé"),
        (None, _) => here.pick("recipient not named", "bénéficiaire non nommé"),
    }
}

/// What stands beside a hand in the drawing: only what is known; the table says the rest.
fn hand(here: &Here, one: &Chain, holder: &Holder) -> Hand {
    let mut words = Vec::new();
    for account in &holder.accounts {
        let currency = account.currency.as_deref();
        let known = |sum: &FlowSum| sum.amount.is_some().then(|| self::sum(here, sum, currency));
        if let Some(words_in) = account.came_in.as_ref().and_then(|side| known(&side.received)) {
            words.push(format!("{} {words_in}", here.pick("received", "a reçu")));
        }
        if let Some(words_on) = account.went_on.as_ref().and_then(|side| known(&side.declared)) {
            words.push(format!("{} {words_on}", here.pick("passed on", "a transmis")));
        }
        if let Some(stopped) = account.stopped.as_ref().and_then(|stopped| stopped_amount(here, stopped, currency)) {
            words.push(stopped);
        }
    }
    words.extend(held(one, holder).map(|(own, verdict)| held_words(here, own, verdict)));
    Hand { name: name(here, holder).to_owned(), words }
}

/// The verdicts that name a holder, with the flow that each is of.
fn held<'a>(one: &'a Chain, holder: &'a Holder) -> impl Iterator<Item = (&'a Handed, &'a Held)> {
    let slug = holder.party.as_ref().map(|party| party.slug.as_str());
    let of = move |own: &'a Handed| own.verdicts.iter().map(move |verdict| (own, verdict));
    let names = move |held: &Held| {
        slug.is_some()
            && held.outcome != Outcome::Agrees
            && held.holder.as_ref().map(|party| party.slug.as_str()) == slug
    };
    one.flows.iter().flat_map(move |flow| of(&flow.comparison)).filter(move |(_, verdict)| names(verdict))
}

/// What a published gap says is kept; a question that is open, or an answer that is missing, gives no amount.
fn held_words(here: &Here, own: &Handed, verdict: &Held) -> String {
    match verdict.amount.as_ref().filter(|_| verdict.gap.is_some()) {
        Some(amount) => {
            let money = number::money(here.lang(), &amount.0, own.currency.as_deref());
            here.pick(format!("kept here: {money}"), format!("retenu ici\u{202f}: {money}"))
        }
        None => here.pick("held here, amount not stated", "détenu ici, montant non indiqué").to_owned(),
    }
}

fn sum(here: &Here, sum: &FlowSum, currency: Option<&str>) -> String {
    match (&sum.amount, sum.not_added) {
        (Some(amount), _) => {
            let money = number::money(here.lang(), &amount.0, currency);
            let money = if sum.rough { about(here, money) } else { money };
            bounded(here, sum.lower_bound, money)
        }
        (None, Some(_)) => {
            here.pick("not added: may be the same money", "non additionné\u{202f}: peut-être le même argent").to_owned()
        }
        (None, None) => here.pick("not known", "inconnu").to_owned(),
    }
}

fn about(here: &Here, words: String) -> String {
    format!("{} {words}", here.pick("about", "environ"))
}

/// What stopped, where an amount is known.
fn stopped_amount(here: &Here, stopped: &HolderStop, currency: Option<&str>) -> Option<String> {
    let digits = &stopped.amount.as_ref()?.0;
    let (more, digits) = match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, digits.as_str()),
    };
    let money = number::money(here.lang(), digits, currency);
    let money = if stopped.rough { about(here, money) } else { money };
    // Where more went on than came in, a bound turns with the sign.
    let least = stopped.bound == Some(if more { StoppedBound::AtMost } else { StoppedBound::AtLeast });
    let most = stopped.bound == Some(if more { StoppedBound::AtLeast } else { StoppedBound::AtMost });
    let money = match (least, most) {
        (true, _) => bounded(here, true, money),
        (_, true) => format!("{} {money}", here.pick("at most", "au plus")),
        _ => money,
    };
    Some(match more {
        true => here.pick(format!("{money} more went on than came in"), format!("{money} de plus transmis que reçu")),
        false => here.pick(format!("{money} stopped here"), format!("{money} se sont arrêtés ici")),
    })
}

fn table(here: &Here, one: &Chain, title: &str) -> Markup {
    let heads = [
        here.pick("Holder", "Détenteur"),
        here.pick("Came in", "Entré"),
        here.pick("Went on", "Reparti"),
        here.pick("Stopped here", "Arrêté ici"),
    ];
    html! {
        table.ledger.hands role="table" {
            caption.sr { (title) }
            thead role="rowgroup" { tr role="row" {
                @for (index, head) in heads.iter().enumerate() { th.r[index > 0] role="columnheader" scope="col" { (head) } }
            } }
            tbody role="rowgroup" { @for holder in &one.holders { (row(here, one, holder, heads)) } }
        }
    }
}

fn row(here: &Here, one: &Chain, holder: &Holder, heads: [&str; 4]) -> Markup {
    let cell = |index: usize, content: &dyn Fn(&HolderAccount) -> Markup| {
        html! {
            td.r role="cell" data-label=(heads[index]) { div {
                @for account in &holder.accounts { (content(account)) }
            } }
        }
    };
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (flow::party(here, holder.party.as_ref(), name(here, holder))) }
            (cell(1, &|account| came_in(here, account)))
            (cell(2, &|account| went_on(here, account)))
            td.r role="cell" data-label=(heads[3]) { div {
                @if holder.accounts.iter().all(|account| account.stopped.is_none()) && held(one, holder).next().is_none() {
                    span.muted { "–" }
                }
                @for account in &holder.accounts { (stopped(here, account)) }
                @for (own, verdict) in held(one, holder) {
                    span.aside {
                        @match &verdict.gap {
                            Some(gap) => { a.gaplink href=(here.href(&Page::Gap(gap.code.clone()))) { (held_words(here, own, verdict)) } }
                            None => { (held_words(here, own, verdict)) }
                        }
                    }
                }
            } }
        }
    }
}

/// The holder's own word first, then what those who paid it say.
fn came_in(here: &Here, account: &HolderAccount) -> Markup {
    let currency = account.currency.as_deref();
    html! {
        @if let Some(side) = &account.came_in {
            span.num { (sum(here, &side.received, currency)) }
            @if side.declared.amount.is_some() {
                span.aside { (here.pick("its payers say ", "ses payeurs disent ")) (sum(here, &side.declared, currency)) }
            }
        } @else { span.muted { "–" } }
    }
}

/// The holder's own word first, then what those whom it paid say.
fn went_on(here: &Here, account: &HolderAccount) -> Markup {
    let currency = account.currency.as_deref();
    html! {
        @if let Some(side) = &account.went_on {
            span.num { (sum(here, &side.declared, currency)) }
            @if side.received.amount.is_some() {
                span.aside { (here.pick("its recipients say ", "ses bénéficiaires disent ")) (sum(here, &side.received, currency)) }
            }
        } @else { span.muted { "–" } }
    }
}

fn stopped(here: &Here, account: &HolderAccount) -> Markup {
    let currency = account.currency.as_deref();
    html! {
        @if let Some(stopped) = &account.stopped {
            @match (stopped_amount(here, stopped, currency), stopped.reason) {
                (Some(words), _) => { span.num { (words) } }
                (None, Some(reason)) => {
                    span.absent { (here.pick("not known", "inconnu")) }
                    span.aside { (text::reason(here.lang(), reason, stopped.column)) }
                }
                (None, None) => { span.absent { (here.pick("not known", "inconnu")) } }
            }
        }
    }
}
