//! What a reviewer records of a gap: the cause that explains it, or a question that holds it up until it is answered.
//!
//! A release never changes: what is recorded stands in the next one. It is only ever added to, with who and when in the
//! log; the person is never public, the cause and the sentences are.

use entity::{remark, verdict};
use reconcile::{Cause, GapState, RemarkKind};
use serde_json::json;

use super::moment::Moment;
use super::review::is_own;
use super::session::Reviewer;
use crate::error::{Error, ErrorCode};
use crate::store::{Act, GapAct, NewRemark, Store};

/// The longest explanation, question or reason, in characters.
const NOTE_CHARS_MAX: usize = 4_000;

/// How a gap will stand in the next release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapReviewed {
    /// Its public code.
    pub code: String,
    /// How far it has come.
    pub state: GapState,
    /// The cause that was found.
    pub cause: Option<Cause>,
    /// What explains it, in full sentences.
    pub note: Option<String>,
    /// The question that is open.
    pub open_question: Option<String>,
}

/// What is done about a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Explain(Cause),
    Ask,
    Answer(Cause),
    WithdrawQuestion,
    WithdrawExplanation,
}

/// Attaches a cause to a gap; an earlier one for it is replaced.
pub async fn explain_gap(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    cause: Cause,
    note: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    record(store, reviewer, code, Deed::Explain(cause), note, at).await
}

/// Asks a question about a gap: from the next release on it is not published as one until the question is answered.
pub async fn ask_question(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    question: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    record(store, reviewer, code, Deed::Ask, question, at).await
}

/// Answers the open question with the cause that was found: the gap is explained.
pub async fn answer_question(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    cause: Cause,
    note: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    record(store, reviewer, code, Deed::Answer(cause), note, at).await
}

/// Withdraws the open question: the gap stands as it did before it was asked.
pub async fn withdraw_question(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    reason: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    record(store, reviewer, code, Deed::WithdrawQuestion, reason, at).await
}

/// Withdraws the cause: the gap is open again.
pub async fn withdraw_explanation(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    reason: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    record(store, reviewer, code, Deed::WithdrawExplanation, reason, at).await
}

async fn record(
    store: &Store,
    reviewer: &Reviewer,
    code: &str,
    deed: Deed,
    note: &str,
    at: Moment,
) -> Result<GapReviewed, Error> {
    let (at, note) = (at.to_string(), sentences(note)?);
    let writing = store.begin().await?;
    let gap = gap_of_latest_release(store, code).await?;
    let code = gap.gap_code.as_deref().unwrap_or(code);
    may_record(store, reviewer, &gap).await?;
    let standing = Standing::of(&gap, store.remarks_of_gap(&gap).await?);
    let step = decide(deed, &standing, code)?;
    let claim = store.leading_claim_of_gap(&gap).await?.ok_or_else(|| Error::plain(ErrorCode::GapWithoutClaim))?;

    let (kind, cause) = (step.adds, step.cause);
    let word = cause.map(Cause::as_str);
    let adds = kind.map(|kind| NewRemark { claim: &claim, kind, word, note: &note });
    let ends = step.ends.clone();
    let act = deed.word();
    writing.add_gap_act(GapAct { at: &at, actor: reviewer.code(), act, gap: code, adds, ends, reason: &note }).await?;
    let detail = json!({ "cause": word, "note": note });
    writing.audit(Act { at: &at, actor: reviewer.code(), act, subject: code, detail }).await?;
    writing.commit().await?;
    Ok(standing.after(&step, code, &note))
}

/// The sentences on one line, as a pack can hold them.
fn sentences(text: &str) -> Result<String, Error> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().count() > NOTE_CHARS_MAX || text.chars().any(char::is_control) {
        return Err(Error::new(
            ErrorCode::InputInvalid,
            format!(
                "This needs one sentence or more, of at most {NOTE_CHARS_MAX} characters, without control characters."
            ),
            format!(
                "Ceci demande une phrase ou plus, de {NOTE_CHARS_MAX} caractères au plus, sans caractère de contrôle."
            ),
        ));
    }
    Ok(text)
}

async fn gap_of_latest_release(store: &Store, typed: &str) -> Result<verdict::Model, Error> {
    // A code read over a telephone is forgiven its case and its look-alikes.
    let code = reconcile::read_code(typed).unwrap_or_else(|| typed.to_owned());
    let latest = store.latest_release().await?.map_or(0, |release| release.number);
    if let Some(gap) = store.gap(latest, &code).await? {
        return Ok(gap);
    }
    Err(match store.last_release_of_gap(&code).await? {
        Some(last) => Error::new(
            ErrorCode::GapUnknown,
            format!("The gap {code} was last in release {last}; the latest release is {latest} and does not hold it."),
            format!(
                "L’écart {code} figure pour la dernière fois dans la publication {last} ; la dernière publication, {latest}, ne le contient pas."
            ),
        ),
        None => Error::new(
            ErrorCode::GapUnknown,
            format!("There is no gap of the code {code} in the latest release."),
            format!("Il n’existe pas d’écart de code {code} dans la dernière publication."),
        ),
    })
}

