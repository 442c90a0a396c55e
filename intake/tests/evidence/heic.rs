//! HEIC.

use intake::{Extent, FileKind};

use super::notes::camera;
use super::secrets::{self, NAME, all};
use super::{copy, look, personal, refused};

const PIXELS: &[u8] = b"....pixels of the picture....";

fn part(kind: &[u8; 4], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat()
}

fn entry(id: u8, kind: &[u8; 4], name: &str) -> Vec<u8> {
    part(b"infe", [&[2, 0, 0, 0, 0, id, 0, 0], &kind[..], name.as_bytes(), &[0]].concat())
}

/// The description, with the pieces of the items from this place on.
fn description(first: usize, lengths: &[usize]) -> Vec<u8> {
    let kinds: [&[u8; 4]; 5] = [b"hvc1", b"Exif", b"mime", b"hvc1", b"hvc1"];
    let items = kinds.iter().zip(1u8..).map(|(kind, id)| entry(id, kind, &all()));
    let items = part(b"iinf", [vec![0, 0, 0, 0, 0, 5], items.collect::<Vec<_>>().concat()].concat());
    let mut locations = vec![0, 0, 0, 0, 0x44, 0, 0, 5];
    let mut at = first;
    for (length, id) in lengths.iter().zip(1u8..) {
        locations.extend([0, id, 0, 0, 0, 1]);
        locations.extend((at as u32).to_be_bytes());
        locations.extend((*length as u32).to_be_bytes());
        at += length;
    }
    let link = |kind: &[u8; 4], from: u8| part(kind, [0, from, 0, 1, 0, 1]);
    let links = [vec![0; 4], link(b"cdsc", 2), link(b"cdsc", 3), link(b"thmb", 4)].concat();
    let size = part(b"ispe", [0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 48]);
    let described = [part(b"hvcC", [1; 8]), size, part(b"udes", all()), part(b"irot", [1])].concat();
    let owned = [0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 4, 0x81, 2, 3, 4, 0, 4, 1, 0x81];
    let properties = part(b"iprp", [part(b"ipco", described), part(b"ipma", owned)].concat());
    let boxes = [
        part(b"hdlr", [&[0; 8], b"pict".as_slice(), &[0; 12], NAME.as_bytes(), &[0]].concat()),
        part(b"pitm", [0, 0, 0, 0, 0, 1]),
        part(b"iloc", locations),
        items,
        part(b"iref", links),
        properties,
        part(b"dinf", all()),
    ];
    part(b"meta", [vec![0; 4], boxes.concat()].concat())
}

/// A photograph with notes, an XMP packet, a thumbnail, a second picture, and bytes that belong to nothing.
pub fn photograph() -> Vec<u8> {
    let exif = [&[0, 0, 0, 6], b"Exif\0\0".as_slice(), &camera(6)].concat();
    let others = [exif, all().into_bytes(), all().into_bytes(), all().into_bytes()];
    let lengths: Vec<usize> = [PIXELS.len()].into_iter().chain(others.iter().map(Vec::len)).collect();
    let head = part(b"ftyp", b"heic\0\0\0\0mif1heic");
    let first = head.len() + description(0, &lengths).len() + 8;
    let pixels = part(b"mdat", [PIXELS, &others.concat(), all().as_bytes()].concat());
    [head, description(first, &lengths), pixels, part(b"uuid", all()), part(b"free", all())].concat()
}

#[test]
fn a_photograph_keeps_its_pixels_where_they_are_and_how_it_is_turned_and_nothing_else() {
    let original = photograph();
    let copy = copy(&original);
    secrets::check(&original, &copy);
    assert_eq!(copy.len(), original.len());
    let place = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).position(|window| window == text);
    assert_eq!(place(&copy, PIXELS), place(&original, PIXELS));
    assert!(place(&copy, &part(b"irot", [1])).is_some() && place(&copy, b"hvcC").is_some());
    for gone in [b"Exif", b"mime", b"cdsc", b"thmb", b"udes", b"uuid", b"dinf"] {
        assert!(place(&original, gone).is_some() && place(&copy, gone).is_none(), "{}", String::from_utf8_lossy(gone));
    }
    // The second property of the picture that went is the number of none; the others stay.
    assert!(place(&copy, &[0, 0, 0, 1, 0, 1, 4, 0x81, 2, 0, 4]).is_some());
}

#[test]
fn what_is_personal_is_named() {
    let evidence = look(&photograph());
    assert_eq!(evidence.kind, FileKind::Heic);
    assert_eq!(evidence.extent, Some(Extent::Pixels { width: 64, height: 48 }));
    let all = "author position camera maker_note date software caption comment thumbnail other_pictures camera_notes \
               xmp application hidden";
    assert_eq!(personal(&photograph()).join(" "), all);
}

#[test]
fn pieces_outside_of_the_pixels_are_refused() {
    let lengths = [PIXELS.len(), 1, 1, 1, 1];
    let head = part(b"ftyp", b"heic\0\0\0\0mif1heic");
    let file = |first| [head.clone(), description(first, &lengths), part(b"mdat", PIXELS)].concat();
    assert!(refused(&file(4)).contains("leads nowhere"));
    assert!(refused(&file(100_000)).contains("leads nowhere"));
    assert!(refused(&photograph()[..200]).contains("cut off"));
}
