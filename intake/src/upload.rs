//! One file of claims, sent by a member, against the registries that are known already.

use reconcile::Claim;

use crate::assemble::{Registry, by_id, read_claim};
use crate::check::Checker;
use crate::finding::{Code, Finding, Findings, Severity, Spot};
use crate::limits::Limits;
use crate::pack::read_claim_sheet;
use crate::rows::ClaimRow;

/// What came of reading a file of claims.
#[derive(Debug)]
pub struct ReadClaims {
    /// The rows that could be read, sorted by id. Not to be imported while [`ReadClaims::is_blocked`].
    pub claims: Vec<ClaimRow>,
    /// What each row says, in the same order. Ids are positions in the lists that the registry was built from.
    pub values: Vec<Claim>,
    /// By line and column.
    pub findings: Vec<Finding>,
}

impl ReadClaims {
    /// True where anything must be fixed first: an import is all or nothing.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::MustFix)
    }
}

/// Reads one uploaded file in the layout of `claims.csv`. Never panics and never reads beyond the limits.
pub fn read_claims(file_name: &str, bytes: &[u8], registry: &Registry<'_>, limits: &Limits) -> ReadClaims {
    let mut out = Findings::new(limits.findings);
    if bytes.len() > limits.bytes {
        let details = vec![("found", bytes.len().to_string()), ("max", limits.bytes.to_string())];
        out.flag(Spot::file(&file_name.into()), "", Code::TooManyBytes, details);
        return ReadClaims { claims: Vec::new(), values: Vec::new(), findings: out.finish() };
    }
    let (mut rows, sheet) = read_claim_sheet(file_name, bytes, limits, &mut out);
    by_id(&mut rows, |_| &sheet, &mut out);
    let (mut claims, mut values) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for row in rows {
        let mut check = Checker::new(&sheet, row.at, &mut out);
        if let Some(id) = row.id.as_deref().filter(|id| registry.claims.rank(id).is_some()) {
            check.flag("id", id, Code::IdTaken, Vec::new());
        }
        if let Ok(value) = read_claim(&row, registry, &mut check) {
            claims.push(row);
            values.push(value);
        }
    }
    ReadClaims { claims, values, findings: out.finish() }
}
