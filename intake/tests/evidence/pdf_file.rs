//! Writes PDF files as programs do: whole, changed by adding to them, and with their objects packed together.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Packs as most streams are packed.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory grows");
    encoder.finish().expect("memory grows")
}

/// A stream with its dictionary.
pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A stream that is packed.
pub fn packed_stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    stream(&format!("{entries} /Filter /FlateDecode"), &packed(bytes))
}

/// A file that is being written.
#[derive(Clone, Default)]
pub struct PdfFile {
    bytes: Vec<u8>,
    table: Option<usize>,
}

impl PdfFile {
    /// Begins with what some programs write before the document.
    pub fn new(before: &str) -> PdfFile {
        PdfFile { bytes: format!("{before}%PDF-1.5\n%remark\n").into_bytes(), table: None }
    }

    /// Where objects are counted from.
    fn begin(&self) -> usize {
        self.bytes.windows(5).position(|window| window == b"%PDF-").expect("a head")
    }

    /// Adds objects, and a table of them that builds on the one before.
    pub fn with(mut self, objects: &[(u32, Vec<u8>)], trailer: &str) -> PdfFile {
        let mut rows = String::new();
        for (number, object) in objects {
            let place = self.bytes.len() - self.begin();
            rows.push_str(&format!("{number} 1\n{place:010} 00000 n \n"));
            self.bytes.extend(format!("{number} 0 obj\n").bytes());
            self.bytes.extend(object);
            self.bytes.extend(b"\nendobj\n");
        }
        let table = self.bytes.len() - self.begin();
        let before = self.table.map(|table| format!("/Prev {table}")).unwrap_or_default();
        let end = format!(
            "xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<< {trailer} {before} >>\nstartxref\n{table}\n%%EOF\n"
        );
        self.bytes.extend(end.bytes());
        self.table = Some(table);
        self
    }

    /// Adds objects in one packed stream, which is the object `number`, and a packed table, which is the next one.
    pub fn with_packed(mut self, number: u32, objects: &[(u32, Vec<u8>)], trailer: &str) -> PdfFile {
        let (mut heads, mut bodies) = (String::new(), Vec::new());
        for (own, object) in objects {
            heads.push_str(&format!("{own} {} ", bodies.len()));
            bodies.extend(object);
            bodies.push(b' ');
        }
        let entries = format!("/Type /ObjStm /N {} /First {}", objects.len(), heads.len());
        let together = packed_stream(&entries, &[heads.as_bytes(), &bodies].concat());
        let place = self.bytes.len() - self.begin();
        self.bytes.extend(format!("{number} 0 obj\n").bytes().chain(together).chain(*b"\nendobj\n"));
        let table = self.bytes.len() - self.begin();
        let row = |kind: u8, field: usize, index: u8| [&[kind], &(field as u32).to_be_bytes()[..], &[index]].concat();
        let mut index = String::new();
        let mut rows = Vec::new();
        for ((own, _), at) in objects.iter().zip(0u8..) {
            index.push_str(&format!("{own} 1 "));
            rows.push(row(2, number as usize, at));
        }
        index.push_str(&format!("{number} 2"));
        rows.extend([row(1, place, 0), row(1, table, 0)]);
        let before = self.table.map(|table| format!("/Prev {table}")).unwrap_or_default();
        let entries = format!(
            "/Type /XRef /Size 1000 /W [1 4 1] /Index [{index}] /DecodeParms << /Predictor 12 /Columns 6 >> {trailer} {before}"
        );
        let table_stream = packed_stream(&entries, &differences(&rows));
        let end = format!("\nendobj\nstartxref\n{table}\n%%EOF\n");
        self.bytes.extend(format!("{} 0 obj\n", number + 1).bytes().chain(table_stream).chain(end.bytes()));
        self.table = Some(table);
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }
}

/// Each row as how it differs from the one above.
fn differences(rows: &[Vec<u8>]) -> Vec<u8> {
    let mut above = vec![0; 6];
    let mut out = Vec::new();
    for row in rows {
        out.push(2);
        out.extend(row.iter().zip(&above).map(|(byte, above): (&u8, &u8)| byte.wrapping_sub(*above)));
        above.clone_from(row);
    }
    out
}
