//! The notes of a camera: which kinds of things they hold, and how the picture is to be turned.
//!
//! Nothing of them is copied. The one number that a copy needs is written anew.

use super::personal::{Met, Personal};

/// What notes in JPEG begin with.
pub(super) const MARK: &[u8] = b"Exif\0\0";
/// Lists of notes that are looked into; honest files have five.
const LISTS_MAX: usize = 8;

const ORIENTATION: u16 = 0x0112;
const EXIF_LIST: u16 = 0x8769;
const GPS_LIST: u16 = 0x8825;
const SHARED_LIST: u16 = 0xA005;

/// Notes in one order of bytes.
struct Notes<'a> {
    bytes: &'a [u8],
    large_first: bool,
}

impl Notes<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.large_first { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.large_first { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }
}

/// Adds to `met` what the notes hold; the answer is how the picture is to be turned (2 to 8), where it is.
/// Notes that cannot be read are told as [`Personal::CameraNotes`].
pub(super) fn look(bytes: &[u8], met: &mut Met) -> Option<u8> {
    let large_first = match bytes.get(..4) {
        Some(b"MM\0*") => true,
        Some(b"II*\0") => false,
        _ => {
            met.insert(Personal::CameraNotes);
            return None;
        }
    };
    let notes = Notes { bytes, large_first };
    let mut orientation = None;
    let mut lists: Vec<(usize, bool)> = notes.u32(4).map(|at| (at as usize, true)).into_iter().collect();
    let mut next = 0;
    while let Some(&(at, is_main)) = lists.get(next) {
        next += 1;
        let Some(count) = notes.u16(at) else {
            met.insert(Personal::CameraNotes);
            continue;
        };
        for entry in (0..usize::from(count)).map(|index| at + 2 + 12 * index) {
            let (Some(tag), Some(value)) = (notes.u16(entry), notes.u32(entry + 8)) else {
                met.insert(Personal::CameraNotes);
                break;
            };
            match tag {
                ORIENTATION if is_main => orientation = orientation.or(notes.u16(entry + 8)),
                EXIF_LIST | GPS_LIST | SHARED_LIST if lists.len() < LISTS_MAX => lists.push((value as usize, false)),
                _ => {}
            }
            met.extend(kind_of(tag));
        }
        // The second list of the chain describes the thumbnail.
        let after = notes.u32(at + 2 + 12 * usize::from(count)).unwrap_or_default();
        if is_main && after != 0 {
            met.insert(Personal::Thumbnail);
        }
    }
    // What follows the only note of a copy that we made is nothing.
    if met.is_empty() && bytes.len() > TURNED.len() - MARK.len() {
        met.insert(Personal::CameraNotes);
    }
    orientation.and_then(|turn| u8::try_from(turn).ok()).filter(|turn| (2..=8).contains(turn))
}

/// What a note is about; nothing for the one that a copy keeps.
fn kind_of(tag: u16) -> Option<Personal> {
    match tag {
        ORIENTATION => None,
        // Owner, artist, copyright, and the fields of Windows for the author.
        0x013B | 0x8298 | 0x9C9D | 0xA430 => Some(Personal::Author),
        GPS_LIST => Some(Personal::Position),
        // Maker, model, unique number of the picture, body and lens.
        0x010F | 0x0110 | 0xA420 | 0xA431..=0xA435 | 0xC614 | 0xC62F => Some(Personal::Camera),
        0x927C => Some(Personal::MakerNote),
        0x0132 | 0x9003 | 0x9004 | 0x9010..=0x9012 | 0x9290..=0x9292 => Some(Personal::Date),
        0x0131 | 0x013C => Some(Personal::Software),
        0x010E | 0x9C9B | 0x9C9E | 0x9C9F => Some(Personal::Caption),
        0x9286 | 0x9C9C => Some(Personal::Comment),
        0x0201 | 0x0202 => Some(Personal::Thumbnail),
        0x02BC => Some(Personal::Xmp),
        0x83BB | 0x8649 => Some(Personal::Iptc),
        _ => Some(Personal::CameraNotes),
    }
}

/// Notes with one entry, its value at [`TURN_AT`].
const TURNED: &[u8] = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
const TURN_AT: usize = MARK.len() + 19;

/// Notes that say nothing but how the picture is to be turned.
pub(super) fn turned(turn: u8) -> Vec<u8> {
    let mut notes = TURNED.to_vec();
    notes[TURN_AT] = turn;
    notes
}
