//! Remarks: what a person recorded about a claim.

use reconcile::{Cause, ClaimId, Remark, RemarkKind, read_code};

use crate::amount::read_amount;
use crate::assemble::Registry;
use crate::check::{Checker, boxed, list};
use crate::finding::{Code, Flagged};
use crate::rows::RemarkRow;

pub(crate) fn remark(row: &RemarkRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Remark, Flagged> {
    let claim = check.required_reference("claim", &row.claim, &registry.claims);
    let kind = check.required_word::<RemarkKind>("remark", &row.remark)?;
    let (mut others, mut word): (Vec<ClaimId>, Box<str>) = (Vec::new(), "".into());
    let mut gap: Box<str> = "".into();
    match kind {
        RemarkKind::PartOf
        | RemarkKind::SomeOf
        | RemarkKind::SameMoney
        | RemarkKind::InstalmentOf
        | RemarkKind::Contradicts => {
            others = other_claims(row, registry, check)?;
            if others.is_empty() {
                return Err(wrong_count(row, kind, ("one claim or more", "une déclaration ou plus"), 0, check));
            }
        }
        RemarkKind::StatesDifference => {
            others = other_claims(row, registry, check)?;
            if others.len() != 2 {
                let expected = ("two claims, left;right", "deux déclarations, gauche;droite");
                return Err(wrong_count(row, kind, expected, others.len(), check));
            }
        }
        RemarkKind::ComparedWith | RemarkKind::ComputedFrom => {
            others = other_claims(row, registry, check)?;
            if others.len() != 1 {
                return Err(wrong_count(row, kind, ("one claim", "une déclaration"), others.len(), check));
            }
        }
        RemarkKind::StatedRate => {
            let percent = check.required("value", &row.value)?;
            match read_amount(percent) {
                Ok(amount) if !amount.is_zero() && !amount.is_negative() => word = percent.into(),
                _ => return Err(wrong_count(row, kind, ("a percentage", "un pourcentage"), 1, check)),
            }
        }
        RemarkKind::BaseFor => {
            check.required_reference("value", &row.value, &registry.streams)?;
            word = boxed(&row.value).unwrap_or_default();
        }
        RemarkKind::SetAside => word = check.required("value", &row.value)?.into(),
        RemarkKind::WrongEntity => {
            check.reference("value", &row.value, &registry.parties)?;
            word = boxed(&row.value).unwrap_or_default();
        }
        RemarkKind::Explained => {
            let named: Vec<String> = list(&row.value).map(str::to_owned).collect();
            word = check.required_word::<Cause>("value", &named.first().cloned())?.as_str().into();
            gap = one_gap(row, kind, &named[1..], ("a cause", "une cause"), check)?;
        }
        RemarkKind::OpenQuestion => {
            let named: Vec<String> = list(&row.value).map(str::to_owned).collect();
            gap = one_gap(row, kind, &named, ("nothing", "rien"), check)?;
        }
        RemarkKind::StatesDue | RemarkKind::Holds | RemarkKind::Delayed | RemarkKind::UnitSuspect => {
            let named = list(&row.value).count();
            if named > 0 {
                return Err(wrong_count(row, kind, ("nothing", "rien"), named, check));
            }
        }
    }
    Ok(Remark { claim: ClaimId(claim?), kind, others, word, gap, note: boxed(&row.note).unwrap_or_default() })
}

/// The gap that a cause or a question is about, where it is about one: empty, or a code whose check letter agrees.
fn one_gap(
    row: &RemarkRow,
    kind: RemarkKind,
    named: &[String],
    (else_en, else_fr): (&str, &str),
    check: &mut Checker<'_>,
) -> Result<Box<str>, Flagged> {
    let is_gap = |code: &&String| code.starts_with('G') && read_code(code).as_ref() == Some(*code);
    match named {
        [] => Ok("".into()),
        [code] if is_gap(&code) => Ok(code.as_str().into()),
        _ => {
            let expected =
                (format!("{else_en}, or also the code of one gap"), format!("{else_fr}, ou aussi le code d’un écart"));
            Err(wrong_count(row, kind, (&expected.0, &expected.1), list(&row.value).count(), check))
        }
    }
}

/// The claims that `value` names, in the order written; every unknown one is flagged.
fn other_claims(row: &RemarkRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Vec<ClaimId>, Flagged> {
    let read: Vec<Result<u32, Flagged>> =
        list(&row.value).map(|code| check.code("value", code, &registry.claims)).collect();
    read.into_iter().map(|rank| rank.map(ClaimId)).collect()
}

fn wrong_count(
    row: &RemarkRow,
    kind: RemarkKind,
    (expected, expected_fr): (&str, &str),
    found: usize,
    check: &mut Checker<'_>,
) -> Flagged {
    let details = vec![
        ("kind", kind.to_string()),
        ("expected", expected.to_owned()),
        ("expected_fr", expected_fr.to_owned()),
        ("found", found.to_string()),
    ];
    check.flag("value", row.value.as_deref().unwrap_or_default(), Code::RemarkValueCount, details)
}
