//! Why no public copy can be made. The original is then kept sealed.

use std::sync::Arc;

use crate::finding::{Code, Finding, Findings, Spot};
use crate::grid::FileKind;

/// The reason, before it is told as a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The file ends before it is whole.
    Cut,
    /// A part says something impossible.
    Damaged,
    /// More parts, pages or bytes than the limits allow.
    TooMuch,
    /// A way of packing that we do not take apart.
    Unknown,
    /// A password or an encryption.
    Locked,
    /// Something personal would have stayed.
    Unclean,
}

/// What may be refused.
pub(super) type Outcome<T> = Result<T, Refusal>;

impl Refusal {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Refusal::Cut => ("it is cut off", "il est coupé"),
            Refusal::Damaged => ("a part of it leads nowhere", "une de ses parties ne mène nulle part"),
            Refusal::TooMuch => ("it has more parts than are read", "il a plus de parties qu’il n’en est lu"),
            Refusal::Unknown => {
                ("a part is packed in a way that is not read", "une partie est codée d’une façon qui n’est pas lue")
            }
            Refusal::Locked => ("it is locked", "il est protégé"),
            Refusal::Unclean => {
                ("not everything personal could be removed", "tout ce qui est personnel n’a pu être retiré")
            }
        }
    }

    /// What a person is told of it.
    pub fn finding(self, file: &Arc<str>, kind: FileKind) -> Finding {
        let ((kind, kind_fr), (reason, reason_fr)) = (kind.words(), self.words());
        let details = [("kind", kind), ("kind_fr", kind_fr), ("reason", reason), ("reason_fr", reason_fr)];
        let code = if self == Refusal::Locked { Code::EvidenceLocked } else { Code::EvidenceUnreadable };
        Findings::only(Spot::file(file), "", code, details.map(|(name, text)| (name, text.to_owned())).to_vec())
    }
}
