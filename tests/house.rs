//! The table of ARCHITECTURE.md: who may import whom, and what must never come along.

use std::fs;
use std::path::{Path, PathBuf};

use crate::metadata::Metadata;

/// One crate of the house.
struct Room {
    name: &'static str,
    /// Which of ours it may use.
    ours: &'static [&'static str],
    /// What it must not even bring along, however indirectly.
    never: &'static [&'static str],
}

/// Database, runtime, network, clock: none of it belongs where money is compared or strangers' bytes are read.
const WORLD: &[&str] = &[
    "sea-orm",
    "sqlx",
    "sqlx-core",
    "tokio",
    "mio",
    "poem",
    "hyper",
    "reqwest",
    "async-graphql",
    "chrono",
    "time",
    "jiff",
];

const HOUSE: &[Room] = &[
    Room { name: "reconcile", ours: &[], never: WORLD },
    Room { name: "intake", ours: &["reconcile"], never: WORLD },
    Room { name: "entity", ours: &["reconcile"], never: &["async-graphql", "poem"] },
    Room { name: "migration", ours: &[], never: &["async-graphql", "poem"] },
    Room { name: "api", ours: &["reconcile", "intake", "entity", "migration"], never: &["maud", "cynic"] },
    Room { name: "dashboard", ours: &[], never: &["sea-orm", "sqlx", "sqlx-core", "async-graphql", "csv"] },
    Room { name: "fairlode", ours: &["api", "dashboard", "intake", "reconcile", "migration"], never: &[] },
];

#[test]
fn every_crate_imports_only_what_the_house_allows() {
    let metadata = Metadata::read();
    let members = metadata.members();
    for room in HOUSE {
        for used in metadata.uses(room.name).intersection(&members) {
            assert!(room.ours.contains(used), "{} must not import {used}", room.name);
        }
        let brought = metadata.brings(room.name);
        for never in room.never {
            assert!(!brought.contains(never), "{} must not bring {never} along", room.name);
        }
    }
    assert_eq!(members, HOUSE.iter().map(|room| room.name).collect(), "every crate has its line in the table");
}

#[test]
fn only_the_store_speaks_to_the_database() {
    let store = root().join("api/src/store");
    for file in rust_files(&root().join("api/src")).into_iter().filter(|file| !file.starts_with(&store)) {
        for (number, line) in read(&file).lines().enumerate() {
            for name in ["sea_orm", "sqlx::"] {
                let where_it_is = format!("{}:{}", file.display(), number + 1);
                assert!(!line.contains(name), "{where_it_is}: {name} belongs in api/src/store: {line}");
            }
        }
    }
    let metadata = Metadata::read();
    for name in ["sea-orm", "sqlx"] {
        assert!(!metadata.uses("fairlode").contains(name), "the program holds no logic of its own, and no {name}");
    }
}

#[test]
fn the_pure_crates_read_no_clock_no_file_and_no_socket() {
    let world = ["std::fs", "std::net", "std::process", "std::env", "SystemTime", "Instant::now", "std::thread"];
    for file in rust_files(&root().join("reconcile/src")).into_iter().chain(rust_files(&root().join("intake/src"))) {
        let text = read(&file);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let found = world.iter().find(|name| line.contains(**name));
            assert!(found.is_none(), "{}:{}: {line}", file.display(), number + 1);
        }
    }
}

#[test]
fn files_stay_short_enough_to_read() {
    let longest = 400;
    for folder in
        ["src", "reconcile/src", "intake/src", "entity/src", "migration/src", "api/src", "dashboard/src", "tests"]
    {
        for file in rust_files(&root().join(folder)) {
            let lines = read(&file).lines().count();
            assert!(lines <= longest, "{} has {lines} lines: would two rooms be clearer?", file.display());
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
