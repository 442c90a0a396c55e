//! Between the rows that packs hold and the rows that tables hold. Both are the pack's own strings; an empty cell is
//! `None` here and NULL there, and comes back as it went.

mod claim;
mod registry;

pub(super) use claim::{ReadClaim, ReadRemark, claim_row, from_claim_row, from_remark_row, remark_row};
pub(super) use registry::*;

/// A cell that the check has found filled; the table does not take NULL for it.
fn must(cell: &Option<String>) -> String {
    cell.clone().unwrap_or_default()
}

/// The cell again.
fn may(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// `yes` is true; the check lets nothing else than `yes` and `no` pass.
fn flag(cell: &Option<String>) -> bool {
    cell.as_deref() == Some("yes")
}

/// The word again.
fn word(flag: bool) -> Option<String> {
    Some(if flag { "yes" } else { "no" }.to_owned())
}
