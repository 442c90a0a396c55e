//! References that must not lead back to where they began.

use std::collections::HashMap;

use reconcile::{Remark, RemarkKind};

use crate::assemble::cycles::{circle, cycles};
use crate::assemble::{Index, Registry, Sheets};
use crate::finding::{Code, Findings};
use crate::rows::{PackRows, RemarkRow};
use crate::sheet::Sheet;
use crate::table::TableRow;

/// Remarks that must not form a circle, in families that hang together.
const FAMILIES: [&[RemarkKind]; 4] = [
    &[RemarkKind::PartOf, RemarkKind::SomeOf],
    &[RemarkKind::SameMoney],
    &[RemarkKind::InstalmentOf],
    &[RemarkKind::ComparedWith],
];

/// Flags circles among parties, mines and shared rules.
pub(crate) fn check_parents(
    rows: &PackRows,
    registry: &Registry<'_>,
    rules: &Index<'_>,
    sheets: &Sheets,
    out: &mut Findings,
) {
    let parents = (Code::ParentCycle, "parent_id");
    tree(&rows.parties, &sheets.parties, &registry.parties, |row| row.parent_id.as_deref(), parents, out);
    tree(&rows.mines, &sheets.mines, &registry.mines, |row| row.parent_id.as_deref(), parents, out);
    tree(&rows.rules, &sheets.rules, rules, |row| row.share_of.as_deref(), (Code::ShareCycle, "share_of"), out);
}

fn tree<R: TableRow>(
    rows: &[R],
    sheet: &Sheet,
    index: &Index<'_>,
    up: impl Fn(&R) -> Option<&str>,
    (code, column): (Code, &'static str),
    out: &mut Findings,
) {
    let edges =
        |node: usize| up(&rows[node]).and_then(|id| index.rank(id)).map(|rank| rank as usize).into_iter().collect();
    for cycle in cycles(rows.len(), edges) {
        let first = &rows[cycle[0]];
        let text = circle(cycle.iter().map(|node| rows[*node].get(0).unwrap_or_default()));
        out.flag(sheet.spot(first.at(), column), up(first).unwrap_or_default(), code, vec![("cycle", text)]);
    }
}

/// Flags circles among remarks: parts that contain their whole.
pub(crate) fn check_remarks(remarks: &[(Remark, RemarkRow)], rows: &PackRows, sheets: &Sheets, out: &mut Findings) {
    for family in FAMILIES {
        let mut edges: HashMap<usize, Vec<usize>> = HashMap::new();
        for (remark, _) in remarks.iter().filter(|(remark, _)| family.contains(&remark.kind)) {
            edges.entry(remark.claim.index()).or_default().extend(remark.others.iter().map(|other| other.index()));
        }
        if edges.is_empty() {
            continue;
        }
        for cycle in cycles(rows.claims.len(), |node| edges.get(&node).cloned().unwrap_or_default()) {
            let text = circle(cycle.iter().map(|node| rows.claims[*node].id.as_deref().unwrap_or_default()));
            let first =
                remarks.iter().find(|(remark, _)| remark.claim.index() == cycle[0] && family.contains(&remark.kind));
            if let Some((remark, row)) = first {
                let details = vec![("kind", remark.kind.to_string()), ("cycle", text)];
                let seen = row.value.as_deref().unwrap_or_default();
                out.flag(sheets.remarks.spot(row.at, "value"), seen, Code::RemarkCycle, details);
            }
        }
    }
}
