//! What a cell is marked with: the colour of its gravest finding, or that nothing is found there any more.

use crate::finding::{Finding, Severity};

/// How a cell is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mark {
    /// Something must be fixed.
    Must,
    /// Somebody should look.
    Should,
    /// It could be better.
    Could,
    /// It was marked when the file was last given back, and nothing is found there now.
    Settled,
}

impl Mark {
    /// All, the gravest first.
    pub const ALL: [Mark; 4] = [Mark::Must, Mark::Should, Mark::Could, Mark::Settled];

    /// The mark of one finding.
    pub fn of(finding: &Finding) -> Mark {
        match finding.severity() {
            Severity::MustFix => Mark::Must,
            Severity::ShouldCheck => Mark::Should,
            Severity::CouldImprove => Mark::Could,
        }
    }

    /// Its colour as a spreadsheet writes it: light, so that black letters stay readable, and apart in lightness too.
    pub fn colour(self) -> &'static str {
        match self {
            Mark::Must => "FFF4A6A0",
            Mark::Should => "FFFFE08A",
            Mark::Could => "FFCFE8FC",
            Mark::Settled => "FFD9EAD3",
        }
    }
}
