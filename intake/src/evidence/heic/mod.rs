//! HEIC: the picture, its tiles and what of it is see-through stay where they are; every other byte becomes nought.
//!
//! The file keeps its length, so what says where the pixels are stays valid. How the picture is to be turned is a property
//! of it in this format, and is kept; notes of the camera are items of their own, and go.

mod boxes;
mod pictures;

use std::ops::Range;

use boxes::{Item, Part, parts};
use pictures::{Pictures, only};

use super::bytes::be32;
use super::personal::{Met, Personal};
use super::refusal::{Outcome, Refusal};
use super::{Cleaned, Extent, exif};
use crate::limits::Limits;

/// A copy of the same length, with the picture alone.
pub(super) fn clean(bytes: &[u8], limits: &Limits) -> Outcome<Cleaned> {
    let file = parts(bytes, 0..bytes.len())?;
    let meta = only(&file, b"meta")?;
    let pictures = Pictures::read(bytes, meta)?;
    if pictures.items.len() > limits.parts {
        return Err(Refusal::TooMuch);
    }
    let (kept, kept_inside) = pictures.pieces(|id| pictures.kept.contains(&id));
    let mut met = Met::new();
    notes(bytes, &pictures, &mut met);

    let mut copy = vec![0; bytes.len()];
    for part in &file {
        let head = part.start..part.body.start;
        copy[head.clone()].copy_from_slice(&bytes[head]);
        match &part.kind {
            b"ftyp" => copy[part.body.clone()].copy_from_slice(&bytes[part.body.clone()]),
            b"meta" => {
                let body = description(bytes, part, &pictures, &kept_inside)?;
                copy[part.body.clone()].copy_from_slice(&body);
            }
            b"mdat" => {}
            kind => {
                let is_empty =
                    matches!(kind, b"free" | b"skip") && bytes[part.body.clone()].iter().all(|byte| *byte == 0);
                if !is_empty {
                    met.insert(if *kind == *b"moov" { Personal::OtherPictures } else { Personal::Application });
                }
                copy[part.start + 4..part.start + 8].copy_from_slice(b"free");
            }
        }
    }
    for piece in &kept {
        // A piece may lie in pixels alone: never in a head, nor across two boxes.
        let is_pixels =
            |part: &Part| part.kind == *b"mdat" && part.body.start <= piece.start && piece.end <= part.body.end;
        if !file.iter().any(is_pixels) {
            return Err(Refusal::Damaged);
        }
        copy[piece.clone()].copy_from_slice(&bytes[piece.clone()]);
    }
    hidden(bytes, &file, &pictures, &mut met);
    let (width, height) = pictures.size(bytes).ok_or(Refusal::Damaged)?;
    Ok(Cleaned { copy, extent: Extent::Pixels { width, height }, met })
}

/// What the items hold that are not of the picture, and the properties that are left out.
fn notes(bytes: &[u8], pictures: &Pictures, met: &mut Met) {
    let thumbnails: Vec<u32> =
        pictures.links.iter().filter(|link| link.kind == *b"thmb").map(|link| link.from).collect();
    for item in pictures.items.iter().filter(|item| !pictures.kept.contains(&item.id)) {
        match &item.kind {
            b"Exif" => {
                let (pieces, _) = pictures.pieces(|id| id == item.id);
                // Four bytes say how far the notes themselves are.
                let notes = pieces.first().and_then(|piece| bytes.get(piece.clone())).unwrap_or_default();
                let skip = be32(notes, 0).map_or(notes.len(), |skip| (skip as usize).saturating_add(4));
                exif::look(notes.get(skip..).unwrap_or_default(), met);
                met.insert(Personal::CameraNotes);
            }
            b"mime" | b"uri " => {
                met.insert(Personal::Xmp);
            }
            _ if thumbnails.contains(&item.id) => {
                met.insert(Personal::Thumbnail);
            }
            _ => {
                met.insert(Personal::OtherPictures);
            }
        }
    }
    for property in pictures.properties.iter().filter(|property| !Pictures::is_needed(property)) {
        met.extend(match &property.kind {
            b"free" => None,
            b"udes" => Some(Personal::Caption),
            b"crtt" | b"mdft" => Some(Personal::Date),
            _ => Some(Personal::Application),
        });
    }
}

/// Tells where bytes stand between the pieces of all items.
fn hidden(bytes: &[u8], file: &[Part], pictures: &Pictures, met: &mut Met) {
    let (mut pieces, _) = pictures.pieces(|_| true);
    pieces.sort_by_key(|piece| piece.start);
    for part in file.iter().filter(|part| part.kind == *b"mdat") {
        let mut at = part.body.start;
        for piece in pieces.iter().chain([&(part.body.end..part.body.end)]) {
            let gap = bytes.get(at..piece.start.min(part.body.end)).unwrap_or_default();
            if gap.iter().any(|byte| *byte != 0) {
                met.insert(Personal::Hidden);
            }
            at = at.max(piece.end);
        }
    }
}

