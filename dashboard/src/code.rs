//! Public codes as people type them: `g 7kq2m 9xd4t 5` is `G-7KQ2M-9XD4T-5`. The last letter checks the ten before it.

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 10;

/// What was typed, read as a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A code whose check letter fits, as it is written.
    Fits(String),
    /// It has the shape of a code, but its check letter does not fit: a letter was misread.
    Misread,
    /// It does not look like a code.
    NoCode,
}

/// Reads a code; case, spaces, dashes and look-alikes (`O`, `I`, `L`) are forgiven.
pub fn read(typed: &str) -> Reading {
    let letters: Vec<char> = typed.to_ascii_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let Some((kind, rest)) = letters.split_first() else { return Reading::NoCode };
    if rest.len() != LETTERS + 1 || !kind.is_ascii_alphabetic() {
        return Reading::NoCode;
    }
    let values: Option<Vec<usize>> = rest.iter().map(|letter| value(*letter)).collect();
    let Some(values) = values else { return Reading::Misread };
    let (body, check) = values.split_at(LETTERS);
    let sum: usize = body.iter().enumerate().map(|(index, value)| (index + 1) * value).sum();
    if check != [sum % 31] {
        return Reading::Misread;
    }
    let text = |part: &[usize]| part.iter().map(|value| char::from(ALPHABET[*value])).collect::<String>();
    Reading::Fits(format!("{kind}-{}-{}-{}", text(&body[..5]), text(&body[5..]), text(check)))
}

fn value(letter: char) -> Option<usize> {
    let letter = match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        // 1·1 + 2·2 + … + 10·10 = 385 = 12·31 + 13: D.
        let fits = Reading::Fits("G-12345-6789A-D".to_owned());
        for typed in ["G-12345-6789A-D", "g 12345 6789a d", "gL23456789Ad"] {
            assert_eq!(read(typed), fits, "{typed}");
        }
    }

    #[test]
    fn a_misread_letter_is_told_from_no_code() {
        assert_eq!(read("G-12345-6789B-D"), Reading::Misread);
        assert_eq!(read("G-1234U-6789A-D"), Reading::Misread);
        assert_eq!(read("marange"), Reading::NoCode);
        assert_eq!(read(""), Reading::NoCode);
        assert_eq!(read("écart-12345-6789A"), Reading::NoCode);
    }
}
