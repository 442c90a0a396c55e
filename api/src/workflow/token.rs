//! Tokens: shown once, kept only as a hash, checked on every request.

use entity::api_token;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::actor::session;
use super::moment::Moment;
use super::session::{Operator, Right, Session};
use crate::error::{Error, ErrorCode};
use crate::store::{Act, Store, hex};

/// How every token begins, so that one left in a file or a log can be found.
const PREFIX: &str = "fl_";
/// Random bytes of a token. With 256 bits of chance, a plain SHA-256 is enough of a hash: there is nothing to guess.
const RANDOM_BYTES: usize = 32;

/// A token that was just made. The text is not kept anywhere and cannot be shown again.
#[derive(Clone, Debug)]
pub struct IssuedToken {
    /// `fl_` and 64 hexadecimal digits.
    pub text: String,
    /// Its hash, by which it is revoked.
    pub hash: String,
}

/// Makes a token for an account, with these rights at most, good until `expires`.
pub async fn issue_token(
    store: &Store,
    operator: &Operator,
    actor: &str,
    rights: &[Right],
    expires: Option<Moment>,
    at: Moment,
) -> Result<IssuedToken, Error> {
    let owner = store.actor(actor).await?.ok_or_else(|| Error::plain(ErrorCode::ActorUnknown))?;
    let mut random = [0u8; RANDOM_BYTES];
    getrandom::fill(&mut random).map_err(|cause| Error::internal(std::io::Error::other(cause.to_string())))?;
    let text = format!("{PREFIX}{}", hex(&random));
    let hash = hash(&text);
    let scopes = rights.iter().map(|right| right.as_str()).collect::<Vec<_>>().join(" ");

    let writing = store.begin().await?;
    let row = api_token::Model {
        hash: hash.clone(),
        actor: owner.id,
        scopes: scopes.clone(),
        created_at: at.to_string(),
        expires_at: expires.map(|expires| expires.to_string()),
        revoked_at: None,
    };
    writing.add_token(row).await?;
    let (at, detail) = (at.to_string(), json!({ "token": hash, "scopes": scopes }));
    writing.audit(Act { at: &at, actor: operator.code(), act: "issue_token", subject: actor, detail }).await?;
    writing.commit().await?;
    Ok(IssuedToken { text, hash })
}

/// Ends a token now.
pub async fn revoke_token(store: &Store, operator: &Operator, hash: &str, at: Moment) -> Result<(), Error> {
    let at = at.to_string();
    let writing = store.begin().await?;
    if !writing.revoke_token(hash, &at).await? {
        return Err(Error::plain(ErrorCode::TokenInvalid));
    }
    let act = Act { at: &at, actor: operator.code(), act: "revoke_token", subject: hash, detail: json!({}) };
    writing.audit(act).await?;
    Ok(writing.commit().await?)
}

/// Who holds this token, and what they may do with it.
pub async fn session_of_token(store: &Store, text: &str, at: Moment) -> Result<Session, Error> {
    let invalid = || Error::plain(ErrorCode::TokenInvalid);
    if !text.starts_with(PREFIX) {
        return Err(invalid());
    }
    // Looking a hash up tells nothing about the token by its timing: the hash is not chosen by the asker's guess.
    let (token, actor) = store.token(&hash(text)).await?.ok_or_else(invalid)?;
    let at = at.to_string();
    let ended = token.expires_at.is_some_and(|expires| expires <= at);
    if ended || token.revoked_at.is_some() {
        return Err(invalid());
    }
    session(actor, token.scopes.split(' ').filter_map(Right::from_code).collect())
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}
