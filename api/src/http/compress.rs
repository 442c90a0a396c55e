//! Compression of answers. Bodies of requests are never decompressed: a small body could become an endless one.

use poem::http::{HeaderMap, HeaderValue, header};
use poem::web::{Compress, CompressionAlgo, CompressionLevel};
use poem::{IntoResponse, Request, Response};

/// What the client takes, of the two that we give.
pub fn accepted(request: &Request) -> Option<CompressionAlgo> {
    choose(request.headers())
}

fn choose(headers: &HeaderMap) -> Option<CompressionAlgo> {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let taken: Vec<String> = values
        .flat_map(|value| value.split(','))
        .filter(|element| !element.replace(' ', "").ends_with(";q=0"))
        .filter_map(|element| element.split(';').next())
        .map(|coding| coding.trim().to_ascii_lowercase())
        .collect();
    let takes = |coding: &str| taken.iter().any(|name| name == coding);
    match (takes("br"), takes("gzip")) {
        (true, _) => Some(CompressionAlgo::BR),
        (false, true) => Some(CompressionAlgo::GZIP),
        _ => None,
    }
}

/// The answer, compressed where that helps: texts, not pictures, and nothing that is compressed already.
pub fn compressed(mut response: Response, coding: Option<CompressionAlgo>) -> Response {
    if !is_text(response.headers()) || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    add_vary(response.headers_mut());
    match coding {
        // Level 4 of both is close to the best size at a tenth of its time.
        Some(algorithm) => {
            Compress::new(response, algorithm).with_quality(CompressionLevel::Precise(4)).into_response()
        }
        _ => response,
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media.starts_with("text/") || media.contains("json") || media.contains("javascript") || media.contains("svg")
}

fn add_vary(headers: &mut HeaderMap) {
    let named = headers
        .get_all(header::VARY)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.to_ascii_lowercase().contains("accept-encoding"));
    if !named {
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_comes_before_gzip_and_a_refused_coding_is_not_used() {
        let cases = [
            ("gzip, deflate, br", Some(CompressionAlgo::BR)),
            ("gzip;q=1.0, br;q=0", Some(CompressionAlgo::GZIP)),
            ("identity", None),
            ("zstd", None),
            ("", None),
        ];
        for (value, coding) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            assert_eq!(choose(&headers), coding, "{value}");
        }
    }
}
