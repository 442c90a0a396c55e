//! `F14` becomes a row and a column.

use super::super::build::{COLUMNS_MAX, ROWS_MAX};
use super::super::sheet::Merged;

/// Row from 1 and column from 0 of a cell's name. `$F$14` is one too.
pub(crate) fn cell(name: &str) -> Option<(u32, u32)> {
    let (mut column, mut row, mut in_digits) = (0_u32, 0_u32, false);
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if !in_digits => {
                column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                if column > COLUMNS_MAX {
                    return None;
                }
            }
            b'0'..=b'9' if column > 0 => {
                in_digits = true;
                row = row * 10 + u32::from(byte - b'0');
                if row > ROWS_MAX {
                    return None;
                }
            }
            b'$' => {}
            _ => return None,
        }
    }
    (row > 0).then(|| (row, column - 1))
}

/// The rectangle of `B2:D5`; a single cell is one too.
pub(super) fn rectangle(name: &str) -> Option<Merged> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let ((first_row, first_column), (last_row, last_column)) = (cell(first)?, cell(last)?);
    let in_order = first_row <= last_row && first_column <= last_column;
    in_order.then_some(Merged { first_row, first_column, last_row, last_column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_read_up_to_the_last_one() {
        assert_eq!(cell("A1"), Some((1, 0)));
        assert_eq!(cell("$F$14"), Some((14, 5)));
        assert_eq!(cell("XFD1048576"), Some((1_048_576, 16_383)));
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B", "ZZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(cell(name), None, "{name}");
        }
    }
}
