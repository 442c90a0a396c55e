//! Every list that a field of the API pages through.

mod claims;
mod comparisons;
mod gaps;
mod registries;

pub use claims::{ClaimFilter, ClaimList, ClaimSort};
pub use comparisons::{ComparisonFilter, ComparisonList, ComparisonSort, ComparisonsOf};
pub use gaps::{GapFilter, GapList, GapSort};
pub use registries::{
    CountryList, DocumentList, DoubtList, MineList, PartyList, ReleaseList, RuleList, RulesOf, StreamList,
};
