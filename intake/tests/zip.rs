//! Packs parts as a workbook does, and as no honest program would.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A part, and what its records say of it.
#[derive(Clone, Debug)]
pub struct Part {
    name: String,
    packed: Vec<u8>,
    method: u16,
    flags: u16,
    checksum: u32,
    /// The size that is written down, whatever the true one is.
    said: u32,
}

impl Part {
    /// An honest, packed part.
    pub fn new(name: &str, bytes: impl AsRef<[u8]>) -> Part {
        let bytes = bytes.as_ref();
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory grows");
        let mut sum = Crc::new();
        sum.update(bytes);
        let packed = encoder.finish().expect("memory grows");
        Part { name: name.into(), packed, method: 8, flags: 0, checksum: sum.sum(), said: bytes.len() as u32 }
    }

    /// Not packed.
    pub fn stored(name: &str, bytes: impl AsRef<[u8]>) -> Part {
        Part { packed: bytes.as_ref().to_vec(), method: 0, ..Part::new(name, bytes) }
    }

    /// Says that it has another size.
    pub fn saying(self, said: u32) -> Part {
        Part { said, ..self }
    }

    /// Says that it has another checksum.
    pub fn checksum(self, checksum: u32) -> Part {
        Part { checksum, ..self }
    }

    /// Locked with a password.
    pub fn locked(self) -> Part {
        Part { flags: 1, ..self }
    }

    /// Packed in some other way.
    pub fn method(self, method: u16) -> Part {
        Part { method, ..self }
    }

    fn header(&self, mark: &[u8], version: &[u8]) -> Vec<u8> {
        let mut bytes = [mark, version].concat();
        for word in [20, self.flags, self.method, 0, 0] {
            bytes.extend(u16::to_le_bytes(word));
        }
        for word in [self.checksum, self.packed.len() as u32, self.said] {
            bytes.extend(u32::to_le_bytes(word));
        }
        bytes.extend(u16::to_le_bytes(self.name.len() as u16));
        bytes.extend(u16::to_le_bytes(0));
        bytes
    }
}

/// The packed file.
pub fn pack(parts: &[Part]) -> Vec<u8> {
    let (mut bytes, mut contents) = (Vec::new(), Vec::new());
    for part in parts {
        let at = bytes.len() as u32;
        bytes.extend(part.header(b"PK\x03\x04", &[]));
        bytes.extend(part.name.as_bytes());
        bytes.extend(&part.packed);
        contents.extend(part.header(b"PK\x01\x02", &[20, 0]));
        contents.extend([0; 10]);
        contents.extend(u32::to_le_bytes(at));
        contents.extend(part.name.as_bytes());
    }
    end(bytes, &contents, parts.len() as u16)
}

/// Each part is in the table of contents twice as often as in the file: the same bytes, under several names.
pub fn pack_overlapping(part: &Part, names: &[&str]) -> Vec<u8> {
    let mut bytes = part.header(b"PK\x03\x04", &[]);
    bytes.extend(part.name.as_bytes());
    bytes.extend(&part.packed);
    let mut contents = Vec::new();
    for name in names {
        let other = Part { name: (*name).to_owned(), ..part.clone() };
        contents.extend(other.header(b"PK\x01\x02", &[20, 0]));
        contents.extend([0; 14]);
        contents.extend(name.as_bytes());
    }
    end(bytes, &contents, names.len() as u16)
}

fn end(mut bytes: Vec<u8>, contents: &[u8], count: u16) -> Vec<u8> {
    let start = bytes.len() as u32;
    bytes.extend(contents);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(u16::to_le_bytes(count));
    bytes.extend(u16::to_le_bytes(count));
    bytes.extend(u32::to_le_bytes(contents.len() as u32));
    bytes.extend(u32::to_le_bytes(start));
    bytes.extend([0, 0]);
    bytes
}
