//! What the pages ask, as types: checked against the committed schema when they compile.
//!
//! Fragments that many pages share are in [`reference`], [`figure`] and [`verdict`]; each page's own question is in
//! the file named after the page.

pub mod chain;
pub mod claim;
pub mod comparison;
pub mod country;
pub mod document;
pub mod example;
pub mod figure;
pub mod gap;
pub mod home;
pub mod mine;
pub mod party;
pub mod reference;
pub mod release;
pub mod rule;
pub mod verdict;
pub mod version;
pub mod word;

#[cynic::schema("fairlode")]
#[allow(missing_docs, reason = "generated from the schema, whose own descriptions are its documentation")]
pub mod schema {}

/// An exact decimal as a string of digits, with the digits its publisher wrote.
#[derive(cynic::Scalar, Clone, Debug, PartialEq, Eq)]
pub struct Amount(pub String);

/// A day, `YYYY-MM-DD`.
#[derive(cynic::Scalar, Clone, Debug, PartialEq, Eq)]
pub struct Date(pub String);

/// An instant, RFC 3339.
#[derive(cynic::Scalar, Clone, Debug, PartialEq, Eq)]
pub struct DateTime(pub String);

/// The variables of a page about the whole release.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ReleaseVariables {
    /// Which release; the latest if `None`.
    pub release: Option<i32>,
}

/// The variables of a page about one thing, with a list that may be continued.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ThingVariables {
    /// The thing's public key: a code, a slug, a hash.
    pub key: String,
    /// Which release; the latest if `None`.
    pub release: Option<i32>,
    /// Continue the page's list after this cursor.
    pub after: Option<String>,
}

/// The variables of a page about one thing, without a list.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct KeyVariables {
    /// The thing's public key: a code, a slug, a hash.
    pub key: String,
    /// Which release; the latest if `None`.
    pub release: Option<i32>,
}

/// Where a list continues.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct PageInfo {
    /// True if there is more.
    pub has_next_page: bool,
    /// The cursor to continue after.
    pub end_cursor: Option<String>,
}
