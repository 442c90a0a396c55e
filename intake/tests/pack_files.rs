//! A small good pack, and ways to spoil it.

use intake::{Lang, Limits, Pack, PackFiles, read_pack};

const GOOD: [(&str, &str); 12] = [
    ("claims.csv", include_str!("good/claims.csv")),
    ("countries.csv", include_str!("good/countries.csv")),
    ("examples.csv", include_str!("good/examples.csv")),
    ("mines.csv", include_str!("good/mines.csv")),
    ("parties.csv", include_str!("good/parties.csv")),
    ("policy.toml", include_str!("good/policy.toml")),
    ("production.csv", include_str!("good/production.csv")),
    ("rates.csv", include_str!("good/rates.csv")),
    ("remarks.csv", include_str!("good/remarks.csv")),
    ("rules.csv", include_str!("good/rules.csv")),
    ("sources.csv", include_str!("good/sources.csv")),
    ("streams.csv", include_str!("good/streams.csv")),
];

/// The good pack.
pub fn good() -> PackFiles {
    PackFiles::from_iter(GOOD)
}

/// The text of one of its files.
pub fn text(file: &str) -> &'static str {
    GOOD.iter().find(|(name, _)| *name == file).map(|(_, text)| *text).expect("a file of the good pack")
}

/// The good pack, with one text of one file replaced once.
pub fn with(file: &str, good: &str, bad: &str) -> PackFiles {
    let before = text(file);
    assert!(before.contains(good), "{file} of the good pack has no {good:?}");
    with_bytes(file, before.replacen(good, bad, 1).into_bytes())
}

/// The good pack, with a file replaced or added.
pub fn with_bytes(file: &str, bytes: Vec<u8>) -> PackFiles {
    let mut files = without(file);
    files.push(file, bytes);
    files
}

/// The good pack, without a file.
pub fn without(file: &str) -> PackFiles {
    PackFiles::from_iter(GOOD.into_iter().filter(|(name, _)| *name != file))
}

/// A pack that must be good.
pub fn pack(files: &PackFiles) -> Pack {
    let read = read_pack(files, &Limits::default());
    let findings: Vec<String> = read.findings.iter().map(|finding| finding.render(Lang::En)).collect();
    read.pack.unwrap_or_else(|| panic!("the pack was refused:\n{}", findings.join("\n")))
}

/// Place and code of every finding, such as `claims.csv:2 N2 amount_space`.
pub fn heads(files: &PackFiles) -> Vec<String> {
    let read = read_pack(files, &Limits::default());
    read.findings
        .iter()
        .map(|finding| {
            let told = finding.render(Lang::En);
            told.split(": ").next().unwrap_or_default().to_owned()
        })
        .collect()
}

/// The only finding must be this one; its fix in English is the answer. A pack with it must not be read.
pub fn only(files: &PackFiles, head: &str) -> String {
    assert_eq!(heads(files), [head]);
    let read = read_pack(files, &Limits::default());
    assert!(read.pack.is_none(), "{head}: import is all or nothing");
    let french = read.findings[0].message(Lang::Fr) + &read.findings[0].fix(Lang::Fr);
    assert!(!french.is_empty() && !french.contains('{'), "{head}: {french}");
    format!("{} {}", read.findings[0].message(Lang::En), read.findings[0].fix(Lang::En))
}
