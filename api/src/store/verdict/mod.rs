//! What a reconciliation says, as rows: written from the release on that first says it, until one says otherwise.
//!
//! Turning answers into rows is pure ([`Recorder`]); only the writing at the end of this file, and `replaced`, touch the
//! database.

mod comparison;
mod doubt;
mod example;
mod figure;
mod placed;
mod replaced;
mod versions;

use entity::shape::ExchangeRate;
use entity::{comparison_claim, doubt_claim, set_aside, sum_check, sum_part, worked_example};
use reconcile::example::{Example, Worked};
use reconcile::{Besides, ClaimId, Comparison, Facts, PartyId, RateId, RuleId, StreamId};

use super::{StoreError, Writing, batch};
use figure::Figures;
use placed::{Placed, Placing};

pub use replaced::{Replaced, ReplacedGround};

/// How many comparisons are written at a time.
const BATCH: usize = 1_000;

/// How the rows of a release name things: claims by public code, everything else by the pack's id.
struct Names<'a> {
    facts: &'a Facts,
    release: i64,
}

impl Names<'_> {
    fn claim(&self, id: ClaimId) -> String {
        super::claim_code(&self.facts.claim(id).code)
    }

    fn rule(&self, id: RuleId) -> String {
        self.facts.rule(id).code.to_string()
    }

    fn rate(&self, id: RateId) -> ExchangeRate {
        let rate = self.facts.rate(id);
        ExchangeRate {
            from: rate.from.to_string(),
            to: rate.to.to_string(),
            rate: rate.rate.to_string(),
            on: rate.on.to_string(),
            kind: rate.kind.to_string(),
            source: self.facts.source(rate.source).code.to_string(),
        }
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
        json(&ids.iter().map(|id| self.claim(*id)).collect::<Vec<_>>())
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

/// How much a release says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Comparisons.
    pub comparisons: i64,
    /// Published gaps.
    pub gaps: i64,
    /// Doubts.
    pub doubts: i64,
}

impl Counts {
    /// Less what was replaced, and what was said instead.
    pub fn after(self, replaced: Counts, said: Counts) -> Counts {
        Counts {
            comparisons: self.comparisons - replaced.comparisons + said.comparisons,
            gaps: self.gaps - replaced.gaps + said.gaps,
            doubts: self.doubts - replaced.doubts + said.doubts,
        }
    }
}

/// Some comparisons as rows.
#[derive(Debug, Default)]
pub struct ComparisonRows {
    comparisons: Vec<entity::comparison::Model>,
    verdicts: Vec<entity::verdict::Model>,
    claims: Vec<comparison_claim::Model>,
}

/// What is said besides the comparisons, as rows.
#[derive(Debug, Default)]
pub struct BesidesRows {
    doubts: Vec<entity::doubt::Model>,
    doubt_claims: Vec<doubt_claim::Model>,
    sums: Vec<sum_check::Model>,
    sum_parts: Vec<sum_part::Model>,
    set_aside: Vec<set_aside::Model>,
    figures: Vec<entity::figure::Model>,
    examples: Vec<worked_example::Model>,
}

/// Turns what the engine says, comparison by comparison, into rows of a release.
pub struct Recorder<'a> {
    names: Names<'a>,
    placing: Placing,
    figures: Figures,
    rows: ComparisonRows,
    counts: Counts,
}

impl<'a> Recorder<'a> {
    /// For the facts of a release.
    pub fn new(facts: &'a Facts, release: i64) -> Recorder<'a> {
        Recorder {
            names: Names { facts, release },
            placing: Placing::default(),
            figures: Figures::default(),
            rows: ComparisonRows::default(),
            counts: Counts::default(),
        }
    }

    /// Takes the next comparison; gives rows where enough have come together to be written.
    pub fn comparison(&mut self, own: Comparison) -> Option<ComparisonRows> {
        let placed = self.placing.push(own);
        self.record(&placed);
        (self.rows.comparisons.len() >= BATCH).then(|| std::mem::take(&mut self.rows))
    }

    /// The last rows of comparisons, what is said besides, the examples as they were worked, and how much it is in all.
    pub fn finish(mut self, besides: &Besides, worked: &[(Example, Worked)]) -> (ComparisonRows, BesidesRows, Counts) {
        let placed = self.placing.ready();
        self.record(&placed);
        let (doubts, doubt_claims): (Vec<_>, Vec<_>) =
            besides.doubts.iter().map(|own| doubt::doubt(&self.names, own)).unzip();
        let (sums, sum_parts): (Vec<_>, Vec<_>) = besides.sums.iter().map(|own| doubt::sum(&self.names, own)).unzip();
        let counts = Counts { doubts: doubts.len() as i64, ..self.counts };
        let rows = BesidesRows {
            doubts,
            doubt_claims: doubt_claims.into_iter().flatten().collect(),
            sums,
            sum_parts: sum_parts.into_iter().flatten().collect(),
            set_aside: besides.set_aside.iter().map(|own| doubt::set_aside(&self.names, own)).collect(),
            figures: self.figures.rows(self.names.release),
            examples: example::rows(self.names.release, self.names.facts, worked),
        };
        (self.rows, rows, counts)
    }

    fn record(&mut self, placed: &[Placed]) {
        for one in placed {
            let own = &one.comparison;
            self.counts.comparisons += 1;
            self.counts.gaps +=
                own.verdicts.iter().filter(|verdict| comparison::is_published_gap(verdict)).count() as i64;
            self.figures.add(self.names.facts, one);
            self.rows.comparisons.push(comparison::row(&self.names, own, one.part_of.clone()));
            self.rows.verdicts.extend(comparison::verdicts(&self.names, own));
            self.rows.claims.extend(comparison::claims(&self.names, own));
        }
    }
}

impl Writing {
    /// Stores comparisons with their verdicts and claims.
    pub async fn add_comparisons(&self, rows: ComparisonRows) -> Result<(), StoreError> {
        batch::insert::<entity::comparison::Entity>(self, rows.comparisons).await?;
        batch::insert::<entity::verdict::Entity>(self, rows.verdicts).await?;
        batch::insert::<comparison_claim::Entity>(self, rows.claims).await
    }

    /// Stores what is said besides the comparisons.
    pub async fn add_besides(&self, rows: BesidesRows) -> Result<(), StoreError> {
        batch::insert::<entity::doubt::Entity>(self, rows.doubts).await?;
        batch::insert::<doubt_claim::Entity>(self, rows.doubt_claims).await?;
        batch::insert::<sum_check::Entity>(self, rows.sums).await?;
        batch::insert::<sum_part::Entity>(self, rows.sum_parts).await?;
        batch::insert::<set_aside::Entity>(self, rows.set_aside).await?;
        batch::insert::<entity::figure::Entity>(self, rows.figures).await?;
        batch::insert::<worked_example::Entity>(self, rows.examples).await
    }
}
