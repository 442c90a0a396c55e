//! The canonical order of rows, and ids that are there once.

use crate::finding::{Code, Findings};
use crate::sheet::Sheet;
use crate::table::TableRow;

/// Sorts rows by their id, and takes out those whose id is missing or was seen before, each with its finding.
pub(crate) fn by_id<'s, R: TableRow>(rows: &mut Vec<R>, sheet: impl Fn(&R) -> &'s Sheet, out: &mut Findings) {
    let name = R::COLUMNS[0].name;
    rows.retain(|row| {
        let found = row.get(0).is_some();
        if !found && !sheet(row).lacks(name) {
            out.flag(sheet(row).spot(row.at(), name), "", Code::ValueMissing, Vec::new());
        }
        found
    });
    sort(rows);
    // Neighbours of one id: the first stays, and the others name its line.
    rows.dedup_by(|later, earlier| {
        let repeated = later.get(0) == earlier.get(0);
        if repeated {
            let spot = sheet(later).spot(later.at(), name);
            let details = vec![("first", earlier.at().line.to_string())];
            out.flag(spot, later.get(0).unwrap_or_default(), Code::IdRepeated, details);
        }
        repeated
    });
}

/// Sorts rows by id and line. Rows are large: keys are sorted in their place, and each row is moved once.
fn sort<R: TableRow>(rows: &mut Vec<R>) {
    let mut keys: Vec<(&str, u32, usize)> =
        rows.iter().enumerate().map(|(index, row)| (row.get(0).unwrap_or_default(), row.at().line, index)).collect();
    if keys.is_sorted() {
        return;
    }
    keys.sort_unstable();
    let order: Vec<usize> = keys.into_iter().map(|(_, _, index)| index).collect();
    let mut taken: Vec<Option<R>> = std::mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.into_iter().filter_map(|index| taken[index].take()));
}
