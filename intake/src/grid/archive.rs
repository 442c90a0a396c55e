//! The parts of a packed workbook, found by the table of contents at its end and held to it.
//!
//! General readers of such archives are made to read much; this one is made to refuse: parts of one name, parts that
//! overlap, sizes that do not add up, and more bytes than the limits allow, before anything is unpacked.

use std::cell::Cell;
use std::collections::HashSet;
use std::io::BufReader;
use std::ops::Range;
use std::sync::Arc;

use super::inflate::PartReader;
use crate::finding::{Code, Findings, Flagged, Spot};
use crate::limits::Limits;

/// Bytes handed to the XML reader at once.
const CHUNK: usize = 64 * 1024;

/// Why an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    NoContents,
    BadContents,
    Overlap,
    Packing,
    Checksum,
}

impl Damage {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Damage::NoContents => {
                ("the table of contents at its end is missing", "la table des matières à sa fin manque")
            }
            Damage::BadContents => ("its table of contents leads nowhere", "sa table des matières ne mène nulle part"),
            Damage::Overlap => ("two of its parts overlap", "deux de ses parties se chevauchent"),
            Damage::Packing => (
                "a part is packed in a way that workbooks do not use",
                "une partie est compressée d’une façon inconnue",
            ),
            Damage::Checksum => {
                ("a part is not what its checksum says", "une partie ne correspond pas à sa somme de contrôle")
            }
        }
    }

    /// Tells it.
    pub fn flag(self, file: &Arc<str>, out: &mut Findings) -> Flagged {
        let (en, fr) = self.words();
        let details = vec![("reason", en.to_owned()), ("reason_fr", fr.to_owned())];
        out.flag(Spot::file(file), "", Code::ArchiveDamaged, details)
    }
}

/// One part, as the table of contents has it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub name: String,
    pub deflated: bool,
    /// Where its packed bytes are.
    pub packed: Range<usize>,
    pub unpacked: u64,
    pub checksum: u32,
}

/// A packed workbook whose table of contents has been checked.
pub(crate) struct Archive<'a> {
    pub file: Arc<str>,
    pub limits: &'a Limits,
    bytes: &'a [u8],
    parts: Vec<Part>,
    /// Bytes that may still be unpacked, of all parts together.
    left: Cell<usize>,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents. Nothing is unpacked.
    pub fn open(
        file: &Arc<str>,
        bytes: &'a [u8],
        limits: &'a Limits,
        out: &mut Findings,
    ) -> Result<Archive<'a>, Flagged> {
        let contents = contents_of(bytes).map_err(|damage| damage.flag(file, out))?;
        if contents.count > limits.parts as u64 {
            let details = vec![("found", contents.count.to_string()), ("max", limits.parts.to_string())];
            return Err(out.flag(Spot::file(file), "", Code::TooManyParts, details));
        }
        let (parts, locked) = parts_of(bytes, &contents).map_err(|damage| damage.flag(file, out))?;
        if locked {
            return Err(out.flag(Spot::file(file), "", Code::FileLocked, Vec::new()));
        }
        let archive = Archive { file: file.clone(), limits, bytes, parts, left: Cell::new(limits.unpacked) };
        archive.check(out)?;
        Ok(archive)
    }

    /// The names of all parts, in the order of the table of contents.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// True where there is a part of this name. Capitals do not matter, as in the programs that write workbooks.
    pub fn has(&self, name: &str) -> bool {
        self.part(name).is_some()
    }

    /// Begins to unpack a part; says so where it is missing.
    pub fn read(&'a self, name: &str, out: &mut Findings) -> Result<BufReader<PartReader<'a>>, Flagged> {
        let Some(part) = self.part(name) else {
            return Err(out.flag(Spot::file(&self.file), name, Code::PartMissing, Vec::new()));
        };
        let reader = PartReader::new(part, &self.bytes[part.packed.clone()], &self.left, self.limits.unpacked_ratio);
        Ok(BufReader::with_capacity(CHUNK, reader))
    }

    /// Every part with its packed bytes, in the order of the table of contents.
    pub fn packed(&self) -> impl Iterator<Item = (&Part, &'a [u8])> {
        self.parts.iter().map(|part| (part, &self.bytes[part.packed.clone()]))
    }

    fn part(&self, name: &str) -> Option<&Part> {
        let exact = self.parts.iter().find(|part| part.name == name);
        exact.or_else(|| self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name)))
    }

    fn check(&self, out: &mut Findings) -> Result<(), Flagged> {
        let mut names = HashSet::new();
        if let Some(twice) = self.parts.iter().find(|part| !names.insert(part.name.to_ascii_lowercase())) {
            return Err(out.flag(Spot::file(&self.file), &twice.name, Code::PartRepeated, Vec::new()));
        }
        let mut ranges: Vec<&Range<usize>> = self.parts.iter().map(|part| &part.packed).collect();
        ranges.sort_by_key(|range| range.start);
        if ranges.windows(2).any(|pair| pair[0].end > pair[1].start) {
            return Err(Damage::Overlap.flag(&self.file, out));
        }
        let total = self.parts.iter().fold(0_u64, |sum, part| sum.saturating_add(part.unpacked));
        if total > self.limits.unpacked as u64 {
            return Err(too_large(&self.file, self.limits, out));
        }
        Ok(())
    }
}

