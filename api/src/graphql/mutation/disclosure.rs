//! `submitDisclosure`, `approveDisclosure`, `returnDisclosure`.

use std::io::Read;

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject, Upload, UploadValue};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entity::shape::HarmCheck;

use crate::graphql::caller::Caller;
use crate::graphql::code::Code;
use crate::graphql::error::{ApiError, ApiResult};
use crate::graphql::object::disclosure::Disclosure;
use crate::graphql::object::finding::Finding;
use crate::http::Limits;
use crate::store::Store;
use crate::workflow::{Moment, approve, return_with_reason, submit_claims};

/// What is sent in: one document, in one of two ways.
#[derive(InputObject)]
pub struct SubmitDisclosureInput {
    /// The file, where the request is a multipart one.
    document: Option<Upload>,
    /// The file's bytes in base64, where the request is JSON.
    content_base64: Option<String>,
    /// How to read it.
    format: DisclosureFormat,
}

/// How a document is read.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureFormat {
    /// A `claims.csv` as in a pack; what it refers to is published already.
    PackClaims,
}

/// Nobody is named by the figures, no place is so small that it is a person, no date points to one, no paper was held
/// by one person only: each confirmed.
#[derive(InputObject)]
pub struct HarmCheckInput {
    /// Nobody is named by the figures.
    no_person_named: bool,
    /// No place is so small that it is a person.
    no_place_that_is_a_person: bool,
    /// No date points to one.
    no_date_that_points_to_one: bool,
    /// No paper was held by one person only.
    no_paper_held_by_one_person: bool,
}

impl From<HarmCheckInput> for HarmCheck {
    fn from(input: HarmCheckInput) -> HarmCheck {
        HarmCheck {
            no_person_named: input.no_person_named,
            no_place_that_is_a_person: input.no_place_that_is_a_person,
            no_date_that_points_to_one: input.no_date_that_points_to_one,
            no_paper_held_by_one_person: input.no_paper_held_by_one_person,
        }
    }
}

/// What became of a submission: a disclosure, or the findings that block it.
#[derive(SimpleObject)]
pub struct SubmitDisclosurePayload {
    /// The disclosure; null where a finding must be fixed first. The same bytes sent again give the same disclosure.
    disclosure: Option<Disclosure>,
    /// What was noticed while reading.
    findings: Vec<Finding>,
}

/// Root fields about disclosures.
#[derive(Default)]
pub struct DisclosureMutation;

#[Object]
impl DisclosureMutation {
    /// A member sends a disclosure in. Bearer token with the right to submit; multipart/form-data per the GraphQL
    /// multipart request specification, or JSON with contentBase64.
    async fn submit_disclosure(
        &self,
        ctx: &Context<'_>,
        input: SubmitDisclosureInput,
    ) -> ApiResult<SubmitDisclosurePayload> {
        let member = caller(ctx).member()?;
        let bytes = document(ctx, &input).await?;
        let limits = intake::Limits { bytes: limits(ctx)?.upload_bytes_max, ..intake::Limits::default() };
        let submitted = match input.format {
            DisclosureFormat::PackClaims => submit_claims(store(ctx)?, &member, bytes, &limits, Moment::now()).await?,
        };
        Ok(SubmitDisclosurePayload {
            disclosure: submitted.disclosure.map(|row| Disclosure { row }),
            findings: submitted.findings.iter().map(Finding::of).collect(),
        })
    }

    /// A reviewer who is not its sender approves a disclosure. The harm check is compulsory.
    async fn approve_disclosure(
        &self,
        ctx: &Context<'_>,
        code: String,
        harm_check: HarmCheckInput,
    ) -> ApiResult<Disclosure> {
        let reviewer = caller(ctx).reviewer()?;
        let row = approve(store(ctx)?, &reviewer, &code, harm_check.into(), Moment::now()).await?;
        Ok(Disclosure { row })
    }

    /// A reviewer returns a disclosure to its sender, who is told why.
    async fn return_disclosure(&self, ctx: &Context<'_>, code: String, reason: String) -> ApiResult<Disclosure> {
        let reviewer = caller(ctx).reviewer()?;
        let row = return_with_reason(store(ctx)?, &reviewer, &code, &reason, Moment::now()).await?;
        Ok(Disclosure { row })
    }
}

/// Who asks.
pub fn caller<'a>(ctx: &Context<'a>) -> &'a Caller {
    ctx.data_opt::<Caller>().unwrap_or(&Caller::Anonymous)
}

/// The store that acts write to.
pub fn store<'a>(ctx: &Context<'a>) -> ApiResult<&'a Store> {
    ctx.data_opt::<Store>().ok_or_else(outside)
}

fn limits<'a>(ctx: &Context<'a>) -> ApiResult<&'a Limits> {
    ctx.data_opt::<Limits>().ok_or_else(outside)
}

fn outside() -> ApiError {
    ApiError::internal("a request was executed outside of Service")
}

/// The bytes that were sent, by one way and not by both.
async fn document(ctx: &Context<'_>, input: &SubmitDisclosureInput) -> ApiResult<Vec<u8>> {
    match (&input.document, &input.content_base64) {
        (Some(upload), None) => {
            let upload = upload.value(ctx).map_err(ApiError::internal)?;
            let reading = tokio::task::spawn_blocking(move || read(upload));
            reading.await.map_err(ApiError::internal)?.map_err(ApiError::internal)
        }
        (None, Some(text)) => {
            STANDARD.decode(text.trim()).map_err(|error| ApiError::detailed(Code::DocumentInvalid, error))
        }
        _ => Err(ApiError::plain(Code::DocumentInvalid)),
    }
}

fn read(mut upload: UploadValue) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    upload.content.read_to_end(&mut bytes)?;
    Ok(bytes)
}
