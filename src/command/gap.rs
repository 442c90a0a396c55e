//! `fairlode gap`: a reviewer explains a gap of the latest release, or asks about it.

use api::store::Store;
use api::workflow::{
    GapReviewed, Moment, answer_question, ask_question, explain_gap, withdraw_explanation, withdraw_question,
};
use reconcile::{Cause, GapState};

use super::open;
use crate::cli::{GapAct, GapCause, GapWords};
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::people;
use crate::report::words;
use crate::settings::Settings;

/// Does it, and prints how the gap will stand in the next release.
pub async fn run(settings: &Settings, act: GapAct, lang: Lang) -> Result<(), Failure> {
    let store = open(settings).await?;
    print(&stands(&done(&store, act).await?, lang))
}

async fn done(store: &Store, act: GapAct) -> Result<GapReviewed, Failure> {
    let (GapAct::Explain(GapCause { said, .. })
    | GapAct::Answer(GapCause { said, .. })
    | GapAct::Ask(said)
    | GapAct::WithdrawQuestion(said)
    | GapAct::WithdrawExplanation(said)) = &act;
    let GapWords { gap, note, actor } = said;
    let (reviewer, at) = (people::reviewer(store, actor).await?, Moment::now());
    let reviewed = match &act {
        GapAct::Explain(found) => explain_gap(store, &reviewer, gap, cause(&found.cause)?, note, at).await?,
        GapAct::Answer(found) => answer_question(store, &reviewer, gap, cause(&found.cause)?, note, at).await?,
        GapAct::Ask(_) => ask_question(store, &reviewer, gap, note, at).await?,
        GapAct::WithdrawQuestion(_) => withdraw_question(store, &reviewer, gap, note, at).await?,
        GapAct::WithdrawExplanation(_) => withdraw_explanation(store, &reviewer, gap, note, at).await?,
    };
    Ok(reviewed)
}

fn cause(word: &str) -> Result<Cause, Failure> {
    Cause::from_code(word).ok_or_else(|| {
        let known = Cause::ALL.iter().map(|cause| cause.as_str()).collect::<Vec<_>>().join(", ");
        Failure::blocked(
            format!("{word} is not a cause; known are: {known}."),
            format!("{word} n’est pas une cause ; sont connues : {known}."),
        )
    })
}

fn stands(reviewed: &GapReviewed, lang: Lang) -> String {
    let (code, state) = (&reviewed.code, words::state(reviewed.state));
    let cause = reviewed.cause.filter(|_| reviewed.state == GapState::Explained).map(words::found);
    let with = |cause: Option<&str>| cause.map(|cause| format!(" ({cause})")).unwrap_or_default();
    pick(
        lang,
        format!("{code}: {}{} from the next release on.\n", state.0, with(cause.map(|words| words.0))),
        format!("{code} : {}{} dès la prochaine édition.\n", state.1, with(cause.map(|words| words.1))),
    )
}
