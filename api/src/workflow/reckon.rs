//! From rows to verdicts. Pure, and on a thread of its own: what it finds it tells batch by batch.
//!
//! Where nothing but claims and remarks is new since the release before, only what these touch is reckoned again.

use std::collections::BTreeSet;

use intake::{
    Assembled, Finding, Lang, PackRows, StreamRow, assemble, pack_sha256, policy_sha256, read_policy, write_pack,
    write_policy,
};
use reconcile::example::{Example, Worked, work};
use reconcile::{
    Besides, Change, ClaimId, Facts, Plots, Policy, Reconciliation, TooLarge, TooLargeAt, Touched, reconcile_each,
};
use tokio::sync::mpsc::Sender;

use crate::error::{Error, ErrorCode};
use crate::store::{BesidesRows, ComparisonRows, Counts, News, Recorder, Replaced, StoreError};

/// What the release before said it was reckoned by, and what is new since.
pub(super) struct Earlier {
    pub(super) policy_toml: String,
    pub(super) news: News,
}

/// What is told while it is reckoned: first what it replaces, then the comparisons.
pub(super) enum Told {
    Replaces(Replaced),
    Comparisons(ComparisonRows),
}

/// What a release says besides the comparisons that were told.
pub(super) struct Reckoned {
    pub(super) besides: BesidesRows,
    /// Of what was told, not of the whole release where that `is_partial`.
    pub(super) counts: Counts,
    pub(super) is_partial: bool,
    pub(super) claim_count: i64,
    pub(super) pack_sha256: String,
    pub(super) policy_sha256: String,
    pub(super) policy_toml: String,
}

/// Why reckoning stopped early.
enum Stopped {
    TooLarge(TooLargeAt),
    /// Nobody writes any more.
    Unheard,
}

impl From<TooLargeAt> for Stopped {
    fn from(at: TooLargeAt) -> Stopped {
        Stopped::TooLarge(at)
    }
}

/// The same rows and policy give the same release, whatever it builds on.
pub(super) fn reckon(
    rows: PackRows,
    policy_toml: Option<String>,
    number: i64,
    earlier: Option<Earlier>,
    told: &Sender<Told>,
) -> Result<Reckoned, Error> {
    let Assembled { facts, examples, rows, .. } = assemble(rows).map_err(|findings| inconsistent(&findings))?;
    let policy = read_back(policy_toml, &rows.streams)?;
    let policy_toml = write_policy(&policy);
    let pack_sha256 = pack_sha256(&write_pack(&rows, &policy));
    // The facts are all that is needed from here on.
    drop(rows);
    let news = earlier.filter(|earlier| earlier.policy_toml == policy_toml).map(|earlier| earlier.news);
    let worked = examples.into_iter().map(|example| match work(&facts, &example) {
        Ok(worked) => Ok((example, worked)),
        Err(TooLarge) => Err(too_large(&example.code)),
    });
    let worked = worked.collect::<Result<Vec<_>, Error>>()?;
    let teller = Teller { facts: &facts, policy: &policy, worked: &worked, number, told };
    let said = match news.map(|news| change(&facts, &news)) {
        Some(change) => teller.tell_touched(&change),
        None => teller.tell_everything(),
    };
    let (besides, counts, is_partial) = said.map_err(|stopped| match stopped {
        Stopped::TooLarge(at) => too_large(&at.name(&facts)),
        Stopped::Unheard => Error::plain(ErrorCode::Internal),
    })?;
    Ok(Reckoned {
        besides,
        counts,
        is_partial,
        claim_count: facts.claims.len() as i64,
        pack_sha256,
        policy_sha256: policy_sha256(&policy),
        policy_toml,
    })
}

/// The claims that are new, and those of which something else is recorded, by their ranks.
fn change(facts: &Facts, news: &News) -> Change {
    let rank = |code: &String| facts.claims.binary_search_by(|claim| (*claim.code).cmp(code)).ok();
    let ids = |codes: &BTreeSet<String>| codes.iter().filter_map(rank).map(|rank| ClaimId(rank as u32)).collect();
    let added: Vec<ClaimId> = ids(&news.claims);
    let mut remarked: Vec<ClaimId> = ids(&news.remarked);
    remarked.retain(|id| added.binary_search(id).is_err());
    Change { added, remarked }
}

struct Teller<'a> {
    facts: &'a Facts,
    policy: &'a Policy,
    /// The examples of rules, worked anew for every release: they are few.
    worked: &'a [(Example, Worked)],
    number: i64,
    told: &'a Sender<Told>,
}

/// The rows besides the comparisons, how much was said, and whether that is only a part of the release.
type Said = (BesidesRows, Counts, bool);

impl Teller<'_> {
    fn tell_everything(&self) -> Result<Said, Stopped> {
        self.tell(Told::Replaces(Replaced::Everything))?;
        let mut recorder = Recorder::new(self.facts, self.number);
        let besides = reconcile_each(self.facts, self.policy, |own| match recorder.comparison(own) {
            Some(rows) => self.tell(Told::Comparisons(rows)),
            None => Ok(()),
        })?;
        self.finish(recorder, &besides, false)
    }

    /// Only what the change touches, unless that is most of it.
    fn tell_touched(&self, change: &Change) -> Result<Said, Stopped> {
        let before = change.without_added(self.facts);
        let plots = Plots::new(&before);
        let touched: Touched<'_> = plots.touched(self.facts, change);
        if touched.claims.len() > self.facts.claims.len() / 2 {
            return self.tell_everything();
        }
        self.tell(Told::Replaces(Replaced::by(self.facts, &touched)))?;
        let Reconciliation { comparisons, doubts, sums, set_aside, silences } = touched.reconcile(self.policy)?;
        let mut recorder = Recorder::new(self.facts, self.number);
        for own in comparisons {
            if let Some(rows) = recorder.comparison(own) {
                self.tell(Told::Comparisons(rows))?;
            }
        }
        self.finish(recorder, &Besides { doubts, sums, set_aside, silences }, true)
    }

    fn finish(&self, recorder: Recorder<'_>, besides: &Besides, is_partial: bool) -> Result<Said, Stopped> {
        let (last, besides, counts) = recorder.finish(besides, self.worked);
        self.tell(Told::Comparisons(last))?;
        Ok((besides, counts, is_partial))
    }

    fn tell(&self, what: Told) -> Result<(), Stopped> {
        self.told.blocking_send(what).map_err(|_| Stopped::Unheard)
    }
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
