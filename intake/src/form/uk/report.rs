//! One report: what it says of itself, its payments by government, and the same payments by project.

use std::collections::BTreeMap;

use reconcile::Unit;

use crate::finding::Code;
use crate::form::country;
use crate::form::cover::Cover;
use crate::form::desk::{Desk, Outcome, not_stated};
use crate::form::document::Found;
use crate::form::headed::plain;
use crate::form::ledger::{Ledger, same_money};
use crate::form::spelled::{Sort, Spelled};
use crate::form::{Draft, Field, Told};

/// One of the two views of the money.
struct View<'t, 'd> {
    rows: Vec<Found<'t, 'd>>,
    by_type: Ledger,
    by_name: Ledger,
    /// Where each kind of payment stands first.
    first: BTreeMap<String, Spelled<'t>>,
}

/// What the report says once for all its rows.
struct Details<'t> {
    cover: Cover,
    company: Option<Spelled<'t>>,
    stated_on: Option<Told>,
}

/// Reads a report; `found` is what its details and its payments are in.
pub(super) fn read(desk: &mut Desk<'_>, found: &Found<'_, '_>) {
    let details = details(desk, found);
    let mut government = view(found, "governmentPayments");
    let mut project = view(found, "projectPayments");
    let has_governments = !government.rows.is_empty();
    add_rows(desk, &details, &mut government, "government", has_governments);
    add_rows(desk, &details, &mut project, "projectName", !has_governments);
    if has_governments && !project.rows.is_empty() {
        same_money(desk, &government.by_type, &project.by_type, &project.first);
    }
    compare_totals(desk, &details, &found.child("governmentPaymentTotals"), "government", &government.by_name);
    compare_totals(desk, &details, &found.child("projectTotals"), "projectName", &project.by_name);
}

fn details<'t>(desk: &mut Desk<'_>, found: &Found<'t, '_>) -> Details<'t> {
    let file = desk.file.clone();
    let mut cover = Cover::default();
    let details = found.child("reportDetails");
    let at =
        |name: &str| Some(Spelled::of_node(&file, &details.as_ref()?.child(name)?)).filter(|at| at.sort != Sort::Blank);
    if let Some(last) = at("reportEndDate") {
        let first = at("reportStartDate");
        desk.prove_orders(first.iter().chain([&last]).cloned());
        match first {
            Some(first) => cover.read_period(desk, &first, &last),
            None => cover.assume_year(desk, &last),
        }
    }
    if let Some(currency) = at("currency") {
        cover.read_currency(desk, &currency);
    }
    let place = details.as_ref().unwrap_or(found);
    cover.demand(desk, &Spelled::of_node(&file, place).spot);
    let stated_on = at("dateAdded").and_then(|at| {
        let when = desk.date(&at)?;
        Some(Told::read(when.to_string(), at.raw, at.origin.clone(), desk.order_step(&at).into_iter().collect()))
    });
    Details { cover, company: at("companyName"), stated_on }
}

fn view<'t, 'd>(found: &Found<'t, 'd>, name: &str) -> View<'t, 'd> {
    let rows = found.child(name).map(|list| list.all(|node| node.has("amount"))).unwrap_or_default();
    View { rows, by_type: Ledger::default(), by_name: Ledger::default(), first: BTreeMap::new() }
}

/// Adds up the rows of a view by kind of payment and by name; those that are kept become drafts.
fn add_rows<'t>(desk: &mut Desk<'_>, details: &Details<'_>, view: &mut View<'t, '_>, name: &str, is_kept: bool) {
    let file = desk.file.clone();
    for row in &view.rows {
        let Some(value) = row.child("amount").map(|amount| Spelled::of_node(&file, &amount)) else { continue };
        let outcome = amount(desk, details, &value);
        let kind = row.text_of("paymentType");
        view.by_type.add(kind, &outcome);
        view.by_name.add(row.text_of(name), &outcome);
        view.first.entry(plain(kind)).or_insert_with(|| value.clone());
        if is_kept && !matches!(outcome, Outcome::Unread) {
            let draft = draft(desk, details, row, outcome);
            desk.push(draft);
        }
    }
}

