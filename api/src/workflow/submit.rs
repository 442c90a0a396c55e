//! Sending a disclosure in: a whole pack, or a file of claims against the registries that are published.
//!
//! All or nothing: with a finding that must be fixed, nothing is kept. The same bytes sent again are the same disclosure.

use std::collections::BTreeMap;

use entity::{disclosure, document};
use intake::{
    ClaimRow, CountryRow, ExampleRow, Finding, Limits, MineRow, Pack, PackFiles, PartyRow, RateRow, ReadClaims,
    ReadPack, Registry, RemarkRow, RuleRow, SourceRow, StreamRow, TableRow, read_claims, read_pack, write_policy,
};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::moment::Moment;
use super::session::Member;
use crate::error::Error;
use crate::store::{Act, DisclosureState, NewClaims, NewDocument, Store, Writing, hex};

/// The files of a pack that are read, and therefore kept, in the order of their names.
const PACK_FILES: [&str; 12] = [
    ClaimRow::FILE,
    CountryRow::FILE,
    ExampleRow::FILE,
    MineRow::FILE,
    PartyRow::FILE,
    "policy.toml",
    "production.csv",
    RateRow::FILE,
    RemarkRow::FILE,
    RuleRow::FILE,
    SourceRow::FILE,
    StreamRow::FILE,
];

/// What became of a submission.
#[derive(Debug)]
pub struct Submitted {
    /// The disclosure; none where findings block it.
    pub disclosure: Option<disclosure::Model>,
    /// False where these bytes were sent before: the disclosure is the one of then.
    pub is_new: bool,
    /// What was noticed while reading.
    pub findings: Vec<Finding>,
}

impl Submitted {
    fn known(disclosure: disclosure::Model) -> Submitted {
        Submitted { disclosure: Some(disclosure), is_new: false, findings: Vec::new() }
    }

    fn blocked(findings: Vec<Finding>) -> Submitted {
        Submitted { disclosure: None, is_new: false, findings }
    }
}

/// Sends a whole pack in.
pub async fn submit_pack(
    store: &Store,
    member: &Member,
    files: PackFiles,
    limits: &Limits,
    at: Moment,
) -> Result<Submitted, Error> {
    let (pack, findings, files) = {
        let limits = *limits;
        let read = move || (read_pack(&files, &limits), files);
        let (ReadPack { pack, findings }, files) = super::aside(read).await?;
        (pack, findings, files)
    };
    let Some(pack) = pack else { return Ok(Submitted::blocked(findings)) };

    // From here on nobody else writes: what is found to be new stays new.
    let writing = store.begin().await?;
    if let Some(known) = store.disclosure_of_document(&pack.pack_sha256).await? {
        return Ok(Submitted::known(known));
    }
    let documents = pack_documents(&files, at);
    let of_file = documents.iter().map(|new| (new.file.clone(), new.row.sha256.clone())).collect();
    let policy_toml = files.get("policy.toml").map(|_| write_policy(&pack.policy));
    let row = disclosure_row(member, "pack", &pack.pack_sha256, pack.rows.claims.len(), policy_toml, at);
    let Pack { rows, facts, .. } = &pack;

    writing.add_documents(&documents).await?;
    let id = writing.add_disclosure(row.clone(), &documents).await?;
    writing.add_pack(id, rows, facts, &of_file).await?;
    finish(writing, member, disclosure::Model { id, ..row }, findings, at).await
}

