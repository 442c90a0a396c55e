//! Packs a workbook again: what was not touched is copied as it was packed, to the last byte.

use std::collections::BTreeMap;
use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::{Edit, Stopped};
use crate::grid::{Archive, Part};

/// How hard parts are packed: sheets become about as small as spreadsheet programs make them.
const LEVEL: Compression = Compression::new(4);
/// Names in UTF-8.
const UTF8_NAMES: u16 = 1 << 11;
/// The version of the format that packed parts need.
const VERSION: u16 = 20;
/// The first day that the format can name: what is packed here is the same whenever it is packed.
const DAY: u16 = 0x21;

/// Bytes that are gathered before they are packed: pieces of a part are small, and packing each by itself is slow.
const CHUNK: usize = 64 * 1024;

/// Packs one part while it is written.
pub(super) struct PartWriter {
    encoder: DeflateEncoder<Vec<u8>>,
    sum: Crc,
    chunk: Vec<u8>,
}

impl PartWriter {
    pub fn new() -> PartWriter {
        let encoder = DeflateEncoder::new(Vec::new(), LEVEL);
        PartWriter { encoder, sum: Crc::new(), chunk: Vec::with_capacity(2 * CHUNK) }
    }

    pub fn finish(mut self) -> Edit<NewPart> {
        self.flush().map_err(|_| Stopped)?;
        // The checksum counts bytes modulo 4 GiB, which the writer of a package refuses anyway.
        let (checksum, unpacked) = (self.sum.sum(), self.sum.amount());
        let packed = self.encoder.finish().map_err(|_| Stopped)?;
        Ok(NewPart { packed, checksum, unpacked })
    }
}

impl Write for PartWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.chunk.extend_from_slice(bytes);
        if self.chunk.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sum.update(&self.chunk);
        self.encoder.write_all(&self.chunk)?;
        self.chunk.clear();
        Ok(())
    }
}

/// A part that was written anew.
pub(super) struct NewPart {
    packed: Vec<u8>,
    checksum: u32,
    unpacked: u32,
}

impl NewPart {
    /// Packs a whole text.
    pub fn of(text: &str) -> Edit<NewPart> {
        let mut writer = PartWriter::new();
        writer.write_all(text.as_bytes()).map_err(|_| Stopped)?;
        writer.finish()
    }
}

/// The parts that replace others or come besides, by their names.
pub(super) type NewParts = BTreeMap<String, NewPart>;

/// The workbook with the new parts in the places of the old, and the rest of them at its end.
pub(super) fn pack(archive: &Archive<'_>, mut new: NewParts) -> Edit<Vec<u8>> {
    let mut package = Package::default();
    for (part, packed) in archive.packed() {
        match new.remove(&part.name) {
            Some(changed) => package.push_new(&part.name, &changed)?,
            None => package.push_old(part, packed)?,
        }
    }
    pack_rest(package, new)
}

/// A workbook of new parts alone.
pub(super) fn pack_new(new: NewParts) -> Edit<Vec<u8>> {
    pack_rest(Package::default(), new)
}

fn pack_rest(mut package: Package, new: NewParts) -> Edit<Vec<u8>> {
    for (name, part) in &new {
        package.push_new(name, part)?;
    }
    package.finish()
}

/// A packed file that grows part by part.
#[derive(Default)]
struct Package {
    bytes: Vec<u8>,
    contents: Vec<u8>,
    count: usize,
}

/// What the records of a part say of it.
struct Header {
    method: u16,
    checksum: u32,
    packed: u32,
    unpacked: u32,
}

impl Package {
    fn push_new(&mut self, name: &str, part: &NewPart) -> Edit {
        let packed = u32::try_from(part.packed.len()).map_err(|_| Stopped)?;
        let header = Header { method: 8, checksum: part.checksum, packed, unpacked: part.unpacked };
        self.push(name, &header, &part.packed)
    }

    fn push_old(&mut self, part: &Part, packed: &[u8]) -> Edit {
        let method = if part.deflated { 8 } else { 0 };
        let unpacked = u32::try_from(part.unpacked).map_err(|_| Stopped)?;
        let size = u32::try_from(packed.len()).map_err(|_| Stopped)?;
        self.push(&part.name, &Header { method, checksum: part.checksum, packed: size, unpacked }, packed)
    }

    fn push(&mut self, name: &str, header: &Header, packed: &[u8]) -> Edit {
        let at = u32::try_from(self.bytes.len()).map_err(|_| Stopped)?;
        let name_length = u16::try_from(name.len()).map_err(|_| Stopped)?;
        let flags = if name.is_ascii() { 0 } else { UTF8_NAMES };
        let mut shared = Vec::with_capacity(26);
        for word in [VERSION, flags, header.method, 0, DAY] {
            shared.extend(word.to_le_bytes());
        }
        for word in [header.checksum, header.packed, header.unpacked] {
            shared.extend(word.to_le_bytes());
        }
        // No extra fields.
        shared.extend(name_length.to_le_bytes());
        shared.extend([0; 2]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&shared);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.contents.extend(b"PK\x01\x02");
        self.contents.extend(VERSION.to_le_bytes());
        self.contents.extend(&shared);
        // No comment, one disk, no attributes.
        self.contents.extend([0; 10]);
        self.contents.extend(at.to_le_bytes());
        self.contents.extend(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    fn finish(mut self) -> Edit<Vec<u8>> {
        let count = u16::try_from(self.count).map_err(|_| Stopped)?.to_le_bytes();
        let start = u32::try_from(self.bytes.len()).map_err(|_| Stopped)?;
        let size = u32::try_from(self.contents.len()).map_err(|_| Stopped)?;
        self.bytes.append(&mut self.contents);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(count);
        self.bytes.extend(count);
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        Ok(self.bytes)
    }
}
