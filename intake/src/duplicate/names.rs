//! Which known names a reported one may be.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::name::Name;
use crate::finding::{Code, Finding, Findings, Spot};

/// What is worth a person's look, of a hundred.
const NEAR_MIN: u32 = 80;
/// More would be no suggestion.
const SUGGESTIONS_MAX: usize = 5;

/// A party or a mine that a reported name may be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Near<'n> {
    /// Its code in the registry.
    pub code: &'n str,
    /// The known name, or other name, that is near.
    pub name: &'n str,
    /// How near, of a hundred; 100 where only case, accents, marks and the form of the company differ.
    pub near: u32,
}

/// The names of a registry, taken apart once.
#[derive(Clone, Debug)]
pub struct Names<'n> {
    known: Vec<(&'n str, &'n str, Vec<Name>)>,
}

impl<'n> Names<'n> {
    /// Takes codes and names; a party with several names, or in two languages, comes several times.
    ///
    /// ```
    /// use intake::Names;
    ///
    /// let names = Names::new([("koidu-ltd", "Koidu Limited"), ("kono-council", "Kono District Council")]);
    /// let near = names.suggest("KOIDU LTD.");
    /// assert_eq!((near[0].code, near[0].near, near.len()), ("koidu-ltd", 100, 1));
    /// assert!(names.suggest("Kono Chiefdom").is_empty());
    /// ```
    pub fn new(known: impl IntoIterator<Item = (&'n str, &'n str)>) -> Names<'n> {
        Names { known: known.into_iter().map(|(code, name)| (code, name, Name::all_of(name))).collect() }
    }

    /// Those that a reported name may be, the nearest first, at most five. Nothing is chosen.
    pub fn suggest(&self, reported: &str) -> Vec<Near<'n>> {
        let reported = Name::all_of(reported);
        let mut nearest: BTreeMap<&str, Near<'n>> = BTreeMap::new();
        for (code, name, spellings) in &self.known {
            let pairs = spellings.iter().flat_map(|own| reported.iter().map(|other| own.near(other)));
            let near = pairs.max().unwrap_or_default();
            let best = nearest.get(code).map_or(NEAR_MIN - 1, |best| best.near);
            if near > best {
                nearest.insert(code, Near { code, name, near });
            }
        }
        let mut list: Vec<Near<'n>> = nearest.into_values().collect();
        list.sort_by(|left, right| right.near.cmp(&left.near).then(left.code.cmp(right.code)));
        list.truncate(SUGGESTIONS_MAX);
        list
    }

    /// What a person is told of a party's name that is not in the registry, where some are near.
    pub fn party_finding(&self, file: &str, reported: &str) -> Option<Finding> {
        self.finding(file, reported, Code::PartyNear)
    }

    /// What a person is told of a mine's name that is not in the registry, where some are near.
    pub fn mine_finding(&self, file: &str, reported: &str) -> Option<Finding> {
        self.finding(file, reported, Code::MineNear)
    }

    fn finding(&self, file: &str, reported: &str, code: Code) -> Option<Finding> {
        let near = self.suggest(reported);
        let named: Vec<String> = near.iter().map(|near| format!("`{}` ({})", near.code, near.name)).collect();
        let file: Arc<str> = file.into();
        let told = || Findings::only(Spot::file(&file), reported, code, vec![("near", named.join(", "))]);
        (!named.is_empty()).then(told)
    }
}
