//! Which part a part speaks of: small lists that stand beside each part, in a folder of their own.

use super::super::archive::Archive;
use super::super::xml::{Node, Xml};
use crate::finding::{Findings, Flagged};

/// One line of a list.
struct Relation {
    id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`, ….
    kind: String,
    /// The part's name in the archive; of something outside, its address.
    target: String,
    outside: bool,
}

/// The parts that a part speaks of.
pub(crate) struct Relations(Vec<Relation>);

impl Relations {
    /// The list of a part; that of the whole archive where `part` is empty. A part may have none.
    pub fn of(archive: &Archive<'_>, part: &str, out: &mut Findings) -> Result<Relations, Flagged> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = Relations::part_of(part);
        let mut relations = Relations(Vec::new());
        if !archive.has(&path) {
            return Ok(relations);
        }
        let mut xml = Xml::open(archive, &path, out)?;
        loop {
            match xml.next(out)? {
                Node::Eof => return Ok(relations),
                Node::Start { element, .. } if element.name() == "Relationship" => {
                    let get = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
                    let outside = get("TargetMode") == "External";
                    let target = get("Target");
                    relations.0.push(Relation {
                        id: get("Id"),
                        kind: get("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                        target: if outside { target } else { join(folder, &target) },
                        outside,
                    });
                }
                _ => {}
            }
        }
    }

    /// The name of the part that holds the list of another part; that of the whole archive where `part` is empty.
    pub fn part_of(part: &str) -> String {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        join(folder, &format!("_rels/{name}.rels"))
    }

    /// True where the list has a line of this id.
    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|relation| relation.id == id)
    }

    /// The first part of a kind.
    pub fn first(&self, kind: &str) -> Option<&str> {
        let found = self.0.iter().find(|relation| relation.kind == kind && !relation.outside);
        found.map(|relation| relation.target.as_str())
    }

    /// Kind and part of an id.
    pub fn target(&self, id: &str) -> Option<(&str, &str)> {
        let found = self.0.iter().find(|relation| relation.id == id && !relation.outside);
        found.map(|relation| (relation.kind.as_str(), relation.target.as_str()))
    }

    /// The address of the first other file that values are taken from. It is never opened.
    pub fn first_outside(&self, archive: &Archive<'_>, out: &mut Findings) -> Option<String> {
        let link = self.0.iter().find(|relation| relation.kind == "externalLink")?;
        let beyond = Relations::of(archive, &link.target, out).ok();
        let address = beyond.and_then(|list| list.0.into_iter().find(|relation| relation.outside));
        Some(address.map_or_else(|| link.target.clone(), |relation| relation.target))
    }
}

/// A name relative to a folder; `..` leads up, and never out of the archive.
fn join(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            _ => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_up_and_never_out() {
        assert_eq!(join("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(join("xl/worksheets", "../media/a.png"), "xl/media/a.png");
        assert_eq!(join("xl", "../../../etc/passwd"), "etc/passwd");
    }
}
