//! Publishing: everything approved, and what reviewers recorded of gaps, becomes the next release, with its verdicts, in one transaction.
//!
//! Whatever fails, or stops, before the end leaves the release before as it was, and what was approved still approved.

use entity::{disclosure, release};
use intake::{
    Assembled, Finding, Lang, PackRows, StreamRow, assemble, pack_sha256, policy_sha256, read_policy, write_pack,
    write_policy,
};
use reconcile::example::{Example, Worked, work};
use reconcile::{Facts, Policy, Reconciliation, TooLarge, reconcile};
use serde_json::json;

use super::moment::Moment;
use super::session::Coordinator;
use crate::error::{Error, ErrorCode};
use crate::store::{Act, DisclosureState, Store, StoreError, gap_count};

/// The name and version that a release says it was reconciled by.
pub const ENGINE: &str = concat!("fairlode ", env!("CARGO_PKG_VERSION"));

/// A note to a release, in both languages; empty where there is nothing to say.
#[derive(Clone, Debug, Default)]
pub struct ReleaseNote {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

/// What a release says, worked out before anything of it is stored.
struct Reckoned {
    facts: Facts,
    said: Reconciliation,
    worked: Vec<(Example, Worked)>,
    policy: Policy,
    pack_sha256: String,
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
    if approved.is_empty() && stock.change_counts() == (0, 0) {
        return Err(Error::plain(ErrorCode::NothingToPublish));
    }
    let policy_toml = policy_in_force(&approved, before.as_ref());

    let rows = std::mem::take(&mut stock.rows);
    let reckoned = super::aside(move || reckon(rows, policy_toml)).await??;
    let number = before.map_or(1, |before| before.number + 1);
    let release = release_row(number, coordinator, note, &reckoned, at);
    let (begun, ended) = stock.change_counts();

    writing.add_release(release.clone()).await?;
    writing.publish_stock(&stock, number).await?;
    writing.publish_disclosures(&ids, number).await?;
    writing.store_reconciliation(number, &reckoned.facts, &reckoned.said).await?;
    writing.store_examples(number, &reckoned.facts, &reckoned.worked).await?;
    let codes: Vec<&str> = approved.iter().map(|disclosure| disclosure.code.as_str()).collect();
    let detail = json!({ "disclosures": codes, "begun": begun, "ended": ended, "pack": release.pack_sha256 });
    let (at, subject) = (at.to_string(), number.to_string());
    writing.audit(Act { at: &at, actor: coordinator.code(), act: "publish", subject: &subject, detail }).await?;
    writing.commit().await?;
    Ok(release)
}

/// The policy of the newest approved pack that brings one, else that of the release before.
fn policy_in_force(approved: &[disclosure::Model], before: Option<&release::Model>) -> Option<String> {
    let newest = approved.iter().rev().find_map(|disclosure| disclosure.policy_toml.clone());
    newest.or_else(|| before.map(|before| before.policy_toml.clone()))
}

/// From rows to verdicts. Pure: the same rows and policy give the same release.
fn reckon(rows: PackRows, policy_toml: Option<String>) -> Result<Reckoned, Error> {
    let Assembled { facts, examples, rows, .. } = assemble(rows).map_err(|findings| inconsistent(&findings))?;
    let policy = read_back(policy_toml, &rows.streams)?;
    let said = reconcile(&facts, &policy).map_err(|error| too_large(&error.name(&facts)))?;
    let worked = examples.into_iter().map(|example| match work(&facts, &example) {
        Ok(worked) => Ok((example, worked)),
        Err(TooLarge) => Err(too_large(&example.code)),
    });
    let worked = worked.collect::<Result<_, Error>>()?;
    let pack_sha256 = pack_sha256(&write_pack(&rows, &policy));
    Ok(Reckoned { facts, said, worked, policy, pack_sha256 })
}

/// Says at which claim or flow, so that its digits can be looked at.
fn too_large(name: &str) -> Error {
    Error::new(
        ErrorCode::TotalTooLarge,
        format!("A total at {name} has more digits than can be kept exactly; nothing was published."),
        format!("Un total, à {name}, a plus de chiffres qu’on ne peut en garder exactement ; rien n’a été publié."),
    )
}

fn read_back(policy_toml: Option<String>, streams: &[StreamRow]) -> Result<Policy, Error> {
    let Some(text) = policy_toml else { return Ok(Policy::default()) };
    let damaged = || Error::from(StoreError::damaged("a policy that was read before cannot be read again"));
    read_policy("policy.toml", text.as_bytes(), streams).policy.ok_or_else(damaged)
}

/// Disclosures that were each in order contradict each other, or what is published: the first finding says how.
fn inconsistent(findings: &[Finding]) -> Error {
    let code = ErrorCode::ReleaseInconsistent;
    let Some(first) = findings.first() else { return Error::plain(code) };
    let with = |sentence: &str, lang| format!("{sentence} {}: {}", first.file, first.message(lang));
    Error::new(code, with(code.sentence_en(), Lang::En), with(code.sentence_fr(), Lang::Fr))
}

fn release_row(
    number: i64,
    coordinator: &Coordinator,
    note: ReleaseNote,
    reckoned: &Reckoned,
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
        policy_sha256: policy_sha256(&reckoned.policy),
        policy_toml: write_policy(&reckoned.policy),
        claim_count: reckoned.facts.claims.len() as i64,
        comparison_count: reckoned.said.comparisons.len() as i64,
        gap_count: gap_count(&reckoned.said) as i64,
        doubt_count: reckoned.said.doubts.len() as i64,
    }
}
