//! Whole numbers in French words, on the long scale, in the classic spelling: hyphens below a hundred only, and none
//! beside `et` (vingt et un, soixante et onze, quatre-vingt-un).

const UNITS: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const TENS: [&str; 7] = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];
/// Nouns, which take an s; `mille` does not and is told apart.
const SCALES: [&str; 10] =
    ["", "mille", "million", "milliard", "billion", "billiard", "trillion", "trilliard", "quadrillion", "quadrilliard"];

/// The words of a number given by its groups of three digits, the highest first.
pub(super) fn spell(groups: &[u16], feminine: bool) -> String {
    let mut words = Vec::new();
    for (index, group) in groups.iter().enumerate().filter(|(_, group)| **group > 0) {
        let power = groups.len() - 1 - index;
        match (power, group) {
            (0, _) => words.push(hundreds(*group, true, feminine)),
            // "Mille", never "un mille"; before it, cent and vingt stay without s: it is a number, not a noun.
            (1, 1) => words.push("mille".to_owned()),
            (1, _) => words.extend([hundreds(*group, false, false), "mille".to_owned()]),
            (_, _) => {
                let scale = SCALES.get(power).copied().unwrap_or_default();
                let plural = if *group > 1 { "s" } else { "" };
                words.extend([hundreds(*group, true, false), format!("{scale}{plural}")]);
            }
        }
    }
    if words.is_empty() { UNITS[0].to_owned() } else { words.join(" ") }
}

/// True where the number ends in a noun (`million`), so that `de` follows.
pub(super) fn ends_in_a_noun(groups: &[u16]) -> bool {
    let zeros = groups.iter().rev().take_while(|group| **group == 0).count();
    zeros >= 2 && zeros < groups.len()
}

/// One digit, for those behind the comma.
pub(super) fn digit(digit: u16) -> &'static str {
    UNITS[usize::from(digit % 10)]
}

/// `last`: nothing but a noun follows, so that `cents` and `quatre-vingts` take their s.
fn hundreds(number: u16, last: bool, feminine: bool) -> String {
    match (number / 100 % 10, number % 100) {
        (0, rest) => tens(rest, last, feminine),
        (1, 0) => "cent".to_owned(),
        (1, rest) => format!("cent {}", tens(rest, last, feminine)),
        (hundreds, 0) => format!("{} cent{}", UNITS[usize::from(hundreds)], if last { "s" } else { "" }),
        (hundreds, rest) => format!("{} cent {}", UNITS[usize::from(hundreds)], tens(rest, last, feminine)),
    }
}

fn tens(number: u16, last: bool, feminine: bool) -> String {
    let one = if feminine { "une" } else { "un" };
    let unit = |unit: u16| if unit == 1 { one } else { UNITS[usize::from(unit)] };
    match number {
        0..20 => unit(number).to_owned(),
        20..70 => match (TENS[usize::from(number / 10)], number % 10) {
            (tens, 0) => tens.to_owned(),
            (tens, 1) => format!("{tens} et {one}"),
            (tens, rest) => format!("{tens}-{}", unit(rest)),
        },
        71 => "soixante et onze".to_owned(),
        70..80 => format!("soixante-{}", unit(number - 60)),
        80 if last => "quatre-vingts".to_owned(),
        80 => "quatre-vingt".to_owned(),
        _ => format!("quatre-vingt-{}", unit(number - 80)),
    }
}
