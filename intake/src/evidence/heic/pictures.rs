//! What a HEIC file holds, and which of it is the picture.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::boxes::{Item, Link, Location, Owned, Part, items, links, locations, owned, parts};
use crate::evidence::bytes::{be16, be32};
use crate::evidence::refusal::{Outcome, Refusal};

/// Ways in which a picture, a tile or the putting together of tiles is coded.
const PICTURES: [&[u8; 4]; 4] = [b"hvc1", b"grid", b"iden", b"iovl"];
/// Properties that are needed to show a picture. Others can hold texts, dates and names.
const PROPERTIES: [&[u8; 4]; 13] = [
    b"hvcC", b"ispe", b"pixi", b"colr", b"irot", b"imir", b"clap", b"pasp", b"auxC", b"lsel", b"clli", b"mdcv", b"a1lx",
];
/// How the second picture that says what is see-through is named.
const SEE_THROUGH: [&[u8]; 2] = [b"urn:mpeg:hevc:2015:auxid:1\0", b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"];

/// The description of a file.
pub(super) struct Pictures {
    /// The boxes of the description, in their order.
    pub boxes: Vec<Part>,
    pub items: Vec<Item>,
    pub locations: Vec<Location>,
    pub links: Vec<Link>,
    pub properties: Vec<Part>,
    pub owned: Vec<Owned>,
    /// The picture that is shown.
    pub primary: u32,
    /// It, its tiles, and what of it is see-through.
    pub kept: BTreeSet<u32>,
}

impl Pictures {
    /// Reads the description (`meta`), whose boxes begin after four bytes.
    pub fn read(bytes: &[u8], meta: &Part) -> Outcome<Pictures> {
        if meta.body.len() < 4 {
            return Err(Refusal::Cut);
        }
        let boxes = parts(bytes, meta.body.start + 4..meta.body.end)?;
        let one = |kind: &[u8; 4]| only(&boxes, kind);
        let primary = one(b"pitm")?.body.start;
        let primary = if bytes.get(primary) == Some(&0) {
            be16(bytes, primary + 4).map(u32::from)
        } else {
            be32(bytes, primary + 4)
        };
        let described = parts(bytes, one(b"iprp")?.body.clone())?;
        let mut pictures = Pictures {
            items: items(bytes, one(b"iinf")?)?,
            locations: locations(bytes, one(b"iloc")?)?,
            links: one(b"iref").map_or(Ok(Vec::new()), |list| links(bytes, list))?,
            properties: parts(bytes, only(&described, b"ipco")?.body.clone())?,
            owned: owned(bytes, only(&described, b"ipma")?)?,
            primary: primary.ok_or(Refusal::Cut)?,
            kept: BTreeSet::new(),
            boxes,
        };
        pictures.kept = pictures.reached(bytes)?;
        Ok(pictures)
    }

    /// The primary picture, what it is put together of, and what of these is see-through.
    fn reached(&self, bytes: &[u8]) -> Outcome<BTreeSet<u32>> {
        let kinds: HashMap<u32, &[u8; 4]> = self.items.iter().map(|item| (item.id, &item.kind)).collect();
        let mut below: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for link in &self.links {
            match &link.kind {
                b"dimg" => below.entry(link.from).or_default().extend(&link.to),
                b"auxl" if self.is_see_through(bytes, link.from) => {
                    link.to.iter().for_each(|to| below.entry(*to).or_default().push(link.from));
                }
                _ => {}
            }
        }
        let mut kept = BTreeSet::new();
        let mut waiting = vec![self.primary];
        while let Some(id) = waiting.pop() {
            if kept.contains(&id) {
                continue;
            }
            if !kinds.get(&id).is_some_and(|kind| PICTURES.contains(kind)) {
                return Err(Refusal::Unknown);
            }
            kept.insert(id);
            // What was followed once need not be followed again.
            waiting.extend(below.remove(&id).unwrap_or_default());
        }
        Ok(kept)
    }

    fn is_see_through(&self, bytes: &[u8], id: u32) -> bool {
        self.properties_of(id).any(|property| {
            let name = bytes.get(property.body.start + 4..property.body.end).unwrap_or_default();
            property.kind == *b"auxC" && SEE_THROUGH.iter().any(|known| name.starts_with(known))
        })
    }

    fn properties_of(&self, id: u32) -> impl Iterator<Item = &Part> {
        let owned = self.owned.iter().filter(move |owned| owned.id == id).flat_map(|owned| &owned.properties);
        owned.filter_map(|(_, _, number)| self.properties.get(number.checked_sub(1)?))
    }

    /// Width and height of the picture, before it is turned.
    pub fn size(&self, bytes: &[u8]) -> Option<(u32, u32)> {
        let size = self.properties_of(self.primary).find(|property| property.kind == *b"ispe")?.body.start;
        Some((be32(bytes, size + 4)?, be32(bytes, size + 8)?))
    }

    /// True for a property that stays.
    pub fn is_needed(property: &Part) -> bool {
        PROPERTIES.contains(&&property.kind)
    }

    /// The bytes of these items: in the file, and in the box of small data, counted from its beginning.
    pub fn pieces(&self, is_wanted: impl Fn(u32) -> bool) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let wanted = self.locations.iter().filter(|location| is_wanted(location.id));
        let (inside, outside): (Vec<_>, Vec<_>) = wanted.partition(|location| location.is_inside);
        let pieces = |locations: Vec<&Location>| locations.into_iter().flat_map(|own| own.pieces.clone()).collect();
        (pieces(outside), pieces(inside))
    }
}

/// The box of this kind, if there is exactly one.
pub(super) fn only<'p>(boxes: &'p [Part], kind: &[u8; 4]) -> Outcome<&'p Part> {
    let mut found = boxes.iter().filter(|part| part.kind == *kind);
    match (found.next(), found.next()) {
        (Some(part), None) => Ok(part),
        _ => Err(Refusal::Damaged),
    }
}
