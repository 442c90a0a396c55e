//! What a reconciliation said, as rows of one release: written once, when the release is published.
//!
//! The conversion is pure; [`Writing::store_reconciliation`] is the only part that touches the database.

mod comparison;
mod doubt;
mod example;
mod figure;
mod versions;

use reconcile::example::{Example, Worked};
use reconcile::{ClaimId, Facts, PartyId, Reconciliation, RuleId, StreamId};

use super::{StoreError, Writing, batch};

/// How the rows of a release name things: claims by public code, everything else by the pack's id.
pub(super) struct Names<'a> {
    facts: &'a Facts,
    claims: Vec<String>,
    release: i64,
}

impl<'a> Names<'a> {
    fn new(facts: &'a Facts, release: i64) -> Names<'a> {
        let claims = facts.claims.iter().map(|claim| super::claim_code(&claim.code)).collect();
        Names { facts, claims, release }
    }

    fn claim(&self, id: ClaimId) -> String {
        self.claims[id.index()].clone()
    }

    fn rule(&self, id: RuleId) -> String {
        self.facts.rule(id).code.to_string()
    }

    fn party(&self, id: PartyId) -> String {
        self.facts.party(id).code.to_string()
    }

    /// Codes of streams as the JSON list that a column holds.
    fn stream_list(&self, ids: &[StreamId]) -> String {
        json(&ids.iter().map(|id| &*self.facts.stream(*id).code).collect::<Vec<_>>())
    }

    /// Public codes as the JSON list that a column holds.
    fn claim_list(&self, ids: &[ClaimId]) -> String {
        json(&ids.iter().map(|id| self.claims[id.index()].as_str()).collect::<Vec<_>>())
    }
}

/// A value of ours as JSON.
fn json<T: serde::Serialize>(value: &T) -> String {
    // Strings, lists and options of them always have a JSON form.
    serde_json::to_string(value).expect("plain values serialize")
}

/// Empty texts are NULL, as everywhere.
fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

impl Writing {
    /// Stores every verdict of a release, and the figures prepared from them.
    pub async fn store_reconciliation(
        &self,
        release: i64,
        facts: &Facts,
        said: &Reconciliation,
    ) -> Result<(), StoreError> {
        let names = Names::new(facts, release);
        batch::insert::<entity::comparison::Entity>(self, comparison::rows(&names, said)).await?;
        batch::insert::<entity::verdict::Entity>(self, comparison::verdicts(&names, said)).await?;
        batch::insert::<entity::comparison_claim::Entity>(self, comparison::claims(&names, said)).await?;
        batch::insert::<entity::doubt::Entity>(self, doubt::rows(&names, said)).await?;
        batch::insert::<entity::doubt_claim::Entity>(self, doubt::claims(&names, said)).await?;
        batch::insert::<entity::sum_check::Entity>(self, doubt::sums(&names, said)).await?;
        batch::insert::<entity::sum_part::Entity>(self, doubt::parts(&names, said)).await?;
        batch::insert::<entity::set_aside::Entity>(self, doubt::set_aside(&names, said)).await?;
        batch::insert::<entity::figure::Entity>(self, figure::rows(&names, said)).await
    }
}

impl Writing {
    /// Stores the working of every example of a release.
    pub async fn store_examples(
        &self,
        release: i64,
        facts: &Facts,
        worked: &[(Example, Worked)],
    ) -> Result<(), StoreError> {
        batch::insert::<entity::worked_example::Entity>(self, example::rows(release, facts, worked)).await
    }
}

/// How many published gaps a reconciliation holds.
pub fn gap_count(said: &Reconciliation) -> usize {
    said.comparisons
        .iter()
        .flat_map(|comparison| &comparison.verdicts)
        .filter(|verdict| comparison::is_published_gap(verdict))
        .count()
}
