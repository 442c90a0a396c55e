//! The known word that somebody probably meant.

/// The most letters that may differ, and the most in proportion to the length.
const DISTANCE_MAX: usize = 3;

/// The nearest of `known`, if one is near enough to be worth suggesting. Among equals the first in the alphabet wins.
///
/// `budget` counts comparisons down over a whole reading: a file of ten thousand misspellings must not cost minutes.
pub(crate) fn nearest<'a>(
    seen: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    budget: &mut usize,
) -> Option<&'a str> {
    let seen_folded = fold(seen);
    let length = seen_folded.len();
    if length == 0 || length > 80 {
        return None;
    }
    let limit = (length / 3).clamp(1, DISTANCE_MAX);
    let count = known.clone().count();
    // All or none: an answer must not depend on where the budget ran out.
    *budget = budget.checked_sub(count)?;
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let word_length = word.chars().count();
        if word_length.abs_diff(length) > limit {
            continue;
        }
        let distance = distance(&seen_folded, &fold(word));
        let closer = best.is_none_or(|(least, least_word)| (distance, word) < (least, least_word));
        if distance <= limit && closer {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// True where no more than so many letters differ.
pub(crate) fn distance_within(left: &str, right: &str, letters_max: usize) -> bool {
    let (left, right) = (fold(left), fold(right));
    left.len().abs_diff(right.len()) <= letters_max && distance(&left, &right) <= letters_max
}

/// Case and the usual joiners do not count.
fn fold(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '_' | ' ') { '-' } else { c }).collect()
}

/// Letters to add, drop, change, or swap with a neighbour (optimal string alignment).
pub(crate) fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let changed = last[column] + usize::from(letter != other);
            let mut least = changed.min(last[column + 1] + 1).min(line[column] + 1);
            let swapped = row > 0 && column > 0 && *letter == right[column - 1] && left[row - 1] == *other;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut last, line);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        let known = ["sl-koidu", "sl-koryardu", "zw-marange"];
        let mut budget = 1_000;
        assert_eq!(nearest("sl-kiodu", known.into_iter(), &mut budget), Some("sl-koidu"));
        assert_eq!(nearest("SL_Koidu", known.into_iter(), &mut budget), Some("sl-koidu"));
        assert_eq!(nearest("zw-marenge", known.into_iter(), &mut budget), Some("zw-marange"));
        assert_eq!(nearest("lesotho", known.into_iter(), &mut budget), None);
        assert_eq!(nearest("sl-kiodu", known.into_iter(), &mut 0), None);
    }
}