/// The figure of a row or of a total, in the currency of the report.
fn amount(desk: &mut Desk<'_>, details: &Details<'_>, at: &Spelled<'_>) -> Outcome {
    let currency = details.cover.currency.as_ref().map(|(currency, _)| *currency);
    match desk.figure(at, &details.cover.beside(currency)) {
        Outcome::Blank => {
            desk.note(at, Code::AmountBlank, Vec::new());
            not_stated(at)
        }
        other => other,
    }
}

fn draft(desk: &mut Desk<'_>, details: &Details<'_>, row: &Found<'_, '_>, outcome: Outcome) -> Draft {
    let file = desk.file.clone();
    let at = |name: &str| Some(Spelled::of_node(&file, &row.child(name)?)).filter(|at| at.sort != Sort::Blank);
    let mut draft = Draft::default();
    draft.imply(Field::Side, "company");
    draft.imply(Field::Role, "paid");
    draft.imply(Field::Kind, "payment");
    details.cover.fill(&mut draft);
    if let Some(country) = at("countryCode").or_else(|| at("countryCodeList")) {
        draft.set(Field::Country, country::told(&country));
    }
    let fields = [("government", Field::Recipient), ("projectName", Field::Mine), ("paymentType", Field::Stream)];
    for (name, field) in fields.into_iter().chain([("notes", Field::Note), ("projectCode", Field::Reference)]) {
        if let Some(at) = at(name) {
            draft.copy(field, &at);
        }
    }
    if let Some(company) = &details.company {
        draft.copy(Field::Payer, company);
    }
    if let Some(stated_on) = &details.stated_on {
        draft.set(Field::StatedOn, stated_on.clone());
    }
    if let Some(volume) = row.child("unitVolume") {
        set_in_kind(desk, &mut draft, &volume);
    }
    set_currency(&mut draft, details, &outcome);
    draft.set_outcome(outcome);
    draft
}

fn set_currency(draft: &mut Draft, details: &Details<'_>, outcome: &Outcome) {
    match (&details.cover.currency, outcome) {
        (Some((_, told)), _) => draft.set(Field::Currency, told.clone()),
        (None, Outcome::Figure(figure)) => {
            if let Some(currency) = figure.unit.and_then(Unit::currency) {
                let told = Told::read(currency.code(), figure.told.raw(), figure.told.origin.clone(), Vec::new());
                draft.set(Field::Currency, told);
            }
        }
        _ => {}
    }
}

/// Goods in place of money: how much, of what, and how they were valued, as it is written.
fn set_in_kind(desk: &mut Desk<'_>, draft: &mut Draft, volume: &Found<'_, '_>) {
    let file = desk.file.clone();
    let words = ["volume", "unitMeasure", "valuationMethod"].map(|name| volume.text_of(name));
    if let Some(unit) = volume.child("unitMeasure").map(|unit| Spelled::of_node(&file, &unit))
        && unit.text.parse::<reconcile::Currency>().is_ok()
    {
        // `BOE` is three letters too, and barrels of oil; only money of the report is known to be money.
        let is_money = crate::number::read_cell(&format!("1 {}", unit.text));
        if matches!(is_money, crate::number::Spelling::Number(_)) {
            desk.note(&unit, Code::UnitIsCurrency, Vec::new());
        }
    }
    let text = words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ");
    if let Some(at) = volume.child("volume").filter(|_| !words[0].is_empty()).map(|at| Spelled::of_node(&file, &at)) {
        draft.set(Field::InKind, Told::read(text, at.raw, at.origin.clone(), Vec::new()));
    }
}

/// Compares the totals that the report states with what its rows add up to.
fn compare_totals(
    desk: &mut Desk<'_>,
    details: &Details<'_>,
    totals: &Option<Found<'_, '_>>,
    name: &str,
    sums: &Ledger,
) {
    let file = desk.file.clone();
    let rows = totals.as_ref().map(|totals| totals.all(|node| node.has("amount"))).unwrap_or_default();
    for row in rows {
        let Some(at) = row.child("amount").map(|amount| Spelled::of_node(&file, &amount)) else { continue };
        if at.sort != Sort::Blank {
            let stated = amount(desk, details, &at);
            let of = if name == "government" { "governmentPayments" } else { "projectPayments" };
            sums.compare(desk, row.text_of(name), &at, &stated, of);
        }
    }
}