/// Tells that there is more to unpack than may be.
pub(super) fn too_large(file: &Arc<str>, limits: &Limits, out: &mut Findings) -> Flagged {
    out.flag(Spot::file(file), "", Code::UnpackedTooLarge, vec![("max", limits.unpacked.to_string())])
}

/// Where the table of contents is.
struct Contents {
    start: usize,
    count: u64,
}

/// Finds the table of contents by the record at the file's end, in its short form or its long one.
fn contents_of(bytes: &[u8]) -> Result<Contents, Damage> {
    const END: usize = 22;
    const COMMENT_MAX: usize = 65_535;
    let last = bytes.len().checked_sub(END).ok_or(Damage::NoContents)?;
    let first = last.saturating_sub(COMMENT_MAX);
    let end = (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06")).ok_or(Damage::NoContents)?;
    let short = Fields(&bytes[end..]);
    let (count, size, start) = (short.u16(10)?, short.u32(12)?, short.u32(16)?);
    let (mut count, mut size, mut start) = (u64::from(count), u64::from(size), u64::from(start));
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
        let locator = end.checked_sub(20).ok_or(Damage::BadContents)?;
        if !bytes[locator..].starts_with(b"PK\x06\x07") {
            return Err(Damage::BadContents);
        }
        let at = usize::try_from(Fields(&bytes[locator..]).u64(8)?).map_err(|_| Damage::BadContents)?;
        let long = bytes.get(at..).filter(|rest| rest.starts_with(b"PK\x06\x06")).ok_or(Damage::BadContents)?;
        let long = Fields(long);
        (count, size, start) = (long.u64(32)?, long.u64(40)?, long.u64(48)?);
    }
    if start.checked_add(size).is_none_or(|stop| stop > end as u64) {
        return Err(Damage::BadContents);
    }
    // It fits the file, so it fits an index.
    Ok(Contents { start: usize::try_from(start).map_err(|_| Damage::BadContents)?, count })
}

