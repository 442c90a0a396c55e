//! The audit log: every act, in order, each line holding the hash of the one before.
//!
//! The tables refuse `UPDATE` and `DELETE`; the chain shows what somebody did who went around them.

use entity::audit_log;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Store, StoreError, Writing};

/// What the first line holds in place of the hash of the line before.
const BEFORE_THE_FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// How many lines are read at a time when the chain is checked.
const PAGE: u64 = 1_000;

/// An act, as the log keeps it.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// When, RFC 3339.
    pub at: &'a str,
    /// Code of the actor.
    pub actor: &'a str,
    /// A word, such as `submit`.
    pub act: &'static str,
    /// What it was done to: a public code or a number.
    pub subject: &'a str,
    /// What else is worth keeping; never the content of a document.
    pub detail: serde_json::Value,
}

/// What checking the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditState {
    /// Every line follows from the one before.
    Whole {
        /// How many lines there are.
        lines: i64,
    },
    /// The chain breaks: this line, or the one before it, was changed or removed.
    Broken {
        /// Number of the first line that does not follow.
        line: i64,
    },
}

/// What a line's hash is computed over, in this order, as JSON without spaces.
#[derive(Serialize)]
struct Hashed<'a> {
    number: i64,
    at: &'a str,
    actor: &'a str,
    act: &'a str,
    subject: &'a str,
    detail: &'a str,
    prev_hash: &'a str,
}

impl Hashed<'_> {
    fn hash(&self) -> Result<String, StoreError> {
        let json = serde_json::to_vec(self).map_err(|error| StoreError::damaged(format!("audit line: {error}")))?;
        Ok(hex(&Sha256::digest(json)))
    }
}

impl Writing {
    /// Adds a line. Part of the act's own transaction: what happened is logged, what is logged happened.
    pub async fn audit(&self, act: Act<'_>) -> Result<(), StoreError> {
        let last = audit_log::Entity::find().order_by_desc(audit_log::Column::Number).one(self.sql()).await?;
        let (number, prev_hash) = match last {
            Some(last) => (last.number + 1, last.hash),
            None => (1, BEFORE_THE_FIRST.to_owned()),
        };
        let detail = act.detail.to_string();
        let Act { at, actor, act, subject, .. } = act;
        let hash = Hashed { number, at, actor, act, subject, detail: &detail, prev_hash: &prev_hash }.hash()?;
        let line = audit_log::Model {
            number,
            at: at.to_owned(),
            actor: actor.to_owned(),
            act: act.to_owned(),
            subject: subject.to_owned(),
            detail,
            prev_hash,
            hash,
        };
        audit_log::Entity::insert(line.into_active_model()).exec_without_returning(self.sql()).await?;
        Ok(())
    }
}

impl Store {
    /// Checks the chain from its first line. A log whose last lines are gone looks whole: keep its latest hash elsewhere
    /// to notice that.
    pub async fn verify_audit(&self) -> Result<AuditState, StoreError> {
        let (mut number, mut prev_hash) = (0, BEFORE_THE_FIRST.to_owned());
        loop {
            let lines = audit_page(self.reader(), number).await?;
            if lines.is_empty() {
                return Ok(AuditState::Whole { lines: number });
            }
            for line in lines {
                let hashed = Hashed {
                    number: number + 1,
                    at: &line.at,
                    actor: &line.actor,
                    act: &line.act,
                    subject: &line.subject,
                    detail: &line.detail,
                    prev_hash: &prev_hash,
                };
                if line.number != number + 1 || line.prev_hash != prev_hash || line.hash != hashed.hash()? {
                    return Ok(AuditState::Broken { line: line.number });
                }
                (number, prev_hash) = (line.number, line.hash);
            }
        }
    }
}

async fn audit_page(database: &impl ConnectionTrait, after: i64) -> Result<Vec<audit_log::Model>, StoreError> {
    let page = audit_log::Entity::find()
        .filter(audit_log::Column::Number.gt(after))
        .order_by_asc(audit_log::Column::Number)
        .limit(PAGE);
    Ok(page.all(database).await?)
}

/// Bytes in lowercase hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}
