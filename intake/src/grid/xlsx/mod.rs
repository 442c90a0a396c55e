//! Excel workbooks: the list of sheets, the texts they share, the formats, then each sheet.

mod cells;
mod reference;
mod relations;
mod shared;
mod styles;

use std::sync::Arc;

use super::archive::Archive;
use super::build::Builder;
use super::serial::Epoch;
use super::sheet::{Sheet, Texts, Visibility};
use super::xml::{Node, Xml};
use crate::finding::{Code, Findings, Flagged, Spot};
use crate::marked::is_list_name;
pub(crate) use reference::cell as place_of;
pub(crate) use relations::Relations;
use styles::Styles;

/// What all sheets of a workbook need.
struct Workbook {
    shared: Arc<Texts>,
    styles: Styles,
    epoch: Epoch,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    visibility: Visibility,
    relation: String,
}

/// Where a workbook keeps what is needed to write into it.
pub(crate) struct Layout {
    /// The part that lists the sheets.
    pub workbook: String,
    /// The part of the formats; a workbook may have none.
    pub styles: Option<String>,
    /// Name and part of each sheet of cells, in their order.
    pub sheets: Vec<(String, String)>,
}

impl Layout {
    /// Finds them; no cell is read.
    pub fn of(archive: &Archive<'_>, out: &mut Findings) -> Result<Layout, Flagged> {
        let top = Relations::of(archive, "", out)?;
        let workbook = top.first("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
        let (listed, _) = list(archive, &workbook, out)?;
        let relations = Relations::of(archive, &workbook, out)?;
        let part = |sheet: Listed| match relations.target(&sheet.relation) {
            Some(("worksheet", part)) => Some((sheet.name, part.to_owned())),
            _ => None,
        };
        let sheets = listed.into_iter().filter_map(part).collect();
        Ok(Layout { workbook, styles: relations.first("styles").map(str::to_owned), sheets })
    }
}

/// Reads every sheet. One that cannot be read costs no other.
pub(crate) fn sheets_of(archive: &Archive<'_>, out: &mut Findings) -> Vec<Sheet> {
    read_workbook(archive, out).unwrap_or_default()
}

fn read_workbook(archive: &Archive<'_>, out: &mut Findings) -> Result<Vec<Sheet>, Flagged> {
    let top = Relations::of(archive, "", out)?;
    let path = top.first("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    let (listed, epoch) = list(archive, &path, out)?;
    let relations = Relations::of(archive, &path, out)?;
    if let Some(target) = relations.first_outside(archive, out) {
        out.note(Spot::file(&archive.file), &target, Code::LinksNotFollowed, Vec::new());
    }
    let mut workbook = Workbook { shared: Arc::default(), styles: Styles::default(), epoch };
    if let Some(part) = relations.first("sharedStrings") {
        workbook.shared = Arc::new(shared::read(archive, part, out)?);
    }
    if let Some(part) = relations.first("styles") {
        // Without formats a date is a count of days: the finding blocks, and the cells are still worth showing.
        workbook.styles = styles::read(archive, part, out).unwrap_or_default();
    }
    let counted = listed.iter().filter(|sheet| !is_list_name(&sheet.name)).count();
    if counted > archive.limits.sheets {
        let details = vec![("found", counted.to_string()), ("max", archive.limits.sheets.to_string())];
        out.flag(Spot::file(&archive.file), "", Code::TooManySheets, details);
    }
    let mut sheets = Vec::new();
    for sheet in listed.iter().take(archive.limits.sheets) {
        match relations.target(&sheet.relation) {
            // Charts and dialogs are sheets without cells.
            Some((kind, _)) if kind != "worksheet" => {}
            Some((_, part)) => {
                let mut builder = Builder::new(&archive.file, &sheet.name, sheet.visibility, archive.limits);
                builder.sheet.part = Some(part.into());
                builder.sheet.shared = workbook.shared.clone();
                builder.sheet.formats = workbook.styles.codes.clone();
                // A finding tells why a sheet ends early; what came before it is kept.
                let _ = cells::read(archive, part, &workbook, &mut builder, out);
                sheets.push(builder.finish(out));
            }
            None => {
                out.flag(Spot::file(&archive.file), &sheet.name, Code::PartMissing, Vec::new());
            }
        }
    }
    Ok(sheets)
}

/// The sheets in their order, and the day that dates are counted from.
fn list(archive: &Archive<'_>, path: &str, out: &mut Findings) -> Result<(Vec<Listed>, Epoch), Flagged> {
    let mut xml = Xml::open(archive, path, out)?;
    let (mut listed, mut epoch) = (Vec::new(), Epoch::Year1900);
    loop {
        match xml.next(out)? {
            Node::Eof => return Ok((listed, epoch)),
            Node::Start { element, .. } if element.name() == "sheet" => {
                let visibility = match element.attribute("state").as_deref() {
                    Some("hidden") => Visibility::Hidden,
                    Some("veryHidden") => Visibility::VeryHidden,
                    _ => Visibility::Visible,
                };
                let name = element.attribute("name").unwrap_or_default().into_owned();
                // The prefix of the namespace is the program's choice.
                let relation =
                    element.attributes().find(|(name, _)| name.ends_with(":id")).map(|(_, id)| id.into_owned());
                listed.push(Listed { name, visibility, relation: relation.unwrap_or_default() });
            }
            Node::Start { element, .. } if element.name() == "workbookPr" => {
                if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) {
                    epoch = Epoch::Year1904;
                }
            }
            _ => {}
        }
    }
}
