//! Publishing: everything approved, and what reviewers recorded of gaps, becomes the next release, with its verdicts, in one transaction.
//!
//! Whatever fails, or stops, before the end leaves the release before as it was, and what was approved still approved.

use entity::{disclosure, release};
use serde_json::json;
use tokio::sync::mpsc;

use super::moment::Moment;
use super::reckon::{Earlier, Reckoned, Told, reckon};
use super::session::Coordinator;
use crate::error::{Error, ErrorCode};
use crate::store::{Act, Counts, DisclosureState, Stock, Store, Writing};

/// The name and version that a release says it was reconciled by.
pub const ENGINE: &str = concat!("fairlode ", env!("CARGO_PKG_VERSION"));
/// How many batches of rows may wait to be written: reckoning is faster than writing, and memory is not endless.
const BATCHES_WAITING: usize = 4;

/// A note to a release, in both languages; empty where there is nothing to say.
#[derive(Clone, Debug, Default)]
pub struct ReleaseNote {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

/// Publishes what was approved as the next release.
pub async fn publish(
    store: &Store,
    coordinator: &Coordinator,
    note: ReleaseNote,
    at: Moment,
) -> Result<release::Model, Error> {
    let writing = store.begin().await?;
    let approved = store.disclosures(DisclosureState::Approved).await?;
    let ids: Vec<i64> = approved.iter().map(|disclosure| disclosure.id).collect();
    let before = store.latest_release().await?;
    let mut stock = store.stock(&ids).await?;
    let (begun, ended) = stock.change_counts();
    if approved.is_empty() && (begun, ended) == (0, 0) {
        return Err(Error::plain(ErrorCode::NothingToPublish));
    }
    let policy_toml = policy_in_force(&approved, before.as_ref());
    let number = before.as_ref().map_or(1, |before| before.number + 1);

    let rows = std::mem::take(&mut stock.rows);
    let earlier = earlier(before.as_ref(), &stock);
    let (told, hears) = mpsc::channel(BATCHES_WAITING);
    let reckoning = super::aside(move || reckon(rows, policy_toml, number, earlier, &told));
    let (reckoned, replaced) = tokio::join!(reckoning, write_as_told(&writing, number, hears));
    // Where writing failed, reckoning was not heard any more: the cause is the writing's.
    let (replaced, reckoned) = (replaced?, reckoned??);
    let counts = counts_of(before.as_ref()).filter(|_| reckoned.is_partial).unwrap_or_default();
    let release = release_row(number, coordinator, note, &reckoned, counts.after(replaced, reckoned.counts), at);

    writing.add_release(release.clone()).await?;
    writing.add_besides(reckoned.besides).await?;
    writing.publish_stock(&stock, number).await?;
    writing.publish_disclosures(&ids, number).await?;
    let codes: Vec<&str> = approved.iter().map(|disclosure| disclosure.code.as_str()).collect();
    let detail = json!({ "disclosures": codes, "begun": begun, "ended": ended, "pack": release.pack_sha256 });
    let (at, subject) = (at.to_string(), number.to_string());
    writing.audit(Act { at: &at, actor: coordinator.code(), act: "publish", subject: &subject, detail }).await?;
    writing.commit().await?;
    if let Err(error) = store.refresh_statistics().await {
        // The release is out; without fresh statistics its pages are only slower.
        Error::from(error).log();
    }
    Ok(release)
}

/// What a reckoning of what changed may build on: none where everything has to be reckoned again.
fn earlier(before: Option<&release::Model>, stock: &Stock) -> Option<Earlier> {
    let before = before.filter(|before| before.engine == ENGINE)?;
    Some(Earlier { policy_toml: before.policy_toml.clone(), news: stock.news()? })
}

/// Writes what the reckoning tells as it comes, so that it is never held whole. Gives how much was replaced.
async fn write_as_told(writing: &Writing, number: i64, mut hears: mpsc::Receiver<Told>) -> Result<Counts, Error> {
    let mut replaced = Counts::default();
    while let Some(told) = hears.recv().await {
        match told {
            Told::Replaces(what) => replaced = writing.end_replaced(&what, number - 1).await?,
            Told::Comparisons(rows) => writing.add_comparisons(rows).await?,
        }
    }
    Ok(replaced)
}

fn counts_of(before: Option<&release::Model>) -> Option<Counts> {
    before.map(|before| Counts {
        comparisons: before.comparison_count,
        gaps: before.gap_count,
        doubts: before.doubt_count,
    })
}

/// The policy of the newest approved pack that brings one, else that of the release before.
fn policy_in_force(approved: &[disclosure::Model], before: Option<&release::Model>) -> Option<String> {
    let newest = approved.iter().rev().find_map(|disclosure| disclosure.policy_toml.clone());
    newest.or_else(|| before.map(|before| before.policy_toml.clone()))
}

fn release_row(
    number: i64,
    coordinator: &Coordinator,
    note: ReleaseNote,
    reckoned: &Reckoned,
    counts: Counts,
    at: Moment,
) -> release::Model {
    release::Model {
        number,
        published_at: at.to_string(),
        published_by: coordinator.code().to_owned(),
        note_en: note.en,
        note_fr: note.fr,
        engine: ENGINE.to_owned(),
        pack_sha256: reckoned.pack_sha256.clone(),
        policy_sha256: reckoned.policy_sha256.clone(),
        policy_toml: reckoned.policy_toml.clone(),
        claim_count: reckoned.claim_count,
        comparison_count: counts.comparisons,
        gap_count: counts.gaps,
        doubt_count: counts.doubts,
    }
}
