//! The one place where a binary float is looked at: to take the noise out of digits that another program made from one.
//!
//! Spreadsheet programs keep numbers as 64-bit floats and write up to 17 digits of them, so that `1234.56` may be stored
//! as `1234.5599999999999`. Both spellings name the same float, and the shortest spelling of it is what was typed.
//! Nothing is computed: a float is made from the text, and the shortest text that makes the same float is taken.

/// The shortest digits that name the same 64-bit float, written without exponent.
#[expect(clippy::disallowed_types, reason = "compares two spellings of one stored float; no amount is computed")]
pub(super) fn shortest(digits: &str) -> Option<String> {
    let double: f64 = digits.parse().ok()?;
    double.is_finite().then(|| double.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_goes_and_digits_that_were_computed_stay() {
        assert_eq!(shortest("1234.5599999999999").as_deref(), Some("1234.56"));
        assert_eq!(shortest("0.10000000000000001").as_deref(), Some("0.1"));
        assert_eq!(shortest("98083.62434000001").as_deref(), Some("98083.62434000001"));
        assert_eq!(shortest("1e999"), None);
    }
}
