//! `multipart/form-data` per the GraphQL multipart request specification: for an upload, with a token, and for nothing else.

use async_graphql::http::{MultipartOptions, receive_body};
use async_graphql::{ParseRequestError, Request};
use futures_util::io::Cursor;

use super::limits::Limits;
use super::request::is_only;
use crate::graphql::{ApiError, ApiResult, Code};

/// The only operation that may come as a form: a browser sends forms across sites without asking.
const OPERATION: &str = "submitDisclosure";

/// Reads the form. The caller has checked that a token was shown.
pub async fn read(content_type: &str, bytes: &[u8], limits: &Limits) -> ApiResult<Request> {
    let options = MultipartOptions::default().max_file_size(limits.upload_bytes_max).max_num_files(1);
    let mut request = receive_body(Some(content_type), Cursor::new(bytes), options).await.map_err(refused)?;
    if !is_only(&mut request, OPERATION) {
        return Err(ApiError::plain(Code::UploadRefused));
    }
    Ok(request)
}

fn refused(error: ParseRequestError) -> ApiError {
    match error {
        ParseRequestError::PayloadTooLarge => ApiError::plain(Code::BodyTooLarge),
        ParseRequestError::UnsupportedBatch => ApiError::plain(Code::BatchRefused),
        ParseRequestError::Io(cause) => ApiError::internal(cause),
        _ => ApiError::new(
            Code::RequestMalformed,
            "The form is not a GraphQL multipart request: it needs operations, map and one file.",
            "Le formulaire nâest pas une requête GraphQL multipart : il faut operations, map et un fichier.",
        ),
    }
}
