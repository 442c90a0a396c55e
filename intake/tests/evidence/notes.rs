//! The notes of a camera, as cameras write them.

use super::secrets::{EMAIL, NAME, POSITION, SERIAL, all};

/// One list of notes: each with its number, kind and bytes.
type List = Vec<(u16, u16, Vec<u8>)>;

/// Notes with a secret in each place, and how the picture is to be turned.
pub fn camera(turn: u16) -> Vec<u8> {
    let text = |text: &str| text.as_bytes().to_vec();
    let main = vec![
        (0x010E, 2, text(NAME)),
        (0x010F, 2, text(SERIAL)),
        (0x0112, 3, turn.to_be_bytes().to_vec()),
        (0x0131, 2, text(NAME)),
        (0x0132, 2, text("2023:06:01 10:00:00")),
        (0x013B, 2, text(NAME)),
        (0x8298, 2, text(EMAIL)),
    ];
    let camera = vec![
        (0x927C, 7, text(&all())),
        (0x9286, 7, text(&all())),
        (0xA430, 2, text(NAME)),
        (0xA431, 2, text(SERIAL)),
        (0xA500, 2, text(&all())),
    ];
    let position = vec![(1, 2, text("N")), (0x1B, 7, text(POSITION))];
    let thumbnail = vec![(0x0201, 4, vec![0; 4]), (0x0202, 4, text(&all()))];
    written(main, camera, position, thumbnail)
}

fn written(mut main: List, camera: List, position: List, thumbnail: List) -> Vec<u8> {
    let size = |list: &List| 6 + list.iter().map(|(_, _, bytes)| 12 + bytes.len().max(4)).sum::<usize>();
    let first = 8 + size(&main) + 24 + 8;
    let places = [first, first + size(&camera), first + size(&camera) + size(&position)];
    main.push((0x8769, 4, (places[0] as u32).to_be_bytes().to_vec()));
    main.push((0x8825, 4, (places[1] as u32).to_be_bytes().to_vec()));
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    put(&mut out, &main, places[2]);
    for (list, place) in [(camera, places[0]), (position, places[1]), (thumbnail, places[2])] {
        out.resize(place, 0);
        put(&mut out, &list, 0);
    }
    out
}

/// Entries with their bytes after them, and where the next list is.
fn put(out: &mut Vec<u8>, list: &List, next: usize) {
    let mut data = out.len() + 6 + 12 * list.len();
    out.extend((list.len() as u16).to_be_bytes());
    let mut after: Vec<u8> = Vec::new();
    for (tag, kind, bytes) in list {
        out.extend(tag.to_be_bytes());
        out.extend(kind.to_be_bytes());
        out.extend((bytes.len() as u32).to_be_bytes());
        if bytes.len() > 4 {
            out.extend((data as u32).to_be_bytes());
            data += bytes.len();
            after.extend(bytes);
        } else {
            out.extend(bytes.iter().copied().chain([0; 4]).take(4));
        }
    }
    out.extend((next as u32).to_be_bytes());
    out.extend(after);
}
