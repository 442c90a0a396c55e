//! From a request to a response: methods, languages, caching, and the headers that keep a reader safe.

use std::sync::Arc;

use maud::Markup;
use poem::http::header::{
    ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH, LOCATION, VARY,
};
use poem::http::{Method, StatusCode, Uri};
use poem::{Endpoint, IntoEndpoint, Request, Response};

use crate::address::{self, Address, Page, Reading, unescape};
use crate::config::Config;
use crate::lang::Lang;
use crate::layout;
use crate::page::{self, Asked, Reply};
use crate::problem::Problem;
use crate::site::{Here, Site};
use crate::style;
use crate::transport::Transport;

/// Nothing may load but our own style sheet and icon; nothing may frame a page; forms stay here.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";
/// A picture that stands alone carries its own inks.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// A page of a release never changes but for its frame: a browser may keep it for an hour without asking.
const KEEP: &str = "public, max-age=3600";
/// The newest release may be another one tomorrow: a browser asks each time, and is mostly told "unchanged".
const ASK: &str = "no-cache";
/// What is named by its hash never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The pages over a transport: `/`, `/en/…`, `/fr/…` and `/style/…`. Anything else is a page that does not exist.
pub fn routes(transport: Arc<dyn Transport>, config: Config) -> impl Endpoint<Output = Response> + use<> {
    Pages { site: Site::new(transport, config) }.into_endpoint()
}

struct Pages {
    site: Site,
}

impl Endpoint for Pages {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let mut response = match *request.method() {
            Method::GET | Method::HEAD => respond(&self.site, request.uri(), request.headers()).await,
            _ => Response::builder().status(StatusCode::METHOD_NOT_ALLOWED).header(ALLOW, "GET, HEAD").finish(),
        };
        protect(response.headers_mut());
        Ok(response)
    }
}

async fn respond(site: &Site, uri: &Uri, headers: &HeaderMap) -> Response {
    let path = uri.path();
    if path == style::sheet_path() {
        return file("text/css; charset=utf-8", style::SHEET.to_owned(), FOR_EVER, headers);
    }
    if path == style::icon_path() || path == "/favicon.ico" {
        return file("image/svg+xml", style::ICON.to_owned(), FOR_EVER, headers);
    }
    let browser = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let preferred = Lang::preferred(browser);
    if path == "/" {
        return elsewhere(&format!("/{}/", preferred.code()));
    }
    if Lang::ALL.iter().any(|lang| path.strip_prefix('/') == Some(lang.code())) {
        return elsewhere(&format!("{path}/"));
    }
    let Some(address) = address::read(path) else {
        return failed(site, nowhere(path, preferred), &Problem::NoSuchPage);
    };
    match page::answer(site, &address, &asked(uri.query())).await {
        Ok(Reply::Page(here, content)) => {
            let text = layout::page(&here, &content).into_string();
            file("text/html; charset=utf-8", text, keeping(&address), headers)
        }
        Ok(Reply::File { media_type, text }) => {
            let mut response = file(media_type, text, keeping(&address), headers);
            if media_type.starts_with("image/svg") {
                set(response.headers_mut(), "content-security-policy", PICTURE_POLICY);
            }
            response
        }
        Ok(Reply::Elsewhere(path)) => elsewhere(&path),
        Err(problem) => failed(site, address, &problem),
    }
}

/// The address of an error page for a path that is no page: in the language it seems to be in.
fn nowhere(path: &str, preferred: Lang) -> Address {
    let first = path.split('/').nth(1).unwrap_or_default();
    let lang = Lang::from_code(first).unwrap_or(preferred);
    Address { reading: Reading { lang, release: None }, page: Page::Home, form: address::Form::Html }
}

fn failed(site: &Site, address: Address, problem: &Problem) -> Response {
    if let Problem::Api(cause) = problem {
        tracing::error!(page = ?address.page, %cause, "a page could not be shown");
    }
    let here = Here { reading: address.reading, page: address.page, release: None, config: site.config.clone() };
    let (status, content) = page::failure(&here, problem);
    let text: Markup = layout::page(&here, &content);
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, "text/html; charset=utf-8")
        .header(CACHE_CONTROL, "no-store")
        .body(text.into_string())
}

/// A text with its fingerprint; only "unchanged" where the browser has it already.
fn file(media_type: &str, text: String, caching: &str, headers: &HeaderMap) -> Response {
    // Weak, because a proxy or we ourselves may compress the same text in different ways.
    let tag = format!("W/\"{}\"", style::fingerprint(text.as_bytes()));
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let unchanged = known.split(',').any(|one| one.trim() == tag || one.trim() == "*");
    let builder = Response::builder().header(ETAG, &tag).header(CACHE_CONTROL, caching).header(VARY, "accept-encoding");
    if unchanged {
        builder.status(StatusCode::NOT_MODIFIED).finish()
    } else {
        builder.header(CONTENT_TYPE, media_type).body(text)
    }
}

fn elsewhere(path: &str) -> Response {
    Response::builder()
        .status(StatusCode::FOUND)
        .header(LOCATION, path)
        .header(CACHE_CONTROL, ASK)
        .header(VARY, "accept-language")
        .finish()
}

/// How long a browser may keep a page.
fn keeping(address: &Address) -> &'static str {
    match address.reading.release {
        Some(_) => KEEP,
        None => ASK,
    }
}

fn asked(query: Option<&str>) -> Asked {
    let mut asked = Asked::default();
    for (name, value) in query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('=')) {
        let Some(value) = unescape(&value.replace('+', " ")).filter(|value| !value.is_empty()) else { continue };
        match name {
            "after" => asked.after = Some(value),
            "code" | "claim" => asked.code = Some(value),
            _ => {}
        }
    }
    asked
}

/// The headers of every response.
fn protect(headers: &mut HeaderMap) {
    if !headers.contains_key("content-security-policy") {
        set(headers, "content-security-policy", POLICY);
    }
    set(headers, "referrer-policy", "no-referrer");
    set(headers, "x-content-type-options", "nosniff");
    set(headers, "x-frame-options", "DENY");
    set(headers, "cross-origin-opener-policy", "same-origin");
    set(headers, "cross-origin-resource-policy", "same-origin");
    set(headers, "permissions-policy", "camera=(), geolocation=(), microphone=()");
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    headers.insert(name, poem::http::HeaderValue::from_static(value));
}
