//! `explainGap`, `askQuestion`, `answerQuestion`, `withdrawQuestion`, `withdrawExplanation`.

use async_graphql::{Context, Object, SimpleObject};

use super::disclosure::{caller, store};
use crate::graphql::error::ApiResult;
use crate::graphql::word::{Cause, GapState};
use crate::workflow::{
    GapReviewed, Moment, answer_question, ask_question, explain_gap, withdraw_explanation, withdraw_question,
};

/// How a gap will stand in the next release. The release that is published does not change.
#[derive(SimpleObject)]
pub struct ReviewedGap {
    /// Its public code.
    code: String,
    /// How far it will have come.
    state: GapState,
    /// The cause that was found.
    cause: Option<Cause>,
    /// What explains it, in full sentences.
    note: Option<String>,
    /// The question that is open.
    open_question: Option<String>,
}

impl From<GapReviewed> for ReviewedGap {
    fn from(reviewed: GapReviewed) -> ReviewedGap {
        ReviewedGap {
            code: reviewed.code,
            state: reviewed.state.into(),
            cause: reviewed.cause.map(Into::into),
            note: reviewed.note,
            open_question: reviewed.open_question,
        }
    }
}

/// Root fields about gaps of the latest release. Each is for a reviewer of another organisation than those that sent in
/// the figures; who wrote is never public, what is written is.
#[derive(Default)]
pub struct GapMutation;

#[Object]
impl GapMutation {
    /// A reviewer attaches the cause that was found, and says in full sentences what explains the gap.
    async fn explain_gap(&self, ctx: &Context<'_>, code: String, cause: Cause, note: String) -> ApiResult<ReviewedGap> {
        let reviewer = caller(ctx).reviewer()?;
        Ok(explain_gap(store(ctx)?, &reviewer, &code, cause.into(), &note, Moment::now()).await?.into())
    }

    /// A reviewer asks: from the next release on, the gap is not published as one until the question is answered.
    async fn ask_question(&self, ctx: &Context<'_>, code: String, question: String) -> ApiResult<ReviewedGap> {
        let reviewer = caller(ctx).reviewer()?;
        Ok(ask_question(store(ctx)?, &reviewer, &code, &question, Moment::now()).await?.into())
    }

    /// A reviewer answers the open question with the cause that was found: the gap is explained.
    async fn answer_question(
        &self,
        ctx: &Context<'_>,
        code: String,
        cause: Cause,
        note: String,
    ) -> ApiResult<ReviewedGap> {
        let reviewer = caller(ctx).reviewer()?;
        Ok(answer_question(store(ctx)?, &reviewer, &code, cause.into(), &note, Moment::now()).await?.into())
    }

    /// A reviewer withdraws the open question, and says why: the gap stands as before it was asked.
    async fn withdraw_question(&self, ctx: &Context<'_>, code: String, reason: String) -> ApiResult<ReviewedGap> {
        let reviewer = caller(ctx).reviewer()?;
        Ok(withdraw_question(store(ctx)?, &reviewer, &code, &reason, Moment::now()).await?.into())
    }

    /// A reviewer withdraws the cause, and says why: the gap is open again.
    async fn withdraw_explanation(&self, ctx: &Context<'_>, code: String, reason: String) -> ApiResult<ReviewedGap> {
        let reviewer = caller(ctx).reviewer()?;
        Ok(withdraw_explanation(store(ctx)?, &reviewer, &code, &reason, Moment::now()).await?.into())
    }
}
