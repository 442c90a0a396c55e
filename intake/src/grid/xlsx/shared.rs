//! The texts that cells share, each stored once.

use super::super::archive::{Archive, too_large};
use super::super::sheet::Texts;
use super::super::xml::{Node, Xml};
use crate::finding::{Findings, Flagged};

/// Reads all shared texts, in their order.
pub(super) fn read(archive: &Archive<'_>, part: &str, out: &mut Findings) -> Result<Texts, Flagged> {
    let mut xml = Xml::open(archive, part, out)?;
    let mut texts = Texts::default();
    loop {
        match xml.next(out)? {
            Node::Eof => {
                texts.text.shrink_to_fit();
                texts.ends.shrink_to_fit();
                return Ok(texts);
            }
            Node::Start { element, empty } if element.name() == "si" => {
                if !empty {
                    rich_text(&mut xml, &mut texts.text, out)?;
                }
                let Ok(end) = u32::try_from(texts.text.len()) else {
                    return Err(too_large(&archive.file, archive.limits, out));
                };
                texts.ends.push(end);
            }
            _ => {}
        }
    }
}

/// Adds the letters of the text that has just begun: of all its runs, without the readings of Japanese letters.
pub(super) fn rich_text(xml: &mut Xml<'_>, text: &mut String, out: &mut Findings) -> Result<(), Flagged> {
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next(out)? {
            Node::Start { empty: true, .. } | Node::Text(_) => {}
            Node::Start { element, .. } => match element.name() {
                "t" => {
                    let start = text.len();
                    xml.text_into(text, out)?;
                    unescape(text, start);
                }
                "rPh" => xml.skip(out)?,
                _ => depth += 1,
            },
            Node::End => depth -= 1,
            Node::Eof => return Ok(()),
        }
    }
    Ok(())
}

/// Excel writes letters that XML does not have as `_x000D_`.
pub(super) fn unescape(text: &mut String, start: usize) {
    if !text[start..].contains("_x") {
        return;
    }
    let escaped = text.split_off(start);
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find("_x") {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let letter = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let letter = letter.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                text.push(letter);
                rest = &rest[7..];
            }
            None => {
                text.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escaped_letters_become_letters_and_the_rest_stays() {
        for (written, read) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("max_x", "max_x"),
            ("_xé000_", "_xé000_"),
            ("_x00é_", "_x00é_"),
        ] {
            let mut text = format!("before {written}");
            unescape(&mut text, 7);
            assert_eq!(text, format!("before {read}"));
        }
    }
}
