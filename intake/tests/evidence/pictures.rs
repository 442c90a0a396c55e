//! JPEG and PNG.

use flate2::Crc;
use intake::{Extent, FileKind};

use super::notes::camera;
use super::pdf_file::packed;
use super::secrets::{self, ALL, NAME, all};
use super::{copy, look, personal, refused};

fn segment(marker: u8, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    [&[0xFF, marker], &(body.len() as u16 + 2).to_be_bytes()[..], body].concat()
}

/// What draws the picture: tables, a frame of 24 × 16, and a scan with the bytes that need escapes.
fn drawn() -> Vec<u8> {
    let scan = [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xFF, 0xD1, 5];
    let frame = segment(0xC0, [8, 0, 16, 0, 24, 1, 1, 0x11, 0]);
    [&segment(0xDB, [0; 65])[..], &frame, &segment(0xC4, [0; 17]), &segment(0xDA, [1, 1, 0, 0, 63, 0]), &scan].concat()
}

const PROFILE: &[u8] = b"ICC_PROFILE\0\x01\x01colours";

/// A photograph with secrets in every segment that has room for them.
pub fn photograph(turn: u16) -> Vec<u8> {
    let exif = [b"Exif\0\0".to_vec(), camera(turn)].concat();
    let texts = [
        segment(0xE1, format!("http://ns.adobe.com/xap/1.0/\0<x>{}</x>", all())),
        segment(0xE2, PROFILE),
        segment(0xE2, format!("MPF\0{}", all())),
        segment(0xEC, all()),
        segment(0xED, format!("Photoshop 3.0\08BIM{}", all())),
        segment(0xEE, format!("Adobe\0\x64\0\0\0\0\0{}", all())),
        segment(0xFE, all()),
    ];
    let head = [&[0xFF, 0xD8][..], &segment(0xE0, format!("JFIF\0\x01\x02\0\0\x01\0\x01\x05\x05{}", all()))].concat();
    [head, segment(0xE0, format!("JFXX\0\x10{}", all())), segment(0xE1, exif), texts.concat(), drawn(), ended()]
        .concat()
}

/// The end, and what programs write after it.
fn ended() -> Vec<u8> {
    [&[0xFF, 0xD9], all().as_bytes()].concat()
}

