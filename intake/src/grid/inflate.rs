//! Unpacks one part and counts: more bytes than allowed, or than a table can have, end the reading.

use std::cell::Cell;
use std::io::{self, ErrorKind, Read};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::archive::Part;

/// Small parts may be of one letter; the ratio is looked at beyond this.
const RATIO_FROM: u64 = 1024 * 1024;

/// More than may be unpacked.
pub(super) const OVER_BUDGET: ErrorKind = ErrorKind::QuotaExceeded;
/// More than a part of this size can become.
pub(super) const OVER_RATIO: ErrorKind = ErrorKind::FileTooLarge;
/// Not what the table of contents says.
pub(super) const DAMAGED: ErrorKind = ErrorKind::InvalidData;

/// Where the bytes come from.
enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

/// The unpacked bytes of one part.
pub(crate) struct PartReader<'a> {
    source: Source<'a>,
    part: &'a Part,
    left: &'a Cell<usize>,
    most: u64,
    count: u64,
    sum: Crc,
}

impl<'a> PartReader<'a> {
    /// `left` is what may still be unpacked of the whole workbook.
    pub fn new(part: &'a Part, packed: &'a [u8], left: &'a Cell<usize>, ratio: usize) -> PartReader<'a> {
        let source = if part.deflated { Source::Deflated(DeflateDecoder::new(packed)) } else { Source::Stored(packed) };
        let most = (packed.len() as u64).saturating_mul(ratio as u64).max(RATIO_FROM);
        PartReader { source, part, left, most, count: 0, sum: Crc::new() }
    }

    fn check(&mut self, new: &[u8]) -> io::Result<()> {
        self.count += new.len() as u64;
        self.sum.update(new);
        let left = self.left.get().checked_sub(new.len()).ok_or(OVER_BUDGET)?;
        self.left.set(left);
        if self.count > self.most {
            return Err(OVER_RATIO.into());
        }
        let at_end = new.is_empty();
        let differs = self.count != self.part.unpacked || self.sum.sum() != self.part.checksum;
        if self.count > self.part.unpacked || (at_end && differs) {
            return Err(DAMAGED.into());
        }
        Ok(())
    }
}

impl Read for PartReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.source {
            Source::Stored(rest) => rest.read(buffer),
            Source::Deflated(decoder) => decoder.read(buffer),
        };
        let count = read.map_err(|_| io::Error::from(DAMAGED))?;
        self.check(&buffer[..count])?;
        Ok(count)
    }
}