/// The description anew, in as many bytes as before: what remains at the end is a free box.
fn description(bytes: &[u8], meta: &Part, pictures: &Pictures, kept_inside: &[Range<usize>]) -> Outcome<Vec<u8>> {
    let mut out = bytes[meta.body.start..meta.body.start + 4].to_vec();
    for part in &pictures.boxes {
        let body = &bytes[part.body.clone()];
        match &part.kind {
            b"hdlr" => {
                // After 24 bytes stands the name of whoever made it.
                let needed = body.get(..24).ok_or(Refusal::Cut)?;
                put(&mut out, &part.kind, &[needed, &vec![0; body.len() - 24]].concat())?;
            }
            b"pitm" => put(&mut out, &part.kind, body)?,
            b"iinf" => put(&mut out, &part.kind, &listed(bytes, part, pictures)?)?,
            b"iloc" => put(&mut out, &part.kind, &located(bytes, part, pictures)?)?,
            b"iref" => put(&mut out, &part.kind, &linked(bytes, part, pictures))?,
            b"iprp" => put(&mut out, &part.kind, &described(bytes, part, pictures)?)?,
            b"idat" => {
                let mut data = vec![0; body.len()];
                for piece in kept_inside {
                    let kept = body.get(piece.clone()).ok_or(Refusal::Damaged)?;
                    data[piece.clone()].copy_from_slice(kept);
                }
                put(&mut out, &part.kind, &data)?;
            }
            _ => {}
        }
    }
    match meta.body.len().checked_sub(out.len()) {
        Some(0) => Ok(out),
        Some(rest) if rest >= 8 => {
            put(&mut out, b"free", &vec![0; rest - 8])?;
            Ok(out)
        }
        _ => Err(Refusal::Unknown),
    }
}

fn put(out: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) -> Outcome<()> {
    let size = u32::try_from(body.len() + 8).map_err(|_| Refusal::TooMuch)?;
    out.extend_from_slice(&size.to_be_bytes());
    out.extend_from_slice(kind);
    out.extend_from_slice(body);
    Ok(())
}

/// The list of items that stay, without their names.
fn listed(bytes: &[u8], part: &Part, pictures: &Pictures) -> Outcome<Vec<u8>> {
    let items: Vec<&Item> = pictures.items.iter().filter(|item| pictures.kept.contains(&item.id)).collect();
    let mut out = bytes[part.body.start..part.body.start + 4].to_vec();
    let width = if out[0] == 0 { 2 } else { 4 };
    number(&mut out, items.len(), width)?;
    for item in items {
        let start = out.len();
        out.extend_from_slice(&bytes[item.entry.clone()]);
        out[start + item.name.start - item.entry.start..].fill(0);
    }
    Ok(out)
}

/// The list of where the items are that stay.
fn located(bytes: &[u8], part: &Part, pictures: &Pictures) -> Outcome<Vec<u8>> {
    let kept: Vec<_> = pictures.locations.iter().filter(|own| pictures.kept.contains(&own.id)).collect();
    let mut out = bytes[part.body.start..part.body.start + 6].to_vec();
    let width = if out[0] < 2 { 2 } else { 4 };
    number(&mut out, kept.len(), width)?;
    kept.iter().for_each(|own| out.extend_from_slice(&bytes[own.entry.clone()]));
    Ok(out)
}

/// The links between items that stay.
fn linked(bytes: &[u8], part: &Part, pictures: &Pictures) -> Vec<u8> {
    let mut out = bytes[part.body.start..part.body.start + 4].to_vec();
    let stays = |id: &u32| pictures.kept.contains(id);
    for link in &pictures.links {
        if matches!(&link.kind, b"dimg" | b"auxl") && stays(&link.from) && link.to.iter().all(stays) {
            out.extend_from_slice(&bytes[link.entry.clone()]);
        }
    }
    out
}

/// The properties, in their places; one that goes becomes a free box, and nobody has it.
fn described(bytes: &[u8], part: &Part, pictures: &Pictures) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    for list in parts(bytes, part.body.clone())? {
        let mut body = bytes[list.body.clone()].to_vec();
        match &list.kind {
            b"ipco" => {
                for property in pictures.properties.iter().filter(|property| !Pictures::is_needed(property)) {
                    let own = property.start - list.body.start;
                    body[own + 4..own + 8].copy_from_slice(b"free");
                    body[own + property.body.start - property.start..property.body.end - list.body.start].fill(0);
                }
            }
            b"ipma" => body = owning(bytes, &list, pictures)?,
            _ => return Err(Refusal::Unknown),
        }
        put(&mut out, &list.kind, &body)?;
    }
    Ok(out)
}

/// Which of the items that stay has which of the properties that stay.
fn owning(bytes: &[u8], list: &Part, pictures: &Pictures) -> Outcome<Vec<u8>> {
    let kept: Vec<_> = pictures.owned.iter().filter(|own| pictures.kept.contains(&own.id)).collect();
    let mut out = bytes[list.body.start..list.body.start + 4].to_vec();
    number(&mut out, kept.len(), 4)?;
    for own in kept {
        let start = out.len();
        out.extend_from_slice(&bytes[own.entry.clone()]);
        for (at, width, property) in &own.properties {
            let property = property.checked_sub(1).map(|index| pictures.properties.get(index));
            // Nought is the number of no property.
            if !property.flatten().is_some_and(Pictures::is_needed) {
                let own = start + at - own.entry.start;
                out[own..own + width].fill(0);
            }
        }
    }
    Ok(out)
}

fn number(out: &mut Vec<u8>, number: usize, width: usize) -> Outcome<()> {
    let number = u32::try_from(number).map_err(|_| Refusal::TooMuch)?;
    out.extend_from_slice(&number.to_be_bytes()[4 - width..]);
    Ok(())
}
