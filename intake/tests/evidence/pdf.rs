//! PDF.

use intake::{Extent, FileKind, Limits, public_copy};

use super::pdf_file::{PdfFile, packed, packed_stream, stream};
use super::pictures::photograph;
use super::secrets::{self, EMAIL, NAME, all};
use super::{copy, look, personal, refused};

const DRAWN: &[u8] = b"q 100 0 0 50 0 0 cm /A Do Q BT /F1 12 Tf (Royalty 1 200,50) Tj ET";

fn text(text: impl Into<Vec<u8>>) -> Vec<u8> {
    text.into()
}

/// Two pages of which each place for secrets has some. A picture and a font bear names that are left out elsewhere.
fn objects() -> Vec<(u32, Vec<u8>)> {
    let secret = all();
    let wide: String = secret.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    let annotation = |subtype: &str, more: &str| {
        format!(
            "<< /Type /Annot /Subtype /{subtype} /Rect [0 0 9 9] /T ({secret}) /Contents ({secret}) /M ({secret}) {more} >>"
        )
    };
    let page = |more: &str| {
        text(format!(
            "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /LastModified ({secret}) /Thumb 12 0 R /AA << /O 10 0 R >> \
             /PieceInfo << /App << /Private ({secret}) >> >> /Metadata 11 0 R {more} >>"
        ))
    };
    vec![
        (
            1,
            text(format!(
                "<< /Type /Catalog /Pages 2 0 R /Metadata 11 0 R /OpenAction 10 0 R /AcroForm << /Fields [8 0 R] >> \
            /Names << /EmbeddedFiles << /Names [({EMAIL}) 13 0 R] >> /JavaScript << /Names [(a) 10 0 R] >> >> \
            /PageLabels << /Nums [0 << /S /r /P (A-) >>] >> /Outlines << /Title ({secret}) >> /StructTreeRoot << /Alt ({secret}) >> \
            /Perms << /DocMDP << /Type /Sig /Name ({NAME}) >> >> /PieceInfo << /App ({secret}) >> >>"
            )),
        ),
        (2, text("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595.2756 841.8898] >>")),
        (3, page("/Resources 6 0 R /Annots 7 0 R")),
        (4, page("/Resources << /Font << /F1 9 0 R >> >> /Rotate 90")),
        (5, packed_stream("", DRAWN)),
        (
            6,
            text(
                "<< /XObject << /A 12 0 R /Metadata 12 0 R >> /Font << /F1 9 0 R >> /Properties << /MC0 << /Metadata 11 0 R >> >> >>",
            ),
        ),
        (
            7,
            text(format!(
                "[{} 8 0 R {} {} {}]",
                annotation("Square", "/C [1 0 0.123456789] /RC (x)"),
                annotation("Text", ""),
                annotation("FileAttachment", "/FS 13 0 R"),
                annotation("Link", &format!("/A << /S /URI /URI (mailto:{EMAIL}) >>"))
            )),
        ),
        (8, text(annotation("Widget", &format!("/FT /Tx /V ({secret}) /TU ({secret}) /AP << /N 14 0 R /D 15 0 R >>")))),
        (9, text("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")),
        (10, text(format!("<< /Type /Action /S /JavaScript /JS (app.alert\\('{secret}'\\)) >>"))),
        (11, packed_stream("/Type /Metadata /Subtype /XML", format!("<x>{secret}</x>").as_bytes())),
        (
            12,
            stream(
                "/Type /XObject /Subtype /Image /Width 24 /Height 16 /Filter /DCTDecode /LastModified (x)",
                &photograph(6),
            ),
        ),
        (13, text(format!("<< /Type /Filespec /F ({EMAIL}) /EF << /F 16 0 R >> >>"))),
        (14, stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 9 9 re f")),
        (15, stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", secret.as_bytes())),
        (16, packed_stream("/Type /EmbeddedFile", secret.as_bytes())),
        (
            17,
            text(format!(
                "<< /Author ({NAME}) /Creator <{wide}> /Producer ({EMAIL}) /Title (x) /CreationDate (D:2023) /Boss (x) >>"
            )),
        ),
        (18, text(format!("({secret}) % nothing leads here: {secret}"))),
    ]
}

const TRAILER: &str = "/Root 1 0 R /Info 17 0 R /ID [<54657374> <6d61726b>]";

/// The document, with secrets before it.
pub fn document() -> Vec<u8> {
    PdfFile::new(&all()).with(&objects(), TRAILER).bytes()
}

/// The same with its objects packed together.
pub fn together() -> Vec<u8> {
    let (streams, others): (Vec<_>, Vec<_>) = objects().into_iter().partition(|(_, object)| has(object, "\nstream\n"));
    PdfFile::new("").with(&streams, "/Root 1 0 R").with_packed(100, &others, TRAILER).bytes()
}

/// One page that draws this.
fn one_page(drawn: Vec<u8>) -> PdfFile {
    let pages = text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    let page = text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R >>");
    let objects = [(1, text("<< /Type /Catalog /Pages 2 0 R >>")), (2, pages), (3, page), (5, drawn)];
    PdfFile::new("").with(&objects, "/Root 1 0 R")
}

/// A page that once drew secrets.
pub fn versions() -> Vec<u8> {
    let secret = packed_stream("", format!("BT ({}) Tj ET", all()).as_bytes());
    one_page(secret).with(&[(5, packed_stream("", DRAWN))], "/Root 1 0 R").bytes()
}

/// A document with a password.
pub fn locked() -> Vec<u8> {
    PdfFile::new("").with(&objects(), &format!("{TRAILER} /Encrypt << /Filter /Standard >>")).bytes()
}

/// The streams of the copy that are packed in the usual way, unpacked.
fn unpacked_streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let parts = bytes.windows(8).enumerate().filter(|(_, window)| window == b"\nstream\n").map(|(at, _)| at + 8);
    parts
        .filter_map(|at| {
            let mut out = Vec::new();
            let mut decoder = flate2::read::ZlibDecoder::new(&bytes[at..]);
            std::io::Read::read_to_end(&mut decoder, &mut out).ok().map(|_| out)
        })
        .collect()
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn pages_stay_and_what_is_told_besides_goes() {
    let original = [document(), all().into_bytes()].concat();
    let copy = copy(&original);
    secrets::check(&original, &copy);
    let evidence = look(&original);
    assert_eq!((evidence.kind, evidence.extent), (FileKind::Pdf, Some(Extent::Pages(2))));
    assert_eq!(look(&copy).extent, Some(Extent::Pages(2)));
    assert_eq!(unpacked_streams(&copy), [DRAWN]);
    // The packed bytes of what is drawn, numbers, the free names of pictures, and labels are as they were written.
    let drawn = packed(DRAWN);
    assert!(copy.windows(drawn.len()).any(|window| window == drawn));
    for kept in ["595.2756 841.8898", "/C [1 0 0.123456789]", "/P (A-)", "/Rotate 90", "0 0 9 9 re f", "/Helvetica"] {
        assert!(has(&copy, kept), "{kept}");
    }
    for gone in ["/Info", "/ID", "/AcroForm", "/Names", "/JS", "/AA", "/PieceInfo", "/T ", "/M ", "/URI", "%remark"] {
        assert!(has(&original, gone) && !has(&copy, gone), "{gone}");
    }
    let pictures = String::from_utf8_lossy(&copy).split("/XObject << /A ").nth(1).map(|rest| rest[..25].to_owned());
    assert_eq!(pictures.as_deref(), Some("9 0 R /Metadata 9 0 R >> "), "free names stay, whatever they are");
}

#[test]
fn what_is_personal_is_named() {
    let all = "author position camera maker_note date software caption comment thumbnail other_pictures camera_notes \
               xmp iptc attachment script annotation form signature application hidden";
    let told = personal(&document()).join(" ");
    assert_eq!(told, all.replace(" hidden", ""), "{told}");
}

#[test]
fn objects_that_are_packed_together_are_read() {
    let original = together();
    let copy = copy(&original);
    secrets::check(&original, &copy);
    assert_eq!(look(&original).extent, Some(Extent::Pages(2)));
    assert_eq!(unpacked_streams(&copy), [DRAWN]);
}

#[test]
fn earlier_versions_do_not_survive() {
    let original = versions();
    let copy = copy(&original);
    secrets::check(&original, &copy);
    assert_eq!(personal(&original), ["history"]);
    assert_eq!(unpacked_streams(&copy), [DRAWN]);
    assert!(look(&one_page(packed_stream("", DRAWN)).bytes()).personal.is_empty());
}

#[test]
fn a_locked_document_stays_sealed() {
    assert_eq!(
        refused(&locked()),
        "evidence_locked: `evidence` is locked or encrypted, so no public copy can be made. It stays sealed."
    );
    assert!(!look(&locked()).is_blocked());
}

#[test]
fn a_document_that_cannot_be_read_stays_sealed() {
    let whole = document();
    for (bytes, words) in [
        (whole[..whole.len() / 2].to_vec(), "it is cut off"),
        (PdfFile::new("").with(&objects(), "/Info 17 0 R").bytes(), "leads nowhere"),
        (PdfFile::new("").with(&objects()[1..], TRAILER).bytes(), "leads nowhere"),
    ] {
        assert!(refused(&bytes).contains(words), "{}", refused(&bytes));
    }
}

#[test]
fn a_picture_that_is_packed_twice_is_cleaned_too() {
    let mut objects = objects();
    let twice = packed(&photograph(6));
    objects[11].1 = stream("/Subtype /Image /Filter [/FlateDecode /DCTDecode] /DecodeParms [null null]", &twice);
    let original = PdfFile::new("").with(&objects, TRAILER).bytes();
    let cleaned = copy(&original);
    secrets::check(&original, &cleaned);
    assert!(has(&cleaned, "/Filter /DCTDecode"));
    objects[11].1 = stream("/Subtype /Image /Filter [/ASCII85Decode /DCTDecode]", b"~>");
    assert!(refused(&PdfFile::new("").with(&objects, TRAILER).bytes()).contains("packed in a way"));
}

#[test]
fn bounds_hold_for_what_documents_ask() {
    let file = |objects: &[(u32, Vec<u8>)]| PdfFile::new("").with(objects, "/Root 1 0 R").bytes();
    let catalog = (1, text("<< /Type /Catalog /Pages 2 0 R >>"));
    // Pages that are their own parents, and lists within lists.
    let circle = file(&[catalog.clone(), (2, text("<< /Kids [3 0 R] >>")), (3, text("<< /Kids [2 0 R] >>"))]);
    assert!(refused(&circle).contains("leads nowhere"));
    let deep = file(&[catalog.clone(), (2, text("[".repeat(1_000)))]);
    assert!(refused(&deep).contains("more parts than are read"));
    // A length that is itself: the word that ends the stream is looked for.
    let page = text("<< /Type /Page /Contents 3 0 R >>");
    let own_length = (3, text("<< /Length 3 0 R >>\nstream\n0 0 9 9 re f\nendstream"));
    assert!(has(&copy(&file(&[catalog.clone(), (2, page), own_length])), "/Length 12 >>\nstream\n0 0 9 9 re f\n"));
    // A stream of objects that grows a thousand times.
    let bomb = PdfFile::new("").with_packed(9, &[(1, vec![b' '; 50 << 20])], "/Root 1 0 R").bytes();
    assert!(bomb.len() < 100_000 && refused(&bomb).contains("more parts than are read"), "{}", refused(&bomb));
    for limits in [
        Limits { pages: 1, ..Limits::default() },
        Limits { objects: 50, ..Limits::default() },
        Limits { depth: 2, ..Limits::default() },
        Limits { unpacked: 1_000, ..Limits::default() },
    ] {
        let finding = public_copy("a.pdf", &document(), &limits).expect_err("too much");
        assert_eq!(finding.detail("reason"), Some("it has more parts than are read"), "{limits:?}");
    }
}
