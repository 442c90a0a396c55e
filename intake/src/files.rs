//! The files of a pack: their names, and what identifies them together.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Files that every pack has.
pub(crate) const REQUIRED: [&str; 7] =
    ["countries.csv", "parties.csv", "mines.csv", "rules.csv", "rates.csv", "sources.csv", "claims.csv"];
/// Files that a pack may have.
pub(crate) const OPTIONAL: [&str; 5] = ["streams.csv", "examples.csv", "remarks.csv", "production.csv", "policy.toml"];
/// Files that lie in packs and are none of their data: the casebook's verdicts for its tests, and a description.
const IGNORED: [&str; 2] = ["expected.csv", "README.md"];

/// What a file name means in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// Read.
    Known,
    /// Passed over without a word.
    Ignored,
    /// Passed over with a finding.
    Unknown,
}

/// The files of a pack, as the caller found them: names without folders, and bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackFiles {
    files: Vec<(String, Vec<u8>)>,
}

impl PackFiles {
    /// No file yet.
    pub fn new() -> PackFiles {
        PackFiles::default()
    }

    /// Adds a file. Two of one name are kept, and become a finding.
    pub fn push(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.push((name.into(), bytes.into()));
    }

    /// The bytes of the first file of this name.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.iter().find(|(own, _)| *own == name).map(|(_, bytes)| bytes)
    }

    /// Names and bytes, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True without any file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl<N: Into<String>, B: Into<Vec<u8>>> FromIterator<(N, B)> for PackFiles {
    fn from_iter<I: IntoIterator<Item = (N, B)>>(files: I) -> PackFiles {
        PackFiles { files: files.into_iter().map(|(name, bytes)| (name.into(), bytes.into())).collect() }
    }
}

/// What a file name means in a pack.
pub(crate) fn kind_of(name: &str) -> FileKind {
    if REQUIRED.contains(&name) || OPTIONAL.contains(&name) {
        FileKind::Known
    } else if IGNORED.contains(&name) {
        FileKind::Ignored
    } else {
        FileKind::Unknown
    }
}

/// One hash for the whole pack: SHA-256 over the lines `hash  name`, sorted by name, of every file that is read.
///
/// It is what `sha256sum claims.csv countries.csv … | sha256sum` prints, so anyone can check it without us.
/// Files that are not read (a description, the casebook's expected verdicts) do not change it.
pub fn pack_sha256(files: &PackFiles) -> String {
    let mut known: Vec<(&str, &[u8])> = files.iter().filter(|(name, _)| kind_of(name) == FileKind::Known).collect();
    known.sort_by_key(|(name, _)| *name);
    let mut whole = Sha256::new();
    for (name, bytes) in known {
        whole.update(format!("{}  {name}\n", sha256_hex(bytes)));
    }
    hex(&whole.finalize())
}

/// The SHA-256 of bytes, in lowercase hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_a_sha256sum_listing_and_ignores_order_and_unread_files() {
        let one = PackFiles::from_iter([("claims.csv", "a"), ("mines.csv", "b")]);
        let two = PackFiles::from_iter([("expected.csv", "x"), ("mines.csv", "b"), ("claims.csv", "a")]);
        let listing = format!("{}  claims.csv\n{}  mines.csv\n", sha256_hex(b"a"), sha256_hex(b"b"));
        assert_eq!(pack_sha256(&one), sha256_hex(listing.as_bytes()));
        assert_eq!(pack_sha256(&one), pack_sha256(&two));
    }
}
