//! The boxes that notes open in: a drawing in the older language that spreadsheets still need for notes.

use std::fmt::Write as _;
use std::io::Read as _;

use super::notes::Texts;
use super::package::NewPart;
use super::{Edit, Stopped};
use crate::finding::Findings;
use crate::grid::Archive;

/// The names of the languages, by the prefixes that programs use.
const SPACES: &str = r#" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel""#;
const LAYOUT: &str = r#"<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>"#;
const BOX_TYPE: &str = r##" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"##;
const BOX_TYPE_ID: &str = "\"_x0000_t202\"";
const END: &str = "</xml>";
const NUMBER: &str = "_x0000_s";
/// Programs number their first box so.
const FIRST_NUMBER: u32 = 1025;

/// The last column that a box may begin at, so that it stays on the sheet.
const COLUMN_MAX: u32 = 16_378;
/// The last row that a box may begin at.
const ROW_MAX: u32 = 1_048_550;
/// Letters that one line of a box holds, about.
const LINE_CHARS: usize = 48;
/// Lines that a box is made for; longer notes are scrolled or drawn larger.
const LINES_MAX: usize = 20;

/// The drawing of a sheet that had none.
pub(super) fn write_new(notes: &Texts) -> Edit<NewPart> {
    let begin = format!("<xml{SPACES}>{LAYOUT}<v:shapetype{BOX_TYPE}");
    NewPart::of(&[&begin, &*boxes(notes, FIRST_NUMBER, ""), END].concat())
}

/// The drawing of a sheet that had one: it need not be well-formed, so it is added to as a text.
pub(super) fn write(archive: &Archive<'_>, part: &str, notes: &Texts) -> Edit<NewPart> {
    let mut old = String::new();
    let mut reader = archive.read(part, &mut Findings::new(0)).map_err(|_| Stopped)?;
    reader.read_to_string(&mut old).map_err(|_| Stopped)?;
    let end = old.rfind(END).ok_or(Stopped)?;
    // Some programs use other prefixes; then each of our boxes brings its own.
    let usual = ["xmlns:v=", "xmlns:o=", "xmlns:x="].iter().all(|name| old.contains(name));
    let spaces = if usual { "" } else { SPACES };
    let box_type = format!("<v:shapetype{spaces}{BOX_TYPE}");
    let box_type = if old.contains(BOX_TYPE_ID) { "" } else { &box_type };
    let number = (last_number(&old) + 1).max(FIRST_NUMBER);
    NewPart::of(&[&old[..end], box_type, &boxes(notes, number, spaces), &old[end..]].concat())
}

/// The highest number that a shape of the drawing has.
fn last_number(drawing: &str) -> u32 {
    let numbers = drawing.split(NUMBER).skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest[..end].parse::<u32>().ok()
    });
    // Numbers near the end of their range leave no room, and nobody's program writes them.
    numbers.filter(|number| *number < u32::MAX / 2).max().unwrap_or(0)
}

fn boxes(notes: &Texts, first_number: u32, spaces: &str) -> String {
    let mut text = String::new();
    for (number, ((row, column), note)) in (first_number..).zip(notes) {
        let lines: usize = note.split('\n').map(|line| line.chars().count() / LINE_CHARS + 1).sum();
        let height = u32::try_from(lines.clamp(3, LINES_MAX)).unwrap_or(3);
        let (row, left, top) = (row - 1, (*column).min(COLUMN_MAX) + 1, row.saturating_sub(2).min(ROW_MAX));
        let (right, bottom) = (left + 4, top + height);
        // Memory grows, so writing does not fail.
        let _ = write!(
            text,
            r##"<v:shape{spaces} id="{NUMBER}{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 4, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"##
        );
    }
    text
}