/// Every part of the table of contents, and whether one is locked.
fn parts_of(bytes: &[u8], contents: &Contents) -> Result<(Vec<Part>, bool), Damage> {
    let (mut parts, mut locked, mut at) = (Vec::new(), false, contents.start);
    for _ in 0..contents.count {
        let entry = bytes.get(at..).filter(|rest| rest.starts_with(b"PK\x01\x02")).ok_or(Damage::BadContents)?;
        let fields = Fields(entry);
        let (name, extra, comment) = (fields.u16(28)?, fields.u16(30)?, fields.u16(32)?);
        let [name, extra, comment] = [name, extra, comment].map(usize::from);
        let name_bytes = entry.get(46..46 + name).ok_or(Damage::BadContents)?;
        let extra_bytes = entry.get(46 + name..46 + name + extra).ok_or(Damage::BadContents)?;
        at += 46 + name + extra + comment;
        locked |= fields.u16(8)? & 1 == 1;
        let sizes = Sizes::of(&fields, extra_bytes)?;
        let name = String::from_utf8_lossy(name_bytes).replace('\\', "/");
        if name.ends_with('/') {
            continue;
        }
        let deflated = match fields.u16(10)? {
            0 => false,
            8 => true,
            _ if locked => true,
            _ => return Err(Damage::Packing),
        };
        let packed = packed_range(bytes, &sizes)?;
        if !deflated && sizes.unpacked != packed.len() as u64 {
            return Err(Damage::BadContents);
        }
        parts.push(Part { name, deflated, packed, unpacked: sizes.unpacked, checksum: fields.u32(16)? });
    }
    Ok((parts, locked))
}

/// The packed bytes of a part come after a header of its own.
fn packed_range(bytes: &[u8], sizes: &Sizes) -> Result<Range<usize>, Damage> {
    let at = usize::try_from(sizes.header).map_err(|_| Damage::BadContents)?;
    let header = bytes.get(at..).filter(|rest| rest.starts_with(b"PK\x03\x04")).ok_or(Damage::BadContents)?;
    let header = Fields(header);
    let start = at + 30 + usize::from(header.u16(26)?) + usize::from(header.u16(28)?);
    let packed = usize::try_from(sizes.packed).map_err(|_| Damage::BadContents)?;
    let end = start.checked_add(packed).filter(|end| *end <= bytes.len()).ok_or(Damage::BadContents)?;
    Ok(start..end)
}

/// Sizes and the place of a part's own header, in their short form or their long one.
struct Sizes {
    packed: u64,
    unpacked: u64,
    header: u64,
}

impl Sizes {
    fn of(fields: &Fields<'_>, extra: &[u8]) -> Result<Sizes, Damage> {
        let mut sizes =
            Sizes { packed: fields.u32(20)?.into(), unpacked: fields.u32(24)?.into(), header: fields.u32(42)?.into() };
        let mut long = long_sizes(extra);
        for size in [&mut sizes.unpacked, &mut sizes.packed, &mut sizes.header] {
            if *size == 0xFFFF_FFFF {
                *size = long.next().ok_or(Damage::BadContents)?;
            }
        }
        Ok(sizes)
    }
}

/// The long sizes stand in an extra field with the number 1, those that are needed, one after the other.
fn long_sizes(mut extra: &[u8]) -> impl Iterator<Item = u64> {
    let mut found: &[u8] = &[];
    while let Some(([a, b, c, d], rest)) = extra.split_first_chunk::<4>() {
        let length = usize::from(u16::from_le_bytes([*c, *d])).min(rest.len());
        if u16::from_le_bytes([*a, *b]) == 1 {
            found = &rest[..length];
        }
        extra = &rest[length..];
    }
    found.as_chunks::<8>().0.iter().map(|chunk| u64::from_le_bytes(*chunk))
}

/// Numbers at fixed places of a record.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn array<const N: usize>(&self, at: usize) -> Result<[u8; N], Damage> {
        self.0.get(at..).and_then(|rest| rest.first_chunk::<N>()).copied().ok_or(Damage::BadContents)
    }

    fn u16(&self, at: usize) -> Result<u16, Damage> {
        self.array(at).map(u16::from_le_bytes)
    }

    fn u32(&self, at: usize) -> Result<u32, Damage> {
        self.array(at).map(u32::from_le_bytes)
    }

    fn u64(&self, at: usize) -> Result<u64, Damage> {
        self.array(at).map(u64::from_le_bytes)
    }
}
