//! What the documents say of the project is there: every link within it leads to a file.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn documents() -> Vec<PathBuf> {
    let folders = ["", "docs", "docs/decisions", "migration", "casebook", "reconcile", "intake", "api", "dashboard"];
    let mut found = Vec::new();
    for folder in folders {
        let Ok(entries) = fs::read_dir(root().join(folder)) else { continue };
        found.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    found.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    found.sort();
    found
}

/// The targets of `[text](target)` in a text.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn every_link_leads_to_a_file() {
    let mut dead = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).expect("readable");
        let folder = document.parent().expect("a folder");
        for target in targets(&text).filter(|target| !target.contains("://") && !target.starts_with(['#', '/'])) {
            let path = target.split('#').next().unwrap_or_default();
            if !folder.join(path).exists() {
                dead.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn every_decision_is_listed() {
    let list = fs::read_to_string(root().join("docs/decisions/README.md")).expect("the list");
    for entry in fs::read_dir(root().join("docs/decisions")).expect("the decisions") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        assert!(
            name == "README.md" || list.contains(&format!("({name})")),
            "docs/decisions/README.md does not list {name}"
        );
    }
}

#[test]
fn files_that_architecture_names_are_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let named =
        text.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains(char::is_whitespace));
    for path in named {
        assert!(root().join(path).exists(), "ARCHITECTURE.md names {path}, which is not there");
    }
}

#[test]
fn the_readme_names_exactly_two_commands() {
    let text = fs::read_to_string(root().join("README.md")).expect("README.md");
    let commands: Vec<&str> = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect();
    assert_eq!(commands, ["cargo run --release -- demo", "./tests/run"]);
}
