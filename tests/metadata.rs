//! What cargo says of the workspace: its packages, and who depends on whom.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;

/// The answer of `cargo metadata` for this machine's platform. Needs no network: the crates are here, or nothing would
/// have compiled.
#[derive(Deserialize)]
pub struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

/// A crate, ours or another's.
#[derive(Clone, Deserialize)]
pub struct Package {
    pub id: String,
    pub name: String,
    pub version: String,
    #[serde(default, deserialize_with = "empty_for_null")]
    pub license: String,
    /// `None` for crates of this workspace.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for a normal dependency, else `dev` or `build`.
    kind: Option<String>,
}

fn empty_for_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}

impl Metadata {
    /// Asks cargo.
    pub fn read() -> Metadata {
        let host = text(Command::new("rustc").arg("-vV"));
        let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
        let json = text(
            Command::new(env!("CARGO"))
                .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host])
                .current_dir(env!("CARGO_MANIFEST_DIR")),
        );
        serde_json::from_str(&json).expect("cargo metadata is JSON")
    }

    /// The crates that are built and not ours.
    pub fn outside(&self) -> impl Iterator<Item = &Package> {
        let built: BTreeSet<&str> = self.resolve.nodes.iter().map(|node| node.id.as_str()).collect();
        self.packages.iter().filter(move |package| package.source.is_some() && built.contains(package.id.as_str()))
    }

    /// The names of what `name`, a crate of ours, uses itself outside its tests.
    pub fn uses(&self, name: &str) -> BTreeSet<&str> {
        self.normal(self.ours(name)).map(|id| self.name(id)).collect()
    }

    /// The names of everything that comes along with `name`, a crate of ours, outside its tests.
    pub fn brings(&self, name: &str) -> BTreeSet<&str> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![self.ours(name)]);
        while let Some(id) = next.pop() {
            next.extend(self.normal(id).filter(|id| seen.insert(*id)));
        }
        seen.into_iter().map(|id| self.name(id)).collect()
    }

    /// The names of the workspace's crates.
    pub fn members(&self) -> BTreeSet<&str> {
        self.packages.iter().filter(|package| package.source.is_none()).map(|package| package.name.as_str()).collect()
    }

    fn ours(&self, name: &str) -> &str {
        let found = self.packages.iter().find(|package| package.name == name && package.source.is_none());
        &found.unwrap_or_else(|| panic!("no crate of ours is called {name}")).id
    }

    fn normal(&self, id: &str) -> impl Iterator<Item = &str> {
        let node = self.resolve.nodes.iter().find(|node| node.id == id).expect("a built crate is resolved");
        let normal = node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()));
        normal.map(|dep| dep.pkg.as_str())
    }

    fn name(&self, id: &str) -> &str {
        let names: BTreeMap<&str, &str> =
            self.packages.iter().map(|package| (package.id.as_str(), package.name.as_str())).collect();
        names[id]
    }
}

fn text(command: &mut Command) -> String {
    let output = command.output().expect("cargo and rustc are on the path");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