/// Sends a file of claims in, in the layout of a pack's `claims.csv`. What they refer to must be published already.
pub async fn submit_claims(
    store: &Store,
    member: &Member,
    bytes: Vec<u8>,
    limits: &Limits,
    at: Moment,
) -> Result<Submitted, Error> {
    let sha256 = hex(&Sha256::digest(&bytes));
    let writing = store.begin().await?;
    if let Some(known) = store.disclosure_of_document(&sha256).await? {
        return Ok(Submitted::known(known));
    }
    let rows = store.registries().await?;
    let taken = store.claim_ids_taken().await?;
    let limits = *limits;
    let read = move || {
        let taken = taken.iter().map(String::as_str);
        let registry = Registry::new(&rows.countries, &rows.mines, &rows.parties, &rows.streams, &rows.sources, taken);
        let read = read_claims(ClaimRow::FILE, &bytes, &registry, &limits);
        (read, rows.countries, bytes)
    };
    let (read, countries, bytes) = super::aside(read).await?;
    if read.is_blocked() || read.claims.is_empty() {
        return Ok(Submitted::blocked(read.findings));
    }
    let ReadClaims { claims, values, findings } = read;

    let public_name = format!("claims-{}.csv", &sha256[..8]);
    let document = new_document(ClaimRow::FILE, &public_name, "text/csv", "claims", bytes, at);
    let documents = BTreeMap::from([(ClaimRow::FILE.to_owned(), sha256.clone())]);
    let row = disclosure_row(member, "pack_claims", &sha256, claims.len(), None, at);
    let new = NewClaims { rows: &claims, values: &values, countries: &countries, documents: &documents };

    writing.add_documents(std::slice::from_ref(&document)).await?;
    let id = writing.add_disclosure(row.clone(), &[document]).await?;
    writing.add_claims(id, new).await?;
    finish(writing, member, disclosure::Model { id, ..row }, findings, at).await
}

async fn finish(
    writing: Writing,
    member: &Member,
    row: disclosure::Model,
    findings: Vec<Finding>,
    at: Moment,
) -> Result<Submitted, Error> {
    let detail = json!({ "document": row.document_sha256, "kind": row.kind, "claims": row.claim_count });
    let at = at.to_string();
    writing.audit(Act { at: &at, actor: member.code(), act: "submit", subject: &row.code, detail }).await?;
    writing.commit().await?;
    Ok(Submitted { disclosure: Some(row), is_new: true, findings })
}

/// The list of a pack's files, then the files. The list is what `sha256sum` prints, and its own digest is the pack's.
fn pack_documents(files: &PackFiles, at: Moment) -> Vec<NewDocument> {
    let mut list = String::new();
    let mut documents = Vec::new();
    for name in PACK_FILES {
        let Some(bytes) = files.get(name) else { continue };
        let (media_type, kind) = match name {
            "policy.toml" => ("application/toml", "policy"),
            "claims.csv" | "production.csv" => ("text/csv", "claims"),
            _ => ("text/csv", "registry"),
        };
        let document = new_document(name, name, media_type, kind, bytes.to_vec(), at);
        list.push_str(&format!("{}  {name}\n", document.row.sha256));
        documents.push(document);
    }
    documents.insert(0, new_document("SHA256SUMS", "SHA256SUMS", "text/plain", "manifest", list.into_bytes(), at));
    documents
}

fn new_document(
    file: &str,
    public_name: &str,
    media_type: &str,
    kind: &str,
    bytes: Vec<u8>,
    at: Moment,
) -> NewDocument {
    let row = document::Model {
        sha256: hex(&Sha256::digest(&bytes)),
        public_name: public_name.to_owned(),
        media_type: media_type.to_owned(),
        byte_count: bytes.len() as i64,
        received_at: at.to_string(),
        kind: kind.to_owned(),
        first_release: None,
    };
    NewDocument { file: file.to_owned(), row, bytes }
}

fn disclosure_row(
    member: &Member,
    kind: &str,
    sha256: &str,
    claim_count: usize,
    policy_toml: Option<String>,
    at: Moment,
) -> disclosure::Model {
    disclosure::Model {
        id: 0,
        code: reconcile::code('D', sha256),
        document_sha256: sha256.to_owned(),
        kind: kind.to_owned(),
        state: DisclosureState::Submitted.as_str().to_owned(),
        submitted_by: member.code().to_owned(),
        organisation: member.0.organisation.clone(),
        submitted_at: at.to_string(),
        claim_count: claim_count as i64,
        policy_toml,
        reviewed_by: None,
        reviewed_at: None,
        return_reason: None,
        harm_check: None,
        release: None,
    }
}
