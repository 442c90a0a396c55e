//! What must not be in a public copy, in any spelling.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// A name, an address, a position and the serial number of a camera; nobody's.
pub const NAME: &str = "Testmark Kargbo";
pub const EMAIL: &str = "t.kargbo@testmark.example";
pub const SERIAL: &str = "SN-4091-TESTMARK";
pub const POSITION: &str = "8.640172N 10.971434W";

pub const ALL: [&str; 4] = [NAME, EMAIL, SERIAL, POSITION];

/// All of them in one text.
pub fn all() -> String {
    ALL.join(" / ")
}

/// The secrets that are in these bytes, also where they are packed, or spelt in two bytes a letter or in hexadecimal.
pub fn found(bytes: &[u8]) -> Vec<&'static str> {
    let mut places = vec![bytes.to_vec()];
    for at in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0x78).map(|(at, _)| at) {
        let mut unpacked = Vec::new();
        // What is no packed data fails at once; what was unpacked before damage is looked at all the same.
        let _ = ZlibDecoder::new(&bytes[at..]).take(1 << 20).read_to_end(&mut unpacked);
        places.push(unpacked);
    }
    ALL.into_iter().filter(|secret| places.iter().any(|place| spelt(secret, place))).collect()
}

fn spelt(secret: &str, place: &[u8]) -> bool {
    let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>().into_bytes();
    let spellings = [secret.as_bytes().to_vec(), hexadecimal(secret.as_bytes()), hexadecimal(&wide), wide];
    spellings.iter().any(|spelling| place.windows(spelling.len()).any(|window| window.eq_ignore_ascii_case(spelling)))
}

/// That the original has every secret, so that the copy is worth looking at, and that the copy has none.
pub fn check(original: &[u8], copy: &[u8]) {
    assert_eq!(found(original), ALL, "the original has them all");
    assert!(found(copy).is_empty(), "{:?}", found(copy));
}

#[test]
fn secrets_are_found_however_they_are_spelt() {
    let packed = crate::evidence::pdf_file::packed(format!("... {NAME} ...").as_bytes());
    let wide: Vec<u8> = EMAIL.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hexadecimal: String = SERIAL.bytes().map(|byte| format!("{byte:02x}")).collect();
    let bytes = [b"noise".as_slice(), &packed, &wide, hexadecimal.as_bytes()].concat();
    assert_eq!(found(&bytes), [NAME, EMAIL, SERIAL]);
}
