//! Number formats: which of them show a date, and the codes behind the numbers that need none.

/// The code of a format that workbooks name by number alone. The general one has none.
pub(super) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "$#,##0;($#,##0)",
        7 | 8 => "$#,##0.00;($#,##0.00)",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "m/d/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yyyy h:mm",
        // Dates whose form depends on the language of the program.
        27..=31 | 36 | 50..=58 => "yyyy-mm-dd",
        37 | 38 => "#,##0;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        41 | 43 => "#,##0.00;(#,##0.00);-",
        42 | 44 => "$#,##0.00;($#,##0.00);-",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}

/// True where a format shows a day, a month or a year. A time of day alone, or a span of hours, is no date.
pub(super) fn is_date(code: &str) -> bool {
    // Other sections are for negative numbers and for texts.
    let mut characters = code.chars();
    let (mut day_or_year, mut month, mut time) = (false, false, false);
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => {
                let _ = characters.by_ref().find(|other| *other == '"');
            }
            '[' => {
                let _ = characters.by_ref().find(|other| *other == ']');
            }
            '\\' | '_' | '*' => {
                let _ = characters.next();
            }
            'd' | 'D' | 'y' | 'Y' => day_or_year = true,
            'm' | 'M' => month = true,
            'h' | 'H' | 's' | 'S' => time = true,
            // A section of digits is a number, whatever letters stand beside them; `0` after seconds is their fraction.
            '#' | '?' | '@' => return false,
            'G' | 'g' if characters.as_str().starts_with("eneral") => return false,
            _ => {}
        }
    }
    // `AM/PM` has an M and stands beside hours.
    day_or_year || (month && !time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_and_times() {
        for code in ["m/d/yyyy", "d-mmm-yy", "mmmm", "[$-409]d\\ mmm", "yyyy\\-mm\\-dd;@", "dd/mm/yyyy h:mm"] {
            assert!(is_date(code), "{code}");
        }
        for code in ["General", "0.00", "#,##0 \"dollars\"", "[$USD] #,##0", "h:mm", "mm:ss.0", "@", "[Red]0", "0\\d"] {
            assert!(!is_date(code), "{code}");
        }
        assert!(is_date("[Red]d/m/yy"));
    }
}
