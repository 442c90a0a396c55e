//! What was already there: the same bytes, the same claims in another file, a party or a mine by another spelling.
//!
//! Everything here points out; nothing is dropped, merged or renamed. Whether two payments of one amount are one payment,
//! and whether two names are one party, is for a person to say, and the name that was reported stays beside the answer.

mod claims;
mod name;
mod names;
mod words;

use std::sync::Arc;

pub use claims::{Retelling, Retold, retold_findings, same_claims};
pub use names::{Names, Near};

use crate::files::sha256_hex;
use crate::finding::{Code, Finding, Findings, Spot};

/// The SHA-256 of a document, in lowercase hexadecimal: what it is known by.
///
/// ```
/// use intake::{document_sha256, same_bytes};
///
/// let known = document_sha256(b"receipt");
/// let finding = same_bytes("again.pdf", b"receipt", [(known.as_str(), "receipt.pdf")]).expect("known");
/// assert_eq!(finding.code.as_str(), "document_known");
/// assert!(same_bytes("other.pdf", b"another receipt", [(known.as_str(), "receipt.pdf")]).is_none());
/// ```
pub fn document_sha256(bytes: &[u8]) -> String {
    sha256_hex(bytes)
}

/// Points out the document that has the same bytes: `known` are hashes, and by what name each was sent.
pub fn same_bytes<'k>(
    file: &str,
    bytes: &[u8],
    known: impl IntoIterator<Item = (&'k str, &'k str)>,
) -> Option<Finding> {
    let own = document_sha256(bytes);
    let (_, name) = known.into_iter().find(|(sha256, _)| sha256.eq_ignore_ascii_case(&own))?;
    let file: Arc<str> = file.into();
    Some(Findings::only(Spot::file(&file), "", Code::DocumentKnown, vec![("known", name.to_owned())]))
}
