//! Short codes that people can say over a telephone: they are computed from what they name and never change.

use sha2::{Digest, Sha256};

use crate::said::Question;

/// Crockford's alphabet: no I, L, O, U, so nothing is misread or misheard.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Ten letters are fifty bits: among two million names a collision has a chance of one in five hundred.
const LETTERS: usize = 10;

/// A code such as `G-7KQ2M-9XD4T-5`: a letter for the kind, ten letters, and one that checks them.
///
/// `name` is what the code stands for, written without ambiguity; equal names give equal codes for ever.
pub fn code(kind: char, name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let mut bits = u64::from_be_bytes(std::array::from_fn(|index| digest[index])) >> (64 - 5 * LETTERS);
    let mut letters = [0u8; LETTERS];
    for letter in letters.iter_mut().rev() {
        *letter = (bits & 31) as u8;
        bits >>= 5;
    }
    written(kind, &letters, check_letter(&letters))
}

/// The code of a gap: one question of one comparison. It never changes for these.
pub fn gap_code(comparison: &str, question: Question) -> String {
    code('G', &format!("{comparison} {question}"))
}

/// Kind, two groups of five letters, and the check letter.
fn written(kind: char, letters: &[u8], check: char) -> String {
    let mut text = String::with_capacity(LETTERS + 5);
    text.push(kind);
    for group in letters.chunks(LETTERS / 2) {
        text.push('-');
        text.extend(group.iter().map(|letter| char::from(ALPHABET[usize::from(*letter)])));
    }
    text.push('-');
    text.push(check);
    text
}

/// The check letter: weighted sum modulo 31, which sees any one wrong letter and any two neighbours exchanged.
fn check_letter(letters: &[u8]) -> char {
    let sum: usize = letters.iter().enumerate().map(|(index, letter)| (index + 1) * usize::from(*letter)).sum();
    char::from(ALPHABET[sum % 31])
}

/// What was typed, as a code: case, spaces and look-alikes (`O`, `I`, `L`) forgiven; `None` if the check letter disagrees.
pub fn read_code(typed: &str) -> Option<String> {
    let cleaned: Vec<char> = typed.trim().to_ascii_uppercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let (kind, rest) = cleaned.split_first()?;
    if rest.len() != LETTERS + 1 {
        return None;
    }
    let mut letters = Vec::with_capacity(rest.len());
    for letter in rest {
        let letter = match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => *other,
        };
        letters.push(ALPHABET.iter().position(|known| char::from(*known) == letter)? as u8);
    }
    let (body, check) = letters.split_at(LETTERS);
    if check_letter(body) != char::from(ALPHABET[usize::from(check[0])]) {
        return None;
    }
    Some(written(*kind, body, char::from(ALPHABET[usize::from(check[0])])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_people_type_it() {
        let written = code('G', "zw-csot-pledge-2012");
        assert_eq!(read_code(&written).as_deref(), Some(written.as_str()));
        assert_eq!(read_code(&written.to_lowercase().replace('-', " ")), Some(written));
    }

    #[test]
    fn one_wrong_letter_is_noticed() {
        let written = code('C', "some claim");
        let mut seen = 0;
        for (index, letter) in written.char_indices().skip(2).filter(|(_, letter)| *letter != '-') {
            for other in ALPHABET.iter().map(|byte| char::from(*byte)).filter(|other| *other != letter) {
                let mut typo: Vec<char> = written.chars().collect();
                typo[index] = other;
                let typo: String = typo.into_iter().collect();
                seen += usize::from(read_code(&typo).is_some_and(|read| read != written));
            }
        }
        // Letters 0 and Z differ by 31, which the sum cannot see.
        assert!(seen <= 11, "{seen} typing errors passed");
    }
}
