//! Where a sum or a product has more digits than can be kept: so that whoever wrote the figure can look at it.

use crate::amount::TooLarge;
use crate::facts::{ClaimId, Facts};
use crate::outcome::Scope;
use crate::period::Span;

/// A sum or product with more digits than can be kept exactly, and where it was met.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sum or product has more digits than can be kept exactly")]
pub enum TooLargeAt {
    /// While a claim was held against others.
    Claim(ClaimId),
    /// While a flow was compared.
    Flow(Box<Scope>),
}

impl TooLargeAt {
    /// At a claim.
    pub(crate) fn claim(id: ClaimId) -> impl Fn(TooLarge) -> TooLargeAt {
        move |TooLarge| TooLargeAt::Claim(id)
    }

    /// The claim's code, or the flow in the codes of its pack: `rent digger → council, hill, 2020-01-01..2020-12-31`.
    pub fn name(&self, facts: &Facts) -> String {
        match self {
            TooLargeAt::Claim(id) => facts.claim(*id).code.to_string(),
            TooLargeAt::Flow(scope) => flow(facts, scope),
        }
    }
}

fn flow(facts: &Facts, scope: &Scope) -> String {
    let party = |id: Option<_>| id.map_or("?", |id| &*facts.party(id).code);
    let stream = &facts.stream(scope.stream).code;
    let mut name = format!("{stream} {} → {}", party(scope.payer), party(scope.recipient));
    if let Some(mine) = scope.mine {
        name.push_str(&format!(", {}", facts.mine(mine).code));
    }
    match &scope.span {
        Span::Event(event) => name.push_str(&format!(", {event}")),
        Span::Period(period) => name.push_str(&format!(", {}..{}", period.first, period.last)),
    }
    name
}
