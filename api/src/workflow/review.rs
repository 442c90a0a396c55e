//! Reviewing a disclosure: someone of another organisation approves it, or returns it with a reason.

use entity::disclosure;
use entity::shape::HarmCheck;
use serde_json::json;

use super::moment::Moment;
use super::session::Reviewer;
use crate::error::{Error, ErrorCode};
use crate::store::{Act, DisclosureState, Store};

/// The longest reason for returning a disclosure, in characters.
const REASON_CHARS_MAX: usize = 4_000;

/// What a reviewer decided.
enum Decision<'a> {
    Approve(HarmCheck),
    Return(&'a str),
}

/// Approves a disclosure: it goes into the next release. Every point of the harm check must be confirmed.
pub async fn approve(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    harm_check: HarmCheck,
    at: Moment,
) -> Result<disclosure::Model, Error> {
    if !is_confirmed(harm_check) {
        return Err(Error::plain(ErrorCode::HarmCheckOpen));
    }
    review(store, reviewer, code, Decision::Approve(harm_check), at).await
}

/// Returns a disclosure to its sender, who is told why. It goes no further; a corrected file is a new disclosure.
pub async fn return_with_reason(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    reason: &str,
    at: Moment,
) -> Result<disclosure::Model, Error> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(Error::new(
            ErrorCode::InputInvalid,
            format!("A disclosure is returned with a reason, of at most {REASON_CHARS_MAX} characters."),
            format!("Une déclaration est renvoyée avec un motif, de {REASON_CHARS_MAX} caractères au plus."),
        ));
    }
    review(store, reviewer, code, Decision::Return(reason), at).await
}

async fn review(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    decision: Decision<'_>,
    at: Moment,
) -> Result<disclosure::Model, Error> {
    let at = at.to_string();
    let writing = store.begin().await?;
    let found = store.disclosure(code).await?.ok_or_else(|| Error::plain(ErrorCode::DisclosureUnknown))?;
    may_review(reviewer, &found)?;

    let (act, detail) = match &decision {
        Decision::Approve(harm_check) => ("approve", json!({ "harm_check": harm_check })),
        Decision::Return(reason) => ("return", json!({ "reason": reason })),
    };
    let reviewed = decided(found, decision, reviewer, &at);

    writing.set_reviewed(reviewed.clone()).await?;
    writing.audit(Act { at: &at, actor: reviewer.code(), act, subject: code, detail }).await?;
    writing.commit().await?;
    Ok(reviewed)
}

/// Nobody reviews what they, or their own organisation, sent in; and what was decided stays decided.
fn may_review(reviewer: &Reviewer, disclosure: &disclosure::Model) -> Result<(), Error> {
    if is_own(reviewer, disclosure) {
        return Err(Error::plain(ErrorCode::OwnDisclosure));
    }
    if disclosure.state != DisclosureState::Submitted.as_str() {
        return Err(Error::plain(ErrorCode::DisclosureState));
    }
    Ok(())
}

/// True where the reviewer, or someone of the same organisation, sent it in.
pub(super) fn is_own(reviewer: &Reviewer, disclosure: &disclosure::Model) -> bool {
    let same = |left: &str, right: &str| left.trim().to_lowercase() == right.trim().to_lowercase();
    reviewer.code() == disclosure.submitted_by || same(&reviewer.0.organisation, &disclosure.organisation)
}

fn decided(found: disclosure::Model, decision: Decision<'_>, reviewer: &Reviewer, at: &str) -> disclosure::Model {
    let reviewed =
        disclosure::Model { reviewed_by: Some(reviewer.code().to_owned()), reviewed_at: Some(at.to_owned()), ..found };
    match decision {
        Decision::Approve(harm_check) => disclosure::Model {
            state: DisclosureState::Approved.as_str().to_owned(),
            harm_check: Some(json!(harm_check).to_string()),
            ..reviewed
        },
        Decision::Return(reason) => disclosure::Model {
            state: DisclosureState::Returned.as_str().to_owned(),
            return_reason: Some(reason.to_owned()),
            ..reviewed
        },
    }
}

fn is_confirmed(check: HarmCheck) -> bool {
    let HarmCheck {
        no_person_named,
        no_place_that_is_a_person,
        no_date_that_points_to_one,
        no_paper_held_by_one_person,
    } = check;
    no_person_named && no_place_that_is_a_person && no_date_that_points_to_one && no_paper_held_by_one_person
}
