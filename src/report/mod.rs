//! A reconciliation as it is printed: JSON for machines, a text for people.

mod conversion;
pub mod json;
pub mod text;
pub mod words;
mod working;

use reconcile::{ClaimId, Facts, Scope};

/// The pack's own ids for what a scope and its figures refer to.
#[derive(Clone, Copy)]
pub struct Names<'a>(pub &'a Facts);

impl<'a> Names<'a> {
    /// The claim's id.
    pub fn claim(self, id: ClaimId) -> &'a str {
        &self.0.claim(id).code
    }

    /// The claims' ids, in their order.
    pub fn claims(self, ids: &[ClaimId]) -> Vec<&'a str> {
        ids.iter().map(|id| self.claim(*id)).collect()
    }

    /// The mine's id.
    pub fn mine(self, scope: &Scope) -> Option<&'a str> {
        scope.mine.map(|id| &*self.0.mine(id).code)
    }

    /// The payer's id.
    pub fn payer(self, scope: &Scope) -> Option<&'a str> {
        scope.payer.map(|id| &*self.0.party(id).code)
    }

    /// The recipient's id.
    pub fn recipient(self, scope: &Scope) -> Option<&'a str> {
        scope.recipient.map(|id| &*self.0.party(id).code)
    }
}