/// Nobody explains a difference between figures that they, or their own organisation, sent in.
async fn may_record(store: &Store, reviewer: &Reviewer, gap: &verdict::Model) -> Result<(), Error> {
    let sent = store.disclosures_of_gap(gap).await?;
    if sent.iter().any(|disclosure| is_own(reviewer, disclosure)) {
        return Err(Error::plain(ErrorCode::OwnGap));
    }
    Ok(())
}

/// What will be in force of a gap if nothing more is done: the one that is shown first.
struct Standing {
    questions: Vec<remark::Model>,
    explanations: Vec<remark::Model>,
}

/// What an act changes.
struct Step {
    adds: Option<RemarkKind>,
    cause: Option<Cause>,
    ends: Vec<i64>,
}

impl Standing {
    fn of(gap: &verdict::Model, remarks: Vec<remark::Model>) -> Standing {
        let (mut questions, mut explanations): (Vec<_>, Vec<_>) =
            remarks.into_iter().partition(|row| row.kind == RemarkKind::OpenQuestion.as_str());
        // What the latest release shows comes first, then what is about this gap alone, then what was added last.
        let place = |shown: &Option<String>, row: &remark::Model| (row.note != *shown, row.gap.is_none(), -row.id);
        questions.sort_by_key(|row| place(&gap.open_question, row));
        explanations.sort_by_key(|row| place(&gap.explained_note, row));
        Standing { questions, explanations }
    }

    /// How the gap stands once the step is taken.
    fn after(&self, step: &Step, code: &str, note: &str) -> GapReviewed {
        let stays = |row: &&remark::Model| !step.ends.contains(&row.id);
        let kept = self.explanations.iter().find(stays);
        let (cause, explained) = match step.cause {
            Some(cause) => (Some(cause), Some(note.to_owned())),
            None => {
                (kept.and_then(|row| Cause::from_code(row.word.as_deref()?)), kept.and_then(|row| row.note.clone()))
            }
        };
        let asked = (step.adds == Some(RemarkKind::OpenQuestion)).then(|| note.to_owned());
        let open_question =
            asked.or_else(|| self.questions.iter().find(stays).map(|row| row.note.clone().unwrap_or_default()));
        let state = match (&open_question, cause) {
            (Some(_), _) => GapState::Questioned,
            (None, Some(_)) => GapState::Explained,
            (None, None) => GapState::Open,
        };
        GapReviewed { code: code.to_owned(), state, cause, note: explained, open_question }
    }
}

/// Which remarks an act adds and ends, or why it cannot be done.
fn decide(deed: Deed, standing: &Standing, code: &str) -> Result<Step, Error> {
    let question = standing.questions.first().map(|row| row.id);
    let explanation = standing.explanations.first().map(|row| row.id);
    // What is recorded of every gap on a claim stays for the others: what names this one counts before it.
    let replaced = standing.explanations.iter().filter(|row| row.gap.as_deref() == Some(code)).map(|row| row.id);
    match (deed, question, explanation) {
        (Deed::Explain(_) | Deed::Ask, Some(_), _) => Err(Error::new(
            ErrorCode::GapState,
            "A question about this gap is open: answer or withdraw it first.",
            "Une question sur cet écart est ouverte : répondez-y ou retirez-la d’abord.",
        )),
        (Deed::Explain(cause), None, _) => {
            Ok(Step { adds: Some(RemarkKind::Explained), cause: Some(cause), ends: replaced.collect() })
        }
        (Deed::Ask, None, _) => Ok(Step { adds: Some(RemarkKind::OpenQuestion), cause: None, ends: Vec::new() }),
        (Deed::Answer(cause), Some(question), _) => {
            let ends = std::iter::once(question).chain(replaced).collect();
            Ok(Step { adds: Some(RemarkKind::Explained), cause: Some(cause), ends })
        }
        (Deed::WithdrawQuestion, Some(question), _) => Ok(Step { adds: None, cause: None, ends: vec![question] }),
        (Deed::Answer(_) | Deed::WithdrawQuestion, None, _) => Err(Error::new(
            ErrorCode::GapState,
            "No question about this gap is open.",
            "Aucune question sur cet écart n’est ouverte.",
        )),
        (Deed::WithdrawExplanation, _, Some(explanation)) => {
            Ok(Step { adds: None, cause: None, ends: vec![explanation] })
        }
        (Deed::WithdrawExplanation, _, None) => {
            Err(Error::new(ErrorCode::GapState, "Nothing explains this gap.", "Rien n’explique cet écart."))
        }
    }
}

impl Deed {
    fn word(self) -> &'static str {
        match self {
            Deed::Explain(_) => "explain_gap",
            Deed::Ask => "ask_question",
            Deed::Answer(_) => "answer_question",
            Deed::WithdrawQuestion => "withdraw_question",
            Deed::WithdrawExplanation => "withdraw_explanation",
        }
    }
}
