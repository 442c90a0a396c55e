//! The pages: each asks its question, and writes its answer.

mod claim;
mod comparison;
mod country;
mod data;
mod document;
mod failure;
mod find;
mod gap;
mod home;
mod method;
mod mine;
mod party;
mod production;
mod release;
mod rule;

use maud::Markup;

pub use failure::failure;

use crate::address::{Address, Form, Page};
use crate::layout::Content;
use crate::problem::Problem;
use crate::query::reference::ReleaseRef;
use crate::query::{KeyVariables, ThingVariables};
use crate::site::{Here, Site};

/// What a request asks beside its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Continue a list after this cursor.
    pub after: Option<String>,
    /// A claim whose passage is wanted, or a code to find.
    pub code: Option<String>,
}

/// What an address answers.
#[derive(Debug)]
pub enum Reply {
    /// A page with its frame.
    Page(Here, Content),
    /// A file.
    File {
        /// Its media type.
        media_type: &'static str,
        /// Its text.
        text: String,
    },
    /// Another address.
    Elsewhere(String),
}

/// Answers an address.
pub async fn answer(site: &Site, address: &Address, asked: &Asked) -> Result<Reply, Problem> {
    match &address.page {
        Page::Home => home::answer(site, address).await,
        Page::Country(key) => country::answer(site, address, key, asked).await,
        Page::Mine(key) => mine::answer(site, address, key, asked).await,
        Page::Party(key) => party::answer(site, address, key, asked).await,
        Page::Gap(key) => gap::answer(site, address, key).await,
        Page::Comparison(key) => comparison::answer(site, address, key).await,
        Page::Claim(key) => claim::answer(site, address, key).await,
        Page::Rule(key) => rule::answer(site, address, key).await,
        Page::Document(key) => document::answer(site, address, key, asked).await,
        Page::Releases => release::list(site, address, asked).await,
        Page::Release(_) => release::answer(site, address).await,
        Page::Method => method::answer(site, address).await,
        Page::Data => data::answer(site, address).await,
        Page::Find => find::answer(address, asked),
    }
}

/// The place of a page that was read from a release.
fn here(site: &Site, address: &Address, release: ReleaseRef) -> Here {
    Here { reading: address.reading, page: address.page.clone(), release: Some(release), config: site.config.clone() }
}

/// The release of an answer, or that there is none.
fn released<T>(release: Option<T>) -> Result<T, Problem> {
    release.ok_or(Problem::NoSuchRelease)
}

/// A page with its frame.
fn framed(here: Here, title: impl Into<String>, body: Markup) -> Result<Reply, Problem> {
    Ok(Reply::Page(here, Content { title: title.into(), body }))
}

/// The API's answer as a file.
fn json(data: &serde_json::Value) -> Result<Reply, Problem> {
    Ok(Reply::File { media_type: "application/json; charset=utf-8", text: format!("{data:#}\n") })
}

/// Only these forms of a page exist.
fn only(address: &Address, forms: &[Form]) -> Result<(), Problem> {
    if forms.contains(&address.form) { Ok(()) } else { Err(Problem::NoSuchPage) }
}

/// A code from an address: if it is written oddly, the address where it is written well.
fn well_written(address: &Address, code: &str, page: fn(String) -> Page) -> Result<Option<Reply>, Problem> {
    match crate::code::read(code) {
        crate::code::Reading::Fits(written) if written != code => {
            Ok(Some(Reply::Elsewhere(address.reading.path_as(&page(written), address.form))))
        }
        crate::code::Reading::Misread => Err(Problem::MisreadCode),
        _ => Ok(None),
    }
}

fn thing(key: &str, address: &Address, asked: &Asked) -> ThingVariables {
    ThingVariables { key: key.to_owned(), release: address.reading.release, after: asked.after.clone() }
}

fn keyed(key: &str, address: &Address) -> KeyVariables {
    KeyVariables { key: key.to_owned(), release: address.reading.release }
}
