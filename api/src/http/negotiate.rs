//! Which media type an answer has.

use poem::Request;
use poem::http::header::ACCEPT;

/// The two media types of GraphQL over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether the request was understood.
    GraphqlResponse,
    /// `application/json`, for older clients: any answer to a well-formed request is a 200.
    Json,
}

impl Media {
    /// As the `Content-Type` header has it.
    pub fn content_type(self) -> &'static str {
        match self {
            Media::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Media::Json => "application/json; charset=utf-8",
        }
    }

    /// The best type that the client accepts; `None` if it accepts neither.
    pub fn accepted(request: &Request) -> Option<Media> {
        let values = request.headers().get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        Media::choose(&values.collect::<Vec<_>>().join(","))
    }

    fn choose(accept: &str) -> Option<Media> {
        if accept.trim().is_empty() {
            return Some(Media::Json);
        }
        let wishes = accept.split(',').filter_map(Wish::read).filter(|wish| wish.quality > 0);
        // Among wishes of one quality, the newer type comes first, then the order in which they were written.
        wishes.rev().max_by_key(|wish| (wish.quality, wish.media == Media::GraphqlResponse)).map(|wish| wish.media)
    }
}

/// One element of an `Accept` header that names one of ours.
struct Wish {
    media: Media,
    /// In thousandths.
    quality: u16,
}

impl Wish {
    fn read(element: &str) -> Option<Wish> {
        let mut parts = element.split(';').map(|part| part.trim().to_ascii_lowercase());
        let media = match parts.next()?.as_str() {
            "application/graphql-response+json" => Media::GraphqlResponse,
            "application/json" | "application/*" | "*/*" => Media::Json,
            _ => return None,
        };
        let mut quality = 1000;
        for parameter in parts {
            match parameter.split_once('=') {
                Some(("charset", charset)) if !charset.trim_matches('"').starts_with("utf-8") => return None,
                Some(("q", text)) => quality = thousandths(text)?,
                _ => {}
            }
        }
        Some(Wish { media, quality })
    }
}

/// Reads `0.75` as 750: at most three digits after the point, as RFC 9110 has it.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: u16 = whole.parse().ok().filter(|whole| *whole <= 1)?;
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    Some((whole * 1000 + fraction).min(1000))
}

#[cfg(test)]
mod tests {
    use super::Media::{self, GraphqlResponse, Json};

    #[test]
    fn the_newer_type_is_given_where_it_is_accepted() {
        let cases = [
            ("", Some(Json)),
            ("*/*", Some(Json)),
            ("application/json", Some(Json)),
            ("application/graphql-response+json", Some(GraphqlResponse)),
            ("application/json, application/graphql-response+json", Some(GraphqlResponse)),
            ("application/graphql-response+json; charset=utf-8, application/json;q=0.9", Some(GraphqlResponse)),
            ("application/graphql-response+json;q=0.5, application/json", Some(Json)),
            ("application/graphql-response+json; charset=utf-16", None),
            ("application/json;q=0", None),
            ("text/html", None),
        ];
        for (accept, media) in cases {
            assert_eq!(Media::choose(accept), media, "{accept}");
        }
    }
}
