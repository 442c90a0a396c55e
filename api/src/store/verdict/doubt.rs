//! Doubts, checked totals, and what was set aside.

use entity::{doubt, doubt_claim, set_aside, sum_check, sum_part};
use reconcile::{ClaimId, Doubt, SetAside, SumCheck, code};

use super::{Names, filled};

/// Ends one text in a place: below everything that a code can hold, so that places sort as what they are made of.
const END: char = '\u{1f}';
/// Ends a list of texts in a place: below `END`, so that a list comes before those it begins.
const END_OF_LIST: char = '\u{1e}';

/// A doubt with its claims, in order.
pub(super) fn doubt(names: &Names<'_>, own: &Doubt) -> (doubt::Model, Vec<doubt_claim::Model>) {
    let country = own.claims.first().map(|claim| names.facts.country(names.facts.claim(*claim).country));
    let place = doubt_place(names, own);
    let row = doubt::Model {
        first_release: names.release,
        last_release: None,
        code: code('B', &place),
        place,
        country: country.map(|country| country.code.to_string()).unwrap_or_default(),
        kind: own.kind.as_str().to_owned(),
        cause: own.cause.as_str().to_owned(),
        difference: own.difference.map(|difference| difference.to_string()),
        unit: own.unit.map(|unit| unit.to_string()),
        note: filled(&own.note),
    };
    let claim = |(claim, position): (&ClaimId, i64)| doubt_claim::Model {
        first_release: names.release,
        last_release: None,
        doubt: row.code.clone(),
        position,
        claim: names.claim(*claim),
    };
    let claims = own.claims.iter().zip(0..).map(claim).collect();
    (row, claims)
}

/// A text that sorts as the engine sorts doubts: by claims, kind and cause.
fn doubt_place(names: &Names<'_>, own: &Doubt) -> String {
    let mut place = list(names, &own.claims);
    place.push_str(&format!("{:02}{:02}{}", own.kind as u8, own.cause as u8, own.note));
    place
}

/// A printed total or difference, with its parts in order.
pub(super) fn sum(names: &Names<'_>, own: &SumCheck) -> (sum_check::Model, Vec<sum_part::Model>) {
    let flags = [own.of_difference, own.some].map(u8::from);
    let mut place = format!("{}{END}{}{}", names.facts.claim(own.claim).code, flags[0], flags[1]);
    place.push_str(&own.rule.map(|rule| names.rule(rule)).unwrap_or_default());
    place.push(END);
    place.push_str(&list(names, &own.parts));
    let row = sum_check::Model {
        first_release: names.release,
        last_release: None,
        code: code('T', &place),
        place,
        claim: names.claim(own.claim),
        unit: own.unit.to_string(),
        printed: own.printed.to_string(),
        computed: own.computed.to_string(),
        difference: own.difference.to_string(),
        agrees: own.agrees,
        some: own.some,
        of_difference: own.of_difference,
        rule: own.rule.map(|rule| names.rule(rule)),
        would_be: own.would_be.map(|amount| amount.to_string()),
    };
    let part = |(claim, position): (&ClaimId, i64)| sum_part::Model {
        first_release: names.release,
        last_release: None,
        sum_check: row.code.clone(),
        position,
        claim: names.claim(*claim),
    };
    let parts = own.parts.iter().zip(0..).map(part).collect();
    (row, parts)
}

/// A claim that is not compared, with the reason.
pub(super) fn set_aside(names: &Names<'_>, own: &SetAside) -> set_aside::Model {
    set_aside::Model {
        first_release: names.release,
        last_release: None,
        claim: names.claim(own.claim),
        reason: own.reason.to_string(),
    }
}

fn list(names: &Names<'_>, claims: &[ClaimId]) -> String {
    let mut place = String::new();
    for claim in claims {
        place.push_str(&names.facts.claim(*claim).code);
        place.push(END);
    }
    place.push(END_OF_LIST);
    place
}
