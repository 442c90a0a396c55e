//! What is found in documents, and what is left of it in the copy that can become public: secrets are planted in every
//! place that a kind of file has for them, and looked for in the copy, also in what is packed there.

mod corpus;
mod heic;
mod notes;
mod pdf;
mod pdf_file;
mod pictures;
mod properties;
mod region;
mod secrets;

use intake::{Evidence, Limits, inspect, public_copy};

/// Looks at a file with the usual limits.
fn look(bytes: &[u8]) -> Evidence {
    inspect("evidence", bytes, &Limits::default())
}

/// The names of what is personal in a file.
fn personal(bytes: &[u8]) -> Vec<&'static str> {
    look(bytes).personal.into_iter().map(|kind| kind.as_str()).collect()
}

/// The public copy, of which nothing more can be left out.
fn copy(bytes: &[u8]) -> Vec<u8> {
    let copy = public_copy("evidence", bytes, &Limits::default()).expect("a copy");
    assert_eq!(public_copy("evidence", &copy, &Limits::default()).as_ref(), Ok(&copy));
    assert!(look(&copy).personal.is_empty());
    copy
}

/// The code of the finding that says why there is no copy, and its sentence.
fn refused(bytes: &[u8]) -> String {
    let finding = public_copy("evidence", bytes, &Limits::default()).expect_err("no copy");
    format!("{}: {}", finding.code, finding.message(intake::Lang::En))
}
