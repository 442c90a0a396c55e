//! The casebook, carried inside the program: real, sourced cases that `demo` serves.

use intake::PackFiles;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// The files of the pack, in the order of the folder.
        const FILES: &[(&str, &[u8])] = &[
            $(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/casebook/", $name))),)*
        ];
    };
}

files![
    "claims.csv",
    "countries.csv",
    "examples.csv",
    "mines.csv",
    "parties.csv",
    "policy.toml",
    "production.csv",
    "rates.csv",
    "remarks.csv",
    "rules.csv",
    "sources.csv",
    "streams.csv",
];

/// The casebook as a pack.
pub fn files() -> PackFiles {
    FILES.iter().map(|(name, bytes)| (*name, *bytes)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_of_the_casebook_is_carried_but_its_description_and_its_answers() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/casebook");
        let mut found: Vec<String> = fs::read_dir(folder)
            .expect("the casebook")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
            .filter(|name| !["README.md", "expected.csv"].contains(&name.as_str()))
            .collect();
        found.sort();
        assert_eq!(found, FILES.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
    }
}
