//! Words as they are compared: without accents, in small letters, with single spaces.

/// A letter without its accent, small. One character stays one character, so that positions can be kept.
pub(crate) fn fold(c: char) -> char {
    match c {
        c if c.is_ascii_whitespace() => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' => 'a',
        'ç' | 'Ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A whole text folded, its spaces single and none around it.
pub(crate) fn folded(text: &str) -> String {
    let folded: String = text.chars().map(fold).collect();
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Without spaces around it, and without the invisible characters that copying from a page leaves there.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
    })
}

/// A text that may begin with one of many phrases: its first letter is folded once, and most phrases have another.
#[derive(Clone, Copy)]
pub(crate) struct Opening<'t> {
    text: &'t str,
    first: Option<char>,
    folded: Option<char>,
}

impl<'t> Opening<'t> {
    pub fn new(text: &'t str) -> Opening<'t> {
        let first = text.chars().next();
        Opening { text, first, folded: first.map(fold) }
    }

    /// What is left after a phrase that the text begins with. A word ends where its letters end; a sign ends at once.
    pub fn after(self, phrase: &str, exact: bool) -> Option<&'t str> {
        if phrase.chars().next() != if exact { self.first } else { self.folded } {
            return None;
        }
        let mut rest = self.text.chars();
        for expected in phrase.chars() {
            let c = rest.next()?;
            if c != expected && (exact || fold(c) != expected) {
                return None;
            }
        }
        let rest = rest.as_str();
        let ends_in_a_letter = phrase.ends_with(char::is_alphanumeric);
        let goes_on = rest.starts_with(char::is_alphanumeric);
        (!(ends_in_a_letter && goes_on)).then_some(rest)
    }
}
