//! Reads our own pages as a strict reader would: every tag closed, every link found, the text as it is seen.

/// A tag or a stretch of text.
pub enum Piece<'a> {
    /// `<name attributes>`, without the brackets.
    Tag(&'a str),
    /// What stands between tags.
    Text(&'a str),
}

/// Elements that have no end tag.
const VOID: [&str; 4] = ["meta", "link", "input", "br"];

/// The pieces of a page. Our pages hold neither comments nor scripts.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        pieces.push(Piece::Text(&rest[..start]));
        let end = start + rest[start..].find('>').expect("every tag ends");
        pieces.push(Piece::Tag(&rest[start + 1..end]));
        rest = &rest[end + 1..];
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// The name of a tag, without attributes and slash.
pub fn name(tag: &str) -> &str {
    tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default()
}

/// Panics unless every tag is closed where it must be, and ids are unique.
pub fn assert_well_formed(html: &str, path: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    for piece in pieces(html) {
        let Piece::Tag(tag) = piece else { continue };
        if tag.starts_with("!DOCTYPE") || VOID.contains(&name(tag)) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name(tag)), "{path}: </{}> closes something else", name(tag));
        } else {
            open.push(name(tag));
        }
        if let Some(id) = attribute(tag, "id") {
            assert!(ids.insert(id), "{path}: the id {id} stands twice");
        }
    }
    assert!(open.is_empty(), "{path}: never closed: {open:?}");
}

/// Panics unless there is one heading of the first rank and no rank is skipped.
pub fn assert_headings_in_order(html: &str, path: &str) {
    let ranks: Vec<u8> = pieces(html)
        .iter()
        .filter_map(|piece| match piece {
            Piece::Tag(tag) => match name(tag).as_bytes() {
                [b'h', rank @ b'1'..=b'6'] if !tag.starts_with('/') => Some(rank - b'0'),
                _ => None,
            },
            Piece::Text(_) => None,
        })
        .collect();
    assert_eq!(ranks.iter().filter(|rank| **rank == 1).count(), 1, "{path}: one h1");
    for pair in ranks.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{path}: h{} after h{}", pair[1], pair[0]);
    }
}

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {wanted}=\""))? + wanted.len() + 3;
    tag[start..].split('"').next()
}

/// The targets of every `<a href>`.
pub fn links(html: &str) -> Vec<String> {
    let link = |piece: &Piece<'_>| match piece {
        Piece::Tag(tag) if name(tag) == "a" => attribute(tag, "href").map(|href| href.replace("&amp;", "&")),
        _ => None,
    };
    pieces(html).iter().filter_map(link).collect()
}

/// The text as it is seen, and what is read aloud in its place.
pub fn text(html: &str) -> String {
    let main = &html[html.find("<body").unwrap_or(0)..];
    let parts = pieces(main);
    let text: Vec<&str> = parts
        .iter()
        .flat_map(|piece| match piece {
            Piece::Text(text) => vec![*text],
            Piece::Tag(tag) => ["aria-label", "data-label", "title", "placeholder"]
                .iter()
                .filter_map(|name| attribute(tag, name))
                .collect(),
        })
        .collect();
    text.join(" ").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// The text without what is for machines: what stands in `<code>` and `<pre>`.
pub fn prose(html: &str) -> String {
    let mut prose = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((start, name)) = ["<code", "<pre"].iter().filter_map(|tag| Some((rest.find(tag)?, &tag[1..]))).min()
    {
        prose.push_str(&rest[..start]);
        let end = format!("</{name}>");
        let after = rest[start..].find(&end).map_or(rest.len(), |length| start + length + end.len());
        rest = &rest[after..];
    }
    prose.push_str(rest);
    text(&prose)
}