#[test]
fn a_photograph_keeps_its_pixels_its_profile_and_how_it_is_turned_and_nothing_else() {
    let original = photograph(6);
    let copy = copy(&original);
    secrets::check(&original, &copy);
    let turn = segment(0xE1, *b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    let head = [&[0xFF, 0xD8][..], &segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"), &turn].concat();
    let colours = [segment(0xE2, PROFILE), segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")].concat();
    assert_eq!(copy, [head, colours, drawn(), vec![0xFF, 0xD9]].concat());
    let evidence = look(&original);
    assert_eq!(evidence.kind, FileKind::Jpeg);
    assert_eq!(evidence.extent, Some(Extent::Pixels { width: 24, height: 16 }));
}

#[test]
fn a_photograph_that_stands_upright_gets_no_notes() {
    assert!(!copy(&photograph(1)).windows(4).any(|window| window == b"Exif"));
}

#[test]
fn what_is_personal_is_named_and_never_said() {
    let evidence = look(&photograph(6));
    let all = "author position camera maker_note date software caption comment thumbnail other_pictures camera_notes \
               xmp iptc application hidden";
    assert_eq!(personal(&photograph(6)).join(" "), all);
    let told = format!("{evidence:?}");
    assert!(ALL.iter().all(|secret| !told.contains(secret)), "{told}");
    let french = evidence.findings[0].message(intake::Lang::Fr);
    assert!(french.contains("le lieu de la prise de vue"), "{french}");
}

#[test]
fn a_photograph_without_notes_is_copied_as_it_is() {
    let plain = [&[0xFF, 0xD8][..], &drawn(), &[0xFF, 0xD9]].concat();
    assert_eq!(copy(&plain), plain);
    assert!(look(&plain).findings.is_empty());
}

#[test]
fn a_photograph_that_is_cut_or_no_photograph_stays_sealed() {
    let whole = photograph(6);
    let end = whole.len() - all().len() - 2;
    assert_eq!(
        refused(&whole[..end]),
        "evidence_unreadable: `evidence` is a JPEG picture of which no public copy can be made: it is cut off. It stays sealed."
    );
    assert!(refused(&[0xFF, 0xD8, 0xFF, 0xD9]).contains("it is cut off"));
    assert!(refused(&[0xFF, 0xD8, 0xFF, 0xC8, 0, 2, 7]).contains("leads nowhere"));
}

fn chunk(kind: &[u8; 4], body: impl AsRef<[u8]>) -> Vec<u8> {
    let named = [kind, body.as_ref()].concat();
    let mut sum = Crc::new();
    sum.update(&named);
    [&(named.len() as u32 - 4).to_be_bytes()[..], &named, &sum.sum().to_be_bytes()].concat()
}

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const HEADER: &[u8] = &[0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0];

/// A picture with secrets in every chunk that has room for them.
pub fn picture() -> Vec<u8> {
    let text = all();
    let zipped = packed(text.as_bytes());
    [
        SIGNATURE.to_vec(),
        chunk(b"IHDR", HEADER),
        chunk(b"iCCP", [NAME.as_bytes(), &[0, 0], b"colours"].concat()),
        chunk(b"gAMA", [0, 0, 0xB1, 0x8F]),
        chunk(b"tEXt", format!("Author\0{text}")),
        chunk(b"zTXt", [b"Comment\0\0".as_slice(), &zipped].concat()),
        chunk(b"iTXt", [b"XML:com.adobe.xmp\0\x01\0\0\0".as_slice(), &zipped].concat()),
        chunk(b"eXIf", camera(8)),
        chunk(b"tIME", [7, 0xE7, 6, 1, 10, 0, 0]),
        chunk(b"prVt", &text),
        chunk(b"IDAT", packed(&[0, 1, 2, 3, 0, 4, 5, 6])),
        chunk(b"IEND", []),
        text.into_bytes(),
    ]
    .concat()
}

#[test]
fn a_picture_keeps_its_pixels_its_profile_and_how_it_is_turned_and_nothing_else() {
    let original = picture();
    let copy = copy(&original);
    secrets::check(&original, &copy);
    let expected = [
        SIGNATURE.to_vec(),
        chunk(b"IHDR", HEADER),
        chunk(b"iCCP", b"profile\0\0colours"),
        chunk(b"gAMA", [0, 0, 0xB1, 0x8F]),
        chunk(b"eXIf", *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0"),
        chunk(b"IDAT", packed(&[0, 1, 2, 3, 0, 4, 5, 6])),
        chunk(b"IEND", []),
    ];
    assert_eq!(copy, expected.concat());
    assert_eq!(look(&original).extent, Some(Extent::Pixels { width: 3, height: 2 }));
    let told = ["author", "position", "camera", "date", "comment", "thumbnail", "xmp", "application", "hidden"];
    assert!(told.iter().all(|kind| personal(&original).contains(kind)), "{:?}", personal(&original));
}

#[test]
fn a_picture_whose_checksum_differs_stays_sealed() {
    let mut spoilt = picture();
    let at = spoilt.windows(4).position(|window| window == b"IDAT").expect("pixels") + 6;
    spoilt[at] ^= 1;
    assert!(refused(&spoilt).contains("leads nowhere"));
    assert!(refused(&picture()[..60]).contains("it is cut off"));
}

#[test]
fn what_is_no_document_is_told_and_not_kept() {
    let cases: [(&[u8], &str); 4] = [
        (b"GIF89a...", "evidence_format: `evidence` is a picture,"),
        (b"mine,amount\nKao,1\n", "evidence_format: `evidence` is text with divided cells (CSV),"),
        (b"  \n", "file_blank"),
        (&[0, 1, 2, 3, 0, 0, 0, 0], "evidence_format: `evidence` is in an unknown format,"),
    ];
    for (bytes, message) in cases {
        assert!(refused(bytes).starts_with(message), "{}", refused(bytes));
        assert!(look(bytes).is_blocked());
    }
    let small = intake::Limits { bytes: 10, ..intake::Limits::default() };
    assert_eq!(intake::inspect("a", &picture(), &small).findings[0].code.as_str(), "file_too_large");
}
