//! The endpoint `/graphql`.

use async_graphql::Request;
use poem::http::{Method, header};
use poem::web::Data;
use poem::{Body, Request as HttpRequest, Response, handler};
use tokio::time::timeout;

use super::negotiate::Media;
use super::reply::{Cache, executed, refusal};
use super::{bearer, multipart, request};
use crate::graphql::{ApiError, ApiResult, Caller, Code, Service};

/// Negotiates, reads, executes, answers.
#[handler]
pub async fn endpoint(http: &HttpRequest, body: Body, service: Data<&Service>) -> Response {
    let Some(media) = Media::accepted(http) else {
        return refusal(ApiError::plain(Code::NotAcceptable), Media::Json);
    };
    let answer = match read(http, body, &service).await {
        Ok((request, caller)) => run(&service, request, caller, media).await,
        Err(error) => Err(error),
    };
    answer.unwrap_or_else(|error| {
        service.metrics().refused(error.code);
        refusal(error, media)
    })
}

/// The GraphQL request, and who asks.
async fn read(http: &HttpRequest, body: Body, service: &Service) -> ApiResult<(Request, Caller)> {
    let token = bearer::token(http)?;
    let request = match *http.method() {
        Method::GET => {
            let parameters = http.params().map_err(|_| ApiError::plain(Code::RequestMalformed))?;
            request::from_parameters(&parameters)?
        }
        Method::POST => posted(http, body, service, token.is_some()).await?,
        _ => return Err(ApiError::plain(Code::MethodNotAllowed)),
    };
    let caller = match token {
        Some(token) => service.caller(&token).await?,
        None => Caller::Anonymous,
    };
    Ok((request, caller))
}

async fn posted(http: &HttpRequest, body: Body, service: &Service, signed: bool) -> ApiResult<Request> {
    let limits = service.limits();
    let content_type = http.header(header::CONTENT_TYPE).unwrap_or_default();
    let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match media.as_str() {
        "application/json" if is_utf8(content_type) => {
            let most = if signed { limits.signed_body_bytes_max() } else { limits.body_bytes_max };
            request::from_json(&bytes(body, most, service).await?)
        }
        "multipart/form-data" if signed => {
            let most = limits.upload_bytes_max + limits.body_bytes_max;
            multipart::read(content_type, &bytes(body, most, service).await?, limits).await
        }
        "multipart/form-data" => Err(ApiError::plain(Code::UploadRefused)),
        _ => Err(ApiError::plain(Code::MediaTypeUnsupported)),
    }
}

fn is_utf8(content_type: &str) -> bool {
    content_type.to_ascii_lowercase().split(';').skip(1).all(|parameter| match parameter.trim().split_once('=') {
        Some(("charset", charset)) => charset.trim_matches('"') == "utf-8",
        _ => true,
    })
}

/// The body, if it is neither too large nor too slow.
async fn bytes(
    body: Body,
    most: usize,
    service: &Service,
) -> ApiResult<impl AsRef<[u8]> + std::ops::Deref<Target = [u8]>> {
    match timeout(service.limits().body_time_max, body.into_bytes_limit(most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(ApiError::plain(Code::BodyTooLarge)),
        Err(_) => Err(ApiError::plain(Code::BodyTooSlow)),
    }
}

async fn run(service: &Service, request: Request, caller: Caller, media: Media) -> ApiResult<Response> {
    let limits = service.limits();
    let (cache, time_max) = match caller {
        Caller::Anonymous => (Cache::Public, limits.answer_time_max),
        Caller::Known(_) => (Cache::Never, limits.act_time_max),
    };
    let running = service.execute_as(request, caller);
    let answered = timeout(time_max, running).await.map_err(|_| ApiError::plain(Code::QueryTooSlow))?;
    Ok(executed(&answered, media, cache))
}
