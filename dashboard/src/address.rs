//! Addresses of pages, as values: a page is asked for, linked to and switched to the other language through one type,
//! so a link can only lead to a page that exists, and never out of the release it is in.

use crate::lang::Lang;

/// A page, in any language, of any release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first page.
    Home,
    /// A country by its ISO code.
    Country(String),
    /// A mine by its slug.
    Mine(String),
    /// A party by its slug.
    Party(String),
    /// A gap by its code.
    Gap(String),
    /// A comparison by its code.
    Comparison(String),
    /// A claim by its code.
    Claim(String),
    /// A rule by its slug.
    Rule(String),
    /// A document by the hash of its bytes.
    Document(String),
    /// Every release.
    Releases,
    /// What one release is.
    Release(i32),
    /// How figures are compared.
    Method,
    /// How to use the data.
    Data,
    /// Where a code that was typed in leads to.
    Find,
}

/// In what form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Html,
    /// A table.
    Csv,
    /// The API's own answer.
    Json,
    /// A picture.
    Svg,
}

/// The language and the release in which someone is reading: links from a page keep both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The language.
    pub lang: Lang,
    /// The release, where it is fixed; the latest if `None`.
    pub release: Option<i32>,
}

/// A page as asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// In which language and release.
    pub reading: Reading,
    /// Which page.
    pub page: Page,
    /// In what form.
    pub form: Form,
}

impl Reading {
    /// The path of a page.
    pub fn path(self, page: &Page) -> String {
        let lang = self.lang.code();
        let rest = match page {
            Page::Release(number) => return format!("/{lang}/release/{number}"),
            Page::Home => String::new(),
            Page::Releases => "releases".to_owned(),
            Page::Method => "method".to_owned(),
            Page::Data => "data".to_owned(),
            Page::Find => "find".to_owned(),
            Page::Country(key) => format!("country/{}", escape(key)),
            Page::Mine(key) => format!("mine/{}", escape(key)),
            Page::Party(key) => format!("party/{}", escape(key)),
            Page::Gap(key) => format!("gap/{}", escape(key)),
            Page::Comparison(key) => format!("comparison/{}", escape(key)),
            Page::Claim(key) => format!("claim/{}", escape(key)),
            Page::Rule(key) => format!("rule/{}", escape(key)),
            Page::Document(key) => format!("document/{}", escape(key)),
        };
        match self.release {
            Some(number) => format!("/{lang}/release/{number}/{rest}"),
            None => format!("/{lang}/{rest}"),
        }
    }

    /// The path of a page in another form.
    pub fn path_as(self, page: &Page, form: Form) -> String {
        format!("{}{}", self.path(page), form.suffix())
    }
}

impl Form {
    fn suffix(self) -> &'static str {
        match self {
            Form::Html => "",
            Form::Csv => ".csv",
            Form::Json => ".json",
            Form::Svg => ".svg",
        }
    }
}

/// The page of a path such as `/fr/release/1/gap/G-…`; `None` if there is no such page.
pub fn read(path: &str) -> Option<Address> {
    let mut segments = path.strip_prefix('/')?.split('/').map(unescape);
    let lang = Lang::from_code(&segments.next()??)?;
    let rest: Vec<String> = segments.collect::<Option<_>>()?;
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    if let ["release", number] = rest[..] {
        let number = release_number(number)?;
        return Some(Address {
            reading: Reading { lang, release: Some(number) },
            page: Page::Release(number),
            form: Form::Html,
        });
    }
    let (release, rest) = match rest[..] {
        ["release", number, ref rest @ ..] => (Some(release_number(number)?), rest),
        ref rest => (None, rest),
    };
    let (page, form) = page(rest)?;
    Some(Address { reading: Reading { lang, release }, page, form })
}

/// A release's number as it is written: no sign, no leading nought.
fn release_number(text: &str) -> Option<i32> {
    text.parse::<i32>().ok().filter(|number| *number > 0 && number.to_string() == text)
}

fn page(segments: &[&str]) -> Option<(Page, Form)> {
    let page = match segments {
        [] | [""] => Page::Home,
        ["releases"] => Page::Releases,
        ["method"] => Page::Method,
        ["data"] => Page::Data,
        ["find"] => Page::Find,
        [kind, key] if !key.is_empty() => return thing(kind, key),
        _ => return None,
    };
    Some((page, Form::Html))
}

/// A page about one thing, with the form its suffix asks for.
fn thing(kind: &str, key: &str) -> Option<(Page, Form)> {
    let forms = [Form::Csv, Form::Json, Form::Svg];
    let (key, form) = forms
        .into_iter()
        .find_map(|form| key.strip_suffix(form.suffix()).map(|key| (key, form)))
        .unwrap_or((key, Form::Html));
    let key = key.to_owned();
    let page = match kind {
        "country" => Page::Country(key),
        "mine" => Page::Mine(key),
        "party" => Page::Party(key),
        "gap" => Page::Gap(key),
        "comparison" => Page::Comparison(key),
        "claim" => Page::Claim(key),
        "rule" => Page::Rule(key),
        "document" => Page::Document(key),
        _ => return None,
    };
    Some((page, form))
}

/// A path segment, with everything but letters, digits and `-._~` written as `%XX`.
pub fn escape(segment: &str) -> String {
    let mut escaped = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// A path segment as it was meant; `None` if it is not UTF-8.
pub fn unescape(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match (byte, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_release_has_a_page_and_a_home() {
        let reading = Reading { lang: Lang::Fr, release: Some(2) };
        let page = |path| read(path).map(|address| (address.reading, address.page));
        assert_eq!(page("/fr/release/2"), Some((reading, Page::Release(2))));
        assert_eq!(page("/fr/release/2/"), Some((reading, Page::Home)));
        assert_eq!(page("/fr/release/02/"), None);
        assert_eq!(page("/fr/release/-1"), None);
    }

    #[test]
    fn unknown_addresses_are_no_page() {
        for path in ["/", "/de/", "/en/mine", "/en/mine/", "/en/mine/a/b", "/en/secret/x", "/en//", "en/"] {
            assert_eq!(read(path), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn every_link_leads_back_to_its_page(key in "[^/]{1,20}", french: bool, release in proptest::option::of(1..900i32), kind in 0..8usize) {
            prop_assume!(![".csv", ".json", ".svg"].iter().any(|suffix| key.ends_with(suffix)));
            let make = [Page::Country, Page::Mine, Page::Party, Page::Gap, Page::Comparison, Page::Claim, Page::Rule, Page::Document];
            let reading = Reading { lang: if french { Lang::Fr } else { Lang::En }, release };
            let page = make[kind](key);
            let address = read(&reading.path(&page));
            prop_assert_eq!(address, Some(Address { reading, page, form: Form::Html }));
        }
    }
}
